// Adopts a table of projects as its document printed it, after a person looked at its sums; contradictions need an explanation.
import { randomUUID } from 'node:crypto';
import { isReason } from '../../../core/place/lifecycle.ts';
import { disagreements, type FoundTable, findTables } from '../../../core/project/published.ts';
import type { Check, Item } from '../../../core/read/reading.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { getDocumentFindings } from '../../store/document.ts';
import { listItems } from '../../store/item.ts';
import { listAllPlaces } from '../../store/jurisdiction.ts';
import { type AskedDisagreement, addTable, type PublishedRow } from '../../store/project/table.ts';
import { type Actor, perform } from '../perform.ts';

export interface DocumentTable extends FoundTable {
  readonly published: readonly PublishedRow[];
}

const rowOf = (items: readonly Item[], { origins, ...row }: FoundTable['rows'][number]): PublishedRow => ({
  ...row,
  spans: Object.fromEntries(
    Object.entries(origins).flatMap(([column, index]) => {
      const item = items[index];
      return item ? [[column, [item.start, item.end] as const]] : [];
    }),
  ),
});

/** Tables of a document as they were read; undefined where there is no such document. */
export async function tablesOf(
  { db, jurisdiction }: Context,
  documentId: string,
): Promise<readonly DocumentTable[] | undefined> {
  const [stored, document, places] = await Promise.all([
    listItems(db, jurisdiction, documentId),
    getDocumentFindings(db, jurisdiction, documentId),
    listAllPlaces(db, jurisdiction),
  ]);
  if (!document) return undefined;
  const items = stored.map(({ body }) => body);
  const names = new Set(places.map(({ name }) => name));
  return findTables(items, document.checks, names).map((table) => ({
    ...table,
    published: table.rows.map((row) => rowOf(items, row)),
  }));
}

export const askedOf = ({
  what,
  expected,
  found,
  residual,
  rounding,
  explainedBy,
  start,
  end,
}: Check): AskedDisagreement => ({
  ...{ what, expected: `${expected ?? '—'}`, found: `${found ?? '—'}`, residual: `${residual ?? '—'}` },
  ...{ rounding: `${rounding}`, explained: explainedBy !== undefined, start, end },
});

export interface AdoptBody {
  readonly documentId: string;
  readonly caption: string;
  readonly year: number;
  readonly explanation: string;
}

export function adoptTable(
  context: Context,
  actor: Actor,
  { documentId, caption, year, explanation }: AdoptBody,
): Promise<Result<{ id: string }, ProblemCode>> {
  return perform<{ id: string }, ProblemCode>(context, actor, async (inside, note) => {
    const tables = await tablesOf(inside, documentId);
    const table = tables?.find((each) => each.caption === caption);
    if (!table) return fail('project.tableUnknown');
    const asked = disagreements(table).map(askedOf);
    if (asked.length > 0 && !isReason(explanation))
      return fail('project.tableAsked', { count: `${asked.length}` });
    const id = randomUUID();
    const row = { id, documentId, caption, year, groupedBy: table.groupedBy, rows: table.published };
    const added = await addTable(
      inside.db,
      inside.jurisdiction,
      { ...row, asked, explanation: explanation.trim() },
      actor.caller.accountId,
    );
    if (!added) return fail('project.tableTwice');
    const detail = { documentId, caption, asked: asked.length };
    note({ act: 'project.adoptTable', objectKind: 'project', objectId: id, detail });
    return succeed({ id });
  });
}
