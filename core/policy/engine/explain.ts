// Why a clause pays or does not, for one subject: every failed condition with actual, required and the distance to yes,
// every missing fact, every step of the amount, and which clause of a group beat which.
import type { Row } from '../row.ts';
import type { Words } from '../words/words.ts';
import { bestOf, Closures, FALSE, groupPays, groupsOf, payable, TRUE } from './closure.ts';
import type { CompiledRules } from './compile.ts';
import type { ExplainedAmount } from './explain-amount.ts';
import type { AskedCondition } from './explain-asked.ts';
import { ExplainBuilder } from './explain-build.ts';
import { LeafTable } from './explain-leaf.ts';
import { Notebook, type Notes, noteAll } from './explain-note.ts';
import type { Explanation, No, Unknown, Yes } from './explain-result.ts';
import type { BoundClause, Condition, RuleSet } from './form.ts';

/** A yes until the clauses of its group have been compared. */
type Paying = { -readonly [Key in keyof Yes]: Yes[Key] };

interface ExplainedClause {
  readonly id: string;
  readonly when: AskedCondition;
  readonly amount: ExplainedAmount;
}

function explainedClause({ id, when, amount }: BoundClause, builder: ExplainBuilder): ExplainedClause {
  return { id, when: builder.condition(when), amount: builder.amount(amount) };
}

/** One clause: what it finds is copied out of the notes, which then serve the next clause. */
function explainClause({ id, when, amount }: ExplainedClause, row: Row, notes: Notes): Paying | No | Unknown {
  notes.amount = Number.NaN;
  const told = when.told(notes.looks);
  if (told.is === FALSE) return told.sayNo(notes.looks);
  notes.missing.count = 0;
  notes.steps.count = 0;
  if (told.is === TRUE) {
    const value = payable(amount.steps(row, notes));
    notes.amount = value;
    if (!Number.isNaN(value))
      return { answer: 'yes', id, amount: value, pays: value, beatenBy: null, steps: notes.steps.copy() };
  }
  noteAll(told.missing, row, notes);
  noteAll(amount.missing, row, notes);
  return told.sayUnknown(notes);
}

/** Explains every clause of a rule set for one row. */
export function explainer(
  ruleSet: RuleSet,
  labels: ReadonlyMap<Condition, Words> = new Map(),
): (row: Row) => Explanation {
  const { schema } = ruleSet;
  const shared = { schema, labels, closures: new Closures(schema), table: new LeafTable(), asked: new Map() };
  const clauses = ruleSet.clauses.map((clause) =>
    explainedClause(clause, new ExplainBuilder(clause.id, shared)),
  );
  const groups = groupsOf(ruleSet.clauses, shared.closures);
  const { looks, read } = shared.table.reader(schema, shared.closures);
  const notes: Notes = { looks, missing: new Notebook(), steps: new Notebook(), amount: Number.NaN };
  const amounts = new Float64Array(clauses.length);
  return (row) => {
    read(row);
    const results = clauses.map((clause, at) => {
      const result = explainClause(clause, row, notes);
      amounts[at] = notes.amount;
      return result;
    });
    for (const group of groups) {
      const best = bestOf(group.members, amounts);
      if (best < 0) continue;
      for (const at of group.members) {
        const result = results[at];
        if (result?.answer !== 'yes') continue;
        result.pays = at === best ? groupPays(result.amount, group, row) : 0;
        result.beatenBy = at === best ? null : (ruleSet.clauses[best]?.id ?? null);
      }
    }
    let total = 0;
    for (let at = 0; at < results.length; at++) {
      if (Number.isNaN(amounts[at])) continue;
      const result = results[at];
      if (result?.answer === 'yes') total += result.pays;
    }
    return { results, total };
  };
}

/** All labels of compiled clauses in one table, for `explainer`. */
export const labelsOf = (rules: CompiledRules): ReadonlyMap<Condition, Words> =>
  new Map(rules.details.flatMap((detail) => [...detail.labels]));
