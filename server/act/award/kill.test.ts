// A server that is killed in the middle (SIGKILL, no goodbye): an approval leaves nothing or everything, payments go on where they
// stopped, nothing is awarded or paid twice, and the ledger balances to the 分.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoDate } from '../../../core/quantity/date.ts';
import { projectRoot } from '../../config.ts';
import { addBatch, addBatchEvent } from '../../store/award/batch.ts';
import { fundBalances } from '../../store/award/ledger.ts';
import { addLines } from '../../store/award/line.ts';
import { logDecisions } from '../clause/log-decisions.ts';
import { rulesOn } from '../clause/rules-on.ts';
import { type AwardCity, lead, openAwardCity } from './city.fixture.ts';
import { appropriateFund } from './fund.ts';
import { moveBatch } from './move-batch.ts';
import { payAwards } from './pay.ts';
import { loadBatch } from './standing.ts';

const root = projectRoot();
const day = isoDate('2024-06-03');
const count = 2_000;
const each = 100_000;
let city: AwardCity;

beforeAll(async () => {
  const { build }: { build(target: string): Promise<unknown> } = await import(join(root, 'tools/build.mjs'));
  await build('server');
  city = await openAwardCity();
  await appropriateFund(city.on('2024-06-03'), city.actors.finance, {
    ...{ area: 'industry', amount: 3 * count * each, document: '示财〔2024〕1号' },
  });
}, 180_000);
afterAll(() => city.example.store.close());

/** A reviewed batch with so many awards. */
async function reviewedBatch(): Promise<string> {
  const context = city.on('2024-06-03');
  const { db, jurisdiction } = context;
  const rules = await rulesOn(context, 'enterprise', day);
  const batchId = randomUUID();
  const recordedBy = city.actors.lead.caller.accountId;
  const ruleSetHash = rules.compiled.ruleSet.hash;
  await addBatch(db, jurisdiction, {
    id: batchId,
    day,
    unit: lead,
    ruleSetHash,
    subjects: count,
    recordedBy,
  });
  const explanation = { results: [], total: 0 };
  const about = { purpose: 'batch' as const, subjectId: 's', reference: batchId, facts: {}, explanation };
  const [decisionId = ''] = await logDecisions(context, rules, [about], null);
  const lines = Array.from({ length: count }, (_, at) => {
    const subjectId = `${batchId.slice(0, 8)}${at}`;
    const line = { subjectId, clauseId: 'hz-2024-16-30-first', area: 'industry', amount: each } as const;
    return {
      ...{ ...line, outcome: 'pays' as const, beatenBy: null, key: `once:firstAboveScale:${subjectId}` },
      ...{ number: at + 1, subjectName: subjectId, placeId: '', decisionId },
    };
  });
  await addLines(db, jurisdiction, batchId, lines);
  const moves = [
    [1, 'propose', 'draft', recordedBy],
    [2, 'review', 'reviewed', city.actors.plan.caller.accountId],
  ] as const;
  for (const [number, action, state, by] of moves)
    await addBatchEvent(db, jurisdiction, {
      ...{ batchId, number, action, state, words: '', noticeFrom: null, noticeTo: null },
      ...{ receivedAt: context.now().toISOString(), recordedBy: by },
    });
  return batchId;
}

/** Another process on the same database: it says when it begins, and dies when it is told. */
function otherProcess(work: string): ChildProcess {
  const actor = JSON.stringify(city.actors.finance);
  const script = `
    const at = (path) => import(${JSON.stringify(`${root}/dist/server/`)} + path);
    const { openStore } = await at('store/open.js');
    const store = openStore(${JSON.stringify(city.example.store.connection)}, () => {});
    const on = (day) => ({ db: store.db, jurisdiction: ${JSON.stringify(city.context.jurisdiction)},
      readBytes: null, today: () => day, now: () => new Date(day + 'T09:00:00+08:00') });
    const actor = ${actor};
    process.stdout.write('begin');
    ${work}
    process.exit(0);`;
  return spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

const gone = (child: ChildProcess): Promise<unknown> =>
  child.exitCode === null && child.signalCode === null
    ? new Promise((resolve) => child.once('exit', resolve))
    : Promise.resolve();

async function counted(batchId: string): Promise<{ awards: number; paid: number }> {
  const { rows } = await sql<{ awards: number; paid: number }>`
    SELECT count(*)::int AS awards, count(disbursement.award_id)::int AS paid FROM award
    LEFT JOIN disbursement ON disbursement.jurisdiction_id = award.jurisdiction_id AND disbursement.award_id = award.id
    WHERE award.batch_id = ${batchId}`.execute(city.context.db);
  return rows[0] ?? { awards: 0, paid: 0 };
}

/** What a dead process had sent its database is still worked on for a moment: waits until nobody else is at work there. */
async function quiet(): Promise<void> {
  const atWork = async () => {
    const { rows } = await sql`
      SELECT FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend'
        AND state <> 'idle' AND pid <> pg_backend_pid()`.execute(city.context.db);
    return rows.length;
  };
  await expect.poll(atWork, { timeout: 60_000, interval: 10 }).toBe(0);
}

/** While the work is done, somebody else has begun to pay the last award of the batch; in the end he has not. */
async function withLastBegun(batchId: string, work: () => Promise<void>): Promise<void> {
  const other = await city.context.db.startTransaction().execute();
  await sql`INSERT INTO disbursement (jurisdiction_id, award_id, amount, paid_on)
    SELECT jurisdiction_id, id, amount, '2024-07-01' FROM award
    WHERE batch_id = ${batchId} AND line = ${count}`.execute(other);
  await work();
  await other.rollback().execute();
}

const balances = () => fundBalances(city.context.db, city.context.jurisdiction);
const differenceOf = async () => [...(await balances()).values()].reduce((sum, amount) => sum + amount, 0);

describe('kill -9', () => {
  it('in an approval leaves nothing or everything; done again, every award is there once', async () => {
    const batchId = await reviewedBatch();
    const { finance } = city.actors;
    const approve = { action: 'approve' as const, after: 2, words: '' };
    for (const patience of [40, 120, 250]) {
      const child = otherProcess(`
        const { moveBatch } = await at('act/award/move-batch.js');
        await moveBatch(on('2024-06-04'), actor, '${batchId}', ${JSON.stringify(approve)});`);
      await new Promise((resolve) => child.stdout?.once('data', resolve));
      await wait(patience);
      child.kill('SIGKILL');
      await gone(child);
      await quiet();
      const { awards } = await counted(batchId);
      expect([0, count]).toContain(awards);
      expect((await loadBatch(city.context, batchId))?.state).toBe(awards === 0 ? 'reviewed' : 'approved');
      expect(await differenceOf()).toBe(0);
    }
    if ((await counted(batchId)).awards === 0)
      expect((await moveBatch(city.on('2024-06-04'), finance, batchId, approve)).ok).toBe(true);
    expect((await counted(batchId)).awards).toBe(count);
    expect((await balances()).get('fund:industry')).toBe(2 * count * each);
  }, 120_000);

  it('among payments: what was paid stays paid, the rest is paid by whoever asks again', async () => {
    const batchId = await reviewedBatch();
    const { finance } = city.actors;
    const approved = await moveBatch(city.on('2024-06-04'), finance, batchId, {
      ...{ action: 'approve', after: 2, words: '' },
    });
    expect(approved.ok).toBe(true);
    const before = (await balances()).get('paid') ?? 0;
    // However slowly we look, it cannot have paid them all before it dies.
    await withLastBegun(batchId, async () => {
      const child = otherProcess(`
        const { payAwards } = await at('act/award/pay.js');
        await payAwards(on('2024-07-01'), actor, '${batchId}');`);
      while ((await counted(batchId)).paid === 0 && child.exitCode === null) await wait(5);
      child.kill('SIGKILL');
      await gone(child);
    });
    await quiet();
    const between = (await counted(batchId)).paid;
    expect(between).toBeGreaterThan(0);
    expect(between % 500).toBe(0);
    expect(((await balances()).get('paid') ?? 0) - before).toBe(between * each);
    const rest = await payAwards(city.on('2024-07-01'), finance, batchId);
    expect(rest.ok && rest.value.awards).toBe(count - between);
    expect(await counted(batchId)).toEqual({ awards: count, paid: count });
    expect(((await balances()).get('paid') ?? 0) - before).toBe(count * each);
    expect(await differenceOf()).toBe(0);
    expect((await loadBatch(city.context, batchId))?.state).toBe('paid');
  }, 120_000);
});
