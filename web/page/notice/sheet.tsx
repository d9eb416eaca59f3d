// The notice on paper 督办单: one A4 sheet with what is asked, by when, and room for the answer and the seal.
import type { ReactNode } from 'react';
import { noticeGradeLabel, noticeReasonLabel } from '../../../core/vocabulary/supervise.ts';
import { day, wide } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { supervisionText } from '../../text/supervision.ts';
import type { NoticePage } from './moves.tsx';

export function Sheet({ page }: { readonly page: NoticePage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(supervisionText);
  const { notice, events, commitment } = page;
  const issue = events.findLast(({ action }) => action === 'raise' || action === 'reopen') ?? events[0];
  const answer = events.findLast(({ action }) => action === 'answer');
  const reasons = notice.reasons.map((reason) => noticeReasonLabel[reason][language]);
  const rows: readonly (readonly [string, string])[] = [
    [t.title, wide(notice.title)],
    [t.about, commitment === null ? t.aboutNone : wide(commitment.title)],
    [t.reasons, reasons.join(language === 'zh' ? '、' : ', ')],
    [t.words, events[0]?.words || t.empty],
    [t.answerBy, notice.answerBy === null ? '—' : day(notice.answerBy, language)],
    [t.remedyBy, notice.remedyBy === null ? '—' : day(notice.remedyBy, language)],
    [t.approval, issue?.approval || '—'],
  ];
  return (
    <section className="print-only paper" aria-hidden="true">
      <h1>{notice.grade === 'order' ? t.sheet : noticeGradeLabel[notice.grade][language]}</h1>
      <p className="paper-line">
        <span>
          {t.sheetTo} {[notice.placeName, wide(notice.unit)].filter(Boolean).join(' ')}
        </span>
        <span>
          {t.sheetNumber} {notice.id.slice(0, 8).toUpperCase()} · {t.issuedOn}{' '}
          {notice.issuedOn === null ? '—' : day(notice.issuedOn, language)}
        </span>
      </p>
      <table>
        <tbody>
          {rows.map(([label, words]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{words}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t.sheetAnswer}</th>
            <td className="paper-room">{answer?.words ?? ''}</td>
          </tr>
        </tbody>
      </table>
      <p>{t.sheetAsk}</p>
      <p className="paper-line">
        <span>
          {t.sheetBy} {events[0]?.by ?? ''}
        </span>
        <span>{t.sheetSign}</span>
      </p>
    </section>
  );
}
