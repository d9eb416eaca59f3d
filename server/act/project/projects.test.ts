// Projects on a real database: tables in, what is asked about, one winner of two, blockers, and the rate of a district that moves.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../../core/contract/permission.ts';
import type { Role } from '../../../core/place/role.ts';
import { type IsoDate, isoDate } from '../../../core/quantity/date.ts';
import { addPlaces } from '../../store/jurisdiction.ts';
import { listEntries } from '../../store/project/entry.ts';
import { getDispatch } from '../../view/project/dispatch.ts';
import { dispatchDocument, dispatchWorkbook } from '../../view/project/dispatch-file.ts';
import { getProjectList } from '../../view/project/list.ts';
import { getProjectPage } from '../../view/project/page.ts';
import { getProjectSummary } from '../../view/project/summary.ts';
import { type Example, openExample } from '../example.fixture.ts';
import { recordEvidence, recordGuarantee, recordNote } from './add-work.ts';
import { moveBlocker, raiseBlocker } from './blockers.ts';
import { importMonths } from './import-months.ts';
import { importRegister } from './import-register.ts';
import { loadSampleProjects } from './load-sample.ts';
import { passGate } from './pass-gate.ts';
import { type MonthBody, reportMonth } from './report-month.ts';
import { reviseProject } from './save-entry.ts';
import { loadProject } from './standing.ts';

let example: Example;
beforeAll(async () => {
  example = await openExample();
  const { db } = example.store;
  const place = (id: string, name: string) =>
    ({ id, name, nameEn: id, kind: 'district', tile: null, in: null }) as const;
  await addPlaces(db, example.context.jurisdiction, [place('east', '东区'), place('west', '西区')]);
});
afterAll(() => example.store.close());

const person = (
  role: Role,
  given: { place?: string; unit?: string } = {},
): { caller: Caller; key: null } => ({
  caller: {
    ...{ accountId: randomUUID(), name: role, scopes: null },
    grants: [
      {
        ...{ role, place: given.place ?? null, unit: given.unit ?? null },
        ...{ from: isoDate('2020-01-01'), to: null },
      },
    ],
  },
  key: null,
});
const office = person('planOffice');
const east = person('district', { place: 'east' });
const builder = person('leadUnit', { unit: '市建委' });

const wish = { year: 2024, mode: 'take' } as const;
const head = [
  '项目代码',
  '项目名称',
  '建设性质',
  '领域',
  '区县',
  '牵头单位',
  '总投资(亿元)',
  '年度计划投资(亿元)',
  '批准日',
  '开工日',
  '说明',
];
const sheet = (...rows: readonly (readonly string[])[]) => [{ name: '清单', rows: [head, ...rows] }];
const code = (last: number): string => `2401-330100-04-01-${String(last).padStart(6, '0')}`;

const rows = sheet(
  [code(1), '甲桥改建', '续建', '交通', '东区', '市建委', '30', '12', '2023-01-05', '2023-03-01', ''],
  [code(2), '乙河整治', '新开工', '水利', '东区、西区', '市林水局', '9', '4', '2023-12-01', '2024-02-01', ''],
  [code(3), '丙园', '新开工', '产业', '南区', '市经信局', '9', '4', '', '', ''],
  [code(4), '丁园', '新开工', '产业', '西区', '市经信局', '3', '4', '', '', ''],
  [code(5), '戊园', '新开工', '产业', '西区', '市经信局', '3', '4', '', '', '分期核准，总投资为一期'],
  [code(1), '甲桥改建（重复）', '续建', '交通', '东区', '市建委', '30', '12', '', '', ''],
  ['', '己园', '续建', '产业', '西区', '市经信局', '3', '1', '', '', ''],
  [code(7), '庚园', '续建', '产业', '西区', '市经信局', '三亿', '1', '', '', ''],
  [code(8), '辛路', '新开工', '交通', '西区', '市建委', '8', '2', '2024-05-01', '2024-04-01', ''],
);

async function idOf(name: string): Promise<string> {
  const { db, jurisdiction } = example.context;
  return (await listEntries(db, jurisdiction, 2024)).find((entry) => entry.name === name)?.id ?? '';
}

const month = (periodEnd: string, sinceJanuary: string, given: Partial<MonthBody> = {}): MonthBody => ({
  periodEnd: isoDate(periodEnd),
  ...{ sinceJanuary, picture: '', physical: null, building: true, explanation: '', after: 0 },
  ...given,
});

describe('a list from a workbook', () => {
  it('takes sound rows and names every bad cell; accepted and rejected add up', async () => {
    const read = await importRegister(example.context, office, wish, rows);
    if (!read.ok) throw new Error(read.code);
    const { taken, refused, total } = read.value;
    expect(taken.map(({ name }) => name)).toEqual(['甲桥改建', '乙河整治', '戊园']);
    expect(
      refused.map(({ at, code: problem, params }) => [at, problem, params.annual, params.total]),
    ).toEqual([
      ['E4', 'projectRows.placeUnknown', undefined, undefined],
      ['H5', 'project.annualOverTotal', '4', '3'],
      ['A7', 'projectRows.twice', undefined, undefined],
      ['A8', 'project.codeMissing', undefined, undefined],
      ['G9', 'projectRows.numberInvalid', undefined, undefined],
      ['J10', 'project.startBeforeApproval', undefined, undefined],
    ]);
    expect(taken.length + refused.length).toBe(total);
  });

  it('does nothing twice, and nothing outside the duty of the sender', async () => {
    const again = await importRegister(example.context, office, wish, sheet(rows[0]?.rows[1] ?? []));
    expect(again).toMatchObject({
      ok: true,
      value: { taken: [], refused: [{ code: 'projectRows.alreadyThere' }] },
    });
    const foreign = [
      { name: '清单', rows: [head, [code(20), '壬园', '前期储备', '产业', '西区', '', '3', '', '', '', '']] },
    ];
    expect(await importRegister(example.context, east, wish, foreign)).toMatchObject({
      ok: false,
      code: 'object.notFound',
    });
  });

  it('converts a heading in 万元 exactly', async () => {
    const inWan = [
      {
        name: '清单',
        rows: [
          ['项目代码', '项目名称', '建设性质', '区县', '总投资(万元)', '年度计划投资（万元）'],
          [code(30), '癸厂', '续建', '西区', '123450', '6,000'],
        ],
      },
    ];
    await importRegister(example.context, office, wish, inWan);
    const { db, jurisdiction } = example.context;
    const entry = (await listEntries(db, jurisdiction, 2024)).find(({ name }) => name === '癸厂');
    expect([entry?.total, entry?.annualPlan]).toEqual(['12.345', '0.6']);
  });
});

describe('the register', () => {
  it('lets one of two people win, and one project have a code', async () => {
    const id = await idOf('甲桥改建');
    const loaded = await loadProject(example.context, id);
    if (!loaded) throw new Error('not loaded');
    const { number, asked: _asked, id: _id, ...entry } = loaded.last;
    const given = { ...entry, content: '桥长 1.2 公里', after: number };
    const both = await Promise.all([
      reviseProject(example.context, office, id, given),
      reviseProject(example.context, office, id, { ...given, content: '桥长 1.3 公里' }),
    ]);
    expect(both.map((one) => (one.ok ? 'kept' : one.code)).sort()).toEqual(['kept', 'state.changed']);
    const stolen = await reviseProject(example.context, office, id, {
      ...given,
      code: code(2),
      after: number + 1,
    });
    expect(stolen).toMatchObject({ ok: false, code: 'project.codeTaken', params: { name: '乙河整治' } });
    const inWan = { ...given, total: '300000', annualPlan: '120000', after: number + 1 };
    expect(await reviseProject(example.context, office, id, inWan)).toMatchObject({
      value: {
        kept: false,
        findings: [
          { code: 'project.unitJump', params: { field: 'total', value: '300000', beside: '30' } },
          { code: 'project.unitJump', params: { field: 'annualPlan', value: '120000', beside: '12' } },
        ],
      },
    });
    const nextYear = [code(1), '甲桥改建', '续建', '交通', '东区', '市建委', '300000', '120000', '', '', ''];
    const check = { year: 2025, mode: 'check' } as const;
    expect(await importRegister(example.context, office, check, sheet(nextYear))).toMatchObject({
      value: { taken: [], refused: [{ code: 'project.unitJump', params: { beside: '30' } }] },
    });
    const outside = await reviseProject(example.context, east, id, {
      ...given,
      placeIds: ['west'],
      after: number + 1,
    });
    expect(outside).toMatchObject({ ok: false, code: 'object.notFound' });
  });

  it('asks about a start before approval, and keeps it with an explanation', async () => {
    const id = await idOf('戊园');
    const body = { gate: 'signed', day: isoDate('2024-08-01'), words: '', after: 0 };
    expect(await passGate(example.context, office, id, body)).toMatchObject({
      value: { kept: true, number: 1 },
    });
    const skip = { gate: 'started', day: isoDate('2024-08-20'), words: '', after: 1 };
    expect(await passGate(example.context, office, id, skip)).toMatchObject({
      value: { kept: false, findings: [{ code: 'gate.skipped' }] },
    });
    const told = await passGate(example.context, office, id, { ...skip, words: '租用标准厂房，无需供地' });
    expect(told).toMatchObject({ value: { kept: true, number: 2 } });
    expect(await passGate(example.context, office, id, { ...skip, gate: '试运行', after: 2 })).toMatchObject({
      code: 'gate.unknown',
    });
  });
});

describe('monthly investment', () => {
  it.each<readonly [string, MonthBody, string, Readonly<Record<string, string>>]>([
    ['less than last month', month('2024-07-31', '4'), 'investment.belowLast', { value: '4', last: '5' }],
    [
      'more than the whole project',
      month('2024-07-31', '31'),
      'investment.overTotal',
      { value: '31', total: '30' },
    ],
    [
      '万元 where 亿元 is meant',
      month('2024-07-31', '52000'),
      'investment.wrongUnit',
      { value: '52000', beside: '5' },
    ],
    ['not a number', month('2024-07-31', '五亿'), 'investment.unreadable', { text: '五亿' }],
  ])('%s is asked about with both numbers and not kept', async (_why, body, problem, params) => {
    const id = await idOf('甲桥改建');
    await reportMonth(example.context, builder, id, month('2024-06-30', '5'));
    const answer = await reportMonth(example.context, builder, id, body);
    if (!answer.ok) throw new Error(answer.code);
    expect(answer.value.kept).toBe(false);
    const found = answer.value.findings.find((each) => each.code === problem);
    expect(found?.params).toMatchObject(params);
  });

  it('keeps an explained one, and refuses a month that is not over or was reported meanwhile', async () => {
    const id = await idOf('甲桥改建');
    const explained = month('2024-07-31', '4.6', { explanation: '6月误计预付款' });
    expect(await reportMonth(example.context, builder, id, explained)).toMatchObject({
      value: { kept: true, number: 1 },
    });
    expect(await reportMonth(example.context, builder, id, explained)).toMatchObject({
      code: 'state.changed',
    });
    const ahead = month('2024-09-30', '6');
    expect(await reportMonth(example.context, builder, id, ahead)).toMatchObject({
      code: 'investment.monthAhead',
    });
  });

  it('comes by table too, each row held against its own series', async () => {
    const table = [
      {
        name: '月度',
        rows: [
          ['项目代码', '月份', '本年累计完成投资(万元)', '说明'],
          [code(2), '2024-06', '15000', ''],
          [code(2), '2024-07', '14000', ''],
          [code(2), '2024年8月', '18000', ''],
          [code(99), '2024-06', '1', ''],
          [code(2), '2024-13', '1', ''],
        ],
      },
    ];
    const read = await importMonths(example.context, office, wish, table);
    if (!read.ok) throw new Error(read.code);
    expect(read.value.taken.length + read.value.refused.length).toBe(5);
    expect(read.value.refused.map(({ at, code: problem }) => [at, problem]).sort()).toEqual([
      ['A5', 'projectRows.projectUnknown'],
      ['B6', 'projectRows.monthInvalid'],
      ['C3', 'investment.belowLast'],
    ]);
  });
});

describe('a blocker', () => {
  const due: IsoDate = isoDate('2024-09-20');

  it('is assigned by the office, solved by its unit, accepted by somebody else; the unit gets nothing more', async () => {
    const id = await idOf('乙河整治');
    const raised = await raiseBlocker(example.context, east, id, { kind: 'pipeline', words: '管线未迁改' });
    if (!raised.ok) throw new Error(raised.code);
    const ids = { projectId: id, blockerId: raised.value.id };
    const move = (who: typeof office, action: 'assign' | 'solve' | 'accept', after: number, given = {}) =>
      moveBlocker(example.context, who, ids, { action, after, unit: null, dueOn: null, words: '', ...given });
    expect(await move(office, 'assign', 0, { dueOn: due })).toMatchObject({ code: 'blocker.needsUnit' });
    expect(await move(builder, 'assign', 0, { unit: '市建委', dueOn: due })).toMatchObject({
      code: 'permission.denied',
    });
    const both = await Promise.all([
      move(office, 'assign', 0, { unit: '市建委', dueOn: due }),
      move(office, 'assign', 0, { unit: '市林水局', dueOn: due }),
    ]);
    expect(both.filter(({ ok }) => ok).length).toBe(1);
    const unit = (await getProjectPage(example.context, office.caller, id, {})) as {
      value?: { work?: { blockers: { unit: string }[] } };
    };
    const solver = person('leadUnit', { unit: unit.value?.work?.blockers[0]?.unit ?? '' });
    expect(await move(solver, 'solve', 1)).toMatchObject({ code: 'blocker.needsSolution' });
    expect(await move(solver, 'solve', 1, { words: '迁改完成' })).toMatchObject({
      value: { state: 'solved' },
    });
    expect(await move(office, 'accept', 2)).toMatchObject({ value: { state: 'closed', number: 3 } });
  });
});

describe('what is shown', () => {
  it('moves the rate of the district with a report; the project of two districts counts once in the city', async () => {
    const id = await idOf('甲桥改建');
    const east2024 = async () => {
      const { groups, whole } = await getProjectSummary(example.context, office.caller, {
        year: 2024,
        by: 'place',
      });
      return { east: groups.find(({ key }) => key === 'east'), whole };
    };
    const before = await east2024();
    await reportMonth(example.context, builder, id, month('2024-08-31', '7'));
    const after = await east2024();
    expect([before.east?.investment.numerator, after.east?.investment.numerator]).toEqual(['6.4', '8.8']);
    expect(after.east?.investment.percent).not.toBe(before.east?.investment.percent);
    expect([after.east?.projects, after.whole.projects]).toEqual([2, 4]);
  });

  it('tells a visitor the register, and the work behind it only to those who follow it', async () => {
    const id = await idOf('乙河整治');
    await recordGuarantee(example.context, office, id, {
      ...{
        factor: 'land',
        kind: 'granted',
        day: isoDate('2024-03-01'),
        amount: '20',
        unit: '亩',
        source: '批复',
      },
    });
    await recordEvidence(example.context, office, id, {
      ...{ kind: 'drone', observedOn: isoDate('2024-08-25'), activity: 'idle', physical: null },
      ...{ source: '无人机', words: '' },
    });
    await recordNote(example.context, office, id, {
      kind: 'confidence',
      confidence: 'doubtful',
      words: '进度偏慢',
    });
    const visitor = person('public').caller;
    const [seen, follows] = await Promise.all([
      getProjectPage(example.context, visitor, id, {}),
      getProjectPage(example.context, east.caller, id, {}),
    ]);
    if (!seen.ok || !follows.ok) throw new Error('no page');
    expect([seen.value.work, seen.value.may.write]).toEqual([null, false]);
    expect(seen.value.flags).not.toContain('evidence');
    expect(follows.value.flags).toContain('evidence');
    expect(follows.value.work?.guarantees[0]).toMatchObject({ granted: '20', asked: null, percent: null });
    expect(follows.value.work?.evidenceFlags.length).toBeGreaterThan(0);
    const list = await getProjectList(example.context, visitor, { year: 2024, flag: 'evidence' });
    expect(list.total).toBe(0);
  });

  it('prints the sheet of the meeting with every line', async () => {
    const sheetOfMeeting = await getDispatch(example.context, office.caller, { year: 2024 });
    expect(sheetOfMeeting.lines.length).toBeGreaterThan(0);
    const [document, workbook] = await Promise.all([
      dispatchDocument(sheetOfMeeting),
      dispatchWorkbook(sheetOfMeeting),
    ]);
    expect([document.subarray(0, 2).toString(), workbook.subarray(0, 2).toString()]).toEqual(['PK', 'PK']);
    const own = await getDispatch(example.context, person('district', { place: 'west' }).caller, {
      year: 2024,
    });
    expect(own.lines.every(({ placeIds }) => placeIds.includes('west'))).toBe(true);
  });

  it('the sample projects obey the rules they are shown under', async () => {
    const { db } = example.store;
    const names =
      '上城区 拱墅区 西湖区 滨江区 萧山区 余杭区 临平区 钱塘区 富阳区 临安区 桐庐县 淳安县 建德市'.split(' ');
    const places = names.map(
      (name) => ({ id: name, name, nameEn: name, kind: 'district', tile: null, in: null }) as const,
    );
    await addPlaces(db, example.context.jurisdiction, places);
    const later = { ...example.context, today: () => isoDate('2026-11-22') };
    await loadSampleProjects(later, new URL('../../../samples/hangzhou/', import.meta.url).pathname);
    const { columns, whole } = await getProjectSummary(later, office.caller, { year: 2026 });
    expect(whole.projects).toBe(33);
    expect(columns.filter(({ count }) => count === 0).map(({ id }) => id)).toEqual([]);
  });
});
