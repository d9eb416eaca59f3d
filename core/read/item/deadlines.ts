// By when a text says something must be done: the printed words and the last day they allow, or null where no exact day follows.
import { type IsoDate, isIsoDate } from '../../quantity/date.ts';
import type { Span } from '../reading.ts';

/** exact: a day; end: the end of a period; during: within a period; start: before a period whose day is open; recurring: 每月; standing: 长期坚持. */
export type DeadlineKind = 'exact' | 'end' | 'during' | 'start' | 'recurring' | 'standing';

export interface Deadline extends Span {
  readonly printed: string;
  readonly kind: DeadlineKind;
  /** The last day it may happen on; null where the words leave it open (3月前). */
  readonly by: IsoDate | null;
}

const pad = (value: number): string => String(value).padStart(2, '0');
const dayOf = (year: number, month: number, day: number): IsoDate | null => {
  const text = `${year}-${pad(month)}-${pad(day)}`;
  return isIsoDate(text) ? text : null;
};
const endOfMonth = (year: number, month: number): IsoDate | null => {
  for (let day = 31; day >= 28; day -= 1) {
    const date = dayOf(year, month, day);
    if (date) return date;
  }
  return null;
};

const numerals = '零一二三四五六七八九十';
/** 十一 is 11, 3 is 3. */
function numberOf(text: string | undefined): number {
  if (!text) return Number.NaN;
  if (/^\d+$/.test(text)) return Number(text);
  if (text.length === 1) return numerals.indexOf(text);
  if (text.startsWith('十')) return 10 + numerals.indexOf(text.charAt(1));
  return Number.NaN;
}

interface Form {
  /** A word without which it finds nothing; '' for none. */
  readonly needs: string;
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray, year: number | null) => { by: IsoDate | null; kind: DeadlineKind };
}

const yearPart = '(?:(\\d{4}|[两本当今明]|次)年)?';
const yearOf = (text: string | undefined, year: number | null): number | null => {
  if (text && /^\d{4}$/.test(text)) return Number(text);
  if (year === null) return null;
  return text === '明' || text === '次' ? year + 1 : year;
};
const endOfYear = (year: number | null): IsoDate | null => (year === null ? null : dayOf(year, 12, 31));
const monthEnd = (year: number | null, month: number): IsoDate | null =>
  year === null || !(month >= 1 && month <= 12) ? null : endOfMonth(year, month);
/** 十四五 ends in 2025, 十五五 in 2030: plans run for five years, the first from 1953. */
const planEnd = (ordinal: number): IsoDate | null => dayOf(1955 + ordinal * 5, 12, 31);

const month = '(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])';
const before = '(?:之前|以前|前|止)?';

/** In order of preference: the longer reading of the same words first. */
const forms: readonly Form[] = [
  {
    needs: '月',
    pattern: new RegExp(
      `${yearPart}\\s*${month}\\s*月份?\\s*(?:[—–~至到-]+\\s*|—+\\s*)${month}\\s*月(?:份|底|末)?${before}`,
      'g',
    ),
    read: (match, year) => ({ by: monthEnd(yearOf(match[1], year), numberOf(match[3])), kind: 'during' }),
  },
  {
    needs: '月',
    pattern: new RegExp(`${yearPart}\\s*${month}\\s*月\\s*(3[01]|[12]\\d|0?[1-9])\\s*[日号]${before}`, 'g'),
    read: (match, year) => {
      const of = yearOf(match[1], year);
      return { by: of === null ? null : dayOf(of, numberOf(match[2]), Number(match[3])), kind: 'exact' };
    },
  },
  {
    needs: '',
    pattern: /(\d{4})[-./](1[0-2]|0?[1-9])[-./](3[01]|[12]\d|0?[1-9])(?!\d)(?:之前|以前|前|止)?/g,
    read: (match) => ({ by: dayOf(Number(match[1]), Number(match[2]), Number(match[3])), kind: 'exact' }),
  },
  {
    needs: '月',
    pattern: new RegExp(`${yearPart}\\s*${month}\\s*月份?\\s*(底|末|下旬)${before}`, 'g'),
    read: (match, year) => ({ by: monthEnd(yearOf(match[1], year), numberOf(match[2])), kind: 'end' }),
  },
  {
    needs: '月',
    pattern: new RegExp(`${yearPart}\\s*${month}\\s*月份?\\s*(上旬|中旬)${before}`, 'g'),
    read: (match, year) => {
      const of = yearOf(match[1], year);
      return {
        by: of === null ? null : dayOf(of, numberOf(match[2]), match[3] === '上旬' ? 10 : 20),
        kind: 'end',
      };
    },
  },
  {
    // 3月前 may mean before March or by its end, 3月初 names no day.
    needs: '月',
    pattern: new RegExp(`${yearPart}\\s*${month}\\s*月份?\\s*(?:之前|以前|前|初)`, 'g'),
    read: () => ({ by: null, kind: 'start' }),
  },
  {
    needs: '月',
    pattern: new RegExp(`${yearPart}\\s*${month}\\s*月份?(?:内|中)?(?![^。,;]{0,2}[起开始])`, 'g'),
    read: (match, year) => ({ by: monthEnd(yearOf(match[1], year), numberOf(match[2])), kind: 'during' }),
  },
  {
    needs: '季度',
    pattern: new RegExp(`${yearPart}\\s*第?([1-4一二三四])季度(?:之前|以前|前|末|底|内)?`, 'g'),
    read: (match, year) => ({
      by: monthEnd(yearOf(match[1], year), numberOf(match[2]) * 3),
      kind: /季度内?$/.test(match[0]) ? 'during' : 'end',
    }),
  },
  {
    needs: '半年',
    pattern: new RegExp(`${yearPart}\\s*(上半年|下半年)(?:之前|以前|前|底|末|内)?`, 'g'),
    read: (match, year) => ({
      by: monthEnd(yearOf(match[1], year), match[2] === '上半年' ? 6 : 12),
      kind: 'during',
    }),
  },
  {
    needs: '五',
    pattern: /“?十([一二三四五六七八九])五”?(?:规划)?(?:时期)?(?:末|期末|期间)/g,
    read: (match) => ({ by: planEnd(10 + numberOf(match[1])), kind: 'end' }),
  },
  {
    needs: '年',
    pattern: new RegExp(`(?:到|至)?(\\d{4}|今|本|当|明)?年(?:底|末|终)${before}`, 'g'),
    read: (match, year) => ({ by: endOfYear(yearOf(match[1], year)), kind: 'end' }),
  },
  {
    needs: '年',
    pattern: /(?:力争|确保|争取)?(?:到|至)\s*(\d{4})\s*年(?!度|第|\d)/g,
    read: (match) => ({ by: endOfYear(Number(match[1])), kind: 'end' }),
  },
  {
    needs: '年',
    pattern: /(\d{4})\s*年(?:之前|以前|前)/g,
    // 2025年前 is before the year begins or by its end: two readings, no day.
    read: () => ({ by: null, kind: 'start' }),
  },
  {
    needs: '年',
    pattern: /(\d{4}|今|本|当|明)?年内|全年|(\d{4})\s*年(?:度|全年)?(?=[,，]|内)/g,
    read: (match, year) => ({ by: endOfYear(yearOf(match[1] ?? match[2], year)), kind: 'during' }),
  },
  {
    needs: '每',
    pattern: /每(?:个)?(?:月|季度|季|半年|年|周|旬)/g,
    read: () => ({ by: null, kind: 'recurring' }),
  },
  {
    needs: '',
    pattern: /长期(?:坚持|推进|任务)?|持续推进|常态化推进/g,
    read: () => ({ by: null, kind: 'standing' }),
  },
];

/** Every deadline in a text, in printed order, none inside another. */
export function findDeadlines(text: string, year: number | null): Deadline[] {
  if (!/[年月季旬]|长期|推进|\d{4}[-./]|五”?(?:规划)?(?:时期)?[末期]/.test(text)) return [];
  const found: Deadline[] = [];
  let asked = '';
  let holds = true;
  for (const form of forms) {
    if (form.needs !== asked) {
      asked = form.needs;
      holds = text.includes(asked);
    }
    if (!holds) continue;
    form.pattern.lastIndex = 0;
    // Unlike matchAll, exec makes no copy of the pattern.
    for (let match = form.pattern.exec(text); match !== null; match = form.pattern.exec(text)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      found.push({ start, end, printed: match[0], ...form.read(match, year) });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The first deadline that names a day, else the first that was printed at all. */
export function readDeadline(text: string, year: number | null): Deadline | null {
  const found = findDeadlines(text, year);
  return found.find((deadline) => deadline.by !== null) ?? found[0] ?? null;
}
