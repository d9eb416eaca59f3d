// Everything a view of one plan needs, loaded at once: facts as known on a day, nothing judged yet.
import { aliasesOf, type UnitAliases } from '../../core/place/org-unit.ts';
import { elapsedShare, yearEnd, yearStart } from '../../core/quantity/calendar.ts';
import { type IsoDate, isoDate } from '../../core/quantity/date.ts';
import { printDecimal, trim } from '../../core/quantity/decimal.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import type { Context } from '../context.ts';
import { listAmendments } from '../store/amendment.ts';
import { type ApplicabilityRow, listApplicability } from '../store/applicability.ts';
import { type CutFact, listCutFacts } from '../store/budget/cut-fact.ts';
import { listCommitments, listSources } from '../store/commitment.ts';
import { listDocumentTitles } from '../store/document.ts';
import { getJurisdiction, listPlaces, listUnitAliases } from '../store/jurisdiction.ts';
import { listObservations, listSeriesFigures } from '../store/observation.ts';
import type { Db } from '../store/open.ts';
import { listPlans, type PlanRow } from '../store/plan.ts';
import { listOverrides, type OverrideRow } from '../store/standing/override.ts';
import { type Shelf, shelfOf, stampOf } from './kept.ts';
import { seriesPlace } from './series.ts';

type Rows<T extends (...given: never[]) => Promise<readonly unknown[]>> = Awaited<ReturnType<T>>[number];
export type CommitmentFact = Rows<typeof listCommitments>;
export type SourceFact = Rows<typeof listSources>;
export type AmendmentFact = Rows<typeof listAmendments>;
export type ObservationFact = Rows<typeof listObservations>;
export type SeriesFact = Rows<typeof listSeriesFigures>;
export type DocumentFact = Rows<typeof listDocumentTitles>;

/** What is asked for: which plan, judged on which day, as known on which day. */
export interface When {
  readonly plan?: string | undefined;
  readonly asOf?: string | undefined;
  readonly knownOn?: string | undefined;
}

export interface PlanFacts {
  readonly plan: PlanRow;
  readonly asOf: IsoDate;
  readonly knownOn: IsoDate | null;
  readonly elapsedShare: string;
  readonly commitments: readonly CommitmentFact[];
  readonly sources: ReadonlyMap<string, readonly SourceFact[]>;
  readonly amendments: ReadonlyMap<string, readonly AmendmentFact[]>;
  /** Where lines of a promise do not apply; in the order decided. */
  readonly applicability: ReadonlyMap<string, readonly ApplicabilityRow[]>;
  readonly overrides: ReadonlyMap<string, readonly OverrideRow[]>;
  /** Announced cuts of expenses (过紧日子) that belong to a promise, with the money they are held against. */
  readonly cuts: ReadonlyMap<string, readonly CutFact[]>;
  readonly observations: ReadonlyMap<string, readonly ObservationFact[]>;
  /** Figures of other years' plans by series and unit, see earlierOf. */
  readonly otherYears: ReadonlyMap<string, readonly SeriesFact[]>;
  readonly documents: ReadonlyMap<string, DocumentFact>;
  readonly places: readonly string[];
  readonly units: UnitAliases;
  readonly city: string;
}

/** By id or by year; without either the newest plan that has figures, for that is the one being judged. */
function choosePlan(plans: readonly PlanRow[], wanted: string | undefined): PlanRow | undefined {
  if (wanted !== undefined) return plans.find(({ id, year }) => id === wanted || String(year) === wanted);
  return plans.find(({ data_until }) => data_until !== null) ?? plans[0];
}

function groupsOf<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const group = found.get(keyOf(row));
    if (group) group.push(row);
    else found.set(keyOf(row), [row]);
  }
  return found;
}

const byCommitment = <T extends { commitment_id: string }>(rows: readonly T[]) =>
  groupsOf(rows, (row) => row.commitment_id);

/** The day asked for; else the last day that figures are for; else today, kept inside the plan. */
export function judgingDay(plan: PlanRow, asOf: string | undefined, today: IsoDate): IsoDate {
  if (asOf !== undefined) return isoDate(asOf);
  if (plan.data_until !== null) return plan.data_until;
  const { starts_on: first, ends_on: last } = plan;
  return today < first ? first : today > last ? last : today;
}

type Loaded = Omit<PlanFacts, 'plan' | 'asOf' | 'elapsedShare' | 'knownOn'>;

const plansKept = new WeakMap<Db, Shelf<readonly PlanRow[]>>();
const factsKept = new WeakMap<Db, Shelf<Loaded>>();

async function loadFacts(
  { db, jurisdiction }: Context,
  planId: string,
  knownOn: IsoDate | null,
): Promise<Loaded> {
  const [
    commitments,
    sources,
    amendments,
    applicability,
    overrides,
    cuts,
    observations,
    otherYears,
    documents,
    places,
    aliases,
    city,
  ] = await Promise.all([
    listCommitments(db, jurisdiction, planId, knownOn),
    listSources(db, jurisdiction, planId, knownOn),
    listAmendments(db, jurisdiction, planId, knownOn),
    listApplicability(db, jurisdiction, planId, knownOn),
    listOverrides(db, jurisdiction, planId, knownOn),
    listCutFacts(db, jurisdiction, planId, knownOn),
    listObservations(db, jurisdiction, planId, knownOn),
    listSeriesFigures(db, jurisdiction, planId, knownOn),
    listDocumentTitles(db, jurisdiction, knownOn),
    listPlaces(db, jurisdiction),
    listUnitAliases(db, jurisdiction),
    getJurisdiction(db),
  ]);
  const units = aliases.map(
    ({ alias, name }) => ({ id: alias, name, kind: 'department', aliases: [alias] }) as const,
  );
  return {
    commitments,
    sources: byCommitment(sources),
    amendments: byCommitment(amendments),
    applicability: groupsOf(applicability, ({ commitmentId }) => commitmentId),
    overrides: groupsOf(overrides, ({ commitmentId }) => commitmentId),
    cuts: groupsOf(cuts, ({ commitmentId }) => commitmentId ?? ''),
    observations: byCommitment(observations),
    otherYears: groupsOf(otherYears, seriesPlace),
    documents: new Map(documents.map((document) => [document.id, document])),
    places: places.map(({ name }) => name),
    units: aliasesOf(units, city?.name ?? ''),
    city: city?.name ?? '',
  };
}

export async function loadPlan(
  context: Context,
  when: When,
): Promise<Result<PlanFacts, 'plan.none' | 'plan.notFound'>> {
  const { db, jurisdiction, today } = context;
  const knownOn = when.knownOn === undefined ? null : isoDate(when.knownOn);
  const stamp = await stampOf(context);
  const plans = await shelfOf(plansKept, db).get(stamp, knownOn ?? '', () =>
    listPlans(db, jurisdiction, knownOn),
  );
  const plan = choosePlan(plans, when.plan);
  if (!plan) return when.plan === undefined ? fail('plan.none') : fail('plan.notFound', { plan: when.plan });
  const key = `${plan.id} ${knownOn ?? ''}`;
  const facts = await shelfOf(factsKept, db).get(stamp, key, () => loadFacts(context, plan.id, knownOn));
  const asOf = judgingDay(plan, when.asOf, today());
  const gone = elapsedShare(yearStart(plan.year), yearEnd(plan.year), asOf);
  return succeed({ ...facts, plan, asOf, knownOn, elapsedShare: printDecimal(trim(gone)) });
}
