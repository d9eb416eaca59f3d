// Places by a frozen formula: what an expert can compute by hand, and the laws that no formula may break.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roleLines, unmetLines } from '../../place/lifecycle.fixture.ts';
import { makeMove, tableProblems } from '../../place/lifecycle.ts';
import { isoDate } from '../../quantity/date.ts';
import { compare, decimal } from '../../quantity/decimal.ts';
import {
  type AppraisalFacts,
  appraised,
  defaultAppraisal,
  defaultAppraisalSettings,
  gradeOf,
} from './appraisal.ts';
import { canonicalText, checkFormula, roundText } from './check-formula.ts';
import { explainPlace, movements } from './explain.ts';
import {
  type Formula,
  type FormulaPart,
  type Member,
  type PartValue,
  type RoundFacts,
  roundActions,
  roundLifecycle,
} from './formula.ts';
import { spreadOf } from './points.ts';
import { rank } from './rank.ts';

const part = (id: string, given: Partial<FormulaPart> = {}): FormulaPart => ({
  id,
  name: id,
  kind: 'shareOfTarget',
  weight: '50',
  goodWay: 'higher',
  normalisation: 'share',
  unit: '家',
  cap: '1',
  ...given,
});
const formula = (parts: readonly FormulaPart[], given: Partial<Formula> = {}): Formula => ({
  id: 'f',
  version: 1,
  name: '季度晾晒',
  of: 'district',
  parts,
  leastCoverage: '1',
  places: 2,
  inForceFrom: isoDate('2025-01-01'),
  source: '江政办〔2025〕1号',
  ...given,
});
const value = (amount: string, base: string | null = null): PartValue => ({
  kind: 'value',
  value: amount,
  base,
});
const missing: PartValue = { kind: 'missing' };
const notHere: PartValue = { kind: 'notApplicable', reason: '辖区内无该项任务' };
const member = (id: string, values: Readonly<Record<string, PartValue>>): Member => ({
  id,
  name: id,
  values,
});
const places = (found: ReturnType<typeof rank>): Readonly<Record<string, number | null>> =>
  Object.fromEntries(found.members.map(({ memberId, place }) => [memberId, place]));
const points = (found: ReturnType<typeof rank>): Readonly<Record<string, string>> =>
  Object.fromEntries(found.members.map((each) => [each.memberId, each.points]));

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

describe('why am I at this place', () => {
  const given = formula([
    part('done', { weight: '60' }),
    part('growth', { weight: '40', normalisation: 'range', unit: '%' }),
  ]);
  const members = [
    member('a', { done: value('90', '100'), growth: value('6') }),
    member('b', { done: value('60', '100'), growth: value('4') }),
    member('c', { done: value('30', '100'), growth: value('2') }),
  ];
  const standing = rank(given, members);

  it('says the gap to the median, the place in each part, what was lost and what one place up would take', () => {
    const why = explainPlace(given, standing, 'b');
    expect(why).toMatchObject({ of: 3, member: { place: 2, points: '56' } });
    expect(why?.member.parts).toMatchObject([
      { partId: 'done', value: '60', points: '36', full: '60', place: 2, gapToMedian: '0' },
      { partId: 'growth', value: '4', points: '20', full: '40', place: 2, gapToMedian: '0' },
    ]);
    expect(why?.lost).toEqual([
      { partId: 'done', points: '24' },
      { partId: 'growth', points: '20' },
    ]);
    // a has 94: 38.01 points are needed; neither part alone can bring them.
    expect(why?.oneUp).toMatchObject({ aboveId: 'a', place: 1, pointsNeeded: '38.01', ways: [] });
  });

  it('the first has nobody above', () => expect(explainPlace(given, standing, 'a')?.oneUp).toBeNull());
  it('a stranger has no place', () => expect(explainPlace(given, standing, 'x')).toBeNull());

  it('the way it names is enough, all others standing still', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: -5, max: 15 })), {
          minLength: 2,
          maxLength: 6,
        }),
        (rows) => {
          const all = rows.map(([done, growth], index) =>
            member(`m${index}`, { done: value(`${done}`, '100'), growth: value(`${growth}`) }),
          );
          const before = rank(given, all);
          for (const { memberId, place } of before.members)
            for (const way of explainPlace(given, before, memberId)?.oneUp?.ways ?? []) {
              const moved = all.map((each) =>
                each.id === memberId
                  ? {
                      ...each,
                      values: {
                        ...each.values,
                        [way.partId]: value(way.to, way.partId === 'done' ? '100' : null),
                      },
                    }
                  : each,
              );
              // A value moved inside the range of the round leaves the range alone unless it was its end.
              const range = before.ranges.find(({ partId }) => partId === way.partId);
              const wasEnd =
                way.partId === 'growth' && (way.from === range?.least || way.from === range?.most);
              if (!wasEnd) expect(places(rank(given, moved))[memberId] ?? 99).toBeLessThan(place ?? 0);
            }
        },
      ),
    );
  });

  it('places moved since the round before, and are not compared across formulas', () => {
    const later = rank(
      given,
      [members[2], members[1]].flatMap((each) => each ?? []),
    );
    expect(movements(standing, later)).toEqual([
      { memberId: 'b', from: 2, to: 1, places: 1 },
      { memberId: 'c', from: 3, to: 2, places: 1 },
    ]);
    expect(movements({ ...standing, version: 0 }, later)[0]?.places).toBeNull();
  });
});

describe('a formula', () => {
  const strange: string = 'loginCount';
  it.each([
    ['is sound', formula([part('a')]), []],
    ['has no parts', formula([]), ['formula.empty']],
    ['names a part twice', formula([part('a'), part('a')]), ['formula.partTwice']],
    ['has a weight of nothing', formula([part('a', { weight: '0' })]), ['formula.weightInvalid']],
    ['has a weight that is no number', formula([part('a', { weight: 'x' })]), ['formula.weightInvalid']],
    ['caps below full marks', formula([part('a', { cap: '0.5' })]), ['formula.capInvalid']],
    [
      'wants more than everything',
      formula([part('a')], { leastCoverage: '1.1' }),
      ['formula.coverageInvalid'],
    ],
    ['rounds to half a place', formula([part('a')], { places: 1.5 }), ['formula.placesInvalid']],
    ['cites nothing', formula([part('a')], { source: '' }), ['formula.needsSource']],
    [
      'ranks use of the system',
      formula([part('a', { kind: strange as FormulaPart['kind'] })]),
      ['formula.notOutcome'],
    ],
  ] as const)('%s', (_why, given, codes) =>
    expect(checkFormula(given).map(({ code }) => code)).toEqual(codes),
  );

  it('the default appraisal is sound, and its weights are a hundred', () => {
    expect(checkFormula(defaultAppraisal)).toEqual([]);
    expect(defaultAppraisal.parts.reduce((sum, { weight }) => sum + Number(weight), 0)).toBe(100);
  });
});

describe('a round', () => {
  it('has a sound table', () => expect(tableProblems(roundLifecycle)).toEqual([]));
  it('names everything that is unmet when nothing is known', () => {
    const nothing: RoundFacts = {
      actorId: undefined,
      freezerId: undefined,
      formulaProblems: undefined,
      ranked: undefined,
      frozenHash: undefined,
      currentHash: undefined,
      reason: '',
    };
    expect(unmetLines(roundLifecycle, nothing)).toEqual([
      'draft freeze frozen: formulaWrong nobodyRanked',
      'draft withdraw withdrawn: needsReason',
      'frozen publish published: inputsChanged ownFreeze',
      'frozen withdraw withdrawn: needsReason',
      'published withdraw withdrawn: needsReason',
    ]);
  });
  it('is moved by the offices alone', () =>
    expect(roleLines(roundLifecycle, roundActions)).toEqual([
      'freeze: supervisionOffice planOffice',
      'publish: supervisionOffice planOffice',
      'withdraw: supervisionOffice planOffice',
    ]));
  const good: RoundFacts = {
    actorId: 'b',
    freezerId: 'a',
    formulaProblems: 0,
    ranked: 13,
    frozenHash: 'h',
    currentHash: 'h',
    reason: '数据有误',
  };
  it.each([
    ['frozen', 'draft', 'freeze', {}, 'frozen'],
    ['not with a wrong formula', 'draft', 'freeze', { formulaProblems: 1 }, 'standing.formulaWrong'],
    ['not with one member', 'draft', 'freeze', { ranked: 1 }, 'standing.nobodyRanked'],
    ['published by another person', 'frozen', 'publish', {}, 'published'],
    ['not by who froze it', 'frozen', 'publish', { actorId: 'a' }, 'standing.ownFreeze'],
    ['not when a figure changed', 'frozen', 'publish', { currentHash: 'other' }, 'standing.inputsChanged'],
    [
      'not without a hash',
      'frozen',
      'publish',
      { frozenHash: null, currentHash: undefined },
      'standing.inputsChanged',
    ],
    ['not before it is frozen', 'draft', 'publish', {}, 'move.notFromHere'],
    ['withdrawn with a reason', 'published', 'withdraw', {}, 'withdrawn'],
    ['never published again', 'withdrawn', 'publish', {}, 'move.notFromHere'],
  ] as const)('%s', (_why, state, action, facts, outcome) => {
    const moved = makeMove(roundLifecycle, state, action, ['supervisionOffice'], { ...good, ...facts });
    expect(moved.ok ? moved.value : moved.code).toBe(outcome);
  });

  it('has one text for the same inputs, and another for any other', () => {
    const given = formula([part('a')]);
    const [x, y] = [member('x', { a: value('1', '2') }), member('y', { a: missing })];
    expect(roundText(given, '2025-06-30', [x, y])).toBe(roundText(given, '2025-06-30', [y, x]));
    expect(roundText(given, '2025-06-30', [x])).not.toBe(roundText(given, '2025-06-30', [x, y]));
    expect(roundText({ ...given, version: 2 }, '2025-06-30', [x])).not.toBe(
      roundText(given, '2025-06-30', [x]),
    );
    expect(canonicalText({ b: 1, a: [null, 'x'] })).toBe('{"a":[null,"x"],"b":1}');
  });
});

describe('the appraisal of a livelihood project', () => {
  const facts = (given: Partial<AppraisalFacts> = {}): AppraisalFacts => ({
    id: 'p1',
    name: '社区食堂',
    promised: '40',
    claimed: '40',
    verified: '36',
    satisfied: { yes: 95, asked: 100 },
    thirdParty: '88',
    load: { sites: '40', population: '100' },
    notApplicable: {},
    ...given,
  });
  const other = facts({ id: 'p2', claimed: '20', verified: '20', load: { sites: '10', population: '100' } });
  const scored = (given: Partial<AppraisalFacts>) =>
    rank(
      defaultAppraisal,
      [facts(given), other].map((each) => appraised(each, defaultAppraisalSettings)),
    ).members.find(({ memberId }) => memberId === 'p1');

  it.each([
    // why this row is here                   facts                                             points    coverage
    ['all five inputs', {}, '95.45', '1'],
    ['too few answers say nothing', { satisfied: { yes: 9, asked: 10 } }, '81.2', '0.85'],
    ['no third party yet', { thirdParty: null }, '82.25', '0.85'],
    [
      'no third party for this project',
      { thirdParty: null, notApplicable: { thirdParty: '不在评估范围' } },
      '96.76',
      '1',
    ],
  ] as const)('%s', (_why, given, points, coverage) => {
    // 40×1 + 20×0.9 + 15×0.95 + 15×0.88 + 10×1 = 95.45
    expect(scored(given)).toMatchObject({ points, coverage });
  });

  it.each([
    ['95.45', 'excellent'],
    ['90', 'excellent'],
    ['89.99', 'good'],
    ['60', 'passed'],
    ['59.99', 'failed'],
    [null, null],
  ] as const)('%s is %s', (given, grade) => expect(gradeOf(given, defaultAppraisalSettings)).toBe(grade));
});
