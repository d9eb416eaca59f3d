// The tree of places, mergers of bureaus, posts and their holders, and the unit that a printed name means.
import { describe, expect, it } from 'vitest';
import { isoDate } from '../quantity/date.ts';
import { type Department, holderOn, overlappingHolders, resolveUnit, unitInForce } from './organisation.ts';
import { districtOf, isWithin, type PlaceNode, placeTree, subtreeOf } from './tree.ts';

const place = (id: string, parentId: string | null, kind: PlaceNode['kind'], name = id): PlaceNode => ({
  id,
  parentId,
  kind,
  name,
  code: null,
  aliases: [],
});

const nodes = [
  place('city', null, 'city', '江城市'),
  place('east', 'city', 'district', '东河区'),
  place('lake', 'city', 'zone', '南湖景区'),
  place('east-1', 'east', 'street', '一街道'),
];

describe('placeTree', () => {
  it.each([
    // why this row is here                 nodes                                                     problem
    ['a sound tree', nodes, null],
    ['nothing', [], 'place.noRoot'],
    ['two roots', [...nodes, place('other', null, 'city')], 'place.severalRoots'],
    ['a parent that nobody knows', [...nodes, place('x', 'nowhere', 'street')], 'place.parentUnknown'],
    ['one id twice', [...nodes, place('east', 'city', 'district', '别名')], 'place.twice'],
    [
      'one name twice in one city',
      [...nodes, place('east2', 'city', 'district', '东河区')],
      'place.nameTwice',
    ],
    ['a street right under the city', [...nodes, place('x', 'city', 'street')], 'place.kindUnderKind'],
    [
      'a circle beside the root',
      [...nodes, place('a', 'b', 'district'), place('b', 'a', 'district')],
      'place.circle',
    ],
  ])('%s', (_why, given, problem) => {
    const tree = placeTree(given);
    expect(tree.ok ? null : tree.code).toBe(problem);
  });

  const tree = new Map(nodes.map((node) => [node.id, node]));
  it.each([
    ['east-1', 'east', true],
    ['east-1', 'city', true],
    ['east', 'east', true],
    ['east', 'east-1', false],
    ['lake', 'east', false],
    ['nowhere', 'city', false],
    ['east', 'nowhere', false],
  ])('%s lies in %s: %s', (id, inside, within) => expect(isWithin(tree, id, inside)).toBe(within));

  it('finds the district of a street, and none for the city', () => {
    expect(districtOf(tree, 'east-1')?.id).toBe('east');
    expect(districtOf(tree, 'city')).toBeNull();
    expect(subtreeOf(tree, 'city').map(({ id }) => id)).toEqual(['city', 'east', 'east-1', 'lake']);
  });
});

const bureau = (id: string, given: Partial<Department> = {}): Department => ({
  id,
  name: id,
  kind: 'department',
  aliases: [],
  placeId: 'city',
  parentUnitId: null,
  from: isoDate('2019-01-01'),
  until: null,
  successorId: null,
  ...given,
});

describe('units', () => {
  const merged = [
    bureau('old', { until: isoDate('2024-12-31'), successorId: 'middle' }),
    bureau('middle', { from: isoDate('2025-01-01'), until: isoDate('2025-12-31'), successorId: 'new' }),
    bureau('new', { from: isoDate('2026-01-01') }),
    bureau('ended', { until: isoDate('2024-12-31') }),
    bureau('a', { until: isoDate('2024-12-31'), successorId: 'b' }),
    bureau('b', { until: isoDate('2024-12-31'), successorId: 'a' }),
  ];
  it.each([
    ['itself while it stands', 'old', '2024-12-31', 'old'],
    ['the successor from the next day', 'old', '2025-01-01', 'middle'],
    ['through two mergers', 'old', '2026-06-30', 'new'],
    ['nobody took over', 'ended', '2025-01-01', null],
    ['a circle ends', 'a', '2025-01-01', null],
    ['not before it was founded', 'new', '2025-01-01', null],
  ])('%s', (_why, id, day, answer) => expect(unitInForce(merged, id, isoDate(day))?.id ?? null).toBe(answer));

  const units = [
    { ...bureau('housing'), name: '市住保房管局', aliases: ['市住房保障局', '市住房管局', '市住房房管局'] },
    { ...bureau('finance'), name: '市财政局' },
  ];
  it.each([
    ['市住保房管局', 'housing'],
    ['市住房保障局', 'housing'],
    ['市住房房管局(市住房保障局)', 'housing'],
    ['江城市财政局', 'finance'],
    ['各区、县(市)政府', 'group'],
    ['市气象局', 'unknown'],
    ['市财政局(市住房保障局)', 'several'],
  ])('%s is %s', (printed, answer) => {
    const match = resolveUnit(units, printed, '江城市');
    expect(match.kind === 'one' ? match.unit.id : match.kind).toBe(answer);
  });
});

describe('posts', () => {
  const holder = (accountId: string, from: string, until: string | null, postId = 'head') => ({
    postId,
    accountId,
    from: isoDate(from),
    until: until === null ? null : isoDate(until),
  });
  const holders = [holder('a', '2024-01-01', '2025-03-31'), holder('b', '2025-05-01', null)];
  it.each([
    ['2025-03-31', 'a'],
    ['2025-04-15', null],
    ['2025-05-01', 'b'],
  ])('on %s the post is held by %s', (day, who) =>
    expect(holderOn(holders, 'head', isoDate(day))?.accountId ?? null).toBe(who),
  );

  it('finds two who hold one post at once', () => {
    expect(overlappingHolders(holders)).toEqual([]);
    expect(overlappingHolders([...holders, holder('c', '2025-03-31', '2025-05-01')])).toHaveLength(2);
    expect(overlappingHolders([...holders, holder('c', '2025-03-31', null, 'other')])).toEqual([]);
  });
});
