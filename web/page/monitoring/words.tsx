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
    return isDay(text) ? day(text, language) : amount(text);
  });
}

const signed = (value: string): string =>
  value.startsWith('-') || value === '0' ? amount(value) : `+${amount(value)}`;

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

export function Demonstration(): ReactNode {
  const t = useFeatureText(monitoringText);
  return (
    <span className="tag warn" title={t.demonstrationHint}>
      {t.demonstration}
    </span>
  );
}
