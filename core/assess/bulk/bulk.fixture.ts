// Random commitments for tests of the columns: every measure, bound and relation, with figures that miss, repeat and lie.
import fc from 'fast-check';
import type { Checkpoint, Target } from '../../plan/commitment.ts';
import { targetFromWords } from '../../plan/words/target-from-words.ts';
import { addDays, monthEnd } from '../../quantity/calendar.ts';
import { type IsoDate, isoDate } from '../../quantity/date.ts';
import type { FigureFact, Series } from '../facts.ts';
import { seriesOf } from '../facts.ts';
import type { RowFacts } from './read-row.ts';

export const planSeries: Series = seriesOf([
  { name: '地区生产总值', periodEnd: isoDate('2024-12-31'), amount: '4.9', printed: '' },
  { name: '地区生产总值', periodEnd: isoDate('2025-03-31'), amount: '5.2', printed: '' },
  { name: '地区生产总值', periodEnd: isoDate('2025-06-30'), amount: '5.3', printed: '' },
  { name: 'GDP', periodEnd: isoDate('2025-06-30'), amount: '5.5', printed: '' },
  { name: '固定资产投资', periodEnd: isoDate('2025-06-30'), amount: '-2.25', printed: '' },
]);

const twoDigits = (value: number): string => `${value}`.padStart(2, '0');

const decimalText = (least: number, most: number, places: number): fc.Arbitrary<string> =>
  fc.integer({ min: Math.round(least * 10 ** places), max: Math.round(most * 10 ** places) }).map((size) => {
    const digits = `${Math.abs(size)}`.padStart(places + 1, '0');
    const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
    return size < 0 ? `-${text}` : text;
  });

const number = fc.oneof(
  { weight: 6, arbitrary: decimalText(0, 12, 1) },
  { weight: 3, arbitrary: decimalText(-3, 12, 2) },
  { weight: 2, arbitrary: decimalText(0, 12, 0) },
  { weight: 1, arbitrary: decimalText(0, 12, 7) },
  { weight: 1, arbitrary: fc.constantFrom('0', '450359962737', '9007199254740993', '123456789012345678.55') },
);

const unit = fc.constantFrom('个', '%', '亿元', '万元', '个百分点', '微克/立方米');

const checkpoint: fc.Arbitrary<Checkpoint> = fc.record({
  by: fc.option(
    fc.integer({ min: 1, max: 12 }).map((month) => monthEnd(2025, month)),
    { freq: 8 },
  ),
  value: fc.option(number, { freq: 8 }),
  unit: fc.constantFrom('个', '%', '亿元'),
  of: fc.constantFrom('total', 'target', 'stage'),
  cumulative: fc.boolean(),
  comparator: fc.constant('ge'),
  printed: fc.constant(''),
});

const relativeType = fc.constantFrom(
  ...(['sync', 'above', 'below', 'trendUp', 'trendDown', 'trendStable', 'shareUp', 'shareStable'] as const),
);

/** Targets as the type allows them, also such as no document prints. */
const builtTarget: fc.Arbitrary<Target> = fc
  .record({
    metric: fc.constantFrom('甲', '单位GDP能耗下降', '居民消费价格指数(CPI)', '乙'),
    form: fc.constant('level' as const),
    comparator: fc.option(fc.constantFrom('eq', 'ge', 'le', 'approx', 'range'), { freq: 8 }),
    values: fc.oneof(
      { weight: 6, arbitrary: number.map((value) => [value]) },
      {
        weight: 2,
        arbitrary: fc.tuple(number, number).map((pair) => [...pair].sort((a, b) => Number(a) - Number(b))),
      },
    ),
    strict: fc.boolean(),
    unit,
    direction: fc.constantFrom('up', 'down', 'to', 'none'),
    relative: fc.constant(null),
    relativeType: fc.constant(null),
    strive: fc.boolean(),
    measure: fc.constantFrom('flow', 'flow', 'rate', 'share', 'stock', 'cumulative'),
    goodWay: fc.constantFrom('higher', 'higher', 'lower', 'around'),
    printed: fc.constantFrom('甲', '低于10', '“十四五”累计10'),
    checkpoints: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 2, arbitrary: fc.array(checkpoint, { maxLength: 3 }) },
    ),
    allocationMode: fc.constant(null),
    allocations: fc.constant([]),
  })
  .map((target): Target => target);

const relativeTarget: fc.Arbitrary<Target> = fc
  .record({
    base: builtTarget,
    relativeType,
    relative: fc.constantFrom('经济增长', '面上投资', '上年', '服务业', null),
    points: fc.option(decimalText(0, 2, 1), { freq: 1 }),
    measure: fc.constantFrom('rate', 'share', 'text', 'flow'),
  })
  .map(({ base, relativeType, relative, points, measure }) => ({
    ...base,
    unit: '%',
    metric: '甲',
    direction: 'none',
    relativeType,
    relative,
    measure,
    values: points === null ? [] : [points],
  }));

const wordedTarget: fc.Arbitrary<Target> = fc
  .constantFrom(
    ['%', '5.5左右'],
    ['%', '与经济增长基本同步'],
    ['个', '10'],
    ['个', '稳步提高'],
    ['%', '高于经济增速1个百分点'],
    ['%', '4.5—5'],
  )
  .map(([unit = '', printed = '']) => targetFromWords({ metric: '甲', unit, printed }));

const day: fc.Arbitrary<IsoDate> = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 1, max: 12 }).map((month) => monthEnd(2025, month)) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(isoDate('2024-12-31'), isoDate('2024-06-30'), isoDate('2026-01-31')),
  },
);

export const figureOn: fc.Arbitrary<FigureFact> = fc.record({
  metric: fc.constant('甲'),
  periodEnd: day,
  amount: fc.option(number, { freq: 12 }),
  unit: fc.oneof({ weight: 9, arbitrary: fc.constant('*') }, { weight: 1, arbitrary: unit }),
  statement: fc.oneof(
    { weight: 14, arbitrary: fc.constant('') },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        '提前完成',
        '5.6%',
        '-',
        '完成年度目标56.3%',
        '正在推进',
        '进度滞后',
        '同比提高',
      ),
    },
  ),
});

/** A figure of unit '*' is in the unit that its target is printed in. */
const inUnit = (facts: RowFacts): RowFacts => ({
  ...facts,
  figures: facts.figures.map((figure) =>
    figure.unit === '*' ? { ...figure, unit: facts.targets[0]?.unit ?? '' } : figure,
  ),
});

export const rowFacts: fc.Arbitrary<RowFacts> = fc
  .record({
    startsOn: fc.constantFrom(isoDate('2025-01-01'), isoDate('2025-03-01')),
    dueOn: fc.constantFrom(isoDate('2025-12-31'), isoDate('2025-06-30'), isoDate('2025-09-30')),
    targets: fc.oneof(
      { weight: 8, arbitrary: builtTarget.map((target) => [target]) },
      { weight: 4, arbitrary: relativeTarget.map((target) => [target]) },
      { weight: 2, arbitrary: wordedTarget.map((target) => [target]) },
      { weight: 1, arbitrary: fc.array(builtTarget, { maxLength: 2 }) },
    ),
    figures: fc.oneof(
      { weight: 8, arbitrary: fc.array(figureOn, { maxLength: 8 }) },
      { weight: 1, arbitrary: fc.constant([]) },
    ),
  })
  .map(inUnit);

export const judgingDay: fc.Arbitrary<IsoDate> = fc
  .integer({ min: -20, max: 420 })
  .map((days) => addDays(isoDate('2025-01-01'), days));

export const monthsOf2025 = Array.from({ length: 12 }, (_, at) => isoDate(`2025-${twoDigits(at + 1)}-28`));
