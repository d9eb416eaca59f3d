// What a million commitments are held in: one typed array a column, figures of one commitment side by side by day.

/** Which of the rules of core/assess decides a row. `exact` rows are asked of `assess` itself. */
export const rule = {
  exact: 0,
  /** judgeLevel: rate, share, and what has no schedule. */
  level: 1,
  flow: 2,
  ceiling: 3,
  stock: 4,
  /** judgeRelative to a series of the plan. */
  sync: 5,
  above: 6,
  below: 7,
  trendUp: 8,
  trendDown: 9,
  trendStable: 10,
} as const;

/** What else the rule has to know of a row; bits of one column. */
export const flag = {
  /** The bound excludes its own number. */
  strict: 1,
  /** A miss says that a tolerance was allowed. */
  tolerant: 2,
  /** judgeLevel shows the share of the target done. */
  showsShare: 4,
  /** A rate of June says nothing about December. */
  goesStale: 8,
  /** Less is good. */
  lower: 16,
  /** A stock that may be paced from its base. */
  paced: 32,
  /** Relative to the metric's own past: the base is the other side. */
  ownPast: 64,
  hasBase: 128,
  /** A flow that stands exactly on its number is not there yet. */
  beyondWhole: 256,
} as const;

/** What the words of a figure add to its number; bits of one column. */
export const said = { words: 1, done: 2 } as const;

/** No day: no dated checkpoint. Days are dayNumber of core/quantity/calendar.ts, so zero is far in the past. */
export const NO_DAY = 0;

export interface RowColumns {
  rule: Uint8Array;
  flags: Uint16Array;
  /** Numbers of the row are whole numbers of 10^-places. */
  places: Uint8Array;
  startsOn: Int32Array;
  dueOn: Int32Array;
  /** What the schedule runs over: the plan's own time, or the five years of a cumulative target. */
  from: Int32Array;
  to: Int32Array;
  firstDue: Int32Array;
  /** The target's number; for a relative row the factor from the series' places to the row's. */
  goal: Float64Array;
  /** Met from `low` up to `high`; for a relative row `low` is the percentage points asked for. */
  low: Float64Array;
  high: Float64Array;
  /** How far outside is still allowed. */
  slack: Float64Array;
  /** The last figure from before the plan, where there is one; NaN where it is no number that fits. */
  base: Float64Array;
  baseDay: Int32Array;
  /** Figures of the plan's own time: from `first` up to, not with, `end`; room up to `room`. */
  first: Int32Array;
  end: Int32Array;
  room: Int32Array;
  /** Steps of the schedule: from `firstStep` up to the next row's. */
  firstStep: Int32Array;
  /** Index of the series that a relative row is held against, −1 where the plan has none of that name. */
  series: Int32Array;
}

export const emptyRows = (count: number): RowColumns => ({
  rule: new Uint8Array(count),
  flags: new Uint16Array(count),
  places: new Uint8Array(count),
  startsOn: new Int32Array(count),
  dueOn: new Int32Array(count),
  from: new Int32Array(count),
  to: new Int32Array(count),
  firstDue: new Int32Array(count),
  goal: new Float64Array(count),
  low: new Float64Array(count),
  high: new Float64Array(count),
  slack: new Float64Array(count),
  base: new Float64Array(count),
  baseDay: new Int32Array(count),
  first: new Int32Array(count),
  end: new Int32Array(count),
  room: new Int32Array(count),
  firstStep: new Int32Array(count + 1),
  series: new Int32Array(count),
});

export interface FigureColumns {
  /** Ascending within a row; of several figures for a day the last recorded stands last. */
  day: Int32Array;
  /** NaN for what is no number that fits: the exact path decides. */
  value: Float64Array;
  said: Uint8Array;
}

export interface StepColumns {
  day: Int32Array;
  /** What the checkpoints ask for from that day on, as a share. */
  share: Int32Array;
}

/** One series of the plan, by day. */
export interface SeriesColumn {
  readonly key: string;
  readonly places: number;
  readonly day: Int32Array;
  /** Last day on which the point may be used: the end of its year. */
  readonly until: Int32Array;
  readonly value: Float64Array;
}

export interface BulkFacts {
  readonly count: number;
  readonly rows: RowColumns;
  readonly figures: FigureColumns;
  readonly steps: StepColumns;
  readonly series: readonly SeriesColumn[];
  /** Settings that the loop itself needs; tolerances stand in the rows. */
  readonly riskMargin: number;
}

/** No share was worked out. */
export const NO_SHARE = -(2 ** 31);

/** One verdict a row. */
export interface VerdictColumns {
  /** Index into statusOrder of core/assess/roll-up.ts. */
  readonly status: Uint8Array;
  /** Indexes into reasonOrder; 0 is none. */
  readonly reason: Uint8Array;
  readonly second: Uint8Array;
  /** In 1/10,000; NO_SHARE where there is none. */
  readonly share: Int32Array;
  readonly expected: Int32Array;
  /** The figure that decided, −1 where none did. */
  readonly figure: Int32Array;
  /** 1 where the exact path decided. */
  readonly exact: Uint8Array;
}

export const verdictColumns = (count: number): VerdictColumns => ({
  status: new Uint8Array(count),
  reason: new Uint8Array(count),
  second: new Uint8Array(count),
  share: new Int32Array(count),
  expected: new Int32Array(count),
  figure: new Int32Array(count),
  exact: new Uint8Array(count),
});
