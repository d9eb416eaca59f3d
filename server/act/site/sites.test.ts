// Sites on a real database: a table in, moves by two people, a check, a visitor's rating that becomes a lead and is closed.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../../core/contract/permission.ts';
import type { RoleGrant } from '../../../core/place/role.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { addCommitments } from '../../store/commitment.ts';
import { addPlaces } from '../../store/jurisdiction.ts';
import { addAccount } from '../../store/people/account.ts';
import { addPlan } from '../../store/plan.ts';
import { listSites } from '../../store/site/site.ts';
import { getLeadList } from '../../view/site/lead.ts';
import { checkPlan, getSiteList, getSiteRollUps, getUpkeepList } from '../../view/site/list.ts';
import { getSitePage } from '../../view/site/page.ts';
import { getPublicSite, getSiteSign } from '../../view/site/public.ts';
import { openThrottle } from '../account/throttle.ts';
import { type Example, openExample } from '../example.fixture.ts';
import { checkSite } from './check.ts';
import { describeSite } from './describe.ts';
import { importSites } from './import.ts';
import { keepUpSite } from './keep-up.ts';
import { moveSite } from './move.ts';
import { moveLead } from './move-lead.ts';
import { rateSite } from './rate.ts';
import { takeOutlines } from './take-outlines.ts';

let example: Example;
const commitmentId = randomUUID();
type Post = 'office' | 'lead' | 'east' | 'inspector';
const ids: Readonly<Record<Post, string>> = {
  office: randomUUID(),
  lead: randomUUID(),
  east: randomUUID(),
  inspector: randomUUID(),
};
const held: Readonly<Record<Post, Omit<RoleGrant, 'from' | 'to'>>> = {
  office: { role: 'supervisionOffice', place: null, unit: null },
  lead: { role: 'leadUnit', place: null, unit: '市民政局' },
  east: { role: 'district', place: 'east', unit: null },
  inspector: { role: 'inspector', place: null, unit: null },
};
const as = (post: Post) => {
  const caller: Caller = {
    ...{ accountId: ids[post], name: post, scopes: null },
    grants: [{ ...held[post], from: isoDate('2020-01-01'), to: null }],
  };
  return { caller, key: null };
};
const visitorActor = { caller: { accountId: null, name: '', grants: [], scopes: null }, key: null };

beforeAll(async () => {
  example = await openExample();
  const { db, jurisdiction } = example.context;
  await addPlaces(db, jurisdiction, [
    { id: 'east', name: '东区', nameEn: 'East', kind: 'district', tile: [1, 0], in: null },
    { id: 'west', name: '西区', nameEn: 'West', kind: 'district', tile: [0, 0], in: null },
  ]);
  for (const [post, id] of Object.entries(ids))
    await addAccount(db, jurisdiction, {
      id,
      login: post,
      name: post,
      mail: '',
      isSample: true,
      recordedBy: null,
    });
  const planId = randomUUID();
  const days = { startsOn: isoDate('2024-01-01'), endsOn: isoDate('2024-12-31') };
  await addPlan(db, jurisdiction, { id: planId, title: '2024年计划', year: 2024, ...days });
  await addCommitments(db, jurisdiction, [
    {
      ...{
        id: commitmentId,
        planId,
        kind: 'livelihood',
        number: '1',
        title: '新增老年助餐服务点',
        field: '助老',
      },
      ...{ leadUnit: '市民政局', supportUnits: [], official: null, force: null, targets: [] },
      ...{ startsOn: days.startsOn, dueOn: isoDate('2024-11-30') },
    },
  ]);
});
afterAll(() => example.store.close());

const heading = ['点位名称', '区县', '地址', '经度', '纬度', '建设标准', '验收要求'];
const row = (name: string, place: string, x = '120.2', y = '30.2') => [
  ...[name, place, '示例路1号', x, y, '不少于二十座', '现场验收'],
];
const send = (post: Post, rows: readonly (readonly string[])[], mode: 'check' | 'take' = 'take') =>
  importSites(example.context, as(post), { commitmentId, metric: '', system: 'gcj02', mode }, [
    { name: '点位', rows: [heading, ...rows] },
  ]);
const idOf = async (name: string): Promise<string> => {
  const { db, jurisdiction } = example.context;
  return (await listSites(db, jurisdiction, {})).find((site) => site.name === name)?.id ?? '';
};
const said = (result: { ok: true } | { ok: false; code: string }): string => (result.ok ? 'ok' : result.code);

describe('a table of sites', () => {
  it('is only looked at in a check', async () => {
    expect(said(await send('lead', [row('甲食堂', '东区')], 'check'))).toBe('ok');
    expect(await idOf('甲食堂')).toBe('');
  });
  it('takes sound rows, names every bad cell, and the sum holds', async () => {
    const read = await send('east', [
      row('甲食堂', '东区'),
      row('乙食堂', '西区'),
      row('丙食堂', '南区'),
      row('丁食堂', '东区', '30.2', '120.2'),
      row('甲食堂', '东区'),
    ]);
    const { taken = [], refused = [], total = 0 } = read.ok ? read.value : {};
    expect(taken.map(({ name }) => name)).toEqual(['甲食堂']);
    expect(refused.map(({ at, code }) => `${at} ${code}`).sort()).toEqual([
      'A6 siteRows.nameTwice',
      'B3 siteRows.notYours',
      'B4 siteRows.placeUnknown',
      'D5 coordinate.swapped',
    ]);
    expect(taken.length + refused.length).toBe(total);
  });
  it('sent twice makes nothing twice', async () => {
    const again = await send('lead', [row('甲食堂', '东区'), row('乙食堂', '西区')]);
    expect(again.ok && again.value.refused.map(({ code }) => code)).toEqual(['siteRows.alreadyThere']);
    expect((await listSites(example.context.db, 'example', {})).map(({ name }) => name)).toHaveLength(2);
  });
  it('of another place altogether is refused as if the project were not there', async () => {
    expect(said(await send('east', [row('戊食堂', '西区')]))).toBe('object.notFound');
  });
  it('keeps WGS-84: the declared system is converted', async () => {
    const [site] = await listSites(example.context.db, 'example', { id: await idOf('甲食堂') });
    expect(site?.longitude).not.toBe(120.2);
    expect(Math.abs((site?.longitude ?? 0) - 120.2)).toBeLessThan(0.01);
  });
});

describe('the way of a site', () => {
  const move = async (post: Post, action: 'finish' | 'accept' | 'open', after: number, words = '') =>
    moveSite(example.context, as(post), await idOf('甲食堂'), { action, after, words, amendment: '' });
  it('is claimed by the district and accepted by somebody else, on a record', async () => {
    expect(said(await move('east', 'finish', 0))).toBe('ok');
    expect(said(await move('east', 'accept', 1, '合格'))).toBe('permission.denied');
    expect(said(await move('lead', 'accept', 1))).toBe('site.needsAcceptance');
    expect(said(await move('lead', 'accept', 1, '现场验收合格'))).toBe('ok');
  });
  it('lets one of two who move it at once win', async () => {
    const id = await idOf('甲食堂');
    const upkeep = { after: 0, unit: '东街道', duty: '每日供餐', endsOn: null };
    expect(said(await move('east', 'open', 2))).toBe('site.needsUpkeep');
    const startsOn = isoDate('2024-09-01');
    expect(said(await keepUpSite(example.context, as('east'), id, { ...upkeep, startsOn }))).toBe('ok');
    const both = await Promise.all([move('east', 'open', 2), move('lead', 'open', 2)]);
    expect(both.map(said).sort()).toEqual(['ok', 'state.changed']);
  });
  it('is checked on the spot, not ahead of time and not without words', async () => {
    const id = await idOf('甲食堂');
    const found = { outcome: 'confirmed', words: '现场属实', checkedOn: isoDate('2024-09-01') } as const;
    const check = (given: Partial<typeof found> | { checkedOn: typeof found.checkedOn }) =>
      checkSite(example.context, as('inspector'), id, { ...found, ...given });
    expect(said(await check({ checkedOn: isoDate('2024-09-02') }))).toBe('site.dayAhead');
    expect(said(await checkSite(example.context, as('inspector'), id, { ...found, words: ' ' }))).toBe(
      'site.needsWords',
    );
    expect(said(await check({}))).toBe('ok');
  });
  it('is described anew, the earlier words stay', async () => {
    const { context } = example;
    const body = {
      system: 'wgs84',
      ...{ after: 1, address: '示例路2号', longitude: '120.3', latitude: '30.3' },
      ...{ standard: '不少于三十座', acceptance: '现场验收', responsible: '东街道' },
      dueOn: isoDate('2024-11-30'),
    } as const;
    const id = await idOf('甲食堂');
    expect(said(await describeSite(context, as('east'), id, body))).toBe('ok');
    expect(said(await describeSite(context, as('east'), id, body))).toBe('state.changed');
    const kept = await context.db
      .selectFrom('site_detail')
      .select('address')
      .where('site_id', '=', id)
      .execute();
    expect(kept.map(({ address }) => address).sort()).toEqual(['示例路1号', '示例路2号']);
  });
});

describe('what visitors say', () => {
  const throttle = openThrottle();
  const rate = async (score: number, words: string, browser: string, name = '甲食堂') => {
    const { db, jurisdiction } = example.context;
    const [site] = await listSites(db, jurisdiction, { id: await idOf(name) });
    const at = { code: site?.code ?? '', address: '192.0.2.1', throttle };
    return rateSite(example.context, visitorActor, at, { score, words, browser });
  };
  it('counts once a browser and day, wants words with a low score, and waits for completion', async () => {
    expect(said(await rate(2, '', 'browser-one-000000'))).toBe('rating.lowNeedsWords');
    const low = await rate(2, '午餐太凉', 'browser-one-000000');
    expect(low.ok && low.value).toEqual({ becameLead: true });
    expect(said(await rate(5, '', 'browser-one-000000'))).toBe('rating.twice');
    expect(said(await rate(5, '', 'browser-two-000000'))).toBe('ok');
    expect(said(await rate(5, '', 'browser-two-000000', '乙食堂'))).toBe('rating.tooEarly');
  });
  it('keeps nothing that tells who', async () => {
    const [kept] = await example.context.db.selectFrom('site_rating').selectAll().execute();
    expect(Object.values(kept ?? {}).join(' ')).not.toMatch(/192\.0\.2\.1|browser-/);
  });
  it('is slowed down for one address', async () => {
    const codes: string[] = [];
    for (let at = 0; at < 32; at += 1) codes.push(said(await rate(4, '', `browser-many-${10_000 + at}`)));
    expect(codes.at(-1)).toBe('rating.tooMany');
  });
  it('becomes a lead that the office passes on, the unit answers and the office closes on a finding', async () => {
    const { context } = example;
    const [lead] = (await getLeadList(context, as('office').caller, {})).rows;
    const at = { siteId: lead?.siteId ?? '', leadId: lead?.id ?? '' };
    const go = async (post: Post, action: 'passOn' | 'answer' | 'close', after: number, words: string) =>
      said(await moveLead(context, as(post), at, { action, after, words }));
    expect(lead?.words).toBe('午餐太凉');
    expect(await go('east', 'passOn', 0, '')).toBe('object.notFound');
    expect(await go('office', 'passOn', 0, '')).toBe('ok');
    expect(await go('east', 'answer', 1, '已增加保温箱')).toBe('ok');
    expect(await go('office', 'close', 2, '')).toBe('lead.needsFinding');
    expect(await go('office', 'close', 2, '现场餐温合格')).toBe('ok');
    expect((await getLeadList(context, as('east').caller, {})).rows).toHaveLength(1);
  });
});

describe('what the screens are told', () => {
  it('adds claimed, verified and felt up side by side', async () => {
    const rolled = await getSiteRollUps(example.context, {});
    expect(rolled.byProject.map(({ sites, claimed, verified }) => [sites, claimed, verified])).toEqual([
      [2, '1', '1'],
    ]);
    expect(rolled.byProject[0]?.felt.leads).toBe(1);
    const list = await getSiteList(example.context, {});
    expect(list.rows.map(({ name, state, check }) => [name, state, check])).toEqual([
      ['甲食堂', 'inUse', 'confirmed'],
      ['乙食堂', 'planned', null],
    ]);
    expect((await getUpkeepList(example.context, {})).rows.map(({ unit }) => unit)).toEqual(['东街道']);
  });
  it('shows the public no words of others, and the sign leads to the page', async () => {
    const id = await idOf('甲食堂');
    const page = await getSitePage(example.context, as('east').caller, id);
    const code = page.ok ? page.value.code : '';
    expect(page.ok && page.value.leads).toHaveLength(1);
    const open = await getSitePage(example.context, visitorActor.caller, id);
    expect(open.ok && open.value.leads).toEqual([]);
    const shown = await getPublicSite(example.context, code);
    expect(JSON.stringify(shown)).not.toContain('午餐太凉');
    const sign = await getSiteSign(example.context, code, 'http://127.0.0.1:4870');
    expect(sign.ok && sign.value.address).toBe(`http://127.0.0.1:4870/s/${code}`);
  });
});

describe('the city’s own outlines', () => {
  const shape = (name: string) => ({
    type: 'Feature',
    properties: { name },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [120, 30],
          [121, 30],
          [121, 31],
          [120, 30],
        ],
      ],
    },
  });
  const take = (content: unknown) =>
    takeOutlines(
      example.context,
      as('office'),
      { approval: '示例审图号', system: 'wgs84' },
      Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
    );
  it.each([
    ['no JSON', '{', 'outline.unreadable'],
    [
      'a point',
      { type: 'FeatureCollection', features: [{ properties: {}, geometry: { type: 'Point' } }] },
      'outline.unreadable',
    ],
    ['nobody’s district', { type: 'FeatureCollection', features: [shape('南区')] }, 'outline.noPlace'],
    ['a district', { type: 'FeatureCollection', features: [shape('东区'), shape('南区')] }, 'ok'],
  ])('%s', async (_why, content, outcome) => {
    expect(said(await take(content))).toBe(outcome);
  });
});

describe('sites of a plan', () => {
  it('are those of the plan that is named by its year, even where it has none yet', async () => {
    const { db, jurisdiction } = example.context;
    const days = { startsOn: isoDate('2026-01-01'), endsOn: isoDate('2026-12-31') };
    await addPlan(db, jurisdiction, { id: randomUUID(), title: '2026年计划', year: 2026, ...days });
    const of = async (plan?: string) => {
      const list = await getSiteList(example.context, { plan });
      return [list.plan?.year, list.rows.length > 0];
    };
    expect(await of('2026')).toEqual([2026, false]);
    expect(await of('2024')).toEqual([2024, true]);
    expect(await of()).toEqual([2024, true]);
    expect(said(await checkPlan(example.context, { plan: '2031' }))).toBe('plan.notFound');
    expect(said(await checkPlan(example.context, { plan: '2026' }))).toBe('ok');
  });
});
