// Firms that grew above scale for the first time: where each is on its three years, who accompanies it, which checks are due.
import '../awards/awards.css';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { nurtureStateLabel } from '../../../core/vocabulary/policy.ts';
import { type Answer, call } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { ForThoseWhoMay } from '../../part/me.tsx';
import { PlainForm } from '../../part/plain-form.tsx';
import { Answered, Empty, usePageTitle } from '../../part/state.tsx';
import { awardText } from '../../text/awards.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';

type List = Answer<'GET /api/nurture'>;

function Table({ list }: { readonly list: List }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(awardText);
  return (
    <div className="table-box">
      <table className="lined cards long nurture-table">
        <caption className="hidden">{t.nurture}</caption>
        <thead>
          <tr>
            <th scope="col">{t.enterprise}</th>
            <th scope="col">{t.state}</th>
            <th scope="col">{t.aboveScaleOn}</th>
            <th scope="col">{t.until}</th>
            <th scope="col">{t.companion}</th>
            <th scope="col">{t.yearsKept}</th>
          </tr>
        </thead>
        <tbody>
          {list.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link to="/nurture/$nurtureId" params={{ nurtureId: row.id }}>
                  {row.name}
                </Link>
                <span className="note cut">{row.place}</span>
              </th>
              <td data-label={t.state}>
                <span className="tag">{nurtureStateLabel[row.state][language]}</span>
              </td>
              <td data-label={t.aboveScaleOn} className="num">
                {row.aboveScaleOn}
              </td>
              <td data-label={t.until} className="num">
                {row.until}
              </td>
              <td data-label={t.companion}>
                {row.companion === '' ? <span className="note">{t.noCompanion}</span> : row.companion}
              </td>
              <td data-label={t.yearsKept}>
                {row.yearsKept === null ? (
                  <span className="note">{t.notChecked}</span>
                ) : (
                  <b className="num">{t.years(row.yearsKept)}</b>
                )}
                {row.checksDue.length > 0 && (
                  <span className="tag warn">
                    {t.checksDue(row.checksDue.join(language === 'zh' ? '、' : ', '))}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Page({ list }: { readonly list: List }): ReactNode {
  const t = useFeatureText(awardText);
  const [open, setOpen] = useState(false);
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t.nurture}</h1>
          <p>{t.nurtureLead}</p>
        </div>
        {list.mayAdd && (
          <div className="page-tools">
            <button
              type="button"
              className="button primary"
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            >
              {t.addFirm}
            </button>
          </div>
        )}
      </div>
      <div className="stack">
        {open && (
          <section className="card">
            <div className="card-body">
              <PlainForm
                fields={[
                  { name: 'code', label: t.code, maxLength: 18 },
                  { name: 'aboveScaleOn', label: t.aboveScaleOn, kind: 'day' },
                ]}
                submit={t.addFirm}
                send={async ({ code = '', aboveScaleOn = '' }) => {
                  await call('POST /api/nurture', { body: { code: code.trim(), aboveScaleOn } });
                  setOpen(false);
                }}
              />
            </div>
          </section>
        )}
        <section className="card" aria-label={t.nurture}>
          {list.rows.length === 0 ? (
            <Empty title={t.noNurture} hint={t.noNurtureHint} />
          ) : (
            <Table list={list} />
          )}
        </section>
      </div>
    </>
  );
}

function Asked(): ReactNode {
  const query = useAsk('GET /api/nurture', {});
  return <Answered query={query}>{(list) => <Page list={list} />}</Answered>;
}

export default function Nurture(): ReactNode {
  const t = useFeatureText(awardText);
  usePageTitle(t.nurture);
  return (
    <ForThoseWhoMay permission="nurture.read">
      <Asked />
    </ForThoseWhoMay>
  );
}
