// One claim: what is known and not asked again, what is still asked with the files that show it, what the rules say, how far it is.
import '../awards/awards.css';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { moneyText } from '../../../core/policy/words/number-words.ts';
import { claimActionLabel, claimStateLabel } from '../../../core/vocabulary/policy.ts';
import { type Answer, call } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import type { PlainField } from '../../part/plain-form.tsx';
import { Answered, usePageTitle } from '../../part/state.tsx';
import { awardText } from '../../text/awards.ts';
import { moment } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { Offers } from '../awards/offers.tsx';
import { Asks } from './asks.tsx';

export type ClaimPage = Answer<'GET /api/claims/:claimId'>;
type Action = ClaimPage['offers'][number]['action'];

/** Four steps to the money; what came back or was refused is said beside. */
function Track({ page }: { readonly page: ClaimPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(awardText);
  const { state, paidOn } = page.claim;
  const passed =
    paidOn !== null
      ? 4
      : ({ submitted: 1, returned: 1, accepted: 2, refused: 2, awarded: 3 }[String(state)] ?? 0);
  return (
    <ol className="claim-track" aria-label={claimStateLabel[state][language]}>
      {t.steps.map((step, at) => (
        <li key={step} className={at < passed ? 'passed' : ''}>
          {at < passed ? '✓ ' : ''}
          {step}
        </li>
      ))}
    </ol>
  );
}

function Rules({ page }: { readonly page: ClaimPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(awardText);
  const { rules } = page;
  return (
    <section className="card" aria-labelledby="rules">
      <div className="card-head">
        <h2 id="rules">{t.rules}</h2>
      </div>
      <div className="card-body" aria-live="polite">
        <p className={`policy-${rules.answer}`}>
          <b className="claim-answer">{rules.words[language]}</b>
        </p>
        <ul>
          {rules.reasons.map((reason) => (
            <li key={reason.zh}>{reason[language]}</li>
          ))}
        </ul>
        {rules.ceiling && <p className="note">{t.ceiling}</p>}
      </div>
    </section>
  );
}

function Known({ page }: { readonly page: ClaimPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(awardText);
  if (page.known.length === 0) return null;
  return (
    <section className="card" aria-labelledby="known">
      <div className="card-head">
        <h2 id="known">{t.known}</h2>
      </div>
      <dl className="award-facts">
        {page.known.map(({ label, value }) => (
          <div key={label.zh} style={{ display: 'contents' }}>
            <dt>{label[language]}</dt>
            <dd>{value[language]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Moves({ page }: { readonly page: ClaimPage }): ReactNode {
  const t = useFeatureText(awardText);
  const fieldsOf = (action: Action): PlainField[] => {
    if (action === 'submit')
      return [{ name: 'consent', label: t.consent, options: consent(t.consent), many: true }];
    if (action === 'award')
      return [
        { name: 'amount', label: t.decided, optional: true, maxLength: 40 },
        { name: 'words', label: t.words, optional: true },
      ];
    return [{ name: 'words', label: t.words, optional: action === 'accept' || action === 'withdraw' }];
  };
  const isAction = (text: string): text is Action => page.offers.some(({ action }) => action === text);
  return (
    <Offers
      offers={page.offers.map(({ action, to, unmet }) => ({
        ...{
          action,
          unmet,
          label: claimActionLabel[action],
          to: claimStateLabel[to],
          fields: fieldsOf(action),
        },
        danger: action === 'refuse' || action === 'withdraw',
      }))}
      send={async (action, { words = '', amount = '', consent: agreed = '' }) => {
        if (!isAction(action)) return;
        await call('POST /api/claims/:claimId/moves', {
          params: { claimId: page.claim.id },
          body: { action, after: page.number, words, amount, consent: agreed === 'yes' },
        });
      }}
    />
  );
}

const consent = (label: string) => [{ value: 'yes', label }];

function History({ page }: { readonly page: ClaimPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(awardText);
  if (page.events.length === 0) return null;
  return (
    <section className="card" aria-labelledby="history">
      <div className="card-head">
        <h2 id="history">{t.history}</h2>
      </div>
      <ol className="award-steps">
        {page.events.toReversed().map(({ number, action, by, at, words, amount, reasons }) => (
          <li key={number}>
            <b>{claimActionLabel[action][language]}</b>
            <div>
              <p>
                {by ?? '—'} <span className="note">{moment(at)}</span>
              </p>
              {amount !== null && <p className="num">{moneyText(amount)[language]}</p>}
              {words !== '' && <p>{words}</p>}
              {action === 'refuse' && reasons.map((reason) => <p key={reason.zh}>{reason[language]}</p>)}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Page({ page }: { readonly page: ClaimPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(awardText);
  const { claim } = page;
  usePageTitle(claim.clause.title[language]);
  return (
    <>
      <div className="page-head">
        <div>
          <p className="note">
            <Link to="/claims">{t.claimBack}</Link>
          </p>
          <h1>{claim.clause.title[language]}</h1>
          <p className="claim-line">
            <span className="tag">
              {claim.paidOn === null ? claimStateLabel[claim.state][language] : t.paidOn(claim.paidOn)}
            </span>{' '}
            {claim.name} · {claim.place} · {claim.unit} · {claim.automation[language]}
            {claim.dueOn !== null && (
              <span className={claim.late ? 'late' : 'note'}>
                {' '}
                {t.due(claim.dueOn)} {claim.late && t.late}
              </span>
            )}
          </p>
        </div>
        <div className="page-tools">
          <Link to="/policies/$clauseId" params={{ clauseId: claim.clause.id }} className="button">
            {t.clause}
          </Link>
        </div>
      </div>
      <Track page={page} />
      <div className="award-columns">
        <div className="stack">
          <Asks page={page} />
          <Known page={page} />
        </div>
        <div className="stack">
          <Rules page={page} />
          <Moves page={page} />
          <History page={page} />
        </div>
      </div>
    </>
  );
}

export default function Claim(): ReactNode {
  const { claimId = '' } = useParams({ strict: false });
  const query = useAsk('GET /api/claims/:claimId', { params: { claimId } });
  return <Answered query={query}>{(page) => <Page page={page} />}</Answered>;
}
