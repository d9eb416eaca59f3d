// Monitoring on a real database: a bureau's table with a bad cell, the next month, a revision as known before and after, a warning, SDMX-CSV back in.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readGrid } from '../../../core/observe/report-paste.ts';
import type { IndicatorRow } from '../../store/series/indicator.ts';
import { getBoard, getSeriesPage, printSdmx } from '../../view/monitoring/board.ts';
import { getFiveYear } from '../../view/monitoring/five-year.ts';
import { type Example, openExample } from '../example.fixture.ts';
import { registerIndicator, registerPlace } from './add-indicator.ts';
import { enterFiveYearTarget, enterYearFigure } from './five-year.ts';
import { type TableWish, takeMonitorTable } from './take-table.ts';

let example: Example;
const actor = { caller: { accountId: null, name: '统计', grants: [], scopes: null }, key: null };
beforeAll(async () => {
  example = await openExample();
  const retail: IndicatorRow = {
    code: 'RETAIL',
    name: '社会消费品零售总额',
    nameEn: 'Retail sales',
    unit: '亿元',
    step: 1,
    goodWay: 'higher',
    headline: 'totalGrowth',
    mergedSpring: true,
    aliases: ['社零总额'],
    planMetric: '',
  };
  await registerIndicator(example.context, actor, retail);
  await registerPlace(example.context, actor, {
    id: '000000',
    name: '全国',
    nameEn: 'Nation',
    level: 'nation',
  });
});
afterAll(() => example.store.close());

const send = (rows: readonly (readonly string[])[], wish: Partial<TableWish> = {}) =>
  takeMonitorTable(
    example.context,
    actor,
    {
      ...{ mode: 'take', fileName: 'a.xlsx', source: '统计月报', place: null, period: null },
      ...{ confirmed: false, isDemonstration: false },
      ...wish,
    },
    [{ name: 'Sheet1', rows }],
  );
const growth = (...cells: readonly (readonly [string, string, string])[]) => [
  ['指标', '地区', '期间', '口径', '数值'],
  ...cells.map(([place, period, value]) => ['社零总额', place, period, '累计同比', value]),
];
const counts = (read: Awaited<ReturnType<typeof send>>) =>
  read.ok
    ? {
        fresh: read.value.settled.flatMap(({ fresh }) => fresh).length,
        revised: read.value.settled.flatMap(({ revised }) => revised).map(({ before }) => before.value),
        refused: read.value.refused.map(({ at, code }) => `${at} ${code}`),
      }
    : read.code;

describe('monitoring figures', () => {
  it('come from a bureau’s table; a bad cell is named and the rest is taken, once', async () => {
    const table = [
      ['2024年1-2月主要经济指标'],
      ['指标', '单位', '1-2月累计', '同比增长(%)'],
      ['社会消费品零售总额', '亿元', '1300', '五点二'],
    ];
    expect(counts(await send(table, { mode: 'check' }))).toMatchObject({ fresh: 1 });
    expect(counts(await send(table))).toEqual({ fresh: 1, revised: [], refused: ['D3 series.notNumber'] });
    expect(counts(await send(table))).toMatchObject({ fresh: 0, revised: [] });
    expect(counts(await send([['指标', '期间', '数值']]))).toBe('series.noRows');
    expect(counts(await send(table, { place: '火星' }))).toBe('series.placeUnknown');
  });

  it('warn when they fall three months in a row, February following December', async () => {
    const falling = growth(
      ['', '2023-12', '6'],
      ['', '2024年1-2月', '5.2'],
      ['', '2024-03', '5'],
      ['', '2024-04', '4.4'],
    );
    await send([...falling, ...growth(['全国', '2024-04', '4.1']).slice(1)]);
    const board = await getBoard(example.context, {});
    expect(board.lines[0]).toMatchObject({
      last: { period: '2024-01/2024-04', value: '4.4' },
      onPeriod: { unit: 'percentagePoint', value: '-0.6' },
      beside: [{ placeId: '000000', change: { unit: 'percentagePoint', value: '0.3' } }],
      warnings: [{ rule: 'fallsInRow', params: { count: '3', from: '6', to: '4.4' } }],
    });
  });

  it('are revised by a figure that names the old one; what was known before stays so', async () => {
    expect(counts(await send(growth(['', '2024-04', '4.6'])))).toEqual({
      fresh: 0,
      revised: ['4.4'],
      refused: [],
    });
    const page = await getSeriesPage(example.context, 'RETAIL', {});
    const figure = page.ok
      ? page.value.figures.find(({ placeId, period }) => placeId === 'example' && period.endsWith('04'))
      : null;
    expect(figure).toMatchObject({
      value: '4.6',
      revisions: 1,
      nature: 'revised',
      cell: 'E2',
      earlier: [{ value: '4.4' }],
    });
    const { rows } = await sql<{ ok: boolean }>`
      SELECT bool_and(new.value <> old.value) AS ok FROM monitor_figure new
      JOIN monitor_figure old ON old.jurisdiction_id = new.jurisdiction_id AND old.id = new.revises`.execute(
      example.store.db,
    );
    expect(rows[0]?.ok).toBe(true);
    const before = await getSeriesPage(example.context, 'RETAIL', { knownOn: '2020-01-01' });
    expect(before.ok && before.value.figures).toEqual([]);
  });

  it('go out as SDMX-CSV and come back unchanged', async () => {
    for (const version of ['1', '2'] as const) {
      const rows = readGrid(await printSdmx(example.context, { version })).cells;
      expect(rows.length).toBe(7);
      expect(counts(await send(rows))).toMatchObject({ fresh: 0, revised: [], refused: [] });
    }
  });
});

describe('five-year targets', () => {
  it('stand with their years, path, share of the annual target and pace', async () => {
    const { context } = example;
    const years = { kind: 'cumulative', fromYear: 2021, toYear: 2025, target: '16', baseline: null } as const;
    const body = {
      metric: '万元GDP用水量降低',
      unit: '%',
      ...years,
      force: 'binding',
      source: '规划纲要',
    } as const;
    const entered = await enterFiveYearTarget(context, actor, body);
    expect(await enterFiveYearTarget(context, actor, body)).toMatchObject({ code: 'fiveYear.known' });
    const targetId = entered.ok ? entered.value.targetId : '';
    const enter = (year: number, value: string, role: 'figure' | 'annual' = 'figure', after = 0) =>
      enterYearFigure(context, actor, targetId, { year, role, value, source: '年报', after });
    for (const [at, value] of ['3.2', '3', '3.4'].entries()) await enter(2021 + at, value);
    await enter(2024, '4', 'annual');
    expect(await enter(2023, '3.1')).toMatchObject({ code: 'state.changed' });
    expect(await enter(2023, '3.1', 'figure', 1)).toMatchObject({ ok: true, value: { number: 2 } });
    expect(await enter(2026, '3')).toMatchObject({ code: 'fiveYear.yearOutside' });
    const { rows } = await getFiveYear(context, { asOf: '2024-06-30' });
    expect(rows[0]).toMatchObject({
      ...{ pace: 'behind', paceYear: 2023, gap: '-0.3' },
      standing: { reached: '9.3', left: '6.7', eachYear: '3.35', yearsLeft: 2 },
      midTerm: { day: '2023-12-31', pace: 'behind', reached: '9.3', due: '9.6' },
    });
    expect(rows[0]?.years[3]).toMatchObject({ annual: '4', annualShare: '25', due: '12.8', value: null });
  });
});
