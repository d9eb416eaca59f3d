// Gives a city that has no clauses yet those of the shipped catalogue, each as its first version from the clause's own first day.
import { printClause } from '../../../core/policy/author/parse-clause.ts';
import { catalog } from '../../../core/policy/catalog/catalog.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { type Result, succeed } from '../../../core/result.ts';
import type { Context } from '../../context.ts';
import { addVersions, stampOfVersions } from '../../store/clause/version.ts';
import { type Actor, perform } from '../perform.ts';
import { sha256 } from './book.ts';

const system: Actor = {
  caller: { accountId: null, name: '', grants: [], scopes: null },
  key: null,
};

/** What an empty table's stamp ends with. */
const isEmpty = (stamp: string): boolean => stamp.endsWith(' 0 ');

/** How many were loaded: none where the city has clauses already. */
export function loadCatalogue(context: Context): Promise<Result<number, 'request.keyMismatch'>> {
  return perform(context, system, async ({ db, jurisdiction }, note) => {
    if (!isEmpty(await stampOfVersions(db, jurisdiction))) return succeed(0);
    const versions = catalog.map((clause, at) => {
      const content = printClause(clause);
      return {
        ...{ clauseId: clause.id, number: 1, startsOn: isoDate(clause.valid.from), place: at + 1, content },
        ...{ sha256: sha256(content), document: clause.source.document, reason: '' },
        ...{ proposalId: null, recordedBy: null },
      };
    });
    const added = await addVersions(db, jurisdiction, versions);
    note({ act: 'clause.load', objectKind: 'clause', objectId: 'catalogue', detail: { clauses: added } });
    return succeed(added);
  });
}
