// Inspections on a real database: a year's plan is approved whole, repetition is refused until excepted, one goes from plan to close.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../../core/contract/permission.ts';
import type { Role } from '../../../core/place/role.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { openArchive } from '../../bytes/zip.ts';
import type { Context } from '../../context.ts';
import { addPlaces } from '../../store/jurisdiction.ts';
import { addAccount } from '../../store/people/account.ts';
import { addGrants } from '../../store/people/grant.ts';
import { findScope } from '../../store/scope.ts';
import { getBox } from '../../view/inspection/box.ts';
import { checkInspection } from '../../view/inspection/form.ts';
import { getInspectionPage } from '../../view/inspection/page.ts';
import { getInspectionList } from '../../view/inspection/rows.ts';
import { getYearPage } from '../../view/inspection/year.ts';
import { type Example, openExample } from '../example.fixture.ts';
import { arrangeInspection } from './arrange.ts';
import { type InspectionMoveBody, moveInspection } from './move-inspection.ts';
import { moveYear } from './move-year.ts';
import { type NewInspectionBody, planInspection } from './plan-inspection.ts';
import { addToBox, answerInspection, recordFinding } from './record.ts';
import { takeInspector } from './take-inspector.ts';

let example: Example;
const ids = {
  office: '0b9f4a52-7c1e-4f27-9b1a-2f4f3f0a9d01',
  first: '0b9f4a52-7c1e-4f27-9b1a-2f4f3f0a9d02',
  second: '0b9f4a52-7c1e-4f27-9b1a-2f4f3f0a9d03',
  former: '0b9f4a52-7c1e-4f27-9b1a-2f4f3f0a9d04',
  unit: '0b9f4a52-7c1e-4f27-9b1a-2f4f3f0a9d05',
};
const callerOf = (role: Role, accountId: string, unit: string | null = null): Caller => ({
  ...{ accountId, name: role, scopes: null },
  grants: [{ role, place: null, unit, from: isoDate('2020-01-01'), to: null }],
});
const actor = (caller: Caller) => ({ caller, key: null });
const office = actor(callerOf('supervisionOffice', ids.office));
const first = actor(callerOf('inspector', ids.first));
const unit = actor(callerOf('leadUnit', ids.unit, '市建委'));

const on = (day: string): Context => ({
  ...example.context,
  today: () => isoDate(day),
  now: () => new Date(`${day}T09:00:00+08:00`),
});
const codeOf = (result: { ok: boolean; code?: string }): string => result.code ?? 'ok';

type Draft = Partial<Omit<NewInspectionBody, 'from' | 'to'>> & { unit: string; from: string; to: string };
const draft = (given: Draft): NewInspectionBody => {
  const { unit: name, from, to, ...rest } = given;
  return {
    ...{ units: [{ unit: name, placeId: '' }], kind: 'special', methods: ['onSite'], subject: `${name}督查` },
    ...{ byUnit: '', from: isoDate(from), to: isoDate(to), commitmentIds: [], planYear: null, field: '城建' },
    ...{ unannounced: false, assignment: '', papers: [], words: '' },
    ...rest,
  };
};

async function planned(given: Parameters<typeof draft>[0]): Promise<string> {
  const made = await planInspection(on('2025-01-10'), office, draft(given));
  if (!made.ok) throw new Error(made.code);
  return made.value.inspectionIds[0] ?? '';
}

const blank = { words: '', approval: '', unitReceivedOn: null, dueOn: null, decision: null };
async function move(
  day: string,
  who: ReturnType<typeof actor>,
  id: string,
  action: InspectionMoveBody['action'],
  given: Partial<InspectionMoveBody> = {},
): Promise<string> {
  const page = await getInspectionPage(on(day), office.caller, id);
  const after = page.ok ? page.value.number : 0;
  return codeOf(await moveInspection(on(day), who, id, { ...blank, action, after, ...given }));
}

beforeAll(async () => {
  example = await openExample();
  const { db, jurisdiction } = example.context;
  await addPlaces(db, jurisdiction, [
    { id: 'east', name: '东区', nameEn: 'East', kind: 'district', tile: null, in: null },
  ]);
  for (const [login, id] of Object.entries(ids))
    await addAccount(db, jurisdiction, {
      id,
      login,
      name: login,
      mail: '',
      isSample: true,
      recordedBy: null,
    });
  for (const accountId of [ids.first, ids.second, ids.former])
    await addGrants(db, jurisdiction, [
      {
        ...{ id: crypto.randomUUID(), accountId, role: 'inspector', place: null, unit: null },
        ...{ from: isoDate('2020-01-01'), to: null, recordedBy: null },
      },
    ]);
  for (const accountId of [ids.first, ids.second, ids.former])
    await takeInspector(on('2025-01-05'), office, {
      ...{ accountId, fields: ['城建'], certificate: '督字1号', certificateUntil: isoDate('2026-12-31') },
      ...{ from: isoDate('2024-01-01'), until: null, interests: [] },
      services:
        accountId === ids.former
          ? [{ unit: '市建委', from: isoDate('2020-01-01'), until: isoDate('2024-06-30') }]
          : [],
    });
});
afterAll(() => example.store.close());

describe('the guard against repetition (§15)', () => {
  it('says before anything is planned whom it repeats and when the unit is free, then refuses until an exception is approved', async () => {
    const march = await planned({ unit: '市民政局', from: '2025-03-03', to: '2025-03-07' });
    const draftOf = draft({ unit: '市民政局', from: '2025-05-06', to: '2025-05-07' });
    const { units: _units, ...matter } = draftOf;
    const check = await checkInspection(on('2025-01-10'), { ...matter, unit: '市民政局', placeId: '' });
    expect(
      check.ok && [check.value.clashes.map(({ kind, days }) => [kind, days]), check.value.freeFrom],
    ).toEqual([[['repeats', 60]], '2025-06-06']);
    const may = await planned({ unit: '市民政局', from: '2025-05-06', to: '2025-05-07' });
    const page = await getInspectionPage(on('2025-01-10'), office.caller, may);
    expect(page.ok && page.value.offers.find(({ action }) => action === 'approve')?.unmet).toEqual([
      expect.objectContaining({
        code: 'inspection.repeats',
        zh: '与该单位的 1 次督查重复或多头，请合并或改期',
      }),
    ]);
    const approve = () => move('2025-01-10', office, may, 'approve', { approval: '市政府批示' });
    expect(await approve()).toBe('inspection.repeats');
    const except = (approval: string) =>
      arrangeInspection(on('2025-01-10'), office, may, { what: 'exception', reason: '汛前复查', approval });
    expect([codeOf(await except('')), codeOf(await except('市领导批示〔2025〕3号'))]).toEqual([
      'inspection.needsApproval',
      'ok',
    ]);
    // Another one comes in later: the exception named only the first.
    const june = await planned({ unit: '市民政局', from: '2025-06-10', to: '2025-06-11' });
    expect(await approve()).toBe('inspection.repeats');
    expect(await move('2025-01-10', office, june, 'cancel', { words: '与五月合并' })).toBe('ok');
    expect(await approve()).toBe('ok');
    // What is approved is moved only to days on which it repeats nothing that was not excepted.
    const days = {
      what: 'days',
      from: isoDate('2025-03-05'),
      to: isoDate('2025-03-06'),
      reason: '调整',
    } as const;
    await planned({ unit: '市民政局', byUnit: '市审计局', from: '2025-09-20', to: '2025-09-21' });
    const later = { ...days, from: isoDate('2025-09-01'), to: isoDate('2025-09-02') };
    expect(codeOf(await arrangeInspection(on('2025-01-10'), office, may, later))).toBe(
      'inspection.daysClash',
    );
    expect(await move('2025-01-10', office, march, 'approve', { approval: '市政府批示' })).toBe(
      'inspection.repeats',
    );
  });
});

describe('the yearly plan', () => {
  it('is submitted and approved as it stands, all of it or nothing', async () => {
    const year = 2027;
    const [spring] = await Promise.all([
      planned({ unit: '市卫健委', from: '2027-03-01', to: '2027-03-02', planYear: year }),
    ]);
    const again = await planned({ unit: '市卫健委', from: '2027-04-01', to: '2027-04-02', planYear: year });
    const step = async (action: 'submit' | 'approve' | 'return', approval = '', words = '') => {
      const { number } = await getYearPage(on('2026-12-01'), office.caller, year);
      const body = { action, after: number, approval, words };
      return codeOf(await moveYear(on('2026-12-01'), office, year, body));
    };
    expect(await step('submit')).toBe('yearPlan.clashes');
    const october = { what: 'days', from: isoDate('2027-10-11'), to: isoDate('2027-10-12') } as const;
    await arrangeInspection(on('2026-12-01'), office, again, { ...october, reason: '错开' });
    expect([await step('submit'), await step('approve')]).toEqual(['ok', 'yearPlan.needsApproval']);
    const november = { ...october, from: isoDate('2027-11-11'), to: isoDate('2027-11-12'), reason: '再错开' };
    await arrangeInspection(on('2026-12-01'), office, again, november);
    expect(await step('approve', '市政府常务会议纪要')).toBe('yearPlan.changed');
    expect([await step('return', '', '日期有变'), await step('submit')]).toEqual(['ok', 'ok']);
    expect(await step('approve', '市政府常务会议纪要')).toBe('ok');
    const { lines, state, burden } = await getYearPage(on('2026-12-01'), office.caller, year);
    expect([state, lines.map((line) => [line.id === spring, line.from, line.state]), burden[0]]).toEqual([
      'approved',
      [
        [true, '2027-03-01', 'approved'],
        [false, '2027-11-11', 'approved'],
      ],
      { name: '市卫健委', count: 2, days: 4, clashes: 0 },
    ]);
  });
});

describe('one inspection', () => {
  it('goes from plan to close: team, findings, feedback, objection within thirty days, review by others, rectification', async () => {
    const id = await planned({
      unit: '市建委',
      from: '2025-04-01',
      to: '2025-04-03',
      papers: ['施工许可', '验收记录'],
    });
    const team = (members: readonly string[]) =>
      arrangeInspection(on('2025-01-11'), office, id, { what: 'team', members, reason: '' });
    const refused = await team([ids.first, ids.former]);
    expect([codeOf(refused), refused.ok ? '' : refused.params]).toEqual([
      'inspection.memberRecused',
      { who: 'former', why: '曾任职于被督查单位' },
    ]);
    expect(codeOf(await team([ids.first, ids.second]))).toBe('ok');
    expect(await move('2025-01-12', office, id, 'approve', { approval: '市政府批示' })).toBe('ok');
    expect(await move('2025-04-01', first, id, 'begin')).toBe('ok');
    expect(codeOf(await team([ids.first]))).toBe('inspection.tooLateToArrange');
    const find = (day: string, outcome: 'contradicted' | 'confirmed') =>
      recordFinding(on(day), first, id, { commitmentId: null, method: 'onSite', outcome, words: '两处点位' });
    expect(await move('2025-04-02', first, id, 'conclude', { words: '两处未达标准' })).toBe(
      'inspection.needsFinding',
    );
    expect(codeOf(await find('2025-04-02', 'contradicted'))).toBe('ok');
    const pdf = { fileName: '=施工许可.pdf', bytes: Buffer.from('%PDF-1.4') };
    expect(codeOf(await addToBox(on('2025-04-02'), unit, id, { ...pdf, paper: 1 }))).toBe('ok');
    expect(codeOf(await addToBox(on('2025-04-02'), first, id, { ...pdf, paper: 3 }))).toBe(
      'inspection.paperUnknown',
    );
    expect(codeOf(await addToBox(on('2025-04-02'), first, id, { ...pdf, paper: null }))).toBe('ok');
    expect(await move('2025-04-03', first, id, 'conclude', { words: '两处未达标准' })).toBe('ok');
    // Until it is fed back, the unit reads neither the finding, nor the conclusion, nor what the team collected.
    const seen = await getInspectionPage(on('2025-04-03'), unit.caller, id);
    expect(
      seen.ok && [seen.value.findings, seen.value.conclusion, seen.value.evidence.map(({ side }) => side)],
    ).toEqual([[], '', ['unit']]);
    const feed = (unitReceivedOn: string) =>
      move('2025-04-05', office, id, 'feedBack', { unitReceivedOn: isoDate(unitReceivedOn) });
    expect([await feed('2025-04-06'), await feed('2025-04-05')]).toEqual(['inspection.receiptWrong', 'ok']);
    expect(await move('2025-04-06', office, id, 'orderRectification', { words: '补建两处' })).toBe('ok');
    expect(await move('2025-05-06', unit, id, 'object', { words: '现场已整改' })).toBe(
      'inspection.objectionTooLate',
    );
    expect(await move('2025-05-05', unit, id, 'object', { words: '现场已整改' })).toBe('ok');
    const asTeam = actor(callerOf('supervisionOffice', ids.first));
    expect(await move('2025-05-10', asTeam, id, 'review', { words: '维持' })).toBe(
      'inspection.reviewerWasInspector',
    );
    const changed = { words: '改为一处未达标准', decision: 'changed' } as const;
    expect(await move('2025-05-10', office, id, 'review', changed)).toBe('ok');
    expect(await move('2025-05-11', office, id, 'orderRectification', { words: '补建一处' })).toBe('ok');
    expect(await move('2025-05-12', unit, id, 'object', { words: '再次申请' })).toBe(
      'inspection.objectionTooLate',
    );
    expect(codeOf(await answerInspection(on('2025-05-20'), unit, id, '已补建'))).toBe('ok');
    expect(await move('2025-05-21', first, id, 'acceptRectification')).toBe('inspection.notRectified');
    expect(codeOf(await find('2025-05-21', 'confirmed'))).toBe('ok');
    expect(await move('2025-05-21', first, id, 'acceptRectification')).toBe('ok');
    const page = await getInspectionPage(on('2025-05-21'), unit.caller, id);
    expect(page.ok && [page.value.inspection.state, page.value.conclusion, page.value.events.length]).toEqual(
      ['closed', '改为一处未达标准', 10],
    );
    const box = await getBox(on('2025-05-21'), id);
    if (!box.ok) throw new Error(box.code);
    const archive = openArchive(box.value.bytes);
    const chunks: Uint8Array[] = [];
    archive.stream('清单.csv', (chunk) => chunks.push(chunk) > 0);
    const manifest = Buffer.concat(chunks).toString('utf8');
    const [, line = '', , missing = ''] = manifest.split('\r\n');
    expect([archive.names, line.split(',')[2], missing.includes('验收记录","未提供')]).toEqual([
      ['清单.csv', '01/001 =施工许可.pdf', '督查取证/002 =施工许可.pdf'],
      '"01/001 =施工许可.pdf"',
      true,
    ]);
  });

  it('that is unannounced is unknown to its unit until the conclusion is fed back', async () => {
    const id = await planned({ unit: '市建委', from: '2026-04-01', to: '2026-04-01', unannounced: true });
    const known = async () => {
      const { inspections } = await getInspectionList(on('2026-04-02'), unit.caller, {});
      const scope = await findScope(example.context.db, example.context.jurisdiction, 'inspection', id);
      return [inspections.some((row) => row.id === id), scope?.leadUnit ?? null];
    };
    expect(await move('2026-03-01', office, id, 'approve', { approval: '市政府批示' })).toBe('ok');
    expect(await known()).toEqual([false, null]);
    await arrangeInspection(on('2026-03-01'), office, id, {
      ...{ what: 'team', members: [ids.first, ids.second], reason: '' },
    });
    await move('2026-04-01', first, id, 'begin');
    await recordFinding(on('2026-04-01'), first, id, {
      ...{ commitmentId: null, method: 'onSite', outcome: 'confirmed', words: '属实' },
    });
    await move('2026-04-01', first, id, 'conclude', { words: '属实' });
    expect(await known()).toEqual([false, null]);
    expect(await move('2026-04-02', office, id, 'feedBack', { unitReceivedOn: isoDate('2026-04-02') })).toBe(
      'ok',
    );
    expect(await known()).toEqual([true, '市建委']);
  });

  it('is moved by one of two people', async () => {
    const id = await planned({ unit: '市交通局', from: '2025-08-01', to: '2025-08-01' });
    const body = { ...blank, action: 'approve', after: 1, approval: '市政府批示' } as const;
    const both = await Promise.all([0, 1].map(() => moveInspection(on('2025-07-01'), office, id, body)));
    expect(both.map(codeOf).toSorted()).toEqual(['inspection.stateChanged', 'ok']);
  });
});
