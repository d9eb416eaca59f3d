// Where the other side of a relative target comes from: the table's own rows, else the running text of the report.
import { foldCell } from '../../plan/words/cell-words.ts';
import { bareSeriesName, namesOfSeries, seriesKey } from '../../plan/words/series-name.ts';
import type { IsoDate } from '../../quantity/date.ts';
import type { SeriesFigure } from '../facts.ts';

/** Words that may stand before a series' name without making another series of it. */
const openers =
  '(?:^|[,，;；。:：、()（）]|全市|全区|全县|全省|完成|实现|其中|全社会|我市|年|月|上半年|季度)';
const behind =
  '(?:总额|总量|\\([^()]*\\)|[\\d.]+[万亿]*元)*[^,，;；。\\d]{0,8}?(?:,(?:同比|比上年|按可比价计算,?(?:同比)?))?';
const moved = '(增长|上涨|提高|上升|下降|降低|减少|回落)(?:约)?(\\d+(?:\\.\\d+)?)%';
const flat = '(?:同比|与?(?:上年|去年)(?:同期)?|总体|基本)持平';

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

function readIn(folded: string, name: string, periodEnd: IsoDate): SeriesFigure | null {
  const pattern = new RegExp(`(?<=${openers})${literal(name)}${behind}(?:${moved}|${flat})`, 'g');
  const match = pattern.exec(folded);
  if (!match) return null;
  const amount = match[2];
  // 与上年同期持平 states no growth in words; the words stay with the figure.
  if (amount === undefined) return { name, periodEnd, amount: '0', printed: match[0] };
  const down = /下降|降低|减少|回落/.test(match[1] ?? '');
  return { name, periodEnd, amount: down ? `-${amount}` : amount, printed: match[0] };
}

/** Looks a series up in the text that follows a table, then in the text before it. */
export function seriesInText(
  source: string,
  tableStart: number,
  relative: string,
  periodEnd: IsoDate,
): SeriesFigure | null {
  const names = namesOfSeries(relative).filter((name) => name.length >= 4 || name === seriesKey(relative));
  const own = bareSeriesName(relative);
  const candidates = names.includes(own) || own.length < 4 ? names : [...names, own];
  for (const text of [
    source.slice(tableStart, tableStart + 40_000),
    source.slice(Math.max(0, tableStart - 20_000), tableStart),
  ]) {
    const folded = foldCell(text);
    for (const name of candidates) {
      const found = readIn(folded, name, periodEnd);
      if (found) return found;
    }
  }
  return null;
}
