// One inspection among all others, with where it stands for permissions and what its next move rests on.
import type { ObjectScope } from '../../../core/contract/permission.ts';
import type { InspectionFacts } from '../../../core/supervise/inspection.ts';
import { type Inspector, recusedOf } from '../../../core/supervise/inspector.ts';
import type { SuperviseSettings } from '../../../core/supervise/settings.ts';
import type { Context } from '../../context.ts';
import { listFindingsOf } from '../../store/inspection/finding.ts';
import { type InspectorRow, listInspectors } from '../../store/inspection/inspector.ts';
import { findScope } from '../../store/scope.ts';
import { readSuperviseRules } from '../supervise/rules.ts';
import { unitNameReader } from '../supervise/unit-name.ts';
import {
  factsOf,
  type InspectionGiven,
  type InspectionStanding,
  loadInspections,
  openClashesOf,
  questionOf,
} from './standing.ts';

export interface LoadedInspection {
  readonly standing: InspectionStanding;
  readonly all: readonly InspectionStanding[];
  readonly scope: ObjectScope;
  readonly rules: SuperviseSettings;
  readonly pool: readonly PoolMember[];
}

export type PoolMember = Inspector & Pick<InspectorRow, 'name' | 'certificate'>;

/** The pool, with units under their one name; posts that the organisation knows count as service. */
export async function loadPool(
  context: Pick<Context, 'db' | 'jurisdiction'>,
): Promise<readonly PoolMember[]> {
  const [rows, nameOf] = await Promise.all([
    listInspectors(context.db, context.jurisdiction),
    unitNameReader(context),
  ]);
  return rows.map(({ posts, services, interests, ...row }) => ({
    ...row,
    services: [...services, ...posts].map((service) => ({ ...service, unitId: nameOf(service.unitId) })),
    interests: interests.map(nameOf),
  }));
}

export async function loadInspection(
  context: Context,
  inspectionId: string,
): Promise<LoadedInspection | undefined> {
  const { db, jurisdiction } = context;
  const [all, scope, rules, pool] = await Promise.all([
    loadInspections(context),
    findScope(db, jurisdiction, 'inspection', inspectionId),
    readSuperviseRules(context),
    loadPool(context),
  ]);
  const standing = all.find(({ row }) => row.id === inspectionId);
  return standing && scope ? { standing, all, scope, rules, pool } : undefined;
}

/** What the inspection rests on now, for these words of this person. */
export async function loadFacts(
  context: Context,
  { standing, all, rules, pool }: LoadedInspection,
  given: InspectionGiven,
  actorId: string | null,
): Promise<InspectionFacts> {
  const findings = await listFindingsOf(context.db, context.jurisdiction, standing.row.id);
  const { plan, team, row } = standing;
  const found = {
    ...{ today: context.today(), actorId, findings },
    clashes: openClashesOf(standing, all, rules).length,
    recused: recusedOf(team, pool, questionOf(plan, row.field, all, rules)),
  };
  return factsOf(standing, given, found, rules);
}
