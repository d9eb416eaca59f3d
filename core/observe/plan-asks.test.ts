// Who is asked what: the lead unit for the whole, each place for its share, nobody twice, nobody for what it was not given.
import { describe, expect, it } from 'vitest';
import type { Target } from '../plan/commitment.ts';
import { isoDate } from '../quantity/date.ts';
import { periodsOf } from './figure-ask.ts';
import { type AskableCommitment, asksOfPlan, defaultAskRules } from './plan-asks.ts';

const aTarget = (given: Partial<Target> = {}): Target => ({
  metric: '新建口袋公园',
  form: 'level',
  comparator: 'ge',
  values: ['30'],
  unit: '个',
  direction: 'none',
  relative: null,
  relativeType: null,
  strive: false,
  measure: 'flow',
  goodWay: 'higher',
  printed: '30个',
  checkpoints: [],
  allocationMode: null,
  allocations: [],
  ...given,
});

let next = 0;
const aCommitment = (given: Partial<AskableCommitment> = {}): AskableCommitment => {
  next += 1;
  return {
    id: `c${next}`,
    planId: 'p',
    kind: 'livelihood',
    number: `${next}`,
    title: `事项${next}`,
    field: '',
    leadUnit: '市建委',
    leadKey: '市建委',
    supportUnits: [],
    official: null,
    startsOn: isoDate('2024-01-01'),
    dueOn: isoDate('2024-12-31'),
    force: null,
    applicability: [],
    targets: [aTarget()],
    ...given,
  };
};

const places = [
  { id: 'east', name: '东区' },
  { id: 'west', name: '西区' },
];
const asked = (commitments: readonly AskableCommitment[]) =>
  asksOfPlan(commitments, places, defaultAskRules).asks.map(({ ask, metric, wanted }) => [
    metric,
    ask.unitId,
    ask.placeId,
    wanted,
  ]);
const share = (place: string, value: string | null) => ({ place, value, second: null });

describe('asks of a plan', () => {
  it('go to the lead unit for the whole and to each place for its share', () => {
    const target = aTarget({
      allocationMode: 'sum',
      allocations: [share('东区', '20'), share('西区', '10')],
    });
    expect(asked([aCommitment({ targets: [target] })])).toEqual([
      ['新建口袋公园', '市建委', '', '30'],
      ['新建口袋公园', 'east', 'east', '20'],
      ['新建口袋公园', 'west', 'west', '10'],
    ]);
  });

  it('leave out a place whose share is a dash, and a place that nobody knows', () => {
    const target = aTarget({ allocationMode: 'sum', allocations: [share('东区', null), share('南区', '3')] });
    expect(asked([aCommitment({ targets: [target] })]).map(([, unit]) => unit)).toEqual(['市建委']);
  });

  it('are not put for periods that end while it does not apply in a place; the whole is asked as before', () => {
    const away = { metric: aTarget().metric, place: '东区', reason: '辖区内没有' };
    const applicability = [
      { ...away, applies: false, from: isoDate('2024-03-15') },
      { ...away, applies: true, from: isoDate('2024-06-01') },
    ];
    const allocations = [{ place: '东区', value: '10', second: null }];
    const targets = [aTarget({ allocationMode: 'sum', allocations })];
    const { asks } = asksOfPlan([aCommitment({ targets, applicability })], places, defaultAskRules);
    const months = asks.map(({ ask }) => periodsOf(ask).map(({ end }) => Number(end.slice(5, 7))));
    expect(months).toEqual([
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
      [1, 2, 6, 7, 8, 9, 10, 11, 12],
    ]);
  });

  it('are put to nobody where no unit leads', () => {
    expect(asked([aCommitment({ leadUnit: null, leadKey: null })])).toEqual([]);
  });

  it('are put once where two lists want one indicator, at the finer frequency, and serve both', () => {
    const indicator = aCommitment({
      kind: 'indicator',
      targets: [aTarget({ metric: '建筑业总产值增长', unit: '%' })],
    });
    const task = aCommitment({ kind: 'project', targets: [aTarget({ metric: '建筑业总产值', unit: '%' })] });
    const { asks, saved } = asksOfPlan([indicator, task], places, defaultAskRules);
    expect(saved).toBe(1);
    expect(
      asks.map(({ ask, serves }) => [ask.frequency, serves.map(({ commitmentId }) => commitmentId)]),
    ).toEqual([['month', [indicator.id, task.id]]]);
  });

  it('of the same metric in two promises stay two, for they count different things', () => {
    expect(
      asked([
        aCommitment({ targets: [aTarget({ metric: '新增数' })] }),
        aCommitment({ targets: [aTarget({ metric: '新增数' })] }),
      ]),
    ).toHaveLength(2);
  });

  it('name two units that are asked for one figure', () => {
    const one = aCommitment({ kind: 'indicator' });
    const other = aCommitment({ kind: 'indicator', leadKey: '市园文局' });
    expect(asksOfPlan([one, other], places, defaultAskRules).conflicts).toMatchObject([
      { kind: 'askedOfTwo' },
    ]);
  });

  it('ask for words where there is nothing to count', () => {
    const { asks } = asksOfPlan(
      [aCommitment({ targets: [aTarget({ values: [], unit: '', measure: 'text' })] })],
      places,
      defaultAskRules,
    );
    expect(asks[0]?.ask.unit).toBe('');
    expect(asks[0]?.grows).toBe(false);
  });
});
