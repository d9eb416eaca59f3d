// From an act to the inbox, the mail and the webhook, on a real database with the real queue: once, in order, or not at all.
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type JobHelpers, Logger, runOnce, type TaskList } from 'graphile-worker';
import { Pool } from 'pg';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Caller } from '../../core/contract/permission.ts';
import { defaultWish } from '../../core/publish/digest.ts';
import { isoDate } from '../../core/quantity/date.ts';
import { fail, succeed } from '../../core/result.ts';
import { decideItems } from '../act/decide-items.ts';
import { type Example, openExample } from '../act/example.fixture.ts';
import { callerOfAccount } from '../act/message/caller.ts';
import { makeHook, retryDelivery, setMailServer } from '../act/message/channels.ts';
import { remind } from '../act/message/remind.ts';
import { spreadTold } from '../act/message/spread.ts';
import { tell } from '../act/message/tell.ts';
import { setFollow, setWish } from '../act/message/wishes.ts';
import { perform } from '../act/perform.ts';
import { issueNotice } from '../act/supervise/issue-notice.ts';
import { moveNotice } from '../act/supervise/move-notice.ts';
import type { Context } from '../context.ts';
import { listItems } from '../store/item.ts';
import { listDeliveries } from '../store/message/hook.ts';
import { countUnread } from '../store/message/message.ts';
import { poolConfig } from '../store/open.ts';
import { addAccount } from '../store/people/account.ts';
import { addGrants } from '../store/people/grant.ts';
import { calendarOf } from '../view/message/calendar.ts';
import { getInbox } from '../view/message/inbox.ts';
import { getAgenda } from '../view/supervise/agenda.ts';
import { type Outward, readNetwork } from './address.ts';
import { openQueue, tasksOf } from './queue.ts';
import { isSigned } from './signature.ts';

const unit = '市园文局';
const outward: Outward = {
  inner: ['127.0.0.1'].flatMap((text) => readNetwork(text) ?? []),
  // A machine that stands still for a while is no webhook that is down.
  answerMs: 100_000,
  resolve: async () => ['127.0.0.1'],
};
const people = { office: randomUUID(), lead: randomUUID(), other: randomUUID() };
let example: Example;
let pool: Pool;
let late = '';
/** The clock of the city; tests move it. */
let now = Date.parse('2024-07-01T09:00:00+08:00');
let context: Context;

const callerOf = async (id: string): Promise<Caller> => {
  const caller = await callerOfAccount(context, id);
  if (!caller) throw new Error('no caller');
  return caller;
};
const actor = async (id: string) => ({ caller: await callerOf(id), key: null });

interface Letter {
  readonly to: string;
  readonly text: string;
}
let letters: Letter[] = [];
let smtp: SMTPServer;
interface Got {
  readonly id: string;
  readonly kind: string;
  readonly thing: string;
  readonly title: string;
  readonly sound: boolean;
}
let underWay = 0;
let mostAtOnce = 0;
let got: Got[] = [];
let answer: (kind: string) => number = () => 200;
let receiver: Server;
const secret = 'shared-secret';
const logger = new Logger(() => () => {});

/** Base64 lines of the body; subjects are encoded words and not looked at. */
const bodyOf = (raw: string): string => {
  const [, body = ''] = raw.split('\r\n\r\n');
  return /base64/i.test(raw) ? Buffer.from(body, 'base64').toString('utf8') : body;
};

async function startServers(): Promise<{ smtpPort: number; hookPort: number }> {
  smtp = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        letters.push({ to, text: bodyOf(Buffer.concat(chunks).toString('utf8')) });
        done();
      });
    },
  });
  const smtpPort = await new Promise<number>((resolve) => {
    const inner = smtp.listen(0, '127.0.0.1', () => resolve((inner.address() as AddressInfo).port));
  });
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    underWay += 1;
    mostAtOnce = Math.max(mostAtOnce, underWay);
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const head = (name: string): string => String(request.headers[name] ?? '');
      const seconds = Number(head('x-bihuan-timestamp'));
      const body = Buffer.concat(chunks).toString('utf8');
      const signature = head('x-bihuan-signature');
      const kind = head('x-bihuan-event');
      const told: { object: { id: string }; title: string } = JSON.parse(body);
      got.push({
        ...{ id: head('x-bihuan-delivery'), kind, thing: told.object.id, title: told.title },
        sound: isSigned({ seconds, signature, body }, secret, Math.floor(now / 1000)),
      });
      setTimeout(() => {
        underWay -= 1;
        response.writeHead(answer(kind)).end();
      }, 5);
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  return { smtpPort, hookPort: (receiver.address() as AddressInfo).port };
}

async function countJobs(condition: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM graphile_worker._private_jobs WHERE ${condition}`,
  );
  return rows[0]?.count ?? 0;
}

/** Runs what is due now in the queue of the database; `sooner` pretends that all waiting time has passed. */
async function runJobs(sooner = false, tasks: TaskList = tasksOf(context, outward)): Promise<void> {
  if (sooner)
    await pool.query('UPDATE graphile_worker._private_jobs SET run_at = now() WHERE attempts < max_attempts');
  // A run ends before its last jobs are put away, and does not see what waits behind one of these in its queue.
  for (let left = 1; left > 0; ) {
    await runOnce({ pgPool: pool, logger, taskList: tasks, noHandleSignals: true, concurrency: 1 });
    while ((await countJobs('locked_at IS NOT NULL')) > 0);
    left = await countJobs('run_at <= now() AND attempts < max_attempts');
  }
}

async function issue(): Promise<string> {
  const issued = await issueNotice(context, await actor(people.office), {
    ...{ title: '口袋公园滞后', commitmentId: late, placeId: '', unit, grade: 'reminder' },
    ...{ reasons: ['behindSchedule'], words: '进度滞后', approval: '', answerBy: null, remedyBy: null },
  });
  if (!issued.ok) throw new Error(issued.code);
  return issued.value.noticeId;
}
const blank = { words: '', approval: '', reasons: [], answerBy: null, remedyBy: null, extendTo: null };
const move = async (id: string, who: string, action: 'withdraw' | 'answer', after: number) => {
  const moved = await moveNotice(context, await actor(who), id, {
    ...blank,
    action,
    after,
    words: '已增加班组',
  });
  if (!moved.ok) throw new Error(moved.code);
};
const sentences = async (id: string): Promise<string[]> =>
  (await getInbox(context, id, {})).messages.map(({ sentence }) => sentence.zh);

beforeAll(async () => {
  example = await openExample();
  context = {
    ...example.context,
    now: () => new Date(now),
    today: () => isoDate(new Date(now + 8 * 3_600_000).toISOString().slice(0, 10)),
  };
  const { db, jurisdiction } = context;
  const roles = [
    [people.office, 'supervisionOffice', null],
    [people.lead, 'leadUnit', unit],
    [people.other, 'leadUnit', '市住建局'],
  ] as const;
  for (const [id, role, own] of roles) {
    const named = { login: `a${id.slice(0, 8)}`, name: role, mail: `${id.slice(0, 8)}@city.example` };
    await addAccount(db, jurisdiction, { id, ...named, isSample: false, recordedBy: null });
    const grant = { id: randomUUID(), accountId: id, role, place: null, unit: own, recordedBy: null };
    await addGrants(db, jurisdiction, [{ ...grant, from: isoDate('2020-01-01'), to: null }]);
  }
  const documentId = await example.add(
    '清单 示政〔2024〕1号 2024-02-01',
    `目标 1 新建口袋公园 30 个 ${unit}`,
  );
  const [item] = await listItems(db, jurisdiction, documentId);
  const decisions = [{ itemId: item?.id ?? '', decision: 'adopt' as const }];
  const decided = await decideItems(context, documentId, { planYear: 2024, decisions });
  if (decided.ok) late = decided.value.commitments[0]?.commitmentId ?? '';
  const { types: _ours, ...config } = poolConfig(example.store.connection);
  pool = new Pool(config);
  pool.on('error', () => {});
  pool.on('connect', (client) => void client.on('error', () => {}));
  const queue = await openQueue(context, { owner: example.store.connection, outward, log: () => {} });
  await queue.stop();
  const { smtpPort, hookPort } = await startServers();
  const office = await actor(people.office);
  const sender = 'bihuan@city.example';
  await setMailServer(context, office, {
    ...{ host: 'mail.example', port: smtpPort, security: 'none', login: '', sender },
  });
  await makeHook(context, office, {
    ...{
      name: '政务群',
      url: `http://hook.example:${hookPort}/in`,
      format: 'generic',
      secret,
      topics: ['notice'],
    },
  });
  await runJobs(true);
});
beforeEach(() => {
  letters = [];
  got = [];
  answer = () => 200;
});
afterAll(async () => {
  smtp.close();
  receiver.closeAllConnections();
  receiver.close();
  await pool.end();
  await example.store.close();
});

describe('what an act tells', () => {
  it('reaches those it is meant for, once, though the job runs again; nobody is told what they did', async () => {
    const id = await issue();
    await runJobs(true);
    await spreadTold(context);
    expect(await sentences(people.lead)).toEqual(['收到提示单：口袋公园滞后，2024-07-08 前答复']);
    expect([await sentences(people.office), await sentences(people.other)]).toEqual([[], []]);
    await move(id, people.lead, 'answer', 1);
    await runJobs(true);
    expect(await sentences(people.office)).toEqual(['提示单已答复：口袋公园滞后']);
  });

  it('is not told where the act is refused', async () => {
    const event = { kind: 'round.published', objectKind: 'round', objectId: 'r', title: '八月' } as const;
    const to = { accounts: [people.other] };
    const done = await perform(context, await actor(people.office), async (inside) => {
      await tell(inside, null, [{ ...event, to }]);
      return fail('state.changed');
    });
    await runJobs(true);
    expect(done.ok).toBe(false);
    expect(await countUnread(context.db, context.jurisdiction, people.other)).toBe(0);
  });

  it('under one key is told once', async () => {
    const event = { kind: 'round.published', objectKind: 'round', objectId: 'r', title: '八月' } as const;
    for (const _twice of [1, 2])
      await perform(context, await actor(people.office), async (inside) => {
        await tell(inside, null, [{ ...event, to: { accounts: [people.other] }, once: 'august' }]);
        return succeed(null);
      });
    await runJobs(true);
    expect(await sentences(people.other)).toEqual(['晾晒结果已公布：八月']);
  });
});

describe('mail', () => {
  it('of an assignment that was withdrawn at once never leaves, the next one does, in one letter with what belongs to it', async () => {
    await setWish(context, await actor(people.lead), { ...defaultWish, pace: 'atOnce', quiet: null });
    now += 60 * 60_000;
    await runJobs(true);
    letters = [];
    await move(await issue(), people.office, 'withdraw', 1);
    await runJobs();
    now += 10 * 60_000;
    await runJobs(true);
    expect(letters).toEqual([]);
    await issue();
    await issue();
    await runJobs(true);
    expect(letters).toEqual([]);
    now += 10 * 60_000;
    await runJobs(true);
    const [letter, ...others] = letters;
    expect(others).toEqual([]);
    expect(letter?.to).toBe(`${people.lead.slice(0, 8)}@city.example`);
    expect(letter?.text.match(/收到提示单/g)?.length).toBe(2);
  });

  it('that a job was killed over leaves again under the same id, and then never more', async () => {
    await issue();
    await runJobs(true);
    now += 10 * 60_000;
    smtp.options.disabledCommands = ['STARTTLS', 'MAIL'];
    await runJobs(true);
    smtp.options.disabledCommands = ['STARTTLS'];
    expect(letters).toEqual([]);
    await runJobs(true);
    await runJobs(true);
    expect(letters.length).toBe(1);
  });
});

describe('a webhook', () => {
  it('gets what happened to a thing in its order, signed, each try under one id, later things waiting', async () => {
    answer = (kind) => (kind === 'notice.issued' ? 500 : 200);
    const id = await issue();
    await runJobs();
    await runJobs();
    await move(id, people.lead, 'answer', 1);
    await runJobs();
    await runJobs();
    // The first try failed and waits; the answer waits behind it.
    expect(got.map(({ kind }) => kind)).toEqual(['notice.issued']);
    answer = () => 200;
    await runJobs(true);
    // Asked too early, nothing is sent.
    expect(got.length).toBe(1);
    now += 10_000;
    await runJobs(true);
    expect(got.map(({ kind }) => kind)).toEqual(['notice.issued', 'notice.issued', 'notice.answered']);
    expect(new Set(got.map((each) => each.id)).size).toBe(2);
    expect(got.every(({ sound }) => sound)).toBe(true);
  });

  it('that is away too long is given up, listed, and tried again when somebody says so', async () => {
    answer = () => 500;
    await issue();
    for (let tries = 0; tries < 18; tries += 1) {
      await runJobs(true);
      now += 8 * 3_600_000;
    }
    const listed = async () => (await listDeliveries(context.db, context.jurisdiction, 10))[0];
    const lost = await listed();
    expect(lost).toMatchObject({ last: 'givenUp', status: 500, tries: 16 });
    answer = () => 200;
    expect((await retryDelivery(context, await actor(people.office), lost?.id ?? '')).ok).toBe(true);
    await runJobs(true);
    expect(new Set(got.map((each) => each.id))).toEqual(new Set([lost?.id]));
    const again = await retryDelivery(context, await actor(people.office), lost?.id ?? '');
    expect(again).toMatchObject({ ok: false, code: 'delivery.notFailed' });
  });
});

describe('a webhook with much to hear', () => {
  const tellMany = async (things: number, times: number): Promise<void> => {
    for (let time = 0; time < times; time += 1)
      await perform(context, await actor(people.office), async (inside) => {
        const events = Array.from({ length: things }, (_, thing) => ({
          ...({ kind: 'notice.decided', objectKind: 'notice', objectId: `thing ${thing}` } as const),
          ...{ title: `${time}`, to: {} },
        }));
        await tell(inside, null, events);
        return succeed(null);
      });
  };
  const open = async () => {
    const { rows } = await pool.query<{ count: number }>('SELECT count(*)::int AS count FROM webhook_open');
    return rows[0]?.count;
  };

  it('hears several things at once, at most eight, and each thing in its order', async () => {
    await tellMany(30, 3);
    await runJobs(true);
    expect(got.length).toBe(90);
    expect(new Set(got.map(({ id }) => id)).size).toBe(90);
    for (let thing = 0; thing < 30; thing += 1)
      expect(got.filter((each) => each.thing === `thing ${thing}`).map(({ title }) => title)).toEqual([
        '0',
        '1',
        '2',
      ]);
    expect(mostAtOnce).toBeGreaterThan(1);
    expect(mostAtOnce).toBeLessThanOrEqual(8);
    expect(await open()).toBe(0);
  });

  it('that is down is asked by few and then by one, less and less often, and hears all once it is back', async () => {
    answer = () => 503;
    await tellMany(30, 1);
    await runJobs(true);
    expect(got.length).toBe(8);
    const perTurn: number[] = [];
    for (const seconds of [9, 1, 29, 1, 60, 300]) {
      now += seconds * 1000;
      const before = got.length;
      await runJobs(true);
      perTurn.push(got.length - before);
    }
    expect(perTurn).toEqual([0, 1, 0, 1, 1, 1]);
    answer = () => 200;
    now += 8 * 3_600_000;
    await runJobs(true);
    expect(await open()).toBe(0);
    const taken = got.slice(12);
    expect(new Set(taken.map(({ id }) => id)).size).toBe(30);
  });

  it('is not taken for one that is down where the time of a turn is over before anything was sent', async () => {
    await tellMany(1, 1);
    const clock = performance.now.bind(performance);
    const turn = vi.spyOn(performance, 'now').mockImplementationOnce(() => clock() - 60_000);
    await runJobs(true);
    turn.mockRestore();
    expect(got.length).toBe(1);
    expect(await open()).toBe(0);
  });

  it('that stays down for all patience gives up what it should have heard by then, and no more', async () => {
    answer = () => 503;
    await tellMany(20, 1);
    await runJobs(true);
    const before = Date.now();
    now = Math.max(now, before) + 57 * 3_600_000;
    await runJobs(true);
    expect(await open()).toBe(0);
    const lost = await listDeliveries(context.db, context.jurisdiction, 20);
    expect(lost.map(({ last }) => last)).toEqual(Array(20).fill('givenUp'));
    expect((await retryDelivery(context, await actor(people.office), lost[0]?.id ?? '')).ok).toBe(true);
    answer = () => 200;
    const heard = got.length;
    await runJobs(true);
    expect(got.length).toBe(heard + 1);
  });
});

describe('a signature', () => {
  it('is worth nothing for another body, another secret, or five minutes later', async () => {
    const { signatureOf } = await import('./signature.ts');
    const signed = { seconds: 1000, signature: signatureOf('a', 1000, '{}'), body: '{}' };
    const tries = [
      isSigned(signed, 'a', 1300),
      isSigned(signed, 'a', 1301),
      isSigned(signed, 'b', 1000),
      isSigned({ ...signed, body: '{ }' }, 'a', 1000),
      isSigned({ ...signed, seconds: 1001 }, 'a', 1001),
    ];
    expect(tries).toEqual([true, false, false, false, false]);
  });
});

describe('the queue', () => {
  it('ends a poisoned job after five tries, lists it, and runs it again when asked', async () => {
    let runs = 0;
    const poison: TaskList = {
      ...tasksOf(context, outward),
      mail: async (_payload: unknown, _helpers: JobHelpers) => {
        runs += 1;
        throw new Error('poison\nwith a second line');
      },
    };
    await pool.query('DELETE FROM graphile_worker._private_jobs');
    await issue();
    for (let tries = 0; tries < 12; tries += 1) await runJobs(true, poison);
    expect(runs).toBe(5);
    const queue = await openQueue(context, { owner: example.store.connection, outward, log: () => {} });
    try {
      const { failed } = await queue.list();
      expect(failed).toMatchObject([{ task: 'mail', tries: 5, lastError: 'poison' }]);
      expect(await queue.retry('999999')).toBe(false);
      expect(await queue.retry(failed[0]?.id ?? '')).toBe(true);
      expect((await queue.list()).failed).toEqual([]);
    } finally {
      await queue.stop();
    }
  });

  it('runs what a killed server left locked as soon as another has the turn, and only one has it', async () => {
    await pool.query('DELETE FROM graphile_worker._private_jobs');
    await issue();
    await pool.query("UPDATE graphile_worker._private_jobs SET locked_by = 'dead', locked_at = now()");
    const before = await countUnread(context.db, context.jurisdiction, people.lead);
    const opening = { owner: example.store.connection, outward, log: () => {}, pollMs: 100 };
    const queue = await openQueue(context, opening);
    const second = await openQueue(context, opening);
    await expect
      .poll(() => countUnread(context.db, context.jurisdiction, people.lead), { timeout: 60_000 })
      .toBeGreaterThan(before);
    const { rows } = await pool.query(
      "SELECT FROM pg_locks JOIN pg_database ON oid = database WHERE datname = current_database() AND locktype = 'advisory' AND granted",
    );
    expect(rows.length).toBe(1);
    await second.stop();
    await queue.stop();
  });

  it('takes no job from the application but the three it knows', async () => {
    const { sql } = await import('kysely');
    const bad = sql`SELECT queue_job('hourly', '{}'::json, NULL, NULL, false)`.execute(context.db);
    await expect(bad).rejects.toThrow(/no job/);
    await expect(sql`SELECT FROM graphile_worker.jobs`.execute(context.db)).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe('a day', () => {
  it('reminds of what is due once, however often it is asked, and tells followers of a new verdict', async () => {
    await setFollow(context, await actor(people.other), { commitmentId: late, follows: true });
    const first = await remind(context, isoDate('2024-12-26'), getAgenda);
    expect(first).toBeGreaterThan(0);
    await runJobs(true);
    const told = (await sentences(people.lead)).filter((each) => each.includes('2024-12-31'));
    expect(told).toEqual(['2024-12-31 到期（还有 5 天）：任务完成“新建口袋公园”']);
    await remind(context, isoDate('2024-12-26'), getAgenda);
    await runJobs(true);
    expect((await sentences(people.lead)).filter((each) => each.includes('2024-12-31'))).toEqual(told);
  });

  it('stands in one’s calendar, and what one follows too', async () => {
    const own = await calendarOf(context, await callerOf(people.lead), people.lead);
    expect(own).toContain('DTSTART;VALUE=DATE:20241231');
    const follower = await calendarOf(context, await callerOf(people.other), people.other);
    expect(follower.replaceAll('\r\n ', '')).toContain('SUMMARY:关注：新建口袋公园');
  });
});
