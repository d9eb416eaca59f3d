// The facts that clauses ask for, as fields of a form; and what was typed into them as numbers, each wrong one named.

import type { policyRoutes } from '../../../core/contract/policies.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import type { CompiledRules } from '../../../core/policy/engine/compile.ts';
import type { Measure } from '../../../core/policy/engine/form.ts';
import { namesRead } from '../../../core/policy/engine/reads.ts';
import type { Fact } from '../../../core/policy/register/fact.ts';
import { readCell, readFlagCell } from '../../../core/policy/register/read-cell.ts';
import type { Facts } from '../../../core/policy/row.ts';
import { problemText } from '../../../core/vocabulary/problem.ts';
import type { Words } from '../../../core/vocabulary/words.ts';

type Field = OutputOf<(typeof policyRoutes)['GET /api/policies']['response']>['facts'][number];

export const kindOf: Readonly<Record<Measure, Field['kind']>> = {
  ...{ fen: 'money', count: 'count', year: 'year', date: 'date', code: 'code', area: 'area' },
  ...{ share: 'count', flags: 'flag' },
};
/** Money is typed in 万元, as firms report it, unless another unit is typed with it. */
export const typedIn: Readonly<Record<Field['kind'], Words>> = {
  money: { zh: '万元', en: 'CNY 10,000' },
  area: { zh: '平方米', en: 'm²' },
  year: { zh: '年份', en: 'year' },
  date: { zh: '年-月-日', en: 'YYYY-MM-DD' },
  code: { zh: '四位代码', en: '4-digit code' },
  count: { zh: '', en: '' },
  flag: { zh: '', en: '' },
};

/** How many clauses ask for each fact. */
function askedOf(rules: CompiledRules): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const detail of rules.details)
    for (const name of namesRead(detail, rules.ruleSet.schema)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** Fields of the form, those that most clauses ask for first. */
export function fieldsOf(rules: CompiledRules): Field[] {
  const asked = askedOf(rules);
  const field = (name: string, label: Words, kind: Field['kind'], unit: Words | null): Field => ({
    ...{ name, label, kind, unit: unit ?? typedIn[kind], asked: asked.get(name) ?? 0 },
  });
  return rules.facts
    .flatMap((fact) =>
      fact.flags
        ? fact.flags.map(({ name, label }) => field(name, label, 'flag', null))
        : [field(fact.name, fact.label, kindOf[fact.measure], fact.unit)],
    )
    .filter((each) => each.asked > 0 && !each.name.startsWith('once_'))
    .sort((a, b) => b.asked - a.asked);
}

export interface Typed {
  readonly facts: Facts;
  readonly wrong: readonly { fact: string; label: Words; written: string; words: Words }[];
}

/** What was typed, by fact. A fact that nobody knows here is named too: it may be a slip of a name. */
export function readTyped(rules: CompiledRules, given: Readonly<Record<string, string>>): Typed {
  const columns = new Map<string, Fact>(rules.facts.map((fact) => [fact.name, fact]));
  const flags = new Map(rules.facts.flatMap((fact) => fact.flags ?? []).map((flag) => [flag.name, flag]));
  const facts: Record<string, number | boolean | null> = {};
  const wrong: Typed['wrong'][number][] = [];
  for (const [name, written] of Object.entries(given)) {
    const fact = columns.get(name);
    const flag = flags.get(name);
    const label = flag?.label ?? fact?.label ?? { zh: name, en: name };
    const unit = fact?.measure === 'fen' ? '万元' : fact?.measure === 'area' ? '平方米' : '';
    const read = flag ? readFlagCell(written) : fact && !fact.flags ? readCell(written, fact, unit) : null;
    if (read?.ok) facts[name] = read.value;
    else {
      const words = read ? problemText[read.code] : { zh: '没有这一项', en: 'no such fact' };
      wrong.push({ fact: name, label, written, words });
    }
  }
  return { facts, wrong };
}
