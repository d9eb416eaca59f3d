// A letter of a consultation: what the place is asked, its own plan beside it; the place comments or agrees, the office answers.
import './exchange.css';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { consultationActionLabel } from '../../../core/vocabulary/proposal.ts';
import { type Answer, call } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { ForThoseWhoMay } from '../../part/me.tsx';
import { Answered, usePageTitle, useProblemWords } from '../../part/state.tsx';
import { exchangeText } from '../../text/exchange.ts';
import { amount, day, moment, wide } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { signed } from './differences.tsx';
import { StateTag } from './exchange.tsx';

type Page = Answer<'GET /api/letters/:letterId'>;
type Line = Page['lines'][number];
type Action = Page['offers'][number]['action'];
interface Typed {
  readonly wanted: string;
  readonly words: string;
}
type Entries = Readonly<Record<string, Typed>>;

const blank: Typed = { wanted: '', words: '' };

function Remarks({ line }: { readonly line: Line }): ReactNode {
  const t = useFeatureText(exchangeText);
  if (line.remarks.length === 0) return <span className="quiet">—</span>;
  return line.remarks.map((remark) => (
    <p key={remark.number}>
      <span className={remark.action === 'comment' ? 'tag warn' : 'tag mark'}>
        {remark.action === 'comment' ? t.comment : t.answer}
      </span>{' '}
      {remark.wanted !== null && <b>{amount(remark.wanted)} </b>}
      {remark.words}
    </p>
  ));
}

function Row({
  line,
  entry,
  writes,
  change,
}: {
  readonly line: Line;
  readonly entry: Typed;
  readonly writes: 'comment' | 'answer' | null;
  readonly change: (entry: Typed) => void;
}): ReactNode {
  const t = useFeatureText(exchangeText);
  const name = wide(line.metric);
  return (
    <tr className="letter-line">
      <th scope="row">
        <span className="two-lines">{name}</span>
        <span className="unit">{line.unit}</span>
      </th>
      <td className="num">{line.goal === null ? wide(line.printed) : amount(line.goal)}</td>
      <td className="num figure">
        {line.share === null ? <span className="quiet">—</span> : amount(line.share)}
      </td>
      <td className="num">
        {line.planned === null ? <span className="quiet">—</span> : amount(line.planned)}
        {line.gap !== null && line.gap !== '0' && (
          <span className="share-note status atRisk letter-gap">
            {t.gap} {signed(line.gap)}
          </span>
        )}
      </td>
      <td>
        <Remarks line={line} />
      </td>
      {writes !== null && (
        <td>
          <label className="labelled">
            {writes === 'comment' ? t.wish : t.newShare}
            <input
              type="text"
              inputMode="decimal"
              className="field-input"
              aria-label={`${name} ${writes === 'comment' ? t.wish : t.newShare}`}
              value={entry.wanted}
              onChange={(event) => change({ ...entry, wanted: event.target.value })}
            />
          </label>
          <textarea
            rows={2}
            maxLength={1000}
            className="field-input"
            aria-label={`${name} ${t.words}`}
            placeholder={t.words}
            value={entry.words}
            onChange={(event) => change({ ...entry, words: event.target.value })}
          />
        </td>
      )}
    </tr>
  );
}

function Lines({
  page,
  entries,
  writes,
  change,
}: {
  readonly page: Page;
  readonly entries: Entries;
  readonly writes: 'comment' | 'answer' | null;
  readonly change: (lineId: string, entry: Typed) => void;
}): ReactNode {
  const t = useFeatureText(exchangeText);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="table-box" tabIndex={0} aria-label={t.letter}>
      <table className="lined difference-table">
        <thead>
          <tr>
            <th scope="col">{t.metric}</th>
            <th scope="col" className="num">
              {t.goal}
            </th>
            <th scope="col" className="num">
              {t.share}
            </th>
            <th scope="col" className="num">
              {t.own}
            </th>
            <th scope="col">{t.remarks}</th>
            {writes !== null && <th scope="col">{writes === 'comment' ? t.comment : t.answer}</th>}
          </tr>
        </thead>
        <tbody>
          {page.lines.map((line) => (
            <Row
              key={line.lineId}
              line={line}
              entry={entries[line.lineId] ?? blank}
              writes={writes}
              change={(entry) => change(line.lineId, entry)}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Letter({ page }: { readonly page: Page }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(exchangeText);
  const client = useQueryClient();
  const problemWords = useProblemWords();
  const [entries, setEntries] = useState<Entries>({});
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState('');
  const actions = page.offers.map(({ action }) => action);
  const unmet = page.offers.flatMap((offer) =>
    offer.unmet.map(
      ({ message }) => `${consultationActionLabel[offer.action][language]}：${message[language]}`,
    ),
  );
  const writes = actions.includes('comment') ? 'comment' : actions.includes('answer') ? 'answer' : null;
  const move = async (action: Action): Promise<void> => {
    setFault('');
    const lines = Object.entries(entries)
      .filter(([, { wanted, words }]) => wanted.trim() !== '' || words.trim() !== '')
      .map(([lineId, { wanted, words }]) => ({
        lineId,
        wanted: wanted.trim() === '' ? null : wanted.trim(),
        words,
      }));
    const said = action === 'comment' || action === 'answer' ? lines : [];
    if (action === 'comment' && said.length === 0 && reason.trim() === '') return setFault(t.noLines);
    try {
      const body = { action, after: page.letter.number, reason, lines: said };
      const params = { letterId: page.letter.letterId };
      await call('POST /api/letters/:letterId/moves', { params, body }, undefined, crypto.randomUUID());
      await client.invalidateQueries();
    } catch (cause) {
      setFault(problemWords(cause));
    }
  };
  return (
    <div className="stack">
      <section className="card" aria-label={t.letter}>
        <Lines
          page={page}
          entries={entries}
          writes={writes}
          change={(lineId, entry) => setEntries({ ...entries, [lineId]: entry })}
        />
        {page.offers.length > 0 && (
          <div className="card-body stack letter-moves">
            <label className="labelled over">
              {t.reason}
              <textarea
                rows={2}
                maxLength={1000}
                className="field-input"
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            </label>
            {fault !== '' && (
              <p className="alert" role="alert">
                {fault}
              </p>
            )}
            <p className="item-buttons">
              {page.offers.map(({ action, unmet }) => (
                <button
                  key={action}
                  type="button"
                  className={action === 'lapse' ? 'button' : 'button primary'}
                  disabled={unmet.length > 0}
                  title={unmet.map(({ message }) => message[language]).join('；')}
                  onClick={() => void move(action)}
                >
                  {consultationActionLabel[action][language]}
                </button>
              ))}
            </p>
            {unmet.length > 0 && <p className="note">{unmet.join('；')}</p>}
          </div>
        )}
      </section>
      <section className="card" aria-labelledby="letter-history">
        <div className="card-head">
          <h2 id="letter-history">{t.history}</h2>
        </div>
        <ol className="card-body">
          {page.events.map((event) => (
            <li key={event.number}>
              <StateTag state={event.state} /> {event.by}{' '}
              <span className="note">
                {moment(event.recordedAt)} {event.reason}
              </span>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

function Loaded(): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(exchangeText);
  const { letterId = '' } = useParams({ strict: false });
  const query = useAsk('GET /api/letters/:letterId', { params: { letterId } });
  return (
    <Answered query={query}>
      {(page) => (
        <>
          <div className="page-head">
            <div>
              <p className="note">
                <Link to="/exchange">{t.back}</Link>
              </p>
              <h1>
                {page.letter.place} · {page.consultation.title}
              </h1>
              <p>
                {t.due(day(page.consultation.dueOn, language))} <StateTag state={page.letter.state} />
              </p>
            </div>
          </div>
          <Letter key={page.letter.number} page={page} />
        </>
      )}
    </Answered>
  );
}

export default function LetterScreen(): ReactNode {
  const t = useFeatureText(exchangeText);
  usePageTitle(t.letter);
  return (
    <ForThoseWhoMay permission="exchange.read">
      <Loaded />
    </ForThoseWhoMay>
  );
}
