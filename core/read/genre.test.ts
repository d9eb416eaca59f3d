// Whole documents in the forms of the genre, with what an expert would take out of them as data beside each.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from './read-document.ts';
import type { Item, Reading, Span } from './reading.ts';

const folder = `${import.meta.dirname}/../../samples/genre`;

interface Found {
  readonly quote: string;
  readonly value: number;
  readonly unit: string;
  readonly comparator?: string;
  readonly direction?: string;
  readonly times?: number;
}
interface Expected {
  readonly why: string;
  readonly number?: string;
  readonly kind?: string;
  readonly date?: string;
  readonly indicators?: number;
  readonly tasks?: readonly { number: string; lead: string; owners: number; deadline: string }[];
  readonly targets?: readonly Found[];
  readonly results?: readonly Found[];
  readonly notTargets?: readonly string[];
  readonly awards?: readonly number[];
  readonly allocations?: readonly { number: string; sum: number; expected: number; ok: boolean }[];
  readonly failing?: readonly { rule: string; numbers: readonly number[] }[];
  readonly holding?: readonly { numbers: readonly number[] }[];
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

function spanOf(source: string, quote: string): Span {
  const start = source.indexOf(quote);
  if (start < 0) throw new Error(`the document does not hold "${quote}"`);
  return { start, end: start + quote.length };
}

function matches(item: Item, wanted: Found, at: Span): boolean {
  return (
    overlaps(item, at) &&
    item.value === wanted.value &&
    item.unit === wanted.unit &&
    (wanted.comparator === undefined || item.comparator === wanted.comparator) &&
    (wanted.direction === undefined || item.direction === wanted.direction)
  );
}

/** The wanted items that are missing, each with what stood there instead: the message an expert needs. */
function missing(reading: Reading, source: string, kind: string, wanted: readonly Found[]): string[] {
  const items = reading.items.filter((item) => item.kind === kind);
  return wanted.flatMap((want) => {
    const at = spanOf(source, want.quote);
    const hits = items.filter((item) => matches(item, want, at)).length;
    if (hits >= (want.times ?? 1)) return [];
    const there = items
      .filter((item) => overlaps(item, at))
      .map((item) => `${item.metric}=${String(item.value)}${item.unit} ${item.comparator} ${item.direction}`);
    return [
      `${want.quote}: want ${want.value}${want.unit} ×${want.times ?? 1}, found ${hits}; there: ${there.join(' | ') || 'nothing'}`,
    ];
  });
}

const documents = readdirSync(folder)
  .filter((name) => name.endsWith('.expected.json'))
  .map((name) => {
    const expected: Expected = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));
    const source = readFileSync(`${folder}/${name.replace('.expected.json', '.txt')}`, 'utf8');
    return { name: name.replace('.expected.json', ''), expected, source };
  });

describe.each(documents)('$name', ({ expected, source }) => {
  const reading = readDocument(source);

  it('knows the document', () => {
    const { number, kind, date } = reading.document;
    expect({
      number: expected.number ?? number,
      kind: expected.kind ?? kind,
      date: expected.date ?? date,
    }).toEqual({ number, kind, date });
  });

  it('every span shows the printed wording', () => {
    const wrong = [...reading.items, ...reading.quantities, ...reading.headings, ...reading.checks].filter(
      (span) => !(span.start >= 0 && span.end <= source.length && span.start < span.end),
    );
    expect(wrong).toEqual([]);
  });

  it('finds the targets', () => {
    expect(missing(reading, source, 'target', expected.targets ?? [])).toEqual([]);
  });

  it('finds the results', () => {
    expect(missing(reading, source, 'result', expected.results ?? [])).toEqual([]);
  });

  it('takes no threshold for a target', () => {
    const wrong = (expected.notTargets ?? []).flatMap((quote) => {
      const at = spanOf(source, quote);
      return reading.items
        .filter(
          (item) =>
            item.kind === 'target' &&
            item.value !== null &&
            item.family !== 'award' &&
            item.start >= at.start &&
            item.end <= at.end,
        )
        .map((item) => `${quote}: ${item.metric}`);
    });
    expect(wrong).toEqual([]);
  });

  it('finds the tasks with owners and deadlines', () => {
    const tasks = (expected.tasks ?? []).map((task) => {
      const item = reading.items.find((found) => found.kind === 'task' && found.number === task.number);
      return {
        number: task.number,
        lead: item?.owners.find((owner) => owner.role === 'lead')?.name ?? 'no task',
        owners: item?.owners.length ?? 0,
        deadline: item?.deadline ?? 'none',
      };
    });
    expect(tasks).toEqual(expected.tasks ?? []);
  });

  it('finds rows of tables and what they sum to', () => {
    if (expected.indicators !== undefined) {
      const rows = reading.items.filter((item) => item.family === 'indicator' && item.kind === 'target');
      expect(rows.length).toBe(expected.indicators);
    }
    const sums = (expected.allocations ?? []).map((row) => {
      const item = reading.items.find(
        (found) => found.family === 'allocation' && found.number === row.number,
      );
      const sum = (item?.allocations ?? []).reduce((total, place) => total + (place.value ?? 0), 0);
      const check = reading.checks.find(
        (found) => found.rule === 'allocation.sum' && item !== undefined && overlaps(found, item),
      );
      return { number: row.number, sum, expected: item?.value, ok: check?.ok };
    });
    expect(sums).toEqual(expected.allocations ?? []);
  });

  it('finds the awards', () => {
    const caps = reading.items.flatMap((item) =>
      item.detail?.of === 'award' ? [item.detail.cap?.value ?? null] : [],
    );
    expect((expected.awards ?? []).filter((amount) => !caps.includes(amount))).toEqual([]);
  });

  it('names every contradiction and no other', () => {
    const failed = reading.checks.filter((check) => !check.ok && !check.rule.startsWith('repair.'));
    const numbersOf = (check: (typeof failed)[number]) =>
      [check.expected, check.found].filter((number) => typeof number === 'number');
    const unnamed = (expected.failing ?? []).filter(
      (want) =>
        !failed.some(
          (check) =>
            check.rule === want.rule && want.numbers.every((number) => numbersOf(check).includes(number)),
        ),
    );
    expect(unnamed).toEqual([]);
    const allowed =
      (expected.failing?.length ?? 0) + (expected.allocations ?? []).filter((row) => !row.ok).length;
    expect(failed.slice(allowed).map((check) => `${check.rule} ${check.what}`)).toEqual([]);
  });
});
