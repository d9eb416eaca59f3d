// What a plan needs of an item that was read: the part of a reading's item that commitments and observations are made of.
// It is written down here because the plan stands below reading on the ladder; a read item fits it as it is.

type Value = number | readonly [number, number];
type Comparator = 'eq' | 'ge' | 'le' | 'approx' | 'range';

interface Span {
  readonly start: number;
  readonly end: number;
}

export interface PrintedOwner {
  readonly name: string;
  readonly role: 'lead' | 'support' | 'data';
  readonly group: boolean;
}

export interface PrintedMilestone extends Span {
  readonly by: string | null;
  readonly value: Value | null;
  readonly unit: string;
  readonly of: 'total' | 'target' | 'stage';
  readonly cumulative: boolean;
  readonly comparator: Comparator;
}

export interface PrintedAllocation extends Span {
  readonly unit: string;
  readonly value: number | null;
  readonly second?: number;
}

export interface PrintedIndicator {
  readonly of: 'indicator';
  readonly table: string;
  readonly year: number | null;
  readonly name: string;
  readonly part: string;
  readonly targetText: string;
  readonly actualText: string | null;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
}

export interface PrintedLivelihood {
  readonly of: 'livelihood';
  readonly category: string;
  readonly project: string;
  readonly part: string;
  readonly mode: 'sum' | 'each' | 'whole' | 'pair' | null;
}

export interface PrintedPolicy {
  readonly of: 'policy';
  readonly area: string;
}

export interface PrintedProject {
  readonly of: 'project';
  readonly table: string;
  readonly row: string;
  readonly rowRole: 'total' | 'subtotal' | 'item';
}

export interface PrintedBudget {
  readonly of: 'budget';
  readonly year: number;
  readonly basis: 'execution' | 'budget';
  readonly level: string;
  readonly book: string;
  readonly key: string;
}

export type PrintedDetail =
  | PrintedIndicator
  | PrintedLivelihood
  | PrintedPolicy
  | PrintedProject
  | PrintedBudget
  | { readonly of: 'award' };

export interface PrintedItem extends Span {
  readonly kind: 'target' | 'result' | 'task';
  readonly family:
    | 'indicator'
    | 'task'
    | 'livelihood'
    | 'allocation'
    | 'project'
    | 'budget'
    | 'policy'
    | 'award'
    | 'text';
  readonly number: string;
  readonly title: string;
  readonly metric: string;
  readonly comparator: Comparator | null;
  readonly value: Value | null;
  readonly unit: string;
  readonly direction: 'up' | 'down' | 'to' | 'none';
  readonly relative: string | null;
  readonly relativeType: string | null;
  readonly force: 'binding' | 'anticipatory' | null;
  readonly modality: 'strive' | null;
  readonly owners: readonly PrintedOwner[];
  readonly official: string | null;
  readonly deadline: string | null;
  readonly milestones: readonly PrintedMilestone[];
  readonly allocations: readonly PrintedAllocation[];
  readonly section: string;
  readonly detail?: PrintedDetail;
}

/** A heading of the document, to name the field that a commitment is listed under. */
export interface PrintedHeading extends Span {
  readonly level: number;
  readonly title: string;
}
