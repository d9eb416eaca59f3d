// How amounts, shares, dates and targets are written; nothing is computed here, decimal text stays exact.
import { parseDecimal, printDecimal, round, trim } from '../../core/quantity/decimal.ts';
import type { Figure, Target } from '../api.ts';
import type { Language } from './language.tsx';

const minus = '−';

/** "-1234.5" → "−1,234.5"; the digits are the ones that were printed or stored. */
export function amount(text: string): string {
  const parts = /^(-?)(\d+)(\.\d+)?$/.exec(text);
  if (!parts) return text;
  const [, sign, whole = '', fraction = ''] = parts;
  return (sign ? minus : '') + whole.replace(/\B(?=(\d{3})+$)/g, ',') + fraction;
}

/** "47.893333" → "47.89": what was divided is kept to more places than anybody reads; two are shown. */
export function shortAmount(text: string): string {
  const value = parseDecimal(text);
  return value === null ? amount(text) : amount(printDecimal(trim(round(value, 2, 'halfUp'))));
}

/** "0.563" → "56.3". */
export const percent = (share: string): string => (Number(share) * 100).toFixed(1).replace('-', minus);

/** Width of a bar in the drawing: a share kept inside 0 to 100. */
export const barWidth = (share: string): number => Math.min(100, Math.max(0, Number(share) * 100));

const monthsEn = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export function day(iso: string, language: Language): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (!parts) return iso;
  const [, year = '', month = '', date = ''] = parts;
  return language === 'zh'
    ? `${year} 年 ${Number(month)} 月 ${Number(date)} 日`
    : `${Number(date)} ${monthsEn[Number(month) - 1] ?? month} ${year}`;
}

/** Month and day; with the year where it is not the plan's. */
export function shortDay(iso: string, planYear: number): string {
  const [year = '', month = '', date = ''] = iso.slice(0, 10).split('-');
  return Number(year) === planYear ? `${month}-${date}` : `${year}-${month}-${date}`;
}

const shanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** 2025-08-27T01:12:00Z → 2025-08-27 09:12, the time in Shanghai wherever the reader is. */
export function moment(iso: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? iso : shanghai.format(at);
}

const signs = {
  zh: { ge: '≥ ', le: '≤ ', approx: '约 ', eq: '', range: '' },
  en: { ge: '≥ ', le: '≤ ', approx: '≈ ', eq: '', range: '' },
};

/** A target in few characters: its number with comparator, or the printed words. */
export function targetShort(target: Target | undefined, language: Language): string {
  if (!target) return '—';
  const [least, greatest] = target.values;
  if (least === undefined || target.form === 'relative' || target.form === 'qualitative')
    return wide(target.printed);
  // 单位GDP能耗(下降) 3.2 counts the fall itself: its name already says so.
  const named = /下降|降低|减/.test(target.metric);
  const down = target.direction === 'down' && !named && !least.startsWith('-') ? minus : '';
  const sign = target.comparator === null ? '' : signs[language][target.comparator];
  return greatest === undefined ? sign + down + amount(least) : `${amount(least)}–${amount(greatest)}`;
}

export const isWorded = (target: Target | undefined): boolean =>
  target !== undefined &&
  (target.values[0] === undefined || target.form === 'relative' || target.form === 'qualitative');

/** Tables print a dash where a row has no unit. */
export const unitOf = (unit: string): string => (/^[-—–]$/.test(unit) ? '' : unit);

export const figureText = (figure: Figure | null): string =>
  figure === null ? '—' : figure.amount === null ? wide(figure.statement) || '—' : amount(figure.amount);

const full = new Map([
  [',', '，'],
  [';', '；'],
  [':', '：'],
  ['(', '（'],
  [')', '）'],
  ['?', '？'],
  ['!', '！'],
]);
const han = '[\\u3400-\\u9fff（）“”、，。；：《》〔〕]';
const halfWidth = new RegExp(`(?<=${han})[,;:()?!]|[,;:()?!](?=${han})`, 'g');

/** Titles are shown with full-width punctuation; quotes of a source are not touched. */
export const wide = (title: string): string => title.replace(halfWidth, (sign) => full.get(sign) ?? sign);

/** 杭州市 first, districts as printed; what a reader scans first is the name without its class. */
export const shortPlace = (place: string): string =>
  place.length > 2 ? place.replace(/(区|县|市)$/, '').replace(/^杭州/, '') : place;

/** A field that is the caption of a table, such as 表3 全年主要指标（民生福祉）, by the part that tells it from the others. */
export function shortField(field: string): string {
  const bare = wide(field).replace(/^[附]?表\s*\d+[\s.、：]*/, '');
  return /（([^（）]{2,12})）$/.exec(bare)?.[1] ?? bare;
}
