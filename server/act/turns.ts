// Many writes in one transaction: requests that arrive together are committed together, each with its own answer.
import { fail, type Result, succeed } from '../../core/result.ts';
import type { Context } from '../context.ts';
import { appendAudit, type NewAuditEntry } from '../store/audit/audit.ts';
import { findAnswers, keepAnswers } from '../store/audit/request-keys.ts';
import type { Actor, Deed } from './perform.ts';

export interface Turn<In> extends Actor {
  /** When the request reached the server: it decides lateness, however long it waits here. */
  readonly receivedAt: Date;
  readonly body: In;
}

/** Throw it where somebody else (another server) was faster: every turn of the group is tried once more, alone. */
export class Contended extends Error {}

export interface TurnSettings<In, Out, Code extends string, Ready = null> {
  /** What the work needs from outside the transaction; it is fetched while that begins. */
  readonly prepare: () => Promise<Ready>;
  /** What a turn touches: two turns that touch the same never share a transaction. */
  readonly touches: (body: In) => readonly string[];
  /**
   * Facts, rule and rows of many turns: one answer each, in their order. A refused turn leaves no rows; what turns note
   * goes into the audit log with the commit.
   */
  readonly work: (
    inside: Context,
    turns: readonly Turn<In>[],
    note: (turn: Turn<In>, deed: Deed) => void,
    ready: Ready,
  ) => Promise<readonly Result<Out, Code>[]>;
  /** Turns in one transaction. */
  readonly most: number;
  /** Turns that may wait; beyond that a request is told to come back. */
  readonly queue: number;
}

export type TurnProblem = 'request.keyMismatch' | 'state.changed' | 'server.overloaded';

interface Waiting<In, Out, Code extends string> {
  readonly turn: Turn<In>;
  resolve(result: Result<Out, Code | TurnProblem>): void;
  reject(error: unknown): void;
}

export interface Turns<In, Out, Code extends string> {
  take(turn: Turn<In>): Promise<Result<Out, Code | TurnProblem>>;
}

const keyName = ({ key }: Turn<unknown>): readonly string[] =>
  key === null ? [] : [`key ${key.accountId} ${key.key}`];

async function commit<In, Out, Code extends string, Ready>(
  context: Context,
  turns: readonly Turn<In>[],
  { work, prepare }: TurnSettings<In, Out, Code, Ready>,
): Promise<readonly Result<Out, Code | TurnProblem>[]> {
  const preparing = prepare();
  // Its failure is met where it is waited for; until then it is nobody's.
  preparing.catch(() => {});
  return context.db.transaction().execute(async (db) => {
    const { jurisdiction } = context;
    const before = await findAnswers(
      db,
      jurisdiction,
      turns.flatMap(({ key }) => key ?? []),
    );
    const answered = turns.map(({ key }): Result<Out, 'request.keyMismatch'> | null => {
      const found = key ? before.get(`${key.accountId} ${key.key}`) : undefined;
      if (!found || !key) return null;
      // The answer was written as JSON by the same route for the same body, so it has the route's shape.
      return found.bodySha256 === key.bodySha256 ? succeed(found.answer as Out) : fail('request.keyMismatch');
    });
    const fresh = turns.filter((_, index) => answered[index] === null);
    if (fresh.length === 0) return answered.flatMap((each) => each ?? []);
    const entries: NewAuditEntry[] = [];
    const noteDeed = ({ caller, receivedAt }: Turn<In>, deed: Deed): void => {
      const { act, objectKind, objectId, detail = {} } = deed;
      const at = receivedAt.toISOString();
      const { accountId } = caller;
      entries.push({ at, accountId, act, objectKind, objectId, detail: JSON.stringify(detail) });
    };
    const results = await work({ ...context, db }, fresh, noteDeed, await preparing);
    const kept = fresh.flatMap(({ key }, index) => {
      const result = results[index];
      return key && result?.ok ? [{ ...key, answer: result.value }] : [];
    });
    if ((await keepAnswers(db, jurisdiction, kept)) < kept.length) throw new Contended();
    await appendAudit(db, jurisdiction, entries);
    let next = 0;
    return answered.map((each): Result<Out, Code | TurnProblem> => {
      const result = each ?? results[next++];
      if (!result) throw new TypeError('every turn has an answer');
      return result;
    });
  });
}

/** One group at a time; what arrives meanwhile forms the next one. */
export function openTurns<In, Out, Code extends string, Ready>(
  context: Context,
  settings: TurnSettings<In, Out, Code, Ready>,
): Turns<In, Out, Code> {
  type Each = Waiting<In, Out, Code>;
  let waiting: Each[] = [];
  let running = false;

  /** The longest waiting first; a turn that touches what the group already touches waits for the next. */
  const nextGroup = (): Each[] => {
    const touched = new Set<string>();
    const group: Each[] = [];
    const left: Each[] = [];
    for (const each of waiting) {
      const touches = group.length < settings.most ? settings.touches(each.turn.body) : [];
      const names = [...keyName(each.turn), ...touches];
      if (group.length < settings.most && !names.some((name) => touched.has(name))) group.push(each);
      else left.push(each);
      // Also what had to wait keeps its place before whoever touches the same.
      for (const name of names) touched.add(name);
    }
    waiting = left;
    return group;
  };
  const alone = async (each: Each, tries: number): Promise<void> => {
    try {
      const [result] = await commit(context, [each.turn], settings);
      if (result) each.resolve(result);
      else each.reject(new TypeError('every turn has an answer'));
    } catch (error) {
      if (!(error instanceof Contended)) each.reject(error);
      else if (tries > 0) await alone(each, tries - 1);
      else each.resolve(fail('state.changed'));
    }
  };
  const runGroup = async (group: readonly Each[]): Promise<void> => {
    try {
      const turns = group.map(({ turn }) => turn);
      const results = await commit(context, turns, settings);
      for (const [index, each] of group.entries()) {
        const result = results[index];
        if (result) each.resolve(result);
        else each.reject(new TypeError('every turn has an answer'));
      }
    } catch {
      // One of them spoiled it for all, or another server was faster: each gets the answer it has alone.
      for (const each of group) await alone(each, 2);
    }
  };
  const run = async (): Promise<void> => {
    running = true;
    while (waiting.length > 0) await runGroup(nextGroup());
    running = false;
  };
  return {
    take: (turn) =>
      new Promise((resolve, reject) => {
        if (waiting.length >= settings.queue) return resolve(fail('server.overloaded', { seconds: '2' }));
        waiting.push({ turn, resolve, reject });
        // After the requests that lie in the same read of the sockets.
        if (!running) {
          running = true;
          setImmediate(() => void run());
        }
      }),
  };
}
