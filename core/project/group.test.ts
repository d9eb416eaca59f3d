// Sums of projects: by group and as a whole, and the same whether they are added up anew or moved by what was judged again.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Counted, type GroupBy, groupOf, renewSums, type Sums, sumBy } from './group.ts';
import { aProject, aStanding, chain, day } from './project.fixture.ts';
import { type ProjectEntry, projectKinds, projectLevels, projectLists } from './project.ts';
import { gateRates } from './rate.ts';
import type { Groups, Tally } from './tally.ts';

const asOf = day('2025-06-30');
const standing = (entry: Partial<ProjectEntry>, done: string | null = null, flags: readonly string[] = []) =>
  aStanding(aProject(entry), { done, asOf, flags });

describe('groups', () => {
  it('counts a project of two districts in both and once in the city (table 4 note)', () => {
    const { groups, whole, twice } = sumBy(
      [
        standing({ placeIds: ['滨江区', '富阳区'], annualPlan: '4' }, '2'),
        standing({ id: 'p2', placeIds: ['滨江区'], annualPlan: '6' }, '3'),
      ],
      'place',
    );
    const rows = [...groups].map(([key, tally]) => groupOf(key, tally));
    expect(rows.map(({ key, projects, annualPlan, done }) => [key, projects, annualPlan, done])).toEqual([
      ['滨江区', 2, '10', '5'],
      ['富阳区', 1, '4', '2'],
    ]);
    expect(groupOf('', whole)).toMatchObject({ projects: 2, annualPlan: '10', done: '5' });
    expect(twice).toBe(1);
  });

  it.each([
    ['a line that stands twice in the list', [standing({}), standing({})], 1],
    ['one district named twice', [standing({ placeIds: ['甲', '甲'] })], 1],
  ])('%s is one project', (_why, projects, count) => {
    const { groups, whole, twice } = sumBy(projects, 'place');
    expect([whole.projects, ...[...groups.values()].map((group) => group.projects), twice]).toEqual([
      count,
      count,
      0,
    ]);
  });
});

const money = fc.option(
  fc
    .tuple(fc.nat(9_999), fc.integer({ min: 0, max: 3 }))
    .map(([whole, places]) => (whole / 10 ** places).toFixed(places)),
  { nil: null },
);
const gateDays = fc.dictionary(
  fc.constantFrom('signed', 'land', 'started', 'completed'),
  fc.constantFrom(day('2025-01-10'), day('2025-06-30'), day('2025-08-01')),
);
const project = (id: string): fc.Arbitrary<Counted> =>
  fc
    .record({
      field: fc.constantFrom('民生', '交通', ''),
      placeIds: fc.subarray(['甲', '乙', '丙'], { minLength: 1 }),
      levels: fc.subarray([...projectLevels]),
      kind: fc.constantFrom(...projectKinds),
      lists: fc.subarray([...projectLists]),
      year: fc.constantFrom(2024, 2025),
      total: money,
      annualPlan: money,
      passedOn: gateDays,
      plannedOn: gateDays,
      done: money,
      flags: fc.subarray(['noReport', 'gateLate', 'evidence']),
    })
    .map(({ done, flags, ...entry }) => standing({ ...entry, id }, done, flags));

const ids = ['a', 'b', 'c', 'd', 'e'] as const;
const groupings: readonly GroupBy[] = ['field', 'place', 'level', 'kind', 'source', 'list'];

/** What can be seen of a sum: 0.50 and 0.5 are one number. */
const seen = ({ whole, groups, twice }: Groups & { whole: Tally }) => ({
  twice,
  gates: gateRates(whole, chain),
  late: whole.lateInColumn,
  flags: whole.flags,
  whole: groupOf('', whole),
  groups: Object.fromEntries([...groups].map(([key, tally]) => [key, groupOf(key, tally)])),
});

const table = (projects: ReadonlyMap<string, Counted>) =>
  groupings.map((by) => seen(sumBy([...projects.values()], by)));

describe('sums that are moved', () => {
  it('are what is added up from nothing, whatever was judged anew, came and went', () => {
    const step = fc.tuple(
      fc.subarray([...ids], { minLength: 1 }),
      fc.tuple(...ids.map((id) => fc.option(project(id), { nil: null, freq: 2 }))),
    );
    let left = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
        const now = new Map<string, Counted>();
        let sums: Sums | null = null;
        for (const [touched, next] of steps) {
          const gone = touched.flatMap((id) => now.get(id) ?? []);
          const again = next.flatMap((each) =>
            each && touched.some((id) => id === each.entry.id) ? [each] : [],
          );
          sums = renewSums(sums, gone, again);
          for (const id of touched) now.delete(id);
          for (const each of again) now.set(each.entry.id, each);
          if (gone.length > again.length) left += 1;
          const { whole, by: moved } = sums;
          expect(groupings.map((by) => seen({ whole, ...moved[by] }))).toEqual(table(now));
        }
      }),
      { numRuns: 30 },
    );
    // Projects did leave: taking out was tried.
    expect(left).toBeGreaterThan(3);
  });

  it('leaves the sums of before as they were', () => {
    const first = renewSums(null, [], [standing({}, '2')]);
    const before = seen({ whole: first.whole, ...first.by.place });
    renewSums(first, [standing({}, '2')], [standing({ id: 'p2', annualPlan: '90' }, '5')]);
    expect(seen({ whole: first.whole, ...first.by.place })).toEqual(before);
  });

  it('adds up by field, for every project has one', () => {
    fc.assert(
      fc.property(fc.tuple(...ids.map(project)), (projects) => {
        const { groups, whole } = sumBy(projects, 'field');
        expect([...groups.values()].reduce((sum, group) => sum + group.projects, 0)).toBe(whole.projects);
      }),
      { numRuns: 30 },
    );
  });
});
