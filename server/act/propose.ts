// Which commitment of a plan an item of a document may repeat or answer: proposed by the machine, decided by a person.
import { answersOf } from '../../core/assess/answers.ts';
import type { CommitmentKind, Target } from '../../core/plan/commitment.ts';
import { commitmentsFromItems } from '../../core/plan/commitments-from-items.ts';
import { type Matchable, matchCommitment } from '../../core/plan/match-commitment.ts';
import { targetConflicts } from '../../core/plan/merge-targets.ts';
import type { Heading } from '../../core/read/reading.ts';
import type { Context } from '../context.ts';
import type { StoredItem } from './adopt.ts';
import { type KeptPromise, promisedIn } from './observe.ts';

export interface Proposal {
  readonly commitmentId: string;
  readonly title: string;
  readonly printed: string;
  readonly score: number;
  /** Another number is printed for the same thing. */
  readonly conflict: boolean;
  /** The two are of one kind, or each is a single number: merging loses nothing. */
  readonly isPlain: boolean;
}

export interface ProposeFrom {
  readonly planId: string;
  readonly year: number;
  readonly text: string;
  readonly headings: readonly Heading[];
  /** Items without a decision. */
  readonly items: readonly StoredItem[];
  /** Commitments that this very document made: an item does not repeat its neighbour. */
  readonly ownCommitments: ReadonlySet<string>;
}

const printedIn = (targets: readonly Target[]): string => targets.map(({ printed }) => printed).join('；');

const isPlain = (a: { kind: CommitmentKind; targets: readonly Target[] }, b: typeof a): boolean =>
  a.kind === b.kind || (a.targets.length === 1 && b.targets.length === 1);

/** The first of equals is proposed: a row of the same list with the same number before any other. */
function nearestFirst(draft: Matchable, kept: readonly KeptPromise[]): readonly KeptPromise[] {
  const rank = ({ kind, number }: Matchable): number =>
    (kind === draft.kind ? 2 : 0) + (number !== '' && number === draft.number ? 1 : 0);
  return [...kept].sort((a, b) => rank(b) - rank(a));
}

function forPromises(from: ProposeFrom, kept: readonly KeptPromise[]): ReadonlyMap<string, Proposal> {
  const found = new Map<string, Proposal>();
  const bodies = from.items.map(({ body }) => body);
  const byId = new Map(kept.map((each) => [each.id, each]));
  for (const draft of commitmentsFromItems(bodies, from.text, from.year, from.headings)) {
    const match = matchCommitment(draft, nearestFirst(draft, kept));
    const same = match && byId.get(match.id);
    if (!match || !same) continue;
    const proposal = {
      commitmentId: same.id,
      title: same.title,
      printed: printedIn(same.targets),
      score: match.score,
      conflict: targetConflicts(same.targets, draft.targets).length > 0,
      isPlain: isPlain(draft, same),
    };
    for (const index of draft.itemIndexes) {
      const item = from.items[index];
      if (item) found.set(item.id, proposal);
    }
  }
  return found;
}

function forResults(from: ProposeFrom, kept: readonly KeptPromise[]): ReadonlyMap<string, Proposal> {
  const found = new Map<string, Proposal>();
  const bodies = from.items.map(({ body }) => body);
  const byId = new Map(kept.map((each) => [each.id, each]));
  for (const { commitmentId, itemIndex, score } of answersOf(kept, bodies, from.text)) {
    const [item, same] = [from.items[itemIndex], byId.get(commitmentId)];
    if (!item || !same || (found.get(item.id)?.score ?? 0) >= score) continue;
    const { title, targets } = same;
    found.set(item.id, {
      commitmentId,
      title,
      printed: printedIn(targets),
      score,
      conflict: false,
      isPlain: true,
    });
  }
  return found;
}

export async function proposals(context: Context, from: ProposeFrom): Promise<ReadonlyMap<string, Proposal>> {
  const kept = await promisedIn(context, from.planId);
  const others = kept.filter(({ id }) => !from.ownCommitments.has(id));
  return new Map([...forPromises(from, others), ...forResults(from, kept)]);
}
