// What the words and numbers of one short printed text say: a table cell, a clause, a progress sentence.
import { type BaseUnit, readUnit } from '../../quantity/unit.ts';

export type Movement = 'up' | 'down' | 'to' | 'none';

/** One number of the text. */
export interface CellNumber {
  /** Exact decimal text, minus sign included, thousands commas removed. */
  readonly value: string;
  /** Second number of a range, or null. */
  readonly second: string | null;
  /** Printed unit behind the number; empty where the cell leaves it to its column. */
  readonly unit: string;
  readonly movement: Movement;
  /** True for a share of the plan (完成年度目标56.3%), which is no figure of the metric itself. */
  readonly ofPlan: boolean;
  readonly start: number;
  readonly end: number;
}

/** Full-width signs to their plain twins, spaces and joiners away: the same cell of two tables reads the same. */
export function foldCell(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000\u200B\uFEFF]+/g, '')
    .replace(/[−﹣]/g, '-')
    .replace(/[~～]/g, '—')
    .replace(/＞/g, '>')
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1');
}

/** Unit words that no noun follows, so that a number's unit can be cut from running text. */
const closedUnits =
  /^(?:个百分点|百分点|%|‰|(?:万亿|千亿|百亿|十亿|千万|百万|亿|万|千)?(?:元|美元|欧元|人次|人|名|位|户|家|个|项|件|台|套|吨|公里|千米|平方公里|平方米|立方米|公顷|亩|千瓦时|千瓦|张|所|处|条|辆|座|场|次|株|斤|岁|天|倍|微克))(?:\/[\u4E00-\u9FFF]{1,4})?/;

/** What can stand right behind a number that has no unit of its own. */
const bareEnd = /^(?:$|[,，;；。、()（）<>≥≤:：]|左右|以上|以下|以内|以外|及以上|上下|预计|以来)/;

const yearEnd = /^(?:年(?!均|度目标)|月(?!均)|日|时|季度|届|号|期|第|级|类|世纪)/;

const numberPattern = /-?\d+(?:\.\d+)?/g;

function unitBehind(rest: string, column: string): string {
  const own = closedUnits.exec(rest)?.[0] ?? '';
  if (column !== '' && column !== '-' && rest.startsWith(column) && column.length >= own.length)
    return column;
  if (own !== '') return own;
  return bareEnd.test(rest) ? '' : rest.slice(0, 4);
}

/** Direction words directly before a number: 同比下降, 增长, 提高至, 达. */
const movementBefore =
  /(增长|上涨|上升|增加|提高|提升|增幅|涨幅|正增长|增|升|涨|负增长|下降|降低|减少|回落|下滑|降幅|下跌|压减|降|减)(?:了|为|达|约|到|至|率)?(?:约|近)?$/;

function movementOf(before: string): Movement {
  const word = movementBefore.exec(before);
  if (!word) return 'none';
  const down = /降|减|落|滑|跌|负/.test(word[1] ?? '');
  if (/[到至]/.test(before.slice(-3))) return 'to';
  return down ? 'down' : 'up';
}

/** 完成年度目标, 占年度计划的, 完成率: what follows is a share of the plan. */
const planBefore =
  /(?:(?:占|完成|达到?|为|实现)[^,，;；。\d]{0,12}(?:目标|计划|任务|预算)(?:任务|总量|数|值)?(?:的|比例)?|完成率|完工率|竣工率|建成率|完成进度|序时进度|进度|完成比例)(?:为|达到?|约|近)?$/;

function readNumber(text: string, start: number, raw: string, column: string): CellNumber | null {
  const previous = text[start - 1] ?? '';
  // Letters glued before digits make a name (PM2.5, G60); a digit before a minus sign makes a range or a date.
  if (/[A-Za-z_.]/.test(previous)) return null;
  const signed = raw.startsWith('-') && /[\d%个点]/.test(previous) ? raw.slice(1) : raw;
  const end = start + raw.length;
  const rest = text.slice(end);
  if (yearEnd.test(rest) || /第$/.test(text.slice(0, start))) return null;
  const before = text.slice(Math.max(0, start - 24), start);
  return {
    value: signed,
    second: null,
    unit: unitBehind(rest, column),
    movement: movementOf(before),
    ofPlan: planBefore.test(before),
    start: end - signed.length,
    end,
  };
}

/** Numbers of a folded cell, in printed order; 5%—5.5% and 4.5-5 are one. */
export function cellNumbers(folded: string, column = ''): readonly CellNumber[] {
  const numbers: CellNumber[] = [];
  for (const match of folded.matchAll(numberPattern)) {
    const number = readNumber(folded, match.index, match[0], column);
    if (!number) continue;
    const last = numbers.at(-1);
    const between = last ? folded.slice(last.end, number.start) : '';
    if (last && last.second === null && isRange(last, number, between)) {
      numbers[numbers.length - 1] = { ...last, second: number.value, unit: number.unit, end: number.end };
    } else {
      numbers.push(number);
    }
  }
  return numbers;
}

const isRange = (first: CellNumber, second: CellNumber, between: string): boolean =>
  /^(?:%|‰|个?百分点|亿元|万元|万人)?(?:-|—+|–|至|到)$/.test(between) &&
  Number(second.value) > Number(first.value);

export interface CellFigure {
  readonly number: CellNumber;
  /** In the metric's own sense: 下降50.1 is "-50.1". */
  readonly signed: string;
  readonly unit: string;
}

const signedBy = (value: string, movement: Movement): string =>
  movement === 'down' && !value.startsWith('-') && Number(value) !== 0 ? `-${value}` : value;

/** 已开工18个,建成12个: what is begun, planned or only a part is not what is done. */
const isUnfinished = (folded: string, number: CellNumber): boolean =>
  /(?:开工|启动|在建|签约|立项|计划|目标|任务|其中|上年|去年)[^,，;；。\d]{0,3}$/.test(
    folded.slice(Math.max(0, number.start - 8), number.start),
  );

/** The number that is the metric's own figure: in its unit or without one, and no share of the plan. */
export function figureOf(folded: string, column: string): CellFigure | null {
  const base: BaseUnit = readUnit(column).base;
  const all = cellNumbers(folded, column).filter((number) => !number.ofPlan);
  const finished = all.filter((number) => !isUnfinished(folded, number));
  const numbers = finished.length > 0 ? finished : all;
  const printed = numbers.find((number) => number.unit !== '' && readUnit(number.unit).base === base);
  const bare = numbers.find((number) => number.unit === '' || (base === 'none' && number.unit === '倍'));
  const number = bare && (!printed || bare.start < printed.start) ? bare : printed;
  if (!number) return null;
  return {
    number,
    signed: signedBy(number.value, number.movement),
    unit: number.unit === '' || number.unit === '倍' ? column : number.unit,
  };
}

/** Share of the year's plan that the text states (完成年度目标56.3% → "56.3"), or null. */
export function planShareOf(folded: string): string | null {
  const number = cellNumbers(folded).find((each) => each.ofPlan && each.unit === '%');
  return number ? number.value : null;
}

/** A cell that says there is no figure: a dash, 暂无数据, 年度指标, 待统计. */
export const saysNoFigure = (folded: string): boolean =>
  /^(?:[-—–/\\*·.…]*|无|暂无|(?:暂|尚)?(?:无|未有?)(?:半年度?|月度|季度|年度|上半年|相关)?(?:统计)?(?:数据?|数值?|公布|发布|反馈|下达|统计|核定|出)[^,，]{0,6}|.{0,6}(?:年度|年终|年底)(?:统计|考核|指标|数据|公布|核算).{0,4}|(?:数据)?(?:待|尚待|未).{0,6}(?:统计|公布|核定|发布|反馈|出炉|下达).{0,4}|N\/?A)$/i.test(
    folded.replace(/[()[\]。]/g, ''),
  );
