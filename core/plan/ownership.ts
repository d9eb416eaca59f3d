// Giving promises to other owners, one or a whole list at once: what changes, what stays, and what may not be.
import { fail, type Result, succeed } from '../result.ts';

export interface Owners {
  readonly leadUnit: string | null;
  readonly supportUnits: readonly string[];
  readonly official: string | null;
  /** 专班, 领导小组: the body that works on it; empty where there is none. */
  readonly taskForce: string;
}

/** What is left out stays as it is. */
export interface OwnerChange {
  readonly leadUnit?: string | undefined;
  readonly official?: string | undefined;
  readonly taskForce?: string | undefined;
  readonly addSupport?: readonly string[] | undefined;
  readonly dropSupport?: readonly string[] | undefined;
}

export type OwnerProblem = 'owner.leadSupports' | 'owner.reportWaiting';

export const isEmptyChange = (change: OwnerChange): boolean =>
  change.leadUnit === undefined &&
  change.official === undefined &&
  change.taskForce === undefined &&
  (change.addSupport ?? []).length + (change.dropSupport ?? []).length === 0;

const sameOwners = (a: Owners, b: Owners): boolean =>
  a.leadUnit === b.leadUnit &&
  a.official === b.official &&
  a.taskForce === b.taskForce &&
  a.supportUnits.join('\n') === b.supportUnits.join('\n');

/**
 * The owners after the change; null where it changes nothing. `keyOf` gives one key to all printings of a unit. A unit
 * that leads does not support as well: said, not repaired. Nobody changes the lead while a report waits for its word.
 */
export function changedOwners(
  now: Owners,
  change: OwnerChange,
  keyOf: (unit: string) => string,
  reportWaiting: boolean,
): Result<Owners | null, OwnerProblem> {
  const dropped = new Set((change.dropSupport ?? []).map(keyOf));
  const kept = now.supportUnits.filter((unit) => !dropped.has(keyOf(unit)));
  const known = new Set(kept.map(keyOf));
  const added: string[] = [];
  for (const unit of change.addSupport ?? []) {
    if (known.has(keyOf(unit))) continue;
    known.add(keyOf(unit));
    added.push(unit);
  }
  const sameLead =
    change.leadUnit === undefined ||
    (now.leadUnit !== null && keyOf(now.leadUnit) === keyOf(change.leadUnit));
  const leadUnit = sameLead ? now.leadUnit : (change.leadUnit ?? null);
  const next: Owners = {
    leadUnit,
    supportUnits: [...kept, ...added],
    official: change.official === undefined ? now.official : change.official === '' ? null : change.official,
    taskForce: change.taskForce ?? now.taskForce,
  };
  if (sameOwners(now, next)) return succeed(null);
  if (leadUnit !== null && known.has(keyOf(leadUnit))) return fail('owner.leadSupports', { unit: leadUnit });
  if (!sameLead && reportWaiting) return fail('owner.reportWaiting', { unit: now.leadUnit ?? '' });
  return succeed(next);
}
