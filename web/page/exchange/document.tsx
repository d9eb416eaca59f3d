// A plan of a district that was read here, sent as that district's package: whose and which year, differences first, then taken.
import './exchange.css';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useRef, useState } from 'react';
import { type Answer, call } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { ForThoseWhoMay } from '../../part/me.tsx';
import { Pick } from '../../part/pick.tsx';
import { Answered, Empty, usePageTitle, useProblemWords } from '../../part/state.tsx';
import { exchangeText } from '../../text/exchange.ts';
import { useFeatureText } from '../../text/language.tsx';
import { yearOf } from '../review/draft.ts';
import { Differences } from './differences.tsx';

type Checked = Answer<'POST /api/exchange/documents'>;
type Partner = Answer<'GET /api/exchange'>['partners'][number]['partner'];

function Outcome({ checked, accept }: { readonly checked: Checked; readonly accept: () => void }): ReactNode {
  const t = useFeatureText(exchangeText);
  return (
    <section className="card" aria-live="polite" aria-label={t.open}>
      <p className="card-body">
        <b>
          {checked.partner.name} · {checked.title}
        </b>{' '}
        <span className="note">
          {t.lines(checked.lines)} · {t.hash} {checked.sha256.slice(0, 12)}
        </span>
      </p>
      <p className="item-buttons card-body">
        {checked.taken ? (
          <span className="alert good">{t.isTaken}</span>
        ) : checked.known ? (
          <span className="alert plain">{t.known}</span>
        ) : (
          <button type="button" className="button primary" onClick={accept}>
            {t.accept}
          </button>
        )}
        {(checked.taken || checked.known) && (
          <Link to="/exchange/$partnerId" params={{ partnerId: checked.partner.id }}>
            {t.seeDistrict}
          </Link>
        )}
      </p>
      <Differences page={checked} />
    </section>
  );
}

function Send({
  documentId,
  title,
  years,
  year,
  setYear,
  places,
}: {
  readonly documentId: string;
  readonly title: string;
  readonly years: readonly number[];
  readonly year: number;
  readonly setYear: (year: number) => void;
  readonly places: readonly Partner[];
}): ReactNode {
  const t = useFeatureText(exchangeText);
  const client = useQueryClient();
  const problemWords = useProblemWords();
  // A plan names its district in its title; a person may say otherwise.
  const [chosen, choose] = useState(places.find(({ name }) => title.includes(name))?.id ?? null);
  const [checked, setChecked] = useState<Checked | null>(null);
  const [fault, setFault] = useState('');
  const turn = useRef(0);
  const go = async (mode: 'check' | 'take'): Promise<void> => {
    if (chosen === null) return;
    turn.current += 1;
    const mine = turn.current;
    setFault('');
    try {
      const body = { mode, documentId, placeId: chosen, year };
      const answer = await call('POST /api/exchange/documents', { body }, undefined, crypto.randomUUID());
      // Differences are shown of what is chosen now, not of what was chosen when they were asked for.
      if (mine === turn.current) setChecked(answer);
      if (mode === 'take') await client.invalidateQueries();
    } catch (cause) {
      if (mine !== turn.current) return;
      setChecked(null);
      setFault(problemWords(cause));
    }
  };
  const forget = (act: () => void) => {
    turn.current += 1;
    setChecked(null);
    act();
  };
  return (
    <div className="stack">
      <section className="card" aria-label={t.documentTitle}>
        <div className="card-body stack">
          <p className="note">{t.documentHint}</p>
          <p className="item-buttons">
            <Pick
              label={t.whose}
              choices={places.map(({ id, name }) => ({ id, label: name }))}
              chosen={chosen}
              choose={(id) => forget(() => choose(id))}
            />
            <Pick
              label={t.year}
              choices={years.map((each) => ({ id: String(each), label: String(each) }))}
              chosen={String(year)}
              choose={(id) => forget(() => setYear(Number(id)))}
            />
            <button
              type="button"
              className="button primary"
              disabled={chosen === null}
              onClick={() => void go('check')}
            >
              {t.check}
            </button>
          </p>
          {fault !== '' && (
            <p className="alert" role="alert">
              {fault}
            </p>
          )}
        </div>
      </section>
      {checked && <Outcome checked={checked} accept={() => void go('take')} />}
    </div>
  );
}

function Places({
  years,
  start,
  ...rest
}: {
  readonly documentId: string;
  readonly title: string;
  readonly years: readonly number[];
  readonly start: number;
}): ReactNode {
  const t = useFeatureText(exchangeText);
  const [year, setYear] = useState(start);
  const query = useAsk('GET /api/exchange', { query: { plan: String(year) } });
  return (
    <Answered query={query}>
      {({ partners }) => {
        const places = partners.flatMap(({ partner }) => (partner.level === 'district' ? [partner] : []));
        return places.length === 0 ? (
          <Empty title={t.noPlace} />
        ) : (
          <Send {...rest} years={years} year={year} setYear={setYear} places={places} />
        );
      }}
    </Answered>
  );
}

function Asked(): ReactNode {
  const { documentId = '' } = useParams({ strict: false });
  const review = useAsk('GET /api/documents/:documentId', { params: { documentId }, query: {} });
  const plans = useAsk('GET /api/plans', {});
  return (
    <Answered query={review}>
      {({ document }) => (
        <Answered query={plans}>
          {(found) => {
            const years = found.plans.map((plan) => plan.year);
            const said = yearOf(document.title, document.date, years[0] ?? 0);
            const start = years.includes(said) ? said : (years[0] ?? said);
            return <Places documentId={documentId} title={document.title} years={years} start={start} />;
          }}
        </Answered>
      )}
    </Answered>
  );
}

export default function DocumentPackageScreen(): ReactNode {
  const t = useFeatureText(exchangeText);
  const { documentId = '' } = useParams({ strict: false });
  usePageTitle(t.documentTitle);
  return (
    <>
      <div className="page-head">
        <div>
          <p className="note">
            <Link to="/documents/$documentId" params={{ documentId }}>
              {t.toDocument}
            </Link>
          </p>
          <h1>{t.documentTitle}</h1>
        </div>
      </div>
      <ForThoseWhoMay permission="exchange.send">
        <Asked />
      </ForThoseWhoMay>
    </>
  );
}
