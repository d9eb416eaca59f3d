// What the schedule text of a row promises, step by step: by when, how much, of what, cumulative or per period.
import { sameBase } from '../../../quantity/unit.ts';
import type { Milestone, Span } from '../../reading.ts';
import type { Mention } from '../../structure.ts';
import { likeness } from '../tables/likeness.ts';
import { mentionsIn } from '../tables/mentions-in.ts';
import type { Promised } from './promise.ts';
import { stepDate } from './step-date.ts';
import type { Step } from './steps.ts';
import { beginsWithDate, steps } from './steps.ts';

export interface Schedule {
  /** Milestones of each promise, by its index; at least one list, also where the row promises no number. */
  readonly of: readonly (readonly Milestone[])[];
  readonly caveat: string;
}

const caveatWords = /以.{0,40}为准|视.{0,12}(?:情况|进度)|另行(?:通知|安排)/;
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

/** `only` is the promise that a sub-heading names; without one, the promise of the same unit whose words are most alike. */
function promiseFor(subject: Subject, mention: Mention, promises: readonly Promised[], only: number): number {
  let best = -1;
  let bestScore = -1;
  for (let index = 0; index < promises.length; index += 1) {
    const promise = promises[index];
    if (promise === undefined || (only >= 0 && index !== only)) continue;
    if (!sameBase(promise.unit, mention.unit)) continue;
    const score = promises.length === 1 ? 1 : likeness(subject.before + subject.after, promise.clause);
    if (score > bestScore) [best, bestScore] = [index, score];
  }
  return best;
}

function checkpoints(
  text: string,
  step: Step,
  promises: readonly Promised[],
  only: number,
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
    const promise = promiseFor(subject, mention, promises, only);
    if (promise < 0 && mention.unit !== '%') continue;
    found.push({
      value: mention.value,
      unit: mention.unit,
      of: shareOf(subject, promise < 0 ? null : (promises[promise]?.clause ?? ''), percents),
      cumulative: !perPeriod.test(subject.before),
      comparator: mention.comparator,
      promise,
    });
  }
  if (found.length === 0 && step.text.includes('过半') && halfDone.test(step.text)) found.push(half);
  return found;
}

const half: Checkpoint = {
  value: 50,
  unit: '%',
  of: 'target',
  cumulative: true,
  comparator: 'ge',
  promise: -1,
};

/** What the number is a share of; `clause` is the promise it counts towards, null for a percentage of all of them. */
function shareOf(subject: Subject, clause: string | null, percents: number): Milestone['of'] {
  if (clause !== null) return countsStage(subject, clause) ? 'stage' : 'total';
  const ofStage = countsStage(subject, '') && !/完成率|进度|占比/.test(subject.before);
  return percents > 1 || ofStage ? 'stage' : 'target';
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

/** 11月底前全部建成: what was counted before it was not yet all. 全部完成验收 builds nothing more. */
const allDone = /全部(?:建成|完成|竣工|投用|完工|交付)(?!验收)/;

/** Steps that grow to the target count up; steps that add up to it count period by period. */
function settleCumulative(
  text: string,
  list: readonly Milestone[],
  promise: Promised | undefined,
): readonly Milestone[] {
  const target = typeof promise?.value === 'number' ? promise.value : null;
  const counted = list.filter(
    (one) => one.of === 'total' && typeof one.value === 'number' && one.unit === promise?.unit,
  );
  if (target === null || counted.length < 2 || promise?.unit === '%') return list;
  const values = counted.map((one) => (typeof one.value === 'number' ? one.value : 0));
  const sum = values.reduce((total, value) => total + value, 0);
  const last = values[values.length - 1] ?? 0;
  if (last >= target || Math.abs(sum - target) > 1e-6) return list;
  const end = list[list.length - 1];
  if (end !== undefined && end.value === null && allDone.test(text.slice(end.start, end.end))) return list;
  return list.map((one) => (counted.includes(one) ? { ...one, cumulative: false } : one));
}

/** A step with what stands before its date taken off: 推进计划为:3月底前… */
interface Dated {
  readonly step: Step;
  readonly by: string | null;
  readonly caveat: string;
}

/** Null where the step is a caveat and nothing else. */
function dated(step: Step, year: number | null): Dated | { readonly step: null; readonly caveat: string } {
  const date = stepDate(step.text, year);
  if (date === undefined) {
    return caveatWords.test(step.text) ? { step: null, caveat: step.text } : { step, by: null, caveat: '' };
  }
  const cut = step.text.indexOf(':') + 1;
  if (cut === 0 || !beginsWithDate(step.text.slice(cut))) return { step, by: date.by, caveat: '' };
  const text = step.text.slice(cut).trimStart();
  const start = step.end - text.length;
  return {
    step: { ...step, start, text },
    by: stepDate(text, year)?.by ?? null,
    caveat: step.text.slice(0, cut - 1),
  };
}

const inWords: Checkpoint = {
  value: null,
  unit: '',
  of: 'target',
  cumulative: true,
  comparator: 'eq',
  promise: -1,
};

const milestone = (step: Step, by: string | null, point: Checkpoint): Milestone => ({
  by,
  start: step.start,
  end: step.end,
  value: point.value,
  unit: point.unit,
  of: point.of,
  cumulative: point.cumulative,
  comparator: point.comparator,
});

export const noSchedule: Schedule = { of: [[]], caveat: '' };

export function readSchedule(
  text: string,
  spans: readonly Span[],
  year: number | null,
  promises: readonly Promised[],
  mentions: readonly Mention[],
): Schedule {
  if (spans.length === 0) return noSchedule;
  const of: Milestone[][] = Array.from({ length: Math.max(1, promises.length) }, () => []);
  const caveats: string[] = [];
  for (const whole of spans.flatMap((span) => steps(text, span))) {
    const read = dated(whole, year);
    if (read.caveat !== '') caveats.push(read.caveat);
    if (read.step === null) continue;
    const { step, by } = read;
    const only = headed(step.heading, promises);
    const points = checkpoints(text, step, promises, only, mentions);
    of.forEach((list, index) => {
      if (only >= 0 && index !== only) return;
      // A step that counts only another promise of the row is not a step of this one.
      if (points.length === 0) list.push(milestone(step, by, inWords));
      for (const point of points) {
        if (point.promise === index || point.promise < 0) list.push(milestone(step, by, point));
      }
    });
  }
  return {
    of: of.map((list, index) => settleCumulative(text, list, promises[index])),
    caveat: caveats.join(';'),
  };
}
