// The draft against what is published, over the whole register: who gets more or less, by district and size, and by name.
import { type ReactNode, useEffect } from 'react';
import { type Answer, call } from '../../api.ts';
import { useProblemWords } from '../../part/state.tsx';
import { clauseText } from '../../text/clauses.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { useLatest } from './latest.ts';
import { signed } from './sliders.tsx';

type Compared = Answer<'POST /api/clause-desk/comparison'>;
interface Question {
  readonly clauseId: string | null;
  readonly text: string;
  readonly startsOn: string;
}

type Group = Compared['places'][number];
type Named = Compared['gains'][number];

const count = (number: number): string => number.toLocaleString('en-US');

function Heads({ compared }: { readonly compared: Compared }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(clauseText);
  const { winners, losers, unchanged, subjects, before, after, more } = compared;
  const share = (part: number): string =>
    `${subjects === 0 ? 0 : Math.max((part / subjects) * 100, part > 0 ? 1 : 0)}%`;
  return (
    <div className="clause-compared">
      <dl className="clause-figures">
        <div>
          <dt>{t.before}</dt>
          <dd className="num">{before.words[language]}</dd>
        </div>
        <div>
          <dt>{t.after}</dt>
          <dd className="num">{after.words[language]}</dd>
        </div>
        <div>
          <dt>{t.more}</dt>
          <dd className="num big">{signed(more.fen, more.words[language])}</dd>
        </div>
      </dl>
      <p className="clause-sides">
        <span>
          ▲ {t.winners} <b className="num">{count(winners)}</b>
        </span>
        <span>
          ▼ {t.losers} <b className="num">{count(losers)}</b>
        </span>
        <span>
          = {t.unchanged} <b className="num">{count(unchanged)}</b>
        </span>
      </p>
      <div className="clause-bar" aria-hidden="true">
        <i className="more" style={{ width: share(winners) }} />
        <i className="less" style={{ width: share(losers) }} />
      </div>
    </div>
  );
}

function Groups({
  title,
  head,
  groups,
}: {
  readonly title: string;
  readonly head: string;
  readonly groups: readonly Group[];
}): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(clauseText);
  return (
    <div>
      <h3>{title}</h3>
      <div className="table-box">
        <table className="lined">
          <thead>
            <tr>
              <th scope="col">{head}</th>
              {[t.subjects, t.winners, t.losers, t.more].map((words) => (
                <th key={words} scope="col" className="num">
                  {words}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group.id}>
                <th scope="row">{group.name[language]}</th>
                <td className="num">{count(group.subjects)}</td>
                <td className="num">{count(group.winners)}</td>
                <td className="num">{count(group.losers)}</td>
                <td className="num">{signed(group.more.fen, group.more.words[language])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Names({ title, rows }: { readonly title: string; readonly rows: readonly Named[] }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(clauseText);
  return (
    <div>
      <h3>{title}</h3>
      {rows.length === 0 ? (
        <p className="note">{t.nobody}</p>
      ) : (
        <div className="table-box">
          <table className="lined cards">
            <thead>
              <tr>
                <th scope="col">{t.name}</th>
                <th scope="col">{t.place}</th>
                {[t.before, t.after, t.more].map((words) => (
                  <th key={words} scope="col" className="num">
                    {words}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.code}>
                  <th scope="row">
                    {row.name}
                    <span className="note">{row.code}</span>
                  </th>
                  <td data-label={t.place}>{row.place[language]}</td>
                  <td className="num" data-label={t.before}>
                    {row.before.words[language]}
                  </td>
                  <td className="num" data-label={t.after}>
                    {row.after.words[language]}
                  </td>
                  <td className="num" data-label={t.more}>
                    {signed(row.more.fen, row.more.words[language])}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

function ByClause({ compared }: { readonly compared: Compared }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(clauseText);
  if (compared.clauses.length === 0) return null;
  return (
    <div>
      <h3>{t.byClause}</h3>
      <ul className="clause-changes">
        {compared.clauses.map((clause) => (
          <li key={clause.id}>
            {clause.title[language]} <span className="num">{clause.before.words[language]}</span> →{' '}
            <b className="num">{clause.after.words[language]}</b>{' '}
            <span className="note">
              {t.firms(clause.subjectsBefore)} → {t.firms(clause.subjectsAfter)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function Comparison({
  question,
  isSound,
  atOnce = false,
}: {
  readonly question: Question;
  readonly isSound: boolean;
  /** A reviewer need not ask for it. */
  readonly atOnce?: boolean;
}): ReactNode {
  const t = useFeatureText(clauseText);
  const words = useProblemWords();
  const { ask, found, pending, failed } = useLatest<Question, Compared>((body, signal) =>
    call('POST /api/clause-desk/comparison', { body }, signal),
  );
  const { clauseId, text, startsOn } = question;
  useEffect(() => {
    if (atOnce && isSound) ask({ clauseId, text, startsOn });
  }, [ask, atOnce, isSound, clauseId, text, startsOn]);
  // what was compared is shown only while it is what stands on the screen
  const isOurs = found?.question.text === text && found.question.startsOn === startsOn;
  return (
    <section className="card" aria-labelledby="clause-compare">
      <div className="card-head">
        <h2 id="clause-compare">{t.compare}</h2>
        <span className="note">{t.compareHint}</span>
        <button
          type="button"
          className="button small end"
          disabled={!isSound || pending}
          onClick={() => ask(question)}
        >
          {pending ? t.comparing : t.compareNow}
        </button>
      </div>
      {failed !== null && <p className="card-body note">{words(failed)}</p>}
      {found && isOurs && failed === null && (
        <div className="card-body clause-comparison">
          <Heads compared={found.answer} />
          <ByClause compared={found.answer} />
          <div className="clause-columns">
            <Groups title={t.byPlace} head={t.place} groups={found.answer.places} />
            <Groups title={t.bySize} head={t.size} groups={found.answer.sizes} />
          </div>
          <div className="clause-columns">
            <Names title={t.gains} rows={found.answer.gains} />
            <Names title={t.losses} rows={found.answer.losses} />
          </div>
        </div>
      )}
    </section>
  );
}
