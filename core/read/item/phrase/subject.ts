// The subjects of a list: 甲、乙和丙, with the head that only the last one prints and the halves of 城乡.
import { codeAt, holdsAny, isIn, signSet } from '../../number/sign-set.ts';

const openSigns = signSet('、,，;；:：。)）—●■◆');
const closeSigns = signSet('、,，:：(（—');
/** Signs without which nothing inside a metric has to go: spaces, and the first signs of the patterns below. */
const telling = signSet(' \t\n\v\f\r\u00a0\u2002\u2003\u2009\u202f\u3000\u2028\u2029\ufeff同计数连较比正');
const andWords = signSet('其包以和及');
const counted = /[(（](?:下同|预计数?|初步核算数?|快报数?)[)）]/g;
const since = /(?:较|比)(?:20\d\d年|上一?年|去年|同期|前?[一二三四五两\d]+年)[^,，、]{0,8}$/;

/** Words of a metric without spaces, stray signs and 其中. The guards keep rare patterns off the common path. */
export function tidy(text: string): string {
  const rare = holdsAny(telling, text);
  let words = rare && /\s/.test(text) ? text.replace(/\s+/g, '') : text;
  let start = 0;
  let end = words.length;
  while (start < end && isIn(openSigns, words.charCodeAt(start))) start += 1;
  while (end > start && isIn(closeSigns, words.charCodeAt(end - 1))) end -= 1;
  words = words.slice(start, end);
  if (rare) words = withoutCounting(words);
  return isIn(andWords, codeAt(words, 0)) ? words.replace(/^(?:其中|包括|以及|和|及)[:：,，]?/, '') : words;
}

/** Words without what only says since when and how exactly was counted. */
function withoutCounting(metric: string): string {
  let words = metric;
  if (words.includes(')') && (words.includes('同)') || words.includes('计)') || words.includes('数)')))
    words = words.replace(counted, '');
  if (words.endsWith('比') && /[同环]比$/.test(words)) words = words.slice(0, -2);
  if (words.includes('连续')) words = words.replace(/连续\d+年$/, '');
  if (words.includes('较') || words.includes('比')) words = words.replace(since, '');
  return words.endsWith('正增长') ? words.replace(/(?:实现|保持)?正增长$/, '') : words;
}

const adverbLead =
  /^(?:(?:统筹|持续|加快|全力|着力|积极)?(?:推进|推动|抓好)|计划|全年|实现|用于|专项用于|其中|(?:全市|全区|全县)(?=计划|争取|保障|供应|新增|完成|建成|新建)|(?:20\d\d年))+/;

/** First signs of those words, and of the words of hope that may stand inside. */
const leadSigns = signSet('统持加全着积推抓计实用专其2');
const hopeSigns = signSet('力确争计');

/** A metric without the words that only say it will be done, by whom and when: 抓好…项目, 市财政2024年安排…. */
export function plainMetric(metric: string): string {
  let plain = isIn(leadSigns, codeAt(metric, 0)) ? metric.replace(adverbLead, '') : metric;
  if (plain.includes('20')) plain = plain.replace(/20\d\d年(?:度)?/g, '');
  if (holdsAny(hopeSigns, plain))
    plain = plain
      .replace(/(?:力争|确保|争取|计划)(?=完成|实现|达到|安排|开工)/g, '')
      .replace(/^(?:计划|争取)(?=.{3})/, '');
  return plain.length >= 2 ? plain : metric;
}

const LIST_COMMA = 0x3001;
const opening = signSet('(（“《[');
const memberSigns = signSet('、(（“《[)）”》]');

/** Top-level members of 甲、乙和丙. */
export function members(list: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < list.length; i += 1) {
    const sign = codeAt(list, i);
    if (!isIn(memberSigns, sign)) continue;
    if (isIn(opening, sign)) depth += 1;
    else if (sign !== LIST_COMMA) depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      parts.push(list.slice(start, i));
      start = i + 1;
    }
  }
  const last = list.slice(start);
  const joint = /^(.{2,}?)(?:以及|和|及|与)(.{2,})$/.exec(last);
  if (joint?.[1] && joint[2]) parts.push(joint[1], joint[2]);
  else parts.push(last);
  return parts.map((part) => tidy(part)).filter((part) => part !== '');
}

/** Heads that may be missing from the members before the last. */
const longHeads =
  /(?:产业规模|总产值|产值|增加值|投资额|投资|总收入|可支配收入|纯收入|收入|支出|规模|贷款余额|余额|金额|总额|人数|人次|数量|排放量|吞吐量|发电量|用电量|拥有量|保有量|产量|总量|面积|占比|比重|比例|增速|覆盖率|参保率|利润|税收|营收|交易额|零售额|销售额|成交额|出口额|进口额|出口|进口|起数|警情|案件|事故|项目|浓度)$/;
const heads = new RegExp(`${longHeads.source}|[数额量率]$`);

/** 甲产业 with 产业规模 is 甲产业规模. */
function joined(part: string, head: string): string {
  for (let shared = Math.min(part.length, head.length); shared > 0; shared -= 1)
    if (part.endsWith(head.slice(0, shared))) return part + head.slice(shared);
  return part + head;
}

/** 甲、乙、丙产业规模 measures 甲产业规模 and so on: the head of the last member belongs to all. */
function withHead(parts: readonly string[]): readonly string[] {
  const head = longHeads.exec(parts[parts.length - 1] ?? '')?.[0];
  if (!head) return parts;
  return parts.map((part) => (heads.test(part) ? part : joined(part, head)));
}

const townAndCountry = /^(.{0,6})(城乡)(.+)$/;

/** 城镇和农村居民收入: the first member lacks what the second names. */
const townThenCountry = /^(.*?)(?:城镇|城市)$/;

/** 城乡居民收入 with two numbers is two series. */
export function subjectsFor(list: string, count: number): readonly string[] {
  const sectors = count === 3 ? /^一、二、三次?产业?(.*)$/.exec(list) : null;
  if (sectors) return ['第一产业', '第二产业', '第三产业'].map((sector) => sector + (sectors[1] ?? ''));
  const parts = members(list);
  if (parts.length === 1 && count === 2) {
    const both = townAndCountry.exec(parts[0] ?? '');
    if (both) return [`${both[1] ?? ''}城镇${both[3] ?? ''}`, `${both[1] ?? ''}农村${both[3] ?? ''}`];
  }
  const town = parts.length === 2 ? townThenCountry.exec(parts[0] ?? '') : null;
  const country = town ? /^农村(.+)$/.exec(parts[1] ?? '')?.[1] : undefined;
  if (parts.length === count && country) return [`${parts[0] ?? ''}${country}`, parts[1] ?? ''];
  return parts.length === count ? withHead(parts) : [];
}
