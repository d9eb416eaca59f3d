// Which figures a reading reports: each with its metric, its period, its amount in the metric's own sense, and its words.
import { type IsoDate, isIsoDate } from '../quantity/date.ts';
import type { DraftObservation, FigureNature } from './draft.ts';
import type { PrintedIndicator, PrintedItem } from './printed-item.ts';
import { decimalText } from './target-from-item.ts';
import { figureOf, foldCell, saysNoFigure } from './words/cell-words.ts';
import { namesAFall } from './words/infer-measure.ts';
import { targetFromWords } from './words/target-from-words.ts';

export interface ReportedPeriod {
  readonly start: IsoDate;
  readonly end: IsoDate;
}

/** (预计) is an estimate, 初步 and 快报 are preliminary; everything else is as reported. */
const natureOf = (words: string): FigureNature =>
  /预计|预估|估算/.test(words) ? 'estimated' : /初步|初核|快报|暂估/.test(words) ? 'preliminary' : 'reported';

const dayOr = (text: string | null, otherwise: IsoDate): IsoDate =>
  text !== null && isIsoDate(text) ? text : otherwise;

/** The sign that a metric's own sense asks for: 下降3.4 of 能耗(下降) is 3.4, of 投资 is -3.4. */
const inOwnSense = (signed: string, metric: string, movement: string): string =>
  movement === 'down' && namesAFall(metric) && signed.startsWith('-') ? signed.slice(1) : signed;

function fromRow(
  item: PrintedItem,
  detail: PrintedIndicator,
  index: number,
  period: ReportedPeriod,
): DraftObservation | null {
  const words = detail.actualText ?? '';
  const folded = foldCell(words);
  if (saysNoFigure(folded)) return null;
  const metric = detail.part === '' ? detail.name : `${detail.name}(${detail.part})`;
  const unit =
    detail.targetText === ''
      ? item.unit
      : targetFromWords({ metric, unit: item.unit, printed: detail.targetText }).unit;
  const column = unit === '个百分点' ? '%' : unit;
  const figure = figureOf(folded, column);
  return {
    number: item.number,
    metric: detail.name,
    part: detail.part,
    periodStart: dayOr(detail.periodStart, period.start),
    periodEnd: dayOr(detail.periodEnd, period.end),
    amount: figure ? inOwnSense(figure.signed, metric, figure.number.movement) : null,
    unit: figure ? figure.unit : item.unit,
    statement: words,
    nature: natureOf(words),
    itemIndex: index,
    start: item.start,
    end: item.end,
  };
}

function fromText(
  item: PrintedItem,
  source: string,
  index: number,
  period: ReportedPeriod,
): DraftObservation {
  const words = source.slice(item.start, item.end);
  const amount = typeof item.value === 'number' ? decimalText(item.value) : null;
  const metric = item.metric === '' ? item.title : item.metric;
  const falls =
    item.direction === 'down' && amount !== null && !amount.startsWith('-') && !namesAFall(metric);
  return {
    number: item.number,
    metric,
    part: '',
    periodStart: period.start,
    periodEnd: period.end,
    amount: falls && Number(amount) !== 0 ? `-${amount}` : amount,
    unit: item.unit,
    statement: words,
    nature: natureOf(words),
    itemIndex: index,
    start: item.start,
    end: item.end,
  };
}

/** Figures of all result items; `period` is what the report is for where a figure prints none of its own. */
export function observationsFromItems(
  items: readonly PrintedItem[],
  source: string,
  period: ReportedPeriod,
): readonly DraftObservation[] {
  const found: DraftObservation[] = [];
  const rows = new Set<string>();
  items.forEach((item, index) => {
    const { detail } = item;
    if (detail?.of === 'indicator') {
      if (detail.actualText === null) return;
      const key = [
        detail.table,
        item.number,
        detail.name,
        detail.part,
        detail.periodEnd,
        detail.actualText,
      ].join('\t');
      if (rows.has(key)) return;
      rows.add(key);
      const row = fromRow(item, detail, index, period);
      if (row) found.push(row);
    } else if (item.kind === 'result') found.push(fromText(item, source, index, period));
  });
  return found;
}
