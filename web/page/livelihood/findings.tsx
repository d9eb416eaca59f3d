// What does not fit in the allocation: said in a sentence, with the place in the document; never repaired.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { LivelihoodPage } from '../../api.ts';
import { StatusMark } from '../../part/icon.tsx';
import { SourceName } from '../../part/source-link.tsx';
import { useLanguage } from '../../text/language.tsx';

export function Findings({ findings }: { readonly findings: LivelihoodPage['findings'] }): ReactNode {
  const { language, t } = useLanguage();
  return (
    <section className="card" aria-labelledby="findings">
      <div className="card-head">
        <h2 id="findings">{t.livelihood.findings}</h2>
        <span className="note">
          {findings.length === 0 ? t.livelihood.findingsEmpty : t.table.items(findings.length)}
        </span>
      </div>
      {findings.length > 0 && (
        <ul className="finding-list">
          {findings.map((finding) => (
            <li key={`${finding.rule} ${finding.zh}`}>
              <StatusMark status="atRisk" />
              <span>
                {finding.commitmentId === null ? (
                  finding[language]
                ) : (
                  <Link
                    to="/commitments/$commitmentId"
                    params={{ commitmentId: finding.commitmentId }}
                    className="row-link"
                  >
                    {finding[language]}
                  </Link>
                )}
                {finding.source && (
                  <span className="note">
                    {' '}
                    <SourceName source={finding.source} />
                  </span>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
