// The exchange with other levels: who is above and below, what came and differs, and the consultations that run.
import './exchange.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { levelLabel } from '../../../core/vocabulary/monitoring.ts';
import { consultationStateLabel } from '../../../core/vocabulary/proposal.ts';
import type { Answer } from '../../api.ts';
import { useAsk, useWhen } from '../../ask.ts';
import { ForThoseWhoMay, useMay } from '../../part/me.tsx';
import { Answered, usePageTitle } from '../../part/state.tsx';
import { exchangeText } from '../../text/exchange.ts';
import { amount, day } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { StartConsultation } from './start.tsx';
import { TakePackage } from './take.tsx';

type Page = Answer<'GET /api/exchange'>;
type Consultation = Page['consultations'][number];
export type LetterState = Consultation['letters'][number]['state'];

const stateTag: Record<LetterState, string> = {
  sent: 'tag',
  commented: 'tag warn',
  answered: 'tag mark',
  agreed: 'tag good',
  lapsed: 'tag late',
};
const stateMark: Record<LetterState, string> = {
  sent: '○',
  commented: '!',
  answered: '↩',
  agreed: '✓',
  lapsed: '×',
};

export function StateTag({ state }: { readonly state: LetterState }): ReactNode {
  const { language } = useLanguage();
  return (
    <span className={stateTag[state]}>
      <span aria-hidden="true">{stateMark[state]}</span> {consultationStateLabel[state][language]}
    </span>
  );
}

function Partners({ page }: { readonly page: Page }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(exchangeText);
  const stateOf = (placeId: string) =>
    page.consultations[0]?.letters.find((letter) => letter.placeId === placeId)?.state;
  return (
    <section className="card" aria-labelledby="partners">
      <div className="card-head">
        <h2 id="partners">{t.partners}</h2>
      </div>
      <div className="table-box">
        <table className="lined cards">
          <thead>
            <tr>
              <th scope="col">{t.name}</th>
              <th scope="col">{t.level}</th>
              <th scope="col">{t.received}</th>
              <th scope="col" className="num">
                {t.differing}
              </th>
              <th scope="col">{t.sent}</th>
              <th scope="col">{t.consultations}</th>
            </tr>
          </thead>
          <tbody>
            {page.partners.map(({ partner, received, sent, differing }) => {
              const state = stateOf(partner.id);
              return (
                <tr key={partner.id}>
                  <th scope="row">
                    <Link to="/exchange/$partnerId" params={{ partnerId: partner.id }}>
                      {partner.name}
                    </Link>
                  </th>
                  <td data-label={t.level}>{levelLabel[partner.level][language]}</td>
                  <td data-label={t.received}>
                    {received ? (
                      <>
                        {t.lines(received.lines)}{' '}
                        <span className="note">{t.issued(day(received.issuedOn, language))}</span>{' '}
                        {received.isDemonstration && <span className="tag warn">{t.demonstration}</span>}
                      </>
                    ) : (
                      <span className="quiet">{t.nothing}</span>
                    )}
                  </td>
                  <td className="num" data-label={t.differing}>
                    {differing === null ? (
                      <span className="quiet">—</span>
                    ) : (
                      <Link to="/exchange/$partnerId" params={{ partnerId: partner.id }}>
                        {differing > 0 ? <span className="tag warn">≠ {differing}</span> : '0'}
                      </Link>
                    )}
                  </td>
                  <td data-label={t.sent}>
                    {sent ? (
                      <span className="note">{t.issued(day(sent.issuedOn, language))}</span>
                    ) : (
                      <span className="quiet">—</span>
                    )}
                  </td>
                  <td data-label={t.consultations}>
                    {state ? <StateTag state={state} /> : <span className="quiet">—</span>}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Consultations({ page }: { readonly page: Page }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(exchangeText);
  const mayWrite = useMay('exchange.write');
  const below = page.partners
    .filter(({ partner }) => partner.level === 'district')
    .map(({ partner }) => partner.id);
  return (
    <section className="card" aria-labelledby="consultations">
      <div className="card-head">
        <h2 id="consultations">{t.consultations}</h2>
      </div>
      {page.consultations.length === 0 && <p className="note card-body">{t.noConsultations}</p>}
      {page.consultations.map((one) => {
        const waiting = one.letters.filter(({ state }) => state === 'sent' || state === 'answered').length;
        return (
          <div key={one.consultationId}>
            <p className="card-body">
              <Link to="/consultations/$consultationId" params={{ consultationId: one.consultationId }}>
                <b>{one.title}</b>
              </Link>{' '}
              <span className="note">
                {t.due(day(one.dueOn, language))} · {one.isDone ? t.done : t.waiting(waiting)}
              </span>
            </p>
            <div className="letter-states">
              {one.letters.map((letter) => (
                <Link key={letter.letterId} to="/letters/$letterId" params={{ letterId: letter.letterId }}>
                  {letter.place} <StateTag state={letter.state} />
                </Link>
              ))}
            </div>
          </div>
        );
      })}
      {mayWrite && <StartConsultation plan={page.plan.id} placeIds={below} />}
    </section>
  );
}

function Exchange(): ReactNode {
  const t = useFeatureText(exchangeText);
  const { plan } = useWhen();
  const maySend = useMay('exchange.send');
  const query = useAsk('GET /api/exchange', { query: plan === undefined ? {} : { plan } });
  return (
    <Answered query={query}>
      {(page) => (
        <div className="stack">
          <p className="note">{t.lead(page.plan.year)}</p>
          <Partners page={page} />
          <Consultations page={page} />
          {maySend && <TakePackage plan={page.plan.id} />}
        </div>
      )}
    </Answered>
  );
}

export default function ExchangeScreen(): ReactNode {
  const t = useFeatureText(exchangeText);
  usePageTitle(t.title);
  return (
    <>
      <div className="page-head">
        <h1>{t.title}</h1>
      </div>
      <ForThoseWhoMay permission="exchange.read">
        <Exchange />
      </ForThoseWhoMay>
    </>
  );
}

/** A share or a wish as the table writes it. */
export const shareText = (value: string | null): string => (value === null ? '—' : amount(value));
