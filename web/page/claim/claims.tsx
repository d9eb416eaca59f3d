// For an enterprise: what it was awarded, what it may ask for, how far its claims are. For an office: the claims that wait for it.
import '../awards/awards.css';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { moneyText } from '../../../core/policy/words/number-words.ts';
import { claimStateLabel } from '../../../core/vocabulary/policy.ts';
import type { Answer } from '../../api.ts';
import { useAsk, useSend, useWords } from '../../ask.ts';
import { useChoose } from '../../part/filters.tsx';
import { ForThoseWhoMay, useMay } from '../../part/me.tsx';
import { Answered, Empty, usePageTitle, useProblemWords } from '../../part/state.tsx';
import { awardText } from '../../text/awards.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';

type List = Answer<'GET /api/claims'>;
type Claim = List['claims'][number];

function ClaimCard({ claim, isOwner }: { readonly claim: Claim; readonly isOwner: boolean }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(awardText);
  return (
    <li>
      <Link to="/claims/$claimId" params={{ claimId: claim.id }}>
        <b>{claim.clause.title[language]}</b>
      </Link>
      <span className="note">
        {isOwner ? claim.unit : `${claim.name} · ${claim.place}`} · {claim.automation[language]}
      </span>
      <div className="foot">
        <span className="tag">
          {claim.paidOn === null ? claimStateLabel[claim.state][language] : t.paidOn(claim.paidOn)}
        </span>
        {claim.amount !== null && <b className="num">{moneyText(claim.amount)[language]}</b>}
        {claim.dueOn !== null && (
          <span className={claim.late ? 'late' : 'note'}>
            {t.due(claim.dueOn)} {claim.late && t.late}
          </span>
        )}
      </div>
    </li>
  );
}

function Open({ list }: { readonly list: List }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(awardText);
  const words = useProblemWords();
  const navigate = useNavigate();
  const send = useSend('POST /api/claims', {
    onSuccess: ({ claimId }) => void navigate({ to: '/claims/$claimId', params: { claimId } }),
  });
  return (
    <section className="card" aria-labelledby="open">
      <div className="card-head">
        <h2 id="open">{t.openClauses}</h2>
        <span className="note">{t.openHint}</span>
      </div>
      {send.isError && (
        <p className="alert" role="alert">
          {words(send.error)}
        </p>
      )}
      <ul className="cards-list">
        {list.open.map(({ clause, automation, answer, pays, missing }) => (
          <li key={clause.id}>
            <Link to="/policies/$clauseId" params={{ clauseId: clause.id }}>
              {clause.title[language]}
            </Link>
            <span className="note">{automation[language]}</span>
            <div className="foot">
              <span>
                {answer === 'yes' ? (
                  <>
                    ✓ {t.fits} <b className="num">{moneyText(pays)[language]}</b>
                  </>
                ) : (
                  <>? {t.lacks(missing)}</>
                )}
              </span>
              <button
                type="button"
                className="button small primary"
                disabled={send.isPending}
                onClick={() => send.mutate({ body: { clauseId: clause.id } })}
              >
                {t.apply}
              </button>
            </div>
          </li>
        ))}
        {list.open.length === 0 && <li className="note">{t.none}</li>}
      </ul>
    </section>
  );
}

function Awards({ list }: { readonly list: List }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(awardText);
  return (
    <section className="card" aria-labelledby="own-awards">
      <div className="card-head">
        <h2 id="own-awards">{t.awards}</h2>
      </div>
      <ul className="cards-list">
        {list.awards.length === 0 && <li className="note">{t.noAwards}</li>}
        {list.awards.map(({ id, clause, amount, paidOn, payBy, returned, noticeTo }) => (
          <li key={id}>
            <Link to="/policies/$clauseId" params={{ clauseId: clause.id }}>
              {clause.title[language]}
            </Link>
            <div className="foot">
              <b className="num">{moneyText(amount)[language]}</b>
              <span className="note">
                {returned !== null
                  ? `${t.takenBack}：${returned}`
                  : paidOn !== null
                    ? t.paidOn(paidOn)
                    : noticeTo !== null && noticeTo >= list.today
                      ? t.inNotice(noticeTo)
                      : payBy !== null
                        ? t.toPayBy(payBy)
                        : ''}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Pushes({ list }: { readonly list: List }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(awardText);
  if (list.pushes.length === 0) return null;
  return (
    <section className="card" aria-labelledby="pushes">
      <div className="card-head">
        <h2 id="pushes">{t.pushes}</h2>
      </div>
      <ul className="plain-list">
        {list.pushes.map(({ clause, amount, pushedOn }) => (
          <li key={clause.id + pushedOn}>
            <Link to="/policies/$clauseId" params={{ clauseId: clause.id }}>
              {clause.title[language]}
            </Link>{' '}
            <b className="num">{moneyText(amount)[language]}</b> <span className="note">{pushedOn}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Claims({ list }: { readonly list: List }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(awardText);
  const choose = useChoose();
  const { status } = useWords();
  const states = [...new Set(list.claims.map(({ state }) => state))];
  const shown = list.claims.filter(({ state }) => status === undefined || state === status);
  return (
    <section className="card" aria-label={t.claimsOffice}>
      <div className="card-head">
        <h2>{t.claimsOffice}</h2>
      </div>
      {states.length > 1 && (
        <div className="filters">
          <div className="chips">
            {states.map((state) => (
              <button
                key={state}
                type="button"
                className="chip"
                aria-pressed={status === state}
                onClick={() => choose({ status: status === state ? undefined : state })}
              >
                {claimStateLabel[state][language]}{' '}
                {list.claims.filter((claim) => claim.state === state).length}
              </button>
            ))}
          </div>
        </div>
      )}
      {shown.length === 0 ? (
        <Empty title={t.noClaims} hint={list.enterprise ? t.noClaimsHint : ''} />
      ) : (
        <ul className="cards-list">
          {shown.map((claim) => (
            <ClaimCard key={claim.id} claim={claim} isOwner={list.enterprise !== null} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Page({ list }: { readonly list: List }): ReactNode {
  const t = useFeatureText(awardText);
  const mayClaim = useMay('claim.make');
  const { enterprise } = list;
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{mayClaim ? t.claims : t.claimsOffice}</h1>
          <p>
            {enterprise && <b>{enterprise.name} </b>}
            {mayClaim ? t.claimsLead : t.claimsOfficeLead}
          </p>
        </div>
        <div className="page-tools">
          {mayClaim && (
            <Link to="/policies" className="button">
              {t.clause}
            </Link>
          )}
          <Link to="/claims/questions" className="button">
            {t.questions}
          </Link>
        </div>
      </div>
      <div className="stack">
        {mayClaim && enterprise === null && (
          <section className="card">
            <Empty title={t.noEnterprise} hint={t.noEnterpriseHint} />
          </section>
        )}
        {enterprise && <Awards list={list} />}
        <Claims list={list} />
        {enterprise && <Open list={list} />}
        {enterprise && <Pushes list={list} />}
      </div>
    </>
  );
}

function Asked(): ReactNode {
  const query = useAsk('GET /api/claims', {});
  return <Answered query={query}>{(list) => <Page list={list} />}</Answered>;
}

export default function ClaimsPage(): ReactNode {
  const t = useFeatureText(awardText);
  usePageTitle(t.claims);
  return (
    <ForThoseWhoMay permission="claim.read">
      <Asked />
    </ForThoseWhoMay>
  );
}
