// What the schedule text of a row promises, step by step: by when, how much, of what, cumulative or per period.
import { sameBase } from '../../../quantity/unit.ts';
import type { Milestone, Span } from '../../reading.ts';
import type { Mention } from '../../structure.ts';
import { findDeadlines } from '../deadlines.ts';
import { likeness } from './likeness.ts';
import { mentionsIn } from './mentions-in.ts';
import type { Promised } from './promise.ts';

export interface Schedule {
  /** Milestones of each promise, by its index; at least one list, also where the row promises no number. */
  readonly of: readonly (readonly Milestone[])[];
  readonly caveat: string;
}

interface Step extends Span {
  readonly text: string;
  /** Bracketed sub-heading it stands under: [规范提升机构]. */
  readonly heading: string;
}

const dateStart = /^(?:力争|确保|争取)?(?:\d{1,2}月|(?:20\d\d年|第)?[一二三四]季度|上半年|下半年|年底|年内)/;
const hasDate = /\d月|季度|半年|年底|年内/;

/** Cuts at ; and 。, at bracketed headings, and at a comma before the next date. */
function steps(text: string, span: Span): Step[] {
  const found: Step[] = [];
  let heading = '';
  let start = span.start;
  const push = (end: number): void => {
    let from = start;
    let to = end;
    while (from < to && /[\s,]/.test(text.charAt(from))) from += 1;
    while (to > from && /[\s,]/.test(text.charAt(to - 1))) to -= 1;
    if (to > from) found.push({ start: from, end: to, text: text.slice(from, to), heading });
  };
  for (let at = span.start; at < span.end; at += 1) {
    const sign = text.charAt(at);
    if (sign === '[' || sign === '【') {
      const close = text.indexOf(sign === '[' ? ']' : '】', at);
      if (close < 0 || close >= span.end) continue;
      push(at);
      heading = text.slice(at + 1, close).trim();
      start = close + 1;
      at = close;
    } else if (sign === ';' || sign === '。' || sign === '\n') {
      push(at);
      start = at + 1;
    } else if (
      sign === ',' &&
      hasDate.test(text.slice(start, at)) &&
      dateStart.test(text.slice(at + 1, at + 12).trimStart()) &&
      !/^\d{1,2}月[^,;。]{0,4}$/.test(text.slice(start, at).trim())
    ) {
      push(at);
      start = at + 1;
    }
  }
  push(span.end);
  return found;
}

const caveatWords = /以.{0,40}为准|视.{0,12}(?:情况|进度)|另行(?:通知|安排)/;
/** Unit of a promise that a bracketed sub-heading excludes: no step may count towards it. */
const NO_UNIT = '\u0000';
const perPeriod = /每(?:个)?月|每季|每周|每年|平均每|月均|各月/;
const stageWords = /方案|进场|启动|开工|选址|选点|招标|招投标|摸排|名单|前期|设计|初评/;
const halfDone = /(?:任务|完成|进度|投资|工程|建设)(?:进度)?(?:均)?过半/;

interface Subject {
  readonly before: string;
  readonly after: string;
}

interface Checkpoint {
  readonly value: Milestone['value'];
  readonly unit: string;
  readonly of: Milestone['of'];
  readonly cumulative: boolean;
  readonly comparator: Milestone['comparator'];
  /** Index of the promise it counts towards; -1 for all of them. */
  readonly promise: number;
}

/** Words of the same comma clause around the number: what the number counts. */
function subjectOf(text: string, step: Step, mention: Mention): Subject {
  let from = mention.start;
  while (from > step.start && !',;、'.includes(text.charAt(from - 1))) from -= 1;
  return {
    before: text.slice(from, mention.start),
    after: text.slice(mention.end, Math.min(step.end, mention.end + 6)),
  };
}

const done = /完成|建成|新增|达到|实现|投用/;

/** 进场施工60个 and 100条线路方案 count a stage; 摸排并完成30个 counts what is done. */
function countsStage(subject: Subject, promise: string): boolean {
  const before = stageWords.exec(subject.before);
  if (before !== null && !promise.includes(before[0])) {
    return !done.test(subject.before.slice(before.index + before[0].length));
  }
  const after = stageWords.exec(subject.after.replace(/[,;。].*$/, ''));
  return after !== null && !promise.includes(after[0]);
}

function promiseFor(subject: Subject, mention: Mention, promises: readonly Promised[]): number {
  let best = -1;
  let bestScore = -1;
  promises.forEach((promise, index) => {
    if (promise.unit === NO_UNIT || !sameBase(promise.unit, mention.unit)) return;
    const score = likeness(subject.before + subject.after, promise.clause);
    if (score > bestScore) [best, bestScore] = [index, score];
  });
  return best;
}

function checkpoints(
  text: string,
  step: Step,
  promises: readonly Promised[],
  mentions: readonly Mention[],
): Checkpoint[] {
  const found: Checkpoint[] = [];
  // A bare number before a word (1—5星) got the unit of its row, but counts that word.
  const inside = mentionsIn(mentions, step.start, step.end).filter(
    (mention) => mention.unitFrom === 'text' || !/[\u4e00-\u9fa5]/.test(text.charAt(mention.end)),
  );
  const percents = inside.filter((mention) => mention.unit === '%').length;
  for (const mention of inside) {
    const subject = subjectOf(text, step, mention);
    const cumulative = !perPeriod.test(subject.before);
    const shared = { value: mention.value, unit: mention.unit, comparator: mention.comparator, cumulative };
    const promise = promiseFor(subject, mention, promises);
    if (promise >= 0) {
      const own = promises[promise]?.clause ?? '';
      found.push({ ...shared, of: countsStage(subject, own) ? 'stage' : 'total', promise });
    } else if (mention.unit === '%') {
      const stage = percents > 1 || (countsStage(subject, '') && !/完成率|进度|占比/.test(subject.before));
      found.push({ ...shared, of: stage ? 'stage' : 'target', promise: -1 });
    }
  }
  if (found.length === 0 && halfDone.test(step.text)) {
    found.push({ value: 50, unit: '%', of: 'target', cumulative: true, comparator: 'ge', promise: -1 });
  }
  return found;
}

/** The promise a sub-heading names; -1 where there is no heading or it names none. */
function headed(heading: string, promises: readonly Promised[]): number {
  if (heading === '') return -1;
  let best = -1;
  let bestScore = 0.3;
  promises.forEach((promise, index) => {
    const score = likeness(heading, promise.clause);
    if (score > bestScore) [best, bestScore] = [index, score];
  });
  return best;
}

/** Steps that grow to the target count up; steps that add up to it count period by period. */
function settleCumulative(list: readonly Milestone[], promise: Promised | undefined): readonly Milestone[] {
  const target = typeof promise?.value === 'number' ? promise.value : null;
  const counted = list.filter(
    (one) => one.of === 'total' && typeof one.value === 'number' && one.unit === promise?.unit,
  );
  if (target === null || counted.length < 2 || promise?.unit === '%') return list;
  const values = counted.map((one) => (typeof one.value === 'number' ? one.value : 0));
  const sum = values.reduce((total, value) => total + value, 0);
  const last = values[values.length - 1] ?? 0;
  if (last >= target || Math.abs(sum - target) > 1e-6) return list;
  return list.map((one) => (counted.includes(one) ? { ...one, cumulative: false } : one));
}

export function readSchedule(
  text: string,
  spans: readonly Span[],
  year: number | null,
  promises: readonly Promised[],
  mentions: readonly Mention[],
): Schedule {
  const of: Milestone[][] = Array.from({ length: Math.max(1, promises.length) }, () => []);
  const caveats: string[] = [];
  for (const step of spans.flatMap((span) => steps(text, span))) {
    const only = headed(step.heading, promises);
    const chosen =
      only >= 0
        ? promises.map((promise, index) => (index === only ? promise : { ...promise, unit: NO_UNIT }))
        : promises;
    const dates = findDeadlines(step.text, year);
    const date = dates.find((one) => one.kind !== 'recurring' && one.kind !== 'standing');
    if (date === undefined && caveatWords.test(step.text)) {
      caveats.push(step.text);
      continue;
    }
    const colon = date === undefined ? -1 : step.text.indexOf(':');
    const cut = colon >= 0 && dateStart.test(step.text.slice(colon + 1).trimStart()) ? colon + 1 : 0;
    if (cut > 0) caveats.push(step.text.slice(0, cut - 1));
    const body: Step = { ...step, start: step.start + cut, text: step.text.slice(cut) };
    const by = cut > 0 ? (findDeadlines(body.text, year)[0]?.by ?? null) : (date?.by ?? null);
    const common = { by, start: body.start, end: body.end };
    const points = checkpoints(text, body, chosen, mentions);
    const sentence: Milestone = {
      ...common,
      value: null,
      unit: '',
      of: 'target',
      cumulative: true,
      comparator: 'eq',
    };
    of.forEach((list, index) => {
      if (only >= 0 && index !== only) return;
      const mine = points.filter((point) => point.promise === index || point.promise < 0);
      for (const { promise: _, ...point } of mine) list.push({ ...common, ...point });
      // A step that counts only another promise of the row is not a step of this one.
      if (points.length === 0) list.push(sentence);
    });
  }
  return { of: of.map((list, index) => settleCumulative(list, promises[index])), caveat: caveats.join(';') };
}
