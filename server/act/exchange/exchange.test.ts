// The exchange between levels on a real database: a district's package, strict reading, differences, a consultation from sent to agreed.
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RoleGrant } from '../../../core/place/role.ts';
import type { Target } from '../../../core/plan/commitment.ts';
import { differencesOf } from '../../../core/plan/exchange/difference.ts';
import { linesFromItems } from '../../../core/plan/exchange/lines-from-items.ts';
import type { ExchangeLine, PlanPackage } from '../../../core/plan/exchange/package.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { readDocument } from '../../../core/read/read-document.ts';
import { consultationActionLabel } from '../../../core/vocabulary/proposal.ts';
import { addCommitments } from '../../store/commitment.ts';
import { listItems } from '../../store/item.ts';
import { addPlaces } from '../../store/jurisdiction.ts';
import { addAccount } from '../../store/people/account.ts';
import { addPlan } from '../../store/plan.ts';
import { getConsultation, getLetter } from '../../view/exchange/consultation.ts';
import { getExchange, getPackageDifferences, getPartnerPage } from '../../view/exchange/exchange.ts';
import { decideItems } from '../decide-items.ts';
import { type Example, openExample } from '../example.fixture.ts';
import { giveShare } from './give-share.ts';
import { hashOf, makePackage } from './make-package.ts';
import { moveLetter } from './move-letter.ts';
import { openConsultation } from './open-consultation.ts';
import { type DocumentWish, takeDocument } from './take-document.ts';
import { readPackage, takePackage } from './take-package.ts';

let example: Example;
const commitmentId = randomUUID();
const held = {
  office: { role: 'planOffice', place: null, unit: null },
  east: { role: 'district', place: 'east', unit: null },
  west: { role: 'district', place: 'west', unit: null },
} as const satisfies Readonly<Record<string, Omit<RoleGrant, 'from' | 'to'>>>;
type Post = keyof typeof held;
const ids: Readonly<Record<Post, string>> = { office: randomUUID(), east: randomUUID(), west: randomUUID() };
const as = (post: Post) => ({
  caller: {
    ...{ accountId: ids[post], name: post, scopes: null },
    grants: [{ ...held[post], from: isoDate('2020-01-01'), to: null }],
  },
  key: null,
});

const jobs: Target = {
  ...{
    metric: '城镇新增就业人数',
    form: 'level',
    comparator: 'ge',
    values: ['25'],
    unit: '万人',
    direction: 'none',
  },
  ...{
    relative: null,
    relativeType: null,
    strive: false,
    measure: 'flow',
    goodWay: 'higher',
    printed: '25万人以上',
  },
  ...{ checkpoints: [], allocationMode: null, allocations: [] },
};

beforeAll(async () => {
  example = await openExample();
  const { db, jurisdiction } = example.context;
  await addPlaces(db, jurisdiction, [
    { id: 'east', name: '东区', nameEn: 'East', kind: 'district', tile: null, in: null },
    { id: 'west', name: '西区', nameEn: 'West', kind: 'district', tile: null, in: null },
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
  const planId = randomUUID();
  const days = { startsOn: isoDate('2024-01-01'), endsOn: isoDate('2024-12-31') };
  await addPlan(db, jurisdiction, { id: planId, title: '2024年计划', year: 2024, ...days });
  await addCommitments(db, jurisdiction, [
    {
      ...{ id: commitmentId, planId, kind: 'indicator', number: '1', title: jobs.metric, field: '民生' },
      ...{ leadUnit: null, supportUnits: [], official: null, force: null, targets: [jobs] },
      ...{ startsOn: days.startsOn, dueOn: days.endsOn },
    },
  ]);
});
afterAll(() => example.store.close());

const line = (given: Partial<ExchangeLine>): ExchangeLine => ({
  ...{ kind: 'indicator', number: '', title: '城镇新增就业', metric: '城镇新增就业', unit: '人' },
  ...{
    comparator: 'ge',
    values: ['30000'],
    measure: 'flow',
    printed: '3万人以上',
    share: null,
    figure: null,
  },
  ...given,
});
const fromEast = (given: Partial<PlanPackage> = {}): PlanPackage => ({
  ...{ format: 'bihuan.plan', version: 1, direction: 'up', year: 2024, title: '东区计划' },
  from: { level: 'district', id: 'east', name: '东区' },
  to: { level: 'city', id: 'example', name: '示例市' },
  ...{ issuedOn: isoDate('2024-03-01'), lines: [line({})] },
  ...given,
});
const bytesOf = (body: PlanPackage, more: object = {}) =>
  Buffer.from(JSON.stringify({ ...body, sha256: hashOf(body), ...more }));
const take = (post: Post, bytes: Buffer, mode: 'check' | 'take' = 'take') =>
  takePackage(example.context, as(post), { mode, plan: undefined }, bytes);
const said = (result: { ok: true } | { ok: false; code: string }): string => (result.ok ? 'ok' : result.code);

describe('a package', () => {
  it.each([
    ['not JSON', Buffer.from('{'), 'package.notJson'],
    ['not UTF-8', Buffer.from([0x7b, 0xff]), 'package.notJson'],
    ['an unknown key', bytesOf(fromEast(), { note: 1 }), 'package.shape'],
    [
      'an unknown key inside a line',
      bytesOf(fromEast({ lines: [{ ...line({}), extra: 1 } as ExchangeLine] })),
      'package.shape',
    ],
    ['another version', bytesOf(fromEast(), { version: 2 }), 'package.version'],
    ['a changed value', bytesOf(fromEast(), { title: '改过' }), 'package.hash'],
    [
      'for somebody else',
      bytesOf(fromEast({ to: { level: 'city', id: 'other', name: '他市' } })),
      'package.notForUs',
    ],
    ['down from below', bytesOf(fromEast({ direction: 'down' })), 'package.direction'],
    [
      'from nobody known',
      bytesOf(fromEast({ from: { level: 'district', id: 'north', name: '北区' } })),
      'package.partnerUnknown',
    ],
  ])('is refused: %s', async (_why, bytes, code) => expect(said(await take('office', bytes))).toBe(code));

  it('is brought by its own district or the office, shown before it is taken, and taken once', async () => {
    const bytes = bytesOf(fromEast());
    expect(said(await take('west', bytes))).toBe('permission.denied');
    const checked = await take('east', bytes, 'check');
    expect(checked).toMatchObject({ value: { taken: false, known: false } });
    const shown = checked.ok
      ? await getPackageDifferences(example.context, checked.value, undefined)
      : checked;
    expect(shown).toMatchObject({ value: { rows: [{ kind: 'notSplit', belowValue: '3' }] } });
    expect(await take('east', bytes)).toMatchObject({ value: { taken: true } });
    expect(await take('office', bytes)).toMatchObject({ value: { taken: false, known: true } });
  });

  it('goes out with a hash that holds, and a place sees only its own', async () => {
    const made = await makePackage(example.context, as('east'), 'east', undefined);
    expect(made.ok && readPackage(Buffer.from(made.value.text))).toMatchObject({
      ok: true,
      value: { body: { direction: 'down' } },
    });
    expect(said(await makePackage(example.context, as('east'), 'west', undefined))).toBe('object.notFound');
    expect(said(await getPartnerPage(example.context, as('west').caller, 'east', undefined))).toBe(
      'object.notFound',
    );
    const seen = await getExchange(example.context, as('west').caller, undefined);
    expect(seen.ok && seen.value.partners.map(({ partner }) => partner.id)).toEqual(['west']);
  });
});

describe('a consultation', () => {
  it('goes from sent to agreed; shares may run over, the difference to the district’s plan is shown', async () => {
    const { context } = example;
    const body = {
      plan: '2024',
      title: '就业分解',
      dueOn: isoDate('2024-09-10'),
      placeIds: ['east', 'west'],
    };
    const wish = { ...body, lines: [{ commitmentId, metric: jobs.metric }] };
    expect(
      said(await openConsultation(context, as('office'), { ...wish, dueOn: isoDate('2024-08-31') })),
    ).toBe('consultation.dayPast');
    const opened = await openConsultation(context, as('office'), wish);
    const consultationId = opened.ok ? opened.value.consultationId : '';
    const page = await getConsultation(context, as('office').caller, consultationId);
    if (!page.ok) throw new Error(page.code);
    const lineId = page.value.lines[0]?.lineId ?? '';
    const give = (placeId: string, value: string, after = 0) =>
      giveShare(context, as('office'), consultationId, { lineId, placeId, value, after });
    expect(await give('west', '22.6')).toMatchObject({
      value: { cap: { state: 'under', gap: '-2.4', given: 1, of: 2 } },
    });
    expect(await give('east', '2.6')).toMatchObject({ value: { cap: { state: 'over', gap: '0.2' } } });
    expect(said(await give('east', '2.5'))).toBe('state.changed');
    const letterId =
      page.value.consultation.letters.find(({ placeId }) => placeId === 'east')?.letterId ?? '';
    const letter = await getLetter(context, as('east').caller, letterId);
    expect(letter).toMatchObject({ value: { lines: [{ share: '2.6', planned: '3', gap: '0.4' }] } });
    const move = (
      post: Post,
      action: 'comment' | 'answer' | 'agree',
      after: number,
      wanted: string | null = null,
      words = '',
    ) =>
      moveLetter(context, as(post), letterId, {
        action,
        after,
        reason: '',
        lines: words || wanted ? [{ lineId, wanted, words }] : [],
      });
    expect(said(await move('east', 'comment', 1))).toBe('consultation.needsComment');
    expect(await move('east', 'comment', 1, '3', '按区计划安排')).toMatchObject({
      value: { state: 'commented', number: 2 },
    });
    expect(said(await move('east', 'agree', 1))).toBe('state.changed');
    expect(said(await move('office', 'answer', 2))).toBe('consultation.commentsOpen');
    expect(said(await move('west', 'answer', 2, '3', '同意'))).toBe('permission.denied');
    expect(await move('office', 'answer', 2, '3', '同意调整')).toMatchObject({
      value: { state: 'answered' },
    });
    expect(await move('east', 'agree', 3)).toMatchObject({ value: { state: 'agreed', number: 4 } });
    const after = await getConsultation(context, as('east').caller, consultationId);
    expect(after).toMatchObject({
      value: { lines: [{ cap: { sum: '25.6' }, shares: [{ placeId: 'east', value: '3', planned: '3' }] }] },
    });
    // Each move tells the other side: the place of what was sent and answered, the plan office of what the place said.
    const told = (
      await context.db
        .selectFrom('told')
        .select(['object_id', 'detail', 'audience'])
        .orderBy('recorded_at')
        .execute()
    )
      .filter(({ object_id: id }) => id === letterId)
      .map(({ detail: { place, what }, audience: { seats } }) => [
        place,
        typeof what === 'object' ? what.zh : '',
        seats,
      ]);
    const toEast = [{ roles: ['district'], place: 'east' }];
    const toOffice = [{ roles: ['planOffice'] }];
    expect(told).toEqual([
      ['东区', '已发出，请于 2024-09-10 前反馈', toEast],
      ['东区', consultationActionLabel.comment.zh, toOffice],
      ['东区', consultationActionLabel.answer.zh, toEast],
      ['东区', consultationActionLabel.agree.zh, toOffice],
    ]);
    const partner = await getPartnerPage(context, as('office').caller, 'east', undefined);
    expect(partner).toMatchObject({
      value: { rows: [{ kind: 'agrees', aboveValue: '3', belowValue: '3' }] },
    });
  });
});

describe('a plan of a district that was read here', () => {
  it('is sent as its package: without what was rejected, by its own district, kept once with its document', async () => {
    const documentId = await example.add(
      '东区2024年计划 示东〔2024〕1号 2024-02-01',
      '目标 1 城镇新增就业人数 4 万人 东区人社局',
      '目标 2 新建公园 9 个 东区建设局',
      '结果 城镇新增就业人数 3.5 万人',
    );
    const { db, jurisdiction } = example.context;
    const rejected = (await listItems(db, jurisdiction, documentId)).find(
      ({ body }) => body.metric === '新建公园',
    );
    const decisions = [{ itemId: rejected?.id ?? '', decision: 'reject' as const, reason: '非计划目标' }];
    await decideItems(example.context, documentId, { planYear: 2024, decisions });
    const send = (post: Post, given: Partial<DocumentWish> = {}) =>
      takeDocument(example.context, as(post), {
        mode: 'take',
        documentId,
        placeId: 'east',
        year: 2024,
        ...given,
      });
    expect(said(await send('west'))).toBe('permission.denied');
    expect(said(await send('office', { placeId: 'north' }))).toBe('object.notFound');
    expect(said(await send('office', { documentId: randomUUID() }))).toBe('document.notFound');
    expect(said(await send('office', { year: 2031 }))).toBe('plan.notFound');
    const checked = await send('east', { mode: 'check' });
    if (!checked.ok) throw new Error(checked.code);
    expect(checked.value.body).toMatchObject({
      issuedOn: '2024-02-01',
      direction: 'up',
      from: { id: 'east' },
    });
    expect(checked.value.body.lines).toMatchObject([
      { metric: '城镇新增就业人数', values: ['4'], figure: { value: '3.5', periodEnd: '2023-12-31' } },
    ]);
    expect(await send('east')).toMatchObject({ value: { taken: true } });
    expect(await send('office')).toMatchObject({ value: { taken: false, known: true } });
    const page = await getPartnerPage(example.context, as('office').caller, 'east', undefined);
    expect(page).toMatchObject({ value: { received: { documentId }, rows: [{ belowValue: '4' }] } });
  });
});

const seed = '../shared/seeds/004_dfd13b9118122878.txt';
describe.skipIf(!existsSync(seed))('the published plan of a district', () => {
  it('is read into lines, and each difference to the city’s plan has its number', () => {
    const text = readFileSync(seed, 'utf8');
    const reading = readDocument(text);
    const below = linesFromItems({ items: reading.items, headings: reading.headings, text, year: 2025 });
    expect(below.length).toBeGreaterThan(50);
    const rate = (metric: string, value: string) =>
      line({ metric, title: metric, unit: '%', values: [value], measure: 'rate' });
    const city = [
      rate('地区生产总值', '5.5'),
      rate('社会消费品零售总额', '5'),
      rate('规上工业研发费用占营业收入比重', '3.9'),
      line({
        metric: '城镇新增就业人数',
        title: '城镇新增就业人数',
        unit: '万人',
        values: ['25'],
        share: '2.6',
      }),
    ];
    const found = differencesOf(city, below).filter(({ above }) => above !== null);
    expect(
      found.map(({ kind, above, belowValue, gap, gapUnit }) => [
        above?.metric,
        kind,
        belowValue,
        gap,
        gapUnit,
      ]),
    ).toEqual([
      ['城镇新增就业人数', 'share', '3', '0.4', '万人'],
      ['地区生产总值', 'target', '5.6', '0.1', '个百分点'],
      ['社会消费品零售总额', 'target', '6', '1', '个百分点'],
      ['规上工业研发费用占营业收入比重', 'target', '3', '-0.9', '个百分点'],
    ]);
    // The report says the figure of the year before and the target of this one: both come up.
    expect(below.find(({ metric }) => metric === '地区生产总值')?.figure).toEqual({
      ...{ value: '5.1', unit: '%', periodEnd: '2024-12-31' },
    });
  });
});
