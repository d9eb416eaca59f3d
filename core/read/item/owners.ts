// Who a printed list of units names: in printed order, the lead first, districts with their missing 政府 restored, groups kept whole.
import { codeAt, holdsAny, isIn, signSet, spaceSigns } from '../number/sign-set.ts';
import type { Owner } from '../reading.ts';

type Role = Owner['role'];

export interface OwnerOptions {
  /** Role of a list that prints no label of its own: 'lead' gives its first unit the lead and the rest support. */
  readonly role?: Role;
}

/** A label such as 责任单位: with the role it gives to the units after it. */
export interface OwnerLabel {
  readonly start: number;
  /** Offset of the first character after the label. */
  readonly end: number;
  readonly role: Role;
}

const unitWord = '(?:单位|部门|处室|科室|主体|机构|地区|委办局)';
const labelSource =
  `(?:(?:主要|第一|共同|市级|区级|县级|省级)?(?:责任|牵头|主办|主责|承办|实施|落实|主管|负责|责任分工)(?:责任|落实|实施)?${unitWord}|责任分工)` +
  `|(?:配合|协助|协办|协同|参与|参加|支持|会办|联合)(?:责任|落实|实施)?${unitWord}` +
  `|数据(?:提供|来源|责任|报送)${unitWord}?|牵头|主办|承办|协办|配合|责任`;
const labelBeforeColon = new RegExp(`(?:${labelSource})\\s*$`);
const labelAtStart = new RegExp(`^\\s*(?:${labelSource})\\s+`);
/** Words that end a list of units inside the same bracket: a person in charge or a time limit is not a unit. */
const foreignLabel =
  /(?:责任领导|分管领导|牵头领导|包保领导|主管领导|联系领导|(?:主要)?责任人|联系人|进度安排|完成时限|完成时间|时限要求|办理时限|时间节点|时限|工作目标|目标任务)\s*[::]/g;

const roleOfLabel = (label: string): Role =>
  label.startsWith('数据')
    ? 'data'
    : /^(?:配合|协助|协办|协同|参与|参加|支持|会办|联合)/.test(label)
      ? 'support'
      : 'lead';

/** No label is longer than this before its colon. */
const longestLabel = 16;

const spaces = signSet(spaceSigns);

/** True where a space stands among the first signs, as one does behind a label that has no colon. */
function isParted(text: string): boolean {
  const to = Math.min(text.length, longestLabel + 4);
  for (let i = 0; i < to; i += 1) if (isIn(spaces, text.charCodeAt(i))) return true;
  return false;
}

/** Last signs of the labels, and spaces that may follow them. */
const labelEnds = signSet(`${spaceSigns}位门室体构区局工供源任送头办合`);
const noLabels: readonly OwnerLabel[] = [];

/** The labels printed in a text, in order: each ends in a colon, or opens the line and is followed by a space. */
export function findOwnerLabels(text: string): readonly OwnerLabel[] {
  const opening = isParted(text) ? labelAtStart.exec(text) : null;
  const colons = colonsOf(text);
  if (opening === null && colons.length === 0) return noLabels;
  const labels: OwnerLabel[] = [];
  if (opening) labels.push({ start: 0, end: opening[0].length, role: roleOfLabel(opening[0].trimStart()) });
  let from = opening?.[0].length ?? 0;
  for (const colon of colons) {
    if (colon < from) continue;
    const begin = Math.max(from, colon - longestLabel);
    if (!isIn(labelEnds, codeAt(text, colon - 1))) continue;
    const label = labelBeforeColon.exec(text.slice(begin, colon));
    if (!label) continue;
    from = colon + 1;
    labels.push({ start: begin + label.index, end: from, role: roleOfLabel(label[0]) });
  }
  return labels;
}

const noColons: readonly number[] = [];

/** Places of : and ： in rising order; neither is looked for again once there is no more of it. */
function colonsOf(text: string): readonly number[] {
  let half = text.indexOf(':');
  let wide = text.indexOf('：');
  if (half < 0 && wide < 0) return noColons;
  const found: number[] = [];
  while (half >= 0 || wide >= 0) {
    if (wide < 0 || (half >= 0 && half < wide)) {
      found.push(half);
      half = text.indexOf(':', half + 1);
    } else {
      found.push(wide);
      wide = text.indexOf('：', wide + 1);
    }
  }
  return found;
}

const note = /[([][^()[\]]{0,40}(?:下同|列第一|排第一|排名|为牵头|带[*★]|标[*★])[^()[\]]{0,40}[)\]]/g;
const groupStart =
  /^(?:各|相关|有关|其他|其它|所有|属地|全市各?|市级各?|市直各?|市属|省级各?|区级各?|县级各?|市政府各|市委各)/;
const groupWord =
  /各|相关|有关|(?:市级|市直|市属|省属|区属|成员|责任|牵头|配合)(?:部门|单位|国企|企业|高校|医院)|部门$|属地|其[他它](?:单位|部门)/;
const unitEnd =
  /(?:局|委|办|厅|部|处|室|府|院|会|团|队|社|校|所|站|台|馆|行|司|集团|中心|公司|政府|大学|学院|医院|法院|银行|分局|支队|指挥部|专班|街道|[区县市镇乡旗州盟]|园|联|企业|国企|单位|部门|高校|指挥部|海关|基金|协)$/;
const unitStart =
  /^(?:市|省|区|县|州|各|相关|有关|国|团|中国|人民|属地|其他|所有|[\u4e00-\u9fa5]{1,6}(?:市|区|县|州|镇|街道|公司|集团|管委会|海关))/;

/** Signs without one of which no name stands for a group. */
const groupSigns = signSet('各关属其门位企校院');

/** True for 各区、县(市)政府 and other names that stand for many units. */
export const isGroup = (name: string): boolean => holdsAny(groupSigns, name) && groupWord.test(name);

const openers = signSet('([【〔');
const closers = signSet(')]】〕');
const separators = signSet('、,;/\n\t');
const joiners = signSet('和及与');
const listSigns = signSet('([【〔)]】〕、,;/\n\t和及与');
const and = 0x53ca;

interface Token {
  readonly text: string;
  /** The separator printed before it. */
  readonly before: string;
}

class TokenCutter {
  readonly found: Token[] = [];
  readonly list: string;
  private start = 0;
  private before = '';

  constructor(list: string) {
    this.list = list;
  }

  private push(end: number, separator: string): void {
    const text = trimmed(this.list, this.start, end);
    if (text !== '') {
      this.found.push({ text, before: this.before });
      this.before = separator;
    } else if (separator === ';') this.before = separator;
  }

  cut(): Token[] {
    const { list } = this;
    let depth = 0;
    for (let i = 0; i < list.length; i += 1) {
      const sign = list.charCodeAt(i);
      if (!isIn(listSigns, sign)) continue;
      if (isIn(openers, sign)) depth += 1;
      else if (isIn(closers, sign)) depth = Math.max(0, depth - 1);
      else if (depth > 0) continue;
      else if (isIn(separators, sign)) {
        this.push(i, list.charAt(i));
        this.start = i + 1;
      } else if (isIn(joiners, sign)) {
        const width = sign === and && list.startsWith('以', i - 1) ? 1 : 0;
        const left = list.slice(this.start, i - width);
        if (left.length < 2 || !unitEnd.test(stripAlias(left)) || !unitStart.test(list.slice(i + 1)))
          continue;
        this.push(i - width, list.charAt(i));
        this.start = i + 1;
      }
    }
    this.push(list.length, '');
    return this.found;
  }
}

/** Cuts a list at its separators outside brackets; 和 and 及 cut only between two whole unit names. */
const tokens = (list: string): Token[] => new TokenCutter(list).cut();

/** A part of a text without the spaces around it. */
function trimmed(text: string, start: number, end: number): string {
  const spaced = isIn(spaces, text.charCodeAt(start)) || (end > 0 && isIn(spaces, text.charCodeAt(end - 1)));
  return spaced ? text.slice(start, end).trim() : text.slice(start, end);
}

/** 市委金融办(市地方金融管理局) is 市委金融办; the bracket inside 县(市)政府 stays. */
function stripAlias(name: string): string {
  let text = name.trim();
  if (!text.includes('(') && !text.includes('[')) return text;
  for (;;) {
    const bare = /^(.+?)[([][^()[\]]*[)\]]?$/.exec(text);
    if (!bare?.[1] || /[各](?:区|县|旗|乡|镇|市)?$/.test(bare[1])) return text;
    if (!/[)\]]$/.test(text) && !/[([][^()[\]]*$/.test(text)) return text;
    text = bare[1].trim();
  }
}

/** Joins the halves of one group that its own 、 has cut: 各区 + 县(市)政府. */
function joinGroups(list: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of list) {
    const last = joined.at(-1);
    if (last && '、和及与'.includes(token.before || ';') && halvesOfGroup(last.text, token.text)) {
      joined[joined.length - 1] = { text: `${last.text}${token.before}${token.text}`, before: last.before };
    } else joined.push(token);
  }
  return joined;
}

const groupOpeners = signSet('各相有其所属全市省区县');

const halvesOfGroup = (left: string, right: string): boolean =>
  isIn(groupOpeners, left.charCodeAt(0)) &&
  groupStart.test(left) &&
  (right === '单位' ||
    right === '直属单位' ||
    (!/(?:政府|单位|企业|委|局|办|管委会)(?:[([].*)?$/.test(left) &&
      right.length <= 12 &&
      /^(?:县|市\)?[)(区、]|区(?!直|级|属|委)|旗|街道|乡|镇|开发区|园区|功能区|管委会|平台|直属单位)/.test(
        right,
      )));

const tail =
  /(?:按(?:照)?(?:各自)?职责(?:分工)?(?:分别)?(?:负责)?|分别(?:牵头|负责)|牵头(?:实施|负责|组织实施|落实)?|负责(?:组织实施|落实)?|(?:予以|给予|积极|共同)?(?:配合|参与|参加|协同|协作)|协助|等(?:相关|有关)?(?:市级|市直)?(?:部门|单位)?)$/;

interface Named {
  readonly name: string;
  readonly starred: boolean;
  /** 市教育局牵头 or 市财政局配合 names its own role. */
  readonly own: Role | null;
}

/** 三季度前完成 says when, not who. */
const limit = /(?:前|底|末|内|完成|开工|完工|到位)$/;

/** Last signs of the words that say what a unit does, or until when: 牵头, 配合, 等部门, 前完成. */
const tellingEnds = signSet('责工别头施实合与加同作助等关级直门位前底末内成');
const by = 0x7531;

/** A name of Chinese signs alone needs no taking apart, unless 由 opens it or such a word ends it. */
function isPlainName(raw: string): boolean {
  const last = raw.length - 1;
  if (last < 1 || last > 31 || raw.charCodeAt(0) === by || isIn(tellingEnds, raw.charCodeAt(last)))
    return false;
  for (let i = 0; i <= last; i += 1) {
    const code = raw.charCodeAt(i);
    if (code < 0x4e00 || code > 0x9fa5) return false;
  }
  return true;
}

function nameOf(raw: string): Named | null {
  return isPlainName(raw) ? { name: raw, starred: false, own: null } : readName(raw);
}

function readName(raw: string): Named | null {
  let text = raw.replace(/^[·•\-—–\s::由]+|[。;,、\s.::]+$/g, '').trim();
  const starred = /[★☆*]/.test(text);
  text = text.replace(/[★☆*]/g, '').trim();
  let own: Role | null = null;
  for (let cut = tail.exec(text); cut; cut = tail.exec(text)) {
    if (/^(?:等|按)/.test(cut[0]) && cut.index === 0) break;
    if (/配合|协助|参与|参加|协[同作]/.test(cut[0])) own = 'support';
    else if (/^(?:分别)?牵头/.test(cut[0])) own = 'lead';
    text = text.slice(0, cut.index).trim();
    if (text === '') return null;
  }
  text = stripAlias(text).replace(/[。;,、\s]+$/g, '');
  // The bracket around the list may close behind its last unit only.
  if (/[)\]】]$/.test(text) && !/[([【]/.test(text)) text = text.slice(0, -1);
  if (text.length < 2 || text.length > 32 || limit.test(text)) return null;
  if (/[0-9“”《》%::!?]/.test(text)) return null;
  return { name: text, starred, own };
}

const bareDistrict = /^(?:市[中南北]区|(?!市)[\u4e00-\u9fa5]{1,6}[区县市旗])$/;
const district =
  /^(?!各|相关|有关|其他|市(?![中南北]区)|属地)[\u4e00-\u9fa5]{1,7}([区县市旗镇乡州])((?:人民)?政府)$/;
const zone = /^(?!各)[\u4e00-\u9fa5]{1,14}(?:区|城|园|岛)(管委会|管理委员会)$/;
const bareZone =
  /^(?!各)[\u4e00-\u9fa5]{2,12}(?:开发区|经开区|高新区|度假区|示范区|功能区|名胜区|新区|新城|园区)$/;

const governmentEnds = signSet('府会');

/** 上城区、拱墅区、西湖区政府 is three governments: the last one's 政府 belongs to the run before it. */
function restoreGovernments(restored: Named[]): Named[] {
  for (let i = restored.length - 1; i > 0; i -= 1) {
    const here = restored[i]?.name ?? '';
    if (!isIn(governmentEnds, codeAt(here, here.length - 1))) continue;
    if (!here.endsWith('政府') && !here.endsWith('委会') && !here.endsWith('委员会')) continue;
    const ending = district.exec(here);
    const suffix = ending?.[2] ?? zone.exec(here)?.[1];
    const before = restored[i - 1];
    if (!suffix || !before) continue;
    if (ending ? bareDistrict.test(before.name) : bareZone.test(before.name)) {
      restored[i - 1] = { ...before, name: before.name + suffix };
    } else if (ending && /^[\u4e00-\u9fa5]{2}$/.test(before.name) && !unitEnd.test(before.name)) {
      restored[i - 1] = { ...before, name: `${before.name}${ending[1] ?? ''}${suffix}` };
    }
  }
  return restored;
}

/** Signs that such a heading, or the stop before it, begins with. */
const gluedSigns = signSet('。一二三四五六七八九十');

/** The heading of the next chapter is sometimes glued to the last unit of a list. */
function cutGlued(list: string): string {
  if (!holdsAny(gluedSigns, list)) return list;
  const full = list.search(
    /。|[一二三四五六七八九十]{1,3}、[^、,;。]{0,24}(?:牵头|负责|分管)(?:的)?(?:工作|事项|任务)/,
  );
  return full < 0 ? list : list.slice(0, full);
}

/** The units of one list, districts restored. */
function unitsOf(list: string): Named[] {
  const names: Named[] = [];
  for (const token of joinGroups(tokens(cutGlued(list)))) {
    const named = nameOf(token.text);
    if (named) names.push(named);
  }
  return restoreGovernments(names);
}

/** The pieces of a text that stand under one label each; text before the first label has the default role. */
function labelled(text: string, role: Role): { list: string; role: Role }[] {
  const labels = findOwnerLabels(text);
  // Every such label ends in a colon, and many lists hold none.
  if (labels.length === 0 && colonsOf(text).length === 0)
    return text.trim() === '' ? [] : [{ list: text, role }];
  const cuts: number[] = [];
  foreignLabel.lastIndex = 0;
  for (let match = foreignLabel.exec(text); match !== null; match = foreignLabel.exec(text))
    cuts.push(match.index);
  const pieces: { list: string; role: Role }[] = [];
  const cutAt = (start: number, end: number): number => {
    const cut = cuts.find((place) => place >= start && place < end);
    return cut ?? end;
  };
  const first = labels[0];
  const head = text.slice(0, cutAt(0, first?.start ?? text.length));
  if (head.trim() !== '' && !(first && head.trim().length <= 1)) pieces.push({ list: head, role });
  labels.forEach((label, i) => {
    const end = labels[i + 1]?.start ?? text.length;
    pieces.push({ list: text.slice(label.end, cutAt(label.end, end)), role: label.role });
  });
  return pieces;
}

/** An outer bracket around the whole list, or one that was never closed, is not part of a name. */
function unwrap(text: string): string {
  if (!holdsAny(openers, text)) return text.trim();
  const bare = text.replace(note, '').trim();
  const inner = /^[([【](.*?)[)\]】]?$/s.exec(bare);
  return inner?.[1] &&
    /^[([【]\s*(?:由|责任|牵头|配合|主办|承办|实施|市|省|区|县)/.test(bare) &&
    !/^[([][^()[\]]{1,6}[)\]]./.test(bare)
    ? inner[1]
    : bare;
}

/** Up to so many names are compared one by one: a set has to work out a number for each new name first. */
const fewOwners = 24;

/** The units of a list in printed order; at most one lead. */
export function readOwners(text: string, options: OwnerOptions = {}): Owner[] {
  const role = options.role ?? 'lead';
  const owners: Owner[] = [];
  let seen: Set<string> | null = null;
  const pieces = labelled(unwrap(halfWidth(text)), role).map((piece) => ({
    role: piece.role,
    names: unitsOf(piece.list),
  }));
  const starred = pieces.some((piece) => piece.names.some((named) => named.starred));
  let led = false;
  for (const piece of pieces) {
    for (const named of piece.names) {
      if (owners.length === fewOwners) seen ??= new Set(owners.map((owner) => owner.name));
      if (seen === null ? owners.some((owner) => owner.name === named.name) : seen.has(named.name)) continue;
      seen?.add(named.name);
      const wanted = named.own ?? piece.role;
      const lead: boolean = !led && (starred ? named.starred : wanted === 'lead');
      led ||= lead;
      owners.push({
        name: named.name,
        role: lead ? 'lead' : wanted === 'data' ? 'data' : 'support',
        group: isGroup(named.name),
      });
    }
  }
  return owners;
}

/** Signs of full width stand this far behind their twins of half width. */
const WIDTH = 0xfee0;
const wideSigns = signSet('，；：（）［］／．会');
const halfWidth = (text: string): string =>
  !holdsAny(wideSigns, text)
    ? text
    : text
        .replace(/[，；：（）［］／．]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - WIDTH))
        .replace(/会同(?=[市县区省])/g, '、');
