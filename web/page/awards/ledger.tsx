// Where the money of awards is: totals, each policy area beside what was announced, and every posting with what takes it back.
import './awards.css';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { moneyText } from '../../../core/policy/words/number-words.ts';
import { type Answer, call } from '../../api.ts';
import { useAsk, useSend, useWords } from '../../ask.ts';
import { useChoose } from '../../part/filters.tsx';
import { ForThoseWhoMay } from '../../part/me.tsx';
import { PlainForm } from '../../part/plain-form.tsx';
import { Answered, usePageTitle, useProblemWords } from '../../part/state.tsx';
import { awardText } from '../../text/awards.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { Measures } from './measures.tsx';

type Ledger = Answer<'GET /api/ledger'>;
type Posting = Ledger['postings'][number];

function Totals({ ledger }: { readonly ledger: Ledger }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(awardText);
  const { totals, fulfilment } = ledger;
  const rows = [
    [t.appropriated, totals.appropriated],
    [t.awarded, totals.awarded],
    [t.disbursed, totals.disbursed],
    [t.outstanding, totals.outstanding],
    [t.free, totals.free],
  ] as const;
  return (
    <dl className="award-figures ledger-totals">
      {rows.map(([label, amount]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{moneyText(amount)[language]}</dd>
        </div>
      ))}
      <div>
        <dt>{t.difference}</dt>
        <dd>
          {moneyText(totals.difference)[language]}{' '}
          {totals.difference === 0 && <span className="note">✓ {t.balanced}</span>}
        </dd>
      </div>
      <div>
        <dt>{t.fulfilment}</dt>
        <dd>{fulfilment === null ? '—' : `${fulfilment}%`}</dd>
      </div>
    </dl>
  );
}

function Areas({ ledger }: { readonly ledger: Ledger }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(awardText);
  const money = (amount: number | null): string => (amount === null ? '—' : moneyText(amount)[language]);
  const sum = (key: 'appropriated' | 'awarded' | 'disbursed' | 'free'): string =>
    money(ledger.areas.reduce((total, row) => total + row[key], 0));
  return (
    <section className="card" aria-labelledby="areas">
      <div className="card-head">
        <h2 id="areas">{t.byArea}</h2>
        <span className="note">{ledger.document}</span>
      </div>
      <div className="table-box">
        <table className="lined cards">
          <caption className="hidden">{t.byArea}</caption>
          <thead>
            <tr>
              <th scope="col">{t.area}</th>
              {[t.announced, t.appropriated, t.awarded, t.disbursed, t.free].map((label) => (
                <th key={label} scope="col" className="num">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ledger.areas.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  {row.area[language]}
                  <span className="note cut">{row.ref}</span>
                </th>
                <td data-label={t.announced} className="num">
                  {money(row.announced)}
                </td>
                <td data-label={t.appropriated} className="num">
                  {money(row.appropriated)}
                </td>
                <td data-label={t.awarded} className="num figure">
                  {money(row.awarded)}
                </td>
                <td data-label={t.disbursed} className="num">
                  {money(row.disbursed)}
                </td>
                <td data-label={t.free} className="num">
                  {money(row.free)}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t.gross}</th>
              <td className="num" data-label={t.announced}>
                {money(ledger.gross)}
              </td>
              <td className="num" data-label={t.appropriated}>
                {sum('appropriated')}
              </td>
              <td className="num" data-label={t.awarded}>
                {sum('awarded')}
              </td>
              <td className="num" data-label={t.disbursed}>
                {sum('disbursed')}
              </td>
              <td className="num" data-label={t.free}>
                {sum('free')}
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      <p className="card-body note">
        {t.overlap(money(ledger.gross), money(ledger.net), money(ledger.overlap))}
      </p>
    </section>
  );
}

function PostingRow({
  posting,
  mayPost,
  open,
  toggle,
}: {
  readonly posting: Posting;
  readonly mayPost: boolean;
  readonly open: boolean;
  readonly toggle: () => void;
}): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(awardText);
  const [to, from] = posting.entries;
  const isReversible =
    mayPost && posting.reversedBy === null && (posting.kind === 'appropriate' || posting.kind === 'award');
  return (
    <>
      <tr className={posting.reversedBy === null ? '' : 'over'}>
        <td className="num" data-label={t.number}>
          {posting.number}
        </td>
        <td data-label={t.atDay}>{posting.day}</td>
        <th scope="row">
          {t.kinds[posting.kind]}
          <span className="note cut">
            {posting.reverses !== null && t.reverses(posting.reverses)} {posting.words}
          </span>
          {posting.reversedBy !== null && <span className="tag">{t.reversedBy(posting.reversedBy)}</span>}
        </th>
        <td data-label={t.from}>{from?.account[language]}</td>
        <td data-label={t.to}>
          {to?.account[language]}
          {posting.batchId !== null && (
            <Link to="/batches/$batchId" params={{ batchId: posting.batchId }} className="note cut">
              {t.batches}
            </Link>
          )}
        </td>
        <td className="num figure" data-label={t.amount}>
          {moneyText(to?.amount ?? 0)[language]}
        </td>
        <td>
          {isReversible && (
            <button type="button" className="link" aria-expanded={open} onClick={toggle}>
              {t.reverse}
            </button>
          )}
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={7}>
            <PlainForm
              fields={[{ name: 'reason', label: t.reverseReason }]}
              submit={t.reverse}
              danger
              send={async ({ reason = '' }) => {
                await call('POST /api/ledger/reversals', { body: { posting: posting.number, reason } });
                toggle();
              }}
            />
          </td>
        </tr>
      )}
    </>
  );
}

function Postings({ ledger }: { readonly ledger: Ledger }): ReactNode {
  const t = useFeatureText(awardText);
  const choose = useChoose();
  const [open, setOpen] = useState<number | null>(null);
  return (
    <section className="card" aria-labelledby="postings">
      <div className="card-head">
        <h2 id="postings">{t.postings}</h2>
      </div>
      <div className="table-box">
        <table className="lined cards postings">
          <caption className="hidden">{t.postings}</caption>
          <thead>
            <tr>
              <th scope="col" className="num">
                {t.number}
              </th>
              <th scope="col">{t.atDay}</th>
              <th scope="col">{t.kind}</th>
              <th scope="col">{t.from}</th>
              <th scope="col">{t.to}</th>
              <th scope="col" className="num">
                {t.amount}
              </th>
              <th scope="col">
                <span className="hidden">{t.reverse}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {ledger.postings.map((posting) => (
              <PostingRow
                key={posting.number}
                posting={posting}
                mayPost={ledger.mayPost}
                open={open === posting.number}
                toggle={() => setOpen(open === posting.number ? null : posting.number)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {ledger.more !== null && (
        <div className="pager">
          <button type="button" className="button small" onClick={() => choose({ at: String(ledger.more) })}>
            {t.more}
          </button>
        </div>
      )}
    </section>
  );
}

function Appropriate({ ledger }: { readonly ledger: Ledger }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(awardText);
  const words = useProblemWords();
  const pay = useSend('POST /api/payments');
  const { claimsWaiting } = ledger;
  const isArea = (text: string): text is Ledger['areas'][number]['id'] =>
    ledger.areas.some(({ id }) => id === text);
  return (
    <section className="card" aria-labelledby="appropriate">
      <div className="card-head">
        <h2 id="appropriate">{t.appropriate}</h2>
      </div>
      <div className="card-body">
        {claimsWaiting.awards > 0 && (
          <p>
            {t.claimsWaiting(claimsWaiting.awards, moneyText(claimsWaiting.amount)[language])}{' '}
            <button
              type="button"
              className="button small primary"
              disabled={pay.isPending}
              onClick={() => pay.mutate({ body: { batchId: null } })}
            >
              {t.payClaims}
            </button>
            {pay.isError && <span className="field-fault">{words(pay.error)}</span>}
          </p>
        )}
        <PlainForm
          fields={[
            {
              name: 'area',
              label: t.area,
              options: ledger.areas.map(({ id, area }) => ({ value: id, label: area[language] })),
            },
            { name: 'amount', label: t.appropriateAmount, maxLength: 40 },
            { name: 'document', label: t.document },
          ]}
          submit={t.appropriate}
          send={async ({ area = '', amount = '', document = '' }) => {
            if (isArea(area))
              await call('POST /api/ledger/appropriations', { body: { area, amount, document } });
          }}
        />
      </div>
    </section>
  );
}

function Asked(): ReactNode {
  const t = useFeatureText(awardText);
  const { at } = useWords();
  const query = useAsk('GET /api/ledger', { query: at === undefined ? {} : { before: Number(at) || 1 } });
  return (
    <Answered query={query}>
      {(ledger) => (
        <>
          <div className="page-head">
            <div>
              <h1>{t.ledger}</h1>
              <p>{t.ledgerLead}</p>
            </div>
          </div>
          <div className="stack">
            <Totals ledger={ledger} />
            <div className="award-columns">
              <div className="stack">
                <Areas ledger={ledger} />
                <Postings ledger={ledger} />
              </div>
              <div className="stack">
                <Measures />
                {ledger.mayPost && <Appropriate ledger={ledger} />}
              </div>
            </div>
          </div>
        </>
      )}
    </Answered>
  );
}

export default function LedgerPage(): ReactNode {
  const t = useFeatureText(awardText);
  usePageTitle(t.ledger);
  return (
    <ForThoseWhoMay permission="ledger.read">
      <Asked />
    </ForThoseWhoMay>
  );
}
