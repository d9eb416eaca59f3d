// A person proves again to be the person: for a while, this session may do what is sensitive.
import { type Result, succeed } from '../../../core/result.ts';
import type { Context } from '../../context.ts';
import { type FoundSession, proveSession } from '../../store/people/session.ts';
import { readSettings } from '../setting/read.ts';
import { type Origin, type Proof, type ProofProblem, prove } from './prove.ts';

export async function proveAgain(
  context: Context,
  { accountId, tokenSha256 }: FoundSession,
  proof: Proof,
  origin: Origin,
): Promise<Result<{ provedUntil: string }, ProofProblem>> {
  const proved = await prove(context, accountId, proof, origin);
  if (!proved.ok) return proved;
  const minutes = (await readSettings(context, 'account.proofMinutes'))['account.proofMinutes'];
  const until = new Date(context.now().getTime() + minutes * 60_000);
  await proveSession(context.db, context.jurisdiction, tokenSha256, until);
  return succeed({ provedUntil: until.toISOString() });
}
