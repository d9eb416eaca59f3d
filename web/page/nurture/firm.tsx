// One firm on its way: the three years, the companion, each yearly check, the two awards three years apart, and what comes next.
import '../awards/awards.css';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { moneyText } from '../../../core/policy/words/number-words.ts';
import { nurtureActionLabel, nurtureStateLabel } from '../../../core/vocabulary/policy.ts';
import { type Answer, call } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import type { PlainField } from '../../part/plain-form.tsx';
import { Answered, usePageTitle } from '../../part/state.tsx';
import { awardText } from '../../text/awards.ts';
import { moment } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { Offers } from '../awards/offers.tsx';

type FirmPage = Answer<'GET /api/nurture/:nurtureId'>;
type Action = FirmPage['offers'][number]['action'];

function Facts({ page }: { readonly page: FirmPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(awardText);
  const { row, awards } = page;
  const award = ({ from, amount, paidOn }: FirmPage['awards']['first']): string =>
    paidOn !== null
      ? `${moneyText(amount ?? 0)[language]} · ${t.paidOn(paidOn)}`
      : amount !== null
        ? moneyText(amount)[language]
        : t.awardFrom(from);
  return (
    <section className="card" aria-labelledby="facts">
      <div className="card-head">
        <h2 id="facts">{t.twoAwards}</h2>
      </div>
      <dl className="award-facts">
        <dt>{t.aboveScaleOn}</dt>
        <dd className="num">{row.aboveScaleOn}</dd>
        <dt>{t.until}</dt>
        <dd className="num">{row.until}</dd>
        <dt>{t.companion}</dt>
        <dd>{row.companion === '' ? t.noCompanion : row.companion}</dd>
        <dt>{t.firstAward}</dt>
        <dd>{award(awards.first)}</dd>
        <dt>{t.secondAward}</dt>
        <dd>{award(awards.second)}</dd>
        <dt>{t.yearsKept}</dt>
        <dd>{row.yearsKept === null ? t.notChecked : t.years(row.yearsKept)}</dd>
      </dl>
      <p className="card-body note">{t.inspections(page.inspections)}</p>
    </section>
  );
}

function Checks({ page }: { readonly page: FirmPage }): ReactNode {
  const t = useFeatureText(awardText);
  return (
    <section className="card" aria-labelledby="checks">
      <div className="card-head">
        <h2 id="checks">{t.checks}</h2>
      </div>
      <ul className="plain-list">
        {page.checks.map(({ year, isAboveScale, checkedOn, by }) => (
          <li key={year}>
            <b className="num">{year}</b> {isAboveScale ? `✓ ${t.kept}` : `✗ ${t.fell}`}{' '}
            <span className="note">
              {checkedOn} {by}
            </span>
          </li>
        ))}
        {page.row.checksDue.map((year) => (
          <li key={year}>
            <b className="num">{year}</b> <span className="tag warn">{t.checksDue(String(year))}</span>
          </li>
        ))}
        {page.checks.length + page.row.checksDue.length === 0 && <li className="note">{t.none}</li>}
      </ul>
    </section>
  );
}

function Moves({ page }: { readonly page: FirmPage }): ReactNode {
  const t = useFeatureText(awardText);
  const due = page.row.checksDue;
  const fieldsOf = (action: Action): PlainField[] => {
    if (action === 'assignCompanion')
      return [
        page.posts.length > 0
          ? {
              name: 'companion',
              label: t.companion,
              options: page.posts.map((post) => ({ value: post, label: post })),
            }
          : { name: 'companion', label: t.companion, maxLength: 80 },
      ];
    if (action === 'recordCheck')
      return [
        { name: 'year', label: t.year, kind: 'number', start: String(due[0] ?? '') },
        {
          name: 'above',
          label: t.checks,
          options: [
            { value: 'yes', label: t.kept },
            { value: 'no', label: t.fell },
          ],
        },
      ];
    return [{ name: 'words', label: t.words, optional: action !== 'leave' }];
  };
  const isAction = (text: string): text is Action => page.offers.some(({ action }) => action === text);
  return (
    <Offers
      offers={page.offers.map(({ action, to, unmet }) => ({
        ...{ action, unmet, label: nurtureActionLabel[action], to: nurtureStateLabel[to] },
        ...{ fields: fieldsOf(action), danger: action === 'leave' },
      }))}
      send={async (action, { words = '', companion = '', year = '', above }) => {
        if (!isAction(action)) return;
        const isCheck = action === 'recordCheck';
        await call('POST /api/nurture/:nurtureId/moves', {
          params: { nurtureId: page.row.id },
          body: {
            ...{ action, after: page.number, words, companion },
            year: isCheck ? Number(year) : null,
            isAboveScale: isCheck ? above === 'yes' : null,
          },
        });
      }}
    />
  );
}

function Page({ page }: { readonly page: FirmPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(awardText);
  const { row } = page;
  usePageTitle(row.name);
  return (
    <>
      <div className="page-head">
        <div>
          <p className="note">
            <Link to="/nurture">{t.nurtureBack}</Link>
          </p>
          <h1>{row.name}</h1>
          <p>
            <span className="tag nurture-state">{nurtureStateLabel[row.state][language]}</span> {row.code} ·{' '}
            {row.place} · {page.unit}
          </p>
        </div>
      </div>
      <div className="award-columns">
        <div className="stack">
          <Facts page={page} />
          <Checks page={page} />
        </div>
        <div className="stack">
          <Moves page={page} />
          <section className="card" aria-labelledby="history">
            <div className="card-head">
              <h2 id="history">{t.history}</h2>
            </div>
            <ol className="award-steps">
              {page.events.toReversed().map(({ number, action, by, at, words, companion, year }) => (
                <li key={number}>
                  <b>{nurtureActionLabel[action][language]}</b>
                  <div>
                    <p>
                      {by ?? '—'} <span className="note">{moment(at)}</span>
                    </p>
                    {action === 'assignCompanion' && <p>{companion}</p>}
                    {year !== null && <p className="num">{year}</p>}
                    {words !== '' && <p>{words}</p>}
                  </div>
                </li>
              ))}
              {page.events.length === 0 && <li className="note">{t.none}</li>}
            </ol>
          </section>
        </div>
      </div>
    </>
  );
}

export default function Firm(): ReactNode {
  const { nurtureId = '' } = useParams({ strict: false });
  const query = useAsk('GET /api/nurture/:nurtureId', { params: { nurtureId } });
  return <Answered query={query}>{(page) => <Page page={page} />}</Answered>;
}
