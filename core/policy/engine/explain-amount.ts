// How an amount is computed and explained: every step with its value, or the facts it lacks.
import type { Row } from '../row.ts';
import { type Compute, TRUE, UNKNOWN } from './closure.ts';
import type { AmountStep, Explained, Notes } from './explain-condition.ts';
import type { Amount } from './form.ts';

export interface ExplainedAmount {
  readonly steps: (row: Row, notes: Notes) => number;
  readonly missing: (row: Row, notes: Notes) => void;
}

export function numberStep(node: Amount, value: number): ExplainedAmount {
  const step: AmountStep = { node, value };
  const steps = (_row: Row, notes: Notes): number => {
    notes.steps.write(step);
    return value;
  };
  return { steps, missing: () => {} };
}

export function columnStep(node: Amount, name: string, at: number): ExplainedAmount {
  return {
    steps: (row, notes) => {
      const value = row[at] ?? Number.NaN;
      notes.steps.write({ node, value });
      return value;
    },
    missing: (row, notes) => {
      if (Number.isNaN(row[at])) notes.missing.writeOnce(name);
    },
  };
}

/** An operation over parts: the parts' steps, then its own. */
export function overStep(node: Amount, compute: Compute, parts: readonly ExplainedAmount[]): ExplainedAmount {
  return {
    steps: (row, notes) => {
      for (const part of parts) part.steps(row, notes);
      const value = compute(row);
      notes.steps.write({ node, value });
      return value;
    },
    missing: (row, notes) => {
      for (const part of parts) part.missing(row, notes);
    },
  };
}

/** The steps of the case that applies; what is missing is what the first undecided case asks. */
export function casesStep(
  node: Amount,
  tests: readonly Explained[],
  amounts: readonly ExplainedAmount[],
): ExplainedAmount {
  /** The number of the case, or −1 where one before it is undecided; that one's missing facts stay noted. */
  const applies = (row: Row, notes: Notes): number => {
    const failed = notes.failed.count;
    const missing = notes.missing.count;
    for (const [at, test] of tests.entries()) {
      const is = test(row, notes);
      notes.failed.count = failed;
      if (is === UNKNOWN) return -1;
      notes.missing.count = missing;
      if (is === TRUE) return at;
    }
    return tests.length;
  };
  return {
    steps: (row, notes) => {
      const missing = notes.missing.count;
      const value = amounts[applies(row, notes)]?.steps(row, notes) ?? Number.NaN;
      notes.missing.count = missing;
      notes.steps.write({ node, value });
      return value;
    },
    missing: (row, notes) => amounts[applies(row, notes)]?.missing(row, notes),
  };
}
