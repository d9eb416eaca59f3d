// How a condition is tested and explained in one look: each leaf notes why it failed or what it lacks, and lists drop what does not matter.
import type { Row } from '../row.ts';
import type { Words } from '../words/words.ts';
import { type Compute, comparisons, FALSE, TRUE, type Truth, UNKNOWN } from './closure.ts';
import type { Amount, Comparison, Leaf } from './form.ts';

/** What is said about a leaf whoever asks: made once per rule set. */
export interface LeafNote {
  readonly leaf: Leaf;
  /** Columns it reads, or the flag it asks for. */
  readonly facts: readonly string[];
  /** The author's own words for it. */
  readonly label: Words | null;
  /** Leaves with one number are alternatives: one of them would be enough. */
  readonly anyOf: number | null;
}

export interface FailedLeaf {
  readonly note: LeafNote;
  readonly actual: number | null;
  readonly required: number | null;
  /** What must be added to the actual number for the leaf to hold; negative is "too many". Null where no number is asked. */
  readonly distance: number | null;
}

export interface AmountStep {
  readonly node: Amount;
  readonly value: number;
}

/** A list that is written over for every clause: emptying an array would give its memory back each time. */
export class Notebook<T> {
  private readonly pages: T[] = [];
  count = 0;

  write(page: T): void {
    this.pages[this.count] = page;
    this.count += 1;
  }

  /** Once each; the lists are a few names long. */
  writeOnce(page: T): void {
    for (let at = 0; at < this.count; at++) if (this.pages[at] === page) return;
    this.write(page);
  }

  copy(): readonly T[] {
    return this.pages.slice(0, this.count);
  }
}

/** What is found about the clause at hand; an explanation copies what it keeps. */
export interface Notes {
  readonly failed: Notebook<FailedLeaf>;
  readonly missing: Notebook<string>;
  readonly steps: Notebook<AmountStep>;
}

/** Tests and notes what failed or is missing, each leaf looked at once. */
export type Explained = (row: Row, notes: Notes) => Truth;

/** Kleene AND; failures count only where the whole is FALSE, missing facts only where it is UNKNOWN. */
export function every(parts: readonly Explained[]): Explained {
  return (row, notes) => {
    const before = notes.missing.count;
    let result: Truth = TRUE;
    for (const part of parts) {
      const is = part(row, notes);
      if (is === FALSE) result = FALSE;
      else if (is === UNKNOWN && result === TRUE) result = UNKNOWN;
    }
    if (result === FALSE) notes.missing.count = before;
    return result;
  };
}

/** Kleene OR; the alternatives that failed are told only where all of them did. */
export function some(parts: readonly Explained[]): Explained {
  return (row, notes) => {
    const { failed, missing } = notes;
    const failedBefore = failed.count;
    const missingBefore = missing.count;
    let result: Truth = FALSE;
    for (const part of parts) {
      const is = part(row, notes);
      if (is === TRUE) {
        result = TRUE;
        break;
      }
      if (is === UNKNOWN) result = UNKNOWN;
    }
    if (result !== FALSE) failed.count = failedBefore;
    if (result === TRUE) missing.count = missingBefore;
    return result;
  };
}

export function flagLeaf(test: (row: Row) => Truth, name: string, note: LeafNote): Explained {
  const whole: FailedLeaf = { note, actual: null, required: null, distance: null };
  return (row, notes) => {
    const is = test(row);
    if (is === FALSE) notes.failed.write(whole);
    else if (is === UNKNOWN) notes.missing.writeOnce(name);
    return is;
  };
}

export function columnLeaf(test: (row: Row) => Truth, at: number, note: LeafNote): Explained {
  const [name = ''] = note.facts;
  return (row, notes) => {
    const is = test(row);
    if (is === FALSE) notes.failed.write({ note, actual: row[at] ?? null, required: null, distance: null });
    else if (is === UNKNOWN) notes.missing.writeOnce(name);
    return is;
  };
}

/** `above` and `below` need one more step (1 分, 1 person) than the number they name. */
const stepBeyond = { atLeast: 0, above: 1, atMost: 0, below: -1, equal: 0, unequal: 0 } as const;

export function compareLeaf(
  note: LeafNote,
  comparison: Comparison,
  [left, right]: readonly [Compute, Compute],
  missing: (row: Row, notes: Notes) => void,
): Explained {
  const holds = comparisons[comparison];
  const beyond = stepBeyond[comparison];
  return (row, notes) => {
    const actual = left(row);
    const required = right(row);
    const is = holds(actual, required);
    if (is === FALSE) notes.failed.write({ note, actual, required, distance: required - actual + beyond });
    else if (is === UNKNOWN) missing(row, notes);
    return is;
  };
}

/** The commonest leaf, a column against a number, without closures for its sides. */
export function thresholdLeaf(
  note: LeafNote,
  comparison: Comparison,
  at: number,
  required: number,
): Explained {
  const holds = comparisons[comparison];
  const beyond = stepBeyond[comparison];
  const [name = ''] = note.facts;
  return (row, notes) => {
    const actual = row[at] ?? Number.NaN;
    const is = holds(actual, required);
    if (is === FALSE) notes.failed.write({ note, actual, required, distance: required - actual + beyond });
    else if (is === UNKNOWN) notes.missing.writeOnce(name);
    return is;
  };
}
