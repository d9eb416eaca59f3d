// What a set of projects adds up to: counts and exact sums that one project can be added to and taken from, so that nothing is summed twice.
import type { IsoDate } from '../quantity/date.ts';
import { add, type Decimal, subtract, ZERO } from '../quantity/decimal.ts';
import { numberOf, type Yi } from './money.ts';
import { type ProjectEntry, START } from './project.ts';
import type { GateChain } from './settings.ts';
import type { Stage } from './stage.ts';

/** What is known of a project on the day: its entry, its stage, what it has invested, and why it is shown. */
interface Standing {
  readonly entry: ProjectEntry;
  readonly stage: Stage;
  /** Investment done of the year in 亿元; null without a report. */
  readonly done: Yi | null;
  readonly flags: readonly string[];
}

/** The year, the day and the chain by which projects are counted. */
export interface CountedOn {
  readonly year: number;
  readonly asOf: IsoDate;
  readonly chain: GateChain;
}

export interface Tally {
  readonly projects: number;
  readonly total: Decimal;
  readonly annualPlan: Decimal;
  readonly done: Decimal;
  /** Projects with a plan of the year and a report, and what they have done: the numerator of the investment rate. */
  readonly reported: number;
  readonly reportedDone: Decimal;
  /** New projects of the year, and those of them that were started by the day. */
  readonly starting: number;
  readonly started: number;
  readonly late: number;
  /** Projects by where they stand: outside the chain, each state of being stuck, done. */
  readonly columns: Readonly<Record<string, number>>;
  readonly lateInColumn: Readonly<Record<string, number>>;
  /** By gate of the chain: projects that passed the gate before it, and those of them that passed it too. */
  readonly reachedBefore: readonly number[];
  readonly reached: readonly number[];
  readonly flags: Readonly<Record<string, number>>;
}

/** Where on the board a stage stands. */
export const columnOf = (stage: Stage): string =>
  stage.state === 'done' ? 'done' : (stage.stuckId ?? 'outside');

/** What one project adds to every set that it belongs to. */
export function tallyOf({ entry, stage, done, flags }: Standing, { year, asOf, chain }: CountedOn): Tally {
  const [plan, own] = [numberOf(entry.annualPlan), numberOf(done)];
  const isReported = plan !== null && own !== null;
  const isPassed = (gate: string): boolean => (entry.passedOn[gate] ?? '9999-12-31') <= asOf;
  const reachedBefore = chain.gates.map((_gate, at) => isPassed(chain.gates[at - 1]?.id ?? chain.first));
  const starts = entry.kind === 'new' && entry.year === year;
  const isLate = stage.state === 'late';
  const column = columnOf(stage);
  return {
    projects: 1,
    total: numberOf(entry.total) ?? ZERO,
    annualPlan: plan ?? ZERO,
    done: own ?? ZERO,
    reported: Number(isReported),
    reportedDone: isReported ? own : ZERO,
    starting: Number(starts),
    started: Number(starts && isPassed(START)),
    late: Number(isLate),
    columns: { [column]: 1 },
    lateInColumn: isLate ? { [column]: 1 } : {},
    reachedBefore: reachedBefore.map(Number),
    reached: chain.gates.map(({ id }, at) => Number(reachedBefore[at] === true && isPassed(id))),
    flags: Object.fromEntries(flags.map((flag) => [flag, 1])),
  };
}

type Counts = Record<string, number>;

/** A sum while projects are put in and taken out. */
type Running = {
  -readonly [K in keyof Tally]: Tally[K] extends readonly number[]
    ? number[]
    : Tally[K] extends Readonly<Counts>
      ? Counts
      : Tally[K];
};

const start = (): Running => ({
  ...{ projects: 0, total: ZERO, annualPlan: ZERO, done: ZERO, reported: 0, reportedDone: ZERO },
  ...{ starting: 0, started: 0, late: 0, columns: {}, lateInColumn: {}, reachedBefore: [], reached: [] },
  flags: {},
});

const copyOf = (set: Tally): Running => ({
  ...set,
  columns: { ...set.columns },
  lateInColumn: { ...set.lateInColumn },
  reachedBefore: [...set.reachedBefore],
  reached: [...set.reached],
  flags: { ...set.flags },
});

type Sign = 1 | -1;

const moved = (sum: Decimal, by: Decimal, sign: Sign): Decimal => {
  if (by.coefficient === 0n) return sum;
  return sign > 0 ? add(sum, by) : subtract(sum, by);
};

/** A count that falls to nought is gone: what was taken out leaves no trace. */
function moveCounts(counts: Counts, by: Readonly<Counts>, sign: Sign): void {
  for (const key in by) {
    const count = (counts[key] ?? 0) + sign * (by[key] ?? 0);
    if (count === 0) delete counts[key];
    else counts[key] = count;
  }
}

function moveEach(counts: number[], by: readonly number[], sign: Sign): void {
  for (let at = 0; at < by.length; at += 1) counts[at] = (counts[at] ?? 0) + sign * (by[at] ?? 0);
}

function move(set: Running, one: Tally, sign: Sign): void {
  set.projects += sign * one.projects;
  set.total = moved(set.total, one.total, sign);
  set.annualPlan = moved(set.annualPlan, one.annualPlan, sign);
  set.done = moved(set.done, one.done, sign);
  set.reported += sign * one.reported;
  set.reportedDone = moved(set.reportedDone, one.reportedDone, sign);
  set.starting += sign * one.starting;
  set.started += sign * one.started;
  set.late += sign * one.late;
  moveCounts(set.columns, one.columns, sign);
  moveCounts(set.lateInColumn, one.lateInColumn, sign);
  moveEach(set.reachedBefore, one.reachedBefore, sign);
  moveEach(set.reached, one.reached, sign);
  moveCounts(set.flags, one.flags, sign);
}

/** A project that is put into the sums, or taken out of them, with the groups that it stands in. */
export interface Move {
  readonly tally: Tally;
  readonly keys: readonly string[];
  readonly sign: Sign;
}

export const emptyTally: Tally = start();

/** One set after projects were put in and taken out. */
export function moveTally(before: Tally, moves: readonly Omit<Move, 'keys'>[]): Tally {
  const set = copyOf(before);
  for (const { tally, sign } of moves) move(set, tally, sign);
  return set;
}

/** Projects in groups by some key; a project of two keys stands in both groups. */
export interface Groups {
  readonly groups: ReadonlyMap<string, Tally>;
  /** Projects that stand in more than one group. */
  readonly twice: number;
}

/** The groups after projects were put in and taken out; only those that are touched are copied, and an empty one is gone. */
export function moveGroups(before: Groups | null, moves: readonly Move[]): Groups {
  const groups = new Map<string, Tally>(before?.groups);
  const own = new Map<string, Running>();
  let twice = before?.twice ?? 0;
  for (const { tally, keys, sign } of moves) {
    if (keys.length > 1) twice += sign;
    for (const key of keys) {
      const group = own.get(key) ?? copyOf(groups.get(key) ?? emptyTally);
      own.set(key, group);
      move(group, tally, sign);
    }
  }
  for (const [key, group] of own)
    if (group.projects === 0) groups.delete(key);
    else groups.set(key, group);
  return { groups, twice };
}
