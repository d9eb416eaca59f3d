// A package of policies: numbered policies under areas, who leads them, what money they get, and whether the money adds up.

import { clean, decimalsIn, type Printed, sumsTo, totalIn } from '../../check/budget-sum.ts';
import { codeAt, holdsIn, isIn, signSet, spaceSigns } from '../../number/sign-set.ts';
import type { Check, Item, Span } from '../../reading.ts';
import type { Mention, Part, Structure } from '../../structure.ts';
import { firstMention } from '../phrase/first-mention.ts';
import { unitClass } from '../phrase/unit-class.ts';
import type { Owned } from '../task/task-items.ts';
import { makeItem } from '../text/make-item.ts';

export interface Policies {
  readonly items: readonly Item[];
  readonly checks: readonly Check[];
}

/** True for a package that grants and commits, as against a plan that only lists tasks. */
export const isPolicy = (part: Part): boolean =>
  !/解读|问答|答记者问/.test(part.identity.title) &&
  (part.identity.kind === 'policyPackage' ||
    (part.identity.kind === 'other' &&
      /(?:政策|若干措施|扶持办法|奖励办法|实施细则|若干意见)/.test(part.identity.title)));

const allots = /(?:预算)?(?:统筹)?安排(?:的)?(?:专项)?(?:扶持)?(?:资金|经费)?(?:总额)?(?:约|共|为|达)?$/;

/** Last signs of these words, and spaces that may follow them. */
const allotEnds = signSet(`${spaceSigns}排的项持金费额约共为达`);

interface Fund {
  readonly whole: Printed;
  readonly parts: readonly Printed[];
  readonly at: Span;
}

const printed = (text: string, mention: Mention): Printed | null =>
  typeof mention.value === 'number' && unitClass(mention.unit) === 'money'
    ? {
        start: mention.start,
        end: mention.end,
        value: mention.value,
        unit: mention.unit,
        decimals: decimalsIn(text.slice(mention.start, mention.end)),
      }
    : null;

/** 安排资金X亿元,其中…A亿元、…B亿元: the whole and, after 其中, its parts. */
function fundOf(text: string, place: Owned, mentions: readonly Mention[]): Fund | null {
  for (let i = firstMention(mentions, place.start); i < mentions.length; i += 1) {
    const mention = mentions[i];
    if (!mention || mention.end > place.end) return null;
    if (!isIn(allotEnds, codeAt(text, mention.start - 1))) continue;
    const whole = printed(text, mention);
    if (
      !whole ||
      !allots.test(text.slice(Math.max(place.start, mention.start - 24), mention.start).replace(/\s/g, ''))
    )
      continue;
    const stop = text.indexOf('。', mention.end);
    const end = stop < 0 || stop > place.end ? place.end : stop;
    const rest = text.slice(mention.end, Math.min(place.end, mention.end + 40));
    const among = /^[^其]{0,24}其中/.exec(rest);
    const from = among ? mention.end + among[0].length : -1;
    const until = among?.[0].includes('。') ? text.indexOf('。', from) : end;
    const parts: Printed[] = [];
    if (from >= 0)
      for (let k = i + 1; k < mentions.length; k += 1) {
        const part = mentions[k];
        if (!part || part.end > (until < 0 ? place.end : Math.min(until, place.end))) break;
        const amount = printed(text, part);
        if (amount) parts.push(amount);
      }
    return { whole, parts, at: { start: mention.start, end: mention.end } };
  }
  return null;
}

/** A list after 其中 may be partial: only a full one, or one that exceeds its whole, says something. */
function partsCheck(fund: Fund, title: string): readonly Check[] {
  if (fund.parts.length < 2) return [];
  const check = sumsTo('fund.parts', title, fund.parts, fund.whole);
  return check.ok || (check.residual ?? 0) > 0 ? [check] : [];
}

const announces =
  /(?:资金|支持|安排|投入)[^,，。;；]{0,12}(?:总额|总计|合计|共计|总规模)(?:约|达|为|共)*$|(?:总额|合计|共)(?:安排|支持)[^,，。;；]{0,10}(?:资金)?(?:约|达|为)*$/;
/** Signs without one of which no total is announced. */
const totalSigns = signSet('总合共');
const caveat = /除?[^,，。;；]{0,8}(?:交叉|重叠|重复)[^,，。;；]{0,10}|剔除[^,，。;；]{0,16}/;

/** The announced total against the sum of what the areas were given. */
function totalCheck(
  text: string,
  places: readonly Owned[],
  mentions: readonly Mention[],
  funds: readonly Fund[],
): readonly Check[] {
  if (funds.length < 2) return [];
  for (const place of places) {
    for (let i = firstMention(mentions, place.start); i < mentions.length; i += 1) {
      const mention = mentions[i];
      if (!mention || mention.end > place.end) break;
      const lead = Math.max(place.start, mention.start - 30);
      if (!holdsIn(totalSigns, text, lead, mention.start)) continue;
      const whole = printed(text, mention);
      const before = text.slice(lead, mention.start).replace(/\s/g, '');
      if (!whole || !announces.test(before) || funds.some((fund) => fund.whole.start === whole.start))
        continue;
      const check = sumsTo(
        'fund.total',
        '各领域安排资金 = 总额',
        funds.map((fund) => fund.whole),
        whole,
      );
      const from = Math.max(place.start, mention.start - 80);
      const note = caveat.exec(text.slice(from, mention.start));
      return [
        note && !check.ok
          ? { ...check, explainedBy: { start: from + note.index, end: from + note.index + note[0].length } }
          : check,
      ];
    }
  }
  return [];
}

const titleOf = (text: string, place: Owned): string =>
  text
    .slice(place.unit.title.start, place.unit.title.end)
    .replace(/[([（【](?:由|责任|牵头)[^()[\]（）【】]*[)\]）】]?/g, '')
    .replace(/\s+/g, '');

const firstClause = (words: string): string => (/^[^。;；,，]{2,60}/.exec(words)?.[0] ?? words).slice(0, 60);

/** The policies of a part, each with its area and fund. */
export function readPolicies(
  structure: Structure,
  mentions: readonly Mention[],
  places: readonly Owned[],
): Policies {
  const { text } = structure.folded;
  const items: Item[] = [];
  const checks: Check[] = [];
  const funds: Fund[] = [];
  let area = '';
  let areaNumber = 0;
  let last: Owned | null = null;
  for (const place of places) {
    if (place.unit.chapter && place.unit !== last?.unit) {
      area = titleOf(text, place);
      areaNumber += 1;
    }
    const again = place.unit === last?.unit;
    last = place;
    const fund = fundOf(text, place, mentions);
    if (fund) {
      funds.push(fund);
      checks.push(...partsCheck(fund, titleOf(text, place)));
    }
    if (place.unit.chapter || place.unit.number === '' || again) continue;
    items.push(
      makeItem({
        start: place.start,
        end: place.end,
        kind: 'task',
        family: 'policy',
        number: place.unit.number,
        title: firstClause(titleOf(text, place)),
        owners: place.owners,
        deadline: place.deadline,
        section: place.unit.section,
        detail: {
          of: 'policy',
          area,
          areaNumber,
          fund: fund ? { value: clean(totalIn([fund.whole], fund.whole.unit)), unit: fund.whole.unit } : null,
        },
      }),
    );
  }
  return { items, checks: [...checks, ...totalCheck(text, places, mentions, funds)] };
}
