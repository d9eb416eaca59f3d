// Posts to the ledger: the rule looks at the balances of the accounts that are touched, under the one lock of the ledger.
import { type Ledger, type LedgerProblem, type Posting, postAll } from '../../../core/policy/ledger.ts';
import { type Result, succeed } from '../../../core/result.ts';
import type { Context } from '../../context.ts';
import { addPostings, balancesOf, lockLedger, type PostingMeta } from '../../store/award/ledger.ts';

/** Numbers of the postings; all or nothing. Inside a transaction. */
export async function postTo(
  { db, jurisdiction }: Pick<Context, 'db' | 'jurisdiction'>,
  postings: readonly Posting[],
  meta: PostingMeta,
): Promise<Result<readonly number[], LedgerProblem>> {
  await lockLedger(db, jurisdiction);
  const touched = [...new Set(postings.flatMap(({ entries }) => entries.map(({ account }) => account)))];
  const ledger: Ledger = { postings: [], balances: await balancesOf(db, jurisdiction, touched) };
  const posted = postAll(ledger, postings);
  if (!posted.ok) return posted;
  return succeed(await addPostings(db, jurisdiction, postings, meta));
}
