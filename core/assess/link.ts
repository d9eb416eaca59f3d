// Which promise of one document a result of a later one answers: proposed with score, numbers and both places.
import type { Item, Reading, Span, Value } from '../read/reading.ts';
import { compare, fit, type LinkVerdict } from './link-compare.ts';
import { likeness, type Words, weigh, wordsOf } from './link-words.ts';

export interface LinkEnd extends Span {
  readonly value: Value | null;
  readonly unit: string;
  readonly metric: string;
}

export interface Link {
  readonly promise: LinkEnd;
  readonly outcome: LinkEnd;
  /** 0 to 1: likeness of the words, lowered where unit, stage or numbers in the name disagree. */
  readonly score: number;
  readonly verdict: LinkVerdict;
}

export interface LinkReport {
  readonly links: readonly Link[];
  readonly promises: number;
  readonly outcomes: number;
  /** Nothing is linked below this score. */
  readonly confidence: number;
}

/** Chosen on the examples so that at most 1 proposal in 50 is wrong; lower it and more is proposed, with more errors. */
export const leastConfidence = 0.62;

interface End {
  readonly item: Item;
  readonly words: Words;
}

const endOf = (item: Item): LinkEnd => ({
  start: item.start,
  end: item.end,
  value: item.value,
  unit: item.unit,
  metric: item.metric || item.title,
});

/** A quarter's figure does not answer a year's promise. */
const isPartOfYear = (item: Item, source: string): boolean =>
  /[一二三四]季度|\d+月份/.test(
    source
      .slice(Math.max(0, item.start - 30), item.start)
      .split(/[。;；]/)
      .at(-1) ?? '',
  );

const endsOf = (items: readonly Item[]): End[] =>
  items
    .filter((item) => (item.metric || item.title) !== '')
    .map((item) => ({ item, words: wordsOf(item.metric || item.title) }));

/** Numbers inside the names agree: 10亿元以上项目 is not 1亿元以上项目. */
function agree(a: Words, b: Words): number {
  if (a.numbers.length === 0 && b.numbers.length === 0) return 1;
  const bare = (numbers: readonly string[]) =>
    new Set(numbers.map((text) => text.replace(/[^\d.万亿]/g, '')));
  const ofA = bare(a.numbers);
  const ofB = bare(b.numbers);
  const shared = [...ofA].filter((number) => ofB.has(number)).length;
  return shared === Math.max(ofA.size, ofB.size)
    ? 1
    : shared > 0
      ? 0.85
      : ofA.size > 0 && ofB.size > 0
        ? 0.4
        : 0.85;
}

const stageFits = (a: Words, b: Words): number =>
  a.stage === null || b.stage === null || a.stage === b.stage
    ? 1
    : a.stage === 'started' && b.stage === 'finished'
      ? 0.9
      : 0.7;

/**
 * Proposes links from promises (targets and tasks of `a`) to outcomes (results of `b`).
 * Each promise gets at most one outcome, the best; an outcome may answer one promise printed in several places.
 */
export function linkReadings(a: Reading, _aSource: string, b: Reading, bSource: string): LinkReport {
  const promises = endsOf(a.items.filter((item) => item.kind === 'target'));
  const outcomes = endsOf(b.items.filter((item) => item.kind === 'result' && !isPartOfYear(item, bSource)));
  const weight = weigh([...promises, ...outcomes].map((end) => end.words));
  const byPiece = new Map<string, number[]>();
  outcomes.forEach((outcome, index) => {
    for (const piece of outcome.words.pieces) {
      const list = byPiece.get(piece);
      if (list) list.push(index);
      else byPiece.set(piece, [index]);
    }
  });
  const links: Link[] = [];
  for (const promise of promises) {
    const best = bestOutcome(promise, candidates(promise, byPiece), outcomes, weight);
    if (!best || best.score < leastConfidence) continue;
    const staged = stageFits(promise.words, best.end.words) < 0.8;
    links.push({
      promise: endOf(promise.item),
      outcome: endOf(best.end.item),
      score: Math.round(best.score * 1000) / 1000,
      verdict: staged ? 'unclear' : compare(promise.item, best.end.item),
    });
  }
  return { links, promises: promises.length, outcomes: outcomes.length, confidence: leastConfidence };
}

function candidates(promise: End, byPiece: ReadonlyMap<string, readonly number[]>): ReadonlySet<number> {
  const found = new Set<number>();
  for (const piece of promise.words.pieces) for (const index of byPiece.get(piece) ?? []) found.add(index);
  return found;
}

function bestOutcome(
  promise: End,
  indexes: ReadonlySet<number>,
  outcomes: readonly End[],
  weight: (piece: string) => number,
): { readonly end: End; readonly score: number } | null {
  let best: { end: End; score: number } | null = null;
  for (const index of indexes) {
    const outcome = outcomes[index];
    if (!outcome) continue;
    const score =
      likeness(promise.words, outcome.words, weight) *
      fit(promise.item, outcome.item) *
      agree(promise.words, outcome.words) *
      stageFits(promise.words, outcome.words);
    if (!best || score > best.score) best = { end: outcome, score };
  }
  return best;
}
