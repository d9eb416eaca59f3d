// The register of a city in memory, ready for questions: what every clause pays, who matches, what a change would cost.
import { columnsRun } from '../../core/policy/engine/columns/run.ts';
import type { RuleSet } from '../../core/policy/engine/form.ts';
import { planOf } from '../../core/policy/engine/plan.ts';
import type { Register } from './memory.ts';
import { Pool } from './pool.ts';
import { type ClauseFigures, type Prepared, payoutsOf, prepare } from './prepare.ts';
import { type Matches, runKeeping } from './run.ts';
import { WhatIf } from './what-if.ts';

/** Rule sets that stay ready: the one in force, a draft, and the two versions of a comparison. */
const READY_RULE_SETS = 4;
/** Sessions that stay open; each holds a float a subject. */
const OPEN_SESSIONS = 4;

/** Keeps the last few of a kind; the one that lay unused longest is closed. */
class Kept<T> {
  readonly #all = new Map<string, T>();
  readonly #most: number;
  readonly #close: (each: T) => void;

  constructor(most: number, close: (each: T) => void) {
    this.#most = most;
    this.#close = close;
  }

  get(key: string, make: () => T): T {
    const found = this.#all.get(key) ?? make();
    this.#all.delete(key);
    this.#all.set(key, found);
    for (const [oldest, each] of this.#all) {
      if (this.#all.size <= this.#most) break;
      this.#all.delete(oldest);
      this.#close(each);
    }
    return found;
  }

  clear(): void {
    for (const each of this.#all.values()) this.#close(each);
    this.#all.clear();
  }
}

export interface Priced {
  readonly figures: readonly ClauseFigures[];
  /** What each subject is paid in all, in the order of the register. */
  readonly payouts: Float64Array;
}

export class City {
  readonly register: Register;
  readonly #pool: Pool;
  readonly #together = new Kept<Prepared>(READY_RULE_SETS, (prepared) => prepared.release());
  readonly #sessions = new Kept<WhatIf>(OPEN_SESSIONS, (session) => session.close());

  #turn: Promise<unknown> = Promise.resolve();

  private constructor(register: Register, pool: Pool) {
    this.register = register;
    this.#pool = pool;
  }

  static async open(register: Register, threads: number): Promise<City> {
    return new City(register, await Pool.on(register, threads));
  }

  /** Prices a rule set on all threads; the payouts are a copy that the next run leaves alone. */
  price(ruleSet: RuleSet): Promise<Priced> {
    // One after the other: what is ready for a run in progress must not be closed to make room for the next.
    const turn = this.#turn.then(() => this.#price(ruleSet));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #price(ruleSet: RuleSet): Promise<Priced> {
    const prepared = this.#together.get(ruleSet.hash, () =>
      prepare(this.register, planOf(ruleSet), { threads: this.#pool.threads }),
    );
    const figures = await this.#pool.run(prepared);
    return { figures, payouts: payoutsOf(prepared).slice() };
  }

  /** Changes rows between two runs; sessions that were opened on the old ones are given up. */
  renew(change: () => void): Promise<void> {
    const turn = this.#turn.then(() => {
      change();
      this.#sessions.clear();
    });
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** Every subject that matches a clause, with its amount and what it is paid after overlap. */
  matches(ruleSet: RuleSet): Matches {
    const prepared = prepare(this.register, planOf(ruleSet), { payouts: false });
    const { matches } = runKeeping(prepared);
    prepared.release();
    return matches;
  }

  /** A clause of the rule set under a slider; asked for again, it is the same session. */
  whatIf(ruleSet: RuleSet, clauseId: string): WhatIf {
    return this.#sessions.get(
      `${ruleSet.hash} ${clauseId}`,
      () => new WhatIf(this.register, ruleSet, clauseId),
    );
  }

  /** The same as `matches` without WebAssembly, where a policy of the host forbids it; slower by a factor of about twenty. */
  plainMatches(ruleSet: RuleSet): Matches {
    const rows: number[] = [];
    const clauses: number[] = [];
    const amounts: number[] = [];
    const payouts: number[] = [];
    const columns = Object.fromEntries(
      this.register.schema.map((column) => [column.name, this.register.values(column)]),
    );
    columnsRun(planOf(ruleSet), columns)(0, this.register.rows, (row, clause, fen, paid) => {
      rows.push(row);
      clauses.push(clause);
      amounts.push(fen);
      payouts.push(paid);
    });
    return {
      length: rows.length,
      rows: Uint32Array.from(rows),
      clauses: Uint32Array.from(clauses),
      fen: Float64Array.from(amounts),
      paidFen: Float64Array.from(payouts),
    };
  }

  async close(): Promise<void> {
    await this.#turn;
    await this.#pool.close();
    this.#sessions.clear();
    this.#together.clear();
  }
}
