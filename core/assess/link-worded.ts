// Promises without a number: something to be won, set up, built or held, and the later clause that says it was.
import type { Item, Reading, Span } from '../read/reading.ts';
import type { Link } from './link.ts';
import { likeness, type Words, weigh, wordsOf } from './link-words.ts';

/** Verbs that promise one thing to be brought about; slogans (深化, 推进) promise nothing that can be found again. */
const promising =
  /(?:争创|争取|力争|创建|建成|建立|组建|成立|设立|开工|启动|推出|启用|出台|制定|承办|举办|办好|获批|申报|筹办|开通|通车|投用|创成|擦亮)/;

/** Verbs that report it as brought about, and those that report it as under way. */
const done =
  /(?:成功|运行|获批|获评|入选|荣获|建成|建立|组建|成立|设立|启用|投用|投运|开放|开业|通车|通航|施行|出台|揭牌|挂牌|举办|推出|上线|创建|完成|开通|落户|严格执行)/;
const underWay = /(?:试运行|启动|开工|推进|加快|有序|筹建|谋划|在建|布局)/;

/** Words of the verbs themselves are no evidence that two clauses speak of the same thing. */
const verbs = new RegExp(
  `${promising.source}|${done.source}|${underWay.source}|积极|加快|全面|高质量|高水平|扎实|深入|持续|首个|首批|全国|国家|等`,
  'g',
);

/** At least this much of the promise's weight must stand again in the result. */
const leastShared = 0.74;
/** Fewer pieces than this are a name too short to be sure of (论坛, 试点). */
const leastPieces = 5;

interface Clause extends Span {
  readonly text: string;
  readonly words: Words;
}

const saysResult = /回顾|执行情况|完成情况|工作总结|主要成绩|过去/;
const saysTarget = /安排|目标|任务|部署|计划|打算|责任分解/;

/** Sections by their heading, else by what most of their items are: promises or reports. */
function sectionsOf(reading: Reading, sourceLength: number, kind: Item['kind']): Span[] {
  const tops = reading.headings.filter((heading) => heading.level <= 1);
  const edges = [{ start: 0, title: '' }, ...tops, { start: sourceLength, title: '' }];
  return edges.flatMap(({ start, title }, index) => {
    const end = edges[index + 1]?.start;
    if (end === undefined) return [];
    const inside = reading.items.filter((item) => item.start >= start && item.end <= end);
    const targets = inside.filter((item) => item.kind !== 'result').length;
    const results = inside.length - targets;
    const isResult =
      results === targets ? saysResult.test(title) && !saysTarget.test(title) : results > targets;
    const isTarget = results === targets ? saysTarget.test(title) : targets > results;
    return (kind === 'result' ? isResult : isTarget) ? [{ start, end }] : [];
  });
}

function clausesOf(source: string, sections: readonly Span[], wanted: RegExp): Clause[] {
  return sections.flatMap(({ start, end }) => {
    const clauses: Clause[] = [];
    let from = start;
    for (let at = start; at <= end; at++) {
      const sign = source.charAt(at);
      if (at < end && !/[。;；,，!！?？\n:：]/.test(sign)) continue;
      const text = source.slice(from, at);
      if (text.length >= 7 && text.length <= 60 && wanted.test(text))
        clauses.push({ start: from, end: at, text, words: wordsOf(text.replace(verbs, '|')) });
      from = at + 1;
    }
    return clauses;
  });
}

/** A target of this many is something to be brought about, not a quantity to be reached. */
const mostAtOnce = 3;
/** Signs of a name that is sure enough to be found again in a clause without a number. */
const leastName = 5;

/** 大科学装置投运一个: counted, but what a later report says of it is that it runs. */
function singleThings(reading: Reading, source: string, numeric: readonly Link[]): Clause[] {
  return reading.items.flatMap(({ kind, start, end, metric, value, unit }) => {
    const isSingle = kind === 'target' && typeof value === 'number' && value <= mostAtOnce && unit !== '%';
    if (
      !isSingle ||
      !done.test(source.slice(start, end)) ||
      numeric.some((link) => overlaps(link.promise, { start, end }))
    )
      return [];
    const name = metric.replace(verbs, '|');
    const words = wordsOf(name);
    return words.text.length >= leastName ? [{ start, end, text: metric, words }] : [];
  });
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Links of worded promises that no numeric link already answers. */
export function linkWorded(
  a: Reading,
  aSource: string,
  b: Reading,
  bSource: string,
  numeric: readonly Link[],
): Link[] {
  if (aSource === bSource) return [];
  const clauses = clausesOf(aSource, sectionsOf(a, aSource.length, 'target'), promising).filter(
    (clause) =>
      clause.words.pieces.size >= leastPieces && !numeric.some((link) => overlaps(link.promise, clause)),
  );
  const promises = [...clauses, ...singleThings(a, aSource, numeric)];
  const outcomes = clausesOf(bSource, sectionsOf(b, bSource.length, 'result'), done);
  const weight = weigh([...promises, ...outcomes].map((clause) => clause.words));
  return promises.flatMap((promise) => {
    const best = outcomes
      .map((outcome) => ({ outcome, score: sharedOf(promise.words, outcome.words, weight) }))
      .sort((x, y) => y.score - x.score)[0];
    if (!best || best.score < leastShared) return [];
    const verdict = underWay.test(best.outcome.text) ? 'unclear' : 'met';
    return [
      {
        promise: { start: promise.start, end: promise.end, value: null, unit: '', metric: promise.text },
        outcome: {
          start: best.outcome.start,
          end: best.outcome.end,
          value: null,
          unit: '',
          metric: best.outcome.text,
        },
        score: Math.round(best.score * 1000) / 1000,
        verdict,
      },
    ];
  });
}

/** Weight of the promise's pieces that stand in the outcome; long reports may say more, so that costs little. */
function sharedOf(promise: Words, outcome: Words, weight: (piece: string) => number): number {
  let shared = 0;
  let all = 0;
  for (const piece of promise.pieces) {
    all += weight(piece);
    if (outcome.pieces.has(piece)) shared += weight(piece);
  }
  return all === 0 ? 0 : 0.85 * (shared / all) + 0.15 * likeness(promise, outcome, weight);
}
