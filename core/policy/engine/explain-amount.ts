// How an amount is computed and explained: every step with its value, or the facts it lacks.
import type { Row } from '../row.ts';
import { type Compute, FALSE, UNKNOWN } from './closure.ts';
import type { AskedCondition } from './explain-asked.ts';
import { type NoteMissing, type Notes, noteAll } from './explain-note.ts';
import type { AmountStep } from './explain-result.ts';
import type { Amount } from './form.ts';

export interface ExplainedAmount {
  readonly steps: (row: Row, notes: Notes) => number;
  readonly missing: readonly NoteMissing[];
}

export function numberStep(node: Amount, value: number): ExplainedAmount {
  const step: AmountStep = { node, value };
  const steps = (_row: Row, notes: Notes): number => {
    notes.steps.write(step);
    return value;
  };
  return { steps, missing: [] };
}

export function columnStep(node: Amount, name: string, at: number): ExplainedAmount {
  return {
    steps: (row, notes) => {
      const value = row[at] ?? Number.NaN;
      notes.steps.write({ node, value });
      return value;
    },
    missing: [
      (row, notes) => {
        if (Number.isNaN(row[at])) notes.missing.writeOnce(name);
      },
    ],
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
    missing: parts.flatMap((part) => part.missing),
  };
}

/** The steps of the case that applies; what is missing is what the first undecided case asks. */
export function casesStep(
  node: Amount,
  tests: readonly AskedCondition[],
  amounts: readonly ExplainedAmount[],
): ExplainedAmount {
  /** The first case that is not FALSE, or the amount otherwise. */
  const applies = (notes: Notes): number => {
    for (let at = 0; at < tests.length; at++) if (tests[at]?.told(notes.looks).is !== FALSE) return at;
    return tests.length;
  };
  return {
    steps: (row, notes) => {
      const at = applies(notes);
      const isUndecided = tests[at]?.told(notes.looks).is === UNKNOWN;
      const value = isUndecided ? Number.NaN : (amounts[at]?.steps(row, notes) ?? Number.NaN);
      notes.steps.write({ node, value });
      return value;
    },
    missing: [
      (row, notes) => {
        const at = applies(notes);
        const told = tests[at]?.told(notes.looks);
        noteAll((told?.is === UNKNOWN ? told : amounts[at])?.missing ?? [], row, notes);
      },
    ],
  };
}
