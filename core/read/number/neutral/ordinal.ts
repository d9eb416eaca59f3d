// Which digits give a place in a ranking or a part of a period: 第3, 前10位, 居全国65位, 前5个月.
import { digitsEnd, isDigit, isHan, skipSpace } from '../figure/numeral.ts';
import { codeAt, isIn, signSet } from '../sign-set.ts';
import { type NeutralFound, neutralFound } from './found.ts';

const goesOn = signSet('-—–－~～至到、');

/** The number after 第, with a range or list that goes on: 第1—3名, 第1、2. */
export function ordinal(text: string, at: number, end: number): NeutralFound {
  let stop = digitsEnd(text, at, end);
  while (stop < end && isIn(goesOn, codeAt(text, stop)) && isDigit(codeAt(text, stop + 1)))
    stop = digitsEnd(text, stop + 1, end);
  return neutralFound(at, stop, 'ordinal');
}

const ranked = signSet('位名强列佳席');

/** 前10位, 前3: the first so many of a ranking; 前5个月 is a period; 前20% stays a share. */
export function top(text: string, at: number, end: number): NeutralFound | null {
  const to = digitsEnd(text, at, end);
  const next = skipSpace(text, to, end);
  if (text.startsWith('个月', next) || text.startsWith('季度', next))
    return neutralFound(at, next + 2, 'date');
  if (text.startsWith('个季度', next)) return neutralFound(at, next + 3, 'date');
  const sign = codeAt(text, next);
  if (isIn(ranked, sign)) return neutralFound(at, next, 'ordinal');
  if (next >= end || (!isHan(sign) && sign !== 37 && sign !== 46)) return neutralFound(at, to, 'ordinal');
  return null;
}

const placed = '位居 位列 名列 排名 列第 跃居 跃升至 升至 降至 居全 列全 居世 居副 排在 位次 排行'.split(' ');
const moved = /(?:提升|前移|上升|下降|后移|提高|前进)$/;

/** 居全国65位, where 第 is left out; 前移2位 is a change and stays a quantity. */
export function rank(text: string, at: number, to: number, next: number, floor: number): NeutralFound | null {
  if (text.charAt(next + 1) === '数') return null;
  const lead = text.slice(Math.max(floor, at - 12), at);
  const clause = lead.slice(
    Math.max(lead.lastIndexOf(','), lead.lastIndexOf('。'), lead.lastIndexOf('，'), lead.lastIndexOf('、')) +
      1,
  );
  return placed.some((word) => clause.includes(word)) && !moved.test(clause)
    ? neutralFound(at, to, 'ordinal')
    : null;
}
