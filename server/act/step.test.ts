// Steps and applicability on a real database: facts with who and why, one winner of two, nothing asked where it does not apply.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../core/contract/permission.ts';
import type { Role } from '../../core/place/role.ts';
import { isoDate } from '../../core/quantity/date.ts';
import type { Context } from '../context.ts';
import { listApplicability } from '../store/applicability.ts';
import { addCommitments } from '../store/commitment.ts';
import { addPlaces } from '../store/jurisdiction.ts';
import { addPlan, addRevision } from '../store/plan.ts';
import { getPlaces } from '../view/places.ts';
import { getSteps } from '../view/steps.ts';
import { decideApplicability } from './decide-applicability.ts';
import { type Example, openExample } from './example.fixture.ts';
import { loadAsks } from './report/asks.ts';
import { addStepTo, moveStep } from './step.ts';

let example: Example;
let context: Context;
const planId = '11111111-1111-4111-8111-111111111111';
const commitmentId = '22222222-2222-4222-8222-222222222222';
const held = { from: isoDate('2024-01-01'), to: null };
const callerOf = (role: Role, unit: string | null): Caller => ({
  ...{ accountId: null, name: '', scopes: null },
  grants: [{ role, place: null, unit, ...held }],
});
const office = { caller: callerOf('planOffice', null), key: null };
const lead = { caller: callerOf('leadUnit', '市建委'), key: null };
const support = { caller: callerOf('supportingUnit', '市园文局'), key: null };

beforeAll(async () => {
  example = await openExample();
  context = example.context;
  const { db, jurisdiction } = context;
  const kind = 'district';
  await addPlaces(
    db,
    jurisdiction,
    ['东区', '西区'].map((name) => ({ id: name, name, nameEn: name, kind, tile: null, in: null })),
  );
  const [startsOn, dueOn] = [isoDate('2024-01-01'), isoDate('2024-12-31')];
  await addPlan(db, jurisdiction, { id: planId, title: '2024年计划', year: 2024, startsOn, endsOn: dueOn });
  await db.transaction().execute(async (tx) => {
    await addCommitments(tx, jurisdiction, [
      {
        ...{
          id: commitmentId,
          planId,
          kind: 'livelihood',
          number: '1',
          title: '建公园',
          field: '',
          official: null,
        },
        ...{ force: null, leadUnit: '市建委', supportUnits: ['市园文局'], startsOn, dueOn },
        targets: [
          {
            ...{
              metric: '公园',
              unit: '个',
              form: 'level',
              comparator: 'ge',
              values: ['30'],
              direction: 'none',
            },
            ...{ relative: null, relativeType: null, strive: false, measure: 'flow', goodWay: 'higher' },
            ...{ printed: '30个', checkpoints: [], allocationMode: 'sum' },
            allocations: ['东区', '西区'].map((place) => ({ place, value: '15', second: null })),
          },
        ],
      },
    ]);
    await addRevision(tx, jurisdiction, planId, 'decide');
  });
});
afterAll(() => example.store.close());

describe('where a promise does not apply', () => {
  const wish = {
    metric: '公园',
    place: '西区',
    applies: false,
    from: '2024-03-15',
    reason: '辖区内没有用地',
  };
  const decide = (given: Partial<typeof wish> = {}) =>
    decideApplicability(context, office, commitmentId, { ...wish, ...given });
  const monthsAsked = async (place: string) => {
    const book = await loadAsks(context);
    return [...(book.figures.get(`${commitmentId}\t${place}\t公园`)?.periods.keys() ?? [])].length;
  };

  it.each([
    // why this row is here        what is wished                   problem
    ['a line that is not there', { metric: '绿道' }, 'applicability.metricUnknown'],
    ['a place that nobody knows', { place: '南区' }, 'place.notFound'],
    ['a day outside the plan', { from: '2025-01-01' }, 'amendment.outsidePlan'],
    ['it applies already', { applies: true }, 'applicability.appliesAlready'],
  ] as const)('refuses %s', async (_why, given, code) =>
    expect(await decide(given)).toMatchObject({ ok: false, code }),
  );

  it('asks for nothing from that day on, says who decided and why, and refuses to decide the same again', async () => {
    expect(await monthsAsked('西区')).toBe(12);
    expect(await decide()).toMatchObject({ ok: true });
    expect([await monthsAsked('西区'), await monthsAsked('东区')]).toEqual([2, 12]);
    const page = await getPlaces(context, commitmentId, { asOf: '2024-06-30' });
    const line = page.ok ? page.value.lines[0] : undefined;
    expect(line?.places.find(({ place }) => place === '西区')).toMatchObject({
      ...{ state: 'notApplicable', given: '15', rate: null },
      away: { from: '2024-03-15', reason: '辖区内没有用地' },
    });
    expect(line?.coverage).toEqual({ applicable: 1, covered: 0 });
    expect(await decide()).toMatchObject({ ok: false, code: 'applicability.awayAlready' });
  });

  it('was not so on the day before', async () => {
    const stateOn = async (asOf: string) => {
      const page = await getPlaces(context, commitmentId, { asOf });
      return page.ok ? page.value.lines[0]?.places.find(({ place }) => place === '西区')?.state : page.code;
    };
    expect(await stateOn('2024-03-14')).toBe('missing');
    expect(await stateOn('2024-03-15')).toBe('notApplicable');
  });

  it('is asked again from the day on which it applies again', async () => {
    expect(await decide({ applies: true, from: '2024-06-01', reason: '用地已批' })).toMatchObject({
      ok: true,
    });
    expect(await monthsAsked('西区')).toBe(9);
  });

  it('of many who decide the same at once, one does and the others are told that it is decided', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => decide({ place: '东区' })));
    expect(all.map((one) => (one.ok ? 'decided' : one.code)).toSorted()).toEqual([
      ...Array.from({ length: 7 }, () => 'applicability.awayAlready'),
      'decided',
    ]);
    const rows = await listApplicability(context.db, context.jurisdiction, planId, null);
    expect(rows.filter(({ place }) => place === '东区')).toHaveLength(1);
  });
});

describe('steps towards a promise', () => {
  const add = (given = {}) =>
    addStepTo(context, lead, commitmentId, {
      title: '完成选址',
      unit: '市园文局',
      dueOn: '2024-06-30',
      ...given,
    });
  const stepsFor = async (caller: Caller) => {
    const page = await getSteps(context, caller, commitmentId, {});
    if (!page.ok) throw new Error(page.code);
    return page.value;
  };

  it.each([
    ['a unit that nobody knows', { unit: '市园纹局' }, 'step.unitUnknown'],
    ['a day after the plan', { dueOn: '2025-01-01' }, 'step.dayOutside'],
    ['a day before it', { dueOn: '2023-12-31' }, 'step.dayBefore'],
  ] as const)('refuses %s', async (_why, given, code) =>
    expect(await add(given)).toMatchObject({ ok: false, code }),
  );

  it('is late after its day, offers what each may do, and of two who finish it one wins', async () => {
    const added = await add();
    const stepId = added.ok ? added.value.stepId : '';
    expect(await stepsFor(support.caller)).toMatchObject({
      ...{ done: 0, late: 1, mayAdd: false },
      steps: [{ id: stepId, unit: '市园文局', late: true, offers: ['finish'] }],
    });
    expect((await stepsFor(lead.caller)).steps[0]?.offers).toEqual(['finish', 'drop', 'postpone']);
    const finish = { action: 'finish', words: '', dueOn: null, after: 0 } as const;
    const both = await Promise.all(
      [support, lead].map((actor) => moveStep(context, actor, { commitmentId, stepId }, finish)),
    );
    expect(both.map((one) => (one.ok ? one.value.state : one.code)).toSorted()).toEqual([
      'done',
      'state.changed',
    ]);
    expect(await stepsFor(support.caller)).toMatchObject({ done: 1, late: 0 });
  });

  it('is put off with a reason to a later day, and keeps the day it had first', async () => {
    const added = await add({ title: '完成设计', dueOn: '2024-08-01' });
    const stepId = added.ok ? added.value.stepId : '';
    const put = { action: 'postpone', words: '用地批复顺延', dueOn: '2024-10-31', after: 0 } as const;
    const target = { commitmentId, stepId };
    expect(await moveStep(context, support, target, put)).toMatchObject({ code: 'permission.denied' });
    expect(await moveStep(context, lead, target, { ...put, words: '' })).toMatchObject({
      code: 'step.needsWords',
    });
    expect(await moveStep(context, lead, target, put)).toMatchObject({ ok: true, value: { number: 1 } });
    const step = (await stepsFor(lead.caller)).steps.find(({ id }) => id === stepId);
    expect(step).toMatchObject({ dueOn: '2024-10-31', firstDueOn: '2024-08-01', late: false });
  });

  it('of another unit is nobody else’s to finish', async () => {
    const added = await add({ title: '完成验收', unit: '市建委', dueOn: '2024-12-31' });
    const stepId = added.ok ? added.value.stepId : '';
    const finish = { action: 'finish', words: '', dueOn: null, after: 0 } as const;
    expect(await moveStep(context, support, { commitmentId, stepId }, finish)).toMatchObject({
      code: 'step.notYours',
    });
  });
});
