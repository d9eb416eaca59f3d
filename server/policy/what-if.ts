// What a change of one clause costs the whole city, at once: only this clause is worked out again, against what the other
// members of its group pay; conditions that the change left alone are remembered for the whole register.
import type { BoundClause, Column, RuleSet } from '../../core/policy/engine/form.ts';
import { planOf } from '../../core/policy/engine/plan.ts';
import { SET_BYTES } from '../../core/policy/engine/wasm/layout.ts';
import type { Register } from './memory.ts';
import { type ClauseFigures, payoutsOf, prepare } from './prepare.ts';
import { run } from './run.ts';

export interface WhatIfAnswer {
  /** Subjects that the changed clause matches, and their amounts before overlap. */
  readonly matched: number;
  readonly matchedFen: number;
  /** What the clause's group and the whole rule set pay with the change, and how much more that is than without. */
  readonly groupFen: number;
  readonly totalFen: number;
  readonly moreFen: number;
}

/** Leaves whose rows are remembered; those of the clause at hand, and room for a slider to go back and forth. */
const REMEMBERED = 24;

/** What others of the group already pay a subject, and what was paid before where the group tops up. */
const ALREADY = 'paid_by_others';
const already: Column = {
  name: ALREADY,
  storage: 'f64',
  measure: 'fen',
  nullable: true,
  least: 0,
  greatest: Number.MAX_SAFE_INTEGER,
};

const paidIn = (figures: readonly ClauseFigures[]): number =>
  figures.reduce((sum, { paidFen }) => sum + paidFen, 0);

class RememberedRows {
  readonly #register: Register;
  readonly #known = new Map<string, { readonly address: number; filled: boolean }>();

  constructor(register: Register) {
    this.#register = register;
  }

  get #bytes(): number {
    return this.#register.blocks * SET_BYTES;
  }

  /** The leaf's place; whoever lay unused longest makes room. */
  readonly of = (leaf: string) => {
    const known = this.#known.get(leaf) ?? { address: this.#register.room.take(this.#bytes), filled: false };
    this.#known.delete(leaf);
    this.#known.set(leaf, known);
    return { ...known };
  };

  /** After a run every leaf it asked for is filled. */
  settle(): void {
    for (const each of this.#known.values()) each.filled = true;
    for (const [leaf, { address }] of this.#known) {
      if (this.#known.size <= REMEMBERED) break;
      this.#known.delete(leaf);
      this.#register.room.give(address, this.#bytes);
    }
  }

  forget(): void {
    for (const { address } of this.#known.values()) this.#register.room.give(address, this.#bytes);
    this.#known.clear();
  }
}

/** One clause under the hand of an official: opened once, priced at every move of a slider. */
export class WhatIf {
  readonly #register: Register;
  readonly #ruleSet: RuleSet;
  readonly #clause: BoundClause;
  readonly #remembered: RememberedRows;
  readonly #already: number;
  readonly #totalFen: number;
  /** What the group pays as it stands, and what it would pay without the clause. */
  readonly #groupFen: number;
  readonly #othersFen: number;

  constructor(register: Register, ruleSet: RuleSet, clauseId: string) {
    const clause = ruleSet.clauses.find(({ id }) => id === clauseId);
    if (clause === undefined) throw new Error(`no clause ${clauseId} in the rule set`);
    this.#register = register;
    this.#ruleSet = ruleSet;
    this.#clause = clause;
    this.#remembered = new RememberedRows(register);
    this.#already = register.room.take(register.paddedRows * 8);
    this.#totalFen = paidIn(this.#runAll(ruleSet.clauses));
    const group = ruleSet.clauses.filter(
      (each) => each === clause || (clause.group !== null && each.group === clause.group),
    );
    this.#groupFen = group.length === ruleSet.clauses.length ? this.#totalFen : paidIn(this.#runAll(group));
    this.#othersFen = this.#runOthers(group.filter((each) => each !== clause));
  }

  #runAll(clauses: readonly BoundClause[]): readonly ClauseFigures[] {
    const { schema } = this.#ruleSet;
    const prepared = prepare(this.#register, planOf({ schema, clauses }), { payouts: false });
    const figures = run(prepared);
    prepared.release();
    return figures;
  }

  /** Fills the column of what is paid already. */
  #runOthers(others: readonly BoundClause[]): number {
    const { schema } = this.#ruleSet;
    const prepared = prepare(this.#register, planOf({ schema, clauses: others }));
    const figures = run(prepared);
    const column = new Float64Array(this.#register.room.buffer, this.#already, this.#register.rows);
    column.set(payoutsOf(prepared));
    prepared.release();
    const { rule, paid } = this.#clause;
    const before = rule === 'topUp' && schema.find(({ name }) => name === paid);
    if (before) {
      const values = this.#register.values(before);
      for (let row = 0; row < column.length; row++) column[row] = (column[row] ?? 0) + (values[row] ?? 0);
    }
    return paidIn(figures);
  }

  /** Prices the clause as changed; only its condition and amount count, its group stays what it was. */
  price({ when, amount }: Pick<BoundClause, 'when' | 'amount'>): WhatIfAnswer {
    const plan = planOf({
      schema: [...this.#ruleSet.schema, already],
      clauses: [{ ...this.#clause, when, amount, group: null, rule: 'topUp', paid: ALREADY }],
    });
    const prepared = prepare(this.#register, plan, {
      payouts: false,
      stored: this.#remembered.of,
      columns: new Map([[ALREADY, this.#already]]),
    });
    const [figures] = run(prepared);
    prepared.release();
    this.#remembered.settle();
    const { matched, matchedFen, paidFen } = figures ?? { matched: 0, matchedFen: 0, paidFen: 0 };
    const groupFen = this.#othersFen + paidFen;
    const moreFen = groupFen - this.#groupFen;
    return { matched, matchedFen, groupFen, totalFen: this.#totalFen + moreFen, moreFen };
  }

  close(): void {
    this.#remembered.forget();
    this.#register.room.give(this.#already, this.#register.paddedRows * 8);
  }
}
