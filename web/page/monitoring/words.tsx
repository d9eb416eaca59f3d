// How monitoring figures are worded: warnings with their numbers, changes in percent or points, which are never mixed, and the mark of demonstration data.
import type { ReactNode } from 'react';
import { warningText } from '../../../core/vocabulary/budget.ts';
import type { Answer } from '../../api.ts';
import { amount, day } from '../../text/format.ts';
import { type Language, useFeatureText } from '../../text/language.tsx';
import { monitoringText } from '../../text/monitoring.ts';

export type Board = Answer<'GET /api/monitoring'>;
export type Line = Board['lines'][number];
export type Place = Board['places'][number];
type Warning = Line['warnings'][number];

export const indicatorName = ({ name, nameEn }: Line['indicator'], language: Language): string =>
  language === 'en' && nameEn !== '' ? nameEn : name;

export const placeName = ({ name, nameEn }: Pick<Place, 'name' | 'nameEn'>, language: Language): string =>
  language === 'en' && nameEn !== '' ? nameEn : name;

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** A warning as a sentence, with its numbers written as everywhere. */
export function warningSentence({ rule, params }: Warning, language: Language): string {
  return warningText[rule][language].replace(/\{(\w+)\}/g, (mark, key: string) => {
    const text = params[key];
    if (text === undefined) return mark;
    if (key === 'shortUnit' && text === '个百分点') return language === 'zh' ? text : ' points';
    return isDay(text) ? day(text, language) : amount(text);
  });
}

const signed = (value: string): string =>
  value.startsWith('-') || value === '0' ? amount(value) : `+${amount(value)}`;

const monthsEn = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const monthEn = (month: string): string => monthsEn[Number(month) - 1] ?? month;

/** 2025-01/2025-05 → 2025年1—5月, as the bureaus print it. */
export function periodText(period: string, language: Language): string {
  const parts = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(\d{2})))?(?:\/\d{4}-(\d{2}))?$/.exec(period);
  if (!parts) return period;
  const [, year = '', half, quarter, from, to] = parts;
  if (language === 'en') {
    if (half !== undefined) return `${half === '1' ? 'Jan–Jun' : 'Jul–Dec'} ${year}`;
    if (quarter !== undefined) return `Q${quarter} ${year}`;
    if (from === undefined) return year;
    return to === undefined ? `${monthEn(from)} ${year}` : `${monthEn(from)}–${monthEn(to)} ${year}`;
  }
  if (half !== undefined) return `${year}年${half === '1' ? '1—6' : '7—12'}月`;
  if (quarter !== undefined) return `${year}年${'一二三四'.charAt(Number(quarter) - 1)}季度`;
  if (from === undefined) return `${year}年`;
  return to === undefined ? `${year}年${Number(from)}月` : `${year}年${Number(from)}—${Number(to)}月`;
}

export function ChangeText({ change }: { readonly change: NonNullable<Line['onPeriod']> | null }): ReactNode {
  const t = useFeatureText(monitoringText);
  if (change === null) return <span className="quiet">—</span>;
  return (
    <span>
      {signed(change.value)}
      <span className="unit">{change.unit === 'percent' ? '%' : t.points}</span>
    </span>
  );
}

export function Demonstration({ partly = false }: { readonly partly?: boolean }): ReactNode {
  const t = useFeatureText(monitoringText);
  return (
    <span className={partly ? 'tag' : 'tag warn'} title={t.demonstrationHint}>
      {partly ? t.partly : t.demonstration}
    </span>
  );
}
