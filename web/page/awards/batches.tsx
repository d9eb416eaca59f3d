// Batches as a list, and a new one: a day and a unit, computed over the whole register.
import './awards.css';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { moneyText } from '../../../core/policy/words/number-words.ts';
import { batchStateLabel } from '../../../core/vocabulary/policy.ts';
import type { Answer } from '../../api.ts';
import { useAsk, useSend } from '../../ask.ts';
import { DayField } from '../../part/day-field.tsx';
import { ForThoseWhoMay, useMay } from '../../part/me.tsx';
import { Pick } from '../../part/pick.tsx';
import { Answered, Empty, usePageTitle, useProblemWords } from '../../part/state.tsx';
import { awardText } from '../../text/awards.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';

type List = Answer<'GET /api/batches'>;

const everyUnit = '*';

function NewBatch({ list }: { readonly list: List }): ReactNode {
  const t = useFeatureText(awardText);
  const words = useProblemWords();
  const navigate = useNavigate();
  const [day, setDay] = useState<string>(list.today);
  const [unit, setUnit] = useState(list.units.length === 1 ? (list.units[0]?.unit ?? '') : everyUnit);
  const send = useSend('POST /api/batches', {
    onSuccess: ({ batchId }) => void navigate({ to: '/batches/$batchId', params: { batchId } }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate({ body: { day, unit: unit === everyUnit ? '' : unit } });
  };
  const units = list.units.map((one) => ({ id: one.unit, label: one.unit, note: String(one.clauses) }));
  return (
    <section className="card" aria-labelledby="new-batch">
      <div className="card-head">
        <h2 id="new-batch">{t.newBatch}</h2>
      </div>
      <form className="card-body award-form" onSubmit={submit}>
        <DayField label={t.day} day={day} choose={(next) => setDay(next ?? day)} />
        <Pick
          label={t.unit}
          choices={list.units.length === 1 ? units : [{ id: everyUnit, label: t.allUnits }, ...units]}
          chosen={unit}
          choose={setUnit}
        />
        <button type="submit" className="button primary" disabled={send.isPending}>
          {send.isPending ? t.computing : t.compute}
        </button>
        {send.isError && (
          <p className="alert" role="alert">
            {words(send.error)}
          </p>
        )}
      </form>
    </section>
  );
}

function Table({ list }: { readonly list: List }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(awardText);
  if (list.batches.length === 0)
    return (
      <section className="card">
        <Empty title={t.noBatches} hint={t.noBatchesHint} />
      </section>
    );
  return (
    <section className="card" aria-label={t.batches}>
      <div className="table-box">
        <table className="lined cards long">
          <caption className="hidden">{t.batches}</caption>
          <thead>
            <tr>
              <th scope="col">{t.batches}</th>
              <th scope="col">{t.state}</th>
              <th scope="col" className="num">
                {t.lines}
              </th>
              <th scope="col" className="num">
                {t.amount}
              </th>
              <th scope="col">{t.proposed}</th>
            </tr>
          </thead>
          <tbody>
            {list.batches.map((batch) => (
              <tr key={batch.id}>
                <th scope="row">
                  <Link to="/batches/$batchId" params={{ batchId: batch.id }}>
                    {t.batchTitle(batch.day)}
                  </Link>
                  <span className="note cut">
                    {batch.unit === '' ? t.allUnits : batch.unit} · {t.subjects(batch.subjects)}
                  </span>
                </th>
                <td data-label={t.state}>
                  <span className="tag">{batchStateLabel[batch.state][language]}</span>
                  {batch.noticeFrom !== null && batch.noticeTo !== null && (
                    <span className="note cut">{t.notice(batch.noticeFrom, batch.noticeTo)}</span>
                  )}
                </td>
                <td data-label={t.lines} className="num">
                  {batch.lines}
                </td>
                <td data-label={t.amount} className="num figure">
                  {moneyText(batch.amount)[language]}
                </td>
                <td data-label={t.proposed}>{batch.proposedBy ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Asked(): ReactNode {
  const t = useFeatureText(awardText);
  const mayMove = useMay('award.move');
  const query = useAsk('GET /api/batches', {});
  return (
    <Answered query={query}>
      {(list) => (
        <>
          <div className="page-head">
            <div>
              <h1>{t.batches}</h1>
              <p>{t.batchesLead}</p>
            </div>
          </div>
          <div className="stack">
            {mayMove && <NewBatch list={list} />}
            <Table list={list} />
          </div>
        </>
      )}
    </Answered>
  );
}

export default function Batches(): ReactNode {
  const t = useFeatureText(awardText);
  usePageTitle(t.batches);
  return (
    <ForThoseWhoMay permission="award.read">
      <Asked />
    </ForThoseWhoMay>
  );
}
