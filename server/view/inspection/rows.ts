// Inspections as lines of a list: what each is, the day that must be kept next, what it repeats, and whether it waits for the reader.

import type { inspectionRoutes } from '../../../core/contract/inspections.ts';
import { type Caller, listScopeOf } from '../../../core/contract/permission.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import { daysBetween } from '../../../core/quantity/calendar.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { inspectionStates } from '../../../core/supervise/inspection.ts';
import type { SuperviseSettings } from '../../../core/supervise/settings.ts';
import {
  daysOf,
  type InspectionStanding,
  loadInspections,
  openClashesOf,
} from '../../act/inspection/standing.ts';
import { readSuperviseRules } from '../../act/supervise/rules.ts';
import type { Context } from '../../context.ts';
import { placesInside } from '../../store/scope.ts';
import { loadPlaceNames } from '../supervise/notices.ts';

type Routes = typeof inspectionRoutes;
type InspectionList = OutputOf<Routes['GET /api/inspections']['response']>;
export type InspectionLine = InspectionList['inspections'][number];

/** What a line needs beside the inspection itself. */
export interface Around {
  readonly all: readonly InspectionStanding[];
  readonly rules: SuperviseSettings;
  readonly names: ReadonlyMap<string, string>;
  readonly today: IsoDate;
  readonly caller: Caller;
}

/** The day that somebody must keep next, and who: a right to object that was not used is nobody's delay. */
export function nextDay(standing: InspectionStanding, rules: SuperviseSettings): IsoDate | null {
  const { state, plan } = standing;
  const { reviewBy, rectifyBy } = daysOf(standing, rules);
  if (state === 'approved' || state === 'underway') return plan.to;
  if (state === 'objected') return reviewBy;
  return state === 'rectifying' ? rectifyBy : null;
}

const forOffice: ReadonlySet<string> = new Set(['concluded', 'objected', 'reviewed']);
const forTeam: ReadonlySet<string> = new Set(['approved', 'underway', 'rectifying']);
const forUnit: ReadonlySet<string> = new Set(['fedBack', 'rectifying']);

/** The unit that is inspected, or the district in which it lies, is the caller's own. */
export function isInspected(caller: Caller, { row }: InspectionStanding): boolean {
  const { leadUnits, places } = listScopeOf(caller, 'inspection.object');
  return row.unit === '' ? places.includes(row.placeId) : leadUnits.includes(row.unit);
}

export function waitsFor(
  caller: Caller,
  standing: InspectionStanding,
  around: Omit<Around, 'names' | 'caller'>,
) {
  const { state, team } = standing;
  const { objectBy } = daysOf(standing, around.rules);
  const isOver = state === 'fedBack' && objectBy !== null && around.today > objectBy;
  if (caller.grants.some(({ role }) => role === 'supervisionOffice') && (forOffice.has(state) || isOver))
    return true;
  if (caller.accountId !== null && team.includes(caller.accountId) && forTeam.has(state)) return true;
  return forUnit.has(state) && !isOver && isInspected(caller, standing);
}

export function inspectionLine(standing: InspectionStanding, around: Around): InspectionLine {
  const { all, rules, names, today, caller } = around;
  const { row, plan, state, team } = standing;
  const dueOn = nextDay(standing, rules);
  const late = dueOn === null ? 0 : daysBetween(dueOn, today);
  const isOpen = state === 'planned' || state === 'approved';
  return {
    ...{ id: row.id, kind: row.kind, subject: row.subject, unit: row.unit, byUnit: row.byUnit },
    ...{ placeId: row.placeId, placeName: names.get(row.placeId) ?? '', planYear: row.planYear },
    ...{ from: plan.from, to: plan.to, state, unannounced: row.unannounced, dueOn },
    daysLate: late > 0 ? late : null,
    clashes: isOpen ? openClashesOf(standing, all, rules).length : 0,
    team: team.length,
    mine: waitsFor(caller, standing, around),
  };
}

const toldBy = ({ row, events }: InspectionStanding): boolean =>
  events.some(({ action }) => action === (row.unannounced ? 'feedBack' : 'approve'));

/** Every inspection that the caller may see: the inspected learn of it with the approval, or with the conclusion. */
export async function visibleInspections(
  context: Context,
  caller: Caller,
  all: readonly InspectionStanding[],
): Promise<readonly InspectionStanding[]> {
  const { city, places, leadUnits } = listScopeOf(caller, 'inspection.read');
  if (city) return all;
  const inside = new Set(await placesInside(context.db, context.jurisdiction, places));
  return all.filter(
    (each) => toldBy(each) && (inside.has(each.row.placeId) || leadUnits.includes(each.row.unit)),
  );
}

/** Of the unit itself nothing is told of clashes: the guard is the office's. */
export const asSeenBy = (caller: Caller, line: InspectionLine): InspectionLine =>
  listScopeOf(caller, 'inspection.read').city ? line : { ...line, clashes: 0 };

export async function getInspectionList(
  context: Context,
  caller: Caller,
  query: { readonly year?: number | undefined; readonly commitmentId?: string | undefined },
): Promise<InspectionList> {
  const [all, rules, names] = await Promise.all([
    loadInspections(context),
    readSuperviseRules(context),
    loadPlaceNames(context),
  ]);
  const today = context.today();
  const seen = await visibleInspections(context, caller, all);
  const rows = seen
    .filter(
      ({ plan }) =>
        (query.year === undefined || plan.from.startsWith(`${query.year}`)) &&
        (query.commitmentId === undefined || plan.commitmentIds.includes(query.commitmentId)),
    )
    .map((each) => asSeenBy(caller, inspectionLine(each, { all, rules, names, today, caller })));
  return {
    day: today,
    years: [...new Set(seen.map(({ plan }) => Number(plan.from.slice(0, 4))))].toSorted((a, b) => b - a),
    inspections: rows,
    states: inspectionStates.flatMap((state) => {
      const own = rows.filter((row) => row.state === state);
      const late = own.filter(({ daysLate }) => daysLate !== null).length;
      return own.length === 0 ? [] : [{ state, total: own.length, late }];
    }),
  };
}
