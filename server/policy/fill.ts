// Writes what is known of enterprises into the columns of the register: millions by a short way, the few with a word of their own
// on consent or several statements by the rule itself.
import { certifiedFacts } from '../../core/policy/register/certificate.ts';
import { type Ground, groupOf, mayUse, type Purpose } from '../../core/policy/register/consent.ts';
import type { Fact } from '../../core/policy/register/fact.ts';
import { type Freshness, figureLasts, isStale } from '../../core/policy/register/freshness.ts';
import { pastFacts } from '../../core/policy/register/history.ts';
import {
  factsKnown,
  factTable,
  isLasting,
  type Layout,
  ownDuty,
  type Statement,
} from '../../core/policy/register/known.ts';
import type { IsoDate } from '../../core/quantity/date.ts';
import type { KeptEnterprise } from '../store/register/stream.ts';
import type { Register, Values } from './memory.ts';

interface NumberPlace {
  readonly values: Values;
  readonly empty: number;
}

interface FlagPlace {
  readonly values: Values;
  readonly known: Values | null;
  readonly mask: number;
}

export interface Filling {
  readonly day: IsoDate;
  readonly purpose: Purpose;
  readonly layout: Layout;
  readonly grounds: ReadonlyMap<string, Ground>;
  readonly freshness: Freshness;
}

/** A way to write one enterprise into a row. */
export type Fill = (row: number, enterprise: KeptEnterprise) => void;

export function filler(register: Register, facts: readonly Fact[], filling: Filling): Fill {
  const { day, purpose, layout, grounds, freshness } = filling;
  const numbers = new Map<string, NumberPlace>();
  const flags = new Map<string, FlagPlace>();
  for (const column of register.schema) {
    const values = register.values(column);
    numbers.set(column.name, { values, empty: column.nullable ? Number.NaN : Math.max(0, column.least) });
    const twin = register.schema.find(({ name }) => name === column.known);
    column.bits?.forEach((name, bit) => {
      flags.set(name, { values, known: twin ? register.values(twin) : null, mask: 2 ** bit });
    });
  }
  const places = [...numbers.values()];
  const table = factTable(facts);
  const groundOf = (importId: string | null): Ground =>
    importId === null ? ownDuty : (grounds.get(importId) ?? { ...ownDuty, purposes: [] });
  const byPosition = layout.map((name) =>
    table.has(name) ? (flags.get(name) ?? numbers.get(name) ?? null) : null,
  );
  const usable = new Map<string, readonly boolean[]>();
  const usableOf = (importId: string | null): readonly boolean[] => {
    const key = importId ?? '';
    const found =
      usable.get(key) ??
      layout.map((name) => mayUse({ group: groupOf(name), purpose, day }, groundOf(importId), []));
    usable.set(key, found);
    return found;
  };

  const lasting = layout.map((name) => {
    const fact = table.get(name);
    return fact ? isLasting(fact) : false;
  });
  const setFlag = ({ values, known, mask }: FlagPlace, row: number, is: boolean): void => {
    const old = values[row] ?? 0;
    values[row] = is ? (old | mask) >>> 0 : (old & ~mask) >>> 0;
    if (known) known[row] = ((known[row] ?? 0) | mask) >>> 0;
  };
  const set = (row: number, name: string, value: number | boolean | null): void => {
    const flag = flags.get(name);
    const number = numbers.get(name);
    if (flag && typeof value === 'boolean') setFlag(flag, row, value);
    else if (number && typeof value === 'number') number.values[row] = value;
  };
  const fillPlain = (row: number, { year: of, figures, importId }: Statement): void => {
    const allowed = usableOf(importId);
    const isOld = isStale(figureLasts(of, freshness), day);
    for (let at = 0; at < figures.length; at++) {
      const value = figures[at];
      const place = byPosition[at];
      if (value === null || value === undefined || !place || !allowed[at] || (isOld && !lasting[at]))
        continue;
      if ('mask' in place) setFlag(place, row, value === 1);
      else place.values[row] = value;
    }
  };
  const year = Number(day.slice(0, 4));
  return (row, enterprise) => {
    for (const { values, empty } of places) values[row] = empty;
    const [only, more] = enterprise.statements;
    if (only && !more && enterprise.consents.length === 0) {
      if (only.year <= year) fillPlain(row, only);
      for (const [name, value] of certifiedFacts(enterprise.certificates, day, freshness))
        set(row, name, value);
    } else {
      const known = factsKnown(enterprise, { day, purpose, layout, facts: table, groundOf, freshness });
      for (const [name, value] of Object.entries(known)) set(row, name, value);
    }
    for (const [name, value] of pastFacts(enterprise.awards, day)) set(row, name, value);
  };
}
