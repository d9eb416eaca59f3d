// Gives a phrase or a numbered task the full shape of an item; whatever a family does not say stays empty, never guessed.
import { holdsAny, signSet } from '../../number/sign-set.ts';
import type { Item, Owner } from '../../reading.ts';
import type { Phrase } from '../phrase/phrase.ts';

/** What the place of a phrase says about it: section, owners, number, deadline. */
export interface Setting {
  readonly family: Item['family'];
  readonly kind: Item['kind'];
  readonly section: string;
  readonly number?: string;
  readonly owners?: readonly Owner[];
  readonly official?: string | null;
  readonly deadline?: string | null;
}

type Given = Partial<Item> & Pick<Item, 'start' | 'end' | 'kind' | 'family'>;

const none: readonly never[] = [];

/**
 * Every field is written out: spreading defaults costs more than reading the sentence. All items are written in the same
 * order, here, below and in tableItem: whoever reads them then meets one shape.
 */
export function makeItem(given: Given): Item {
  const item: { -readonly [Key in keyof Item]: Item[Key] } = {
    start: given.start,
    end: given.end,
    kind: given.kind,
    family: given.family,
    number: given.number ?? '',
    title: given.title ?? '',
    metric: given.metric ?? '',
    comparator: given.comparator ?? null,
    value: given.value ?? null,
    unit: given.unit ?? '',
    direction: given.direction ?? 'none',
    relative: given.relative ?? null,
    relativeType: given.relativeType ?? null,
    force: given.force ?? null,
    modality: given.modality ?? null,
    owners: given.owners ?? none,
    official: given.official ?? null,
    deadline: given.deadline ?? null,
    milestones: given.milestones ?? none,
    allocations: given.allocations ?? none,
    section: given.section ?? '',
  };
  if (given.detail) item.detail = given.detail;
  return item;
}

/** Every verb of the comparison holds one of these. */
const comparing = signSet('高快低慢超');
const comparison = /^(.{2,}?)(?<!不)(高于|快于|高出|超过|低于|慢于)([^,，、]{2,24})$/;

/** 农村居民收入增速高于城镇居民1个百分点 is relative to 城镇居民. */
const relationOf = (phrase: Phrase): RegExpExecArray | null =>
  phrase.mention.direction === 'none' || !holdsAny(comparing, phrase.metric)
    ? null
    : comparison.exec(phrase.metric);

/** A promise to be 1个百分点 above another series is kept by more. */
const bound = (phrase: Phrase, below: boolean, kind: Item['kind']): Item['comparator'] =>
  kind === 'target' && phrase.mention.comparator === 'eq' ? (below ? 'le' : 'ge') : phrase.mention.comparator;

export function phraseItem(text: string, phrase: Phrase, setting: Setting, deadline: string | null): Item {
  const { mention } = phrase;
  const relation = relationOf(phrase);
  const below = relation !== null && /[低慢]/.test(relation[2] ?? '');
  return {
    start: phrase.start,
    end: phrase.end,
    kind: setting.kind,
    family: setting.family,
    number: setting.number ?? '',
    title: text.slice(phrase.start, phrase.end),
    metric: relation?.[1] ?? phrase.metric,
    comparator: relation === null ? mention.comparator : bound(phrase, below, setting.kind),
    value: mention.value,
    unit: mention.unit,
    direction: mention.direction,
    relative: relation?.[3] ?? null,
    relativeType: relation === null ? null : below ? 'below' : 'above',
    force: null,
    modality: mention.strive ? 'strive' : null,
    owners: setting.owners ?? none,
    official: setting.official ?? null,
    deadline,
    milestones: none,
    allocations: none,
    section: setting.section,
  };
}
