// Cuts of expenses that the promise announced: what may be spent, what was spent, and what that is held against.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CommitmentPage } from '../../api.ts';
import { VerdictLabel } from '../../part/status.tsx';
import { budgetsText } from '../../text/budgets.ts';
import { reasonSentence } from '../../text/domain.ts';
import { amount, day } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';

type Cut = CommitmentPage['cuts'][number];

const Yi = ({ value }: { readonly value: string | null }): ReactNode =>
  value === null ? (
    '—'
  ) : (
    <>
      {amount(value)} <span className="unit">亿元</span>
    </>
  );

function CutRow({ cut }: { readonly cut: Cut }): ReactNode {
  const t = useFeatureText(budgetsText);
  const { language } = useLanguage();
  return (
    <li>
      <p className="cut-head">
        <b lang="zh-CN">{cut.printed}</b> <VerdictLabel verdict={cut.verdict} />
        {cut.sample && <span className="tag">{t.sampleCut}</span>}
      </p>
      <dl className="facts">
        <dt>{t.base}</dt>
        <dd>
          <Yi value={cut.base} />{' '}
          <span className="note">
            {cut.baseFrom === null ? t.baseNone(cut.year - 1) : t.baseFrom[cut.baseFrom](cut.year - 1)}
          </span>
        </dd>
        <dt>{t.most}</dt>
        <dd>
          <Yi value={cut.most} />
        </dd>
        <dt>{t.spent}</dt>
        <dd>
          {cut.lineId === null ? (
            <Yi value={cut.spent} />
          ) : (
            <Link to="/budget-lines/$lineId" params={{ lineId: cut.lineId }}>
              <Yi value={cut.spent} />
            </Link>
          )}{' '}
          {cut.countedTo !== null && (
            <span className="note">{t.countedTo(day(cut.countedTo, language))}</span>
          )}
        </dd>
      </dl>
      <ul className="because">
        {cut.verdict.because.map((reason) => (
          <li key={reason.code}>{reasonSentence(reason, language)}</li>
        ))}
      </ul>
      <p className="note" lang="zh-CN">
        {cut.source}
      </p>
    </li>
  );
}

export function CutsOf({ page }: { readonly page: CommitmentPage }): ReactNode {
  const t = useFeatureText(budgetsText);
  if (page.cuts.length === 0) return null;
  return (
    <section className="card" aria-labelledby="cuts-of">
      <div className="card-head">
        <h2 id="cuts-of">{t.cutsTitle}</h2>
        <Link
          to="/money"
          search={{ view: 'cuts', at: `${page.cuts[0]?.year ?? page.plan.year}` }}
          className="end"
        >
          {t.cutsAll}
        </Link>
      </div>
      <ul className="card-body cuts-of">
        {page.cuts.map((cut) => (
          <CutRow key={cut.id} cut={cut} />
        ))}
      </ul>
    </section>
  );
}
