// What a reading is: the answer that `bihuan read` prints and that the review screen, the store and the links share.

/** UTF-16 offsets into the decoded source text; `source.slice(start, end)` is the printed wording. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type DocumentKind =
  | 'workReport'
  | 'planReport'
  | 'budgetReport'
  | 'decomposition'
  | 'livelihoodList'
  | 'policyPackage'
  | 'executionReport'
  | 'gazette'
  | 'other';

export interface DocumentIdentity {
  readonly title: string;
  /** 发文字号 such as 杭政函〔2024〕16号, normalised to 〔〕; empty where none is printed. */
  readonly number: string;
  readonly issuer: string;
  /** ISO date, or empty. */
  readonly date: string;
  readonly kind: DocumentKind;
}

export interface Heading extends Span {
  readonly level: number;
  /** As printed, such as 一、 or (二) or 3. */
  readonly num: string;
  readonly title: string;
}

export interface Cell extends Span {
  readonly text: string;
}

export interface Table extends Span {
  readonly caption: string;
  readonly header: readonly string[];
  readonly rows: readonly { readonly cells: readonly Cell[] }[];
}

export type Comparator = 'eq' | 'ge' | 'le' | 'approx' | 'range';
export type Direction = 'up' | 'down' | 'to' | 'none';
/** A number, or [least, greatest] of a range. */
export type Value = number | readonly [number, number];

export interface Quantity extends Span {
  readonly value: Value;
  /** The unit as printed, scale included (亿元, 万人次); empty where none could be found. */
  readonly unit: string;
  readonly comparator: Comparator;
  readonly direction: Direction;
  readonly unitFrom: 'text' | 'context';
}

export type ItemKind = 'target' | 'result' | 'task';
export type ItemFamily =
  | 'indicator'
  | 'task'
  | 'livelihood'
  | 'allocation'
  | 'project'
  | 'budget'
  | 'policy'
  | 'award'
  | 'text';

export interface Owner {
  readonly name: string;
  readonly role: 'lead' | 'support' | 'data';
  /** 各区、县(市)政府 is a group; 上城区政府 is not. */
  readonly group: boolean;
}

export interface Milestone extends Span {
  /** ISO date of the last day it may happen on; null where the text gives no exact day (3月前). */
  readonly by: string | null;
  readonly value: Value | null;
  readonly unit: string;
  /** What a percentage is a share of. */
  readonly of: 'total' | 'target' | 'stage';
  readonly cumulative: boolean;
  readonly comparator: Comparator;
}

export interface Allocation extends Span {
  readonly unit: string;
  /** null where the cell is a dash: nothing was allocated. */
  readonly value: number | null;
  /** The bracketed second number of 新增(提升) 5(4). */
  readonly second?: number;
}

export type RelativeType =
  | 'sync'
  | 'above'
  | 'below'
  | 'shareStable'
  | 'shareUp'
  | 'trendUp'
  | 'trendDown'
  | 'trendStable'
  | 'rank';

export interface Item extends Span {
  readonly kind: ItemKind;
  readonly family: ItemFamily;
  readonly number: string;
  readonly title: string;
  readonly metric: string;
  readonly comparator: Comparator | null;
  readonly value: Value | null;
  readonly unit: string;
  readonly direction: Direction;
  /** The series or base a target is relative to, as printed (经济增长, 城镇居民人均可支配收入增速, 上年). */
  readonly relative: string | null;
  readonly relativeType: RelativeType | null;
  readonly force: 'binding' | 'anticipatory' | null;
  readonly modality: 'strive' | null;
  readonly owners: readonly Owner[];
  readonly official: string | null;
  /** ISO date, or null. */
  readonly deadline: string | null;
  readonly milestones: readonly Milestone[];
  readonly allocations: readonly Allocation[];
  /** Path of heading numbers, such as 二/(三)/4. */
  readonly section: string;
  /** What only this family has; one shape a family, below. */
  readonly detail?: ItemDetail;
}

/** A contradiction or its absence, or a repair that was made, always with both numbers and the place. */
export interface Check extends Span {
  /** allocation.sum, table.sum, table.share, budget.identity, budget.opening, number.twice, repair.slippedRow, ... */
  readonly rule: string;
  readonly ok: boolean;
  readonly expected: number | string | null;
  readonly found: number | string | null;
  /** found − expected where both are numbers. */
  readonly residual: number | null;
  /** How far rounding of the printed operands alone could move the result; 0 where nothing was rounded. */
  readonly rounding: number;
  /** What was compared, in words of the document (metric, column, formula). */
  readonly what: string;
  /** The other place, where a contradiction has two. */
  readonly other?: Span;
  /** A printed note that explains the difference (a footnote). */
  readonly explainedBy?: Span;
}

export type UnreadWhy = 'digitsWithoutClass' | 'cellWithoutHeader' | 'unitMissing' | 'ownerUnknown';
export interface Unread extends Span {
  readonly why: UnreadWhy;
}

/** A person appointed to a post or relieved of it; the span is the clause that says so. */
export interface Appointment extends Span {
  readonly action: 'appoint' | 'relieve';
  readonly name: string;
  /** 杭州市公安局; empty where the post alone is printed (副市长). */
  readonly unit: string;
  readonly post: string;
  /** Number and ISO date of the document that decides it; empty where none is printed. */
  readonly number: string;
  readonly date: string;
}

export interface Reading {
  readonly document: DocumentIdentity;
  readonly headings: readonly Heading[];
  readonly tables: readonly Table[];
  readonly quantities: readonly Quantity[];
  readonly items: readonly Item[];
  readonly checks: readonly Check[];
  readonly unread: readonly Unread[];
  readonly appointments: readonly Appointment[];
}

/** One row of an indicator table (annual targets, or targets with figures). */
export interface IndicatorDetail {
  readonly of: 'indicator';
  readonly table: string;
  readonly year: number | null;
  readonly name: string;
  /** Name of the sub-row (化学需氧量), empty where the row is not composite. */
  readonly part: string;
  readonly targetText: string;
  readonly targetSpan: Span | null;
  /** null where the table has no column of figures; '' where the cell is empty. */
  readonly actualText: string | null;
  readonly actualSpan: Span | null;
  /** ISO dates of the period the figures are for. */
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  /** 符合预期, 不及预期, or null. */
  readonly printed: string | null;
}

/** A row of a livelihood responsibility list or of a district decomposition. */
export interface LivelihoodDetail {
  readonly of: 'livelihood';
  readonly year: number | null;
  readonly category: string;
  readonly project: string;
  /** Officer of the lead unit, as printed. */
  readonly leadOfficers: readonly string[];
  /** The promises in the row, when it holds several: metric, value, unit. */
  readonly part: string;
  readonly caveat: string;
  readonly mode: 'sum' | 'each' | 'whole' | 'pair' | null;
}

/** A numbered policy of a package. */
export interface PolicyDetail {
  readonly of: 'policy';
  readonly area: string;
  readonly areaNumber: number;
  readonly fund: { readonly value: number; readonly unit: string } | null;
}

/** A sentence that grants something: 对首次上规的企业给予最高20万元奖励. */
export interface AwardDetail {
  readonly of: 'award';
  readonly document: string;
  readonly clause: string;
  readonly beneficiary: string;
  readonly trigger: string;
  readonly award: 'fixed' | 'rate' | 'multiple' | 'status' | 'limit' | 'thresholdChange' | 'other';
  readonly cap: { readonly value: number; readonly unit: string } | null;
  readonly rate: { readonly value: number; readonly unit: string; readonly base: string } | null;
  readonly limit: 'atMost' | 'atLeast' | 'exactly';
}

/** A line of a budget book or of the debt statement. */
export interface BudgetDetail {
  readonly of: 'budget';
  readonly year: number;
  readonly basis: 'execution' | 'budget';
  readonly level: string;
  readonly book: 'generalPublic' | 'governmentFunds' | 'stateCapital' | 'socialInsurance' | 'debt';
  /** income, incomeGrowth, expenditure, transfersIn, totalIn, openingBalance, ... */
  readonly key: string;
}

/** A cell of a project table or a figure in a project statement. */
export interface ProjectDetail {
  readonly of: 'project';
  readonly table: string;
  readonly row: string;
  readonly rowRole: 'total' | 'subtotal' | 'item';
  readonly column: string;
}

export type ItemDetail =
  | IndicatorDetail
  | LivelihoodDetail
  | PolicyDetail
  | AwardDetail
  | BudgetDetail
  | ProjectDetail;
