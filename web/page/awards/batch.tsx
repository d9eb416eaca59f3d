// One batch: what it pays and what it does not, what may be done next, the public notice and the payments, and what happened.
import './awards.css';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { moneyText } from '../../../core/policy/words/number-words.ts';
import { batchActionLabel, batchStateLabel } from '../../../core/vocabulary/policy.ts';
import { type Answer, call } from '../../api.ts';
import { useAsk, useSend, useWords } from '../../ask.ts';
import { useMay } from '../../part/me.tsx';
import { Answered, usePageTitle, useProblemWords } from '../../part/state.tsx';
import { awardText } from '../../text/awards.ts';
import { moment } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { isView, Lines } from './lines.tsx';
import { Objections } from './objections.tsx';
import { Offers } from './offers.tsx';

export type BatchPage = Answer<'GET /api/batches/:batchId'>;

type Move = 'review' | 'approve' | 'sendBack' | 'withdraw';
const isMove = (action: string): action is Move =>
  ['review', 'approve', 'sendBack', 'withdraw'].includes(action);

function Moves({ page }: { readonly page: BatchPage }): ReactNode {
  const t = useFeatureText(awardText);
  const offers = page.offers.map(({ action, to, unmet }) => ({
    ...{ action, unmet, label: batchActionLabel[action], to: batchStateLabel[to] },
    fields: [{ name: 'words', label: t.words, optional: action === 'review' || action === 'approve' }],
    danger: action === 'withdraw' || action === 'sendBack',
  }));
  return (
    <Offers
      offers={offers}
      send={async (action, { words = '' }) => {
        if (!isMove(action)) return;
        await call('POST /api/batches/:batchId/moves', {
          params: { batchId: page.batch.id },
          body: { action, after: page.number, words },
        });
      }}
    />
  );
}

function Payment({ page }: { readonly page: BatchPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(awardText);
  const words = useProblemWords();
  const mayPay = useMay('policy.pay');
  const send = useSend('POST /api/payments');
  const { payment, batch, today } = page;
  if (batch.noticeFrom === null || batch.noticeTo === null) return null;
  const isPayable = payment.payableFrom !== null && payment.payableFrom <= today && payment.waiting > 0;
  return (
    <section className="card" aria-labelledby="payment">
      <div className="card-head">
        <h2 id="payment">{t.payment}</h2>
      </div>
      <div className="card-body">
        <p>{t.notice(batch.noticeFrom, batch.noticeTo)}</p>
        <p className="note">
          {payment.payableFrom !== null && t.payable(payment.payableFrom)}
          {payment.payBy !== null && ` · ${t.payBy(payment.payBy)}`}
        </p>
        <p>
          <b>{t.paidCount(payment.paid, payment.awards - payment.returned)}</b>{' '}
          <span className="num">{moneyText(payment.paidAmount)[language]}</span>
        </p>
        {payment.returned > 0 && <p className="note">{t.returned(payment.returned)}</p>}
        {mayPay && payment.waiting > 0 && (
          <button
            type="button"
            className="button primary"
            disabled={send.isPending || !isPayable}
            onClick={() => send.mutate({ body: { batchId: batch.id } })}
          >
            {send.isPending ? t.paying : `${t.pay} ${moneyText(payment.waitingAmount)[language]}`}
          </button>
        )}
        {send.isError && (
          <p className="alert" role="alert">
            {words(send.error)}
          </p>
        )}
      </div>
    </section>
  );
}

function Sums({ page }: { readonly page: BatchPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(awardText);
  return (
    <section className="card" aria-labelledby="by-area">
      <div className="card-head">
        <h2 id="by-area">{t.byArea}</h2>
      </div>
      <ul className="plain-list">
        {page.areas.map(({ area, needed, free }) => (
          <li key={area.zh}>
            <b>{area[language]}</b>
            <div className={needed > free ? 'late' : ''}>
              {t.needed} <span className="num">{moneyText(needed)[language]}</span>
            </div>
            <div className="note">
              {t.free} <span className="num">{moneyText(free)[language]}</span>
            </div>
          </li>
        ))}
        {page.areas.length === 0 && <li className="note">{t.none}</li>}
      </ul>
      <div className="card-head">
        <h2>{t.byClause}</h2>
      </div>
      <ul className="plain-list">
        {page.clauses.map(({ clause, lines, amount }) => (
          <li key={clause.id}>
            <Link to="/policies/$clauseId" params={{ clauseId: clause.id }} search={{ asOf: page.batch.day }}>
              {clause.title[language]}
            </Link>
            <div className="note num">
              {lines} · {moneyText(amount)[language]}
            </div>
          </li>
        ))}
        {page.clauses.length === 0 && <li className="note">{t.none}</li>}
      </ul>
    </section>
  );
}

function History({ page }: { readonly page: BatchPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(awardText);
  return (
    <section className="card" aria-labelledby="history">
      <div className="card-head">
        <h2 id="history">{t.history}</h2>
      </div>
      <ol className="award-steps">
        {page.events.toReversed().map(({ number, action, by, at, words }) => (
          <li key={number}>
            <b>{action === 'propose' ? t.proposed : batchActionLabel[action][language]}</b>
            <div>
              <p>{by ?? '—'}</p>
              <p className="note">{moment(at)}</p>
              {words !== '' && <p>{words}</p>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Page({ page }: { readonly page: BatchPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(awardText);
  const { batch } = page;
  usePageTitle(t.batchTitle(batch.day));
  return (
    <>
      <div className="page-head">
        <div>
          <p className="note">
            <Link to="/batches">{t.back}</Link>
          </p>
          <h1>{t.batchTitle(batch.day)}</h1>
          <p>
            <span className="tag batch-state">{batchStateLabel[batch.state][language]}</span>{' '}
            {batch.unit === '' ? t.allUnits : batch.unit} · {t.subjects(batch.subjects)} ·{' '}
            <b className="num batch-amount">{moneyText(batch.amount)[language]}</b>
          </p>
          <p className="note">
            {t.ruleSet} <code>{page.ruleSetHash.slice(0, 12)}</code> ·{' '}
            <span className={page.rulesStand ? '' : 'late'}>
              {page.rulesStand ? t.rulesStand : t.rulesChanged}
            </span>
          </p>
        </div>
      </div>
      <div className="award-columns">
        <div className="stack">
          <Lines page={page} />
          <Objections page={page} />
        </div>
        <div className="stack">
          <Moves page={page} />
          <Payment page={page} />
          <Sums page={page} />
          <History page={page} />
        </div>
      </div>
    </>
  );
}

export default function Batch(): ReactNode {
  const { batchId = '' } = useParams({ strict: false });
  const { view, search, at } = useWords();
  const query = useAsk('GET /api/batches/:batchId', {
    params: { batchId },
    query: {
      ...(isView(view) ? { view } : {}),
      ...(search === undefined ? {} : { search }),
      ...(at === undefined ? {} : { page: Number(at) || 1 }),
    },
  });
  return <Answered query={query}>{(page) => <Page page={page} />}</Answered>;
}
