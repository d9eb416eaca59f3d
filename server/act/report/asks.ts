// Which figures are asked of whom, worked out from the plans once and kept until a plan or a rule changes.
import type { Caller, ObjectScope } from '../../../core/contract/permission.ts';
import type { AskConflict, AskedPeriod, FigureAsk } from '../../../core/observe/figure-ask.ts';
import { awayKey, periodsOf } from '../../../core/observe/figure-ask.ts';
import type { FigureContext } from '../../../core/observe/figure-check.ts';
import { type AskRules, asksOfPlan, type PlanAsk } from '../../../core/observe/plan-asks.ts';
import { aliasesOf, unitKey } from '../../../core/place/org-unit.ts';
import type { CommitmentKind } from '../../../core/plan/commitment.ts';
import { mergeTargets } from '../../../core/plan/merge-targets.ts';
import { yearOf } from '../../../core/quantity/calendar.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Context } from '../../context.ts';
import { listAmendments } from '../../store/amendment.ts';
import { listApplicability } from '../../store/applicability.ts';
import { listCommitments, listSources } from '../../store/commitment.ts';
import { getJurisdiction, listPlaces, listUnitAliases } from '../../store/jurisdiction.ts';
import type { Db } from '../../store/open.ts';
import { listPlans } from '../../store/plan.ts';
import { reportStamp } from '../../store/report/stamp.ts';
import { readReportRules } from './rules.ts';

/** One figure that is asked, again in each period. */
export interface Asked {
  readonly key: string;
  readonly plan: PlanAsk;
  readonly planId: string;
  readonly commitment: {
    readonly id: string;
    readonly kind: CommitmentKind;
    readonly number: string;
    readonly title: string;
    readonly leadUnit: string;
    readonly startsOn: IsoDate;
    readonly dueOn: IsoDate;
  };
  /** Empty for the whole jurisdiction. */
  readonly placeName: string;
  readonly periods: ReadonlyMap<string, AskedPeriod>;
  readonly scope: ObjectScope;
}

export interface PlanBook {
  readonly id: string;
  readonly year: number;
  readonly asked: readonly Asked[];
  readonly conflicts: readonly AskConflict[];
  readonly saved: number;
}

export interface AskBook {
  readonly stamp: string;
  readonly figures: ReadonlyMap<string, Asked>;
  /** Newest year first. */
  readonly plans: readonly PlanBook[];
  /** Names of units by their key, as they are shown. */
  readonly unitNames: ReadonlyMap<string, string>;
  readonly placeNames: ReadonlyMap<string, string>;
  readonly keyOfUnit: (printed: string) => string;
}

export const figureKey = (commitmentId: string, metric: string, placeId: string): string =>
  `${commitmentId}\t${placeId}\t${metric}`;

type Commitments = Awaited<ReturnType<typeof listCommitments>>;
type Sources = Awaited<ReturnType<typeof listSources>>;
type Amendments = Awaited<ReturnType<typeof listAmendments>>;
type Applicability = Awaited<ReturnType<typeof listApplicability>>;

const groupsOf = <T>(rows: readonly T[], idOf: (row: T) => string): ReadonlyMap<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(idOf(row));
    if (group) group.push(row);
    else groups.set(idOf(row), [row]);
  }
  return groups;
};

interface Facts {
  readonly commitments: Commitments;
  readonly sources: Sources;
  readonly amendments: Amendments;
  readonly applicability: Applicability;
  readonly places: readonly { readonly id: string; readonly name: string }[];
  readonly keyOfUnit: (printed: string) => string;
  readonly today: IsoDate;
}

/** Commitments with the targets in force today, their lead units under one key. */
function askable(facts: Facts, planId: string) {
  const { commitments, sources, amendments, applicability, keyOfUnit, today } = facts;
  const idOf = (row: { readonly commitment_id: string }): string => row.commitment_id;
  const [bySource, byAmendment] = [groupsOf(sources, idOf), groupsOf(amendments, idOf)];
  const byDecision = groupsOf(applicability, ({ commitmentId }) => commitmentId);
  return commitments
    .filter(({ plan_id }) => plan_id === planId)
    .map((row) => {
      const amended = byAmendment.get(row.id)?.findLast(({ effective_on }) => effective_on <= today);
      const printed = (bySource.get(row.id) ?? []).reduce(
        (targets, source) => mergeTargets(targets, source.targets),
        row.targets,
      );
      return {
        id: row.id,
        planId: row.plan_id,
        kind: row.kind,
        number: row.number,
        title: row.title,
        field: row.field,
        leadUnit: row.lead_unit,
        supportUnits: row.support_units,
        official: row.official,
        startsOn: row.starts_on,
        dueOn: row.due_on,
        force: row.force,
        targets: amended?.targets ?? printed,
        applicability: byDecision.get(row.id) ?? [],
        leadKey: row.lead_unit === null ? null : keyOfUnit(row.lead_unit),
      };
    });
}

/** Most questions share their periods: a province has a hundred thousand questions and a handful of rhythms. */
function sharedPeriods(): (ask: FigureAsk) => ReadonlyMap<string, AskedPeriod> {
  const known = new Map<string, ReadonlyMap<string, AskedPeriod>>();
  return (ask) => {
    const { frequency, cumulative, delayDays, from, to } = ask;
    const key = `${frequency} ${cumulative} ${delayDays} ${from} ${to} ${awayKey(ask.away)}`;
    const periods = known.get(key) ?? new Map(periodsOf(ask).map((each) => [each.period, each]));
    known.set(key, periods);
    return periods;
  };
}

function bookOf(
  facts: Facts,
  plan: { readonly id: string; readonly year: number },
  rules: AskRules,
): PlanBook {
  const commitments = askable(facts, plan.id);
  // What questions of one promise have in common is kept once.
  const byId = new Map(
    commitments.map(({ id, kind, number, title, leadUnit, leadKey, startsOn, dueOn, supportUnits }) => {
      const units = supportUnits.map(facts.keyOfUnit);
      const scopes = new Map<string, ObjectScope>();
      const scopeOf = (placeId: string): ObjectScope => {
        const places = placeId === '' ? [] : [placeId];
        const scope = scopes.get(placeId) ?? { places, leadUnit: leadKey, units, owner: null };
        scopes.set(placeId, scope);
        return scope;
      };
      const commitment = { id, kind, number, title, leadUnit: leadUnit ?? '', startsOn, dueOn };
      return [id, { commitment, scopeOf }] as const;
    }),
  );
  const names = new Map(facts.places.map(({ id, name }) => [id, name]));
  const { asks, conflicts, saved } = asksOfPlan(commitments, facts.places, rules);
  const periodsFor = sharedPeriods();
  const asked = asks.flatMap((each): readonly Asked[] => {
    const found = byId.get(each.commitmentId);
    if (!found) return [];
    const { placeId } = each.ask;
    return [
      {
        key: figureKey(each.commitmentId, each.metric, placeId),
        plan: each,
        planId: plan.id,
        commitment: found.commitment,
        placeName: names.get(placeId) ?? '',
        periods: periodsFor(each.ask),
        scope: found.scopeOf(placeId),
      },
    ];
  });
  return { id: plan.id, year: plan.year, asked, conflicts, saved };
}

async function load(context: Context, stamp: string): Promise<AskBook> {
  const { db, jurisdiction } = context;
  const [plans, commitments, sources, amendments, applicability, places, aliases, city, rules] =
    await Promise.all([
      listPlans(db, jurisdiction, null),
      listCommitments(db, jurisdiction, null, null),
      listSources(db, jurisdiction, null, null),
      listAmendments(db, jurisdiction, null, null),
      listApplicability(db, jurisdiction, null, null),
      listPlaces(db, jurisdiction),
      listUnitAliases(db, jurisdiction),
      getJurisdiction(db),
      readReportRules(context),
    ]);
  const cityName = city?.name ?? '';
  const units = aliases.map(
    ({ alias, name }) => ({ id: alias, name, kind: 'department', aliases: [alias] }) as const,
  );
  const table = aliasesOf(units, cityName);
  const keys = new Map<string, string>();
  const keyOfUnit = (printed: string): string => {
    const key = keys.get(printed) ?? unitKey(printed, table, cityName);
    keys.set(printed, key);
    return key;
  };
  const facts = {
    commitments,
    sources,
    amendments,
    applicability,
    places,
    keyOfUnit,
    today: context.today(),
  };
  const books = plans.map((plan) => bookOf(facts, plan, rules));
  const unitNames = new Map(
    commitments.flatMap(({ lead_unit: name }) => (name === null ? [] : [[keyOfUnit(name), name] as const])),
  );
  return {
    stamp,
    figures: new Map(books.flatMap(({ asked }) => asked.map((each) => [each.key, each] as const))),
    plans: books,
    unitNames,
    placeNames: new Map(places.map(({ id, name }) => [id, name])),
    keyOfUnit,
  };
}

const kept = new WeakMap<Db, { readonly stamp: string; readonly book: Promise<AskBook> }>();

/** Call it outside a transaction: a transaction is a world of its own and keeps nothing. */
export async function loadAsks(context: Context): Promise<AskBook> {
  const { db, jurisdiction, today } = context;
  const stamp = `${await reportStamp(db, jurisdiction)} ${yearOf(today())}`;
  const before = kept.get(db);
  if (before?.stamp === stamp) return before.book;
  const book = load(context, stamp);
  kept.set(db, { stamp, book });
  book.catch(() => kept.delete(db));
  return book;
}

/** The caller with the units of the grants under the same key as those of the plan. */
export const underKeys = (caller: Caller, { keyOfUnit }: AskBook): Caller => ({
  ...caller,
  grants: caller.grants.map((grant) => ({
    ...grant,
    unit: grant.unit === null ? null : keyOfUnit(grant.unit),
  })),
});

/** Whether the question is put to the caller: the lead unit's for the whole place, the place's own for its share. */
export const isAskedOf = ({ plan: { ask }, scope }: Asked, { grants }: Caller): boolean =>
  grants.some(({ role, place, unit }) =>
    ask.placeId === ''
      ? (role === 'leadUnit' || role === 'supportingUnit') && unit !== null && unit === ask.unitId
      : (role === 'district' || role === 'street') && place !== null && scope.places.includes(place),
  );

export interface LastAmount {
  readonly amount: string;
  readonly period: string;
  readonly unit: string;
}

/** What the checks of one figure need to know. */
export function contextOf(asked: Asked, last: LastAmount | null, today: IsoDate): FigureContext {
  const { plan, periods } = asked;
  const worded = plan.ask.unit === '' && (plan.target.measure === 'text' || plan.target.values.length === 0);
  return {
    metric: plan.metric,
    measure: worded ? 'text' : plan.target.measure,
    goodWay: plan.target.goodWay,
    unit: plan.ask.unit,
    cumulative: plan.grows,
    last: last?.amount ?? null,
    lastPeriod: last?.period ?? '',
    least: null,
    most: null,
    today,
    periods: [...periods.keys()],
  };
}
