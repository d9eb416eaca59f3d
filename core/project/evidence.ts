// What other eyes saw of a project: attendance on site, pictures, drones, satellites, spoil; flagged where they disagree with the report.
import { daysBetween } from '../quantity/calendar.ts';
import type { IsoDate } from '../quantity/date.ts';
import { absolute, compare, subtract } from '../quantity/decimal.ts';
import { numberOf, printed } from './money.ts';
import type { ProjectSettings } from './settings.ts';

/** 工地考勤、施工影像、无人机实勘、卫星遥感、出土数据. */
export const evidenceKinds = ['attendance', 'imagery', 'drone', 'satellite', 'spoil', 'inspection'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** Whether anything is being built, as far as this kind of evidence can tell. */
export type Activity = 'active' | 'idle' | 'unclear';

export interface ProjectEvidence {
  readonly id: string;
  readonly projectId: string;
  readonly kind: EvidenceKind;
  readonly observedOn: IsoDate;
  readonly activity: Activity;
  /** Physical progress in percent, where it could be measured. */
  readonly physical: string | null;
  /** Who took it, or which system; where it can be looked at. */
  readonly source: string;
}

/** What a report claims that evidence can be held against. */
export interface ProgressClaim {
  readonly projectId: string;
  readonly periodEnd: IsoDate;
  /** True where the report says that the project is being built. */
  readonly building: boolean;
  readonly physical: string | null;
}

export type Disagreement =
  /** Reported as being built, seen idle. */
  | 'idleOnSite'
  /** Reported as not started, seen at work. */
  | 'activeUnreported'
  /** Both give a percentage and they lie too far apart. */
  | 'progressApart'
  /** Two kinds of evidence contradict each other. */
  | 'evidenceSplit';

export interface EvidenceFlag {
  readonly disagreement: Disagreement;
  readonly claim: ProgressClaim;
  readonly evidence: readonly ProjectEvidence[];
  readonly reported: string;
  readonly seen: string;
}

/** The latest of each kind that lies near enough to the report to speak about it. */
function near(
  evidence: readonly ProjectEvidence[],
  claim: ProgressClaim,
  days: number,
): readonly ProjectEvidence[] {
  const latest = new Map<EvidenceKind, ProjectEvidence>();
  for (const each of evidence) {
    if (each.projectId !== claim.projectId) continue;
    if (Math.abs(daysBetween(each.observedOn, claim.periodEnd)) > days) continue;
    const have = latest.get(each.kind);
    if (!have || each.observedOn >= have.observedOn) latest.set(each.kind, each);
  }
  return [...latest.values()];
}

const seenAs = (evidence: readonly ProjectEvidence[], activity: Activity): readonly ProjectEvidence[] =>
  evidence.filter((each) => each.activity === activity);

/**
 * Where evidence and report disagree. One kind alone is enough for a flag, for it only asks somebody to look; evidence
 * that is unclear says nothing, and absence of evidence is no evidence.
 */
export function evidenceFlags(
  claim: ProgressClaim,
  evidence: readonly ProjectEvidence[],
  settings: ProjectSettings,
): readonly EvidenceFlag[] {
  const found = near(evidence, claim, settings.evidenceDays.value);
  const [idle, active] = [seenAs(found, 'idle'), seenAs(found, 'active')];
  const flags: EvidenceFlag[] = [];
  const flag = (
    disagreement: Disagreement,
    by: readonly ProjectEvidence[],
    reported: string,
    seen: string,
  ): number => flags.push({ disagreement, claim, evidence: by, reported, seen });
  if (idle.length > 0 && active.length > 0)
    flag('evidenceSplit', [...idle, ...active], '', `${idle.length}/${active.length}`);
  else if (claim.building && idle.length > 0) flag('idleOnSite', idle, 'building', 'idle');
  else if (!claim.building && active.length > 0) flag('activeUnreported', active, 'notBuilding', 'active');
  const stated = numberOf(claim.physical);
  for (const each of found) {
    const measured = numberOf(each.physical);
    if (!stated || !measured) continue;
    if (compare(absolute(subtract(stated, measured)), settings.evidenceGap.value) > 0)
      flag('progressApart', [each], printed(stated), printed(measured));
  }
  return flags;
}

/** Last day on which anybody looked, by kind: what the page of a project shows where nothing disagrees. */
export function lastSeen(
  evidence: readonly ProjectEvidence[],
  projectId: string,
  asOf: IsoDate,
): ReadonlyMap<EvidenceKind, IsoDate> {
  const last = new Map<EvidenceKind, IsoDate>();
  for (const each of evidence) {
    if (each.projectId !== projectId || each.observedOn > asOf) continue;
    const have = last.get(each.kind);
    if (!have || each.observedOn > have) last.set(each.kind, each.observedOn);
  }
  return last;
}
