// Shares of a consultation: lines down, districts across; each cell is saved when it is left, the sum and its ± come back at once.
import './exchange.css';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { capLabel } from '../../../core/vocabulary/monitoring.ts';
import { type Answer, call, Refusal } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { ForThoseWhoMay } from '../../part/me.tsx';
import { Answered, usePageTitle, useProblemWords } from '../../part/state.tsx';
import { exchangeText } from '../../text/exchange.ts';
import { amount, day, wide } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { signed } from './differences.tsx';
import { StateTag, shareText } from './exchange.tsx';

type Page = Answer<'GET /api/consultations/:consultationId'>;
type Line = Page['lines'][number];
type Share = Line['shares'][number];

const capTag: Record<Line['cap']['state'], string> = {
  over: 'tag warn',
  under: 'tag mark',
  even: 'tag good',
  open: 'tag',
};

function Cap({ line }: { readonly line: Line }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(exchangeText);
  const { sum, gap, state, given, of } = line.cap;
  return (
    <>
      {amount(sum)}
      <span className="share-note">{t.given(given, of)}</span>
      <span className={`${capTag[state]} cap-badge`}>
        {gap === null ? capLabel[state][language] : t.cap(capLabel[state][language], signed(gap))}
      </span>
    </>
  );
}

function Cell({
  consultationId,
  line,
  share,
  place,
}: {
  readonly consultationId: string;
  readonly line: Line;
  readonly share: Share;
  readonly place: string;
}): ReactNode {
  const t = useFeatureText(exchangeText);
  const client = useQueryClient();
  const problemWords = useProblemWords();
  const [typed, type] = useState(share.value ?? '');
  const [fault, setFault] = useState('');
  const send = async (): Promise<void> => {
    const text = typed.trim().replaceAll(',', '');
    if (text === (share.value ?? '')) return;
    setFault('');
    try {
      const body = {
        lineId: line.lineId,
        placeId: share.placeId,
        value: text === '' ? null : text,
        after: share.number,
      };
      const name = 'POST /api/consultations/:consultationId/shares' as const;
      await call(name, { params: { consultationId }, body }, undefined, crypto.randomUUID());
    } catch (cause) {
      const isChanged = cause instanceof Refusal && cause.problem.code === 'state.changed';
      setFault(isChanged ? t.changed : problemWords(cause));
    }
    await client.invalidateQueries();
  };
  return (
    <>
      <input
        className="field-input"
        inputMode="decimal"
        aria-label={`${wide(line.metric)} ${place}`}
        aria-invalid={fault !== ''}
        value={typed}
        onChange={(event) => type(event.target.value)}
        onBlur={() => void send()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
      />
      {fault !== '' && (
        <span className="field-fault share-note" role="alert">
          {fault}
        </span>
      )}
    </>
  );
}

function Notes({ share }: { readonly share: Share }): ReactNode {
  const t = useFeatureText(exchangeText);
  return (
    <>
      {share.planned !== null && (
        <span className={share.planned === share.value ? 'share-note' : 'share-note status atRisk'}>
          {t.planned(amount(share.planned))}
        </span>
      )}
      {share.wanted !== null && share.wanted !== share.value && (
        <span className="share-note">{t.wanted(amount(share.wanted))}</span>
      )}
    </>
  );
}

function Table({ page }: { readonly page: Page }): ReactNode {
  const t = useFeatureText(exchangeText);
  const { consultation, lines, mayWrite } = page;
  const places = new Map(consultation.letters.map((letter) => [letter.placeId, letter]));
  return (
    <div className="table-box">
      <table className="lined shares-table">
        <thead>
          <tr>
            <th scope="col">{t.metric}</th>
            <th scope="col" className="num">
              {t.goal}
            </th>
            <th scope="col" className="num">
              {t.sum}
            </th>
            {consultation.letters.map(({ placeId, place, letterId, state }) => (
              <th key={placeId} scope="col" className="num">
                <Link to="/letters/$letterId" params={{ letterId }}>
                  {place}
                </Link>
                <br />
                <StateTag state={state} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.lineId}>
              <th scope="row">
                <Link
                  to="/commitments/$commitmentId"
                  params={{ commitmentId: line.commitmentId }}
                  className="two-lines"
                >
                  {wide(line.metric)}
                </Link>
                <span className="unit">{line.unit}</span>
              </th>
              <td className="num">{line.goal === null ? wide(line.printed) : amount(line.goal)}</td>
              <td className="num">
                <Cap line={line} />
              </td>
              {line.shares.map((share) => (
                <td key={share.placeId} className="num">
                  {mayWrite ? (
                    <Cell
                      key={share.number}
                      consultationId={consultation.consultationId}
                      line={line}
                      share={share}
                      place={places.get(share.placeId)?.place ?? ''}
                    />
                  ) : (
                    shareText(share.value)
                  )}
                  <Notes share={share} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Consultation(): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(exchangeText);
  const { consultationId = '' } = useParams({ strict: false });
  const query = useAsk('GET /api/consultations/:consultationId', { params: { consultationId } });
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
                {page.consultation.title}{' '}
                {page.consultation.isDemonstration && <span className="tag warn">{t.demonstration}</span>}
              </h1>
              <p>
                {t.due(day(page.consultation.dueOn, language))} · {t.capHint}
              </p>
            </div>
          </div>
          <section className="card" aria-label={t.table}>
            <Table page={page} />
          </section>
        </>
      )}
    </Answered>
  );
}

export default function ConsultationScreen(): ReactNode {
  const t = useFeatureText(exchangeText);
  usePageTitle(t.table);
  return (
    <ForThoseWhoMay permission="exchange.read">
      <Consultation />
    </ForThoseWhoMay>
  );
}
