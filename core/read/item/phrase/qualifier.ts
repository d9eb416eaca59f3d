// Which numbers only say what is counted or since when (10亿元以上项目, 35岁以下, 3年行动) and promise nothing themselves.
import { codeAt, holdsIn, isIn, signSet } from '../../number/sign-set.ts';
import { matchAt, matchLength } from '../../number/trie.ts';
import type { Mention } from '../../structure.ts';
import { type UnitClass, unitClass } from './unit-class.ts';
import { beforeNumber, noObject, verbBefore } from './words.ts';

export type Tense = 'target' | 'result';

/** End of a mention with the comparator printed after it (5个以上). */
export const tailOf = (mention: Mention): number =>
  mention.comparatorSpan && mention.comparatorSpan.start >= mention.end
    ? Math.max(mention.end, mention.comparatorSpan.end)
    : mention.end;

/** Start of a mention with the comparator printed right before it (不低于70%). */
export const headOf = (mention: Mention): number =>
  mention.comparatorSpan && mention.comparatorSpan.end <= mention.start
    ? Math.min(mention.start, mention.comparatorSpan.start)
    : mention.start;

const closers = signSet('、,，;；。:：)）!！?？]】」”』》—-–~/|\t\n ');

/** True where a noun stands right after the number: 5个以上开放场景, 14台锅炉. */
export function hasObject(text: string, at: number, to: number): boolean {
  if (at >= to) return false;
  const code = codeAt(text, at);
  if (isIn(closers, code)) return false;
  if (code >= 0x30 && code <= 0x39) return false;
  return matchLength(matchAt(noObject, text, at, to)) === 0;
}

const duration =
  /(?:寿命|时长|用时|耗时|时间|时限|周期|学时|时数|期限|教育年限)[^,，]{0,6}$|(?:缩短|压缩|压减|延长|提速|减|降)(?:了)?[至到为]?$/;
const aged = /(?:寿命|年龄)[^,，]{0,6}$/;
const listed =
  /(?:以下|下列|如下|上述|这|围绕|聚焦|针对|依托|按照|根据|对标|沿|前|做到|坚持|突出|把握|抓好|做好)$/;
/** 入选全国首批6个试点城市: how many there are, not how many were done. */
const amongAll = /(?:全国|全球|世界|全省|国家)(?:首批|第[一二三]批|仅有的?|共有|仅)?$/;
const perUnit = /每(?!年|月|季|周|日|天)[^,，、0-9]{0,3}$/;
const baseOf = /(?:由|从|自)[^,，、;；0-9]{0,8}$/;
const towards = /^[^,，、;；。]{0,8}(?:到|至|为|成)$/;
const promised = /^的(?:目标|任务|预期|要求|速度|水平|增长|比例|幅度|标准)/;
const measuredThing = /^(?:企业|单位|城市|机构|村|小区|规模|家庭|学校|会议|客户|银行|园区)/;

/** A number whose unit measures (亿元, 平方米, 人) and whose noun follows says which things are meant. */
function measuresNoun(
  text: string,
  mention: Mention,
  next: Mention | undefined,
  from: number,
  to: number,
  kind: UnitClass,
): boolean {
  const tail = tailOf(mention);
  const suffixed = tail > mention.end;
  const object = hasObject(text, tail, to);
  if (codeAt(text, tail) === OF && kind !== 'percent' && kind !== 'count')
    return (
      !promised.test(text.slice(tail, tail + 4)) && !founds.test(text.slice(from, headOf(mention)).slice(-16))
    );
  const head = next && next.start <= to ? headOf(next) : tail;
  const namesNext =
    object &&
    head > tail &&
    head - tail <= 24 &&
    isCount(next) &&
    !isIn(reaching, codeAt(text, head - 1)) &&
    !holdsIn(parting, text, tail, head);
  if (kind === 'money' || kind === 'measure' || kind === 'none') {
    if (suffixed && (object || (text.slice(tail, head).trim() === '' && isCount(next)))) return true;
    if (kind === 'none' && mention.unit !== '' && object) return true;
    if (kind === 'measure' && object && specification.test(mention.unit)) return true;
    if (kind === 'measure' && object && standsAlone(text, from, headOf(mention))) return true;
    if (isIn(gradeSigns, codeAt(text, tail)) && grade.test(text.slice(tail, tail + 2))) return true;
    if (
      !suffixed &&
      object &&
      kind === 'money' &&
      !spends.test(text.slice(Math.max(from, mention.start - 8), mention.start))
    )
      return true;
    return namesNext || (object && kind === 'measure' && mention.unit.includes('/'));
  }
  if (kind === 'people' || kind === 'count') {
    if (suffixed && namesNext) return true;
    return kind === 'people' && suffixed && measuredThing.test(text.slice(tail, tail + 2));
  }
  return false;
}

const OF = 0x7684;
const reaching = signSet('到至为达超');
const parting = signSet('、,，;；和及与');
const grade = /^(?:级|规模|档|量级|能级)/;
const gradeSigns = signSet('级规档量能');

/** 安排2亿元资金 spends; 扩大2亿元消费券的覆盖面 names. */
const spends =
  /(?:安排|投入|发放|争取|拨付|兑现|兑付|筹集|筹措|统筹|落实|募集|下达|减免|拉动|带动|完成|撬动|设立|给予|补助|奖励|融资|出资|提供|实现|新增|超|达|突破|约|近|过|至|到|为|共|计)(?:了|总额)?$/;

/** 设立总规模20亿元的基金 promises the amount. */
const founds = /(?:设立|组建|发起|成立|发行)[^,，、]{0,6}(?:规模|总额)(?:达到?|为|约|超)?$/;

/** 500千伏输变电工程 is a kind of plant. */
const specification = /(?:千伏|[kK]V|伏|赫兹|Hz|纳米|毫米|英寸|层)$/;

const joining = signSet('、和及与的');

/** 35万吨粮库建成: a measure that nothing was done to is a name, 新增35万亩农田 is not. */
const standsAlone = (text: string, from: number, head: number): boolean =>
  head - from < 2 &&
  !isIn(joining, codeAt(text, head - 1)) &&
  matchLength(matchAt(verbBefore, text, head, from)) === 0 &&
  matchLength(matchAt(beforeNumber, text, head, from)) === 0;

function isCount(mention: Mention | undefined): boolean {
  if (mention === undefined) return false;
  const kind = unitClass(mention.unit);
  return kind === 'count' || kind === 'people';
}

const linkEnds = signSet('过达到于为占');

/** 占比超过5%的企业: a share that picks out, not one that is promised. */
function picksOut(text: string, mention: Mention): boolean {
  const tail = tailOf(mention);
  if (codeAt(text, tail) !== OF || promised.test(text.slice(tail, tail + 4))) return false;
  return headOf(mention) < mention.start || isIn(linkEnds, codeAt(text, mention.start - 1));
}

const structural = new Set([
  '届',
  '期',
  '号',
  '楼',
  '层',
  '级',
  '星级',
  '步',
  '周年',
  '环',
  '次会议',
  '号线',
  '版',
  '代',
]);

const structuralEnds = signSet('届期号楼层级步年环议线版代');
const isStructural = (unit: string): boolean =>
  isIn(structuralEnds, codeAt(unit, unit.length - 1)) && structural.has(unit);

const CLOSE_QUOTE = 0x201d;
const LIST_COMMA = 0x3001;
const AND_SO_ON = 0x7b49;
/** Last signs of the words in `listed` and in `amongAll`. */
const listedEnds = signSet('下列述这绕焦对托照据标沿前到持出握好');
const amongEnds = signSet('国球界省家批仅的有');

const each = signSet('每');
/** 每…5个 within three signs of the number. */
const saysEach = (text: string, lead: number, head: number): boolean =>
  holdsIn(each, text, Math.max(lead, head - 4), head) && perUnit.test(text.slice(lead, head));

const bases = signSet('由从自');
const hasBase = (text: string, lead: number, head: number): boolean =>
  holdsIn(bases, text, Math.max(lead, head - 9), head) && baseOf.test(text.slice(lead, head));

/** `from`..`to` is the clause; `next` the following mention in it. */
export function isQualifier(
  text: string,
  mention: Mention,
  next: Mention | undefined,
  from: number,
  to: number,
  tense: Tense,
): boolean {
  const kind = unitClass(mention.unit);
  const head = headOf(mention);
  const lead = Math.max(from, head - 14);
  if (kind === 'time') return !duration.test(text.slice(lead, head));
  if (kind === 'age') return !aged.test(text.slice(lead, head));
  if (kind === 'count' && isStructural(mention.unit)) return true;
  if (saysEach(text, lead, head) || (mention.unit === '次' && text.slice(lead, head).endsWith('连续')))
    return true;
  if (next && hasBase(text, lead, head) && towards.test(text.slice(mention.end, next.start))) return true;
  const tail = tailOf(mention);
  if (kind === 'percent') return codeAt(text, tail) === CLOSE_QUOTE || picksOut(text, mention);
  if (measuresNoun(text, mention, next, from, to, kind)) return true;
  // 市级10亿元以上、区级1亿元以上重大项目: a list of thresholds shares one noun.
  if (next && kind !== 'count' && codeAt(text, tail) === LIST_COMMA && unitClass(next.unit) === kind)
    return measuresNoun(text, next, undefined, from, to, kind);
  if (kind !== 'count' && kind !== 'people') return false;
  const object = hasObject(text, tail, to);
  // 5方面21项问题: the fields only sort what is counted.
  if (next?.start === tail && /(?:方面|类|大类)$/.test(mention.unit)) return true;
  if (!object) return false;
  const last = codeAt(text, head - 1);
  if (isIn(listedEnds, last) && listed.test(text.slice(lead, head))) return true;
  if (isIn(amongEnds, last) && amongAll.test(text.slice(lead, head))) return true;
  return tense === 'target' && head > lead && last === AND_SO_ON;
}
