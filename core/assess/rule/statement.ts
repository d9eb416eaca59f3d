// What a progress sentence claims: done, on its way, late, rising, falling, steady, ranked. Clause by clause.
import { cellNumbers } from '../../plan/words/cell-words.ts';

export type ClaimKind = 'done' | 'onTrack' | 'late' | 'belowPlan' | 'up' | 'down' | 'steady' | 'rank';

export interface Claim {
  readonly kind: ClaimKind;
  /** Place in a ranking, where the claim is one. */
  readonly rank: number | null;
  readonly printed: string;
}

const late =
  /滞后|未(?:能|达|完成|实现|启动|开工|到位|按|如期|及|过半)|尚未|没有(?:完成|达到)|不及|不达|慢于(?:序时|时序|计划)|落后|偏慢|缓慢|差距|难以|无法|停滞|受阻|欠进度|欠账|存在困难|推进不力/;
/** Less than planned: late where more is good, well where less is. */
const belowPlan = /低于(?:预期|年度|全年|控制|考核|下达|既定)*(?:目标|序时|时序|计划|进度|预期|指标)/;
const forecast =
  /(?:预计|有望|力争|可以?|能够?|将|确保)[^,，;；。]{0,10}?(?:完成|实现|达到|达成|达标|建成|超过)|有序推进|按(?:计划|序时|时序|进度|期|时|节点)(?:推进|进行|实施|进度)?|(?:进展|推进|实施|运行)(?:顺利|良好|正常|有序|较快)|(?:达到|符合|快于|超过?|好于|高于|完成)(?:预期|序时|时序|进度|目标时序|计划进度)|时间过半|任务过半|^(?:进度)?正常|稳步(?:推进|实施)|(?:正在|正|持续|加快|全力|抓紧|扎实)(?:推进|实施|开展|建设|进行)|推进中|进行中|实施中|建设中|达序时|达进度/;
const done =
  /提前(?:[^,，;；。]{0,6})?(?:完成|达到|达标|实现)|超额|(?:已|均|全部|全面|圆满|顺利|如期|按期|100%)(?:经|全部|全面|提前|如期|基本)?(?:完成|达成|实现|达到|达标|建成|投用|投运|竣工|开通|验收|交付)|完成(?:了)?(?:全年|年度|国家|省|市|上级|下达|既定|预定|“[^”]{1,6}”|[一-龥]{0,4})(?:下达)?(?:的)?(?:目标|任务|指标|计划)|^(?:已)?(?:完成|达标|办结|销号)$|达到(?:[^,，;；。\d]{0,8})(?:目标|要求|标准|考核|指标)|实现目标/;
const up =
  /提高|提升|增长|上升|增加|上涨|扩大|改善|好转|向好|攀升|进位|高于(?:去年|上年|20\d\d年|往年)|优于(?:去年|上年)|稳中有[进升增]|正增长|转正|多于(?:去年|上年)/;
const down =
  /下降|降低|减少|回落|下滑|缩小|下跌|低于(?:去年|上年|20\d\d年|往年)|少于(?:去年|上年)|稳中有降|负增长/;
const steady = /持平|稳定|不变|平稳/;

const digits = '一二三四五六七八九十';

/** 第一, 前三位, 首位: the place in the ranking; 前列 claims a place without saying which. */
export function rankIn(clause: string): number | null {
  if (/首位|居首|榜首|领跑/.test(clause)) return 1;
  const place = /(?:第|前)([一二三四五六七八九十]|\d+)(?!季度|批|次|期|届|轮|产业|阶段|方阵|类)/.exec(
    clause,
  )?.[1];
  if (place === undefined) return null;
  const index = digits.indexOf(place);
  return index >= 0 ? index + 1 : Number(place);
}

/** Ends of a claim in the words of a share of the plan are no claim of having finished: 完成年度目标56.3%. */
function isFinished(clause: string): boolean {
  if (!done.test(clause)) return false;
  const share = cellNumbers(clause).find((number) => number.ofPlan && number.unit === '%');
  return share === undefined || Number(share.value) >= 100;
}

function claimsOf(clause: string): readonly Claim[] {
  const claims: Claim[] = [];
  const claim = (kind: ClaimKind, rank: number | null = null): number =>
    claims.push({ kind, rank, printed: clause });
  if (late.test(clause)) {
    claim('late');
    return claims;
  }
  if (belowPlan.test(clause)) claim('belowPlan');
  if (forecast.test(clause)) claim('onTrack');
  else if (isFinished(clause)) claim('done');
  if (up.test(clause)) claim('up');
  if (down.test(clause)) claim('down');
  if (steady.test(clause)) claim('steady');
  const rank = rankIn(clause);
  if (rank !== null || /前列/.test(clause)) claim('rank', rank);
  return claims;
}

/** Claims of a folded sentence, in printed order; a bracketed remark is its own clause. */
export function claimsIn(folded: string): readonly Claim[] {
  return folded
    .split(/[,，;；。()（）]/)
    .filter((clause) => clause !== '')
    .flatMap(claimsOf);
}
