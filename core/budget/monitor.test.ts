// Goal beside money, five-year targets, early warnings of series, cuts, and funds won from above.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate as day } from '../quantity/date.ts';
import { cutReached, cutTarget, mostAfter } from './cut.ts';
import { annualShare, type FiveYearTarget, fiveYearStanding, midTerm } from './five-year.ts';
import { type GoalAndMoney, moneyBehind, quadrantGroups, standingOf } from './quadrant.ts';
import { besideOther, besidePeers, type MonitoredSeries, medianOf, onPeriod, onYear } from './series.ts';
import { defaultBudgetSettings as settings } from './settings.ts';
import { paceOf, warningsOf } from './warning.ts';
import { type Won, wonStanding } from './won.ts';

describe('goal progress beside spending progress', () => {
  const row = (given: Partial<GoalAndMoney> = {}): GoalAndMoney => ({
    id: 'a',
    goalShare: '0.6',
    goalExpected: '0.5',
    budget: '10',
    spent: '6',
    spendExpected: '0.5',
    ...given,
  });
  it.each<readonly [string, Partial<GoalAndMoney>, string, readonly string[]]>([
    ['both in step', {}, 'bothInStep', []],
    ['exactly on the schedule is in step', { goalShare: '0.5', spent: '5' }, 'bothInStep', []],
    ['reached with less money than planned by now', { spent: '2' }, 'goalOnly', []],
    ['money spent, goal not reached: the one to ask about', { goalShare: '0.2' }, 'moneyOnly', []],
    ['neither', { goalShare: '0.2', spent: '1' }, 'neither', []],
    ['no figure of the goal', { goalShare: null }, 'unclear', ['goal']],
    ['no budget', { budget: null, spendExpected: null }, 'unclear', ['money', 'moneySchedule']],
    ['a budget of nothing divides nothing', { budget: '0' }, 'unclear', ['money']],
  ])('%s', (_why, given, quadrant, missing) => {
    expect(standingOf(row(given), settings)).toMatchObject({ quadrant, missing });
  });

  it('gives the list behind each, with its money', () => {
    const groups = quadrantGroups(
      [row(), row({ id: 'b', goalShare: '0.1' }), row({ id: 'c', goalShare: null })],
      settings,
    );
    expect(groups.map(({ quadrant, count, budget }) => [quadrant, count, budget])).toEqual([
      ['bothInStep', 1, '10'],
      ['goalOnly', 0, '0'],
      ['moneyOnly', 1, '10'],
      ['neither', 0, '0'],
      ['unclear', 1, '10'],
    ]);
    expect(groups[2]?.rows[0]?.id).toBe('b');
  });

  it('puts every row into one quadrant', () => {
    const share = fc.option(
      fc.integer({ min: 0, max: 120 }).map((value) => `${value / 100}`),
      { nil: null },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(share, share, share), { maxLength: 12 }), (rows) => {
        const given = rows.map(([goalShare, goalExpected, spendExpected], at) =>
          row({ id: `${at}`, goalShare, goalExpected, spendExpected }),
        );
        const groups = quadrantGroups(given, settings);
        expect(groups.flatMap((group) => group.rows.map(({ id }) => id)).toSorted()).toEqual(
          given.map(({ id }) => id).toSorted(),
        );
      }),
    );
  });

  it('adds several sources up and says when one has no number', () => {
    expect(
      moneyBehind([
        { budget: '3', spent: '1' },
        { budget: '2', spent: null },
      ]),
    ).toEqual({ budget: '5', spent: '1', complete: false });
    expect(moneyBehind([])).toEqual({ budget: null, spent: null, complete: false });
  });
});

describe('five-year targets', () => {
  const plan = (given: Partial<FiveYearTarget> = {}): FiveYearTarget => ({
    kind: 'cumulative',
    fromYear: 2021,
    toYear: 2025,
    target: '100',
    baseline: null,
    ...given,
  });
  const years = (...values: readonly (string | null)[]) =>
    values.flatMap((value, at) => (value === null ? [] : [{ year: 2021 + at, value }]));

  it.each([
    // why                            figures                          day           reached  share    left   each   met
    ['two years in', years('20', '25'), '2022-12-31', '45', '0.45', '55', '18.3333', false],
    ['reached a year early', years('30', '30', '25', '15'), '2024-12-31', '100', '1', '0', '0', true],
    ['inside the third year', years('20', '25', '5'), '2023-06-30', '50', '0.5', '50', '25', false],
    ['nothing reported', years(), '2022-12-31', null, null, null, null, null],
  ])('cumulative: %s', (_why, figures, on, reached, share, left, eachYear, met) => {
    expect(fiveYearStanding(plan(), figures, day(on))).toMatchObject({ reached, share, left, eachYear, met });
  });

  it('decides nothing about a target that is no number', () => {
    expect(fiveYearStanding(plan({ target: '完成' }), years('20'), day('2022-12-31'))).toMatchObject({
      reached: null,
      met: null,
    });
  });

  it('names years without a figure', () => {
    expect(fiveYearStanding(plan(), years('20', null, '25'), day('2023-12-31')).missingYears).toEqual([2022]);
  });

  it('takes the figure of a year that was recorded last', () => {
    const revised = [...years('20'), { year: 2021, value: '18' }];
    expect(fiveYearStanding(plan(), revised, day('2021-12-31')).reached).toBe('18');
  });

  it.each([
    ['rising from its baseline, half way', '200', '100', '150', '0.5', false],
    ['falling (PM2.5), half way', '30', '40', '35', '0.5', false],
    ['falling, beyond', '30', '40', '28', '1.2', true],
    ['without a baseline there is no share', '200', null, '150', null, false],
  ])('a level at the end: %s', (_why, target, baseline, value, share, met) => {
    const standing = fiveYearStanding(
      plan({ kind: 'endLevel', target, baseline }),
      years(value),
      day('2021-12-31'),
    );
    expect(standing).toMatchObject({ reached: value, share, met });
  });

  it.each<[string, readonly (string | null)[], boolean | null]>([
    // exact products: 1.06 × 1.06 = 1.1236; 1.05 × 1.07 = 1.1235 is less, although the mean is the same
    ['6 and 6', ['6', '6'], true],
    ['5 and 7 have the same mean and grow less', ['5', '7'], false],
    ['7 and 5.1', ['7', '5.1'], true],
    ['one year missing leaves it open', ['6', null, '9'], null],
  ])('average growth of 6: %s', (_why, values, met) => {
    const target = plan({ kind: 'averageGrowth', target: '6' });
    expect(fiveYearStanding(target, years(...values), day('2023-01-01')).met).toBe(met);
  });

  it.each([
    ['16 of a cumulative 80', '16', plan({ target: '80' }), '20'],
    ['10 of the way from 100 to 200', '10', plan({ kind: 'endLevel', target: '200', baseline: '100' }), '10'],
    ['no baseline, no way', '10', plan({ kind: 'endLevel', target: '200' }), null],
    ['growth has no share', '6', plan({ kind: 'averageGrowth', target: '6' }), null],
  ])('%s is %s', (_why, annual, target, share) => expect(annualShare(annual, target)).toBe(share));

  it('is evaluated in the middle', () => expect(midTerm(plan())).toBe('2023-12-31'));
});

const monthly = (
  values: readonly (string | null)[],
  given: Partial<MonitoredSeries> = {},
): MonitoredSeries => ({
  name: '规上工业增加值',
  unit: '%',
  step: 1,
  goodWay: 'higher',
  cumulative: false,
  points: values.flatMap((value, at) =>
    value === null
      ? []
      : [
          {
            periodEnd: day(
              ['2025-01-31', '2025-02-28', '2025-03-31', '2025-04-30', '2025-05-31', '2025-06-30'][at] ??
                '2025-12-31',
            ),
            value,
            sequence: at,
          },
        ],
  ),
  ...given,
});
const june = day('2025-06-30');

describe('early warnings', () => {
  const rulesOf = (series: MonitoredSeries, target: string | null = null) =>
    warningsOf(series, target, june, settings).map(({ rule }) => rule);

  it.each<readonly [string, MonitoredSeries, string | null, readonly string[]]>([
    ['rising', monthly(['4', '4.5', '5', '5.5']), null, []],
    ['three months down', monthly(['5', '4.8', '4.5', '4.1']), null, ['fallsInRow']],
    ['two months down are not three', monthly(['4', '5', '4.8', '4.5']), null, []],
    ['standing still is not down', monthly(['5', '4.8', '4.8', '4.1']), null, []],
    ['a missing month ends the run', monthly(['5', '4.8', null, '4.5', '4.1']), null, []],
    ['a fall of unemployment is good', monthly(['5', '4.8', '4.5', '4.1'], { goodWay: 'lower' }), null, []],
    ['its rise is not', monthly(['4.1', '4.5', '4.8', '5'], { goodWay: 'lower' }), null, ['fallsInRow']],
    ['after two better months a worse one', monthly(['3', '4', '5', '4.9']), null, ['turningPoint']],
    ['growth turned to fall', monthly(['2', '0.3', '-0.1']), null, ['turnedNegative']],
    ['below nothing for two months is no news', monthly(['-1', '-0.5']), null, []],
    ['a rate short of its target', monthly(['4', '4.5']), '5', ['shortAtPace']],
    ['a rate on its target', monthly(['4', '5']), '5', []],
    ['prices have no better way', monthly(['3', '2', '1', '0.5'], { goodWay: 'around' }), '2', []],
    [
      'what counts up cannot fall in a row',
      monthly(['50', '40', '30', '20'], { unit: '亿元', cumulative: true }),
      null,
      [],
    ],
  ])('%s', (_why, series, target, rules) => expect(rulesOf(series, target)).toEqual(rules));

  it('carries a count on evenly to the end of the year', () => {
    const investment = monthly(['10', '20', '30', '40', '50', '58'], { unit: '亿元', cumulative: true });
    // 181 of 365 days: 0.4959 of the year
    expect(paceOf(investment, '120', june)).toMatchObject({
      projected: '116.96',
      target: '120',
      distance: '-3.04',
    });
    expect(rulesOf(investment, '116')).toEqual([]);
    expect(warningsOf(investment, '120', june, settings)[0]).toMatchObject({
      rule: 'shortAtPace',
      params: { short: '3.04', percent: '2.53' },
    });
  });

  it('lets February follow December where both months come as one, and breaks the run where they do not', () => {
    const at = (periodEnd: string, value: string, periodStart = `${periodEnd.slice(0, 8)}01`) => ({
      ...{ periodStart: day(periodStart), periodEnd: day(periodEnd), value, sequence: 1 },
    });
    const points = [
      at('2024-12-31', '6'),
      at('2025-02-28', '5', '2025-01-01'),
      at('2025-03-31', '4'),
      at('2025-04-30', '3'),
    ];
    const rate = monthly([], { points, mergedSpring: true });
    expect(rulesOf(rate)).toEqual(['fallsInRow']);
    expect(rulesOf({ ...rate, mergedSpring: false })).toEqual([]);
    // an amount of two months is not compared with an amount of one
    expect(rulesOf({ ...rate, unit: '亿元' })).toEqual([]);
    expect(onPeriod({ ...rate, unit: '亿元', points: points.slice(0, 3) }, june)).toBeNull();
    expect(onPeriod({ ...rate, points: points.slice(0, 2) }, june)).toMatchObject({ value: '-1' });
  });

  it('shows the points that the rule looked at', () => {
    const [warning] = warningsOf(monthly(['6', '5', '4.8', '4.5', '4.1']), null, june, settings);
    expect(warning?.points.map(({ value }) => value)).toEqual(['5', '4.8', '4.5', '4.1']);
    expect(warning?.params).toMatchObject({ count: '3', from: '5', to: '4.1' });
  });

  it('judges as of a day, and takes the revised figure', () => {
    const series = monthly(['5', '4.8', '4.5', '4.1']);
    expect(warningsOf(series, null, day('2025-03-31'), settings)).toEqual([]);
    const revised = {
      ...series,
      points: [...series.points, { periodEnd: day('2025-03-31'), value: '4.9', sequence: 9 }],
    };
    expect(warningsOf(revised, null, june, settings)).toEqual([]);
  });
});

describe('changes of a series', () => {
  it('keeps points of a rate apart from percent of an amount', () => {
    expect(onPeriod(monthly(['4', '5']), june)).toMatchObject({ unit: 'percentagePoint', value: '1' });
    expect(onPeriod(monthly(['4', '5'], { unit: '亿元' }), june)).toMatchObject({
      unit: 'percent',
      value: '25',
    });
  });

  it('has none where the period before is missing, and none for what counts up', () => {
    expect(onPeriod(monthly(['4', null, '5']), june)).toBeNull();
    expect(onPeriod(monthly(['4', '5'], { cumulative: true }), june)).toBeNull();
  });

  it('compares with the same period of the year before, leap days included', () => {
    const series = monthly([], {
      unit: '亿元',
      points: [
        { periodEnd: day('2024-02-29'), value: '80', sequence: 1 },
        { periodEnd: day('2025-02-28'), value: '84', sequence: 2 },
      ],
    });
    expect(onYear(series, june)).toMatchObject({ value: '5' });
    expect(onYear(monthly(['4']), june)).toBeNull();
  });

  it('compares with the nation on the same day only', () => {
    expect(besideOther(monthly(['4', '5']), monthly(['4.4', '4.6']), june)).toMatchObject({
      unit: 'percentagePoint',
      value: '0.4',
    });
    expect(besideOther(monthly(['4', '5']), monthly(['4.4']), june)).toBeNull();
  });
});

describe('the median of peers', () => {
  it.each([
    // why this row, values, median
    ['none', [], null],
    ['an odd count: the middle one, by size and not by letters', ['10', '9', '2'], '9'],
    ['an even count: half way between, exactly', ['4.6', '4.5'], '4.55'],
    ['below nothing', ['-1', '-2', '3', '0.5'], '-0.25'],
    ['what is no number counts for nothing', ['—', '5'], '5'],
  ] as const)('%s', (_why, values, median) => expect(medianOf(values)).toBe(median));

  it('lies between the least and the most, whatever the order', () => {
    const values = fc.array(fc.integer({ min: -999, max: 999 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(values, (given) => {
        const found = Number(medianOf(given.map(String)));
        expect(found).toBeGreaterThanOrEqual(Math.min(...given));
        expect(found).toBeLessThanOrEqual(Math.max(...given));
        expect(Number(medianOf(given.toReversed().map(String)))).toBe(found);
        const below = given.filter((each) => each < found).length;
        expect(below * 2).toBeLessThanOrEqual(given.length);
      }),
    );
  });

  it('stands beside the own figure in points; one peer alone has no middle', () => {
    expect(besidePeers(monthly(['4', '5']), ['4.4', '4.8', '5.2'], june)).toMatchObject({
      ...{ value: '4.8', of: 3, change: { unit: 'percentagePoint', value: '0.2' } },
    });
    expect(besidePeers(monthly(['4', '5']), ['4.4'], june)).toBeNull();
  });
});

describe('cuts', () => {
  it.each([
    ['公用经费按定额压减5%', '20', '5', '19'],
    ['专项资金压减10%', '33.33', '10', '29.997'],
    ['“三公”经费只减不增', '1.2', '0', '1.2'],
    ['a cut of more than all', '1', '101', null],
    ['a rise is no cut', '1', '-5', null],
  ])('%s', (_why, base, percent, most) =>
    expect(mostAfter({ metric: '', base, percent, printed: '' })).toBe(most),
  );

  it('is a ceiling like any other target', () => {
    const cut = cutTarget({
      metric: '公用经费',
      base: '20',
      percent: '5',
      printed: '公用经费按定额标准压减5%',
    });
    expect(cut).toMatchObject({ comparator: 'le', values: ['19'], goodWay: 'lower', measure: 'flow' });
    expect([cutReached('20', '18.6'), cutReached('20', '21')]).toEqual(['7', '-5']);
  });
});

describe('funds won from above', () => {
  const won = (given: Partial<Won>): Won => ({
    kind: 'specialBond',
    year: 2025,
    batch: '1',
    day: day('2025-03-01'),
    amount: '478.7',
    printedShare: null,
    province: '2704.5',
    used: '100',
    sequence: 1,
    ...given,
  });
  it('stands with its share of the province, the last number of a batch counting', () => {
    const found = wonStanding(
      [
        won({ amount: '470' }),
        won({ sequence: 2 }),
        won({ kind: 'treasuryBond', amount: '86.04', province: null, printedShare: '20.5', used: null }),
      ],
      [{ kind: 'policyFinance', projects: 211, wanted: '339.6' }],
      2025,
      june,
    );
    expect(
      found.map(({ kind, amount, provinceShare, usedPercent, stock }) => [
        kind,
        amount,
        provinceShare,
        usedPercent,
        stock?.projects ?? null,
      ]),
    ).toEqual([
      ['specialBond', '478.7', '17.7', '20.89', null],
      ['treasuryBond', '86.04', '20.5', null, null],
      ['policyFinance', '0', null, null, 211],
    ]);
  });
});
