// What nurturing says of firms to clauses: the year first above scale, the years kept, and whether the period runs. The checks of
// the office count; what the register's figures say of these three stands behind them.
import { defaultNurtureSettings, nurtureColumns } from '../../../core/policy/nurture.ts';
import type { Facts } from '../../../core/policy/row.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Context } from '../../context.ts';
import { listNurture, listNurtureEvents, type NurtureEventRow } from '../../store/award/nurture.ts';
import { standingOf } from './standing.ts';

/** By credit code; a year that nobody checked leaves the years kept unsaid. */
export async function nurturedFacts(
  { db, jurisdiction }: Pick<Context, 'db' | 'jurisdiction'>,
  day: IsoDate,
): Promise<ReadonlyMap<string, Facts>> {
  const [firms, events] = await Promise.all([
    listNurture(db, jurisdiction, null),
    listNurtureEvents(db, jurisdiction, null),
  ]);
  const byFirm = new Map<string, NurtureEventRow[]>();
  for (const event of events) byFirm.set(event.nurtureId, [...(byFirm.get(event.nurtureId) ?? []), event]);
  return new Map(
    firms.map((firm) => {
      const { record, state } = standingOf(firm, byFirm.get(firm.id) ?? []);
      const { scaleYear, yearsInScale, nurturing } = nurtureColumns(
        record,
        state,
        day,
        defaultNurtureSettings,
      );
      return [firm.subject, { scaleYear, yearsInScale, nurturing }];
    }),
  );
}
