// How a worded target (稳步提高, 保持全省第一, 完成国家下达目标) is judged by the words that report it.

import type { Target } from '../../plan/commitment.ts';
import { cellNumbers, foldCell } from '../../plan/words/cell-words.ts';
import { isOwnPast, type RelativeKind, relativeWords } from '../../plan/words/target-words.ts';
import type { IsoDate } from '../../quantity/date.ts';
import type { Verdict } from '../verdict.ts';
import { missedBy, reachedBy, reason, verdict } from './reasons.ts';
import { type Claim, type ClaimKind, claimsIn, rankIn } from './statement.ts';

/** What one clause of the target asks for, in terms of what a claim can say. */
interface Wish {
  readonly met: readonly ClaimKind[];
  readonly missed: readonly ClaimKind[];
  readonly rank: number | null;
}

const wishes: Readonly<Record<'up' | 'down' | 'notDown' | 'notUp' | 'steady', Omit<Wish, 'rank'>>> = {
  up: { met: ['up'], missed: ['down', 'steady'] },
  down: { met: ['down'], missed: ['up', 'steady'] },
  notDown: { met: ['up', 'steady'], missed: ['down'] },
  notUp: { met: ['down', 'steady'], missed: ['up'] },
  steady: { met: ['steady'], missed: ['up', 'down'] },
};

function wishFor(kind: RelativeKind, goodWay: Target['goodWay'], orEqual: boolean): Wish | null {
  const stable = goodWay === 'lower' ? wishes.notUp : goodWay === 'around' ? wishes.steady : wishes.notDown;
  const byKind: Partial<Record<RelativeKind, Omit<Wish, 'rank'>>> = {
    trendUp: wishes.up,
    shareUp: wishes.up,
    trendDown: wishes.down,
    trendStable: stable,
    shareStable: stable,
    above: orEqual ? wishes.notDown : wishes.up,
    below: orEqual ? wishes.notUp : wishes.down,
  };
  const wish = byKind[kind];
  return wish ? { ...wish, rank: null } : null;
}

/** 总量保持全省第一,占比不低于上年 asks for two things. */
function wishesOf(target: Target): readonly Wish[] {
  const found: Wish[] = [];
  for (const clause of foldCell(target.printed).split(/[,，;；。]/)) {
    const words = relativeWords(clause, cellNumbers(clause));
    if (!words) continue;
    if (words.kind === 'rank') found.push({ met: [], missed: [], rank: rankIn(clause) });
    else if (words.to === '' || isOwnPast(words.to)) {
      const wish = wishFor(words.kind, target.goodWay, words.orEqual);
      if (wish) found.push(wish);
    }
  }
  return found;
}

type Answer = 'met' | 'missed' | 'silent';

function answerTo(wish: Wish, claims: readonly Claim[]): Answer {
  if (wish.met.length === 0) {
    const ranks = claims.flatMap((claim) => (claim.kind === 'rank' ? [claim.rank] : []));
    if (ranks.length === 0) return 'silent';
    if (wish.rank === null) return 'met';
    const limit = wish.rank;
    return ranks.every((rank) => rank !== null && rank <= limit) ? 'met' : 'missed';
  }
  if (claims.some((claim) => wish.missed.includes(claim.kind))) return 'missed';
  return claims.some((claim) => wish.met.includes(claim.kind)) ? 'met' : 'silent';
}

/** Words are enough for a verdict, or they are not: null. */
export function judgeByWords(
  target: Target,
  statement: string,
  dueOn: IsoDate,
  day: IsoDate,
  asOf: IsoDate,
): Verdict | null {
  const claims = claimsIn(foldCell(statement));
  const detail = { statement, target: target.printed };
  const below = claims.some((claim) => claim.kind === 'belowPlan');
  if (claims.some((claim) => claim.kind === 'late') || (below && target.goodWay !== 'lower'))
    return verdict(missedBy(asOf, dueOn), asOf, [reason('statementSaysBehind', detail)]);
  const answers = wishesOf(target).map((wish) => answerTo(wish, claims));
  if (answers.includes('missed'))
    return verdict(missedBy(asOf, dueOn), asOf, [reason('statementSaysTrend', detail)]);
  const finished = claims.some((claim) => claim.kind === 'done');
  const moving = below || claims.some((claim) => claim.kind === 'onTrack');
  if (finished && !moving) return verdict('achieved', asOf, [reason('statementSaysDone', detail)]);
  if (finished || moving) return verdict('onTrack', asOf, [reason('statementSaysOnTrack', detail)]);
  if (answers.includes('met'))
    return verdict(reachedBy(day, dueOn), asOf, [reason('statementSaysTrend', detail)]);
  return null;
}

/** True where the words claim that it is finished (提前完成). */
export const saysDone = (statement: string): boolean => {
  const claims = claimsIn(foldCell(statement));
  return claims.some((claim) => claim.kind === 'done') && claims.every((claim) => claim.kind !== 'late');
};
