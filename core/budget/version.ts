// The life of a budget's number: approved, revised by resolution, executed, final. Facts are added; the version in force is worked out.

import { type Finding, finding } from '../project/finding.ts';
import { numberOf, printed, type Yi } from '../project/money.ts';
import type { IsoDate } from '../quantity/date.ts';
import { compare, subtract } from '../quantity/decimal.ts';

export const budgetVersions = ['approved', 'revised', 'executed', 'final'] as const;
export type BudgetVersion = (typeof budgetVersions)[number];

/** Decision of the congress or of its standing committee. */
export interface Resolution {
  readonly body: 'congress' | 'standingCommittee';
  readonly number: string;
  readonly adoptedOn: IsoDate;
}

export interface VersionEntry {
  readonly lineId: string;
  readonly version: BudgetVersion;
  readonly amount: Yi;
  /** Day from which it holds; for executed amounts the last day they are counted to. */
  readonly day: IsoDate;
  readonly resolution: Resolution | null;
  /** Special transfers from above that need no local match are no adjustment, and are reported (预算法 §71). */
  readonly specialTransfer: boolean;
  /** Later numbers were recorded later. */
  readonly sequence: number;
}

export type VersionProblem =
  | 'version.unreadable'
  | 'version.approvedNeedsResolution'
  | 'version.revisedNeedsResolution'
  | 'version.revisedNeedsApproved'
  | 'version.revisedByCongress'
  | 'version.resolutionLater'
  | 'version.executedBelowLast'
  | 'version.finalDiffers'
  | 'version.transferReported';

/** The entry in force on a day: the last day that has come, and of several for it the one recorded last. */
export function inForceOn(
  entries: readonly VersionEntry[],
  lineId: string,
  version: BudgetVersion,
  asOf: IsoDate,
): VersionEntry | null {
  let found: VersionEntry | null = null;
  for (const entry of entries) {
    if (entry.lineId !== lineId || entry.version !== version || entry.day > asOf) continue;
    const later =
      !found || entry.day > found.day || (entry.day === found.day && entry.sequence > found.sequence);
    if (later) found = entry;
  }
  return found;
}

/** Entries by line: a book of thousands of lines is walked once, not once a line. */
export function entriesByLine(
  entries: readonly VersionEntry[],
): ReadonlyMap<string, readonly VersionEntry[]> {
  const lines = new Map<string, VersionEntry[]>();
  for (const entry of entries) {
    const own = lines.get(entry.lineId);
    if (own) own.push(entry);
    else lines.set(entry.lineId, [entry]);
  }
  return lines;
}

/** What execution is measured against on a day: the revised budget where there is one (workflows: 为调整预算的…), else the approved. */
export const budgetOn = (
  entries: readonly VersionEntry[],
  lineId: string,
  asOf: IsoDate,
): VersionEntry | null =>
  inForceOn(entries, lineId, 'revised', asOf) ?? inForceOn(entries, lineId, 'approved', asOf);

const isNamed = (resolution: Resolution | null): resolution is Resolution =>
  resolution !== null && resolution.number.trim() !== '';

function checkApproved({ resolution }: VersionEntry): readonly Finding<VersionProblem>[] {
  return isNamed(resolution) ? [] : [finding('version.approvedNeedsResolution', 'refuses')];
}

/** 预算法 §67, §69: an adjustment is approved by the standing committee before it is carried out. */
function checkRevised(
  entry: VersionEntry,
  entries: readonly VersionEntry[],
): readonly Finding<VersionProblem>[] {
  const { resolution, amount, day, lineId } = entry;
  const earlier = entries.filter(({ sequence }) => sequence < entry.sequence);
  const before = budgetOn(earlier, lineId, day);
  if (!before) return [finding('version.revisedNeedsApproved', 'refuses', { amount })];
  if (!isNamed(resolution))
    return entry.specialTransfer
      ? [finding('version.transferReported', 'notes', { amount })]
      : [finding('version.revisedNeedsResolution', 'refuses', { amount, approved: before.amount })];
  const found: Finding<VersionProblem>[] = [];
  if (resolution.body === 'congress')
    found.push(finding('version.revisedByCongress', 'notes', { number: resolution.number }));
  if (resolution.adoptedOn > day)
    found.push(finding('version.resolutionLater', 'refuses', { adopted: resolution.adoptedOn, day }));
  return found;
}

function checkExecuted(
  entry: VersionEntry,
  entries: readonly VersionEntry[],
): readonly Finding<VersionProblem>[] {
  const [now, before] = [
    numberOf(entry.amount),
    entries
      .filter(
        ({ lineId, version, day, sequence }) =>
          lineId === entry.lineId &&
          version === 'executed' &&
          day < entry.day &&
          sequence < entry.sequence &&
          day.slice(0, 4) === entry.day.slice(0, 4),
      )
      .sort((a, b) => (a.day < b.day ? -1 : 1))
      .at(-1),
  ];
  const last = before ? numberOf(before.amount) : null;
  return now && last && before && compare(now, last) < 0
    ? [
        finding('version.executedBelowLast', 'asks', {
          value: printed(now),
          last: printed(last),
          lastDay: before.day,
        }),
      ]
    : [];
}

/** 决算 may differ from the execution that was reported; by how much is said (预算法 §75). */
function checkFinal(
  entry: VersionEntry,
  entries: readonly VersionEntry[],
): readonly Finding<VersionProblem>[] {
  const executed = inForceOn(entries, entry.lineId, 'executed', entry.day);
  const [own, other] = [numberOf(entry.amount), executed ? numberOf(executed.amount) : null];
  return own && other && compare(own, other) !== 0
    ? [
        finding('version.finalDiffers', 'asks', {
          final: printed(own),
          executed: printed(other),
          difference: printed(subtract(own, other)),
        }),
      ]
    : [];
}

/** Everything that one entry says wrongly beside those recorded before it. */
export function checkVersion(
  entry: VersionEntry,
  entries: readonly VersionEntry[],
): readonly Finding<VersionProblem>[] {
  if (!numberOf(entry.amount)) return [finding('version.unreadable', 'refuses', { text: entry.amount })];
  if (entry.version === 'approved') return checkApproved(entry);
  if (entry.version === 'revised') return checkRevised(entry, entries);
  return entry.version === 'executed' ? checkExecuted(entry, entries) : checkFinal(entry, entries);
}

export interface BridgeStep {
  readonly day: IsoDate;
  readonly from: Yi;
  readonly to: Yi;
  readonly change: Yi;
  readonly resolution: Resolution | null;
}

/** The bridge from the approved budget to the one in force: every resolution with what it changed. */
export function bridge(
  entries: readonly VersionEntry[],
  lineId: string,
  asOf: IsoDate,
): readonly BridgeStep[] {
  const approved = inForceOn(entries, lineId, 'approved', asOf);
  if (!approved) return [];
  const revisions = entries
    .filter((entry) => entry.lineId === lineId && entry.version === 'revised' && entry.day <= asOf)
    .sort((a, b) => (a.day === b.day ? a.sequence - b.sequence : a.day < b.day ? -1 : 1));
  const steps: BridgeStep[] = [];
  let last = approved;
  for (const revision of revisions) {
    const [from, to] = [numberOf(last.amount), numberOf(revision.amount)];
    if (!from || !to) continue;
    steps.push({
      day: revision.day,
      from: printed(from),
      to: printed(to),
      change: printed(subtract(to, from)),
      resolution: revision.resolution,
    });
    last = revision;
  }
  return steps;
}
