// The columns say what `assess` says: on random commitments, after updates, at the limits of what a double can hold.
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Target } from '../../plan/commitment.ts';
import { isoDate } from '../../quantity/date.ts';
import { decimal } from '../../quantity/decimal.ts';
import { assess } from '../assess.ts';
import { target } from '../facts.fixture.ts';
import { type FigureFact, noSeries } from '../facts.ts';
import { rollUp, statusOrder } from '../roll-up.ts';
import { defaultSettings, type JudgingSettings } from '../settings.ts';
import type { Verdict } from '../verdict.ts';
import { figureOn, judgingDay, monthsOf2025, planSeries, rowFacts } from './bulk.fixture.ts';
import { reasonOrder } from './codes.ts';
import { NO_SHARE } from './columns.ts';
import { type BulkVerdicts, judgeAgain, judgeColumns } from './judge-columns.ts';
import { judgeMany, packMany } from './judge-many.ts';
import { packer } from './pack.ts';
import type { RowFacts } from './read-row.ts';
import { COUNTS, countGroups, countRow, countUpwards, rollUpOf } from './roll-up-columns.ts';
import { addFigure } from './update.ts';

const shareText = (share: number): string | null => (share === NO_SHARE ? null : `${share / 10_000}`);

/** What the columns hold of a verdict. */
function inColumns({ columns }: BulkVerdicts, row: number) {
  return {
    status: statusOrder[columns.status[row] ?? 0],
    reasons: [columns.reason[row], columns.second[row]].flatMap((code) => reasonOrder[code ?? 0] ?? []),
    share: shareText(columns.share[row] ?? 0),
    expected: shareText(columns.expected[row] ?? 0),
  };
}

const asInColumns = (judged: Verdict) => ({
  status: judged.status,
  reasons: judged.because.map(({ code }) => code).slice(0, 2),
  share: judged.share,
  expected: judged.expectedShare,
});

const judgeExactly =
  (rows: readonly RowFacts[], settings: JudgingSettings = defaultSettings, series = planSeries) =>
  (row: number, asOf: ReturnType<typeof isoDate>): Verdict => {
    const facts = rows[row];
    if (!facts) throw new RangeError(`no row ${row}`);
    return assess({ ...facts, series }, settings, asOf);
  };

function pack(rows: readonly RowFacts[], settings = defaultSettings, series = planSeries, spare = 2) {
  const packed = packer(series, settings, { rows: rows.length, figures: 0, spare });
  for (const facts of rows) packed.add(facts);
  return packed.finish();
}

const hit = new Set<string>();
let inColumnsOnly = 0;
let asked = 0;

describe('columns and assess', () => {
  it('agree on random commitments', () => {
    fc.assert(
      fc.property(fc.array(rowFacts, { minLength: 1, maxLength: 6 }), judgingDay, (rows, asOf) => {
        const exactly = judgeExactly(rows);
        const verdicts = judgeColumns(pack(rows), asOf, exactly);
        rows.forEach((_facts, row) => {
          const whole = exactly(row, asOf);
          asked += 1;
          if (verdicts.columns.exact[row] === 1) {
            expect(verdicts.exact.get(row)).toEqual(whole);
            return;
          }
          inColumnsOnly += 1;
          expect(whole.because.length).toBeLessThanOrEqual(2);
          expect(inColumns(verdicts, row)).toEqual(asInColumns(whole));
          hit.add(whole.status);
          for (const { code } of whole.because) hit.add(code);
        });
      }),
      { numRuns: 3000 },
    );
  });

  afterAll(() => {
    // Every verdict, and every reason that numbers can give, was decided in columns at least once.
    for (const wanted of [...statusOrder, ...numericReasons]) expect([...hit]).toContain(wanted);
    expect(inColumnsOnly / asked).toBeGreaterThan(0.5);
  });

  it('agree under other settings', () => {
    const settings = {
      tolerance: decimal('0'),
      countTolerance: decimal('0.125'),
      riskMargin: decimal('0.1'),
    };
    fc.assert(
      fc.property(fc.array(rowFacts, { minLength: 1, maxLength: 4 }), judgingDay, (rows, asOf) => {
        const exactly = judgeExactly(rows, settings);
        const verdicts = judgeColumns(pack(rows, settings), asOf, exactly);
        for (let row = 0; row < rows.length; row++)
          expect(inColumns(verdicts, row)).toEqual({
            ...asInColumns(exactly(row, asOf)),
            ...(verdicts.columns.exact[row] === 1 ? exactColumns(verdicts, row) : {}),
          });
      }),
      { numRuns: 800 },
    );
  });

  it('agree after figures came in one by one, and so do the counts of the groups', () => {
    fc.assert(
      fc.property(
        fc.array(rowFacts, { minLength: 1, maxLength: 4 }),
        fc.array(fc.tuple(fc.nat(3), figureOn), { maxLength: 6 }),
        judgingDay,
        (given, news, asOf) => {
          const rows = [...given];
          const exactly = (row: number, day: typeof asOf) => judgeExactly(rows)(row, day);
          let facts = pack(rows);
          let verdicts = judgeColumns(facts, asOf, exactly);
          const groupOf = Int32Array.from(rows, (_facts, row) => row % 2);
          let counts = countGroups(verdicts, groupOf, 2);
          for (const [pick, news1] of news) {
            const row = pick % rows.length;
            const had = rows[row];
            if (!had) continue;
            const figure = { ...news1, unit: news1.unit === '*' ? (had.targets[0]?.unit ?? '') : news1.unit };
            rows[row] = { ...had, figures: [...had.figures, figure] };
            const [only] = had.targets;
            if (only && had.targets.length === 1 && addFigure(facts, row, only, figure) === 'full') {
              facts = pack(rows);
              verdicts = judgeColumns(facts, asOf, exactly);
              counts = countGroups(verdicts, groupOf, 2);
              continue;
            }
            countRow(verdicts, counts, groupOf[row] ?? -1, row, -1);
            judgeAgain(facts, verdicts, row, exactly);
            countRow(verdicts, counts, groupOf[row] ?? -1, row, 1);
          }
          const anew = judgeColumns(pack(rows), asOf, exactly);
          for (let row = 0; row < rows.length; row++)
            expect(inColumns(verdicts, row)).toEqual(inColumns(anew, row));
          expect(counts).toEqual(countGroups(anew, groupOf, 2));
        },
      ),
      { numRuns: 800 },
    );
  });
});

const exactColumns = (verdicts: BulkVerdicts, row: number) => {
  const { reasons, share, expected } = inColumns(verdicts, row);
  return { reasons, share, expected };
};

const numericReasons = [
  'reached',
  'notReached',
  'withinTolerance',
  'beyondTolerance',
  'aheadOfSchedule',
  'behindSchedule',
  'fasterThan',
  'slowerThan',
  'inStepWith',
  'outOfStepWith',
  'comparatorMissing',
  'statementSaysDone',
  'noFigure',
  'noBase',
  'notDueYet',
  'pastDue',
];

const counted = (amount: string, periodEnd = isoDate('2025-06-30'), unit = '元'): FigureFact => ({
  metric: '甲',
  periodEnd,
  amount,
  unit,
  statement: '',
});

const yearOf2025 = (only: Target, figures: readonly FigureFact[]): RowFacts => ({
  startsOn: isoDate('2025-01-01'),
  dueOn: isoDate('2025-12-31'),
  targets: [only],
  figures,
});

describe('what does not fit into a double', () => {
  const day = isoDate('2025-06-30');
  it.each([
    // why this row is here                                goal             figure                way
    ['the largest number that every product holds', '4503599627.37', '2251799813.68', 'columns'],
    ['one hundredth more is asked of the exact rules', '4503599627.38', '2251799813.68', 'exact'],
    ['a figure beyond the limit, the goal within', '4503599627', '9007199254740993', 'exact'],
    ['a figure with more places than its row keeps', '100', '55.12345678', 'exact'],
    ['money in 分: 3.9 × 10^11 元', '397840000000.25', '198920000000.13', 'exact'],
  ])('%s', (_why, goal, amount, way) => {
    const rows = [yearOf2025(target('甲', '元', goal), [counted(amount)])];
    const exactly = judgeExactly(rows);
    const verdicts = judgeColumns(pack(rows), day, exactly);
    expect(verdicts.columns.exact[0]).toBe(way === 'exact' ? 1 : 0);
    if (way === 'exact') expect(verdicts.exact.get(0)).toEqual(exactly(0, day));
    else expect(inColumns(verdicts, 0)).toEqual(asInColumns(exactly(0, day)));
  });

  it('settings with more places than the columns keep are left to the exact rules', () => {
    const settings = { ...defaultSettings, riskMargin: decimal('0.00001') };
    const rows = [yearOf2025(target('甲', '个', '100'), [counted('49.59', day, '个')])];
    expect(judgeColumns(pack(rows, settings), day, judgeExactly(rows, settings)).columns.exact[0]).toBe(1);
  });
});

describe('revisions', () => {
  const day = isoDate('2025-06-30');
  const sites = target('新建服务点', '个', '100');
  it('of several figures for a period the last recorded counts', () => {
    const figures = [
      counted('60', day, '个'),
      counted('20', isoDate('2025-03-31'), '个'),
      counted('40', day, '个'),
    ];
    const rows = [yearOf2025(sites, figures)];
    const verdicts = judgeColumns(pack(rows), day, judgeExactly(rows));
    expect(inColumns(verdicts, 0)).toMatchObject({ status: 'behind', share: '0.4' });
  });

  it('a figure with more places makes its row finer, and its series with it', () => {
    const rows = [
      yearOf2025(target('甲', '%', '快于经济增速'), [counted('5.2', isoDate('2025-03-31'), '%')]),
    ];
    const facts = pack(rows);
    const [only] = rows[0]?.targets ?? [];
    if (!only) throw new Error('no target');
    expect(addFigure(facts, 0, only, counted('5.5001', day, '%'))).toBe('added');
    const verdicts = judgeColumns(facts, day, judgeExactly([]));
    expect(inColumns(verdicts, 0)).toMatchObject({ status: 'onTrack', reasons: ['fasterThan'] });
    const inMarch = judgeColumns(facts, isoDate('2025-03-31'), judgeExactly([]));
    expect(inColumns(inMarch, 0)).toMatchObject({ status: 'behind', reasons: ['slowerThan'] });
  });

  it('says when a row has no room for one more period', () => {
    const rows = [yearOf2025(sites, [counted('10', isoDate('2025-01-31'), '个')])];
    const facts = pack(rows, defaultSettings, noSeries, 1);
    expect(addFigure(facts, 0, sites, counted('20', isoDate('2025-02-28'), '个'))).toBe('added');
    expect(addFigure(facts, 0, sites, counted('30', isoDate('2025-03-31'), '个'))).toBe('full');
    expect(addFigure(facts, 0, sites, counted('25', isoDate('2025-02-28'), '个'))).toBe('added');
    const judged = judgeColumns(facts, isoDate('2025-03-31'), judgeExactly(rows));
    expect(inColumns(judged, 0).share).toBe('0.25');
  });
});

describe('many at once', () => {
  it('are judged on many days from facts packed once', () => {
    fc.assert(
      fc.property(
        fc.array(rowFacts, { maxLength: 6 }),
        fc.array(judgingDay, { maxLength: 4 }),
        (rows, on) => {
          const packed = packMany(rows, planSeries, defaultSettings);
          for (const asOf of on) {
            const { columns } = judgeMany(packed, asOf);
            const whole = rows.map(
              (facts) => assess({ ...facts, series: planSeries }, defaultSettings, asOf).status,
            );
            expect([...columns.status].map((code) => statusOrder[code])).toEqual(whole);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('have no row beyond the last', () => {
    expect(() => packMany([], planSeries, defaultSettings).exactly(0, isoDate('2025-06-30'))).toThrow(
      RangeError,
    );
  });
});

describe('roll-up of columns', () => {
  it('counts as rollUp does', () => {
    fc.assert(
      fc.property(fc.array(rowFacts, { minLength: 1, maxLength: 12 }), judgingDay, (rows, asOf) => {
        const exactly = judgeExactly(rows);
        const verdicts = judgeColumns(pack(rows), asOf, exactly);
        const groupOf = Int32Array.from(rows, (_facts, row) => row % 3);
        const counts = countGroups(verdicts, groupOf, 3);
        const whole = rollUp(
          rows.map((_facts, row) => ({ verdict: exactly(row, asOf), group: `${row % 3}` })),
          ({ group }) => [group],
        );
        for (const expected of whole)
          expect(rollUpOf(counts, Number(expected.key), expected.key)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('adds streets to districts and districts to the city, and refuses a parent before its child', () => {
    const rows = monthsOf2025
      .slice(0, 4)
      .map((day) => yearOf2025(target('甲', '个', '100'), [counted('90', day, '个')]));
    const verdicts = judgeColumns(pack(rows), isoDate('2025-12-31'), judgeExactly(rows));
    const streets = countGroups(verdicts, Int32Array.of(0, 0, 1, -1), 4);
    const all = countUpwards(streets, Int32Array.of(2, 2, 3, -1));
    expect([0, 1, 2, 3].map((group) => rollUpOf(all, group, '').total)).toEqual([2, 1, 3, 3]);
    expect(all.counts).toHaveLength(4 * COUNTS);
    expect(() => countUpwards(streets, Int32Array.of(0, 2, 3, -1))).toThrow(RangeError);
  });
});
