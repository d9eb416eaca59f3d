// One row of columns judged: the rules of core/assess/rule on whole numbers. `false` hands the row to `assess` itself.
import { statusOrder } from '../roll-up.ts';
import { reasonCode, statusCode } from './codes.ts';
import { type BulkFacts, flag, NO_DAY, NO_SHARE, rule, said, type VerdictColumns } from './columns.ts';
import { SHARE_LIMIT, SHARE_UNIT, shareDown, shareHalfUp } from './scaled.ts';
import { pointOn } from './series-column.ts';

const ACHIEVED = statusCode('achieved');
const ON_TRACK = statusCode('onTrack');
const AT_RISK = statusCode('atRisk');
const BEHIND = statusCode('behind');
const OVERDUE = statusCode('overdue');
const NOT_DUE = statusCode('notDue');
const NO_JUDGEMENT = statusOrder.indexOf('noJudgement');

const REACHED = reasonCode('reached');
const NOT_REACHED = reasonCode('notReached');
const WITHIN = reasonCode('withinTolerance');
const BEYOND = reasonCode('beyondTolerance');
const AHEAD = reasonCode('aheadOfSchedule');
const BEHIND_SCHEDULE = reasonCode('behindSchedule');
const FASTER = reasonCode('fasterThan');
const SLOWER = reasonCode('slowerThan');
const IN_STEP = reasonCode('inStepWith');
const OUT_OF_STEP = reasonCode('outOfStepWith');
const NO_COMPARATOR = reasonCode('comparatorMissing');
const SAID_DONE = reasonCode('statementSaysDone');
const NO_FIGURE = reasonCode('noFigure');
const NO_BASE = reasonCode('noBase');
const NOT_DUE_YET = reasonCode('notDueYet');
const PAST_DUE = reasonCode('pastDue');

function put(
  out: VerdictColumns,
  row: number,
  status: number,
  reason: number,
  second: number,
  share: number,
  expected: number,
): true {
  out.status[row] = status;
  out.reason[row] = reason;
  out.second[row] = second;
  out.share[row] = share;
  out.expected[row] = expected;
  return true;
}

/** Share of time gone by the end of a day, in 1/10,000 (elapsedShare). */
function elapsed(from: number, to: number, day: number): number {
  const whole = to - from + 1;
  if (whole <= 0 || day >= to) return SHARE_UNIT;
  if (day < from) return 0;
  return shareHalfUp(day - from + 1, whole);
}

/** Nothing of the schedule is due yet: checkpoints exist and all lie ahead. */
const NONE_DUE = NO_SHARE;

/** What the schedule expects by a day (expectedBy). */
function expectedOn(facts: BulkFacts, row: number, day: number): number {
  const { rows, steps } = facts;
  const first = rows.firstStep[row] ?? 0;
  const end = rows.firstStep[row + 1] ?? 0;
  for (let at = end - 1; at >= first; at--) if ((steps.day[at] ?? 0) <= day) return steps.share[at] ?? 0;
  const to = rows.to[row] ?? 0;
  if (day >= to) return SHARE_UNIT;
  return end > first ? NONE_DUE : elapsed(rows.from[row] ?? 0, to, day);
}

const paceStatus = (done: number, expected: number, margin: number, late: boolean): number =>
  late ? OVERDUE : done >= expected ? ON_TRACK : done + margin >= expected ? AT_RISK : BEHIND;

const inRange = (share: number): boolean => share <= SHARE_LIMIT && share >= -SHARE_LIMIT;

/** The reason of a level: the same table as `meets`. */
function meeting(facts: BulkFacts, row: number, value: number, flags: number): number {
  const { rows } = facts;
  const low = rows.low[row] ?? 0;
  const high = rows.high[row] ?? 0;
  if (value >= low && value <= high)
    return (flags & flag.strict) !== 0 && (value === low || value === high) ? NOT_REACHED : REACHED;
  const slack = rows.slack[row] ?? 0;
  if ((flags & flag.tolerant) === 0) return NOT_REACHED;
  return value + slack >= low && value - slack <= high ? WITHIN : BEYOND;
}

const shareShown = (goal: number, value: number): number =>
  goal > 0 && value >= 0 ? shareHalfUp(value, goal) : NO_SHARE;

function judgeLevel(facts: BulkFacts, out: VerdictColumns, row: number, at: number, asOf: number): boolean {
  const value = facts.figures.value[at] ?? 0;
  const { rows, figures } = facts;
  const flags = rows.flags[row] ?? 0;
  const reason = meeting(facts, row, value, flags);
  const share = (flags & flag.showsShare) === 0 ? NO_SHARE : shareShown(rows.goal[row] ?? 0, value);
  if (share > SHARE_LIMIT) return false;
  const dueOn = rows.dueOn[row] ?? 0;
  if (reason === NOT_REACHED || reason === BEYOND)
    return put(out, row, asOf > dueOn ? OVERDUE : BEHIND, reason, 0, share, NO_SHARE);
  if (((figures.said[at] ?? 0) & said.done) !== 0)
    return put(out, row, ACHIEVED, reason, SAID_DONE, share, NO_SHARE);
  return put(out, row, (figures.day[at] ?? 0) >= dueOn ? ACHIEVED : ON_TRACK, reason, 0, share, NO_SHARE);
}

function judgeFlow(facts: BulkFacts, out: VerdictColumns, row: number, at: number, asOf: number): boolean {
  const value = facts.figures.value[at] ?? 0;
  const { rows } = facts;
  const done = shareDown(value, rows.goal[row] ?? 1);
  if (!inRange(done)) return false;
  const day = facts.figures.day[at] ?? 0;
  const expected = expectedOn(facts, row, day);
  const asked = expected === NONE_DUE ? 0 : expected;
  const strictlyOn = done === SHARE_UNIT && ((rows.flags[row] ?? 0) & flag.beyondWhole) !== 0;
  if (done >= SHARE_UNIT && !strictlyOn) return put(out, row, ACHIEVED, REACHED, 0, done, asked);
  if (day >= (rows.to[row] ?? 0)) return judgeLevel(facts, out, row, at, asOf);
  if (expected === NONE_DUE) return put(out, row, NOT_DUE, NOT_DUE_YET, 0, done, 0);
  const late = asOf > (rows.dueOn[row] ?? 0);
  const reason = done >= expected ? AHEAD : BEHIND_SCHEDULE;
  const status = paceStatus(done, expected, facts.riskMargin, late);
  return put(out, row, status, reason, late ? PAST_DUE : 0, done, expected);
}

/** A count that may only stay low is on track while it uses no more than the time gone. */
function judgeCeiling(facts: BulkFacts, out: VerdictColumns, row: number, at: number, asOf: number): boolean {
  const value = facts.figures.value[at] ?? 0;
  const { rows } = facts;
  const day = facts.figures.day[at] ?? 0;
  const done = shareShown(rows.high[row] ?? 0, value);
  if (done === NO_SHARE || day >= (rows.dueOn[row] ?? 0) || done > SHARE_UNIT)
    return judgeLevel(facts, out, row, at, asOf);
  const step = expectedOn(facts, row, day);
  const expected = step === NONE_DUE ? 0 : step;
  const spare = done <= expected;
  const status = spare ? ON_TRACK : done <= expected + facts.riskMargin ? AT_RISK : BEHIND;
  return put(out, row, status, spare ? AHEAD : BEHIND_SCHEDULE, 0, done, expected);
}

/** A level on a day. Short of the target before the end it needs a base to say how far it should be. */
function judgeStock(facts: BulkFacts, out: VerdictColumns, row: number, at: number, asOf: number): boolean {
  const value = facts.figures.value[at] ?? 0;
  const { rows } = facts;
  const flags = rows.flags[row] ?? 0;
  const day = facts.figures.day[at] ?? 0;
  const dueOn = rows.dueOn[row] ?? 0;
  if (!judgeLevel(facts, out, row, at, asOf)) return false;
  if (out.status[row] !== BEHIND || day >= dueOn || (flags & flag.paced) === 0) return true;
  const goal = rows.goal[row] ?? 0;
  const base = rows.base[row] ?? 0;
  const hasBase = (flags & flag.hasBase) !== 0;
  if (hasBase && Number.isNaN(base)) return false;
  if (!hasBase || base >= goal) {
    // What the words say decides where the numbers cannot.
    if (((facts.figures.said[at] ?? 0) & said.words) !== 0) return false;
    const share = shareShown(goal, value);
    return inRange(share) || share === NO_SHARE
      ? put(out, row, NO_JUDGEMENT, out.reason[row] ?? 0, NO_BASE, share, NO_SHARE)
      : false;
  }
  const done = shareHalfUp(value - base, goal - base);
  if (!inRange(done)) return false;
  const expected = elapsed(rows.startsOn[row] ?? 0, dueOn, day);
  const reason = done >= expected ? AHEAD : BEHIND_SCHEDULE;
  return put(out, row, paceStatus(done, expected, facts.riskMargin, asOf > dueOn), reason, 0, done, expected);
}

const MISSING = Number.POSITIVE_INFINITY;

/** The other side of a relative target in the row's scale; MISSING where there is none, NaN where it does not fit. */
function otherSide(facts: BulkFacts, row: number, day: number, flags: number): number {
  const { rows } = facts;
  if ((flags & flag.ownPast) !== 0) return (flags & flag.hasBase) === 0 ? MISSING : (rows.base[row] ?? 0);
  const column = facts.series[rows.series[row] ?? -1];
  if (!column) return MISSING;
  const point = pointOn(column, day);
  return point < 0 ? MISSING : (column.value[point] ?? 0) * (rows.goal[row] ?? 1);
}

function judgeRelative(
  facts: BulkFacts,
  out: VerdictColumns,
  row: number,
  at: number,
  asOf: number,
): boolean {
  const value = facts.figures.value[at] ?? 0;
  const { rows, figures } = facts;
  const flags = rows.flags[row] ?? 0;
  const kind = rows.rule[row] ?? 0;
  const day = figures.day[at] ?? 0;
  const other = otherSide(facts, row, day, flags);
  if (Number.isNaN(other)) return false;
  if (other === MISSING) {
    if (((figures.said[at] ?? 0) & said.words) !== 0) return false;
    const reason = (flags & flag.ownPast) === 0 ? NO_COMPARATOR : NO_BASE;
    return put(out, row, NO_JUDGEMENT, reason, 0, NO_SHARE, NO_SHARE);
  }
  const strict = (flags & flag.strict) !== 0;
  let met: boolean;
  let reason: number;
  if (kind === rule.sync) {
    const slack = rows.slack[row] ?? 0;
    met = (flags & flag.lower) === 0 ? value + slack >= other : value - slack <= other;
    reason = met ? IN_STEP : OUT_OF_STEP;
  } else if (kind === rule.above) {
    const asked = other + (rows.low[row] ?? 0);
    met = value > asked || (value === asked && !strict);
    reason = met ? FASTER : SLOWER;
  } else {
    const asked = other - (rows.low[row] ?? 0);
    met = value < asked || (value === asked && !strict);
    reason = met ? SLOWER : FASTER;
  }
  return put(out, row, reachedOrMissed(facts, row, day, asOf, met), reason, 0, NO_SHARE, NO_SHARE);
}

function reachedOrMissed(facts: BulkFacts, row: number, day: number, asOf: number, met: boolean): number {
  const dueOn = facts.rows.dueOn[row] ?? 0;
  return met ? (day >= dueOn ? ACHIEVED : ON_TRACK) : asOf > dueOn ? OVERDUE : BEHIND;
}

function judgeTrend(facts: BulkFacts, out: VerdictColumns, row: number, at: number, asOf: number): boolean {
  const value = facts.figures.value[at] ?? 0;
  const { rows, figures } = facts;
  const flags = rows.flags[row] ?? 0;
  // Words come before numbers where a trend is promised.
  if (((figures.said[at] ?? 0) & said.words) !== 0) return false;
  const base = rows.base[row] ?? 0;
  if ((flags & flag.hasBase) === 0) return put(out, row, NO_JUDGEMENT, NO_BASE, 0, NO_SHARE, NO_SHARE);
  if (Number.isNaN(base)) return false;
  const kind = rows.rule[row] ?? 0;
  const change = value - base;
  const better = (flags & flag.lower) === 0 ? change >= 0 : change <= 0;
  const met =
    kind === rule.trendStable
      ? Math.abs(change) <= (rows.slack[row] ?? 0) || better
      : kind === rule.trendDown
        ? change < 0
        : change > 0;
  const status = reachedOrMissed(facts, row, figures.day[at] ?? 0, asOf, met);
  return put(out, row, status, met ? REACHED : NOT_REACHED, 0, NO_SHARE, NO_SHARE);
}

function withoutFigure(facts: BulkFacts, out: VerdictColumns, row: number, asOf: number): true {
  const { rows } = facts;
  const first = rows.firstDue[row] ?? NO_DAY;
  if (first !== NO_DAY && first > asOf) return put(out, row, NOT_DUE, NOT_DUE_YET, 0, NO_SHARE, NO_SHARE);
  const late = asOf > (rows.dueOn[row] ?? 0);
  return put(out, row, NO_JUDGEMENT, NO_FIGURE, late ? PAST_DUE : 0, NO_SHARE, NO_SHARE);
}

/** The latest figure up to a day; of several for one day the last recorded. −1 where there is none. */
function latest(facts: BulkFacts, row: number, asOf: number): number {
  const { day } = facts.figures;
  const first = facts.rows.first[row] ?? 0;
  for (let at = (facts.rows.end[row] ?? 0) - 1; at >= first; at--) if ((day[at] ?? 0) <= asOf) return at;
  return -1;
}

/** Judges one row on a day into `out`; false where the columns cannot say it and `assess` must. */
export function judgeRow(facts: BulkFacts, out: VerdictColumns, row: number, asOf: number): boolean {
  const { rows, figures } = facts;
  const kind = rows.rule[row] ?? rule.exact;
  out.figure[row] = -1;
  out.exact[row] = 0;
  if (kind === rule.exact) return false;
  if (asOf < (rows.startsOn[row] ?? 0)) return put(out, row, NOT_DUE, NOT_DUE_YET, 0, NO_SHARE, NO_SHARE);
  const at = latest(facts, row, asOf);
  if (at < 0) return withoutFigure(facts, out, row, asOf);
  out.figure[row] = at;
  const dueOn = rows.dueOn[row] ?? 0;
  if (((rows.flags[row] ?? 0) & flag.goesStale) !== 0 && asOf > dueOn && (figures.day[at] ?? 0) < dueOn)
    return put(out, row, NO_JUDGEMENT, NO_FIGURE, PAST_DUE, NO_SHARE, NO_SHARE);
  if (Number.isNaN(figures.value[at] ?? 0)) return false;
  if (kind === rule.flow) return judgeFlow(facts, out, row, at, asOf);
  if (kind === rule.level) return judgeLevel(facts, out, row, at, asOf);
  if (kind === rule.stock) return judgeStock(facts, out, row, at, asOf);
  if (kind === rule.ceiling) return judgeCeiling(facts, out, row, at, asOf);
  if (kind <= rule.below) return judgeRelative(facts, out, row, at, asOf);
  return judgeTrend(facts, out, row, at, asOf);
}
