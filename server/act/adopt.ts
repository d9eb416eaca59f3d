// What adopting items of a document adds to a plan: commitments, and the places where they are printed.
import { randomUUID } from 'node:crypto';
import type { Commitment, Target } from '../../core/plan/commitment.ts';
import { commitmentsFromItems } from '../../core/plan/commitments-from-items.ts';
import type { DraftCommitment } from '../../core/plan/draft.ts';
import { targetFromWords } from '../../core/plan/words/target-from-words.ts';
import { isoDate } from '../../core/quantity/date.ts';
import type { Heading, Item } from '../../core/read/reading.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import type { NewSource } from '../store/commitment.ts';
import type { ItemEdit } from '../store/json.ts';

export interface StoredItem {
  readonly id: string;
  readonly body: Item;
}

/** The document whose items are decided on, and the plan they go to. */
export interface Surroundings {
  readonly documentId: string;
  readonly text: string;
  readonly headings: readonly Heading[];
  readonly planId: string;
  readonly year: number;
}

export interface Adoption {
  readonly commitments: readonly Commitment[];
  readonly sources: readonly NewSource[];
  /** Commitment of each item. */
  readonly commitmentOf: ReadonlyMap<string, string>;
}

const longestQuote = 400;

const draftsOf = (items: readonly StoredItem[], { text, year, headings }: Surroundings) =>
  commitmentsFromItems(
    items.map(({ body }) => body),
    text,
    year,
    headings,
  );

export const quoteOf = (text: string, item: Item): string =>
  text.slice(item.start, Math.min(item.end, item.start + longestQuote));

/** Where an item is printed, as a source of a commitment, with what it promises by itself. */
export function sourceOf(item: StoredItem, commitmentId: string, inside: Surroundings): NewSource {
  const { body, id } = item;
  const targets = draftsOf([item], inside)[0]?.targets ?? [];
  const detail = body.detail?.of === 'indicator' ? body.detail.targetText : '';
  const quote = quoteOf(inside.text, body);
  return {
    id: randomUUID(),
    commitmentId,
    documentId: inside.documentId,
    itemId: id,
    metric: body.metric || body.title,
    printed: detail || targets[0]?.printed || quote,
    start: body.start,
    end: body.end,
    quote,
    targets,
  };
}

/** 1e400, 8o8, --5: somebody typed what no document prints; reading a part of it would be a guess. PM2.5 is a name. */
const garbled = /\d[a-z]|[a-z]\d|[-+−]{2}/i;

/** A target that a person wrote down; digits that make no number are refused, words alone are a worded target. */
export function readTarget(given: { metric: string; printed: string; unit: string }): Target | null {
  if (garbled.test(given.printed.replace(/PM_?\{?2\.5\}?/gi, ''))) return null;
  const target = targetFromWords(given);
  const hasDigits = /[0-9\uFF10-\uFF19]/.test(given.printed);
  return hasDigits && target.values.length === 0 && target.relativeType === null ? null : target;
}

function editTargets(
  targets: readonly Target[],
  item: StoredItem,
  edit: ItemEdit,
  inside: Surroundings,
): readonly Target[] | null {
  if (edit.printed === undefined && edit.unit === undefined) return targets;
  const own = draftsOf([item], inside)[0]?.targets[0];
  const at = Math.max(
    0,
    targets.findIndex(({ metric, printed }) => metric === own?.metric && printed === own.printed),
  );
  const old = targets[at] ?? own;
  const metric = old?.metric ?? (item.body.metric || item.body.title);
  const given = { metric, printed: edit.printed ?? old?.printed ?? '', unit: edit.unit ?? old?.unit ?? '' };
  const read = readTarget(given);
  if (!read) return null;
  const { checkpoints = [], allocationMode = null, allocations = [] } = old ?? {};
  const now = { ...read, checkpoints, allocationMode, allocations };
  return targets.length === 0 ? [now] : targets.with(at, now);
}

function commitmentOf(draft: DraftCommitment, planId: string): Commitment {
  const { kind, number, title, field, leadUnit, supportUnits, official, startsOn, dueOn, force, targets } =
    draft;
  const facts = {
    kind,
    number,
    title,
    field,
    leadUnit,
    supportUnits,
    official,
    startsOn,
    dueOn,
    force,
    targets,
  };
  return { id: randomUUID(), planId, ...facts };
}

function edited(
  commitment: Commitment,
  members: readonly StoredItem[],
  edits: ReadonlyMap<string, ItemEdit>,
  inside: Surroundings,
): Result<Commitment, 'target.unreadable'> {
  let now = commitment;
  for (const item of members) {
    const edit = edits.get(item.id);
    if (!edit) continue;
    const targets = editTargets(now.targets, item, edit, inside);
    if (!targets) return fail('target.unreadable', { printed: edit.printed ?? '', item: item.id });
    now = {
      ...now,
      targets,
      title: edit.title ?? now.title,
      leadUnit: edit.leadUnit === undefined ? now.leadUnit : edit.leadUnit || null,
      dueOn: edit.dueOn === undefined ? now.dueOn : isoDate(edit.dueOn),
    };
  }
  return succeed(now);
}

/** Items that print one commitment together (a task and its numbers, a list row and its matrix row), by item. */
export function groupsOf(
  items: readonly StoredItem[],
  inside: Surroundings,
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, readonly string[]>();
  for (const { itemIndexes } of draftsOf(items, inside)) {
    const ids = itemIndexes.flatMap((index) => items[index]?.id ?? []);
    for (const id of ids) groups.set(id, ids);
  }
  return groups;
}

/**
 * Drafts of the adopted items become commitments; one whose other items made a commitment before joins that one.
 * `decided` holds the commitments of items that were adopted earlier.
 */
export function adoptionOf(
  adopted: readonly StoredItem[],
  all: readonly StoredItem[],
  decided: ReadonlyMap<string, string>,
  edits: ReadonlyMap<string, ItemEdit>,
  inside: Surroundings,
): Result<Adoption, 'target.unreadable'> {
  const groups = decided.size > 0 ? groupsOf(all, inside) : new Map<string, readonly string[]>();
  const commitments: Commitment[] = [];
  const sources: NewSource[] = [];
  const commitmentOfItem = new Map<string, string>();
  for (const draft of draftsOf(adopted, inside)) {
    const members = draft.itemIndexes.flatMap((index) => adopted[index] ?? []);
    const siblings = members.flatMap(({ id }) => groups.get(id) ?? []);
    let commitmentId = siblings.map((id) => decided.get(id)).find((id) => id !== undefined);
    const joins = commitmentId !== undefined;
    if (commitmentId === undefined) {
      const made = edited(commitmentOf(draft, inside.planId), members, edits, inside);
      if (!made.ok) return made;
      commitments.push(made.value);
      commitmentId = made.value.id;
    }
    for (const item of members) {
      const source = sourceOf(item, commitmentId, inside);
      // A new commitment holds the targets of its own items already; one that is joined gets them from the source.
      sources.push(joins ? source : { ...source, targets: [] });
      commitmentOfItem.set(item.id, commitmentId);
    }
  }
  return succeed({ commitments, sources, commitmentOf: commitmentOfItem });
}
