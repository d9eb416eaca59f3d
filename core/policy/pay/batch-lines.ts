// What a batch finds for one subject: what it pays, what another clause of the group pays instead (就高不重复), what was paid
// before, and what nobody can say because facts are missing. The last is listed and never paid.
import type { IsoDate } from '../../quantity/date.ts';
import type { Clause, PolicyArea } from '../clause.ts';
import type { ClauseResult, Explanation } from '../engine/explain-result.ts';
import { awardKey } from './award-batch.ts';

export const lineOutcomes = ['pays', 'beaten', 'held'] as const;
export type LineOutcome = (typeof lineOutcomes)[number];

export interface BatchLine {
  readonly subjectId: string;
  readonly clauseId: string;
  readonly area: PolicyArea;
  /** 分: what is paid; of a line that is not paid, what the clause alone would pay. */
  readonly amount: number;
  readonly outcome: LineOutcome;
  /** The clause of the group that pays instead. */
  readonly beatenBy: string | null;
  readonly key: string;
}

export interface BatchGap {
  readonly subjectId: string;
  readonly clauseId: string;
  readonly missing: readonly string[];
}

export interface BatchFinding {
  readonly lines: readonly BatchLine[];
  readonly gaps: readonly BatchGap[];
}

/** A batch pays money that needs no application, and only what its unit leads; '' is every unit. */
export const isBatched = ({ automation, benefit, lead }: Clause, unit: string): boolean =>
  automation === 'automatic' && benefit === 'grant' && (unit === '' || lead === unit);

/** What a yearly limit or a top-up leaves over is one more part of a promise that was paid before. */
const comesInParts = ({ overlap, yearlyCap }: Clause): boolean =>
  yearlyCap !== undefined || overlap?.rule === 'topUp';

/** How many awards a subject holds under a key, its parts included. */
export type HeldParts = (key: string) => number;

function lineOf(
  clause: Clause,
  result: Extract<ClauseResult, { answer: 'yes' }>,
  subjectId: string,
  day: IsoDate,
  held: HeldParts,
): BatchLine | null {
  const { id: clauseId, area } = clause;
  const own = awardKey(clause, subjectId, day);
  const parts = held(own);
  const key = parts > 0 && comesInParts(clause) ? awardKey(clause, subjectId, day, parts) : own;
  const line = { subjectId, clauseId, area, key, beatenBy: result.beatenBy };
  if (result.pays > 0) {
    const outcome = key === own && parts > 0 ? 'held' : 'pays';
    return { ...line, amount: result.pays, outcome };
  }
  return result.beatenBy === null ? null : { ...line, amount: result.amount, outcome: 'beaten' };
}

export function batchFinding(
  clauses: ReadonlyMap<string, Clause>,
  explanation: Explanation,
  subjectId: string,
  day: IsoDate,
  held: HeldParts,
): BatchFinding {
  const lines: BatchLine[] = [];
  const gaps: BatchGap[] = [];
  for (const result of explanation.results) {
    const clause = clauses.get(result.id);
    if (!clause || result.answer === 'no') continue;
    if (result.answer === 'unknown') {
      gaps.push({ subjectId, clauseId: clause.id, missing: result.missing });
      continue;
    }
    const line = lineOf(clause, result, subjectId, day, held);
    if (line) lines.push(line);
  }
  return { lines, gaps };
}

export interface GapGroup {
  readonly clauseId: string;
  readonly missing: readonly string[];
  readonly subjects: number;
  /** The first few, so that somebody can begin to ask. */
  readonly examples: readonly string[];
}

/** Gaps of many subjects, together where the same clause lacks the same facts; the largest first. */
export function gapGroups(gaps: Iterable<BatchGap>, examples = 20): readonly GapGroup[] {
  const groups = new Map<string, { clauseId: string; missing: readonly string[]; subjects: string[] }>();
  const counts = new Map<string, number>();
  for (const { clauseId, missing, subjectId } of gaps) {
    const sorted = [...missing].sort();
    const key = [clauseId, ...sorted].join(' ');
    const group = groups.get(key) ?? { clauseId, missing: sorted, subjects: [] };
    groups.set(key, group);
    counts.set(key, (counts.get(key) ?? 0) + 1);
    if (group.subjects.length < examples) group.subjects.push(subjectId);
  }
  return [...groups]
    .map(([key, { clauseId, missing, subjects }]) => ({
      ...{ clauseId, missing, subjects: counts.get(key) ?? 0, examples: subjects },
    }))
    .sort((a, b) => b.subjects - a.subjects || (a.clauseId < b.clauseId ? -1 : 1));
}
