// The notebooks in which an explanation is written while a clause is looked at; an answer copies what it keeps.
import type { Row } from '../row.ts';
import type { Looks } from './explain-leaf.ts';
import type { AmountStep } from './explain-result.ts';

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

  /** Whether the very same things are written in the same order. */
  isCopiedBy(list: readonly T[]): boolean {
    if (list.length !== this.count) return false;
    for (let at = 0; at < this.count; at++) if (this.pages[at] !== list[at]) return false;
    return true;
  }
}

/** What the row at hand looks like, and what is found about the clause at hand. */
export interface Notes {
  readonly looks: Looks;
  readonly missing: Notebook<string>;
  readonly steps: Notebook<AmountStep>;
  /** What the clause would pay; NaN where it does not. */
  amount: number;
}

/** Notes what it lacks of a row. */
export type NoteMissing = (row: Row, notes: Notes) => void;

export function noteAll(missing: readonly NoteMissing[], row: Row, notes: Notes): void {
  for (const each of missing) each(row, notes);
}
