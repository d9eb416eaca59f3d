// Firms on their way as a list, and one of them as a page: its period, companion, checks, the two awards three years apart.

import type { nurtureRoutes } from '../../../core/contract/nurture.ts';
import { type Caller, isAllowed, listScopeOf } from '../../../core/contract/permission.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import { rolesOver } from '../../../core/place/role.ts';
import {
  awardDays,
  nurtureLifecycle,
  nurturePeriod,
  defaultNurtureSettings as settings,
  yearsKept,
  yearsToCheck,
} from '../../../core/policy/nurture.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { shanghaiDay } from '../../../core/quantity/deadline.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import {
  loadNurture,
  type NurtureStanding,
  nurtureFacts,
  scopeOf,
  standingOf,
} from '../../act/nurture/standing.ts';
import type { Context } from '../../context.ts';
import { type AwardRow, listAwardsOfSubject } from '../../store/award/award.ts';
import { listNurture, listNurtureEvents, type NurtureEventRow } from '../../store/award/nurture.ts';
import { listPosts, listUnits } from '../../store/people/organisation.ts';
import { placesInside } from '../../store/scope.ts';
import { offersOf, placeNames } from './names.ts';

type Routes = typeof nurtureRoutes;
type List = OutputOf<Routes['GET /api/nurture']['response']>;
type Page = OutputOf<Routes['GET /api/nurture/:nurtureId']['response']>;
type Row = List['rows'][number];

/** Whole years inside the watch that are over and that nobody has checked. */
function checksDue({ record, state }: NurtureStanding, today: IsoDate): number[] {
  if (state !== 'nurturing') return [];
  const checked = new Set(record.checks.map(({ year }) => year));
  return yearsToCheck(record, today, settings).filter((year) => !checked.has(year));
}

function rowOf(standing: NurtureStanding, today: IsoDate, place: (id: string) => string): Row {
  const { firm, state, companion, record } = standing;
  return {
    ...{
      id: firm.id,
      code: firm.subject,
      name: firm.subjectName,
      place: place(firm.placeId),
      state,
      companion,
    },
    aboveScaleOn: firm.aboveScaleOn,
    until: nurturePeriod(record, settings)?.to ?? firm.aboveScaleOn,
    yearsKept: yearsKept(record, today, settings),
    checksDue: checksDue(standing, today),
  };
}

export async function getNurtureList(context: Context, caller: Caller): Promise<List> {
  const { db, jurisdiction, today } = context;
  const { city, places, leadUnits } = listScopeOf(caller, 'nurture.read');
  const [firms, events, place, inside] = await Promise.all([
    listNurture(db, jurisdiction, null),
    listNurtureEvents(db, jurisdiction, null),
    placeNames(context),
    placesInside(db, jurisdiction, places),
  ]);
  const byFirm = new Map<string, NurtureEventRow[]>();
  for (const event of events) byFirm.set(event.nurtureId, [...(byFirm.get(event.nurtureId) ?? []), event]);
  const seen = firms.filter(
    ({ placeId, unit }) => city || inside.includes(placeId) || leadUnits.includes(unit),
  );
  return {
    today: today(),
    rows: seen.map((firm) => rowOf(standingOf(firm, byFirm.get(firm.id) ?? []), today(), place)),
    mayAdd: isAllowed(caller, 'nurture.write'),
  };
}

const askedInForm: ReadonlySet<string> = new Set([
  'nurture.needsCompanion',
  'nurture.needsReason',
  'nurture.yearNotOver',
  'nurture.yearOutside',
  'nurture.checkedAlready',
]);

const awardOf = (from: IsoDate, awards: readonly AwardRow[], key: string): Page['awards']['first'] => {
  const award = awards.find((each) => each.key.startsWith(`once:${key}:`) && each.returned === null);
  return { from, amount: award?.amount ?? null, paidOn: award?.paidOn ?? null };
};

/** Posts by unit and title: what can be named as companion; anything else can be typed. */
async function postNames({ db, jurisdiction }: Context): Promise<string[]> {
  const [units, posts] = await Promise.all([listUnits(db, jurisdiction), listPosts(db, jurisdiction)]);
  const names = new Map(units.map((unit) => [unit.id, unit.name]));
  return posts.map(({ unit_id, title }) => `${names.get(unit_id) ?? ''} ${title}`.trim());
}

export async function getNurturePage(
  context: Context,
  caller: Caller,
  nurtureId: string,
): Promise<Result<Page, 'object.notFound'>> {
  const { db, jurisdiction, today } = context;
  const standing = await loadNurture(context, nurtureId);
  if (!standing) return fail('object.notFound');
  const { firm, events, state, number, record } = standing;
  const [place, scope, awards, posts] = await Promise.all([
    placeNames(context),
    scopeOf(context, firm),
    listAwardsOfSubject(db, jurisdiction, firm.subject),
    postNames(context),
  ]);
  const facts = nurtureFacts(context, standing, { companion: '', year: null, isAboveScale: null, words: '' });
  const days = awardDays(record, settings);
  const first = days?.first ?? firm.aboveScaleOn;
  return succeed({
    ...{ today: today(), row: rowOf(standing, today(), place), number, unit: firm.unit, posts },
    checks: events.flatMap(({ year, isAboveScale, receivedAt, by }) =>
      year === null || isAboveScale === null
        ? []
        : [{ year, isAboveScale, checkedOn: shanghaiDay(Date.parse(receivedAt)), by }],
    ),
    awards: {
      first: awardOf(first, awards, 'firstAboveScale'),
      second: awardOf(days?.second ?? first, awards, 'keptAboveScale'),
    },
    inspections: settings.inspectionsOfOneUnit.value,
    events: events.map(
      ({ number: at, action, state: after, by, receivedAt, words, companion, year, isAboveScale }) => ({
        ...{ number: at, action, state: after, by, at: receivedAt, words, companion, year, isAboveScale },
      }),
    ),
    offers: offersOf(nurtureLifecycle, state, rolesOver(caller.grants, scope, today()), facts, askedInForm),
  });
}
