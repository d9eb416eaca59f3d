// What a draft costs the whole city, at every move of a slider: a session for the clause, asked with other numbers each time.
import type { clauseRoutes } from '../../../core/contract/clauses.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import { placed } from '../../../core/policy/author/check-text.ts';
import { withValues } from '../../../core/policy/author/parameter.ts';
import type { Clause } from '../../../core/policy/clause.ts';
import { bindClause } from '../../../core/policy/engine/compile.ts';
import { namesOf } from '../../../core/policy/engine/compile-scope.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { Rules } from '../../act/clause/rules-on.ts';
import { cityOf, type RegisterCity } from '../../act/register/city-of.ts';
import type { Context } from '../../context.ts';
import type { City } from '../../policy/city.ts';
import { type DraftQuestion, type DraftRules, draftRules } from './draft-rules.ts';
import { moneyOf, problemsOf } from './said.ts';

type Priced = OutputOf<(typeof clauseRoutes)['POST /api/clause-desk/price']['response']>;
export type DraftPriceProblem = 'clauseDraft.notReadable' | 'clauseDraft.noRegister';

export interface PricedTogether {
  readonly rules: DraftRules & {
    readonly clause: Clause;
    readonly drafted: Rules;
    readonly published: Rules;
  };
  readonly register: RegisterCity;
}

/** A draft that can be priced, with the register as it is known today: nobody knows the one of its first day. */
export async function openPricing(
  context: Context,
  question: DraftQuestion,
): Promise<Result<PricedTogether, DraftPriceProblem>> {
  const rules = await draftRules(context, question);
  const { clause, drafted, published } = rules;
  if (!clause || !drafted || !published) return fail('clauseDraft.notReadable');
  if (clause.subject !== 'enterprise') return fail('clauseDraft.noRegister');
  const clauses = [...published.clauses, clause];
  const register = await cityOf(context, { day: context.today(), clauses });
  return succeed({ rules: { ...rules, clause, drafted, published }, register });
}

/** Totals of published rule sets, by register version and hash: they stay while a slider moves. */
const totals = new WeakMap<City, Map<string, Promise<number>>>();

function totalOf({ city, version }: RegisterCity, { compiled }: Rules): Promise<number> {
  const known = totals.get(city) ?? new Map<string, Promise<number>>();
  totals.set(city, known);
  const key = `${version} ${compiled.ruleSet.hash}`;
  const total =
    known.get(key) ??
    city
      .price(compiled.ruleSet)
      .then(({ figures }) => figures.reduce((sum, { paidFen }) => sum + paidFen, 0));
  if (!known.has(key)) known.clear();
  known.set(key, total);
  total.catch(() => known.delete(key));
  return total;
}

export async function priceDraft(
  context: Context,
  { values, ...question }: DraftQuestion & { readonly values: Readonly<Record<string, string>> },
): Promise<Result<Priced, DraftPriceProblem>> {
  const opened = await openPricing(context, question);
  if (!opened.ok) return opened;
  const { rules, register } = opened.value;
  const { clause, day, drafted, published, book } = rules;
  const { facts, ruleSet } = drafted.compiled;
  const changed = withValues(clause, day, values);
  const { detail, problems } = bindClause(changed, namesOf(facts), ruleSet.schema, day);
  const asked = { day, values: { ...values } };
  if (problems.length > 0) {
    const found = problems.map((problem) => placed(question.text, problem));
    return succeed({ ...asked, priced: null, problems: problemsOf(found, book.versions) });
  }
  const before = await totalOf(register, published);
  const session = register.city.whatIf(ruleSet, clause.id);
  const began = process.hrtime.bigint();
  const { matched, totalFen } = session.price(detail.bound);
  const micros = Number((process.hrtime.bigint() - began) / 1000n);
  const sums = { total: moneyOf(totalFen), before: moneyOf(before), more: moneyOf(totalFen - before) };
  return succeed({ ...asked, priced: { subjects: register.rows, matched, ...sums, micros }, problems: [] });
}
