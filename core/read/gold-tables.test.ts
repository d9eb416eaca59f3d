// Tables of the working documents against their hand-made answers: indicators, responsibility list, decomposition, projects.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from './read-document.ts';
import type { Check, Item, Milestone, Reading, Span } from './reading.ts';

const shared = `${import.meta.dirname}/../../../shared`;
const present = existsSync(`${shared}/gold`) && existsSync(`${shared}/seeds`);

interface GoldSpan extends Span {
  readonly doc: string;
}
interface GoldFigure {
  readonly form: string;
  readonly direction: string;
  readonly comparator: string | null;
  readonly value: number | null;
  readonly unit: string | null;
  readonly signed_value?: number;
}
interface GoldIndicator extends GoldSpan {
  readonly id: string;
  readonly name: string;
  readonly sub_name?: string;
  readonly target: GoldFigure;
  readonly actual: GoldFigure | null;
  readonly actual_text: string | null;
  readonly property: string | null;
  readonly assessment: string | null;
  readonly responsible: readonly string[] | null;
}
interface GoldCheckpoint extends GoldSpan {
  readonly comparator: string;
  readonly value: number | null;
  readonly implied_value?: number;
  readonly unit: string;
  readonly of?: string;
  readonly cumulative: boolean;
}
interface GoldProject extends GoldSpan {
  readonly number: number;
  readonly official: string;
  readonly lead_unit: string;
  readonly lead_persons: readonly string[];
  readonly supporting_units: readonly string[];
  readonly due: { readonly date: string };
  readonly targets: readonly (GoldSpan & { readonly value: number; readonly unit: string })[];
  readonly milestones: readonly (GoldSpan & {
    readonly due: { readonly date: string };
    readonly checkpoints: readonly GoldCheckpoint[];
  })[];
}
type GoldShare = number | null | { readonly new: number; readonly upgraded: number };
interface GoldRow extends GoldSpan {
  readonly target_value: number | null;
  readonly unit: string | null;
  readonly allocations: Readonly<Record<string, GoldShare>> | null;
  readonly sum: number | null;
  readonly sum_ok: boolean | null;
}

const gold = (name: string) => JSON.parse(readFileSync(`${shared}/gold/${name}.json`, 'utf8'));
const readings = new Map<string, Reading>();
function readingOf(doc: string): Reading {
  const known = readings.get(doc);
  if (known) return known;
  const reading = readDocument(readFileSync(`${shared}/seeds/${doc}`, 'utf8'));
  readings.set(doc, reading);
  return reading;
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
const comparators: Readonly<Record<string, string>> = {
  exactly: 'eq',
  about: 'approx',
  at_least: 'ge',
  above: 'ge',
  at_most: 'le',
  below: 'le',
};

/** Counts right answers and keeps what was wrong, so that a failing score says where. */
class Score {
  readonly wrong: string[] = [];
  right = 0;
  all = 0;
  add(what: string, holds: boolean, found: unknown): void {
    this.all += 1;
    if (holds) this.right += 1;
    else this.wrong.push(`${what}: ${JSON.stringify(found)}`);
  }
  /** Prints the score and fails under the floor, with the wrong answers as message. */
  atLeast(name: string, floor: number): void {
    process.stdout.write(`  ${name} ${this.right}/${this.all}\n`);
    expect(this.right, this.wrong.join('\n')).toBeGreaterThanOrEqual(floor);
    expect(this.all).toBeGreaterThan(0);
  }
}

// Folding takes the subscript mark-up and the spaces out of names; the printed wording stays in the span.
const bare = (text: string): string => text.replace(/[\s_{}]/g, '');
const detailOf = (item: Item | undefined) => (item?.detail?.of === 'indicator' ? item.detail : undefined);

describe.skipIf(!present)('indicator rows (skipped where ../shared is absent)', () => {
  const rows: readonly GoldIndicator[] = present ? gold('indicators') : [];
  const find = (row: GoldIndicator, kind: Item['kind']) =>
    readingOf(row.doc).items.find(
      (item) => item.family === 'indicator' && item.kind === kind && overlaps(item, row),
    );

  it('names, sub-names, force, owners and printed verdicts', () => {
    const score = new Score();
    for (const row of rows) {
      const item = find(row, 'target');
      const detail = detailOf(item);
      score.add(
        row.id,
        bare(detail?.name ?? '') === bare(row.name) && (detail?.part ?? '') === (row.sub_name ?? ''),
        detail,
      );
      const force = row.property === '约束性' ? 'binding' : row.property === '预期性' ? 'anticipatory' : null;
      score.add(`${row.id} force`, item?.force === force, item?.force);
      const owners = (item?.owners ?? []).map((owner) => owner.name);
      score.add(`${row.id} owners`, JSON.stringify(owners) === JSON.stringify(row.responsible ?? []), owners);
      score.add(`${row.id} verdict`, (detail?.printed ?? '-') === (row.assessment ?? '-'), detail?.printed);
    }
    score.atLeast('indicators: name, force, owners, verdict', rows.length * 4);
  });

  it('targets: value with unit, comparator, direction', () => {
    const score = new Score();
    for (const row of rows) {
      const item = find(row, 'target');
      const { value, unit, comparator, form, direction } = row.target;
      const units = [unit ?? '', `个${unit ?? ''}`];
      score.add(
        `${row.id} value`,
        item?.value === value && (value === null || units.includes(item.unit)),
        item,
      );
      score.add(
        `${row.id} comparator`,
        item?.comparator === (comparator === null ? null : comparators[comparator]),
        item,
      );
      const way = direction === 'decrease' ? 'down' : 'up';
      if (form === 'growth') score.add(`${row.id} direction`, item?.direction === way, item);
    }
    // 正增长 is a growth of at least 0 here and a growth without a number there; 总量保持第一,占比不低于上年 is two in one.
    score.atLeast('indicators: targets', score.all - 2);
  });

  it('figures: value with unit, or none', () => {
    const score = new Score();
    for (const row of rows) {
      const item = find(row, 'result');
      const value = row.actual?.value ?? null;
      const signed = row.actual?.signed_value ?? value;
      const holds =
        row.actual_text === null
          ? item === undefined
          : (item?.value === value || item?.value === signed) &&
            (value === null || item?.unit === (row.actual?.unit ?? ''));
      score.add(row.id, holds, item);
    }
    score.atLeast('indicators: figures', rows.length);
  });

  it('counts every row of the three tables, sub-rows apart', () => {
    const count = (doc: string) =>
      readingOf(doc).items.filter((item) => item.family === 'indicator' && item.kind === 'target').length;
    const docs = [...new Set(rows.map((row) => row.doc))].sort();
    expect(docs.map(count)).toEqual([48, 75]);
  });
});

describe.skipIf(!present)('livelihood (skipped where ../shared is absent)', () => {
  const answers: {
    annex1: readonly GoldProject[];
    annex2: readonly { id: string; number: number; lead_unit: string; rows: readonly GoldRow[] }[];
  } = present ? gold('livelihood') : { annex1: [], annex2: [] };
  const doc = answers.annex1[0]?.doc ?? '';
  const of = (family: Item['family']) => readingOf(doc).items.filter((item) => item.family === family);

  it('the list: promises, owners, officials, deadlines', () => {
    const score = new Score();
    for (const row of answers.annex1) {
      const items = of('livelihood').filter((item) => item.number === String(row.number));
      const [first] = items;
      for (const target of row.targets) {
        const hit = items.some(
          (item) => item.value === target.value && item.unit === target.unit && overlaps(item, target),
        );
        score.add(`${row.number} target ${target.value}${target.unit}`, hit, items);
      }
      const owners = (first?.owners ?? []).map((owner) => owner.name);
      score.add(
        `${row.number} owners`,
        JSON.stringify(owners) === JSON.stringify([row.lead_unit, ...row.supporting_units]),
        owners,
      );
      const officers = first?.detail?.of === 'livelihood' ? first.detail.leadOfficers : [];
      score.add(
        `${row.number} officials`,
        first?.official === row.official && officers.join() === row.lead_persons.join(),
        officers,
      );
      score.add(`${row.number} deadline`, first?.deadline === row.due.date, first?.deadline);
    }
    score.atLeast('livelihood list', score.all);
  });

  it('the list: steps with dates and numbers', () => {
    const score = new Score();
    for (const row of answers.annex1) {
      const steps: readonly Milestone[] = of('livelihood')
        .filter((item) => item.number === String(row.number))
        .flatMap((item) => item.milestones);
      for (const step of row.milestones) {
        const here = steps.filter((one) => overlaps(one, step));
        score.add(
          `${row.number} step`,
          here.some((one) => one.by === step.due.date),
          here,
        );
        for (const point of step.checkpoints) {
          const hit = here.some(
            (one) =>
              one.value === (point.value ?? point.implied_value) &&
              one.unit === point.unit &&
              one.comparator === comparators[point.comparator] &&
              one.of === (point.of ?? 'total') &&
              one.cumulative === point.cumulative,
          );
          score.add(`${row.number} checkpoint ${point.value}${point.unit}`, hit, here);
        }
      }
    }
    score.atLeast('livelihood steps', score.all);
  });

  it('the decomposition: targets, every allocation, every sum', () => {
    const score = new Score();
    const { checks } = readingOf(doc);
    for (const project of answers.annex2) {
      for (const row of project.rows) {
        const item = of('allocation').find(
          (one) => one.number === String(project.number) && overlaps(one, row),
        );
        score.add(
          `${project.id} target`,
          item?.value === row.target_value && item?.unit === (row.unit ?? ''),
          item,
        );
        for (const [place, share] of Object.entries(row.allocations ?? {})) {
          const found = item?.allocations.find((one) => one.unit === place);
          const [value, second] =
            typeof share === 'object' && share !== null ? [share.new, share.upgraded] : [share, 0];
          score.add(
            `${project.id} ${place}`,
            found?.value === value && (found?.second ?? 0) === second,
            found,
          );
        }
        if (row.allocations === null) score.add(`${project.id} whole`, item?.allocations.length === 0, item);
        if (row.sum_ok === null || row.sum_ok === undefined) continue;
        const check = checks.find(
          (one: Check) => one.rule === 'allocation.sum' && item !== undefined && overlaps(one, item),
        );
        score.add(`${project.id} sum`, check?.ok === row.sum_ok && check.found === row.sum, check);
      }
    }
    score.atLeast('livelihood decomposition', score.all);
  });

  it('the decomposition: 61 rows, 57 of them add up, four are not to be added', () => {
    const modes = of('allocation').map((item) =>
      item.detail?.of === 'livelihood' ? item.detail.mode : null,
    );
    expect(modes).toHaveLength(61);
    expect(modes.filter((mode) => mode === 'each' || mode === 'whole')).toHaveLength(4);
    const sums = readingOf(doc).checks.filter((check) => check.rule === 'allocation.sum');
    expect(sums.map((check) => check.ok)).toEqual(Array.from({ length: 57 }, () => true));
  });

  it('says what was mended and what contradicts', () => {
    const rules = readingOf(doc).checks.map((check) => check.rule);
    expect(rules).toContain('repair.slippedRow');
    expect(rules).toContain('repair.filledOwner');
    expect(rules).toContain('deadline.conflict');
  });
});

describe.skipIf(!present)('project tables (skipped where ../shared is absent)', () => {
  const answers: {
    tables: readonly {
      columns: readonly { key: string; unit: string }[];
      rows: readonly (GoldSpan & Record<string, unknown>)[];
    }[];
    checks: readonly { id: string; computed: number; stated: number; ok: boolean }[];
  } = present ? gold('projects') : { tables: [], checks: [] };

  it('every cell with its unit', () => {
    const score = new Score();
    for (const table of answers.tables) {
      for (const row of table.rows) {
        for (const { key, unit } of table.columns) {
          const hit = readingOf(row.doc).items.some(
            (item) =>
              item.family === 'project' &&
              item.value === row[key] &&
              item.unit === unit &&
              overlaps(item, row),
          );
          score.add(`${String(row.name)} ${key}`, hit, row[key]);
        }
      }
    }
    score.atLeast('project cells', score.all);
  });

  it('every check with both numbers', () => {
    const score = new Score();
    const doc = answers.tables[0]?.rows[0]?.doc ?? '';
    for (const check of answers.checks) {
      const hit = readingOf(doc).checks.some(
        (one) =>
          one.rule.startsWith('table.') &&
          one.expected === check.stated &&
          Math.abs(Number(one.found) - check.computed) < 1e-3 &&
          one.ok === check.ok,
      );
      score.add(check.id, hit, check);
    }
    score.atLeast('project checks', score.all);
  });

  it('the note under the table explains the districts that are counted twice', () => {
    const doc = answers.tables[0]?.rows[0]?.doc ?? '';
    const missed = readingOf(doc).checks.filter((check) => check.rule === 'table.sum' && !check.ok);
    expect(missed.length).toBe(3);
    expect(missed.every((check) => check.explainedBy !== undefined)).toBe(true);
  });
});
