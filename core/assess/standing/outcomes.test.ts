// Outcomes become values of parts: silence counts nothing, one promise does not make up for another, typed values fill gaps only.
import { describe, expect, it } from 'vitest';
import { checkFormula } from './check-formula.ts';
import { memberOf, type Outcomes, shareDone } from './outcomes.ts';
import { rank } from './rank.ts';
import { formula, part } from './standing.fixture.ts';
import { usualFormulas } from './usual-formulas.ts';

const nothing: Outcomes = {
  ...{ id: 'a', name: '上城区', promises: [], verified: { yes: 0, of: 0 }, notices: { inTime: 0, due: 0 } },
  ...{ satisfied: null, typed: {} },
};
const all = formula([
  part('completion', { kind: 'shareOfTarget' }),
  part('schedule', { kind: 'shareOnSchedule' }),
  part('verified', { kind: 'verifiedShare' }),
  part('notices', { kind: 'noticesClosedInTime' }),
  part('satisfaction', { kind: 'satisfaction' }),
  part('thirdParty', { kind: 'thirdParty' }),
]);
const valuesOf = (given: Partial<Outcomes>) => memberOf(all, { ...nothing, ...given }).values;

describe('values of the parts', () => {
  it('says missing where nobody knows, and not applicable where there was no notice', () => {
    const values = valuesOf({});
    expect(Object.entries(values).map(([id, { kind }]) => [id, kind])).toEqual([
      ['completion', 'missing'],
      ['schedule', 'missing'],
      ['verified', 'missing'],
      ['notices', 'notApplicable'],
      ['satisfaction', 'missing'],
      ['thirdParty', 'missing'],
    ]);
  });
  it('does not let one promise make up for another, and counts silence as nothing', () => {
    const promises = [
      { done: '1.8', isOnSchedule: true },
      { done: '0.25', isOnSchedule: false },
      { done: null, isOnSchedule: null },
    ];
    const values = valuesOf({ promises });
    expect(values.completion).toEqual({ kind: 'value', value: '41.666667', base: '100' });
    expect(values.schedule).toEqual({ kind: 'value', value: '33.333333', base: '100' });
  });
  it('takes a typed score where the system cannot know, and never instead of a computed outcome', () => {
    const typed = {
      thirdParty: { kind: 'value', value: '88', base: '100' },
      completion: { kind: 'value', value: '9', base: '9' },
    } as const;
    const values = valuesOf({ typed });
    expect(values.thirdParty).toEqual(typed.thirdParty);
    expect(values.completion).toEqual({ kind: 'missing' });
  });
  it('takes a part away from the member it does not apply to, computed or not', () => {
    const notHere = { kind: 'notApplicable', reason: '无分解任务' } as const;
    const promises = [{ done: '0', isOnSchedule: false }];
    expect(valuesOf({ promises, typed: { completion: notHere } }).completion).toEqual(notHere);
  });
  it.each([
    ['12', '48', '0.25', 'a plain share'],
    ['12', '0', null, 'no share of nothing'],
    [null, '48', null, 'nobody reported'],
    ['-1', '4', '-0.25', 'a fall is kept here and counted as nothing later'],
  ] as const)('%s of %s is %s: %s', (amount, target, wanted, _why) => {
    expect(shareDone(amount, target)).toBe(wanted);
  });
});

describe('usual formulas', () => {
  it.each(usualFormulas.map((each) => [each.id, each] as const))('%s can be frozen', (_id, each) => {
    expect(checkFormula(each)).toEqual([]);
  });
  it('gives a small district that keeps all its promises the same points as a large one', () => {
    const [districts] = usualFormulas;
    if (!districts) throw new Error('no formula');
    const kept = (id: string, count: number): Outcomes => ({
      ...nothing,
      id,
      promises: Array.from({ length: count }, () => ({ done: '1', isOnSchedule: true })),
      typed: { thirdParty: { kind: 'value', value: '100', base: '100' } },
    });
    const { members } = rank(
      districts,
      [kept('large', 60), kept('small', 2)].map((each) => memberOf(districts, each)),
    );
    expect(members.map(({ place, points }) => [place, points])).toEqual([
      [1, '100'],
      [1, '100'],
    ]);
  });
});
