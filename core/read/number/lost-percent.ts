// Gives % back to a page that lost every one of them: growth without a unit (增长5.5,) and shares (占比24.3;).
import { clauseStart } from './cue/clause.ts';
import { listGapBefore } from './list.ts';
import type { MentionDraft, Sink } from './sink.ts';

/** A share is named in the clause, and only words that lead to its figure stand between. */
const SHARE =
  /(?:占比|比重|份额|比例|强度|覆盖面|涨幅|增速|增幅|降幅|率|占[^,，;；。\d]{1,14})(?:[^,，;；。\d]{0,7})$/;

/** How many places must show the loss before a unit is inferred from it. */
const LEAST = 3;
const PAGE = 4000;
const NEAR = 400;
/** No share in a plan is larger; a bare number above is something else. */
const LARGEST = 1000;

const isBareGrowth = (mention: MentionDraft): boolean =>
  mention.unit === '' && (mention.direction === 'up' || mention.direction === 'down');

const namesShare = (text: string, at: number): boolean =>
  SHARE.test(text.slice(clauseStart(text, at, 0, 24), at));

/** True where bare growth stands close together around `at` and no % is near: the page has lost its signs. */
function isLostAt(text: string, at: number, bare: readonly MentionDraft[]): boolean {
  let low = 0;
  let high = bare.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bare[middle]?.start ?? 0) < at - PAGE) low = middle + 1;
    else high = middle;
  }
  const last = bare[low + LEAST - 1];
  return (
    last !== undefined &&
    last.start <= at + PAGE &&
    !text.slice(Math.max(0, at - NEAR), at + NEAR).includes('%')
  );
}

const asShare = (value: number, start: number, end: number): MentionDraft => ({
  start,
  end,
  value,
  unit: '%',
  comparator: 'eq',
  direction: 'none',
  unitFrom: 'context',
  comparatorSpan: null,
  list: -1,
  strive: false,
});

/** Infers % where the page lost its signs; marked `context`, and only where three bare growth figures are no accident. */
export function restoreLostPercents(text: string, sink: Sink): void {
  const bare = sink.mentions.filter(isBareGrowth);
  if (bare.length < LEAST) return;
  let restored: MentionDraft | null = null;
  for (const mention of sink.mentions) {
    const follows = restored !== null && listGapBefore(text, restored.end, mention.start);
    const lost =
      mention.unit === '' &&
      Math.abs(Number(mention.value)) <= LARGEST &&
      (isBareGrowth(mention) || follows || namesShare(text, mention.start)) &&
      isLostAt(text, mention.start, bare);
    if (!lost) continue;
    mention.unit = '%';
    mention.unitFrom = 'context';
    restored = mention;
  }
  promoteUnread(text, sink, bare);
}

/** 满意率99, : digits that fitted no class are a share where one is named and the page lost its signs. */
function promoteUnread(text: string, sink: Sink, bare: readonly MentionDraft[]): void {
  const left = sink.unread.filter(({ start, end }) => {
    const value = Number(text.slice(start, end));
    if (!(value <= 100) || !namesShare(text, start) || !isLostAt(text, start, bare)) return true;
    sink.mentions.push(asShare(value, start, end));
    return false;
  });
  if (left.length === sink.unread.length) return;
  sink.unread.splice(0, sink.unread.length, ...left);
  sortMentions(sink.mentions);
}

/** Puts mentions in order of place again; a list is named by the index of its first mention, which may move. */
function sortMentions(mentions: MentionDraft[]): void {
  const firsts = mentions.map((mention) => mentions[mention.list] ?? null);
  const before = new Map(mentions.map((mention, i) => [mention, firsts[i] ?? null]));
  mentions.sort((one, other) => one.start - other.start);
  const places = new Map(mentions.map((mention, i) => [mention, i]));
  for (const mention of mentions) {
    const first = before.get(mention) ?? null;
    if (first !== null) mention.list = places.get(first) ?? -1;
  }
}
