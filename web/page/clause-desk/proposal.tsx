// A proposed version as the second person reads it: what changes in text and words, what it costs, and the decision.
import './clause-desk.css';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { proposalActionLabel, proposalStateLabel } from '../../../core/vocabulary/policy.ts';
import type { Answer } from '../../api.ts';
import { useAsk, useSend } from '../../ask.ts';
import { ForThoseWhoMay } from '../../part/me.tsx';
import { Answered, usePageTitle, useProblemWords } from '../../part/state.tsx';
import { clauseText } from '../../text/clauses.ts';
import { day, moment } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { Comparison } from './comparison.tsx';
import { PreviewCard, Samples, Tests } from './trial.tsx';

type ProposalPage = Answer<'GET /api/clause-proposals/:proposalId'>;

function Lines({ page }: { readonly page: ProposalPage }): ReactNode {
  const t = useFeatureText(clauseText);
  return (
    <section className="card" aria-labelledby="proposal-lines">
      <div className="card-head">
        <h2 id="proposal-lines">{t.changes}</h2>
      </div>
      <div className="table-box">
        <table className="clause-diff">
          <caption className="hidden">{t.changes}</caption>
          <tbody>
            {page.lines.map((line, index) =>
              line === null ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: a gap is known by its place
                <tr key={index} className="gap">
                  <td />
                  <td />
                  <td />
                  <td className="note">⋯ {t.leftOut}</td>
                </tr>
              ) : (
                <tr key={`${line.before} ${line.after}`} className={line.kind}>
                  <td className="num">{line.before}</td>
                  <td className="num">{line.after}</td>
                  <td>
                    {{ same: '', removed: '−', added: '+' }[line.kind]}
                    <span className="hidden">{{ same: '', removed: t.now, added: t.draft }[line.kind]}</span>
                  </td>
                  <td>
                    <code>{line.text}</code>
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Act({ page }: { readonly page: ProposalPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(clauseText);
  const words = useProblemWords();
  const [reason, setReason] = useState('');
  const send = useSend('POST /api/clause-proposals/:proposalId/moves');
  const { proposal, offers } = page;
  const open = offers.filter(({ unmet }) => unmet.length === 0);
  const blocked = offers.filter(({ unmet }) => unmet.length > 0);
  return (
    <section className="card" aria-labelledby="proposal-act">
      <div className="card-head">
        <h2 id="proposal-act">{t.act}</h2>
        <span className="tag mark">{proposalStateLabel[proposal.state][language]}</span>
      </div>
      <div className="card-body">
        {offers.length === 0 && <p className="note">{t.done}</p>}
        {proposal.mine && offers.length > 0 && <p className="alert plain">{t.yourOwn}</p>}
        {open.some(({ action }) => action === 'sendBack') && (
          <label className="labelled over plain-form">
            {t.reason}
            <textarea
              className="field-input"
              rows={2}
              maxLength={2000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </label>
        )}
        <p className="item-buttons">
          {open.map(({ action }) => (
            <button
              key={action}
              type="button"
              className={action === 'publish' ? 'button primary' : 'button'}
              disabled={send.isPending}
              onClick={() =>
                send.mutate({
                  params: { proposalId: proposal.id },
                  body: { action, after: proposal.number, reason },
                })
              }
            >
              {proposalActionLabel[action][language]}
            </button>
          ))}
        </p>
        {!proposal.mine &&
          blocked.map(({ action, unmet }) => (
            <p key={action} className="note">
              {t.cannot}：{proposalActionLabel[action][language]} —{' '}
              {unmet.map((each) => each[language]).join(language === 'zh' ? '；' : '; ')}
            </p>
          ))}
        {send.isError && (
          <p className="alert" role="alert">
            {words(send.error)}
          </p>
        )}
        <ol className="clause-versions">
          {page.events.map((event) => (
            <li key={event.number}>
              <b>{proposalActionLabel[event.action][language]}</b> {event.by}{' '}
              <span className="note">
                {moment(event.recordedAt)} {event.reason}
              </span>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}

function Page({ page }: { readonly page: ProposalPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(clauseText);
  const { proposal, checked, text } = page;
  usePageTitle(proposal.title[language]);
  const { clauseId, base, startsOn } = proposal;
  return (
    <>
      <div className="page-head">
        <div>
          <p>
            <Link to="/clause-desk">{t.backToDesk}</Link>
          </p>
          <h1>{t.proposalOf(proposal.title[language])}</h1>
          <p className="note">
            {t.nextVersion(base + 1, day(startsOn, language))} · {proposal.document} ·{' '}
            {t.by(proposal.by ?? '')} · {proposal.reason}
          </p>
        </div>
        <div className="page-tools">
          <Link to="/clause-desk/$clauseId" params={{ clauseId }} className="button">
            {t.write}
          </Link>
        </div>
      </div>
      <div className="stack">
        <Act page={page} />
        <Comparison
          question={{ clauseId: base === 0 ? null : clauseId, text, startsOn }}
          isSound={proposal.state === 'proposed' && checked.words !== null}
          atOnce
        />
        <Lines page={page} />
        <div className="clause-columns">
          {page.before && <PreviewCard words={page.before} title={t.wordsBefore} />}
          {checked.words && <PreviewCard words={checked.words} title={t.wordsAfter} />}
        </div>
        <Samples checked={checked} />
        <Tests checked={checked} />
      </div>
    </>
  );
}

function Proposal(): ReactNode {
  const { proposalId = '' } = useParams({ strict: false });
  const query = useAsk('GET /api/clause-proposals/:proposalId', { params: { proposalId } });
  return <Answered query={query}>{(page) => <Page page={page} />}</Answered>;
}

export default function ProposalScreen(): ReactNode {
  return (
    <ForThoseWhoMay permission="policy.author">
      <Proposal />
    </ForThoseWhoMay>
  );
}
