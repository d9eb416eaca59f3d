// Moves the yearly plan of inspections: submitted as it stands, approved as submitted (each of its inspections with it), or returned.
import { makeMove } from '../../../core/place/lifecycle.ts';
import { rolesOver } from '../../../core/place/role.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { SuperviseSettings } from '../../../core/supervise/settings.ts';
import {
  type YearPlanAction,
  type YearPlanFacts,
  type YearPlanState,
  yearPlanLifecycle,
} from '../../../core/supervise/year-plan.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { lockInspections } from '../../store/inspection/arrangement.ts';
import { addYearMove, listYearMoves, type YearMoveRow } from '../../store/inspection/year.ts';
import type { YearPlanLine } from '../../store/json.ts';
import { type Actor, perform } from '../perform.ts';
import { readSuperviseRules } from '../supervise/rules.ts';
import { moveInspection } from './move-inspection.ts';
import { type InspectionStanding, loadInspections, openClashesOf } from './standing.ts';

export interface YearStanding {
  readonly year: number;
  readonly state: YearPlanState;
  readonly number: number;
  readonly moves: readonly YearMoveRow[];
  readonly all: readonly InspectionStanding[];
  /** Planned inspections of the year's plan: what the next submission carries. */
  readonly waiting: readonly InspectionStanding[];
  readonly clashing: number;
  /** Lines that are not as they were submitted. */
  readonly changed: number;
  readonly rules: SuperviseSettings;
}

const lineOf = ({ plan }: InspectionStanding): YearPlanLine => ({
  inspectionId: plan.id,
  from: plan.from,
  to: plan.to,
});
const keyOf = ({ inspectionId, from, to }: YearPlanLine): string => `${inspectionId} ${from} ${to}`;

/** How many lines stand in one of the two only. */
function differing(a: readonly YearPlanLine[], b: readonly YearPlanLine[]): number {
  const [left, right] = [new Set(a.map(keyOf)), new Set(b.map(keyOf))];
  const ids = [...left].filter((key) => !right.has(key)).concat([...right].filter((key) => !left.has(key)));
  return new Set(ids.map((key) => key.split(' ')[0])).size;
}

export async function loadYear(context: Context, year: number): Promise<YearStanding> {
  const [all, moves, rules] = await Promise.all([
    loadInspections(context),
    listYearMoves(context.db, context.jurisdiction, year),
    readSuperviseRules(context),
  ]);
  const waiting = all.filter(({ row, state }) => row.planYear === year && state === 'planned');
  const last = moves.at(-1);
  return {
    ...{ year, moves, all, waiting, rules },
    state: last?.state ?? 'draft',
    number: last?.number ?? 0,
    clashing: waiting.filter((each) => openClashesOf(each, all, rules).length > 0).length,
    changed: differing(last?.lines ?? [], waiting.map(lineOf)),
  };
}

export const yearFacts = (
  { waiting, clashing, changed }: YearStanding,
  { words, approval }: { readonly words: string; readonly approval: string },
): YearPlanFacts => ({ waiting: waiting.length, clashing, changed, approval, reason: words });

export interface YearMoveBody {
  readonly action: YearPlanAction;
  readonly after: number;
  readonly words: string;
  readonly approval: string;
}

/** The approval of the plan is the approval of each of its inspections; one that its own guards refuse stops the whole. */
async function approveAll(
  context: Context,
  actor: Actor,
  { waiting }: YearStanding,
  { approval, words }: YearMoveBody,
): Promise<Result<true, ProblemCode>> {
  for (const { row, number } of waiting) {
    const moved = await moveInspection(context, { ...actor, key: null }, row.id, {
      ...{ action: 'approve', after: number, words, approval },
      ...{ unitReceivedOn: null, dueOn: null, decision: null },
    });
    if (!moved.ok) return moved;
  }
  return succeed(true);
}

type Moved = { readonly year: number; readonly number: number; readonly state: YearPlanState };

export function moveYear(
  context: Context,
  actor: Actor,
  year: number,
  body: YearMoveBody,
): Promise<Result<Moved, ProblemCode>> {
  return perform<Moved, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction } = inside;
    await lockInspections(db, jurisdiction);
    const standing = await loadYear(inside, year);
    if (body.after !== standing.number) return fail('yearPlan.stateChanged');
    const whole = { places: [], leadUnit: null, units: [] };
    const roles = rolesOver(actor.caller.grants, whole, inside.today());
    const moved = makeMove(yearPlanLifecycle, standing.state, body.action, roles, yearFacts(standing, body));
    if (!moved.ok) return moved;
    if (body.action === 'approve') {
      const approved = await approveAll(inside, actor, standing, body);
      if (!approved.ok) return approved;
    }
    const number = standing.number + 1;
    const { action, words, approval } = body;
    const won = await addYearMove(db, jurisdiction, {
      ...{ year, number, action, state: moved.value, lines: standing.waiting.map(lineOf), words, approval },
      ...{ receivedOn: inside.today(), recordedBy: actor.caller.accountId },
    });
    if (!won) return fail('yearPlan.stateChanged');
    const detail = { number, lines: standing.waiting.length };
    note({ act: `inspectionYear.${action}`, objectKind: 'inspectionYear', objectId: `${year}`, detail });
    return succeed({ year, number, state: moved.value });
  });
}
