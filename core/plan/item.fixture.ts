// Read items for tests: everything empty that a test does not give.
import type { PrintedItem } from './printed-item.ts';

export const item = (given: Partial<PrintedItem>): PrintedItem => ({
  kind: 'target',
  family: 'task',
  start: 0,
  end: 0,
  number: '',
  title: '',
  metric: '',
  comparator: null,
  value: null,
  unit: '',
  direction: 'none',
  relative: null,
  relativeType: null,
  force: null,
  modality: null,
  owners: [],
  official: null,
  deadline: null,
  milestones: [],
  allocations: [],
  section: '',
  ...given,
});

/** Where a piece of text stands in a source. */
export function place(source: string, quote: string): { readonly start: number; readonly end: number } {
  const start = source.indexOf(quote);
  if (start < 0) throw new Error(`not in the source: ${quote}`);
  return { start, end: start + quote.length };
}
