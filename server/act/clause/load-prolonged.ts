// Gives the sample city clauses in force today: those of an ended document, prolonged by a notice of its own that says it is an example.
//
// The published documents end with their year, so a city that starts today would pay almost nobody. One post proposes each
// version and another publishes it, by the acts of the clause desk; nothing is written past them.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Caller } from '../../../core/contract/permission.ts';
import type { Role } from '../../../core/place/role.ts';
import { printClause } from '../../../core/policy/author/parse-clause.ts';
import { newestOf } from '../../../core/policy/version.ts';
import { type IsoDate, isoDate } from '../../../core/quantity/date.ts';
import { type Context, inTransaction } from '../../context.ts';
import { getAccountByLogin } from '../../store/people/account.ts';
import { readBook } from './book.ts';
import { moveProposal } from './move-proposal.ts';
import { proposeClause } from './propose.ts';

const Prolonged = z.strictObject({
  document: z.string().includes('示例'),
  reason: z.string().min(1),
  /** Two posts: who proposes does not publish. */
  proposes: z.string(),
  publishes: z.string(),
  clauses: z.array(z.string()),
});
type Prolonged = z.infer<typeof Prolonged>;

async function postOf({ db, jurisdiction }: Context, login: string, role: Role): Promise<Caller | null> {
  const account = await getAccountByLogin(db, jurisdiction, login);
  if (!account) return null;
  const grant = { role, place: null, unit: null, from: isoDate('2023-01-01'), to: null };
  return { accountId: account.id, name: account.name, grants: [grant], scopes: null };
}

/** Proposals that wait, of clauses that have ended; one that still holds needs no prolonging. */
async function propose(
  context: Context,
  caller: Caller,
  { clauses, document, reason }: Prolonged,
  to: IsoDate,
): Promise<readonly string[]> {
  const { versions } = await readBook(context);
  const startsOn = context.today();
  const proposals: string[] = [];
  for (const clauseId of clauses) {
    const newest = newestOf(versions, clauseId);
    if (!newest || newest.clause.valid.to >= startsOn) continue;
    const { clause, number: base } = newest;
    const text = printClause({ ...clause, valid: { ...clause.valid, to }, review: to });
    const body = { text, startsOn, base, document, reason };
    const proposed = await proposeClause(context, { caller, key: null }, clauseId, body);
    if (!proposed.ok) throw new Error(`sample clause ${clauseId}: ${proposed.code}`);
    proposals.push(proposed.value.proposalId);
  }
  return proposals;
}

/** To the end of next year, all or none; how many were published. */
export async function loadProlonged(context: Context, folder: string): Promise<number> {
  const file = join(folder, 'policies.json');
  if (!existsSync(file)) return 0;
  const wanted = Prolonged.parse(JSON.parse(await readFile(file, 'utf8')));
  const to = isoDate(`${Number(context.today().slice(0, 4)) + 1}-12-31`);
  return inTransaction({ ...context, isQuiet: true }, async (inside) => {
    const author = await postOf(inside, wanted.proposes, 'finance');
    const reviewer = await postOf(inside, wanted.publishes, 'planOffice');
    if (!author || !reviewer) return 0;
    const proposals = await propose(inside, author, wanted, to);
    for (const id of proposals) {
      const move = { action: 'publish', after: 1, reason: '' } as const;
      const moved = await moveProposal(inside, { caller: reviewer, key: null }, id, move);
      if (!moved.ok) throw new Error(`sample version ${id}: ${moved.code}`);
    }
    return proposals.length;
  });
}
