// Awards as they are shown to the public before they are paid; an enterprise may object while they are.
import './awards.css';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { moneyText } from '../../../core/policy/words/number-words.ts';
import { type Answer, call } from '../../api.ts';
import { useAsk, useWords } from '../../ask.ts';
import { useChoose } from '../../part/filters.tsx';
import { useMay } from '../../part/me.tsx';
import { PlainForm } from '../../part/plain-form.tsx';
import { Answered, Empty, usePageTitle } from '../../part/state.tsx';
import { awardText } from '../../text/awards.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';

type Notices = Answer<'GET /api/award-notices'>;

function Lines({ found }: { readonly found: Notices }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(awardText);
  const mayObject = useMay('claim.object');
  const [open, setOpen] = useState<number | null>(null);
  const notice = found.notices.find(({ batchId }) => batchId === found.batchId);
  return (
    <div className="table-box">
      <table className="lined cards">
        <caption className="hidden">{t.notices}</caption>
        <thead>
          <tr>
            <th scope="col">{t.enterprise}</th>
            <th scope="col">{t.clause}</th>
            <th scope="col" className="num">
              {t.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {found.lines.map(({ number, name, place, clause, amount }) => (
            <tr key={number}>
              <th scope="row">
                {name}
                <span className="note cut">{place}</span>
                {open === number && (
                  <PlainForm
                    fields={[{ name: 'words', label: t.objectWords }]}
                    submit={t.object}
                    send={async ({ words = '' }) => {
                      await call('POST /api/batches/:batchId/objections', {
                        params: { batchId: found.batchId ?? '' },
                        body: { line: number, words },
                      });
                      // The answer may come when another form is open already: that one stays.
                      setOpen((shown) => (shown === number ? null : shown));
                    }}
                  />
                )}
              </th>
              <td data-label={t.clause} className="whole-line">
                <Link to="/policies/$clauseId" params={{ clauseId: clause.id }}>
                  {clause.title[language]}
                </Link>
              </td>
              <td data-label={t.amount} className="num figure">
                {moneyText(amount)[language]}
                {notice?.isOpen && mayObject && (
                  <button
                    type="button"
                    className="link"
                    aria-expanded={open === number}
                    onClick={() => setOpen(open === number ? null : number)}
                  >
                    {t.object}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Page({ found }: { readonly found: Notices }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(awardText);
  const choose = useChoose();
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t.notices}</h1>
          <p>{t.noticesLead}</p>
        </div>
      </div>
      <section className="card" aria-label={t.notices}>
        {found.notices.length === 0 ? (
          <Empty title={t.noNotices} />
        ) : (
          <>
            <div className="filters">
              <div className="chips">
                {found.notices.map(({ batchId, from, to, unit, isOpen, lines, amount }) => (
                  <button
                    key={batchId}
                    type="button"
                    className="chip"
                    aria-pressed={batchId === found.batchId}
                    onClick={() => choose({ group: batchId })}
                  >
                    {isOpen ? t.noticeOpen : t.noticeOver} {from} – {to} · {unit === '' ? t.allUnits : unit} ·{' '}
                    {lines} · {moneyText(amount)[language]}
                  </button>
                ))}
              </div>
            </div>
            <Lines found={found} />
          </>
        )}
      </section>
    </>
  );
}

export default function AwardNotices(): ReactNode {
  const t = useFeatureText(awardText);
  usePageTitle(t.notices);
  const { group } = useWords();
  const query = useAsk('GET /api/award-notices', { query: group === undefined ? {} : { batch: group } });
  return <Answered query={query}>{(found) => <Page found={found} />}</Answered>;
}
