// How an act happens: one transaction that holds the change, its line in the audit log and its answer under the request key.
import type { Caller } from '../../core/contract/permission.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import type { Context } from '../context.ts';
import { appendAudit, type NewAuditEntry } from '../store/audit/audit.ts';
import { claimRequestKey, keepAnswer, type RequestKey } from '../store/audit/request-key.ts';

/** Who acts, and under which request key; the system itself acts without an account. */
export interface Actor {
  readonly caller: Caller;
  readonly key: RequestKey | null;
}

/** One line of the audit log. Detail holds ids and codes, never secrets or personal data. */
export interface Deed {
  readonly act: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Rolls the transaction back: nothing of a refused act is kept. */
class RollBack extends Error {}

/**
 * Runs the work in one transaction. What it notes is appended to the audit log at the end; a refusal, or a bug, keeps nothing.
 * A repeated request key gets the first answer again. An act inside another act joins its transaction.
 */
export async function perform<T, Code extends string>(
  context: Context,
  { caller, key }: Actor,
  work: (inside: Context, note: (deed: Deed) => void) => Promise<Result<T, Code>>,
): Promise<Result<T, Code | 'request.keyMismatch'>> {
  const deeds: Deed[] = [];
  const run = async (inside: Context): Promise<Result<T, Code | 'request.keyMismatch'>> => {
    const { db, jurisdiction } = inside;
    const before = key ? await claimRequestKey(db, jurisdiction, key) : null;
    if (before && key) return repeated<T>(before, key);
    const result = await work(inside, (deed) => deeds.push(deed));
    if (!result.ok) return result;
    if (key) await keepAnswer(db, jurisdiction, key, result.value);
    await appendAudit(db, jurisdiction, entriesOf(deeds, caller, context.now()));
    return result;
  };
  if (context.db.isTransaction) return run(context);
  const refused: Result<never, Code | 'request.keyMismatch'>[] = [];
  try {
    return await context.db.transaction().execute(async (tx) => {
      const result = await run({ ...context, db: tx });
      if (result.ok) return result;
      refused.push(result);
      throw new RollBack();
    });
  } catch (error) {
    const [refusal] = refused;
    if (error instanceof RollBack && refusal) return refusal;
    throw error;
  }
}

const entriesOf = (deeds: readonly Deed[], { accountId }: Caller, now: Date): NewAuditEntry[] =>
  deeds.map(({ act, objectKind, objectId, detail = {} }) => ({
    ...{ at: now.toISOString(), accountId, act, objectKind, objectId },
    detail: JSON.stringify(detail),
  }));

/** The answer was written as JSON by the same route for the same body, so it has the route's shape. */
function repeated<T>(
  before: { readonly bodySha256: string; readonly answer: unknown },
  key: RequestKey,
): Result<T, 'request.keyMismatch'> {
  if (before.bodySha256 !== key.bodySha256) return fail('request.keyMismatch');
  return succeed(before.answer as T);
}
