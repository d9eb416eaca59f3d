// The published budget report and project tables, through the reader into statements and rows (skipped where the seeds are absent).
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { numberOf, percentOf, printed, sumOf } from '../project/money.ts';
import { projectTablesFromItems } from '../project/tables-from-items.ts';
import { readDocument } from '../read/read-document.ts';
import { checkDebt } from './debt.ts';
import { defaultBudgetSettings } from './settings.ts';
import { checkStatements, debtFromStatements, statementsFromItems } from './statements-from-items.ts';

const folder = new URL('../../../shared/seeds/', import.meta.url);
const present = existsSync(folder);

function load(prefix: string) {
  const file = readdirSync(folder).find((name) => name.startsWith(prefix));
  const source = readFileSync(new URL(file ?? '', folder), 'utf8');
  return { source, reading: readDocument(source) };
}

describe.skipIf(!present)('the budget report of 2024', () => {
  it('is twenty statements, none of them printed with two numbers for one', () => {
    const statements = statementsFromItems(load('001').reading.items);
    expect(statements).toHaveLength(20);
    expect(statements.flatMap(({ conflicts }) => conflicts)).toEqual([]);
  });

  it('has 103 identities: 97 hold within rounding, 6 are explained by footnotes 6 and 7', () => {
    const { source, reading } = load('001');
    const checks = reading.checks.filter(({ rule }) => rule.startsWith('budget.'));
    const explained = checks.filter(({ ok, explainedBy }) => !ok && explainedBy !== undefined);
    expect([checks.length, checks.filter(({ ok }) => ok).length, explained.length]).toEqual([103, 97, 6]);
    const signs = explained.map(({ explainedBy }) =>
      source.slice(explainedBy?.start, (explainedBy?.start ?? 0) + 1),
    );
    expect([...new Set(signs)]).toEqual(['⁶', '⁷']);
  });

  it('balances, but for two opening balances that footnotes 6 and 7 explain', () => {
    const { source, reading } = load('001');
    const notes = [...source.matchAll(/^[⁶⁷].*$/gm)].map(([note]) => note);
    const statements = statementsFromItems(reading.items);
    const footnote = ({ level }: { level: string }) => notes[level === '全市' ? 0 : 1] ?? null;
    const checks = checkStatements(statements, footnote);
    const broken = checks.filter(({ result }) => result.outcome === 'broken');
    expect(
      broken.map(({ statement, result }) => [
        statement.book,
        statement.level,
        result.right.key,
        result.residual,
      ]),
    ).toEqual([]);
    const explained = checks.filter(({ result }) => result.outcome === 'explained');
    expect(explained.map(({ statement, result }) => [statement.level, result.residual])).toEqual([
      ['全市', '63.7'],
      ['市本级', '61.4'],
    ]);
    expect(checks.length).toBeGreaterThan(50);
    expect(
      checkStatements(statements, () => null).filter(({ result }) => result.outcome === 'broken'),
    ).toHaveLength(2);
  });

  it('keeps its debt within the ceilings, with little room', () => {
    const statements = statementsFromItems(load('001').reading.items);
    for (const [level, room] of [
      ['全市', '0.4'],
      ['市本级', '0.1'],
    ] as const) {
      const debt = debtFromStatements(statements, 2023, level);
      const found = debt ? checkDebt(debt, defaultBudgetSettings) : [];
      expect([...new Set(found.map(({ code }) => code))]).toEqual(['debt.roomNarrow']);
      expect(found[0]?.params.room).toBe(room);
    }
    expect(debtFromStatements(statements, 2022, '全市')).toBeNull();
  });
});

describe.skipIf(!present)('project tables', () => {
  it('of 2024 add up by field, and count the cooperation zones twice by place', () => {
    const tables = projectTablesFromItems(load('001').reading.items);
    const byField = tables.find(({ caption }) => caption.includes('分行业领域'));
    const byPlace = tables.find(({ caption }) => caption.includes('分地区'));
    const fields = byField?.rows.filter(({ role }) => role === 'item') ?? [];
    expect(fields).toHaveLength(9);
    expect(printed(sumOf(fields.map(({ annualPlan }) => annualPlan)).sum)).toBe('2068.5');
    expect(byField?.rows.find(({ role }) => role === 'total')?.annualPlan).toBe('2068.5');
    const districts = byPlace?.rows.filter(({ role }) => role === 'item') ?? [];
    // 666 printed, 678 added up: twelve projects lie in two districts (the note under the table).
    expect(printed(sumOf(districts.map(({ projects }) => projects)).sum)).toBe('678');
    expect(byPlace?.rows.filter(({ role }) => role === 'subtotal')[0]).toMatchObject({
      projects: '666',
      annualPlan: '1364.6',
    });
  });

  it('of the first half of 2025 print the rate that their columns give', () => {
    const [table] = projectTablesFromItems(load('000').reading.items);
    expect(table?.rows).toHaveLength(10);
    for (const { name, annualPlan, done, rate } of table?.rows ?? []) {
      const [plan, spent] = [numberOf(annualPlan), numberOf(done)];
      expect([name, plan && spent && percentOf(spent, plan, 1)]).toEqual([name, rate]);
    }
  });
});
