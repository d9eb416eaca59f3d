// Which promise of one document a result of a later one answers: proposed with score, numbers and both places.
import type { Item, Reading, Span, Value } from '../read/reading.ts';
import { type Comparable, compare, fit, type LinkVerdict } from './link-compare.ts';
import { linkWorded } from './link-worded.ts';
import { likeness, narrowAlike, type Words, weigh, wordsOf } from './link-words.ts';

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
export const leastConfidence = 0.55;

/** A piece is rare that stands in at most this many names, or in one of a hundred. */
const mostRare = 3;
/** Below this score a kind that is also narrower by level (省级) would not be proposed; above, it would pass for the same name. */
const kindScore = 0.7;

interface End {
  readonly item: Item;
  readonly words: Words;
  /** The name without its bracket: 孵化器(众创空间) is 孵化器 under another name. */
  readonly plain: Words | null;
  /** Words of the clause before, for 其中…: what the part is a part of. */
  readonly around: Words | null;
}

interface Outcome {
  readonly end: LinkEnd;
  readonly words: Words;
  readonly plain: Words | null;
  readonly around: Words | null;
  readonly compared: Comparable;
  /** The document's own verdict on it (符合预期), where one is printed. */
  readonly printed: LinkVerdict | null;
}

const linkEnd = (item: Item): LinkEnd => ({
  start: item.start,
  end: item.end,
  value: item.value,
  unit: item.unit,
  metric: item.metric || item.title,
});

/** A quarter's figure, or one of the months since the year began, does not answer a year's promise. */
function isPartOfYear(item: Item, reading: Reading, source: string): boolean {
  const paragraph =
    source
      .slice(Math.max(0, item.start - 600), item.start)
      .split('\n')
      .at(-1) ?? '';
  const sentence = paragraph.split(/[。;；]/).at(-1) ?? '';
  if (/[一二三四]季度|\d+月份/.test(sentence)) return true;
  return reading.document.kind !== 'executionReport' && /今年以来|今年一季度/.test(paragraph);
}

/** The place a document is about: its own name says nothing about a measure. */
const cityOf = (reading: Reading): string =>
  /^(?:关于)?(?:\d{4}年)?(.{2,4}?)(?:市|县|区)/.exec(
    reading.document.title || reading.document.issuer,
  )?.[1] ?? '';

const isPart = (item: Item, source: string): boolean =>
  source.startsWith('其中', item.start) ||
  /^(?:招引|落地|新开工)*\d+(?:\.\d+)?亿(?:美)?元以上(?:项目)?$/.test(item.metric);

/** The whole that 其中… is a part of: the promise printed right before it in the same clause. */
function wholeOf(items: readonly Item[], at: number, source: string): Item | null {
  const item = items[at];
  for (let before = at - 1; item && before >= 0; before--) {
    const other = items[before];
    if (!other || other.end > item.start) continue;
    if (/[。;；]/.test(source.slice(other.end, item.start)) || item.start - other.end > 12) return null;
    if (!isPart(other, source)) return other;
  }
  return null;
}

const threshold = /\d+(?:\.\d+)?[万亿]*(?:美)?元以上/;

/** 1亿元以上服务业项目90个、其中10亿元以上35个: the part is 10亿元以上服务业项目. Null where no threshold tells them apart. */
function nameOfPart(item: Item, whole: Item): string | null {
  const own = threshold.exec(item.metric)?.[0];
  const name = whole.metric || whole.title;
  return own !== undefined && threshold.test(name) ? name.replace(threshold, own) : null;
}

function endOf(item: Item, whole: Item | null, source: string, city: string): End {
  const printed = source.slice(item.start, item.end);
  const partial = isPart(item, source);
  const resolved = whole && partial ? nameOfPart(item, whole) : null;
  const before = source.slice(Math.max(0, item.start - 22), item.start);
  const after = source.slice(item.end, item.end + 40).split(/[。;；]/)[0] ?? '';
  // 82%的甲、93.2%的乙、93.8%的丙投向民间投资项目: what is said of all of them stands at the end.
  const shared = /^\d[\d.]*[%％]的/.test(printed) && /^[、和]\d/.test(after);
  const around =
    partial && resolved === null
      ? `${before.split(/[。;；]/).at(-1) ?? ''}${printed}`
      : shared
        ? item.metric + after
        : null;
  const name = resolved ?? (item.metric || item.title);
  const unbracketed = name.replace(/[(（][^()（）]*[)）]/g, '');
  return {
    item,
    words: wordsOf(name, city),
    plain: unbracketed === name || unbracketed === '' ? null : wordsOf(unbracketed, city),
    around: around === null ? null : wordsOf(around, city),
  };
}

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
      ? 0.9
      : ofA.size > 0 && ofB.size > 0
        ? 0.4
        : 0.9;
}

const stageDiffers = (a: Words, b: Words): boolean =>
  a.stage !== null &&
  b.stage !== null &&
  a.stage !== b.stage &&
  !(a.stage === 'started' && b.stage === 'finished');

const printedVerdict = (item: Item): LinkVerdict | null => {
  const printed = item.detail?.of === 'indicator' ? item.detail.printed : null;
  if (!printed) return null;
  return /不及|滞后|未达|未完成|落后/.test(printed)
    ? 'missed'
    : /符合|达到|完成|快于|正常|超/.test(printed)
      ? 'met'
      : null;
};

const outcomeOf = (end: End): Outcome => ({
  end: linkEnd(end.item),
  words: end.words,
  plain: end.plain,
  around: end.around,
  compared: end.item,
  printed: printedVerdict(end.item),
});

/** Two figures of one sentence that together answer a promise for both (A新认定324家、B新上规211家). */
function sums(ends: readonly End[], source: string, city: string): Outcome[] {
  return ends.flatMap((first, index) => {
    const second = ends[index + 1];
    if (!second || typeof first.item.value !== 'number' || typeof second.item.value !== 'number') return [];
    if (
      first.item.unit !== second.item.unit ||
      first.item.unit === '%' ||
      second.item.start - first.item.end > 2
    )
      return [];
    const metric = `${first.item.metric}和${second.item.metric}`;
    const value = Math.round((first.item.value + second.item.value) * 1e6) / 1e6;
    if (source.slice(first.item.end, second.item.start).includes('。')) return [];
    const end = { start: first.item.start, end: second.item.end, value, unit: first.item.unit, metric };
    return [
      {
        end,
        words: wordsOf(metric, city),
        plain: null,
        around: null,
        compared: { ...first.item, value, metric },
        printed: null,
      },
    ];
  });
}

/** A promise whose figure stands in the same table is already answered there, not by a later year. */
const isAnswered = (item: Item, sameDocument: boolean): boolean =>
  !sameDocument && item.detail?.of === 'indicator' && item.detail.actualText !== null;

/**
 * Proposes links from promises (targets of `a`) to outcomes (results of `b`).
 * A promise gets its best outcome, and any other place that prints the same figure for it.
 */
export function linkReadings(a: Reading, aSource: string, b: Reading, bSource: string): LinkReport {
  const [cityA, cityB] = [cityOf(a), cityOf(b)];
  const same = aSource === bSource;
  const promises = a.items
    .filter((item) => item.kind === 'target' && !isAnswered(item, same) && (item.metric || item.title) !== '')
    .map((item, at, items) => endOf(item, wholeOf(items, at, aSource), aSource, cityA));
  const results = b.items
    .filter(
      (item) =>
        item.kind === 'result' && !isPartOfYear(item, b, bSource) && (item.metric || item.title) !== '',
    )
    .map((item, at, items) => endOf(item, wholeOf(items, at, bSource), bSource, cityB));
  const outcomes = [...results.map(outcomeOf), ...sums(results, bSource, cityB)];
  const weight = weigh([...promises, ...outcomes].map((end) => end.words));
  const index = indexOf(outcomes);
  const partYear = b.items.some(
    (item) =>
      item.detail?.of === 'indicator' &&
      item.detail.periodEnd !== null &&
      !item.detail.periodEnd.endsWith('12-31'),
  );
  const links = promises.flatMap((promise) =>
    bestOutcomes(promise, index, outcomes, weight).map(({ outcome, score }) => ({
      promise: linkEnd(promise.item),
      outcome: outcome.end,
      score: Math.round(score * 1000) / 1000,
      verdict: verdictOf(promise, outcome, partYear),
    })),
  );
  const worded = linkWorded(a, aSource, b, bSource, links);
  return {
    links: [...links, ...worded],
    promises: promises.length,
    outcomes: outcomes.length,
    confidence: leastConfidence,
  };
}

function verdictOf(promise: End, outcome: Outcome, partYear: boolean): LinkVerdict {
  if (stageDiffers(promise.words, outcome.words)) return 'unclear';
  const verdict = outcome.printed ?? compare(promise.item, outcome.compared);
  // Provincial incubators that fall short say nothing of all incubators.
  if (verdict === 'missed' && [...outcome.words.narrow].some((word) => !promise.words.narrow.has(word)))
    return 'unclear';
  // Half a year's count below the year's target is not yet a miss.
  return partYear && verdict === 'missed' && outcome.printed === null && promise.item.unit !== '%'
    ? 'unclear'
    : verdict;
}

function indexOf(outcomes: readonly Outcome[]): ReadonlyMap<string, readonly number[]> {
  const byPiece = new Map<string, number[]>();
  outcomes.forEach((outcome, at) => {
    for (const piece of outcome.words.pieces) {
      const list = byPiece.get(piece);
      if (list) list.push(at);
      else byPiece.set(piece, [at]);
    }
  });
  return byPiece;
}

interface Scored {
  readonly outcome: Outcome;
  readonly score: number;
}

/** A rare name at the end of a longer one: 科技企业孵化器 are 孵化器. Common ends (企业, 项目) say nothing. */
function kindLikeness(promise: Words, outcome: Words, weight: (piece: string) => number): number {
  const { text, pieces } = promise;
  // weights are log(1 + names / seen); a piece that nobody has gives the number of names
  const names = Math.exp(weight('')) - 1;
  const isRare = (piece: string): boolean =>
    names / (Math.exp(weight(piece)) - 1) <= Math.max(mostRare, names / 100);
  const isKind = text.length >= 3 && text !== outcome.text && outcome.text.endsWith(text);
  return isKind && [...pieces].every(isRare) ? kindScore : 0;
}

function scoreOf(promise: End, outcome: Outcome, weight: (piece: string) => number): number {
  const full = likeness(promise.words, outcome.words, weight);
  const plain =
    promise.plain || outcome.plain
      ? likeness(promise.plain ?? promise.words, outcome.plain ?? outcome.words, weight)
      : full;
  const own = Math.max(full, plain, kindLikeness(promise.plain ?? promise.words, outcome.words, weight));
  const wide =
    promise.around || outcome.around
      ? likeness(promise.around ?? promise.words, outcome.around ?? outcome.words, weight)
      : own;
  const words = 0.55 * Math.max(own, wide) + 0.45 * (promise.around || outcome.around ? wide : own);
  return (
    words *
    fit(promise.item, outcome.compared) *
    agree(promise.words, outcome.words) *
    narrowAlike(promise.around ?? promise.words, outcome.around ?? outcome.words) *
    (stageDiffers(promise.words, outcome.words) ? 0.92 : 1)
  );
}

const sameFigure = (a: LinkEnd, b: LinkEnd): boolean =>
  a.value !== null && a.value === b.value && a.unit === b.unit;

function bestOutcomes(
  promise: End,
  index: ReadonlyMap<string, readonly number[]>,
  outcomes: readonly Outcome[],
  weight: (piece: string) => number,
): readonly Scored[] {
  const found = new Set<number>();
  for (const piece of promise.words.pieces) for (const at of index.get(piece) ?? []) found.add(at);
  const scored: Scored[] = [];
  for (const at of found) {
    const outcome = outcomes[at];
    const score = outcome ? scoreOf(promise, outcome, weight) : 0;
    if (outcome && score >= leastConfidence) scored.push({ outcome, score });
  }
  scored.sort((a, b) => b.score - a.score);
  const [best] = scored;
  if (!best) return [];
  return scored.filter(
    (each) =>
      each === best || (sameFigure(each.outcome.end, best.outcome.end) && best.score - each.score < 0.1),
  );
}
