// What is known of the figures before the ones that are being entered, in one question for many.
import type { FigureContext } from '../../../core/observe/figure-check.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { parseDecimal, printDecimal, scaleByTen, trim } from '../../../core/quantity/decimal.ts';
import { readUnit } from '../../../core/quantity/unit.ts';
import type { Context } from '../../context.ts';
import { findLastAmounts, type LastFound } from '../../store/report/last.ts';
import { type Asked, contextOf, type LastAmount } from './asks.ts';

export interface AskedInPeriod {
  readonly asked: Asked;
  readonly period: string;
}

const longAgo = '1900-01-01';

/** The same amount in the unit that is asked for; null where the units count different things. */
function inUnit({ amount, unit, period }: LastFound, wanted: string): LastAmount | null {
  const [from, to] = [readUnit(unit), readUnit(wanted)];
  const value = parseDecimal(amount);
  if (!value || from.base !== to.base) return null;
  return { amount: printDecimal(trim(scaleByTen(value, from.power - to.power))), period, unit: wanted };
}

/** The last amount of each, null where there is none to compare with. */
export async function lastAmountsOf(
  { db, jurisdiction }: Context,
  entries: readonly AskedInPeriod[],
): Promise<readonly (LastAmount | null)[]> {
  const wanted = entries.map(({ asked, period }) => {
    const end = asked.periods.get(period)?.end ?? longAgo;
    return {
      commitmentId: asked.commitment.id,
      placeId: asked.plan.ask.placeId,
      placeName: asked.placeName,
      metric: asked.plan.metric,
      before: end,
      from: asked.plan.grows ? `${end.slice(0, 4)}-01-01` : longAgo,
    };
  });
  const found = await findLastAmounts(db, jurisdiction, wanted);
  return entries.map(({ asked }, index) => {
    const last = found.get(index);
    return last ? inUnit(last, asked.plan.ask.unit) : null;
  });
}

export async function contextsOf(
  context: Context,
  entries: readonly AskedInPeriod[],
  today: IsoDate,
): Promise<readonly FigureContext[]> {
  const last = await lastAmountsOf(context, entries);
  return entries.map(({ asked }, index) => contextOf(asked, last[index] ?? null, today));
}
