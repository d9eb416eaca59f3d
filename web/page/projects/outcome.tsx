// What an import answered: accepted and rejected rows, every bad cell with its content and what is wrong with it.
import type { ReactNode } from 'react';
import type { Answer } from '../../api.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { projectsText } from '../../text/projects.ts';

export type Outcome = Answer<'POST /api/projects/table'>;

export function OutcomeTable({ outcome }: { readonly outcome: Outcome }): ReactNode {
  const t = useFeatureText(projectsText);
  const { language } = useLanguage();
  return (
    <div role="status" className="pj-outcome">
      <p>
        <b>{t.outcome(outcome.accepted, outcome.rejected, outcome.total)}</b>
      </p>
      {outcome.refused.length > 0 && (
        <div className="table-box">
          <table>
            <thead>
              <tr>
                {[t.sheet, t.cell, t.cellText, t.problem].map((heading) => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {outcome.refused.map(({ sheet, at, text, code, message }) => (
                <tr key={`${sheet} ${at} ${code}`}>
                  <td>{sheet}</td>
                  <td>{at}</td>
                  <td>{text}</td>
                  <td>{message[language]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
