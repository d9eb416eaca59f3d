// Reporting on a real database: who may, in which order, once; drafts of two tabs; what is verified counts; races have one winner.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { reportRoutes } from '../../../core/contract/reports.ts';
import { runSql } from '../../store/shared-database.fixture.ts';
import { getFigures } from '../../view/report/desk.ts';
import { getReport, getReports } from '../../view/report/review.ts';
import { type City, openCity, type Person } from './city.fixture.ts';
import { correctFigure } from './correct.ts';
import { type MoveAction, moveReports } from './move.ts';
import { type DraftEntry, openDraftSaver } from './save-drafts.ts';
import { openSubmitter, type Submission } from './submit.ts';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.example.store.close());

const at = new Date('2024-07-05T10:00:00+08:00');
const july = () => city.on('2024-07-05');
const parksIn = (placeId: string, period: string, value: string, statement = ''): Submission => ({
  commitmentId: city.parks,
  placeId,
  period,
  figures: [{ metric: '新建口袋公园', value, unit: '', statement, nature: 'reported' }],
});
const submit = (person: Person, reports: Submission[], receivedAt = at, key: string | null = null) =>
  openSubmitter(july()).take({
    caller: city.caller(person),
    key:
      key === null
        ? null
        : { accountId: city.caller(person).accountId ?? '', key, bodySha256: JSON.stringify(reports) },
    receivedAt,
    body: { reports },
  });
const move = (person: Person, action: MoveAction, reportId: string, after: number, reason = '') =>
  moveReports(
    july(),
    { caller: city.caller(person), key: null },
    { action, reason, reports: [{ reportId, after }] },
    at,
  );
const count = async (table: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM ${sql.table(table)}`.execute(
    city.context.db,
  );
  return rows[0]?.n ?? 0;
};
const submitted = async (person: Person, report: Submission): Promise<string> => {
  const result = await submit(person, [report]);
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.params)}`);
  return result.value.submitted[0]?.reportId ?? '';
};

describe('what is due', () => {
  it('is asked of the district for its share and of the lead unit for the whole', async () => {
    const east = await getFigures(july(), city.caller('east'), { month: '2024-07-31' });
    expect(east.ok && east.value.mine).toBe(true);
    const rows = east.ok ? east.value.rows : [];
    expect(
      rows.map(({ metric, place, period, due, dueOn, wanted, expected }) => [
        metric,
        place,
        period,
        due,
        dueOn,
        wanted,
        expected,
      ]),
    ).toEqual([['新建口袋公园', '东区', '2024-H1', 'due', '2024-07-10', '20', '9.95']]);
    const lead = await getFigures(july(), city.caller('jianwei'), {
      month: '2024-07-31',
      desk: 'unit:市建委',
    });
    expect(lead.ok ? lead.value.rows.map(({ metric, place }) => [metric, place]) : lead).toEqual([
      ['新建口袋公园', ''],
      ['建筑业总产值', ''],
    ]);
  });

  it('counts what is asked of a desk in each month', async () => {
    const east = await getFigures(july(), city.caller('east'), {});
    expect(east.ok && east.value.burden.perMonth.length).toBe(12);
    expect(east.ok && east.value.burden.perMonth.every(({ figures }) => figures === 1)).toBe(true);
  });

  it('is not shown to another district', async () => {
    const west = await getFigures(july(), city.caller('west'), { desk: 'place:east' });
    expect(west).toMatchObject({ ok: false, code: 'object.notFound' });
  });
});

describe('drafts', () => {
  const entry = (value: string, version: number, period = '2024-01/2024-08'): DraftEntry => ({
    commitmentId: city.parks,
    placeId: 'east',
    metric: '新建口袋公园',
    unit: '',
    statement: '',
    period,
    value,
    version,
  });
  const save = (person: Person, entries: DraftEntry[], saver = openDraftSaver(july())) =>
    saver.take({ caller: city.caller(person), key: null, receivedAt: at, body: { entries } });

  it('are kept with a version; a second tab hears what the first one wrote', async () => {
    expect(await save('east', [entry('7', 0)])).toMatchObject({
      ok: true,
      value: { saved: [{ version: 1 }] },
    });
    const second = await save('east2', [entry('8', 0)]);
    expect(second).toMatchObject({
      ok: false,
      code: 'draft.changed',
      params: { theirs: '7', mine: '8', by: 'east', version: '1' },
    });
    expect(await save('east2', [entry('8', 1)])).toMatchObject({
      ok: true,
      value: { saved: [{ version: 2 }] },
    });
    // the same words again, from a tab that never heard the answer
    expect(await save('east2', [entry('8', 1)])).toMatchObject({
      ok: true,
      value: { saved: [{ version: 2 }] },
    });
    const desk = await getFigures(july(), city.caller('east'), { month: '2024-09-30' });
    expect(desk.ok && desk.value.rows[0]?.draft?.value).toBe('8');
  });

  it('of many people are saved together, each with its own answer', async () => {
    const saver = openDraftSaver(july());
    const periods = ['2024-01', '2024-01/2024-02', '2024-Q1', '2024-01/2024-04'];
    const results = await Promise.all([
      ...periods.map((period) => save('east', [entry('1', 0, period)], saver)),
      save('west', [entry('1', 0, '2024-01/2024-05')], saver),
      save('east', [entry('2', 5, '2024-Q1')], saver),
      save('east', [entry('1', 0, '2024-13')], saver),
    ]);
    expect(results.map((result) => (result.ok ? 'saved' : result.code))).toEqual([
      ...['saved', 'saved', 'saved', 'saved'],
      ...['object.notFound', 'draft.changed', 'figure.notAsked'],
    ]);
  });

  it('are checked while they are typed, and saved all the same', async () => {
    const result = await save('east', [entry('约三', 0, '2024-01/2024-10')]);
    expect(result).toMatchObject({ ok: true, value: { saved: [{ version: 1 }] } });
    expect(result.ok && result.value.saved[0]?.findings.map(({ code }) => code)).toContain(
      'figure.numberInvalid',
    );
  });
});

describe('a report', () => {
  it('goes up in two steps, counts when it is verified, and its correction names it', async () => {
    const reportId = await submitted('east', parksIn('east', '2024-H1', '12个'));
    const before = await count('observation');
    expect(await move('jianwei', 'accept', reportId, 1)).toMatchObject({
      ok: true,
      value: { moved: [{ state: 'accepted' }] },
    });
    expect(await count('observation')).toBe(before);
    expect(await move('inspector', 'verify', reportId, 2)).toMatchObject({
      ok: true,
      value: { moved: [{ state: 'verified' }] },
    });
    expect(await count('observation')).toBe(before + 1);
    const page = await getReport(july(), city.caller('east'), reportId);
    const figure = page.ok ? page.value.report.figures[0] : undefined;
    expect(figure).toMatchObject({ amount: '12', typed: '12个', counts: true });
    const correction = {
      figureId: figure?.id ?? '',
      value: '11',
      unit: '',
      statement: '',
      reason: '重复计数',
      after: 3,
    };
    const corrected = await correctFigure(
      july(),
      { caller: city.caller('east'), key: null },
      reportId,
      correction,
      at,
    );
    expect(corrected).toMatchObject({ ok: true, value: { number: 4, state: 'verified' } });
    const again = await getReport(july(), city.caller('east'), reportId);
    expect(again.ok && again.value.report.changes).toBe(1);
    expect(again.ok && again.value.report.figures.map(({ amount, counts }) => [amount, counts])).toEqual([
      ['12', false],
      ['11', true],
    ]);
    const { rows } = await sql<{ amount: string; nature: string; report_id: string }>`
      SELECT amount, nature, report_id FROM observation ORDER BY recorded_at`.execute(city.context.db);
    expect(rows).toEqual([
      { amount: '12', nature: 'reported', report_id: reportId },
      { amount: '11', nature: 'revised', report_id: reportId },
    ]);
  });

  it('comes back with a reason and is submitted again, the first figures kept', async () => {
    const reportId = await submitted('west', parksIn('west', '2024-Q1', '5'));
    expect(await move('jianwei', 'return', reportId, 1)).toMatchObject({
      ok: false,
      code: 'report.needsReason',
    });
    expect(await move('jianwei', 'return', reportId, 1, '请附清单')).toMatchObject({ ok: true });
    const desk = await getFigures(july(), city.caller('west'), { month: '2024-04-30' });
    expect(desk.ok && desk.value.rows[0]).toMatchObject({ state: 'returned', reason: '请附清单', after: 2 });
    await submitted('west', parksIn('west', '2024-Q1', '4'));
    const page = await getReport(july(), city.caller('jianwei'), reportId);
    expect(page.ok && page.value.report.figures.map(({ amount, counts }) => [amount, counts])).toEqual([
      ['5', false],
      ['4', true],
    ]);
  });

  it('of the lead unit itself goes straight to the inspector', async () => {
    const own: Submission = {
      ...{ commitmentId: city.output, placeId: '', period: '2024-Q1' },
      figures: [{ metric: '建筑业总产值', value: '700', unit: '亿元', statement: '', nature: 'reported' }],
    };
    const reportId = await submitted('jianwei', own);
    expect(await move('jianwei', 'accept', reportId, 1)).toMatchObject({
      ok: false,
      code: 'report.ownReport',
    });
    expect(await move('inspector', 'verify', reportId, 1)).toMatchObject({ ok: true });
  });

  const forbidden: readonly (readonly [string, Person, MoveAction])[] = [
    ['a district accepts nothing', 'east', 'accept'],
    ['another lead unit does not see it', 'minzheng', 'accept'],
    ['an inspector does not accept for the lead', 'inspector', 'accept'],
    ['the lead does not verify', 'jianwei', 'verify'],
    ['an auditor only reads', 'auditor', 'verify'],
  ];
  it.each(forbidden)('%s', async (_why, person, action) => {
    const { ok } = await getFigures(july(), city.caller('east'), {});
    expect(ok).toBe(true);
    const existing = await getReports(july(), city.caller('office'), { limit: 500 });
    const row = existing.ok
      ? existing.value.rows.find(({ place, period }) => place === '西区' && period === '2024-Q1')
      : undefined;
    const result = await move(person, action, row?.id ?? randomUUID(), row?.after ?? 0);
    expect(result.ok).toBe(false);
  });

  it('cannot be verified before the lead has accepted it', async () => {
    const reportId = await submitted('west', parksIn('west', '2024-01', '1'));
    expect(await move('inspector', 'verify', reportId, 1)).toMatchObject({
      ok: false,
      code: 'report.notAccepted',
    });
  });

  it('shows what waits for whom', async () => {
    const lead = await getReports(july(), city.caller('jianwei'), { waiting: 'me', limit: 100 });
    const rows = lead.ok ? lead.value.rows : [];
    expect(rows.map(({ place, period }) => `${place} ${period}`).sort()).toEqual([
      '西区 2024-01',
      '西区 2024-Q1',
    ]);
    for (const { offers } of rows) expect(offers.map(({ action }) => action)).toEqual(['accept', 'return']);
    const inspector = await getReports(july(), city.caller('inspector'), { waiting: 'me', limit: 100 });
    expect(inspector.ok && inspector.value.waiting).toBe(0);
  });
});

/** Shape and nothing beside it: a field that the contract does not name would be lost by parsing. */
function expectShape(shape: unknown, answer: unknown): void {
  if (!(shape instanceof z.ZodType)) throw new TypeError('a route shape is a zod schema');
  const parsed = shape.safeParse(answer);
  expect(parsed.error?.issues ?? []).toEqual([]);
  expect(parsed.data).toEqual(answer);
}

it('answers have exactly the shapes that their routes promise', async () => {
  const desk = await getFigures(july(), city.caller('east'), { month: '2024-07-31' });
  expectShape(reportRoutes['GET /api/figures'].response, desk.ok && desk.value);
  const reports = await getReports(july(), city.caller('office'), { limit: 500 });
  expectShape(reportRoutes['GET /api/reports'].response, reports.ok && reports.value);
  const [row] = reports.ok ? reports.value.rows : [];
  const report = await getReport(july(), city.caller('office'), row?.id ?? '');
  expectShape(reportRoutes['GET /api/reports/:reportId'].response, report.ok && report.value);
});

/** Nothing that is no number of this metric gets in, nothing is repaired in silence. */
const refusals: readonly (readonly [string, string, string])[] = [
  ['1e400', 'figure.numberInvalid', 'a power of ten is no printed number'],
  ['NaN', 'figure.numberInvalid', 'not a number'],
  ['Infinity', 'figure.numberInvalid', 'not a number'],
  ['约3', 'figure.numberInvalid', 'a word before the number'],
  ['三', 'figure.numberInvalid', 'a word'],
  ['１２３', 'figure.numberInvalid', 'full width digits: typed again rather than guessed'],
  ['12%', 'figure.unitMismatch', 'per cent of what is counted'],
  ['3亿元', 'figure.unitMismatch', 'money where things are counted'],
  ['-1', 'figure.outOfRange', 'fewer than none'],
  ['1.5', 'figure.notWhole', 'half a park'],
  ['正常进行中', 'figure.saysNothing', 'tells nothing about what can be counted'],
  ['', 'figure.empty', 'nothing'],
  ['2月30日', 'figure.numberInvalid', 'a day that does not exist, and no number'],
];
const periods: readonly (readonly [string, string])[] = [
  ['2024-02-30', 'a day'],
  ['2024-13', 'a month that does not exist'],
  ['0000', 'a year that does not exist'],
  ['9999', 'a year that is not asked'],
  ['2024-W05', 'a week'],
  ['民国113年', 'another calendar'],
  ['60', 'a serial number of a spreadsheet'],
];

describe('refused at the edge', () => {
  it.each(refusals)('the value %j: %s (%s)', async (value, code) => {
    const result = await submit('east', [parksIn('east', '2024-01/2024-04', value)]);
    expect(result).toMatchObject({ ok: false, code });
  });
  it('a statement without information instead of a number', async () => {
    const result = await submit('east', [parksIn('east', '2024-01/2024-04', '', '正常推进，总体平稳')]);
    expect(result).toMatchObject({ ok: false, code: 'figure.saysNothing' });
  });
  it.each(periods)('the period %j: %s', async (period) => {
    const result = await submit('east', [parksIn('east', period, '1')]);
    expect(result.ok).toBe(false);
  });
  it('a period that is not over', async () => {
    expect(await submit('east', [parksIn('east', '2024-01/2024-07', '13')])).toMatchObject({
      ok: false,
      code: 'figure.periodAhead',
    });
  });
  const kept: readonly (readonly [string, string])[] = [
    ['9007199254740993', '9007199254740993'],
    ['1,234', '1234'],
    ['0', '0'],
  ];
  it.each(kept)('but %j is stored exactly as %j', async (value, amount) => {
    const period =
      {
        '9007199254740993': '2024-01',

        '1,234': '2024-Q1',
        '0': '2024-01/2024-04',
      }[value] ?? '';
    const reportId = await submitted('east', parksIn('east', period, value, '经核对无误，口径已说明'));
    const page = await getReport(july(), city.caller('east'), reportId);
    expect(page.ok && page.value.report.figures[0]?.amount).toBe(amount);
  });
});

describe('receipt', () => {
  it('decides lateness, to the millisecond, by the clock of the server', async () => {
    const inTime = await submit(
      'east',
      [parksIn('east', '2024-01/2024-05', '10', '按月补报')],
      new Date('2024-06-10T15:59:59.999Z'),
    );
    expect(inTime.ok && inTime.value.submitted[0]?.late).toBe(false);
    const late = await submit(
      'west',
      [parksIn('west', '2024-01/2024-05', '5', '按月补报')],
      new Date('2024-06-10T16:00:00.000Z'),
    );
    expect(late.ok && late.value.submitted[0]?.late).toBe(true);
  });

  it('of the same request twice has one effect and one answer; other content under the key is refused', async () => {
    const key = randomUUID();
    const events = await count('report_event');
    const report = parksIn('west', '2024-H1', '6');
    const [first, second] = await Promise.all([
      submit('west', [report], at, key),
      submit('west', [report], at, key),
    ]);
    const third = await submit('west', [report], at, key);
    expect(first.ok).toBe(true);
    expect([second, third]).toEqual([first, first]);
    expect(await count('report_event')).toBe(events + 1);
    expect(await submit('west', [parksIn('west', '2024-H1', '7')], at, key)).toMatchObject({
      ok: false,
      code: 'request.keyMismatch',
    });
  });
});

/** Two inspectors act on one report at the same moment, over two connections; how many won. */
async function raceOnce(target: City, reportId: string, number: number): Promise<number> {
  const deed = (person: Person, action: MoveAction) =>
    moveReports(
      target.on('2024-07-05'),
      { caller: target.caller(person), key: null },
      { action, reason: '数据不符', reports: [{ reportId, after: number }] },
      at,
    );
  const [a, b] = await Promise.all([deed('inspector', 'verify'), deed('inspector2', 'sendBack')]);
  const loser = [a, b].find((result) => !result.ok);
  if (loser && !loser.ok) expect(loser.code).toBe('report.stateChanged');
  if (loser && !loser.ok) expect(loser.params.actor).toMatch(/^inspector/);
  return [a, b].filter((result) => result.ok).length;
}

/** A report that waits for an inspector, made again and again: sent back, submitted. */
async function races(target: City, rounds: number): Promise<number[]> {
  const own = (value: number): Submission => ({
    ...{ commitmentId: target.output, placeId: '', period: '2024-H1' },
    figures: [
      { metric: '建筑业总产值', value: `${value}`, unit: '亿元', statement: '经核对', nature: 'reported' },
    ],
  });
  const winners: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const result = await openSubmitter(target.on('2024-07-05')).take({
      ...{ caller: target.caller('jianwei'), key: null, receivedAt: at },
      body: { reports: [own(1500 + round)] },
    });
    if (!result.ok) break; // verified: the report is approved and cannot be submitted again
    const [report] = result.value.submitted;
    winners.push(await raceOnce(target, report?.reportId ?? '', report?.number ?? 0));
  }
  return winners;
}

describe('a race of two inspectors', () => {
  it('has one winner, and the loser hears who was faster', async () => {
    const winners: number[] = [];
    for (let round = 0; round < 6; round++) {
      const fresh = await openCity();
      try {
        winners.push(...(await races(fresh, 8)));
      } finally {
        await fresh.example.store.close();
      }
    }
    expect(winners.length).toBeGreaterThan(5);
    expect(winners.filter((won) => won !== 1)).toEqual([]);
  });

  it('would have two without the key (so the test above can fail)', async () => {
    const winners: number[] = [];
    for (let round = 0; round < 12 && !winners.includes(2); round++) {
      const fresh = await openCity();
      try {
        const { connection } = fresh.example.store;
        await runSql(
          connection,
          'ALTER TABLE report_figure DROP CONSTRAINT report_figure_jurisdiction_id_report_id_event_number_fkey',
        );
        await runSql(connection, 'ALTER TABLE report_event DROP CONSTRAINT report_event_pkey');
        winners.push(...(await races(fresh, 8)));
      } finally {
        await fresh.example.store.close();
      }
    }
    expect(winners).toContain(2);
  });
});
