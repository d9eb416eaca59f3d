// Notices on a real database: the table of moves decides, of two people one wins, and a month of one late promise.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../../core/contract/permission.ts';
import type { Role } from '../../../core/place/role.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import type { Context } from '../../context.ts';
import { listItems } from '../../store/item.ts';
import { addAccount } from '../../store/people/account.ts';
import { decideItems } from '../decide-items.ts';
import { type Example, openExample } from '../example.fixture.ts';
import { issueNotice } from './issue-notice.ts';
import { loadNotice, moveNotice, type NoticeMoveBody } from './move-notice.ts';

let example: Example;
let late = '';
const unit = '市园文局';
const accounts = {
  office: '0b9f4a52-7c1e-4f27-9b1a-2f4f3f0a9c01',
  lead: '0b9f4a52-7c1e-4f27-9b1a-2f4f3f0a9c02',
};

const callerOf = (role: Role, accountId: string, ownUnit: string | null): Caller => ({
  ...{ accountId, name: role, scopes: null },
  grants: [{ role, place: null, unit: ownUnit, from: isoDate('2020-01-01'), to: null }],
});
const office = { caller: callerOf('supervisionOffice', accounts.office, null), key: null };
const lead = { caller: callerOf('leadUnit', accounts.lead, unit), key: null };
const stranger = { caller: callerOf('leadUnit', accounts.lead, '市住建局'), key: null };

const on = (day: string): Context => ({
  ...example.context,
  today: () => isoDate(day),
  now: () => new Date(`${day}T09:00:00+08:00`),
});
const blank = { words: '', approval: '', reasons: [], answerBy: null, remedyBy: null, extendTo: null };
const move = (given: Partial<NoticeMoveBody> & Pick<NoticeMoveBody, 'action' | 'after'>): NoticeMoveBody => ({
  ...blank,
  ...given,
});

async function issue(day = '2024-07-01'): Promise<string> {
  const issued = await issueNotice(on(day), office, {
    ...{ title: '口袋公园滞后', commitmentId: late, placeId: '', unit, grade: 'reminder' },
    ...{ reasons: ['behindSchedule'], words: '进度滞后', approval: '', answerBy: null, remedyBy: null },
  });
  if (!issued.ok) throw new Error(issued.code);
  return issued.value.noticeId;
}
const codeOf = (result: { ok: boolean; code?: string }): string => result.code ?? 'ok';

beforeAll(async () => {
  example = await openExample();
  const { db, jurisdiction } = example.context;
  for (const [login, id] of Object.entries(accounts))
    await addAccount(db, jurisdiction, {
      id,
      login,
      name: login,
      mail: '',
      isSample: true,
      recordedBy: null,
    });
  const documentId = await example.add(
    '清单 示政〔2024〕1号 2024-02-01',
    `目标 1 新建口袋公园 30 个 ${unit}`,
  );
  const [item] = await listItems(db, jurisdiction, documentId);
  const decisions = [{ itemId: item?.id ?? '', decision: 'adopt' as const }];
  const decided = await decideItems(example.context, documentId, { planYear: 2024, decisions });
  if (decided.ok) late = decided.value.commitments[0]?.commitmentId ?? '';
});
afterAll(() => example.store.close());

describe('a notice', () => {
  it('gets its days from the settings: answer in 7 days, remedy in 30 days', async () => {
    const loaded = await loadNotice(on('2024-07-01'), await issue());
    expect(loaded?.standing.notice).toMatchObject({
      answerBy: '2024-07-08',
      remedyBy: '2024-07-31',
      state: 'issued',
    });
  });

  it('goes through a month: extension asked, refused, raised to listed, answered, accepted, not closed while late', async () => {
    const id = await issue();
    const steps = [
      [
        '2024-07-03',
        lead,
        move({ action: 'requestExtension', after: 1, words: '雨季停工', extendTo: isoDate('2024-09-30') }),
        'ok',
      ],
      ['2024-07-04', office, move({ action: 'refuseExtension', after: 2, words: '不属不可抗力' }), 'ok'],
      ['2024-07-10', office, move({ action: 'raise', after: 3, reasons: ['noticeUnanswered'] }), 'ok'],
      [
        '2024-07-20',
        office,
        move({ action: 'raise', after: 4, reasons: ['missedAgain'] }),
        'notice.needsApproval',
      ],
      [
        '2024-07-20',
        office,
        move({ action: 'raise', after: 4, reasons: ['missedAgain'], approval: '示例批示' }),
        'ok',
      ],
      ['2024-07-21', lead, move({ action: 'answer', after: 5, words: '已增加班组' }), 'ok'],
      ['2024-07-22', lead, move({ action: 'acceptAnswer', after: 6 }), 'object.notFound'],
      ['2024-07-22', office, move({ action: 'acceptAnswer', after: 6 }), 'notice.needsEvidence'],
    ] as const;
    for (const [day, who, body, expected] of steps)
      expect([day, body.action, codeOf(await moveNotice(on(day), who, id, body))]).toEqual([
        day,
        body.action,
        expected,
      ]);
    const { standing } = (await loadNotice(on('2024-07-22'), id)) ?? {};
    expect(standing?.notice).toMatchObject({ grade: 'listed', state: 'answered' });
  });

  it('does not exist for a unit that it is not addressed to', async () => {
    const id = await issue();
    const answer = await moveNotice(
      on('2024-07-02'),
      stranger,
      id,
      move({ action: 'answer', after: 1, words: '不归我们' }),
    );
    expect(codeOf(answer)).toBe('object.notFound');
  });

  it('refuses a move that was thought of before another one', async () => {
    const id = await issue();
    await moveNotice(on('2024-07-02'), lead, id, move({ action: 'answer', after: 1, words: '已整改' }));
    const stale = await moveNotice(
      on('2024-07-02'),
      office,
      id,
      move({ action: 'raise', after: 1, reasons: ['missedAgain'] }),
    );
    expect(codeOf(stale)).toBe('notice.stateChanged');
  });
});

describe('two who move one notice at once', () => {
  const race = async (id: string): Promise<number> => {
    const body = move({ action: 'withdraw', after: 1, words: '重复下发' });
    const both = await Promise.all([
      moveNotice(on('2024-07-02'), office, id, body),
      moveNotice(on('2024-07-02'), office, id, body),
    ]);
    return both.filter(({ ok }) => ok).length;
  };

  it('have one winner', async () => {
    const ids = await Promise.all(Array.from({ length: 40 }, () => issue()));
    const winners = await Promise.all(ids.map(race));
    expect(winners.filter((count) => count !== 1)).toEqual([]);
  });
});
