// What the clauses of one item share: the document, its days in force, and how a test is written down.
import type { Clause, ClauseTest, DatedValue, Given } from '../clause.ts';

type Frame = Pick<Clause, 'source' | 'valid' | 'level' | 'review'>;

export interface Item {
  readonly frame: Frame;
  /** A number that the item prints. */
  readonly says: (value: string) => readonly DatedValue[];
}

const itemOf =
  (document: string, from: string, to: string) =>
  (clause: string): Item => ({
    frame: { source: { document, clause }, valid: { from, to }, level: 'city', review: to },
    says: (value) => [{ from, value, ref: clause }],
  });

/** 76 items for the year 2024; the last paragraph makes all of them hold for the whole year unless they say otherwise. */
export const policy16 = itemOf('杭政函〔2024〕16号', '2024-01-01', '2024-12-31');

/** Ten measures for small industrial firms, 1 March 2024 to 31 December 2026 by their last paragraph. */
export const policy3 = itemOf('杭政办函〔2024〕3号', '2024-03-01', '2026-12-31');

type Extra = Pick<ClauseTest, 'paid' | 'paidSoFar' | 'on'>;

export const pays = (given: Given, amount: string, extra: Extra = {}): ClauseTest => ({
  given,
  ...extra,
  expect: { answer: 'yes', amount },
});

export const fails = (given: Given, because: readonly string[], extra: Extra = {}): ClauseTest => ({
  given,
  ...extra,
  expect: { answer: 'no', because },
});

export const lacksFacts = (given: Given, missing: readonly string[], extra: Extra = {}): ClauseTest => ({
  given,
  ...extra,
  expect: { answer: 'unknown', missing },
});
