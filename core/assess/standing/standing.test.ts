// Places by a frozen formula: what an expert can compute by hand, and the laws that no formula may break.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, decimal } from '../../quantity/decimal.ts';
import type { PartValue } from './formula.ts';
import { spreadOf } from './points.ts';
import { rank } from './rank.ts';
import { formula, member, missing, notHere, part, places, points, value } from './standing.fixture.ts';

describe('points by hand', () => {
  const two = formula([
    part('done', { weight: '60' }),
    part('growth', { weight: '40', normalisation: 'range', unit: '%' }),
  ]);
  it('a small county with a small target can win', () => {
    const found = rank(two, [
      member('big', { done: value('80', '100'), growth: value('5') }),
      member('small', { done: value('4', '4'), growth: value('5') }),
    ]);
    expect(places(found)).toEqual({ small: 1, big: 2 });
    // growth is equal for both: both best, 40; done: 60 × 0.8 and 60 × 1
    expect(points(found)).toEqual({ small: '100', big: '88' });
  });

  it.each([
    // why this row is here                     normalisation  good way   values             points of a, b, c (of 100)
    ['range', 'range', 'higher', ['2', '6', '4'], ['0', '100', '50']],
    ['range, lower is better', 'range', 'lower', ['2', '6', '4'], ['100', '0', '50']],
    ['range, negative growth', 'range', 'higher', ['-2', '2', '0'], ['0', '100', '50']],
    ['range, all equal: all are best', 'range', 'higher', ['3', '3', '3'], ['100', '100', '100']],
    ['rank, equals share', 'rank', 'higher', ['9', '9', '1'], ['100', '100', '0']],
    ['rank ignores how far', 'rank', 'higher', ['1', '1000', '2'], ['0', '100', '50']],
    ['rank, lower is better', 'rank', 'lower', ['1', '1000', '2'], ['100', '0', '50']],
  ] as const)('%s', (_why, normalisation, goodWay, [a, b, c], [pointsA, pointsB, pointsC]) => {
    const found = rank(formula([part('x', { normalisation, goodWay })]), [
      member('a', { x: value(a) }),
      member('b', { x: value(b) }),
      member('c', { x: value(c) }),
    ]);
    expect(points(found)).toEqual({ a: pointsA, b: pointsB, c: pointsC });
  });

  it.each([
    // why this row is here                       value  target  good way   cap    points
    ['half done', '20', '40', 'higher', '1', '50'],
    ['over-fulfilled, capped', '60', '40', 'higher', '1', '100'],
    ['over-fulfilled, rewarded up to a fifth', '60', '40', 'higher', '1.2', '120'],
    ['nothing done', '0', '40', 'higher', '1', '0'],
    ['going backwards is no less than nothing', '-5', '40', 'higher', '1', '0'],
    ['lower is better, met', '20', '20', 'lower', '1', '100'],
    ['lower is better, twice too much', '40', '20', 'lower', '1', '50'],
    ['lower is better, none at all', '0', '20', 'lower', '1', '100'],
  ] as const)('a share of one’s own target: %s', (_why, amount, base, goodWay, cap, wanted) => {
    const found = rank(formula([part('x', { goodWay, cap })]), [member('a', { x: value(amount, base) })]);
    expect(found.members[0]?.points).toBe(wanted);
  });

  it('per head, the smaller place is not behind for being small', () => {
    const found = rank(formula([part('x', { normalisation: 'perBase' })]), [
      member('big', { x: value('200', '100') }),
      member('small', { x: value('60', '20') }),
    ]);
    expect(places(found)).toEqual({ small: 1, big: 2 });
  });
});

describe('what has no value', () => {
  const two = formula([part('a'), part('b')]);
  it('that does not apply takes its weight with it', () => {
    const found = rank(two, [
      member('x', { a: value('9', '10'), b: notHere }),
      member('y', { a: value('9', '10'), b: value('9', '10') }),
    ]);
    expect(points(found)).toEqual({ x: '90', y: '90' });
    expect(places(found)).toEqual({ x: 1, y: 1 });
    expect(found.members[0]?.parts.map(({ full }) => full)).toEqual(['100', '0']);
  });

  it.each([
    // why this row is here                       b                   least coverage  place  points  state
    ['missing: no place', missing, '1', null, '50', 'missing'],
    ['missing, but half is enough: no points for it', missing, '0.5', 1, '50', 'missing'],
    ['a target of 0 measures nothing', value('5', '0'), '1', null, '50', 'noBase'],
    ['no target', value('5'), '1', null, '50', 'noBase'],
    ['a value that is no number', value('n/a', '5'), '1', null, '50', 'missing'],
  ] as const)('%s', (_why, b, leastCoverage, place, wanted, state) => {
    const found = rank(formula([part('a'), part('b')], { leastCoverage }), [
      member('x', { a: value('10', '10'), b }),
    ]);
    expect(found.members[0]).toMatchObject({ place, points: wanted, coverage: '0.5' });
    expect(found.members[0]?.parts[1]?.state).toBe(state);
  });

  it('a part that nobody mentions is missing, also one called toString', () => {
    const found = rank(formula([part('toString')]), [member('x', {})]);
    expect(found.members[0]).toMatchObject({ place: null, coverage: '0' });
  });

  it('a member to whom nothing applies has no place', () =>
    expect(rank(two, [member('x', { a: notHere, b: notHere })]).members[0]?.place).toBeNull());

  it('members without a place come last and push nobody down', () => {
    const found = rank(two, [
      member('none', { a: value('10', '10'), b: missing }),
      member('first', { a: value('5', '10'), b: value('5', '10') }),
      member('second', { a: value('1', '10'), b: value('1', '10') }),
    ]);
    expect(found.members.map(({ memberId, place }) => [memberId, place])).toEqual([
      ['first', 1],
      ['second', 2],
      ['none', null],
    ]);
  });
});

it('equals share a place, and the next one is counted after both', () => {
  const found = rank(formula([part('a')]), [
    member('w', { a: value('1', '4') }),
    member('x', { a: value('3', '4') }),
    member('y', { a: value('3', '4') }),
    member('z', { a: value('4', '4') }),
  ]);
  expect(places(found)).toEqual({ z: 1, x: 2, y: 2, w: 4 });
});

it.each([
  [['3', '1', '2'], '1', '2', '3'],
  [['4', '1', '2', '3'], '1', '2.5', '4'],
  [['7'], '7', '7', '7'],
] as const)('the middle of %j', (values, least, median, most) => {
  const spread = spreadOf(values.map(decimal));
  expect(
    spread && [
      compare(spread.least, decimal(least)),
      compare(spread.median, decimal(median)),
      compare(spread.most, decimal(most)),
    ],
  ).toEqual([0, 0, 0]);
});

const anyFormula = fc
  .array(
    fc.record({
      normalisation: fc.constantFrom('share', 'range', 'rank', 'perBase'),
      goodWay: fc.constantFrom('higher', 'lower'),
      weight: fc.integer({ min: 1, max: 60 }).map(String),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) =>
    formula(
      parts.map((given, index) => part(`p${index}`, given)),
      { leastCoverage: '0.3' },
    ),
  );
const anyValue: fc.Arbitrary<PartValue> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.integer({ min: -20, max: 200 }), fc.integer({ min: 0, max: 100 }))
      .map(([a, b]) => value(`${a}`, `${b}`)),
  },
  fc.constant(missing),
  fc.constant(notHere),
);
const anyMembers = fc
  .array(fc.tuple(anyValue, anyValue, anyValue, anyValue), { minLength: 1, maxLength: 8 })
  .map((rows) =>
    rows.map((values, index) =>
      member(`m${index}`, Object.fromEntries(values.map((each, at) => [`p${at}`, each]))),
    ),
  );

describe('laws', () => {
  it('the order in which members come changes nothing', () => {
    fc.assert(
      fc.property(anyFormula, anyMembers, fc.infiniteStream(fc.nat()), (given, members, keys) => {
        const shuffled = members
          .map((each) => ({ each, key: keys.next().value ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ each }) => each);
        expect(rank(given, shuffled)).toEqual(rank(given, members));
      }),
    );
  });

  it('names change nothing', () => {
    fc.assert(
      fc.property(anyFormula, anyMembers, (given, members) => {
        const renamed = members.map((each) => ({ ...each, id: `z${each.id}`, name: '某地' }));
        const before = Object.entries(places(rank(given, members)));
        expect(places(rank(given, renamed))).toEqual(
          Object.fromEntries(before.map(([id, place]) => [`z${id}`, place])),
        );
      }),
    );
  });

  it('weights count by their proportion alone', () => {
    fc.assert(
      fc.property(anyFormula, anyMembers, (given, members) => {
        const doubled = {
          ...given,
          parts: given.parts.map((each) => ({ ...each, weight: `${Number(each.weight) * 3}` })),
        };
        expect(rank(doubled, members).members).toEqual(rank(given, members).members);
      }),
    );
  });

  it('points lie between 0 and 100 where nothing is rewarded beyond its target', () => {
    fc.assert(
      fc.property(anyFormula, anyMembers, (given, members) => {
        for (const each of rank(given, members).members) {
          expect(Number(each.points)).toBeGreaterThanOrEqual(0);
          expect(Number(each.points)).toBeLessThanOrEqual(100);
        }
      }),
    );
  });

  it('a place is one more than the number of those above it', () => {
    fc.assert(
      fc.property(anyFormula, anyMembers, (given, members) => {
        const placed = rank(given, members).members.filter(({ place }) => place !== null);
        for (const each of placed)
          expect(each.place).toBe(
            1 + placed.filter((other) => Number(other.points) > Number(each.points)).length,
          );
      }),
    );
  });

  it('keeping a value back never brings points', () => {
    fc.assert(
      fc.property(anyFormula, anyMembers, (given, members) => {
        const [first, ...rest] = members;
        if (first?.values.p0?.kind !== 'value') return;
        const shown = rank(given, members).members.find(({ memberId }) => memberId === first.id);
        const hidden = rank(given, [
          { ...first, values: { ...first.values, p0: missing } },
          ...rest,
        ]).members.find(({ memberId }) => memberId === first.id);
        expect(Number(hidden?.points)).toBeLessThanOrEqual(Number(shown?.points));
      }),
    );
  });

  it('doing better by one’s own target never costs a place', () => {
    fc.assert(
      fc.property(anyMembers, fc.integer({ min: 1, max: 50 }), (members, more) => {
        const given = formula([part('p0'), part('p1')], { leastCoverage: '0.3' });
        const [first, ...rest] = members;
        const own = first?.values.p0;
        if (!first || own?.kind !== 'value') return;
        const better = {
          ...first,
          values: { ...first.values, p0: value(`${Number(own.value) + more}`, own.base) },
        };
        const [before, after] = [
          places(rank(given, members))[first.id],
          places(rank(given, [better, ...rest]))[first.id],
        ];
        if (before !== null && before !== undefined) expect(after ?? 99).toBeLessThanOrEqual(before);
      }),
    );
  });
});
