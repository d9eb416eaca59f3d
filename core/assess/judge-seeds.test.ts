// The published verdicts of real tables, reproduced: 31 of 31 for a half year, 33 of 33 for a whole one.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { observationsFromItems } from '../plan/observations-from-items.ts';
import { targetFromItem } from '../plan/target-from-item.ts';
import { isoDate } from '../quantity/date.ts';
import { readDocument } from '../read/read-document.ts';
import { assess } from './assess.ts';
import { seriesOf } from './facts.ts';
import { type JudgeReport, judgeReading } from './judge.ts';
import { defaultSettings } from './settings.ts';

const folder = new URL('../../../shared/seeds/', import.meta.url);
const present = existsSync(folder);

function load(prefix: string): {
  source: string;
  report: JudgeReport;
  reading: ReturnType<typeof readDocument>;
} {
  const file = readdirSync(folder).find((name) => name.startsWith(prefix));
  const source = readFileSync(new URL(file ?? '', folder), 'utf8');
  const reading = readDocument(source);
  return { source, reading, report: judgeReading(reading, source) };
}

const codes = (report: JudgeReport, agrees: boolean | null): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const row of report.rows)
    if (row.agrees === agrees) for (const { code } of row.because) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
};

describe.skipIf(!present)('published verdicts (skipped where ../shared/seeds is absent)', () => {
  it('agrees with all 31 assessments of the half year', () => {
    const { report } = load('000');
    const disagree = report.rows.filter((row) => row.agrees === false);
    expect(disagree.map((row) => [row.number, row.verdict, row.printed])).toEqual([]);
    expect([report.agree, report.of, report.undecided]).toEqual([31, 31, 13]);
    // The city counts 22 that keep their schedule and 9 that lag.
    expect(report.rows.filter((row) => row.verdict === 'behind')).toHaveLength(9);
    expect(codes(report, null)).toEqual({ noFigure: 13 });
  });

  it('agrees with all 33 rows of the year that can be decided, and says why four cannot', () => {
    const { report } = load('001');
    const disagree = report.rows.filter((row) => row.agrees === false);
    expect(disagree.map((row) => [row.number, row.verdict, row.printed])).toEqual([]);
    expect([report.agree, report.of, report.undecided]).toEqual([33, 33, 4]);
    expect(report.rows.filter((row) => row.verdict === 'behind')).toHaveLength(6);
    expect(codes(report, null)).toEqual({ noFigure: 2, noBase: 1, contradictsPrinted: 1 });
  });

  it('gives the same verdicts when the figures were stored as observations first', () => {
    const { report, reading, source } = load('000');
    const period = { start: isoDate('2025-01-01'), end: isoDate('2025-06-30') };
    const rows = reading.items.filter((item) => item.detail?.of === 'indicator');
    const stored = observationsFromItems(rows, source, period);
    const series = seriesOf(
      stored.flatMap(({ metric, periodEnd, amount, unit }) =>
        amount !== null && unit === '%' ? [{ name: metric, periodEnd, amount, printed: '' }] : [],
      ),
    );
    const differ = report.rows.flatMap((row) => {
      const item = rows.find((each) => each.number === row.number && each.kind === 'target');
      const figures = stored.filter((each) => each.number === row.number);
      if (!item || row.because.some(({ detail }) => detail.seriesPrinted !== undefined)) return [];
      const facts = { startsOn: period.start, dueOn: isoDate('2025-12-31'), series };
      const found = assess(
        { ...facts, targets: [targetFromItem(item, source)], figures },
        defaultSettings,
        period.end,
      );
      return found.status === row.verdict ? [] : [[row.number, row.name, row.verdict, found.status]];
    });
    expect(differ).toEqual([]);
  });
});
