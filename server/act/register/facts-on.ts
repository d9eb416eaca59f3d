// The facts of one enterprise on a day, as far as they may be used for a purpose, with what it has received before.
import type { Clause } from '../../../core/policy/clause.ts';
import type { Purpose } from '../../../core/policy/register/consent.ts';
import { pastFacts } from '../../../core/policy/register/history.ts';
import { factsKnown, factTable, ownDuty } from '../../../core/policy/register/known.ts';
import { registerFor } from '../../../core/policy/register.ts';
import type { Facts } from '../../../core/policy/row.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Context } from '../../context.ts';
import { findCodes, getGrounds, getLayout, listKept } from '../../store/register/stream.ts';
import { freshnessOf } from './freshness.ts';

export interface FactsQuestion {
  readonly day: IsoDate;
  readonly clauses: readonly Clause[];
  readonly purpose?: Purpose;
}

/** undefined where the register does not know the code. */
export async function factsOn(
  { db, jurisdiction }: Pick<Context, 'db' | 'jurisdiction'>,
  code: string,
  { day, clauses, purpose = 'matching' }: FactsQuestion,
): Promise<Facts | undefined> {
  const [enterprise] = await listKept(db, jurisdiction, await findCodes(db, jurisdiction, [code]));
  if (!enterprise) return undefined;
  const [layout, grounds] = [await getLayout(db, jurisdiction), await getGrounds(db, jurisdiction)];
  const freshness = await freshnessOf({ db, jurisdiction });
  const facts = registerFor('enterprise', clauses);
  const groundOf = (importId: string | null) =>
    importId === null ? ownDuty : (grounds.get(importId) ?? { ...ownDuty, purposes: [] });
  const known = factsKnown(enterprise, {
    day,
    purpose,
    layout,
    facts: factTable(facts),
    groundOf,
    freshness,
  });
  const names = new Set(facts.flatMap((fact) => [fact.name, ...(fact.bits ?? [])]));
  const past = [...pastFacts(enterprise.awards, day)].filter(([name]) => names.has(name));
  return { ...known, ...Object.fromEntries(past) };
}
