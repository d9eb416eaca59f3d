// Whether an inspection would be repeated or many-headed: 政府督查工作条例 §15 forbids both, so a plan is held against all others.
import { isReason } from '../place/lifecycle.ts';
import { daysBetween } from '../quantity/calendar.ts';
import type { InspectionKind, InspectionPlan } from './inspection.ts';

/** overlaps: at the same time. repeats: the same body again too soon. manyHeads: another body too soon. sameMatter: the same promise was looked at within the gap. */
export type ClashKind = 'overlaps' | 'repeats' | 'manyHeads' | 'sameMatter';

export interface Clash {
  readonly kind: ClashKind;
  readonly withId: string;
  /** Days between the end of the one and the start of the other; 0 while they overlap. */
  readonly days: number;
}

export interface ClashSettings {
  readonly inspectionGap: number;
  readonly gapExempt: readonly InspectionKind[];
}

const daysApart = (a: InspectionPlan, b: InspectionPlan): number =>
  Math.max(0, daysBetween(a.to, b.from), daysBetween(b.to, a.from));

function clashWith(plan: InspectionPlan, other: InspectionPlan, settings: ClashSettings): Clash | null {
  const days = daysApart(plan, other);
  const at = { withId: other.id, days };
  if (days === 0) return { kind: other.byUnitId === plan.byUnitId ? 'overlaps' : 'manyHeads', ...at };
  if (days > settings.inspectionGap) return null;
  if (settings.gapExempt.includes(plan.kind) || settings.gapExempt.includes(other.kind)) return null;
  if (plan.commitmentIds.some((id) => other.commitmentIds.includes(id))) return { kind: 'sameMatter', ...at };
  return { kind: other.byUnitId === plan.byUnitId ? 'repeats' : 'manyHeads', ...at };
}

/** Every other inspection of the same unit that forbids this one, nearest first. Cancelled ones are not passed in. */
export const clashesOf = (
  plan: InspectionPlan,
  others: readonly InspectionPlan[],
  settings: ClashSettings,
): readonly Clash[] =>
  others
    .filter((other) => other.id !== plan.id && other.unitId === plan.unitId)
    .flatMap((other) => clashWith(plan, other, settings) ?? [])
    .toSorted((a, b) => a.days - b.days || (a.withId < b.withId ? -1 : 1));

/** How often each unit is to be inspected in a year's plan: shown beside the plan, most burdened first. */
export function inspectionsPerUnit(
  plans: readonly InspectionPlan[],
  year: string,
): readonly { readonly unitId: string; readonly count: number; readonly days: number }[] {
  const units = new Map<string, { count: number; days: number }>();
  for (const plan of plans) {
    if (plan.from.slice(0, 4) !== year) continue;
    const have = units.get(plan.unitId) ?? { count: 0, days: 0 };
    units.set(plan.unitId, { count: have.count + 1, days: have.days + daysBetween(plan.from, plan.to) + 1 });
  }
  return [...units]
    .map(([unitId, sums]) => ({ unitId, ...sums }))
    .toSorted((a, b) => b.count - a.count || b.days - a.days || (a.unitId < b.unitId ? -1 : 1));
}

/** Why a clash is borne nevertheless: which inspections it is about, the reason, and who approved it. */
export interface ClashException {
  readonly withIds: readonly string[];
  readonly reason: string;
  readonly approval: string;
}

/** Clashes that no exception names. One without a reason or an approval covers nothing, and a later clash is never covered before it is there. */
export function openClashes(
  clashes: readonly Clash[],
  exceptions: readonly ClashException[],
): readonly Clash[] {
  const borne = new Set(
    exceptions.flatMap(({ withIds, reason, approval }) =>
      isReason(reason) && isReason(approval) ? withIds : [],
    ),
  );
  return clashes.filter(({ withId }) => !borne.has(withId));
}
