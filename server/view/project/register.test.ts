// The kept register: after any acts, of this process or of another, it is what the facts alone say, and only what was touched is read.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../../core/contract/permission.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { type Example, openExample } from '../../act/example.fixture.ts';
import { recordEvidence } from '../../act/project/add-work.ts';
import { raiseBlocker } from '../../act/project/blockers.ts';
import { importRegister } from '../../act/project/import-register.ts';
import { passGate } from '../../act/project/pass-gate.ts';
import { reportMonth } from '../../act/project/report-month.ts';
import { readProjectRules } from '../../act/project/rules.ts';
import { reviseProject } from '../../act/project/save-entry.ts';
import { loadProject } from '../../act/project/standing.ts';
import type { Context } from '../../context.ts';
import { addPlaces } from '../../store/jurisdiction.ts';
import { openStore, type Store } from '../../store/open.ts';
import { listMonthsOf } from '../../store/project/investment.ts';
import { loadRegister, readRegister } from './register.ts';

let example: Example;
/** Another process on the same database. */
let other: Store;
let ids: readonly string[] = [];
const wish = { year: 2024, asOf: isoDate('2024-12-31') };

const caller: Caller = {
  ...{ accountId: randomUUID(), name: 'planOffice', scopes: null },
  grants: [{ role: 'planOffice', place: null, unit: null, from: isoDate('2020-01-01'), to: null }],
};
const actor = { caller, key: null };

const head =
  '项目代码,项目名称,建设性质,领域,区县,牵头单位,总投资(亿元),年度计划投资(亿元),批准日,签约日,计划供地'.split(
    ',',
  );
const row = (at: number, plan: string): string[] =>
  `2401-330100-04-01-${String(100 + at)}${100 + at},演示·${at},续建,交通,东区,市建委,90,${plan},2023-01-05,2023-03-01,2024-06-30`.split(
    ',',
  );
const sheet = (from: number, to: number, plan = '12') => [
  { name: '清单', rows: [head, ...Array.from({ length: to - from }, (_, at) => row(from + at, plan))] },
];

beforeAll(async () => {
  example = await openExample();
  other = openStore(example.store.owner, () => {});
  const { db } = example.store;
  const east = { id: 'east', name: '东区', nameEn: 'east', kind: 'district', tile: null, in: null } as const;
  await addPlaces(db, example.context.jurisdiction, [east]);
  await importRegister(example.context, actor, { year: 2024, mode: 'take' }, sheet(0, 8));
  ids = (await readRegister(example.context, wish)).projects.map(({ entry }) => entry.id);
});
afterAll(async () => {
  await other.close();
  await example.store.close();
});

const contextOf = (elsewhere: boolean): Context =>
  elsewhere ? { ...example.context, db: other.db } : example.context;

interface Act {
  readonly at: number;
  readonly kind: 'month' | 'gate' | 'blocker' | 'evidence' | 'plan' | 'year' | 'import';
  readonly number: number;
  readonly elsewhere: boolean;
}

async function act(context: Context, { at, kind, number }: Act): Promise<void> {
  const { db, jurisdiction } = context;
  const id = ids[at] ?? '';
  const loaded = await loadProject(context, id);
  if (!loaded) throw new Error('a project of the test is gone');
  const month = isoDate(number % 2 === 0 ? '2024-09-30' : '2024-10-31');
  if (kind === 'month') {
    const after = (await listMonthsOf(db, jurisdiction, [id])).findLast(
      ({ periodEnd }) => periodEnd === month,
    );
    const body = {
      sinceJanuary: `${number}.5`,
      picture: '',
      physical: '40',
      building: true,
      explanation: '按实更正',
    };
    await reportMonth(context, actor, id, { ...body, periodEnd: month, after: after?.sequence ?? 0 });
  } else if (kind === 'gate') {
    const given = {
      gate: 'land',
      day: number > 6 ? null : isoDate(`2024-07-${number + 10}`),
      words: '按批文',
    };
    await passGate(context, actor, id, { ...given, after: loaded.passed.number });
  } else if (kind === 'blocker') await raiseBlocker(context, actor, id, { kind: 'land', words: '用地未批' });
  else if (kind === 'evidence')
    await recordEvidence(context, actor, id, {
      ...{ kind: 'drone', observedOn: month, activity: number > 5 ? 'idle' : 'active' },
      ...{ physical: null, source: '实勘', words: '' },
    });
  else if (kind === 'import')
    // A table names no project of its own: the year is read whole.
    await importRegister(context, actor, { year: 2024, mode: 'take' }, sheet(at, at + 1, `${number + 1}`));
  else {
    const { id: _id, number: after, asked: _asked, ...entry } = loaded.last;
    const year = kind === 'year' ? 2025 : 2024;
    await reviseProject(context, actor, id, {
      ...entry,
      year,
      annualPlan: `${number + 1}`,
      explanation: '调整',
      after,
    });
  }
}

const acts = fc.record({
  at: fc.integer({ min: 0, max: 7 }),
  kind: fc.constantFrom<Act['kind']>('month', 'gate', 'blocker', 'evidence', 'plan', 'year', 'import'),
  number: fc.integer({ min: 1, max: 9 }),
  elsewhere: fc.boolean(),
});

describe('the kept register', () => {
  it('is what the facts alone say after random acts here and in another process', async () => {
    const settings = await readProjectRules(example.context);
    let moved = 0;
    const property = fc.asyncProperty(fc.array(acts, { minLength: 1, maxLength: 4 }), async (given) => {
      const before = await readRegister(example.context, wish);
      for (const each of given) await act(contextOf(each.elsewhere), each);
      const kept = await readRegister(example.context, wish);
      expect(kept).toEqual(await loadRegister(example.context, { ...wish, settings }));
      if (kept !== before) moved += 1;
      expect(await readRegister(example.context, wish)).toBe(kept);
    });
    await fc.assert(property, { numRuns: 12 });
    expect(moved).toBeGreaterThan(6);
  });

  it('judges the touched project anew and leaves the others as they are', async () => {
    const before = await readRegister(example.context, wish);
    const [first = '', ...rest] = ids;
    await raiseBlocker(example.context, actor, first, { kind: 'money', words: '资金未到' });
    const after = await readRegister(example.context, wish);
    expect(after.byId.get(first)).not.toBe(before.byId.get(first));
    for (const id of rest) expect(after.byId.get(id)).toBe(before.byId.get(id));
  });

  it('gives requests that come at once the same register', async () => {
    const [, second = ''] = ids;
    await raiseBlocker(example.context, actor, second, { kind: 'money', words: '资金未到' });
    const [one, ...more] = await Promise.all(
      Array.from({ length: 6 }, () => readRegister(example.context, wish)),
    );
    for (const each of more) expect(each).toEqual(one);
    expect(one?.byId.get(second)?.openBlockers.length).toBeGreaterThan(0);
  });
});
