// One report: its figures with what they were typed as, who moved it when and why, and the correction of an approved figure.
import './reports.css';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { reportActionLabel, reportStateLabel } from '../../../core/vocabulary/report.ts';
import type { Answer } from '../../api.ts';
import { useAsk, useSend } from '../../ask.ts';
import { SignInLink, useMe } from '../../part/me.tsx';
import { Answered, Empty, Loading, usePageTitle, useProblemWords } from '../../part/state.tsx';
import { amount, moment } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { reportsText } from '../../text/reports.ts';
import { signInText } from '../../text/sign-in.ts';

type ReportPage = Answer<'GET /api/reports/:reportId'>;
type Figure = ReportPage['report']['figures'][number];

const isLabelled = (action: string): action is keyof typeof reportActionLabel =>
  Object.hasOwn(reportActionLabel, action);

function Correct({ page, figure }: { readonly page: ReportPage; readonly figure: Figure }): ReactNode {
  const t = useFeatureText(reportsText);
  const problemWords = useProblemWords();
  const [open, setOpen] = useState(false);
  const [value, setValue] = useState(figure.amount ?? '');
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState('');
  const send = useSend('POST /api/reports/:reportId/corrections', {
    onSuccess: () => setOpen(false),
    onError: (cause) => setFault(problemWords(cause)),
  });
  if (!open)
    return (
      <button type="button" className="button small" onClick={() => setOpen(true)}>
        {t.correct}
      </button>
    );
  const isWorded = figure.amount === null;
  return (
    <form
      className="item-form"
      onSubmit={(event) => {
        event.preventDefault();
        setFault('');
        const { id: reportId, after } = page.report;
        const text = isWorded ? { value: '', statement: value } : { value, statement: figure.statement };
        send.mutate({
          params: { reportId },
          body: { figureId: figure.id, unit: '', reason, after, ...text },
        });
      }}
    >
      <span className="note">{t.correctHint}</span>
      <label className="labelled over">
        {t.value}
        <input
          className="field-input"
          required
          value={value}
          onChange={(event) => setValue(event.target.value)}
        />
      </label>
      <label className="labelled over">
        {t.reason}
        <input
          className="field-input"
          required
          minLength={2}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      {fault !== '' && (
        <span className="field-fault" role="alert">
          {fault}
        </span>
      )}
      <span className="item-buttons">
        <button type="submit" className="button primary" disabled={send.isPending}>
          {t.send}
        </button>
        <button type="button" className="button" onClick={() => setOpen(false)}>
          {t.cancel}
        </button>
      </span>
    </form>
  );
}

function FigureLine({ page, figure }: { readonly page: ReportPage; readonly figure: Figure }): ReactNode {
  const t = useFeatureText(reportsText);
  const canCorrect = figure.counts && page.report.offers.some(({ action }) => action === 'correct');
  const isCorrected = page.report.figures.some(({ corrects }) => corrects === figure.id);
  return (
    <tr>
      <th scope="row">{figure.metric}</th>
      <td className={isCorrected ? 'num report-corrected' : 'num figure'}>
        {figure.amount === null ? '' : amount(figure.amount)} <span className="unit">{figure.unit}</span>
      </td>
      <td>
        {figure.statement}
        {figure.typed !== (figure.amount ?? '') && figure.typed !== '' && (
          <span className="note"> {t.typed(figure.typed)}</span>
        )}
      </td>
      <td>
        {isCorrected && <span className="tag warn">{t.corrected}</span>}
        {figure.corrects !== null && <span className="tag mark">{t.corrects}</span>}
        {!figure.counts && !isCorrected && <span className="tag">{t.earlier}</span>}
        {canCorrect && <Correct page={page} figure={figure} />}
      </td>
    </tr>
  );
}

function Page({ page }: { readonly page: ReportPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(reportsText);
  const { report, events } = page;
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{report.title}</h1>
          <p className="note">
            {report.place === '' ? t.city : report.place} · {report.period} · {report.leadUnit} ·{' '}
            {reportStateLabel[report.state][language]}
            {report.changes > 0 && ` · ${t.changes(report.changes)}`}
          </p>
        </div>
        <div className="page-tools">
          <Link
            to="/commitments/$commitmentId"
            params={{ commitmentId: report.commitmentId }}
            className="button"
          >
            {t.commitment}
          </Link>
          <Link to="/reports" className="button">
            {t.back}
          </Link>
        </div>
      </div>
      <div className="stack">
        <section className="card" aria-labelledby="report-figures">
          <div className="card-head">
            <h2 id="report-figures">{t.figures}</h2>
          </div>
          <div className="table-box">
            <table className="lined">
              <tbody>
                {report.figures.map((figure) => (
                  <FigureLine key={figure.id} page={page} figure={figure} />
                ))}
              </tbody>
            </table>
          </div>
        </section>
        <section className="card" aria-labelledby="report-history">
          <div className="card-head">
            <h2 id="report-history">{t.history}</h2>
          </div>
          <ol className="report-events">
            {events.map((event) => (
              <li key={event.number}>
                <b>{isLabelled(event.action) ? reportActionLabel[event.action][language] : event.action}</b>{' '}
                {event.by} <span className="note">{moment(event.receivedAt)}</span>
                {event.reason !== '' && <p>{event.reason}</p>}
              </li>
            ))}
          </ol>
        </section>
      </div>
    </>
  );
}

export default function ReportScreen(): ReactNode {
  const t = useFeatureText(reportsText);
  const signIn = useFeatureText(signInText);
  usePageTitle(t.report);
  const me = useMe();
  const { reportId } = useParams({ strict: false });
  const may = me?.permissions.includes('report.read') ?? false;
  const query = useAsk(
    'GET /api/reports/:reportId',
    { params: { reportId: reportId ?? '' } },
    { enabled: may },
  );
  if (me === undefined) return <Loading />;
  if (!may)
    return (
      <div className="card">
        <Empty title={me.accountId === null ? signIn.toDoThis : signIn.notYours}>
          {me.accountId === null && <SignInLink>{signIn.signIn}</SignInLink>}
        </Empty>
      </div>
    );
  return <Answered query={query}>{(page) => <Page page={page} />}</Answered>;
}
