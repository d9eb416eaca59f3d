// Rounds of a standing: why a place, what a formula may not hold, freezing and publishing, and the appraisal of livelihood projects.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roleLines, unmetLines } from '../../place/lifecycle.fixture.ts';
import { makeMove, tableProblems } from '../../place/lifecycle.ts';
import {
  type AppraisalFacts,
  appraised,
  defaultAppraisal,
  defaultAppraisalSettings,
  gradeOf,
} from './appraisal.ts';
import { canonicalText, checkFormula, roundText } from './check-formula.ts';
import { explainPlace, movements } from './explain.ts';
import { type FormulaPart, type RoundFacts, roundActions, roundLifecycle } from './formula.ts';
import { rank } from './rank.ts';
import { formula, member, missing, part, places, value } from './standing.fixture.ts';

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
