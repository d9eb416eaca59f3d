// What a clause's names mean on one day: parameters with their value of that day, facts of the register, flags by name.
import type { IsoDate } from '../../quantity/date.ts';
import type { Clause } from '../clause.ts';
import type { ClauseProblem, ClauseProblemCode } from '../clause-problem.ts';
import type { Fact } from '../register/fact.ts';
import { readValue, type Value } from '../value.ts';
import type { Words } from '../words/words.ts';
import type { Condition, Measure } from './form.ts';

/** What an expression counts; `any` is 0 or a place already reported, `rate` stands only where something is multiplied. */
export interface Kind {
  readonly measure: Measure | 'rate' | 'any';
  /** Of a count: 人, 家, 年. */
  readonly unit: string;
}

export const ANY: Kind = { measure: 'any', unit: '' };
export const kindText = (kind: Kind): string => `${kind.measure}${kind.unit === '' ? '' : `(${kind.unit})`}`;

export interface FlagPlace {
  readonly column: string;
  readonly bit: number;
}

export interface Names {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly flags: ReadonlyMap<string, FlagPlace>;
}

export function namesOf(facts: readonly Fact[]): Names {
  const flags = new Map<string, FlagPlace>();
  for (const fact of facts)
    fact.bits?.forEach((name, bit) => {
      flags.set(name, { column: fact.name, bit });
    });
  return { facts: new Map(facts.map((fact) => [fact.name, fact])), flags };
}

/** Collects problems while a clause is bound, so that an author sees all of them at once. */
export class Scope {
  readonly problems: ClauseProblem[] = [];
  readonly used = new Set<string>();
  readonly labels = new Map<Condition, Words>();
  readonly params: ReadonlyMap<string, Value>;
  readonly clause: Clause;
  readonly names: Names;
  readonly day: IsoDate;

  constructor(clause: Clause, names: Names, day: IsoDate) {
    this.clause = clause;
    this.names = names;
    this.day = day;
    this.params = this.valuesOn(day);
  }

  report(code: ClauseProblemCode, path: string, params: Readonly<Record<string, string>> = {}): void {
    this.problems.push({ code, clause: this.clause.id, path, params });
  }

  private valuesOn(day: IsoDate): ReadonlyMap<string, Value> {
    const values = new Map<string, Value>();
    for (const [name, dated] of Object.entries(this.clause.params)) {
      const at = dated.findLastIndex((entry) => entry.from <= day);
      const entry = dated[at];
      if (!entry) {
        this.report('parameter.noValue', `params.${name}`, { name, day });
        continue;
      }
      const value = readValue(entry.value);
      if (typeof value === 'string')
        this.report(value, `params.${name}[${at}].value`, { value: entry.value });
      else values.set(name, value);
    }
    return values;
  }

  /** The value of `$name`; reported where there is none. */
  parameter(reference: string, path: string): Value | null {
    const name = reference.slice(1);
    this.used.add(name);
    const value = this.params.get(name);
    if (!value && !this.clause.params[name]) this.report('parameter.unknown', path, { name });
    return value ?? null;
  }

  /** A number-bearing fact; flags and unknown names are reported. */
  fact(name: string, path: string): Fact | null {
    const fact = this.names.facts.get(name);
    if (!fact)
      this.report(this.names.flags.has(name) ? 'fact.wrongKind' : 'fact.unknown', path, {
        name,
        found: 'flag',
      });
    else if (fact.measure === 'flags') this.report('fact.wrongKind', path, { name, found: 'flags' });
    else return fact;
    return null;
  }

  /** True where both count the same thing; otherwise reported. */
  isAlike(left: Kind, right: Kind, path: string): boolean {
    if (left.measure === 'any' || right.measure === 'any') return true;
    if (left.measure === right.measure && left.unit === right.unit && left.measure !== 'rate') return true;
    this.report('unit.mismatch', path, { left: kindText(left), right: kindText(right) });
    return false;
  }
}
