// Gates, the five 未 and the five rates under the default chain and under a chain of another city.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../quantity/calendar.ts';
import type { IsoDate } from '../quantity/date.ts';
import { sumBy } from './group.ts';
import { aProject, aStanding, chain, day } from './project.fixture.ts';
import { gateRates } from './rate.ts';
import { chainProblems, defaultProjectSettings, type GateChain } from './settings.ts';
import { gateFindings, stageOn } from './stage.ts';

const asOf = day('2025-06-30');

type Days = Readonly<Record<string, IsoDate>>;
const passed = (...days: readonly string[]): Days => {
  const gates = ['signed', 'land', 'started', 'completed', 'producing', 'fullCapacity'];
  return Object.fromEntries(days.flatMap((text, at) => (text === '' ? [] : [[gates[at] ?? '', day(text)]])));
};

describe('the stage of a project', () => {
  it.each<readonly [string, Days, Days, string | null, string, number]>([
    // why                                passed        planned      stuck            state     days late
    ['nothing signed yet', {}, {}, null, 'outside', 0],
    ['signed, no land, no day set', passed('2025-01-10'), {}, 'signedNoLand', 'open', 0],
    ['land was due in May', passed('2025-01-10'), { land: day('2025-05-31') }, 'signedNoLand', 'late', 30],
    ['land is due today', passed('2025-01-10'), { land: asOf }, 'signedNoLand', 'open', 0],
    ['land got, not started', passed('2025-01-10', '2025-03-01'), {}, 'landNotStarted', 'open', 0],
    [
      'started without land on paper',
      passed('2025-01-10', '', '2025-04-01'),
      {},
      'startedNotCompleted',
      'open',
      0,
    ],
    ['a gate of next month is not passed', passed('2025-01-10', '2025-07-01'), {}, 'signedNoLand', 'open', 0],
    [
      'everything done',
      passed('2020-01-01', '2020-02-01', '2020-03-01', '2022-03-01', '2022-09-01', '2023-01-01'),
      {},
      null,
      'done',
      0,
    ],
  ])('%s', (_why, passedOn, plannedOn, stuckId, state, daysLate) => {
    expect(stageOn(aProject({ passedOn, plannedOn }), chain, asOf)).toMatchObject({
      stuckId,
      state,
      daysLate,
    });
  });

  it('is due so many days after the gate before, where a city set that', () => {
    const own: GateChain = {
      first: 'signed',
      gates: [{ id: 'land', stuckId: 'signedNoLand', rateId: 'landRate', dueAfterDays: 90 }],
    };
    const stage = stageOn(aProject({ passedOn: passed('2025-03-01') }), own, asOf);
    expect(stage).toMatchObject({ state: 'late', nextDueOn: '2025-05-30', daysLate: 31 });
  });

  it('never stands further than the last gate that was passed', () => {
    const anyDay = fc.option(fc.integer({ min: 0, max: 900 }), { nil: null });
    fc.assert(
      fc.property(fc.array(anyDay, { minLength: 6, maxLength: 6 }), (offsets) => {
        const days = offsets.map((offset) => (offset === null ? '' : addDays(day('2024-01-01'), offset)));
        const entry = aProject({ passedOn: passed(...days) });
        const { passed: last } = stageOn(entry, chain, asOf);
        const reached = Object.entries(entry.passedOn).filter(([, on]) => on <= asOf);
        expect(last === null).toBe(reached.length === 0);
        if (last !== null) expect(reached.map(([gate]) => gate)).toContain(last);
      }),
    );
  });
});

describe('days that contradict the chain', () => {
  it.each<readonly [string, Days, readonly string[]]>([
    ['in order', passed('2024-01-01', '2024-03-01', '2024-05-01'), []],
    ['land after the start', passed('2024-01-01', '2024-06-01', '2024-05-01'), ['gate.outOfOrder started']],
    ['land never recorded', passed('2024-01-01', '', '2024-05-01', '2025-05-01'), ['gate.skipped land']],
    [
      'completed tomorrow',
      passed('2024-01-01', '2024-03-01', '2024-05-01', '2025-07-01'),
      ['gate.ahead completed'],
    ],
  ])('%s', (_why, passedOn, found) => {
    const codes = gateFindings(aProject({ passedOn }), chain, asOf).map(
      ({ code, params }) => `${code} ${params.gate}`,
    );
    expect(codes).toEqual(found);
  });
});

describe('five 未 and five rates', () => {
  const projects = [
    aProject({ id: 'a', passedOn: passed('2025-01-01'), plannedOn: { land: day('2025-04-01') } }),
    aProject({ id: 'b', passedOn: passed('2025-01-01') }),
    aProject({ id: 'c', passedOn: passed('2025-01-01', '2025-02-01') }),
    aProject({ id: 'd', passedOn: passed('2025-01-01', '2025-02-01', '2025-03-01') }),
    aProject({ id: 'e' }),
  ];

  const { whole } = sumBy(
    projects.map((entry) => aStanding(entry, { asOf })),
    'field',
  );

  it('counts each project in one state, and the late ones among them', () => {
    expect(whole.columns).toEqual({ signedNoLand: 2, landNotStarted: 1, startedNotCompleted: 1, outside: 1 });
    expect(whole.lateInColumn).toEqual({ signedNoLand: 1 });
  });

  it('divides those that passed by those that passed the gate before', () => {
    const rates = gateRates(whole, chain);
    expect(rates.map(({ rateId, rate }) => [rateId, rate.numerator, rate.denominator, rate.percent])).toEqual(
      [
        ['landRate', '2', '4', '50'],
        ['startRate', '1', '2', '50'],
        ['completionRate', '0', '1', '0'],
        ['productionRate', '0', '0', null],
        ['capacityRate', '0', '0', null],
      ],
    );
  });
});

describe('a chain as a setting', () => {
  it('says of its default that it is assumed', () => {
    expect(defaultProjectSettings.chain.source).toMatch(/^假定/);
    expect(chainProblems(chain)).toEqual([]);
  });

  it.each<readonly [string, GateChain, string]>([
    ['no gate at all', { first: 'signed', gates: [] }, 'projectSettings.chainEmpty'],
    [
      'one gate twice',
      { first: 'signed', gates: [{ id: 'signed', stuckId: 'x', rateId: 'y', dueAfterDays: null }] },
      'projectSettings.gateTwice',
    ],
    [
      'a clock of no days',
      { first: 'signed', gates: [{ id: 'land', stuckId: 'x', rateId: 'y', dueAfterDays: 0 }] },
      'projectSettings.dueInvalid',
    ],
  ])('%s is refused', (_why, own, code) => expect(chainProblems(own)[0]?.code).toBe(code));
});
