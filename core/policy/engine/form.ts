// The intermediate form of a clause: what every back end (closures, columns, SQL) reads, and nothing else.
//
// Money is whole 分, a rate is a reduced fraction floored to 分, a date is days since 1970-01-01. Conditions are in negation
// normal form: NOT stands nowhere, so "a comparison with a missing value is false" equals "Kleene logic says TRUE".

export type Storage = 'u8' | 'u16' | 'u32' | 'i32' | 'f64';

/** What a column counts; two columns are compared only when they count the same. */
export type Measure = 'fen' | 'count' | 'year' | 'date' | 'code' | 'area' | 'share' | 'flags';

/** One fact about a subject. Bounds are inclusive and proved on import; products are proved below 2^53 from them. */
export interface Column {
  readonly name: string;
  readonly storage: Storage;
  readonly measure: Measure;
  /** A missing f64 is NaN; integers are never missing, a fact that may be missing is stored as f64. */
  readonly nullable: boolean;
  readonly least: number;
  readonly greatest: number;
  /**
   * For `flags`: what each bit means. A three-valued flag has a twin column `<name>_known`: `has` needs the bit in the
   * column, `lacks` needs it known and unset; where `known` is null every bit of the column is known.
   */
  readonly bits?: readonly string[];
  readonly known?: string | null;
}
export type Schema = readonly Column[];

export type Amount =
  | { readonly op: 'number'; readonly value: number }
  | { readonly op: 'column'; readonly column: string }
  | {
      readonly op: 'plus' | 'minus' | 'times' | 'least' | 'greatest';
      readonly left: Amount;
      readonly right: Amount;
    }
  /** floor(of × numerator ÷ denominator) */
  | { readonly op: 'rate'; readonly of: Amount; readonly numerator: number; readonly denominator: number }
  /** The first case whose condition is TRUE; a case whose condition is unknown makes the amount unknown. */
  | {
      readonly op: 'cases';
      readonly cases: readonly { readonly when: Condition; readonly pays: Amount }[];
      readonly otherwise: Amount;
    }
  /** Progressive: each part of `of` up to `upTo` at its own rate, each floored; `upTo` null is "the rest". */
  | { readonly op: 'brackets'; readonly of: Amount; readonly brackets: readonly Bracket[] };

export interface Bracket {
  readonly upTo: number | null;
  readonly numerator: number;
  readonly denominator: number;
}

export type Comparison = 'atLeast' | 'above' | 'atMost' | 'below' | 'equal' | 'unequal';

export type Leaf =
  | { readonly op: 'compare'; readonly comparison: Comparison; readonly left: Amount; readonly right: Amount }
  | {
      readonly op: 'between' | 'outside';
      readonly column: string;
      readonly least: number;
      readonly greatest: number;
    }
  | { readonly op: 'in' | 'notIn'; readonly column: string; readonly values: readonly number[] }
  /** `bit` is a position, 0 to 31: the index of the flag in the column's `bits`. */
  | { readonly op: 'has' | 'lacks'; readonly column: string; readonly bit: number };

export type Condition = Leaf | { readonly op: 'all' | 'any'; readonly of: readonly Condition[] };

/** One clause bound to a day: parameters and dates are numbers by now. */
export interface BoundClause {
  readonly id: string;
  readonly when: Condition;
  readonly amount: Amount;
  /** Clauses of one group exclude each other: the highest pays (就高), ties go to the first; null stands alone. */
  readonly group: string | null;
  /** `highest` pays the best one; `topUp` pays what the best exceeds `paid` (already paid in the group), never below 0. */
  readonly rule: 'highest' | 'topUp';
  /** Column with what the group has already paid this subject; null where nothing is folded in. */
  readonly paid: string | null;
}

/** Clauses of one group stand beside each other, in the order that breaks ties. */
export interface RuleSet {
  readonly schema: Schema;
  readonly clauses: readonly BoundClause[];
  /** SHA-256 of the canonical text of schema and clauses: the key of cached modules and of the decision log. */
  readonly hash: string;
}
