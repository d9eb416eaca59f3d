// Push rate and direct payment on a day, from the facts; pushed and recorded from here, beside the promises that ask for them.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Answer } from '../../api.ts';
import { useAsk, useSend, useWords } from '../../ask.ts';
import { DayField } from '../../part/day-field.tsx';
import { useChoose } from '../../part/filters.tsx';
import { Answered, useProblemWords } from '../../part/state.tsx';
import { awardText } from '../../text/awards.ts';
import { moment, wide } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';

type Found = Answer<'GET /api/policy-measures'>;

const percent = (share: { readonly percent: string | null }): string =>
  share.percent === null ? '—' : `${share.percent}%`;

function Acts({ found }: { readonly found: Found }): ReactNode {
  const t = useFeatureText(awardText);
  const words = useProblemWords();
  const push = useSend('POST /api/pushes');
  const record = useSend('POST /api/policy-measures');
  if (!found.mayPush) return null;
  const failed = push.error ?? record.error;
  return (
    <>
      <div className="item-buttons">
        <button
          type="button"
          className="button"
          disabled={push.isPending}
          onClick={() => push.mutate({ body: { day: found.day, unit: '' } })}
        >
          {push.isPending ? t.pushing : t.pushNow}
        </button>
        <button
          type="button"
          className="button primary"
          disabled={record.isPending}
          onClick={() => record.mutate({ body: { day: found.day } })}
        >
          {record.isPending ? t.recording : t.record}
        </button>
      </div>
      <p className="note measure-done" role="status">
        {push.data && t.pushDone(push.data.pushed, push.data.firms, push.data.told)}{' '}
        {record.data && t.recorded(record.data.figures)}
      </p>
      {failed !== null && (
        <p className="alert" role="alert">
          {words(failed)}
        </p>
      )}
    </>
  );
}

function Shown({ found }: { readonly found: Found }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(awardText);
  const choose = useChoose();
  return (
    <section className="card measures" aria-labelledby="measures">
      <div className="card-head">
        <h2 id="measures">{t.measures}</h2>
      </div>
      <div className="card-body">
        <p className="note">{t.measuresLead}</p>
        <DayField key={found.day} label={t.atDay} day={found.day} choose={(asOf) => choose({ asOf })} />
        <dl className="award-figures">
          <div>
            <dt>{t.pushRate}</dt>
            <dd>
              {percent(found.push)}{' '}
              <span className="note">
                {found.push.part} / {found.push.whole}
              </span>
              <span className="note cut">{t.pushHint}</span>
            </dd>
          </div>
          <div>
            <dt>{t.direct}</dt>
            <dd>
              {percent(found.direct)}{' '}
              <span className="note">
                {found.direct.part} / {found.direct.whole}
              </span>
              <span className="note cut">{t.directHint}</span>
            </dd>
          </div>
        </dl>
        <p className="note">{t.policiesPushed(found.policies.part, found.policies.whole)}</p>
        <Acts found={found} />
        <h3>{t.promises}</h3>
        {found.promises.length === 0 ? (
          <p className="note">{t.noPromises}</p>
        ) : (
          <ul>
            {found.promises.map(({ commitmentId, metric, target }) => (
              <li key={commitmentId + metric}>
                <Link to="/commitments/$commitmentId" params={{ commitmentId }} search={{ asOf: found.day }}>
                  {wide(metric)}
                </Link>{' '}
                <span className="note">{wide(target)}</span>
              </li>
            ))}
          </ul>
        )}
        <details>
          <summary>{t.clause}</summary>
          <ul>
            {found.clauses.map(({ clause, firms, told }) => (
              <li key={clause.id}>
                {clause.title[language]} <span className="note num">{`${told} / ${firms}`}</span>
              </li>
            ))}
          </ul>
        </details>
        <details>
          <summary>{t.measured}</summary>
          <ul>
            {found.measured.map((one) => (
              <li key={one.at + one.kind + (one.commitmentId ?? '')}>
                {one.endsOn} {one.kind === 'push' ? t.pushRate : t.direct} <b>{percent(one)}</b>{' '}
                <span className="note num">
                  {one.part} / {one.whole} · {moment(one.at)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      </div>
    </section>
  );
}

export function Measures(): ReactNode {
  const { asOf } = useWords();
  const query = useAsk('GET /api/policy-measures', { query: asOf === undefined ? {} : { day: asOf } });
  return <Answered query={query}>{(found) => <Shown found={found} />}</Answered>;
}
