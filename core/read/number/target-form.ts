// What a printed target asks for: relative, growth, range, bound, level, trend, rank, share or words, the first that applies.

import type { TargetForm } from '../../plan/commitment.ts';
import { cellNumbers, foldCell } from '../../plan/words/cell-words.ts';
import { inferMeasure, namesAFall } from '../../plan/words/infer-measure.ts';
import { type RelativeWords, relativeWords } from '../../plan/words/target-words.ts';
import type { Comparator, Direction, RelativeType, Value } from '../reading.ts';
import type { Mention } from '../structure.ts';
import { digitsEnd, isHan } from './figure/numeral.ts';
import { PERCENT, POINT, unitTrie } from './figure/unit-words.ts';
import { findMentionsIn } from './scan.ts';
import { codeAt, isIn, signSet } from './sign-set.ts';
import { newSink } from './sink.ts';
import { matchAt, matchKind } from './trie.ts';

export interface TargetPlace {
  /** Unit of the column, the row or the metric cell; '' where none is printed. */
  readonly unit: string;
  readonly metric: string;
}

export interface ParsedTarget {
  readonly form: TargetForm;
  readonly comparator: Comparator | null;
  readonly value: Value | null;
  readonly unit: string;
  readonly direction: Direction;
  /** The series or base as printed (经济增长, 2022年); null where the target stands alone. */
  readonly relative: string | null;
  readonly relativeType: RelativeType | null;
  readonly strive: boolean;
}

const striving = /力争|争取|努力|奋力/;
/** 居民消费价格涨幅: the metric is itself a rate of change, so its figure is a level. */
const namesARate = /(?:涨幅|增幅|增速|增长率|涨跌幅)(?:[(（][^()（）]*[)）])?$/;
/** 完成年度目标56.3%, 占计划的101%: a share of the plan is no target of its own. */
const ofPlan = /(?:完成|占|为)[^,，;；。\d]{0,8}(?:目标|计划|任务|预算)(?:任务|数|值)?的?(?:比例)?$/;

/** The figure of the target: the first one that is no threshold of a thing counted and no share of the plan. */
function figureOf(text: string, unit: string): Mention | null {
  const sink = newSink();
  findMentionsIn(text, 0, text.length, sink, { unit, cell: true });
  const own = sink.mentions.filter((mention) => !ofPlan.test(text.slice(0, mention.start)));
  // 由22.7%提升至25.8%: the level that is reached is the target, not the base.
  const reached = own.find((mention) => mention.direction === 'to');
  if (reached) return reached;
  return own.find((mention) => unit !== '' && mention.unit === unit) ?? own[0] ?? null;
}

const isShareUnit = (unit: string): boolean => {
  const kind = matchKind(matchAt(unitTrie, unit, 0, unit.length));
  return kind === PERCENT || kind === POINT;
};

const formOf: Readonly<Record<RelativeType, TargetForm>> = {
  sync: 'relative',
  above: 'relative',
  below: 'relative',
  shareStable: 'share',
  shareUp: 'share',
  trendUp: 'trend',
  trendDown: 'trend',
  trendStable: 'trend',
  rank: 'rank',
};

function comparatorOf(words: RelativeWords): Comparator | null {
  if (words.kind === 'sync') return words.loosely ? 'approx' : 'eq';
  const based = words.to !== '';
  if (words.kind === 'above' || (based && words.kind === 'trendUp')) return 'ge';
  return words.kind === 'below' || (based && words.kind === 'trendDown') ? 'le' : null;
}

const directions: Readonly<Partial<Record<RelativeType, Direction>>> = {
  trendUp: 'up',
  shareUp: 'up',
  trendDown: 'down',
  sync: 'up',
  above: 'up',
};

function relativeTarget(
  words: RelativeWords,
  figure: Mention | null,
  place: TargetPlace,
  strive: boolean,
): ParsedTarget {
  const based = words.to !== '' && (words.kind === 'trendUp' || words.kind === 'trendDown');
  return {
    form: based ? 'relative' : formOf[words.kind],
    comparator: comparatorOf(words),
    value: figure ? figure.value : null,
    unit: figure ? figure.unit : place.unit,
    direction: directions[words.kind] ?? 'none',
    relative: words.to === '' ? null : words.to,
    relativeType: words.kind,
    strive,
  };
}

/** 正增长 asks for more than nothing, 只减不增 and 零增长 for no more than nothing. */
function signTarget(text: string, strive: boolean): ParsedTarget | null {
  const base = { form: 'growth', value: 0, unit: '%', relative: null, relativeType: null, strive } as const;
  if (/(?<!负)正增长|(?:不出现|避免|防止|无)负增长|^不下降$/.test(text))
    return { ...base, comparator: 'ge', direction: 'up' };
  if (/只减不增|只降不升|零增长|不增加$/.test(text)) return { ...base, comparator: 'le', direction: 'down' };
  return null;
}

function numberTarget(figure: Mention, text: string, place: TargetPlace, strive: boolean): ParsedTarget {
  const moves = figure.direction === 'up' || figure.direction === 'down';
  const measure = inferMeasure({ name: place.metric, unit: figure.unit, words: text, numeric: true, moves });
  const falls = namesAFall(place.metric);
  const growth =
    isShareUnit(figure.unit) &&
    figure.direction !== 'to' &&
    (moves || falls || (measure === 'rate' && !namesARate.test(place.metric)));
  const { comparator } = figure;
  const form: TargetForm = growth
    ? 'growth'
    : comparator === 'range'
      ? 'range'
      : comparator === 'ge' || comparator === 'le'
        ? 'bound'
        : 'level';
  return {
    form,
    comparator,
    value: figure.value,
    unit: figure.unit,
    direction: growth && !moves ? (falls ? 'down' : 'up') : figure.direction,
    relative: null,
    relativeType: null,
    strive,
  };
}

/** Only words: 动态清零, 完成国家下达目标, 双下降. */
const wordTarget = (text: string, place: TargetPlace, strive: boolean): ParsedTarget => ({
  form: 'qualitative',
  comparator: null,
  value: null,
  unit: place.unit,
  direction: /(?:双|稳步|逐步|持续)?(?:下降|降低|减少)/.test(text)
    ? 'down'
    : /提高|提升|增长|上升/.test(text)
      ? 'up'
      : 'none',
  relative: null,
  relativeType: null,
  strive,
});

/** True where foldCell would change nothing: Chinese signs, digits, and signs of half width but the comma. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (!isHan(code) && !(code > 0x20 && code < 0x7e && code !== 0x2c)) return false;
  }
  return true;
}

/** Signs behind a number that is no figure: years, ordinals, names of grades. */
const noFigure = signSet('年月日时季届号期第级类世');

/** 5.5左右, 12000个: a text that opens with a figure of its own, in no points, is relative to nothing. */
function opensWithFigure(folded: string): boolean {
  let end = digitsEnd(folded, 0, folded.length);
  if (end === 0 || folded.includes('百分点')) return false;
  if (codeAt(folded, end) === 0x2e) end = Math.max(end, digitsEnd(folded, end + 1, folded.length));
  return !isIn(noFigure, codeAt(folded, end));
}

/** Reads the printed target of one metric: a table cell or the clause that promises it. */
export function readTarget(text: string, place: TargetPlace): ParsedTarget {
  const folded = isPlain(text) ? text : foldCell(text);
  const strive = striving.test(folded);
  const figure = figureOf(folded, place.unit);
  const sign = figure === null ? signTarget(folded, strive) : null;
  if (sign) return sign;
  const words = opensWithFigure(folded) ? null : relativeWords(folded, cellNumbers(folded, place.unit));
  if (words && (figure === null || isPoints(figure) || !isFigureOfItsOwn(words)))
    return relativeTarget(words, figure, place, strive);
  return figure ? numberTarget(figure, folded, place, strive) : wordTarget(folded, place, strive);
}

const isPoints = (figure: Mention): boolean => figure.unit.endsWith('百分点');
/** A trend beside a number only colours it; another series takes the number as its distance. */
const isFigureOfItsOwn = (words: RelativeWords): boolean => formOf[words.kind] !== 'relative';
