// Two levels and one plan: which lines are one, what differs and by how much, and the running cap of shares.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../quantity/date.ts';
import { runningCap } from './cap.ts';
import { differencesOf } from './difference.ts';
import { canonicalText, directionFits, type ExchangeLine } from './package.ts';

const line = (given: Partial<ExchangeLine>): ExchangeLine => ({
  ...{ kind: 'indicator', number: '', title: given.metric ?? '', metric: '', unit: '%', comparator: 'eq' },
  ...{ values: [], measure: 'rate', printed: '', share: null, figure: null },
  ...given,
});
const jobs = (given: Partial<ExchangeLine>) =>
  line({ metric: '城镇新增就业人数', unit: '万人', measure: 'flow', ...given });

describe('differences', () => {
  it.each([
    // why this row                             above                                              below                                               kind      gap     unit
    [
      'a rate against a rate, in points',
      line({ metric: '地区生产总值', values: ['5.5'] }),
      line({ metric: '地区生产总值增长', values: ['5.6'] }),
      'target',
      '0.1',
      '个百分点',
    ],
    [
      'GDP under another name',
      line({ metric: '地区生产总值(GDP)', values: ['5.6'] }),
      line({ metric: '经济', values: ['5.60'] }),
      'agrees',
      '0',
      '个百分点',
    ],
    [
      'a share against a plan, in the unit above',
      jobs({ values: ['25'], share: '2.6' }),
      jobs({ metric: '城镇新增就业', unit: '人', values: ['30000'] }),
      'share',
      '0.4',
      '万人',
    ],
    [
      'a sum of which nothing was given',
      jobs({ values: ['25'] }),
      jobs({ values: ['3'] }),
      'notSplit',
      null,
      '',
    ],
    [
      'people are not posts',
      jobs({ values: ['25'], share: '2.6' }),
      jobs({ unit: '家', values: ['3'] }),
      'unit',
      null,
      '',
    ],
    [
      'words below',
      line({ metric: '固定资产投资', values: ['3'] }),
      line({ metric: '固定资产投资', printed: '正增长' }),
      'worded',
      null,
      '',
    ],
  ] as const)('%s', (_why, above, below, kind, gap, gapUnit) => {
    expect(differencesOf([above], [below])).toMatchObject([{ kind, gap, gapUnit }]);
  });

  it('keeps a growth and an amount of one thing apart', () => {
    const found = differencesOf(
      [line({ metric: '社会消费品零售总额', values: ['5'] })],
      [line({ metric: '社会消费品零售总额', unit: '亿元', measure: 'flow', values: ['361'] })],
    );
    expect(found.map(({ kind }) => kind)).toEqual(['onlyAbove', 'onlyBelow']);
  });

  it('holds figures of the same day against each other only', () => {
    const at = (day: string, value: string) => ({ value, unit: '万人', periodEnd: isoDate(day) });
    const gap = (day: string) =>
      differencesOf([jobs({ figure: at('2025-06-30', '1.4') })], [jobs({ figure: at(day, '1.5') })])[0]
        ?.figureGap;
    expect([gap('2025-06-30'), gap('2025-03-31')]).toEqual(['0.1', null]);
  });

  it('shows every line of both sides once', () => {
    const names = ['地区生产总值', '固定资产投资', '出口', '社零', '口袋公园'];
    const lines = fc.array(
      fc.constantFrom(...names).map((metric) => line({ metric, values: ['1'] })),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(lines, lines, (above, below) => {
        const found = differencesOf(above, below);
        expect(found.flatMap((one) => one.above ?? []).length).toBe(above.length);
        expect(found.flatMap((one) => one.below ?? []).length).toBe(below.length);
      }),
    );
  });
});

describe('a package', () => {
  it('has one text whatever the order of its keys', () =>
    expect(canonicalText({ b: [1, { d: null, c: '甲"' }], a: true })).toBe(
      '{"a":true,"b":[1,{"c":"甲\\"","d":null}]}',
    ));
  it.each([
    ['up', 'district', 'city', true],
    ['up', 'city', 'province', true],
    ['down', 'district', 'city', false],
    ['up', 'district', 'province', false],
  ] as const)('goes %s from %s to %s: %s', (direction, from, to, fits) => {
    const party = (level: typeof from | typeof to) => ({ level, id: '1', name: '示例' });
    expect(directionFits({ direction, from: party(from), to: party(to) })).toBe(fits);
  });
});

describe('the running cap', () => {
  it.each([
    ['nothing given yet', '25', [null, null], 'open', '-25', 0],
    ['some', '25', ['10', null], 'under', '-15', 1],
    ['to the last digit', '0.3', ['0.1', '0.2'], 'even', '0', 2],
    ['too much is shown, not refused', '25', ['20', '6'], 'over', '1', 2],
    ['no number to reach', null, ['20'], 'open', null, 1],
    ['a share of nothing is a share', '0', ['0'], 'even', '0', 1],
  ] as const)('%s', (_why, goal, shares, state, gap, given) =>
    expect(runningCap(goal, shares)).toMatchObject({ state, gap, given, of: shares.length }),
  );
});
