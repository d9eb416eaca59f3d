// Which digits are part of a name: 8+4, 104国道, 500强, 12345热线, 15分钟…圈, 24小时值守, 185条举措清单.
import { digitsEnd, isChineseNumeral, isHan, isLatin } from '../figure/numeral.ts';
import { codeAt, isIn, signSet } from '../sign-set.ts';
import { buildTrie, matchAt, matchKind, matchLength } from '../trie.ts';
import { isPart } from './code.ts';
import { type NeutralFound, neutralFound } from './found.ts';

const joins = signSet('+＋×xX*·•');

const goesOn = (text: string, at: number): boolean =>
  isPart(text, at) || isChineseNumeral(codeAt(text, at)) || isHan(codeAt(text, at));

/** True where the number whose whole part ends at `to` is a share. */
function isShare(text: string, to: number, end: number): boolean {
  const stop = codeAt(text, to) === 46 ? digitsEnd(text, to + 1, end) : to;
  return codeAt(text, stop) === 37;
}

/** 8+4, 3+N, 1+7+122, 7×24小时, 3·15: figures that a sign joins into a name. */
export function joined(text: string, at: number, floor: number, end: number): NeutralFound | null {
  const to = digitsEnd(text, at, end);
  const after = to < end ? codeAt(text, to) : 0;
  const forwards = isIn(joins, after) && goesOn(text, to + 1);
  const backwards =
    at > floor && isIn(joins, codeAt(text, at - 1)) && (isPart(text, at - 2) || isHan(codeAt(text, at - 2)));
  if (!forwards && !backwards) return null;
  // 工业+6.2%: a plus before a share is a sign.
  if (!forwards && text.charAt(at - 1) === '+' && isShare(text, to, end)) return null;
  if (isLatin(after) && !isPart(text, to + 1)) return null;
  let stop = to;
  while (stop < end && (isPart(text, stop) || isIn(joins, codeAt(text, stop)))) stop++;
  return neutralFound(at, text.startsWith('小时', stop) ? stop + 2 : stop, 'name');
}

const ANY = 1;
/** Names only after a whole number of three digits and more: 196工程, 12345热线. */
const LONG = 2;
/** A name only where no noun goes on: 101路. */
const LAST = 3;
const DECADE = 4;
const VERSION = 5;
/** A room of a house: 督查室420室, 3号楼501室. */
const ROOM = 6;
const houses = signSet('室楼座栋幢号厦层院心');

const nameAfter = buildTrie([
  [
    ANY,
    '国道 省道 县道 乡道 国省道 强 高速 号 号线 号楼 号文 号令 机场 中学 医院 小学 艺术区 创意园 文化园 节气 国集团 国峰会 方程式 大街 大道 路公交 弄 佳',
  ],
  [
    LONG,
    '热线 便民热线 政务服务便民热线 平台 联动 政务服务热线 政府热线 服务热线 急救 报警 峰会 产业园 广场 计划 工程 行动 战略 目标 体系 模式 机制 大厦',
  ],
  [LAST, '路 系 型 系列'],
  [DECADE, '后'],
  [VERSION, '版 版本'],
  [ROOM, '室'],
]);

/** Words behind a number that make it a name; `next` is where they begin. */
export function named(
  text: string,
  at: number,
  to: number,
  next: number,
  end: number,
  decimal: boolean,
): NeutralFound | null {
  const match = matchAt(nameAfter, text, next, Math.min(end, next + 9));
  if (match === 0) return null;
  const length = matchLength(match);
  const after = next + length;
  switch (matchKind(match)) {
    case VERSION:
      return neutralFound(at, after, 'name');
    case ROOM:
      return !decimal && to - at >= 3 && isIn(houses, codeAt(text, at - 1))
        ? neutralFound(at, after, 'name')
        : null;
    case LONG:
      return !decimal && to - at >= 3 ? neutralFound(at, to, 'name') : null;
    case LAST:
      return decimal || isHan(codeAt(text, after)) ? null : neutralFound(at, to, 'name');
    case DECADE:
      return to - at === 2 && Number(text.slice(at, to)) % 5 === 0 ? neutralFound(at, after, 'name') : null;
    default:
      return decimal ? null : neutralFound(at, length > 2 ? next : after, 'name');
  }
}

const breaks = signSet(',，。;；、:”"');

/** 15分钟…圈, 1小时交通圈: a distance in time that names a circle. */
function circle(text: string, at: number, next: number, end: number): NeutralFound | null {
  for (let i = next + 2; i < Math.min(end, next + 14); i++) {
    const sign = codeAt(text, i);
    if (sign === 0x5708) return neutralFound(at, next + 2, 'name');
    if (isIn(breaks, sign)) return null;
  }
  return null;
}

/** What follows 24小时 where it means all day: 值守, 服务, 不间断. */
const allDay = signSet('值三服不应在专全热营自联监待便无开动巡看轮接响守保');

/** Names made with 分钟 and 小时. */
export function timed(text: string, at: number, to: number, next: number, end: number): NeutralFound | null {
  if (!text.startsWith('分钟', next) && !text.startsWith('小时', next)) return null;
  const day =
    to - at === 2 &&
    text.startsWith('24', at) &&
    text.startsWith('小时', next) &&
    isIn(allDay, codeAt(text, next + 2));
  return day ? neutralFound(at, next + 2, 'time') : circle(text, at, next, end);
}

/** 185条举措清单, 32条意见: the name by which a paper is known. */
const paper = /^条(?:改革|惠企|助企|支持)?(?:举措|措施|政策|任务)?(?:清单|意见|新政)/;

export const titled = (text: string, at: number, to: number, next: number): NeutralFound | null =>
  paper.test(text.slice(next, next + 8)) ? neutralFound(at, to, 'name') : null;
