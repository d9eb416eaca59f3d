// Which parts of the source are marked, and how: open, decided, contradicted, not understood.
import type { Review, ReviewItem } from '../../api.ts';
import type { Choice } from './draft.ts';
import type { Mark } from './segments.ts';
import type { Spot } from './source.tsx';

function lookOf(item: ReviewItem, choice: Choice | undefined): string {
  if (choice) return choice.decision === 'reject' ? 'rejected' : 'adopted';
  if (item.decision === 'pending') return 'pending';
  return item.decision === 'rejected' ? 'rejected' : 'adopted';
}

export function marksOf(review: Review, choices: ReadonlyMap<string, Choice>): readonly Mark[] {
  const items = review.items.map((item): Mark => {
    const { start, end, id } = item;
    return { start, end, look: lookOf(item, choices.get(id)), itemId: id };
  });
  const checks = review.checks
    .filter((check) => !check.ok && !check.explained)
    .map(({ start, end }): Mark => ({ start, end, look: 'check', itemId: null }));
  const unread = review.unread.map(({ start, end }): Mark => ({ start, end, look: 'unread', itemId: null }));
  return [...items, ...checks, ...unread];
}

/** "1204-1210" of an address; null where it is no span. */
export function spotOf(text: string | undefined): Spot | null {
  const parts = /^(\d{1,9})-(\d{1,9})$/.exec(text ?? '');
  if (!parts) return null;
  const [start, end] = [Number(parts[1]), Number(parts[2])];
  return end > start ? { start, end } : null;
}

/** The smallest item that holds the place, so that a link into the text also opens what was read there. */
export function itemAt(items: readonly ReviewItem[], spot: Spot): ReviewItem | undefined {
  const holding = items.filter((item) => item.start < spot.end && item.end > spot.start);
  return holding.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
}
