// What became of each item when a document was read again: new, the same, or changed in number, owner or date.
import type { Item } from '../read/reading.ts';

export type ItemChange = 'new' | 'same' | 'changed';

const bare = (text: string): string => text.replace(/[\s“”"'‘’,，;；。]/g, '');

/** What makes it the same promise: where it stands and what it is about. */
const identity = (item: Item): string =>
  [item.family, item.kind, item.number, bare(item.title), bare(item.metric)].join('\t');

/** What it promises. Offsets are left out: a paragraph more above it changes nothing. */
const content = (item: Item): string =>
  JSON.stringify([
    item.value,
    item.unit,
    item.comparator,
    item.direction,
    item.relative,
    item.deadline,
    item.official,
    item.owners.map(({ name, role }) => [name, role]),
    item.milestones.map(({ by, value, unit }) => [by, value, unit]),
    item.allocations.map(({ unit, value, second }) => [unit, value, second ?? null]),
    item.detail?.of === 'indicator' ? [item.detail.targetText, item.detail.actualText] : null,
  ]);

/** One answer for each later item, in its order. Items of one identity are paired in printed order. */
export function changeOfItems(earlier: readonly Item[], later: readonly Item[]): readonly ItemChange[] {
  const open = new Map<string, Item[]>();
  for (const item of earlier) {
    const key = identity(item);
    open.set(key, [...(open.get(key) ?? []), item]);
  }
  return later.map((item) => {
    const before = open.get(identity(item)) ?? [];
    const same = before.findIndex((other) => content(other) === content(item));
    if (same >= 0) {
      before.splice(same, 1);
      return 'same';
    }
    return before.shift() ? 'changed' : 'new';
  });
}
