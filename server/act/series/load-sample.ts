// Loads the sample city's monitoring: published figures with their source, and the rest as demonstration data that says so.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { seriesMeasures } from '../../../core/budget/monitor/figure.ts';
import type { Caller } from '../../../core/contract/permission.ts';
import { readGrid } from '../../../core/observe/report-paste.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import type { Context } from '../../context.ts';
import { registerIndicator, registerPlace } from './add-indicator.ts';
import { enterFiveYearTarget, enterYearFigure } from './five-year.ts';
import { takeMonitorTable } from './take-table.ts';

const Sample = z.strictObject({
  indicators: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      nameEn: z.string(),
      unit: z.string(),
      step: z.union([z.literal(1), z.literal(3)]),
      goodWay: z.enum(['higher', 'lower', 'around']),
      headline: z.enum(seriesMeasures),
      mergedSpring: z.boolean(),
      aliases: z.array(z.string()),
      planMetric: z.string(),
    }),
  ),
  places: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      nameEn: z.string(),
      level: z.enum(['nation', 'province', 'peer']),
    }),
  ),
  tables: z.array(z.strictObject({ file: z.string(), source: z.string(), isDemonstration: z.boolean() })),
  fiveYear: z.array(
    z.strictObject({
      metric: z.string(),
      unit: z.string(),
      kind: z.enum(['cumulative', 'endLevel', 'averageGrowth']),
      target: z.string(),
      baseline: z.string().nullable(),
      force: z.enum(['binding', 'anticipatory']).nullable(),
      source: z.string(),
      isDemonstration: z.boolean(),
      /** Of 2021 and the years after it. */
      figures: z.array(z.string()),
      annual: z.record(z.string(), z.string()),
    }),
  ),
});

export const samplePlanOffice: Caller = {
  ...{ accountId: null, name: '示例', scopes: null },
  grants: [{ role: 'planOffice', place: null, unit: null, from: isoDate('2020-01-01'), to: null }],
};
const actor = { caller: samplePlanOffice, key: null };

export function sure<T>(result: { ok: true; value: T } | { ok: false; code: string }, of: string): T {
  if (!result.ok) throw new Error(`sample ${of}: ${result.code}`);
  return result.value;
}

type FiveYear = z.infer<typeof Sample>['fiveYear'][number];

async function loadFiveYear(context: Context, given: FiveYear): Promise<void> {
  const { figures, annual, isDemonstration, ...target } = given;
  const body = { ...target, fromYear: 2021, toYear: 2025 };
  const { targetId } = sure(await enterFiveYearTarget(context, actor, body, isDemonstration), target.metric);
  const entries = [
    ...figures.map((value, at) => ({ year: 2021 + at, role: 'figure' as const, value })),
    ...Object.entries(annual).map(([year, value]) => ({
      year: Number(year),
      role: 'annual' as const,
      value,
    })),
  ];
  for (const entry of entries) {
    const row = { ...entry, source: '演示数据', after: 0 };
    sure(await enterYearFigure(context, actor, targetId, row, true), target.metric);
  }
}

/** Nothing where the folder has no such file. */
export async function loadSampleSeries(context: Context, folder: string): Promise<void> {
  const file = join(folder, 'monitoring.json');
  if (!existsSync(file)) return;
  const sample = Sample.parse(JSON.parse(await readFile(file, 'utf8')));
  for (const indicator of sample.indicators)
    sure(await registerIndicator(context, actor, indicator), indicator.code);
  for (const place of sample.places) sure(await registerPlace(context, actor, place), place.id);
  for (const { file: name, source, isDemonstration } of sample.tables) {
    const rows = readGrid(await readFile(join(folder, name), 'utf8')).cells;
    const wish = {
      mode: 'take',
      fileName: name,
      source,
      place: null,
      period: null,
      confirmed: true,
    } as const;
    const sheets = [{ name, rows }];
    const taken = sure(await takeMonitorTable(context, actor, { ...wish, isDemonstration }, sheets), name);
    const [bad] = taken.refused;
    if (bad) throw new Error(`sample ${name}: ${bad.at} ${bad.code}`);
  }
  for (const given of sample.fiveYear) await loadFiveYear(context, given);
}
