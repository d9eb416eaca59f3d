// A 免申即享 batch: what the rules pay becomes proposed awards, is reviewed and approved by two different persons, awarded and paid.
// No award twice: each has a key that a store can hold unique.
import { type Guard, holdsIf, isReason, type Lifecycle } from '../../place/lifecycle.ts';
import { yearOf } from '../../quantity/calendar.ts';
import type { IsoDate } from '../../quantity/date.ts';
import type { Clause, PolicyArea } from '../clause.ts';
import type { Explanation } from '../engine/explain-result.ts';
import { award, disburse, type Posting } from '../ledger.ts';
import { areaLabel } from '../words/clause-labels.ts';
import { moneyText } from '../words/number-words.ts';

export interface ProposedAward {
  readonly subjectId: string;
  readonly clauseId: string;
  readonly area: PolicyArea;
  /** 分, above 0. */
  readonly amount: number;
  /** The same for the same promise to the same subject, whatever batch or document pays it. */
  readonly key: string;
}

/**
 * One-time awards share the key of the promise; clauses of a group share the group and the year, because only one of them pays;
 * everything else is once a year. What a yearly limit or a top-up leaves over is a further number of the same key.
 */
export function awardKey(clause: Clause, subjectId: string, day: IsoDate, number = 0): string {
  const further = number === 0 ? '' : `#${number}`;
  if (clause.once) return `once:${clause.once.key}:${subjectId}${further}`;
  const isGrouped = clause.overlap && !clause.overlap.additiveWith;
  const what = isGrouped ? `group:${clause.overlap.group}` : `clause:${clause.id}`;
  return `${what}:${yearOf(day)}:${subjectId}${further}`;
}

/** What a batch pays one subject: only what needs no application and is money; reviewed clauses and guarantees are left alone. */
export function proposedAwards(
  clauses: ReadonlyMap<string, Clause>,
  explanation: Explanation,
  subjectId: string,
  day: IsoDate,
): readonly ProposedAward[] {
  return explanation.results.flatMap((result): readonly ProposedAward[] => {
    if (result.answer !== 'yes' || result.pays <= 0) return [];
    const clause = clauses.get(result.id);
    if (clause?.automation !== 'automatic' || clause.benefit !== 'grant') return [];
    return [
      {
        subjectId,
        clauseId: clause.id,
        area: clause.area,
        amount: result.pays,
        key: awardKey(clause, subjectId, day),
      },
    ];
  });
}

/** Awards whose key is already held are left out and counted, so that a batch can be run again after it broke off. */
export function withoutPaid(
  proposed: readonly ProposedAward[],
  heldKeys: ReadonlySet<string>,
): { readonly fresh: readonly ProposedAward[]; readonly held: readonly ProposedAward[] } {
  const seen = new Set(heldKeys);
  const fresh: ProposedAward[] = [];
  const held: ProposedAward[] = [];
  for (const each of proposed) {
    (seen.has(each.key) ? held : fresh).push(each);
    seen.add(each.key);
  }
  return { fresh, held };
}

/** What the ledger is told of a batch when it is approved: one posting an award, numbered by its key. */
export const awardPostings = (
  awards: readonly ProposedAward[],
  batch: string,
  day: IsoDate,
): readonly Posting[] =>
  awards.map(({ key, area, subjectId, amount }) =>
    award({ id: `award:${key}`, day, reference: batch }, area, subjectId, amount),
  );

/** And when the bank has paid. */
export const paymentPostings = (
  awards: readonly ProposedAward[],
  batch: string,
  day: IsoDate,
): readonly Posting[] =>
  awards.map(({ key, subjectId, amount }) =>
    disburse({ id: `payment:${key}`, day, reference: batch }, subjectId, amount),
  );

/** 分 that a batch takes from each area. */
export function neededByArea(awards: readonly ProposedAward[]): ReadonlyMap<PolicyArea, number> {
  const needed = new Map<PolicyArea, number>();
  for (const { area, amount } of awards) needed.set(area, (needed.get(area) ?? 0) + amount);
  return needed;
}

export const batchStates = ['draft', 'reviewed', 'approved', 'paid', 'withdrawn'] as const;
export type BatchState = (typeof batchStates)[number];
export const batchActions = ['review', 'approve', 'pay', 'sendBack', 'withdraw'] as const;
export type BatchAction = (typeof batchActions)[number];

/** What a move rests on. Whatever the server could not find out is undefined, and is refused. */
export interface BatchFacts {
  readonly actorId: string | undefined;
  readonly proposerId: string | undefined;
  readonly reviewerId: string | null | undefined;
  readonly awardCount: number | undefined;
  /** Hash of the rules the awards were computed with, and of those in force today. */
  readonly computedWith: string | undefined;
  readonly inForce: string | undefined;
  /** 分 of the batch by area, and what each area's fund still holds. */
  readonly needed: ReadonlyMap<string, number> | undefined;
  readonly free: ReadonlyMap<string, number> | undefined;
  /** Awards of the batch that no payment has been written for yet. */
  readonly unpaid: number | undefined;
  readonly reason: string;
}

export type BatchProblem =
  | 'batch.empty'
  | 'batch.rulesChanged'
  | 'batch.ownProposal'
  | 'batch.ownReview'
  | 'batch.overFund'
  | 'batch.notAllPaid'
  | 'batch.needsReason';

type BatchGuard = Guard<BatchFacts, BatchProblem>;

const hasAwards: BatchGuard = ({ awardCount }) => holdsIf((awardCount ?? 0) > 0, 'batch.empty');
/** Rules that changed since would pay other sums: compute again. */
const rulesStand: BatchGuard = ({ computedWith, inForce }) =>
  holdsIf(computedWith !== undefined && computedWith === inForce, 'batch.rulesChanged');
const notProposer: BatchGuard = ({ actorId, proposerId }) =>
  holdsIf(actorId !== undefined && proposerId !== undefined && actorId !== proposerId, 'batch.ownProposal');
const notReviewer: BatchGuard = ({ actorId, reviewerId }) =>
  holdsIf(actorId !== undefined && !!reviewerId && actorId !== reviewerId, 'batch.ownReview');
const areaWords = (area: string): string =>
  Object.entries(areaLabel).find(([name]) => name === area)?.[1].zh ?? area;
/** Both numbers are said: what the batch needs and what the fund still holds. */
const withinFunds: BatchGuard = ({ needed, free }) => {
  const short = [...(needed ?? [])].find(([area, amount]) => amount > (free?.get(area) ?? 0));
  return holdsIf(needed !== undefined && free !== undefined && short === undefined, 'batch.overFund', {
    area: areaWords(short?.[0] ?? ''),
    needed: moneyText(short?.[1] ?? 0).zh,
    free: moneyText(free?.get(short?.[0] ?? '') ?? 0).zh,
  });
};
const allPaid: BatchGuard = ({ unpaid }) =>
  holdsIf(unpaid === 0, 'batch.notAllPaid', { number: String(unpaid ?? '') });
const explained: BatchGuard = ({ reason }) => holdsIf(isReason(reason), 'batch.needsReason');

const reviewers = ['leadUnit', 'planOffice'] as const;
const everyOffice = ['leadUnit', 'planOffice', 'finance'] as const;

export const batchLifecycle: Lifecycle<BatchState, BatchAction, BatchFacts, BatchProblem> = {
  start: 'draft',
  states: batchStates,
  terminal: ['paid', 'withdrawn'],
  moves: {
    review: { path: { draft: 'reviewed' }, by: reviewers, guards: [hasAwards, rulesStand, notProposer] },
    approve: {
      path: { reviewed: 'approved' },
      by: ['finance'],
      guards: [rulesStand, notReviewer, notProposer, withinFunds],
    },
    pay: { path: { approved: 'paid' }, by: ['finance'], guards: [allPaid] },
    sendBack: { path: { reviewed: 'draft' }, by: everyOffice, guards: [explained] },
    withdraw: {
      path: { draft: 'withdrawn', reviewed: 'withdrawn' },
      by: everyOffice,
      guards: [explained],
    },
  },
};
