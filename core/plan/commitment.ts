// What a commitment is: the one thing everything hangs on, with its targets, owners and schedule.
import type { IsoDate } from '../quantity/date.ts';

export type CommitmentKind = 'indicator' | 'task' | 'livelihood' | 'project' | 'budget' | 'policy';
export type Force = 'binding' | 'anticipatory';

/** How figures of a target may be compared; see design.md section 4, Indicator. */
export type Measure = 'flow' | 'rate' | 'share' | 'stock' | 'cumulative' | 'text';
export type GoodWay = 'higher' | 'lower' | 'around';

export type TargetForm =
  | 'level'
  | 'growth'
  | 'bound'
  | 'range'
  | 'relative'
  | 'trend'
  | 'rank'
  | 'share'
  | 'qualitative';

/** A number as exact decimal text, such as "5.5" or "-0.4". */
export type DecimalText = string;

export interface Checkpoint {
  readonly by: IsoDate | null;
  readonly value: DecimalText | null;
  readonly unit: string;
  readonly of: 'total' | 'target' | 'stage';
  readonly cumulative: boolean;
  readonly comparator: 'eq' | 'ge' | 'le' | 'approx' | 'range';
  readonly printed: string;
}

export interface PlaceShare {
  readonly place: string;
  readonly value: DecimalText | null;
  readonly second: DecimalText | null;
}

/** sum must add up; each is the same rate everywhere; whole is not split; pair is 新增(提升) 5(4). */
export type AllocationMode = 'sum' | 'each' | 'whole' | 'pair';

/** One measurable (or worded) promise of a commitment; the printed words are always kept. */
export interface Target {
  readonly metric: string;
  readonly form: TargetForm;
  readonly comparator: 'eq' | 'ge' | 'le' | 'approx' | 'range' | null;
  /** One number, or least and greatest of a range. Empty for worded targets. */
  readonly values: readonly DecimalText[];
  /** True where the printed bound excludes its own number (低于28, >95). */
  readonly strict?: boolean;
  readonly unit: string;
  readonly direction: 'up' | 'down' | 'to' | 'none';
  readonly relative: string | null;
  readonly relativeType: string | null;
  readonly strive: boolean;
  readonly measure: Measure;
  readonly goodWay: GoodWay;
  readonly printed: string;
  readonly checkpoints: readonly Checkpoint[];
  readonly allocationMode: AllocationMode | null;
  readonly allocations: readonly PlaceShare[];
}

export interface Commitment {
  readonly id: string;
  readonly planId: string;
  readonly kind: CommitmentKind;
  readonly number: string;
  readonly title: string;
  /** Field it is listed under: a heading (经济运行), a category (“幸福助老”在杭州), a policy area. */
  readonly field: string;
  readonly leadUnit: string | null;
  readonly supportUnits: readonly string[];
  readonly official: string | null;
  readonly startsOn: IsoDate;
  readonly dueOn: IsoDate;
  readonly force: Force | null;
  readonly targets: readonly Target[];
}
