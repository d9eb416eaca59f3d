// Budgets on a real database: the published report taken by a person, a revision without its resolution refused, execution
// re-based by one with it, tables with named bad cells, debt over its ceiling asked about, links decided once.
import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoDate } from '../../../core/quantity/date.ts';
import { readDocument } from '../../../core/read/read-document.ts';
import { succeed } from '../../../core/result.ts';
import type { Context } from '../../context.ts';
import { callerOf } from '../../http/caller.fixture.ts';
import { loadPlan } from '../../judge/plan-facts.ts';
import { listLines } from '../../store/budget/line.ts';
import { freshStore, type TestStore } from '../../store/test-store.fixture.ts';
import { getBook, listBudgets } from '../../view/budget/book.ts';
import { getIdentities, getStatements } from '../../view/budget/document.ts';
import { getLinePage } from '../../view/budget/line-page.ts';
import { getCommitmentPage } from '../../view/commitment-page.ts';
import { getDebt } from '../../view/money/debt.ts';
import { getAnnounced, getLinks } from '../../view/money/links.ts';
import { getQuadrants } from '../../view/money/quadrants.ts';
import { getWon } from '../../view/money/won.ts';
import { loadSamples } from '../load-samples.ts';
import { addBudgetEntry, type EntryBody } from './add-entry.ts';
import { addBudgetLine, type NewLine } from './add-line.ts';
import { addWonFund } from './add-won.ts';
import { decideLink } from './decide-link.ts';
import { decideStatements } from './decide-statements.ts';
import { type AnnouncedBody, enterAnnounced } from './enter-announced.ts';
import { type CutBody, enterCut } from './enter-cut.ts';
import { enterDebt } from './enter-debt.ts';
import { importBudgetTable, type TableWish } from './import-table.ts';

let store: TestStore;
let context: Context;
const actor = { caller: callerOf('finance'), key: null };
const folder = mkdtempSync(join(tmpdir(), 'bihuan-budgets-'));

beforeAll(async () => {
  const samples = new URL('../../../samples/hangzhou/', import.meta.url).pathname;
  const documents = ['2024-livelihood.txt', '2024-results.txt', '2024-budget.txt'];
  for (const file of [...documents, 'budgets.json']) copyFileSync(join(samples, file), join(folder, file));
  const adopt = ['all', 'results', 'none'];
  const city = {
    jurisdiction: { id: 'example', name: '示例市' },
    documents: documents.map((file, at) => ({ file, planYear: 2024, adopt: adopt[at] })),
  };
  writeFileSync(join(folder, 'city.json'), JSON.stringify(city));
  store = await freshStore();
  context = {
    db: store.db,
    jurisdiction: 'example',
    today: () => isoDate('2025-03-01'),
    now: () => new Date('2025-03-01T09:00:00+08:00'),
    readBytes: async (bytes) => {
      const text = Buffer.from(bytes).toString('utf8');
      return succeed({ text, mediaType: 'text/plain', reading: readDocument(text) });
    },
  };
  await loadSamples(context, folder, () => undefined);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await store.close();
});

const lineOf = async (year: number, book: 'generalPublic' | 'governmentFunds', name: string) => {
  const lines = await listLines(store.db, 'example', { year, book, level: 'ownLevel' });
  const line = lines.find((each) => each.key === name || each.name === name);
  if (!line) throw new Error(`no line ${name}`);
  return line;
};
const taken = <T>(result: { ok: true; value: T } | { ok: false; code: string }): T => {
  if (!result.ok) throw new Error(result.code);
  return result.value;
};

describe('the published report', () => {
  it('stands in eight books of two years, with both kinds of debt', async () => {
    const list = await listBudgets(context, { year: '2023' });
    expect(list.years).toEqual([2024, 2023]);
    expect(list.books.map(({ book, level }) => `${level} ${book}`)).toHaveLength(8);
    expect(list.documents).toMatchObject([
      { statements: 20, waiting: 0, identities: { total: 103, hold: 97, explained: 6, broken: 0 } },
    ]);
    expect((await getDebt(context)).years.map(({ year, level }) => `${year} ${level}`)).toHaveLength(4);
  });

  it('measures execution against the budget that a footnote revised', async () => {
    const book = taken(
      await getBook(context, { year: '2023', book: 'governmentFunds', level: 'ownLevel' }, {}),
    );
    const line = book.lines.find(({ key }) => key === 'expenditure');
    expect(line).toMatchObject({ budget: '536.8', against: 'revised', percent: '78.32', revisions: 1 });
    expect(line?.revised?.source?.quote).toContain('536.8亿元');
    expect(book.bridges.map(({ steps }) => steps[0]?.change)).toEqual(['-145.2', '172.3']);
    expect(book.identities.every(({ outcome, source }) => outcome === 'exact' && source !== null)).toBe(true);
    expect(book.flows).toMatchObject({ totalIn: '1469.9', totalOut: '1469.9', residual: '0' });
  });

  it('explains the re-scoped opening balance by its footnote', async () => {
    const book = taken(
      await getBook(context, { year: '2024', book: 'socialInsurance', level: 'cityWide' }, {}),
    );
    const explained = book.identities.find(({ outcome }) => outcome === 'explained');
    expect(explained).toMatchObject({ residual: '63.7', width: '0' });
    expect(explained?.footnote).toContain('省级统筹');
  });

  it('leads from every identity to its sentence', async () => {
    const [document] = (await listBudgets(context, {})).documents;
    const { rows, counts } = taken(await getIdentities(context, document?.id ?? ''));
    expect(counts).toEqual({ total: 103, hold: 97, explained: 6, broken: 0 });
    expect(rows.every(({ source, year, level }) => source.quote !== '' && year > 2000 && level !== '')).toBe(
      true,
    );
    const statement = taken(await getStatements(context, document?.id ?? '')).statements[0];
    expect(statement).toMatchObject({ decision: 'adopt', needs: { approved: false, revised: false } });
    const again = await decideStatements(context, actor, document?.id ?? '', {
      statements: [{ year: 2023, basis: 'execution', level: '全市', book: 'generalPublic' }],
      ...{ decision: 'adopt', approved: null, revised: null, reason: '' },
    });
    expect(again).toMatchObject({ ok: false, code: 'statement.decided' });
  });
});

describe('a version of a line', () => {
  const revision: EntryBody = {
    ...{ version: 'revised', amount: '0.8', day: isoDate('2024-09-30'), resolution: null },
    ...{ specialTransfer: false, explanation: '', after: 3 },
  };
  const resolution = {
    body: 'standingCommittee',
    number: '市人大常委会第二十次会议',
    adoptedOn: isoDate('2024-09-29'),
  } as const;

  it('is refused without a resolution, naming both numbers, and re-bases the execution with one', async () => {
    const line = await lineOf(2024, 'generalPublic', '公共充电桩建设补助（演示）');
    const refused = await addBudgetEntry(context, actor, line.id, revision);
    expect(refused).toMatchObject({
      code: 'version.revisedNeedsResolution',
      params: { approved: '0.9', amount: '0.8' },
    });
    taken(await addBudgetEntry(context, actor, line.id, { ...revision, resolution }));
    const page = taken(await getLinePage(context, line.id, {}));
    expect(page.line).toMatchObject({ budget: '0.8', against: 'revised', percent: '112.5' });
    expect(page.againstApproved).toBe('100');
    expect(page.bridge).toMatchObject([{ from: '0.9', to: '0.8', change: '-0.1', resolution }]);
    expect(await addBudgetEntry(context, actor, line.id, { ...revision, resolution })).toMatchObject({
      code: 'state.changed',
    });
  });

  it.each<readonly [why: string, given: Partial<EntryBody>, code: string, params: object]>([
    ['万元 for 亿元', { amount: '36000' }, 'entry.unitJump', { value: '36000', beside: '3.6' }],
    [
      'less than was executed before',
      { amount: '1', day: isoDate('2024-09-30') },
      'version.executedBelowLast',
      { value: '1', last: '1.1' },
    ],
    ['another year', { day: isoDate('2025-01-31') }, 'entry.dayOutside', { year: '2024' }],
  ])('%s is asked about or refused', async (_why, given, code, params) => {
    const line = await lineOf(2024, 'generalPublic', '农村公路新建改建与养护（演示）');
    const body: EntryBody = {
      ...{ version: 'executed', amount: '3.6', day: isoDate('2024-12-31'), resolution: null },
      ...{ specialTransfer: false, explanation: '', after: 3 },
    };
    expect(await addBudgetEntry(context, actor, line.id, { ...body, ...given })).toMatchObject({
      ok: false,
      code,
      params,
    });
  });
});

describe('a table of lines', () => {
  const wish: TableWish = {
    ...{ year: 2024, book: 'governmentFunds', level: 'ownLevel', unit: '万元', mode: 'check' },
    ...{
      approved: { body: 'congress', number: '市人大会议', adoptedOn: isoDate('2024-02-01') },
      revised: null,
    },
    ...{ executedTo: isoDate('2024-12-31'), reason: '' },
  };
  const heading = ['科目编码', '科目名称', '年初预算', '调整预算', '执行数'];
  const send = async (rows: readonly (readonly string[])[], given: Partial<TableWish> = {}) =>
    importBudgetTable(context, actor, { ...wish, ...given }, [{ name: '表', rows: [heading, ...rows] }]);

  it('names each bad cell and takes nothing while it only checks', async () => {
    const found = taken(
      await send([
        ['212', '城乡社区支出', '4797000', '', ''],
        ['21208', '土地出让支出', '一百', '', ''],
        ['999', '不知道', '1', '', ''],
        ['21213', '', '1', '', ''],
        ['21214', '污水处理费', '', '3000', ''],
      ]),
    );
    expect(found.unread.map(({ at, code }) => [at, code])).toEqual([
      ['C3', 'lineRows.notNumber'],
      ['A4', 'lineRows.sideUnknown'],
      ['B5', 'lineRows.nameMissing'],
    ]);
    expect(found.refused.map(({ at, finding }) => [at, finding.code])).toEqual([
      ['D6', 'version.revisedNeedsApproved'],
    ]);
    expect(found.taken.map(({ line }) => line.name)).toEqual(['城乡社区支出']);
  });

  it('asks about parts that do not add up and keeps them with the reason', async () => {
    const rows = [
      ['212', '城乡社区支出', '4797000', '', ''],
      ['21208', '土地出让支出', '4000000', '', ''],
      ['21213', '城市基础设施配套费', '700000', '', ''],
    ];
    const checked = taken(await send(rows));
    expect(
      checked.asked.map(({ at, finding }) => [at, finding.code, finding.params.sum, finding.params.whole]),
    ).toEqual([['C2', 'parts.gap', '470', '479.7']]);
    expect(await send(rows, { mode: 'take' })).toMatchObject({ code: 'lineRows.needsReason' });
    taken(await send(rows, { mode: 'take', reason: '其余未细化到款' }));
    const book = taken(
      await getBook(context, { year: '2024', book: 'governmentFunds', level: 'ownLevel' }, {}),
    );
    const line = book.lines.find(({ functionCode }) => functionCode === '212');
    expect(line).toMatchObject({ depth: 2, approved: { amount: '479.7' } });
    expect(line?.findings.map(({ code }) => code)).toEqual(['parts.gap']);
  });
});

it('debt over its ceiling is named with both numbers, and kept with a reason', async () => {
  const figures = [
    { name: 'ceiling', kind: 'total', purpose: '', amount: '4100' },
    { name: 'balance', kind: 'total', purpose: '', amount: '4120.5' },
  ] as const;
  const body = { year: 2024, level: 'cityWide', figures, explanation: '' } as const;
  expect(await enterDebt(context, actor, body)).toMatchObject({
    code: 'debt.overCeiling',
    params: { balance: '4120.5', ceiling: '4100', room: '-20.5' },
  });
  taken(await enterDebt(context, actor, { ...body, explanation: '再融资债券到账跨年' }));
  const year = (await getDebt(context)).years.find((each) => each.year === 2024 && each.level === 'cityWide');
  expect(year?.use.total).toBe('100.5');
  expect(year?.findings.map(({ zh }) => zh).join()).toContain('余额 4120.5 亿元超过限额 4100 亿元');
});

it('goals and money stand in quadrants; a proposal that a person accepts moves its promise', async () => {
  const before = taken(await getQuadrants(context, { plan: '2024', asOf: '2024-12-31' }));
  expect(before.groups.map(({ quadrant }) => quadrant)).toEqual([
    'bothInStep',
    'goalOnly',
    'moneyOnly',
    'neither',
    'unclear',
  ]);
  expect(before.groups.reduce((sum, { count }) => sum + count, 0)).toBe(before.total);
  const { proposals } = await getLinks(context, { plan: '2024' });
  const proposal = proposals.find(({ source }) => source.name.includes('二次供水'));
  if (!proposal) throw new Error('nothing proposed');
  const { source, target } = proposal;
  const wish = { source, target, decision: 'accept', reason: '', after: 0 } as const;
  taken(await decideLink(context, actor, wish));
  expect(await decideLink(context, actor, wish)).toMatchObject({ code: 'state.changed' });
  const after = taken(await getQuadrants(context, { plan: '2024', asOf: '2024-12-31' }));
  const row = after.groups
    .find(({ quadrant }) => quadrant === 'goalOnly')
    ?.rows.find(({ id }) => id === target.id);
  expect(row).toMatchObject({ budget: '2.4', spent: '2.1', spendShare: '0.875' });
  const withdrawal = { ...wish, decision: 'withdraw', after: 1 } as const;
  expect(await decideLink(context, actor, withdrawal)).toMatchObject({ code: 'link.needsReason' });
});

it('announced money is 569.0 against 490 net, and what one line pays twice is named', async () => {
  const page = await getAnnounced(context, { year: '2024' });
  expect(page.documents[0]).toMatchObject({ gross: '569', net: '490', overlap: '79' });
  expect(page.documents[1]?.net).toBeNull();
  const funds = page.cuts.find(({ metric }) => metric === '专项资金预算');
  expect(funds).toMatchObject({ most: '76.5', spent: '77.8', kept: false, reached: '8.47' });
  const won = await getWon(context, { year: '2025' });
  expect(won.kinds.find(({ kind }) => kind === 'specialBond')).toMatchObject({
    provinceShare: '17.7',
    shareFrom: 'printed',
    lastYear: '511.1',
  });
});

it('a batch that was won in 万元 is asked about beside its last number', async () => {
  const won = { kind: 'specialBond', year: 2025, batch: '第九批', day: isoDate('2025-02-01') } as const;
  const more = { province: null, printedShare: null, used: null, source: '分配文件', explanation: '' };
  expect(await addWonFund(context, actor, { ...won, ...more, amount: '12' })).toMatchObject({ ok: true });
  expect(await addWonFund(context, actor, { ...won, ...more, amount: '120000' })).toMatchObject({
    ...{ code: 'won.unitJump', params: { name: '第九批', value: '120000', beside: '12' } },
  });
});

describe('the finance office enters and corrects', () => {
  const announce = (given: Partial<AnnouncedBody>) =>
    enterAnnounced(context, actor, {
      ...{ document: '示政〔2024〕9号', year: 2024, isNet: false, area: '', ref: '', amount: null },
      ...{ source: '', explanation: '', after: 0, ...given },
    });

  it('a net total and its areas, each number kept and each correction with its source', async () => {
    expect(await announce({ area: '人才', amount: '30' })).toMatchObject({ value: { number: 1 } });
    expect(await announce({ amount: '20' })).toMatchObject({ code: 'announced.needsArea' });
    // A net total above its only area: an area is missing.
    expect(await announce({ isNet: true, amount: '40' })).toMatchObject({
      ...{ ok: false, code: 'announced.netOverAreas', params: { net: '40', sum: '30' } },
    });
    expect(await announce({ area: '教育', amount: '15' })).toMatchObject({ ok: true });
    expect(await announce({ isNet: true, amount: '40' })).toMatchObject({ value: { number: 1 } });
    expect(await announce({ area: '人才', amount: '31', after: 1 })).toMatchObject({
      code: 'won.needsSource',
    });
    expect(await announce({ area: '人才', amount: '310000', source: '更正说明', after: 1 })).toMatchObject({
      ...{ code: 'announced.unitJump', params: { name: '人才', value: '310000', beside: '30' } },
    });
    const corrected = { area: '人才', amount: '31', source: '更正说明', after: 1 };
    const twice = await Promise.all([announce(corrected), announce(corrected)]);
    expect(twice.map((each) => (each.ok ? each.value.number : each.code)).sort()).toEqual([
      2,
      'state.changed',
    ]);
    const page = await getAnnounced(context, { year: '2024' });
    const document = page.documents.find((each) => each.document === '示政〔2024〕9号');
    expect(document).toMatchObject({ gross: '46', net: '40', netNumber: 1, overlap: '6' });
    expect(document?.areas.map(({ area, amount, number, source }) => [area, amount, number, source])).toEqual(
      [
        ['人才', '31', 2, '更正说明'],
        ['教育', '15', 1, ''],
      ],
    );
  });

  it('a cut of the sample becomes the city’s own with a base and a source', async () => {
    const before = (await getAnnounced(context, { year: '2024' })).cuts.find(
      ({ sample, base }) => sample && base !== null,
    );
    if (!before) throw new Error('the sample has no cut');
    const cut = (given: Partial<CutBody>) =>
      enterCut(context, actor, {
        ...{ year: 2024, metric: before.metric, percent: '5', base: '2', lineId: before.lineId },
        commitmentId: null,
        ...{ source: '2024年预算报告', explanation: '', after: before.number, ...given },
      });
    expect(await cut({ percent: '101' })).toMatchObject({ code: 'cut.percent' });
    expect(await cut({ after: 0 })).toMatchObject({ code: 'state.changed' });
    expect(await cut({ base: `${Number(before.base) * 10_000}` })).toMatchObject({ code: 'cut.unitJump' });
    expect(await cut({})).toMatchObject({ value: { number: before.number + 1 } });
    const own = { metric: '示例经费', lineId: null, after: 0 };
    expect(await cut({ ...own, commitmentId: randomUUID() })).toMatchObject({ code: 'commitment.notFound' });
    expect(await cut({ ...own, commitmentId: before.commitmentId })).toMatchObject({ value: { number: 1 } });
    const after = (await getAnnounced(context, { year: '2024' })).cuts.find(({ id }) => id === before.id);
    expect(after).toMatchObject({
      base: '2',
      percent: '5',
      most: '1.9',
      sample: false,
      source: '2024年预算报告',
    });
  });

  it('a cut is judged on the page of its promise against last year’s figure of its line, and at once', async () => {
    const plan = taken(await loadPlan(context, { plan: '2024' }));
    const [promise] = plan.commitments.filter(({ kind }) => kind === 'livelihood');
    const when = { plan: '2024', asOf: '2024-12-31' };
    const page = async () => taken(await getCommitmentPage(context, promise?.id ?? '', when));
    const line: Omit<NewLine, 'year'> = {
      ...{ functionCode: '2010101', economicCode: '50202', basic: false, parentId: null },
      book: 'generalPublic',
      level: 'ownLevel',
      side: 'expenditure',
      name: '示例会议费',
    };
    const entry = (lineId: string, year: number, amount: string) =>
      addBudgetEntry(context, actor, lineId, {
        ...{ version: 'executed', amount, day: isoDate(`${year}-12-31`), resolution: null },
        ...{ specialTransfer: false, explanation: '按决算', after: 0 },
      });
    const now = taken(await addBudgetLine(context, actor, { ...line, year: 2024 })).lineId;
    const before = await page();
    taken(
      await enterCut(context, actor, {
        ...{ year: 2024, metric: '示例会议费', percent: '10', base: null, lineId: now },
        ...{ commitmentId: promise?.id ?? null, source: '2024年预算报告', explanation: '', after: 0 },
      }),
    );
    taken(await entry(now, 2024, '1.9'));
    const missing = (await page()).cuts[0];
    expect([before.cuts.length, missing?.verdict.status, missing?.verdict.because[0]?.code]).toEqual([
      ...[0, 'noJudgement', 'comparatorMissing'],
    ]);
    const last = taken(await addBudgetLine(context, actor, { ...line, year: 2023 })).lineId;
    taken(await entry(last, 2023, '2'));
    const after = await page();
    expect(after.cuts).toMatchObject([
      {
        ...{
          base: '2',
          baseFrom: 'lastYear',
          most: '1.8',
          spent: '1.9',
          lineId: now,
          source: '2024年预算报告',
        },
        verdict: { status: 'behind', because: [{ code: 'notReached' }] },
      },
    ]);
    const listed = (await getAnnounced(context, { year: '2024' })).cuts.find(
      ({ id }) => id === after.cuts[0]?.id,
    );
    expect(listed).toMatchObject({ base: '2', baseFrom: 'lastYear', most: '1.8', kept: false });
    const codes = after.commitment.verdict.because.map(({ code }) => code);
    expect(codes).toContain('notReached');
    // What the promise itself reports is judged as before, beside its cut.
    expect(codes).toEqual(expect.arrayContaining(before.commitment.verdict.because.map(({ code }) => code)));
  });
});
