// The project tables of the city's own reports: four tables with their sums, the five contradictions, and what sentences add.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../read/read-document.ts';
import { disagreements, type FoundTable, findTables } from './published.ts';

const seeds = new URL('../../../shared/seeds/', import.meta.url);
const files = ['000_9dcc06ee7693c977.txt', '001_ccd5309b306f7828.txt'];
const present = files.every((file) => existsSync(new URL(file, seeds)));

const districts =
  '上城区 拱墅区 西湖区 滨江区 萧山区 余杭区 临平区 钱塘区 富阳区 临安区 桐庐县 淳安县 建德市';
const places = new Set(districts.split(' '));

const tablesOf = (text: string): readonly FoundTable[] => {
  const { items, checks } = readDocument(text);
  return findTables(items, checks, places);
};

describe.skipIf(!present)('project tables of the seeds (skipped where ../shared is absent)', () => {
  const tables = present ? files.flatMap((file) => tablesOf(readFileSync(new URL(file, seeds), 'utf8'))) : [];

  it('finds the four tables and the three that sentences amount to', () => {
    const found = tables.map(({ groupedBy, year, rows }) => [groupedBy, year, rows.length]);
    expect(found).toEqual([
      ['field', 2025, 10],
      ['field', 2024, 10],
      ['place', 2024, 16],
      ['fundedField', 2024, 7],
      ['stage', 2024, 4],
      ['fundedStage', 2024, 5],
      ['fundedSource', 2024, 3],
    ]);
  });

  it('reports the five contradictions with both numbers, and no other', () => {
    const found = tables.flatMap((table) =>
      disagreements(table).map(({ what, expected, found: sum, explainedBy }) => [
        what,
        expected,
        sum,
        explainedBy !== undefined,
      ]),
    );
    expect(found).toEqual([
      ['民生设施领域 投资额占比(%): 年度计划投资额(亿元) ÷ 合计', 19, 18.8929, false],
      ['区、县(市)合计 项目数(个)', 666, 678, true],
      ['区、县(市)合计 总投资额(亿元)', 10659.8, 10898.9, true],
      ['区、县(市)合计 年度计划投资额(亿元)', 1364.6, 1381.3, true],
      ['区、县(市)合计 投资额占比(%)', 66, 66.7, expect.any(Boolean)],
    ]);
  });

  it('adds up what sentences say: 534 by stage and by source, 0.1 within rounding', () => {
    const sums = tables
      .filter(({ groupedBy }) => groupedBy.startsWith('funded') && groupedBy !== 'fundedField')
      .flatMap(({ checks }) => checks.map(({ found, expected, ok }) => [found, expected, ok]));
    expect(sums).toEqual([
      [534, 534, true],
      [534, 534, true],
      [532.2, 532.3, true],
    ]);
  });
});

describe('a table that does not add up', () => {
  it('is told, not repaired', () => {
    const [table] = tablesOf(
      '示例市2025年重点建设项目安排\n\n表1 2025年重点建设项目分行业领域安排\n\n行业领域\t项目数(个)\t年度计划投资额(亿元)\n合计\t12\t30.0\n交通领域\t5\t10.0\n水利领域\t4\t20.0\n',
    );
    expect(table?.rows[0]).toMatchObject({ name: '合计', projects: '12', annualPlan: '30' });
    expect(table && disagreements(table).map(({ expected, found }) => [expected, found])).toEqual([[12, 9]]);
  });
});
