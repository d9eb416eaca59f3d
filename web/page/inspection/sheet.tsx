// The record of inspection on paper 督查记录: A4, with findings, conclusion, the right to object, and room for signatures and the seal.
import type { ReactNode } from 'react';
import { inspectionKindLabel, inspectionMethodLabel } from '../../../core/vocabulary/supervise.ts';
import { wide } from '../../text/format.ts';
import { inspectionText } from '../../text/inspections.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { type InspectionPage, inspectedName, spanOf } from './state.tsx';

export function Sheet({ page }: { readonly page: InspectionPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(inspectionText);
  const { inspection, methods, team, findings, conclusion, events, commitments, papers, evidence } = page;
  const between = language === 'zh' ? '、' : ', ';
  const approval = events.findLast(({ approval: given }) => given !== '')?.approval ?? '';
  const order = events.findLast(({ action }) => action === 'orderRectification');
  const blank = '　';
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t.subject, wide(inspection.subject)],
    [t.inspected, inspectedName(inspection)],
    [t.kind, inspectionKindLabel[inspection.kind][language]],
    [t.methods, methods.map((method) => inspectionMethodLabel[method][language]).join(between)],
    [t.days, spanOf(inspection, language)],
    [t.approval, approval || blank],
    ...(commitments.length > 0
      ? [[t.about, commitments.map(({ title }) => wide(title)).join('；')] as const]
      : []),
    ...(papers.length > 0
      ? [
          [
            t.papers,
            <ol key="papers">
              {papers.map((paper, at) => (
                <li key={paper}>
                  {evidence.some((file) => file.paper === at + 1) ? '☑' : '☐'} {at + 1}. {paper}
                </li>
              ))}
            </ol>,
          ] as const,
        ]
      : []),
  ];
  return (
    <section className="print-only paper" aria-hidden="true">
      <h1>{t.sheet}</h1>
      <p className="paper-line">
        <span>{inspection.byUnit === '' ? '' : wide(inspection.byUnit)}</span>
        <span>
          {t.sheetNumber} {inspection.id.slice(0, 8).toUpperCase()}
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
            <th scope="row">{t.findings}</th>
            <td className={findings.length === 0 ? 'paper-room' : ''}>
              {findings.map(({ id, outcome, words, again }, at) => (
                <p key={id}>
                  {at + 1}. 【{t.outcomes[outcome]}
                  {again && ` · ${t.again}`}】{words}
                </p>
              ))}
            </td>
          </tr>
          <tr>
            <th scope="row">{t.conclusion}</th>
            <td className={conclusion === '' ? 'paper-room' : ''}>{conclusion}</td>
          </tr>
          {order && (
            <tr>
              <th scope="row">{t.moveWords.orderRectification}</th>
              <td>
                {order.words} {order.dueOn !== null && `（${t.dueOnWord(order.dueOn)}）`}
              </td>
            </tr>
          )}
        </tbody>
      </table>
      <p>{t.sheetRule}</p>
      <p>{t.sheetObject(page.objectBy, page.objectionRule)}</p>
      <p className="paper-line">
        <span>
          {t.sheetTeam} {team.map(({ name }) => name).join(between)}
        </span>
        <span>{t.sheetUnit}</span>
      </p>
      <p className="paper-line">
        <span>{t.sheetDate}</span>
        <span>{t.sheetDate}</span>
      </p>
    </section>
  );
}
