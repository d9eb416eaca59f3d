// The verdict, its reasons and its rule; every earlier verdict stays readable below.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CommitmentPage, Verdict } from '../../api.ts';
import { Progress, VerdictLabel } from '../../part/status.tsx';
import { reasonsOf } from '../../text/domain.ts';
import { day, percent, wide } from '../../text/format.ts';
import { useLanguage } from '../../text/language.tsx';

function Because({ verdict }: { readonly verdict: Verdict }): ReactNode {
  const { language } = useLanguage();
  return (
    <ul className="because">
      {reasonsOf(verdict, language).map(({ sentence, targets }) => (
        <li key={sentence}>
          {sentence}
          {targets.length > 0 && <span className="note"> {targets.map(wide).join('、')}</span>}
        </li>
      ))}
    </ul>
  );
}

export function Judgement({ page }: { readonly page: CommitmentPage }): ReactNode {
  const { language, t } = useLanguage();
  const { verdict } = page.commitment;
  const { rule } = page;
  return (
    <section className="card judgement" aria-labelledby="judgement">
      <div className="card-head">
        <h2 id="judgement">{t.commitment.verdict}</h2>
        <VerdictLabel verdict={verdict} />
        <span className="note end">{t.when.judgedOn(day(verdict.asOf, language))}</span>
      </div>
      <div className="card-body stack">
        {verdict.share !== null && (
          <div className="schedule">
            <Progress verdict={verdict} label={t.commitment.share} />
            <p className="note">
              {t.commitment.share} {percent(verdict.share)}%
              {verdict.expectedShare !== null && (
                <span className="tick-note">
                  {t.commitment.expected} {percent(verdict.expectedShare)}%
                </span>
              )}
            </p>
          </div>
        )}
        <Because verdict={verdict} />
        <p className="rule">
          <b>{t.commitment.rule}</b>
          {rule[language]}
          <span className="note">{t.commitment.tolerance(rule.tolerance)}</span>
        </p>
      </div>
    </section>
  );
}

/** Every verdict of this promise and of the same one in other years, each with its reasons, newest first. */
export function Verdicts({ page }: { readonly page: CommitmentPage }): ReactNode {
  const { language, t } = useLanguage();
  const own = page.verdicts.map((verdict) => ({ year: page.plan.year, id: page.commitment.id, verdict }));
  const others = page.related.flatMap(({ year, id, verdicts }) =>
    verdicts.map((verdict) => ({ year, id, verdict })),
  );
  const all = [...own, ...others].sort((a, b) => (a.verdict.asOf < b.verdict.asOf ? 1 : -1));
  if (all.length < 2) return null;
  return (
    <section className="card" aria-labelledby="verdicts">
      <div className="card-head">
        <h2 id="verdicts">{t.commitment.verdicts}</h2>
      </div>
      <ol className="timeline">
        {all.map(({ year, id, verdict }) => (
          <li key={`${id} ${verdict.asOf} ${verdict.status} ${verdict.share ?? ''}`}>
            <span className="timeline-day">
              {day(verdict.asOf, language)}
              {id !== page.commitment.id && (
                <Link to="/commitments/$commitmentId" params={{ commitmentId: id }} className="note">
                  {t.when.year(year)}
                </Link>
              )}
            </span>
            <VerdictLabel verdict={verdict} />
            <Because verdict={verdict} />
          </li>
        ))}
      </ol>
    </section>
  );
}
