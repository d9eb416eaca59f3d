// The queue: graphile-worker on the same database, as its owner. Five tries a job; what failed five times is listed.
import {
  type LogFunctionFactory,
  Logger,
  makeWorkerUtils,
  type Runner,
  run,
  type TaskList,
} from 'graphile-worker';
import { Client, type ClientConfig, Pool } from 'pg';
import { z } from 'zod';
import { shanghaiDay } from '../../core/quantity/deadline.ts';
import { remind } from '../act/message/remind.ts';
import { queueWaiting, spreadTold } from '../act/message/spread.ts';
import { readSettings } from '../act/setting/read.ts';
import type { Context } from '../context.ts';
import { type Connection, poolConfig } from '../store/open.ts';
import { getAgenda } from '../view/supervise/agenda.ts';
import type { Outward } from './address.ts';
import { deliver } from './deliver.ts';
import { sendMail } from './mail.ts';

export interface FailedJob {
  readonly id: string;
  readonly task: string;
  readonly tries: number;
  readonly lastError: string;
  readonly since: string;
}

export interface Queue {
  list(): Promise<{ readonly waiting: number; readonly failed: readonly FailedJob[] }>;
  /** False where no failed job has the id. */
  retry(id: string): Promise<boolean>;
  /** Ends in order: running jobs finish, the others wait in the database. */
  stop(): Promise<void>;
}

const MailPayload = z.object({ accountId: z.uuid() });
const DeliverPayload = z.object({ hookId: z.uuid() });

const hourOf = (moment: Date): number => new Date(moment.getTime() + 8 * 3_600_000).getUTCHours();

/** Each is safe to run twice: a job that was cut off runs again. */
export function tasksOf(context: Context, outward: Outward): TaskList {
  const spreadAll = async (): Promise<void> => {
    while ((await spreadTold(context)) > 0);
  };
  return {
    spread: spreadAll,
    mail: (payload) => sendMail(context, MailPayload.parse(payload).accountId, outward),
    deliver: (payload) => deliver(context, DeliverPayload.parse(payload), outward),
    // Every hour: the day's reminders from their hour on, so that a server that was down in the morning catches up.
    hourly: async () => {
      await spreadAll();
      await queueWaiting(context);
      const { 'message.remindHour': hour } = await readSettings(context, 'message.remindHour');
      const now = context.now();
      if (hourOf(now) >= hour) await remind(context, shanghaiDay(now.getTime()), getAgenda);
    },
  };
}

const loggerOf = (log: (line: string) => void): Logger => {
  const factory: LogFunctionFactory = () => (level, message) => {
    if (level === 'error' || level === 'warning') log(message);
  };
  return new Logger(factory);
};

const listFailed = `
  SELECT id::text, task_identifier AS task, attempts AS tries, coalesce(split_part(last_error, E'\\n', 1), '') AS "lastError",
         to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS since
  FROM graphile_worker.jobs WHERE attempts >= max_attempts ORDER BY updated_at DESC LIMIT 100`;

/** A first reminder of the day goes out soon after the start; the crontab is in UTC and the hour of Shanghai is asked inside. */
const crontab = '7 * * * * hourly ?max=5&fill=1h&id=hourly';

const remindAfterStartMs = 20_000;

/** Jobs of a server that was killed stay locked for hours; whoever has the turn is the only one who runs any. */
const unlockAll = `
  SELECT graphile_worker.force_unlock_workers(array_agg(DISTINCT locked_by))
  FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL HAVING count(*) > 0`;

/** "bihuanq" in ASCII: any number that no other program on the same database takes. */
const turnLock = '27675799857754481';
const turnEveryMs = 10_000;
/** A machine that is busy elsewhere may be late with a connection: that is no reason not to start. */
const startTries = 3;
const startPauseMs = 500;

interface Turn {
  end(): Promise<void>;
}

/** Ends early where the wait is called off. */
interface Waiting {
  readonly over: Promise<void>;
  cancel(): void;
}

function waitFor(ms: number): Waiting {
  let cancel = (): void => {};
  const over = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    cancel = () => {
      clearTimeout(timer);
      resolve();
    };
  });
  return { over, cancel };
}

/**
 * One server of a database runs the queue; where several share it, the others wait for their turn. The lock belongs to a
 * connection, so a server that dies loses it at once. Where the database goes away, the runner ends with the connection, and
 * the turn is asked for again until the database is back.
 */
async function takeTurn(
  config: ClientConfig,
  begin: () => Promise<Runner>,
  log: (line: string) => void,
): Promise<Turn> {
  let isOver = false;
  let runner: Runner | null = null;
  let waiting: Waiting | null = null;
  const stopRunner = async (): Promise<void> => {
    const running = runner;
    runner = null;
    await running?.stop().catch(() => {});
    // Stopped is not yet over: what was running notes that it is done.
    await running?.promise.catch(() => {});
  };
  /** Holds the turn for as long as it lasts; `begun` hears when the first question is decided. */
  const holdTurn = async (begun: () => void): Promise<void> => {
    const client = new Client(config);
    const lost = new Promise<void>((resolve) => {
      client.on('error', (error) => {
        log(`queue: ${error.message}`);
        resolve();
      });
      client.on('end', resolve);
    });
    await client.connect();
    try {
      const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [
        turnLock,
      ]);
      if (!rows[0]?.mine || isOver) return;
      runner = await begin();
      begun();
      await Promise.race([runner.promise.catch(() => {}), lost]);
      await stopRunner();
      // Said aloud: a connection that closes gives its lock back only a moment later.
      await client.query('SELECT pg_advisory_unlock_all()').catch(() => {});
    } finally {
      await client.end().catch(() => {});
    }
  };
  const keepTurn = async (begun: () => void, refuse: (error: unknown) => void): Promise<void> => {
    let hasBegun = false;
    for (let tries = 0; !isOver; tries += 1) {
      let hasFailed = false;
      await holdTurn(begun).catch((error: unknown) => {
        // Several times in a row it is the start that fails; later the database comes back or the server is stopped.
        hasFailed = true;
        if (!hasBegun && tries === startTries - 1) refuse(error);
        log(`queue: ${String(error)}`);
      });
      if (!hasFailed) hasBegun = true;
      if (hasBegun) begun();
      if (isOver) return;
      waiting = waitFor(hasBegun ? turnEveryMs : startPauseMs);
      await waiting.over;
    }
  };
  let kept: Promise<void> = Promise.resolve();
  const end = async (): Promise<void> => {
    isOver = true;
    waiting?.cancel();
    await stopRunner();
    await kept;
  };
  try {
    await new Promise<void>((resolve, reject) => {
      kept = keepTurn(resolve, reject);
    });
  } catch (error) {
    await end();
    throw error;
  }
  return { end };
}

export interface Opening {
  readonly owner: Connection;
  readonly outward: Outward;
  readonly log: (line: string) => void;
  /** How often the queue is looked at beside being told (milliseconds). */
  readonly pollMs?: number;
}

export async function openQueue(context: Context, { owner, outward, log, pollMs }: Opening): Promise<Queue> {
  // The queue reads its own columns in the usual types, not in the text that our tables are read in.
  const { types: _ours, ...config } = poolConfig(owner);
  const pool = new Pool({ ...config, max: 6, connectionTimeoutMillis: 10_000 });
  pool.on('error', (error) => log(`queue: ${error.message}`));
  pool.on('connect', (client) => void client.on('error', () => {}));
  const logger = loggerOf(log);
  const utils = await makeWorkerUtils({ pgPool: pool, logger });
  const begin = async (): Promise<Runner> => {
    await pool.query(unlockAll);
    const runner = await run({
      pgPool: pool,
      logger,
      concurrency: 4,
      noHandleSignals: true,
      pollInterval: pollMs ?? 2000,
      taskList: tasksOf(context, outward),
      crontab,
      // One by one the library lets go of the answer when it notes how a job ended, and a database that dies in that moment
      // would take the server with it (docs/solutions/2026-11-22-queue-and-a-database-that-dies.md).
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    });
    // A runner that ends by itself (the database went away) says so.
    runner.promise.catch((error: unknown) => log(`queue: ${String(error)}`));
    try {
      await addFirstJobs();
    } catch (error) {
      // Left alone it would ask for its connection for ever, and a server that could not start would not end.
      await runner.stop().catch(() => {});
      throw error;
    }
    return runner;
  };
  const addFirstJobs = async (): Promise<void> => {
    // What was told before the queue was open, or came back with a backup; the day's reminders read all plans, so they leave the
    // first moments to those who wait for an answer.
    await utils.addJob('spread', {}, { jobKey: 'start', maxAttempts: 5 });
    const runAt = new Date(Date.now() + remindAfterStartMs);
    await utils.addJob('hourly', {}, { jobKey: 'start hourly', maxAttempts: 5, runAt });
  };
  let turn: Turn;
  try {
    await utils.migrate();
    turn = await takeTurn(config, begin, log);
  } catch (error) {
    await utils.release();
    await pool.end();
    throw error;
  }
  return {
    list: async () => {
      const { rows } = await pool.query<FailedJob>(listFailed);
      const waiting = await pool.query<{ count: number }>(
        'SELECT count(*)::int AS count FROM graphile_worker.jobs WHERE attempts < max_attempts AND run_at <= now()',
      );
      return { waiting: waiting.rows[0]?.count ?? 0, failed: rows };
    },
    retry: async (id) => {
      const { rows } = await pool.query(
        'SELECT FROM graphile_worker.jobs WHERE id = $1 AND attempts >= max_attempts',
        [id],
      );
      if (rows.length === 0) return false;
      // The library's own helper takes 0 attempts for none given (docs/solutions/2026-11-22-retry-with-zero-attempts.md).
      await pool.query('SELECT graphile_worker.reschedule_jobs(ARRAY[$1::bigint], now(), NULL, 0)', [id]);
      return true;
    },
    stop: async () => {
      await turn.end();
      await utils.release();
      await pool.end();
    },
  };
}
