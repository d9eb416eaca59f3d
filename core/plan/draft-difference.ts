// What changed between two readings of one document: promises added, removed, and changed in a target, owner or date.
import type { Target } from './commitment.ts';
import type { DraftCommitment } from './draft.ts';
import { matchScore } from './match-commitment.ts';

export type ChangedField = 'targets' | 'leadUnit' | 'supportUnits' | 'official' | 'dueOn' | 'title' | 'force';

export interface ChangedDraft {
  readonly before: DraftCommitment;
  readonly after: DraftCommitment;
  readonly fields: readonly ChangedField[];
}

export interface DraftDifference {
  readonly added: readonly DraftCommitment[];
  readonly removed: readonly DraftCommitment[];
  readonly changed: readonly ChangedDraft[];
  readonly unchanged: number;
}

const targetText = (target: Target): string =>
  [
    target.metric,
    target.comparator,
    target.values.join('..'),
    target.unit,
    target.relative,
    target.relativeType,
  ].join('\t');

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((value, index) => value === b[index]);

function changedFields(before: DraftCommitment, after: DraftCommitment): readonly ChangedField[] {
  const fields: ChangedField[] = [];
  if (!same(before.targets.map(targetText), after.targets.map(targetText))) fields.push('targets');
  if (before.leadUnit !== after.leadUnit) fields.push('leadUnit');
  if (!same(before.supportUnits, after.supportUnits)) fields.push('supportUnits');
  if (before.official !== after.official) fields.push('official');
  if (before.dueOn !== after.dueOn) fields.push('dueOn');
  if (before.title !== after.title) fields.push('title');
  if (before.force !== after.force) fields.push('force');
  return fields;
}

const identity = (draft: DraftCommitment): string =>
  [draft.kind, draft.year, draft.section, draft.number, draft.title].join('\t');

/** How alike an unpaired promise must be to count as changed instead of removed and added. */
const SAME_PROMISE = 0.7;

function likest(draft: DraftCommitment, open: ReadonlySet<DraftCommitment>): DraftCommitment | null {
  let best: DraftCommitment | null = null;
  let most = SAME_PROMISE;
  for (const other of open) {
    if (other.kind !== draft.kind || other.year !== draft.year) continue;
    const { score } = matchScore(draft, other);
    if (score > most) [best, most] = [other, score];
  }
  return best;
}

/** Pairs by place and title first, then by likeness; what is left was added or removed. */
export function draftDifference(
  before: readonly DraftCommitment[],
  after: readonly DraftCommitment[],
): DraftDifference {
  const open = new Set(before);
  const byIdentity = new Map<string, DraftCommitment>();
  for (const draft of before) byIdentity.set(identity(draft), draft);
  const pairs: (readonly [DraftCommitment, DraftCommitment])[] = [];
  const rest: DraftCommitment[] = [];
  for (const draft of after) {
    const own = byIdentity.get(identity(draft));
    if (own && open.delete(own)) pairs.push([own, draft]);
    else rest.push(draft);
  }
  const added: DraftCommitment[] = [];
  for (const draft of rest) {
    const other = likest(draft, open);
    if (other) {
      open.delete(other);
      pairs.push([other, draft]);
    } else added.push(draft);
  }
  const changed = pairs.flatMap(([one, two]) => {
    const fields = changedFields(one, two);
    return fields.length > 0 ? [{ before: one, after: two, fields }] : [];
  });
  return { added, removed: [...open], changed, unchanged: pairs.length - changed.length };
}
