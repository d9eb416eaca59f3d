// Rounds on a real database: frozen by one, published by another, never changed afterwards; two people at once cannot both win.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Formula } from '../../../core/assess/standing/formula.ts';
import { usualFormulas } from '../../../core/assess/standing/usual-formulas.ts';
import { type Caller, visitor } from '../../../core/contract/permission.ts';
import type { Role } from '../../../core/place/role.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { listItems } from '../../store/item.ts';
import { addPlaces } from '../../store/jurisdiction.ts';
import { addAccount } from '../../store/people/account.ts';
import { getPlanOfYear } from '../../store/plan.ts';
import { getPlacePage, getRoundPage, listStandings } from '../../view/standing/rounds.ts';
import { decideItems } from '../decide-items.ts';
import { type Example, openExample } from '../example.fixture.ts';
import { addFacts } from './add-facts.ts';
import { addFormulaVersion } from './add-formula.ts';
import { moveRound } from './move-round.ts';
import { openRound } from './open-round.ts';

let example: Example;
let planId = '';
const ids = {
  office: '0b9f4a52-7c1e-4f27-9b1a-2f4f3f0a9c11',
  plans: '0b9f4a52-7c1e-4f27-9b1a-2f4f3f0a9c12',
};
const callerOf = (role: Role, accountId: string): Caller => ({
  ...{ accountId, name: role, scopes: null },
  grants: [{ role, place: null, unit: null, from: isoDate('2020-01-01'), to: null }],
});
const office = { caller: callerOf('supervisionOffice', ids.office), key: null };
const plans = { caller: callerOf('planOffice', ids.plans), key: null };
const asOf = isoDate('2024-08-31');

const formulaOf = (of: Formula['of']): Omit<Formula, 'version'> => {
  const found = usualFormulas.find((each) => each.of === of);
  if (!found) throw new Error(of);
  const { version: _first, ...rest } = found;
  return { ...rest, leastCoverage: '0.1' };
};

const must = <T>(result: { ok: true; value: T } | { ok: false; code: string }): T => {
  if (!result.ok) throw new Error(result.code);
  return result.value;
};

const codeOf = (result: { ok: true } | { ok: false; code: string }): string =>
  result.ok ? 'ok' : result.code;

async function adoptAll(documentId: string): Promise<void> {
  const { db, jurisdiction } = example.context;
  const items = await listItems(db, jurisdiction, documentId);
  const decisions = items.map(({ id }) => ({ itemId: id, decision: 'adopt' as const }));
  must(await decideItems(example.context, documentId, { planYear: 2024, decisions }));
}

beforeAll(async () => {
  example = await openExample();
  const { db, jurisdiction } = example.context;
  for (const [login, id] of Object.entries(ids))
    await addAccount(db, jurisdiction, {
      id,
      login,
      name: login,
      mail: '',
      isSample: false,
      recordedBy: null,
    });
  const place = (id: string, name: string) =>
    ({ id, name, nameEn: id, kind: 'district', tile: null, in: null }) as const;
  await addPlaces(db, jurisdiction, [place('east', '东区'), place('west', '西区'), place('south', '南区')]);
  await adoptAll(
    await example.add(
      '清单 示政〔2024〕1号 2024-02-01',
      '目标 1 新建公园 40 个 市园文局',
      '目标 2 新增床位 100 张 市民政局',
      '目标 3 改造小区 20 个 市住建局',
    ),
  );
  await adoptAll(
    await example.add(
      '通报 示政〔2024〕9号 2024-08-31',
      '结果 新建公园 40 个',
      '结果 新增床位 30 张',
      '结果 改造小区 19 个',
    ),
  );
  planId = (await getPlanOfYear(db, jurisdiction, 2024))?.id ?? '';
});
afterAll(() => example.store.close());

async function round(formula: Omit<Formula, 'version'>, name: string): Promise<string> {
  const { context } = example;
  const { id, version } = must(await addFormulaVersion(context, office, formula));
  return must(await openRound(context, office, { name, planId, formulaId: id, version, asOf })).roundId;
}

describe('a round of departments', () => {
  it('is seen by nobody else before it is published, and published by another person than who froze it', async () => {
    const { context } = example;
    const roundId = await round(formulaOf('department'), '八月');
    const draft = must(await getRoundPage(context, office.caller, roundId));
    expect(draft.members.map(({ name, place }) => [place, name])).toEqual([
      [1, '市园文局'],
      [2, '市住建局'],
      [3, '市民政局'],
    ]);
    expect(codeOf(await getRoundPage(context, visitor, roundId))).toBe('standing.notFound');
    must(await moveRound(context, office, roundId, { action: 'freeze', after: 1, reason: '' }));
    const own = await moveRound(context, office, roundId, { action: 'publish', after: 2, reason: '' });
    expect(codeOf(own)).toBe('standing.ownFreeze');
    must(await moveRound(context, plans, roundId, { action: 'publish', after: 2, reason: '' }));
    const seen = must(await getRoundPage(context, visitor, roundId));
    expect(seen.sha256).toBe(draft.sha256);
    const second = seen.members[1];
    const why = must(await getPlacePage(context, visitor, roundId, second?.memberId ?? ''));
    expect(why.oneUp?.above).toBe('市园文局');
    expect(why.history.map(({ place, of }) => [place, of])).toEqual([[2, 3]]);
  });

  it('says for each unit without a notice that the part does not apply, and why', async () => {
    const { rounds } = await listStandings(example.context, visitor);
    const page = must(await getRoundPage(example.context, visitor, rounds[0]?.id ?? ''));
    const notices = page.members[0]?.parts.find(({ partId }) => partId === 'notices');
    expect(notices).toMatchObject({ state: 'notApplicable', reason: '没有到期的督办单' });
  });

  it('lets one of two people win who freeze at once', async () => {
    const { context } = example;
    const roundId = await round(formulaOf('department'), '竞争');
    const freeze = { action: 'freeze', after: 1, reason: '' } as const;
    const both = await Promise.all([
      moveRound(context, office, roundId, freeze),
      moveRound(context, plans, roundId, freeze),
    ]);
    expect(both.map(codeOf).toSorted()).toEqual(['ok', 'state.changed']);
  });
});

describe('a round of districts', () => {
  const score = (rows: readonly (readonly [string, string | null])[], source: string) =>
    addFacts(example.context, office, {
      ...{ planId, ranked: 'district', partId: 'thirdParty', asOf, source },
      rows: rows.map(([memberId, value]) => ({ memberId, value, base: value === null ? null : '100' })),
    });

  it('rests on typed scores with their source, and will not be published once they changed', async () => {
    const { context } = example;
    must(
      await score(
        [
          ['east', '91'],
          ['west', '86.5'],
        ],
        '第三方评估报告',
      ),
    );
    must(await score([['south', null]], '未列入评估范围'));
    const roundId = await round({ ...formulaOf('district'), leastCoverage: '0.2' }, '八月');
    const draft = must(await getRoundPage(context, office.caller, roundId));
    expect(draft.members.map(({ memberId, place }) => [memberId, place])).toEqual([
      ['east', 1],
      ['west', 2],
      ['south', null],
    ]);
    const south = draft.members[2]?.parts.find(({ partId }) => partId === 'thirdParty');
    expect(south?.reason).toBe('未列入评估范围');
    must(await moveRound(context, office, roundId, { action: 'freeze', after: 1, reason: '' }));
    must(await score([['west', '99']], '第三方评估报告（更正）'));
    const late = await moveRound(context, plans, roundId, { action: 'publish', after: 2, reason: '' });
    expect(codeOf(late)).toBe('standing.inputsChanged');
    must(await score([['west', '86.5']], '更正有误，恢复原值'));
    must(await moveRound(context, plans, roundId, { action: 'publish', after: 2, reason: '' }));
    must(await score([['west', '99']], '公布后的更正'));
    const published = must(await getRoundPage(context, visitor, roundId));
    expect(published.sha256).toBe(draft.sha256);
    expect(published.members.map(({ points }) => points)).toEqual(draft.members.map(({ points }) => points));
  });

  it.each([
    ['use of the system', { kind: 'logins' }, 'formula.notOutcome'],
    ['a weight of nothing', { weight: '0' }, 'formula.weightInvalid'],
  ] as const)('refuses a formula with %s', async (_what, change, code) => {
    const formula = formulaOf('district');
    const parts = formula.parts.map((part, index) => (index === 0 ? { ...part, ...change } : part));
    const wrong: Omit<Formula, 'version'> = JSON.parse(JSON.stringify({ ...formula, parts }));
    expect(codeOf(await addFormulaVersion(example.context, office, wrong))).toBe(code);
  });
});

describe('appraisal of livelihood projects', () => {
  it('says what is missing, and gives no grade where too little is known', async () => {
    const roundId = await round({ ...formulaOf('livelihood'), leastCoverage: '0.4' }, '年终');
    const page = must(await getRoundPage(example.context, office.caller, roundId));
    expect(page.members).toHaveLength(3);
    const [first] = page.members;
    expect(first?.parts.map(({ partId, state }) => [partId, state])).toEqual([
      ['completion', 'value'],
      ['verification', 'missing'],
      ['satisfaction', 'missing'],
      ['thirdParty', 'missing'],
      ['load', 'missing'],
    ]);
    expect(first?.grade).toBe('failed');
  });
});
