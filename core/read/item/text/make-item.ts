// Gives a phrase or a numbered task the full shape of an item; whatever a family does not say stays empty, never guessed.
import type { Item, Owner } from '../../reading.ts';
import type { Phrase } from './phrase.ts';

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

export const makeItem = (given: Given): Item => ({
  number: '',
  title: '',
  metric: '',
  comparator: null,
  value: null,
  unit: '',
  direction: 'none',
  relative: null,
  relativeType: null,
  force: null,
  modality: null,
  owners: [],
  official: null,
  deadline: null,
  milestones: [],
  allocations: [],
  section: '',
  ...given,
});

const given = (
  setting: Setting,
): Pick<Item, 'kind' | 'family' | 'section' | 'number' | 'owners' | 'official' | 'deadline'> => ({
  kind: setting.kind,
  family: setting.family,
  section: setting.section,
  number: setting.number ?? '',
  owners: setting.owners ?? [],
  official: setting.official ?? null,
  deadline: setting.deadline ?? null,
});

const comparison = /^(.{2,}?)(高于|快于|高出|超过|低于|慢于)([^,，、]{2,24})$/;

/** 农村居民收入增速高于城镇居民1个百分点 is relative to 城镇居民. */
function relation(phrase: Phrase): Pick<Item, 'metric' | 'relative' | 'relativeType'> {
  const match = /百分点|%/.test(phrase.mention.unit) ? comparison.exec(phrase.metric) : null;
  if (!match?.[1] || !match[3]) return { metric: phrase.metric, relative: null, relativeType: null };
  return {
    metric: match[1],
    relative: match[3],
    relativeType: match[2] === '低于' || match[2] === '慢于' ? 'below' : 'above',
  };
}

export const phraseItem = (text: string, phrase: Phrase, setting: Setting): Item => {
  const { mention } = phrase;
  return makeItem({
    ...given(setting),
    start: phrase.start,
    end: phrase.end,
    title: text.slice(phrase.start, phrase.end),
    ...relation(phrase),
    comparator: mention.comparator,
    value: mention.value,
    unit: mention.unit,
    direction: mention.direction,
    modality: mention.strive ? 'strive' : null,
  });
};

export const settingOf = given;
