// Clocks of inspections for the agenda, and those of them that wait for the reader: the team's own, not every inspector's.
import { type Caller, isAllowed } from '../../../core/contract/permission.ts';
import { type IsoDate, isoDate } from '../../../core/quantity/date.ts';
import type { RunningClock } from '../../../core/supervise/agenda.ts';
import { clocksOfInspection } from '../../../core/supervise/clocks.ts';
import type { SuperviseSettings } from '../../../core/supervise/settings.ts';
import { daysOf, loadInspections } from '../../act/inspection/standing.ts';
import type { Context } from '../../context.ts';
import { visibleInspections } from './rows.ts';

export interface InspectionClocks {
  readonly clocks: readonly RunningClock[];
  /** Ids of inspections whose team the reader is in; an inspector's clock waits for the team alone. */
  readonly own: ReadonlySet<string>;
}

export async function inspectionClocks(
  context: Context,
  caller: Caller,
  rules: SuperviseSettings,
  day: IsoDate,
): Promise<InspectionClocks> {
  if (!isAllowed(caller, 'inspection.read')) return { clocks: [], own: new Set() };
  const seen = await visibleInspections(context, caller, await loadInspections(context));
  const clocks = seen.flatMap((standing) => {
    const { row, plan, state, last, review } = standing;
    const { objectBy, ...days } = daysOf(standing, rules);
    const toPlace = row.unit === '';
    return clocksOfInspection({
      ...{
        inspectionId: row.id,
        title: row.subject,
        state,
        placeId: row.placeId,
        today: day,
        endsOn: plan.to,
      },
      unitId: toPlace ? row.placeId : row.unit,
      addressee: toPlace ? 'district' : 'leadUnit',
      since: last?.receivedOn ?? isoDate('2000-01-01'),
      ...{ ...days, objectBy: review === null ? objectBy : null },
    }).map((clock) => ({ ...clock, unitId: toPlace ? null : row.unit }));
  });
  const { accountId } = caller;
  const own = seen.filter(({ team }) => accountId !== null && team.includes(accountId));
  return { clocks, own: new Set(own.map(({ row }) => row.id)) };
}
