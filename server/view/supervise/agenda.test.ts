// The day's agenda on a real database: what turned late, what is proposed, whom it waits for; terms as the city set them; a
// district's own share decides whether its notice may be closed out.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../../core/contract/permission.ts';
import type { Role } from '../../../core/place/role.ts';
import type { Target } from '../../../core/plan/commitment.ts';
import { type IsoDate, isoDate } from '../../../core/quantity/date.ts';
import { decideItems } from '../../act/decide-items.ts';
import { type Example, openExample } from '../../act/example.fixture.ts';
import { issueNotice, type NewNoticeBody } from '../../act/supervise/issue-notice.ts';
import { loadNotice, moveNotice, type NoticeMoveBody } from '../../act/supervise/move-notice.ts';
import { isRemedied } from '../../act/supervise/remedied.ts';
import type { Context } from '../../context.ts';
import { addCommitments } from '../../store/commitment.ts';
import { listItems } from '../../store/item.ts';
import { addPlaces, addUnitAliases } from '../../store/jurisdiction.ts';
import { addObservations } from '../../store/observation.ts';
import { addAccount } from '../../store/people/account.ts';
import { addRevision, lockPlan } from '../../store/plan.ts';
import { addSetting } from '../../store/setting.ts';
import { getAgenda } from './agenda.ts';
import { getNoticeForm } from './form.ts';
import { getNoticeList, getNoticePage } from './notices.ts';

const unit = '市园林文物局';
const printed = '市园文局';
const share: Target = {
  ...{ metric: '口袋公园', form: 'level', comparator: 'eq', values: ['30'], unit: '个', direction: 'to' },
  ...{ relative: null, relativeType: null, strive: false, measure: 'cumulative', goodWay: 'higher' },
  ...{ printed: '30 个', checkpoints: [], allocationMode: 'sum' },
  allocations: [
    { place: '东区', value: '10', second: null },
    { place: '西区', value: '20', second: null },
  ],
};

let example: Example;
let spread = '';
const ids = new Map<string, string>();

const callerOf = (name: string, role: Role, place: string | null, ownUnit: string | null): Caller => ({
  ...{ accountId: ids.get(name) ?? null, name, scopes: null },
  grants: [{ role, place, unit: ownUnit, from: isoDate('2020-01-01'), to: null }],
});
const office = () => callerOf('office', 'supervisionOffice', null, null);
const lead = () => callerOf('lead', 'leadUnit', null, unit);
const east = () => callerOf('east', 'district', 'east', null);
const west = () => callerOf('west', 'district', 'west', null);
const on = (day: string): Context => ({
  ...example.context,
  today: () => isoDate(day),
  now: () => new Date(`${day}T09:00:00+08:00`),
});

async function issue(given: Partial<NewNoticeBody>, day = '2024-09-01'): Promise<string> {
  const issued = await issueNotice(
    on(day),
    { caller: office(), key: null },
    {
      ...{ title: '进度滞后', commitmentId: null, placeId: '', unit: '', grade: 'reminder', words: '' },
      ...{ reasons: ['behindSchedule'], approval: '', answerBy: null, remedyBy: null },
      ...given,
    },
  );
  if (!issued.ok) throw new Error(issued.code);
  return issued.value.noticeId;
}
const move = (
  noticeId: string,
  caller: Caller,
  body: Pick<NoticeMoveBody, 'action' | 'after'>,
  day: string,
) =>
  moveNotice(on(day), { caller, key: null }, noticeId, {
    ...{ words: '已增加班组', approval: '', reasons: [], answerBy: null, remedyBy: null, extendTo: null },
    ...body,
  });
async function agendaOf(caller: Caller, asOf: string) {
  const found = await getAgenda(on(asOf), caller, { asOf });
  if (!found.ok) throw new Error(found.code);
  return found.value;
}

async function addSpread(planId: string): Promise<string> {
  const { db, jurisdiction } = example.context;
  const id = randomUUID();
  const days = { startsOn: isoDate('2024-01-01'), dueOn: isoDate('2024-08-31') };
  const words = { number: '9', title: '口袋公园分到各区', field: '城建', official: null, force: null };
  await db.transaction().execute(async (tx) => {
    await lockPlan(tx, jurisdiction, planId);
    await addCommitments(tx, jurisdiction, [
      {
        id,
        planId,
        kind: 'livelihood',
        ...words,
        ...days,
        leadUnit: printed,
        supportUnits: [],
        targets: [share],
      },
    ]);
    await addRevision(tx, jurisdiction, planId, 'decide');
  });
  return id;
}

async function report(documentId: string, itemId: string, place: string, amount: string): Promise<void> {
  const { db, jurisdiction } = example.context;
  const period = { period: '2024-08', periodStart: isoDate('2024-01-01'), periodEnd: isoDate('2024-08-31') };
  const where = { documentId, itemId, start: 0, end: 1, quote: '' };
  const what = { metric: '口袋公园', place, amount, unit: '个', statement: '', compares: false };
  await addObservations(db, jurisdiction, [
    { id: randomUUID(), commitmentId: spread, ...what, ...period, nature: 'reported', ...where },
  ]);
}

beforeAll(async () => {
  example = await openExample();
  const { db, jurisdiction } = example.context;
  await addPlaces(db, jurisdiction, [
    { id: 'east', name: '东区', nameEn: 'East', kind: 'district', tile: null, in: null },
    { id: 'east-1', name: '东一街道', nameEn: 'East 1', kind: 'street', tile: null, in: 'east' },
    { id: 'west', name: '西区', nameEn: 'West', kind: 'district', tile: null, in: null },
  ]);
  await addUnitAliases(db, jurisdiction, [{ alias: printed, name: unit }]);
  for (const login of ['office', 'lead', 'east', 'west']) {
    const id = randomUUID();
    ids.set(login, id);
    await addAccount(db, jurisdiction, {
      id,
      login,
      name: login,
      mail: '',
      isSample: true,
      recordedBy: null,
    });
  }
  const documentId = await example.add('清单 示政〔2024〕1号 2024-02-01', `目标 1 新建绿道 30 个 ${printed}`);
  const [item] = await listItems(db, jurisdiction, documentId);
  const decisions = [{ itemId: item?.id ?? '', decision: 'adopt' as const }];
  const decided = await decideItems(example.context, documentId, { planYear: 2024, decisions });
  const plan = decided.ok ? decided.value.planId : '';
  spread = await addSpread(plan);
  await report(documentId, item?.id ?? '', '东区', '10');
  await report(documentId, item?.id ?? '', '西区', '3');
});
afterAll(() => example.store.close());

describe('the agenda', () => {
  it('shows reports on the day they turn late, one row a desk, and proposes a reminder', async () => {
    // Figures of August are due ten days after its end: the eleventh is the first late day.
    const { rows, groups, proposals } = await agendaOf(office(), '2024-09-11');
    const desks = rows.filter(({ kind, group }) => kind === 'report' && group === 'turnedLateToday');
    expect(desks.length).toBeGreaterThan(0);
    expect(groups.find(({ group }) => group === 'turnedLateToday')?.total).toBe(desks.length);
    const proposed = proposals.filter(({ commitmentId }) => commitmentId === null);
    expect(proposed.map(({ grade, reasons }) => [grade, reasons])).toContainEqual([
      'reminder',
      ['reportMissing'],
    ]);
  });

  it('says the day before that they are due, and proposes nothing for them that were in time', async () => {
    const { rows } = await agendaOf(office(), '2024-09-10');
    expect(rows.filter(({ kind, group }) => kind === 'report' && group === 'turnedLateToday')).toEqual([]);
  });

  it('shows a unit only its own, under whatever name the plan prints it', async () => {
    const { rows, proposals } = await agendaOf(lead(), '2024-09-11');
    const promises = rows.filter(({ kind }) => kind === 'commitment');
    expect(promises.map((row) => row.unit)).toEqual(promises.map(() => unit));
    expect(promises.length).toBeGreaterThan(0);
    expect(proposals).toEqual([]);
  });

  it('waits for the district until it answers, then for the office', async () => {
    const id = await issue({ placeId: 'east-1' });
    const rowOf = async (caller: Caller) =>
      (await agendaOf(caller, '2024-09-02')).rows.find(
        ({ subjectId, kind }) => subjectId === id && /answer/.test(kind),
      );
    expect(await rowOf(east())).toMatchObject({ kind: 'answer', mine: true, dueOn: '2024-09-08' });
    expect(await rowOf(office())).toMatchObject({ kind: 'answer', mine: false });
    expect(await rowOf(west())).toBeUndefined();
    expect((await move(id, east(), { action: 'answer', after: 1 }, '2024-09-02')).ok).toBe(true);
    expect(await rowOf(office())).toMatchObject({ kind: 'answerReview', mine: true });
  });
});

describe('notices that a caller sees', () => {
  it.each([
    ['the district around the street it is addressed to', east, true],
    ['another district', west, false],
    ['the lead unit of a promise that it is not about', lead, false],
    ['the office', office, true],
  ] as const)('%s', async (_who, caller, sees) => {
    const id = await issue({ placeId: 'east-1' });
    const { notices } = await getNoticeList(on('2024-09-02'), caller(), {});
    expect(notices.some((row) => row.id === id)).toBe(sees);
  });

  it('are shown to the lead unit of the promise, which may not answer for the district', async () => {
    const id = await issue({ placeId: 'west', commitmentId: spread });
    const { notices } = await getNoticeList(on('2024-09-02'), lead(), {});
    expect(notices.some((row) => row.id === id)).toBe(true);
    const answered = await move(id, lead(), { action: 'answer', after: 1 }, '2024-09-02');
    expect(answered).toMatchObject({ ok: false, code: 'object.notFound' });
  });

  it('are addressed to the one name of a unit', async () => {
    const id = await issue({ unit: printed });
    const loaded = await loadNotice(on('2024-09-02'), id);
    expect(loaded?.standing.notice.unitId).toBe(unit);
  });

  it('refuse a place that there is not', async () => {
    await expect(issue({ placeId: 'north' })).rejects.toThrow('grant.placeUnknown');
  });
});

describe('put right', () => {
  const facts = async (placeId: string) => {
    const loaded = await loadNotice(on('2024-09-02'), await issue({ placeId, commitmentId: spread }));
    return loaded ? isRemedied(on('2024-09-02'), loaded.standing.notice) : undefined;
  };
  it.each([
    ['a district whose own share is done, though the city is late', 'east', true],
    ['a district whose own share is not done', 'west', false],
    ['a street of which no figures are known', 'east-1', null],
  ] as const)('%s', async (_why, placeId, expected) => {
    expect(await facts(placeId)).toBe(expected);
  });

  it('is said before the click: the close-out of an accepted answer names what is unmet', async () => {
    const id = await issue({ placeId: 'west', commitmentId: spread });
    await move(id, west(), { action: 'answer', after: 1 }, '2024-09-02');
    await move(id, office(), { action: 'acceptAnswer', after: 2 }, '2024-09-02');
    const page = await getNoticePage(on('2024-09-02'), office(), id);
    const actions = page.ok ? page.value.offers.map(({ action }) => action) : [];
    expect(actions).toEqual(['closeOut', 'reopen']);
    const offer = page.ok ? page.value.offers.find(({ action }) => action === 'closeOut') : undefined;
    expect(offer?.unmet.map(({ code }) => code)).toEqual(['notice.notRemedied']);
    const closed = await move(id, office(), { action: 'closeOut', after: 3 }, '2024-09-02');
    expect(closed).toMatchObject({ ok: false, code: 'notice.notRemedied' });
  });
});

describe('terms', () => {
  const daysOf = async (): Promise<readonly (IsoDate | null)[]> => {
    const form = await getNoticeForm(on('2024-09-02'), {});
    return form.ok ? form.value.grades.map(({ answerBy }) => answerBy) : [];
  };
  const set = (key: string, value: unknown) =>
    addSetting(example.context.db, example.context.jurisdiction, {
      ...{ id: randomUUID(), key, value, reason: '督查室通知', recordedBy: null },
    });

  it('are those of the settings, in calendar or working days', async () => {
    expect(await daysOf()).toEqual(['2024-09-09', '2024-09-09', '2024-09-07']);
    await set('supervise.answerDays.reminder', 3);
    expect(await daysOf()).toEqual(['2024-09-05', '2024-09-09', '2024-09-07']);
    // 7 working days after Monday 2 September 2024 are Wednesday the 11th; 5 are Monday the 9th.
    await set('supervise.dayCount', 'working');
    expect(await daysOf()).toEqual(['2024-09-05', '2024-09-11', '2024-09-09']);
  });
});
