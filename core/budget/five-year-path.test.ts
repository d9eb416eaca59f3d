// The reference path of five-year targets: what is due each year, whether figures lie on it, when the present pace arrives.
import { describe, expect, it } from 'vitest';
import { isoDate as day } from '../quantity/date.ts';
import type { FiveYearTarget } from './five-year.ts';
import { pathStanding, referencePath } from './five-year-path.ts';

const plan = (given: Partial<FiveYearTarget>): FiveYearTarget => ({
  ...{ kind: 'cumulative', fromYear: 2021, toYear: 2025, target: '16', baseline: null },
  ...given,
});
const years = (...values: readonly (string | null)[]) =>
  values.flatMap((value, at) => (value === null ? [] : [{ year: 2021 + at, value }]));

describe('the reference path', () => {
  it.each([
    ['adds up in equal parts', plan({}), ['3.2', '6.4', '9.6', '12.8', '16']],
    [
      'rises from its baseline',
      plan({ kind: 'endLevel', target: '4', baseline: '3.5' }),
      ['3.6', '3.7', '3.8', '3.9', '4'],
    ],
    [
      'falls from its baseline',
      plan({ kind: 'endLevel', target: '28', baseline: '30' }),
      ['29.6', '29.2', '28.8', '28.4', '28'],
    ],
    ['multiplies', plan({ kind: 'averageGrowth', target: '6', toYear: 2022 }), ['1.06', '1.1236']],
    ['is not drawn without a baseline', plan({ kind: 'endLevel' }), []],
    ['nor to words', plan({ target: '完成' }), []],
  ] as const)('%s', (_why, target, path) =>
    expect(referencePath(target).map(({ value }) => value)).toEqual(path),
  );

  it.each([
    // why this row                       target                                              figures                   pace      gap     arrives
    ['on it to the last digit', plan({}), years('3.2', '3.2'), 'onPath', '0', 2025],
    ['behind by a tenth', plan({}), years('3.2', '3.1'), 'behind', '-0.1', 2026],
    ['met in the fourth year', plan({}), years('4', '4', '4', '4'), 'met', '3.2', 2024],
    ['a year is missing', plan({}), years('4', null, '4'), 'open', null, null],
    [
      'a level with a year missing',
      plan({ kind: 'endLevel', target: '4', baseline: '3' }),
      years(null, null, '3.7'),
      'onPath',
      '0.1',
      2025,
    ],
    [
      'falling, above its path',
      plan({ kind: 'endLevel', target: '28', baseline: '30' }),
      years('29.8'),
      'behind',
      '0.2',
      2030,
    ],
    [
      'going the wrong way never arrives',
      plan({ kind: 'endLevel', target: '28', baseline: '30' }),
      years('31'),
      'behind',
      '1.4',
      null,
    ],
    [
      'growth below its average',
      plan({ kind: 'averageGrowth', target: '6' }),
      years('6', '5'),
      'behind',
      '-0.0106',
      null,
    ],
    [
      'growth above it is on its path, not met',
      plan({ kind: 'averageGrowth', target: '6' }),
      years('7'),
      'onPath',
      '0.01',
      null,
    ],
    ['nothing reported', plan({}), years(), 'open', null, null],
  ] as const)('%s', (_why, target, figures, pace, gap, arrives) =>
    expect(pathStanding(target, figures, day('2024-12-31'))).toMatchObject({ pace, gap, reachedIn: arrives }),
  );
});
