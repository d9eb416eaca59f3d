// What a member of a standing has achieved, in the terms of a formula's parts: outcomes of promises, never use of the system.
import type { DecimalText } from '../../plan/commitment.ts';
import {
  add,
  compare,
  type Decimal,
  divide,
  multiply,
  ONE,
  parseDecimal,
  printDecimal,
  round,
  trim,
  ZERO,
} from '../../quantity/decimal.ts';
import type { Formula, Member, OutcomeKind, PartValue } from './formula.ts';
import { EXACT } from './points.ts';

/** One promise of a member: how much of it is done (1 is all), and whether that is in time; null where nobody knows. */
export interface PromiseOutcome {
  readonly done: DecimalText | null;
  readonly isOnSchedule: boolean | null;
}

/** A value that a person entered with its source, or the reason why the part does not apply. */
export type TypedOutcome =
  | { readonly kind: 'value'; readonly value: DecimalText; readonly base: DecimalText | null }
  | { readonly kind: 'notApplicable'; readonly reason: string };

export interface Outcomes {
  readonly id: string;
  readonly name: string;
  readonly promises: readonly PromiseOutcome[];
  /** Figures that inspectors confirmed, of those that were accepted. */
  readonly verified: { readonly yes: number; readonly of: number };
  /** Notices closed out by their day, of those whose day has come. */
  readonly notices: { readonly inTime: number; readonly due: number };
  readonly satisfied: { readonly yes: number; readonly asked: number } | null;
  readonly typed: Readonly<Record<string, TypedOutcome>>;
}

/** amount ÷ target, for promises of which more is better; null where it cannot be said. */
export function shareDone(amount: DecimalText | null, target: DecimalText | null): DecimalText | null {
  const [top, bottom] = [amount, target].map((text) => (text === null ? null : parseDecimal(text)));
  if (!top || !bottom || compare(bottom, ZERO) <= 0) return null;
  const share = divide(top, bottom, EXACT, 'halfUp');
  return share ? printDecimal(trim(share)) : null;
}

const within = (share: Decimal): Decimal =>
  compare(share, ZERO) < 0 ? ZERO : compare(share, ONE) > 0 ? ONE : share;

const HUNDRED: Decimal = { coefficient: 100n, places: 0 };
const missing: PartValue = { kind: 'missing' };

/**
 * A share of one's own target, in percent of it: only so do places in one part, the median and the gap to it compare
 * members of unlike size. What cannot be divided stays as it is and counts as having no base.
 */
export function inPercent(given: PartValue): PartValue {
  if (given.kind !== 'value' || given.base === null) return given;
  const [value, base] = [parseDecimal(given.value), parseDecimal(given.base)];
  const share = value && base && compare(base, ZERO) > 0 ? divide(value, base, EXACT, 'halfUp') : null;
  if (!share) return given;
  const percent = round(multiply(share, HUNDRED), 6, 'halfUp');
  return { kind: 'value', value: printDecimal(trim(percent)), base: '100' };
}

const counted = (yes: number, of: number): PartValue =>
  inPercent({ kind: 'value', value: `${yes}`, base: `${of}` });

/** Promises done, of all promises; over-fulfilment of one does not make up for another, silence counts nothing. */
function completion(promises: readonly PromiseOutcome[]): PartValue {
  const known = promises.flatMap(({ done }) => (done === null ? [] : (parseDecimal(done) ?? [])));
  if (known.length === 0) return missing;
  const total = known.map(within).reduce(add, ZERO);
  return inPercent({ kind: 'value', value: printDecimal(total), base: `${promises.length}` });
}

function onSchedule(promises: readonly PromiseOutcome[]): PartValue {
  if (promises.every(({ isOnSchedule }) => isOnSchedule === null)) return missing;
  return counted(promises.filter(({ isOnSchedule }) => isOnSchedule === true).length, promises.length);
}

function computed(kind: OutcomeKind, { promises, verified, notices, satisfied }: Outcomes): PartValue {
  switch (kind) {
    case 'shareOfTarget':
      return completion(promises);
    case 'shareOnSchedule':
      return onSchedule(promises);
    case 'verifiedShare':
      return verified.of === 0 ? missing : counted(verified.yes, verified.of);
    case 'noticesClosedInTime':
      return notices.due === 0
        ? { kind: 'notApplicable', reason: '没有到期的督办单' }
        : counted(notices.inTime, notices.due);
    case 'satisfaction':
      return satisfied === null ? missing : counted(satisfied.yes, satisfied.asked);
    default:
      return missing;
  }
}

/** Kinds that the system works out itself: nobody may type them. */
export const computedKinds: ReadonlySet<OutcomeKind> = new Set<OutcomeKind>([
  'shareOfTarget',
  'shareOnSchedule',
  'verifiedShare',
  'noticesClosedInTime',
]);

/** Typed values count only where the system cannot know; "does not apply here" counts everywhere. */
export function memberOf(formula: Formula, outcomes: Outcomes): Member {
  const values = formula.parts.map(({ id, kind }): [string, PartValue] => {
    const typed = Object.hasOwn(outcomes.typed, id) ? outcomes.typed[id] : undefined;
    if (typed?.kind === 'notApplicable') return [id, typed];
    return [id, typed && !computedKinds.has(kind) ? typed : computed(kind, outcomes)];
  });
  return { id: outcomes.id, name: outcomes.name, values: Object.fromEntries(values) };
}
