// A leaf or an amount apart from its figures: equal shapes share one function, which reads its figures from a record.
//
// A slider that moves a threshold, or a district that has its own, changes figures and not code: nothing is compiled again.
import { canBeUnknown, isLeaf, negate } from '../condition.ts';
import type { Amount, Comparison, Condition, Leaf, Schema, Storage } from '../form.ts';
import { columnNamed } from '../plan.ts';

/** Position among the figures, columns or lists of the record. */
type Slot = number;

export interface SlottedColumn {
  readonly slot: Slot;
  readonly storage: Storage;
}

export type Term =
  | { readonly op: 'number'; readonly figure: Slot }
  | { readonly op: 'column'; readonly column: SlottedColumn }
  | {
      readonly op: 'plus' | 'minus' | 'times' | 'least' | 'greatest';
      readonly left: Term;
      readonly right: Term;
    }
  | { readonly op: 'rate'; readonly of: Term; readonly numerator: Slot; readonly denominator: Slot }
  | { readonly op: 'cases'; readonly cases: readonly Case[]; readonly otherwise: Term }
  | { readonly op: 'brackets'; readonly of: Term; readonly brackets: readonly BracketSlots[] };

export interface Case {
  readonly test: Test;
  /** TRUE where `test` is FALSE; null where the test is never unknown. */
  readonly refuted: Test | null;
  readonly amount: Term;
}

export interface BracketSlots {
  readonly from: Slot;
  readonly upTo: Slot | null;
  readonly numerator: Slot;
  readonly denominator: Slot;
}

export type LeafTest =
  | { readonly op: 'compare'; readonly comparison: Comparison; readonly left: Term; readonly right: Term }
  | {
      readonly op: 'between' | 'outside';
      readonly column: SlottedColumn;
      readonly least: Slot;
      readonly greatest: Slot;
    }
  /** Up to `FEW` values are figures of the record, more of them a list. */
  | { readonly op: 'in' | 'notIn'; readonly column: SlottedColumn; readonly few: readonly Slot[] }
  | { readonly op: 'in' | 'notIn'; readonly column: SlottedColumn; readonly list: Slot }
  | {
      readonly op: 'has' | 'lacks';
      readonly column: SlottedColumn;
      readonly known: SlottedColumn | null;
      readonly bit: Slot;
    };
/** Values that are compared one by one, without a loop. */
const FEW = 6;

export type Test = LeafTest | { readonly op: 'all' | 'any'; readonly of: readonly Test[] };

/**
 * How a leaf looks at rows: `whole` many at a time in the storage of its column, `float` two at a time as floats, `single`
 * one at a time (an amount with cases or brackets).
 */
export type Lanes = 'whole' | 'float' | 'single';

const range: Readonly<Record<Storage, readonly [number, number]>> = {
  u8: [0, 0xff],
  u16: [0, 0xffff],
  u32: [0, 0xffff_ffff],
  i32: [-0x8000_0000, 0x7fff_ffff],
  f64: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
};

/** Whether every figure that a leaf compares its column with exists in the storage of the column. */
function fits(storage: Storage, figures: readonly number[]): boolean {
  const [least, greatest] = range[storage];
  return figures.every(
    (figure) => figure >= least && figure <= greatest && (storage === 'f64' || Number.isInteger(figure)),
  );
}

const isStraight = (amount: Amount): boolean => {
  if (amount.op === 'number' || amount.op === 'column') return true;
  if (amount.op === 'cases' || amount.op === 'brackets') return false;
  return amount.op === 'rate' ? isStraight(amount.of) : isStraight(amount.left) && isStraight(amount.right);
};

export function lanesOf(leaf: Leaf, schema: Schema): Lanes {
  if (leaf.op === 'compare') {
    const { left, right } = leaf;
    if (left.op === 'column' && right.op === 'number') {
      const { storage } = columnNamed(schema, left.column);
      if (storage !== 'f64' && fits(storage, [right.value])) return 'whole';
    }
    return isStraight(left) && isStraight(right) ? 'float' : 'single';
  }
  const { storage } = columnNamed(schema, leaf.column);
  if ('bit' in leaf) return 'single';
  const figures = 'values' in leaf ? leaf.values : [leaf.least, leaf.greatest];
  return storage !== 'f64' && fits(storage, figures) ? 'whole' : 'float';
}

/** What fills the slots: the same for every clause of a shape but for the values. */
export interface Fillings {
  readonly columns: readonly string[];
  readonly figures: readonly number[];
  readonly lists: readonly (readonly number[])[];
}

export class Slots implements Fillings {
  readonly columns: string[] = [];
  readonly figures: number[] = [];
  readonly lists: number[][] = [];
  readonly #schema: Schema;

  constructor(schema: Schema) {
    this.#schema = schema;
  }

  figure(value: number): Slot {
    return this.figures.push(value) - 1;
  }

  column(name: string): SlottedColumn {
    const known = this.columns.indexOf(name);
    const slot = known < 0 ? this.columns.push(name) - 1 : known;
    return { slot, storage: columnNamed(this.#schema, name).storage };
  }

  term(amount: Amount): Term {
    switch (amount.op) {
      case 'number':
        return { op: 'number', figure: this.figure(amount.value) };
      case 'column':
        return { op: 'column', column: this.column(amount.column) };
      case 'rate':
        return {
          op: 'rate',
          of: this.term(amount.of),
          numerator: this.figure(amount.numerator),
          denominator: this.figure(amount.denominator),
        };
      case 'cases':
        return this.#cases(amount);
      case 'brackets':
        return this.#brackets(amount);
      default:
        return { op: amount.op, left: this.term(amount.left), right: this.term(amount.right) };
    }
  }

  #cases(amount: Extract<Amount, { op: 'cases' }>): Term {
    const cases = amount.cases.map((each) => ({
      test: this.test(each.when),
      refuted: canBeUnknown(each.when, this.#schema) ? this.test(negate(each.when)) : null,
      amount: this.term(each.pays),
    }));
    return { op: 'cases', cases, otherwise: this.term(amount.otherwise) };
  }

  #brackets(amount: Extract<Amount, { op: 'brackets' }>): Term {
    let from = 0;
    const brackets = amount.brackets.map(({ upTo, numerator, denominator }) => {
      const slots = {
        from: this.figure(from),
        upTo: upTo === null ? null : this.figure(upTo),
        numerator: this.figure(numerator),
        denominator: this.figure(denominator),
      };
      from = upTo ?? from;
      return slots;
    });
    return { op: 'brackets', of: this.term(amount.of), brackets };
  }

  test(condition: Condition): Test {
    if (isLeaf(condition)) return this.leaf(condition);
    return { op: condition.op, of: condition.of.map((part) => this.test(part)) };
  }

  leaf(leaf: Leaf): LeafTest {
    if (leaf.op === 'compare')
      return {
        op: 'compare',
        comparison: leaf.comparison,
        left: this.term(leaf.left),
        right: this.term(leaf.right),
      };
    const column = this.column(leaf.column);
    if ('values' in leaf && leaf.values.length > 0 && leaf.values.length <= FEW)
      return { op: leaf.op, column, few: leaf.values.map((value) => this.figure(value)) };
    if ('values' in leaf) return { op: leaf.op, column, list: this.lists.push([...leaf.values]) - 1 };
    if ('least' in leaf)
      return {
        op: leaf.op,
        column,
        least: this.figure(leaf.least),
        greatest: this.figure(leaf.greatest),
      };
    const twin = columnNamed(this.#schema, leaf.column).known ?? null;
    return {
      op: leaf.op,
      column,
      known: twin === null ? null : this.column(twin),
      bit: this.figure(leaf.bit),
    };
  }
}
