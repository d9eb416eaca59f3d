// A clause under an author's hand: form and text, problems with their lines, tests, prices, words, and the way to review.
import './clause-desk.css';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { withValues } from '../../../core/policy/author/parameter.ts';
import type { Clause } from '../../../core/policy/clause.ts';
import { isIsoDate } from '../../../core/quantity/date.ts';
import { proposalStateLabel } from '../../../core/vocabulary/policy.ts';
import { call } from '../../api.ts';
import { useAsk, useSend } from '../../ask.ts';
import { DayField } from '../../part/day-field.tsx';
import { ForThoseWhoMay, useMe } from '../../part/me.tsx';
import { Answered, usePageTitle, useProblemWords } from '../../part/state.tsx';
import { clauseText } from '../../text/clauses.ts';
import { day, moment } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { listAt, printJson, put, readJson } from './clause-json.ts';
import { Comparison } from './comparison.tsx';
import { FormPane } from './form-pane.tsx';
import { useLatest } from './latest.ts';
import { Sliders } from './sliders.tsx';
import { TextPane } from './text-pane.tsx';
import { type Checked, PreviewCard, Samples, Tests } from './trial.tsx';
import { type EditorPage, useWriting, type Writing } from './writing.ts';

interface Question {
  readonly clauseId: string | null;
  readonly text: string;
  readonly startsOn: string;
}

/** The text was checked without a problem of shape before its sliders are shown, so it has the shape of a clause. */
const isClause = (value: unknown): value is Clause =>
  typeof value === 'object' && value !== null && 'params' in value && 'valid' in value;

function settled(text: string, from: string, values: Readonly<Record<string, string>>): string {
  const clause: unknown = readJson(text);
  return isClause(clause) ? printJson(withValues(clause, from, values)) : text;
}

function withTest(text: string, test: string): string {
  const clause = readJson(text);
  if (clause === null) return text;
  return printJson(put(clause, ['tests', listAt(clause, ['tests']).length], JSON.parse(test)));
}

function SaveBar({ writing, page }: { readonly writing: Writing; readonly page: EditorPage }): ReactNode {
  const t = useFeatureText(clauseText);
  return (
    <>
      <p className={`clause-saving ${writing.state}`} role="status">
        {t.saving[writing.state]}
        {writing.drafted && writing.state !== 'conflict' && (
          <button
            type="button"
            className="link"
            onClick={() => {
              if (window.confirm(t.giveUpSure)) void writing.giveUp();
            }}
          >
            {t.giveUp}
          </button>
        )}
      </p>
      {writing.state === 'conflict' && (
        <div className="alert" role="alert">
          <p>{t.conflict}</p>
          <button type="button" className="button small" onClick={() => void writing.resolve('mine')}>
            {t.keepMine}
          </button>{' '}
          <button type="button" className="button small" onClick={() => void writing.resolve('theirs')}>
            {t.takeTheirs}
          </button>
        </div>
      )}
      {writing.restored && writing.state === 'waiting' && <p className="alert plain">{t.restored}</p>}
      {writing.base !== page.base && (
        <p className="alert" role="alert">
          {t.outdated(writing.base, page.base)}
        </p>
      )}
    </>
  );
}

function Propose({
  writing,
  page,
  problems,
}: {
  readonly writing: Writing;
  readonly page: EditorPage;
  readonly problems: number | null;
}): ReactNode {
  const t = useFeatureText(clauseText);
  const words = useProblemWords();
  const navigate = useNavigate();
  const { clauseId } = page;
  const send = useSend('POST /api/clause-desk/:clauseId/proposals', {
    onSuccess: ({ proposalId }) => {
      writing.forget();
      void navigate({ to: '/clause-proposals/$proposalId', params: { proposalId } });
    },
  });
  const { text, startsOn, base, document, reason } = writing;
  return (
    <section className="card" aria-labelledby="clause-propose">
      <div className="card-head">
        <h2 id="clause-propose">{t.propose}</h2>
        <span className="note">{t.proposeHint}</span>
      </div>
      <form
        className="card-body item-form plain-form"
        onSubmit={(event) => {
          event.preventDefault();
          send.mutate({ params: { clauseId }, body: { text, startsOn, base, document, reason } });
        }}
      >
        <label className="labelled over">
          {t.approval}
          <input
            className="field-input"
            value={document}
            maxLength={300}
            onChange={(event) => writing.change({ document: event.target.value })}
          />
        </label>
        <label className="labelled over">
          {t.reason}
          <textarea
            className="field-input"
            rows={2}
            value={reason}
            maxLength={2000}
            onChange={(event) => writing.change({ reason: event.target.value })}
          />
        </label>
        {send.isError && (
          <p className="alert" role="alert">
            {words(send.error)}
          </p>
        )}
        <p>
          <button type="submit" className="button primary" disabled={send.isPending || problems !== 0}>
            {t.proposeNow}
          </button>{' '}
          {problems !== null && problems > 0 && <span className="note">{t.proposeBlocked(problems)}</span>}
        </p>
      </form>
    </section>
  );
}

function Versions({ page }: { readonly page: EditorPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(clauseText);
  if (page.versions.length === 0 && page.proposals.length === 0) return null;
  return (
    <section className="card" aria-labelledby="clause-versions">
      <div className="card-head">
        <h2 id="clause-versions">{t.versions}</h2>
      </div>
      <ul className="card-body clause-versions">
        {page.proposals
          .filter(({ state }) => state !== 'published')
          .map((proposal) => (
            <li key={proposal.id}>
              <Link to="/clause-proposals/$proposalId" params={{ proposalId: proposal.id }}>
                {proposalStateLabel[proposal.state][language]}
              </Link>{' '}
              {day(proposal.startsOn, language)} <span className="note">{proposal.reason}</span>
            </li>
          ))}
        {page.versions.map((version) => (
          <li key={version.number}>
            <b>{t.nextVersion(version.number, day(version.startsOn, language))}</b>{' '}
            <span className="note">
              {version.document} {version.reason}{' '}
              {version.by === null ? t.original : `${version.by} ${moment(version.recordedAt)}`}{' '}
              <code>{version.sha256.slice(0, 8)}</code>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useChecked(question: Question): { checked: Checked | null; isCurrent: boolean } {
  const { ask, found } = useLatest<Question, Checked>((body, signal) =>
    call('POST /api/clause-desk/check', { body }, signal),
  );
  const { clauseId, text, startsOn } = question;
  useEffect(() => {
    if (isIsoDate(startsOn)) ask({ clauseId, text, startsOn });
  }, [ask, clauseId, text, startsOn]);
  const isCurrent = found?.question.text === text && found.question.startsOn === startsOn;
  return { checked: found?.answer ?? null, isCurrent };
}

function Desk({
  page,
  accountId,
  reload,
}: {
  readonly page: EditorPage;
  readonly accountId: string;
  readonly reload: () => Promise<EditorPage | undefined>;
}): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(clauseText);
  const writing = useWriting(accountId, page, reload);
  const { text, startsOn, base } = writing;
  const question = { clauseId: base === 0 ? null : page.clauseId, text, startsOn };
  const { checked, isCurrent } = useChecked(question);
  const title = checked?.words?.title[language] ?? page.title?.[language] ?? page.clauseId;
  usePageTitle(title);
  const change = (next: string): void => writing.change({ text: next });
  const isSound = isCurrent && checked !== null && checked.words !== null;
  return (
    <>
      <div className="page-head">
        <div>
          <p>
            <Link to="/clause-desk">{t.backToDesk}</Link>
          </p>
          <h1>{title}</h1>
          <p className="note">
            <code>{page.clauseId}</code> · {base === 0 ? t.newClause : t.version(base)}
          </p>
        </div>
        <div className="page-tools">
          <DayField
            key={startsOn}
            label={t.startsOn}
            day={startsOn}
            choose={(next) => writing.change({ startsOn: next })}
          />
        </div>
      </div>
      <SaveBar writing={writing} page={page} />
      <div className="clause-desk">
        <div className="stack">
          <Sliders
            question={question}
            sliders={checked?.sliders ?? []}
            isSound={isSound}
            isBroken={checked !== null && checked.words === null}
            settle={(values) => change(settled(text, checked?.day ?? startsOn, values))}
          />
          <TextPane text={text} problems={checked?.problems ?? null} change={change} />
        </div>
        <div className="stack">
          {checked && <Tests checked={checked} />}
          <FormPane text={text} startsOn={startsOn} facts={page.facts} change={change} />
        </div>
      </div>
      <div className="stack">
        {checked && <Samples checked={checked} addTest={(test) => change(withTest(text, test))} />}
        {checked?.words && <PreviewCard words={checked.words} />}
        <Comparison question={question} isSound={isSound} />
        <Propose
          writing={writing}
          page={page}
          problems={isCurrent ? (checked?.problems.length ?? null) : null}
        />
        <Versions page={page} />
      </div>
    </>
  );
}

function Editor(): ReactNode {
  const { clauseId = '' } = useParams({ strict: false });
  const me = useMe();
  const query = useAsk('GET /api/clause-desk/:clauseId', { params: { clauseId } }, { fresh: true });
  const accountId = me?.accountId ?? null;
  if (accountId === null) return null;
  return (
    <Answered query={query}>
      {(page) => (
        <Desk
          key={page.clauseId}
          page={page}
          accountId={accountId}
          reload={async () => (await query.refetch()).data}
        />
      )}
    </Answered>
  );
}

export default function EditorScreen(): ReactNode {
  return (
    <ForThoseWhoMay permission="policy.author">
      <Editor />
    </ForThoseWhoMay>
  );
}
