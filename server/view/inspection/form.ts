// What the form of a new inspection starts from, and what is wrong with it before it is sent: whom it repeats, who could go.
import type { inspectionRoutes } from '../../../core/contract/inspections.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { InspectionKind, InspectionPlan } from '../../../core/supervise/inspection.ts';
import { loadPool } from '../../act/inspection/load.ts';
import { inspectedId, loadInspections, nextFreeDay, questionOf } from '../../act/inspection/standing.ts';
import { readSuperviseRules } from '../../act/supervise/rules.ts';
import { unitNameReader } from '../../act/supervise/unit-name.ts';
import type { Context } from '../../context.ts';
import { getCommitment } from '../../store/commitment.ts';
import { listLeadUnits } from '../../store/inspection/inspection.ts';
import { listAllPlaces } from '../../store/jurisdiction.ts';
import { candidateViews, clashViews } from './page.ts';

type Routes = typeof inspectionRoutes;
type Form = OutputOf<Routes['GET /api/inspection-form']['response']>;
type Check = OutputOf<Routes['POST /api/inspection-check']['response']>;

export async function getInspectionForm(
  context: Context,
  { commitmentId }: { readonly commitmentId?: string | undefined },
): Promise<Result<Form, 'commitment.notFound'>> {
  const { db, jurisdiction } = context;
  const [places, rules, nameOf, commitment, units, pool] = await Promise.all([
    listAllPlaces(db, jurisdiction),
    readSuperviseRules(context),
    unitNameReader(context),
    commitmentId === undefined ? undefined : getCommitment(db, jurisdiction, commitmentId),
    listLeadUnits(db, jurisdiction),
    loadPool(context),
  ]);
  if (commitmentId !== undefined && !commitment) return fail('commitment.notFound');
  return succeed({
    today: context.today(),
    commitment: commitment
      ? { id: commitment.id, title: commitment.title, unit: nameOf(commitment.lead_unit ?? '') }
      : null,
    places: places.map(({ id, name }) => ({ id, name })),
    units: [...new Set(units.map(nameOf))].toSorted(),
    fields: [...new Set(pool.flatMap(({ fields }) => fields))].toSorted(),
    gap: { days: rules.inspectionGap.value, source: rules.inspectionGap.source },
    gapExempt: [...rules.gapExempt.value],
  });
}

export interface DraftInspection {
  readonly kind: InspectionKind;
  readonly subject: string;
  readonly byUnit: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly commitmentIds: readonly string[];
  readonly unit: string;
  readonly placeId: string;
  readonly field: string;
}

/** No inspection has this id: what is checked is not planned yet. */
const notYet = '00000000-0000-0000-0000-000000000000';

export async function checkInspection(
  context: Context,
  draft: DraftInspection,
): Promise<Result<Check, 'inspection.daysWrong' | 'inspection.needsUnit'>> {
  if (draft.to < draft.from) return fail('inspection.daysWrong');
  if (draft.unit.trim() === '' && draft.placeId === '') return fail('inspection.needsUnit');
  const [all, rules, pool, nameOf] = await Promise.all([
    loadInspections(context),
    readSuperviseRules(context),
    loadPool(context),
    unitNameReader(context),
  ]);
  const { kind, subject, placeId, from, to, commitmentIds, field } = draft;
  const plan: InspectionPlan = {
    ...{ id: notYet, kind, methods: [], subject, placeId, from, to, commitmentIds },
    unitId: inspectedId({ unit: nameOf(draft.unit), placeId }),
    byUnitId: nameOf(draft.byUnit),
  };
  const clashes = clashViews({ plan, exceptions: [] }, all, rules);
  return succeed({
    clashes,
    freeFrom: clashes.length > 0 ? nextFreeDay(plan, [], all, rules) : null,
    candidates: candidateViews(pool, questionOf(plan, field, all, rules)),
  });
}
