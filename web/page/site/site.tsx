// One site: claimed, verified and felt side by side; what may be done next; history, inspections, upkeep, photos, leads.
import '../sites/sites.css';
import '../public/public.css';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useRef } from 'react';
import {
  siteActionLabel,
  siteFactLabel,
  siteSignalLabel,
  siteStateLabel,
  upkeepStateLabel,
} from '../../../core/vocabulary/site.ts';
import { type Answer, call } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { PlainForm } from '../../part/plain-form.tsx';
import { Answered, usePageTitle } from '../../part/state.tsx';
import { amount, day, percent, wide } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { sitesText } from '../../text/sites.ts';
import { LeadCard } from '../sites/lead.tsx';
import { CheckForm, DescribeForm, MoveForm, UpkeepForm } from './forms.tsx';
import { SitePhoto } from './photo.tsx';

export type SitePage = Answer<'GET /api/sites/:siteId'>;

function Three({ site }: { readonly site: SitePage }): ReactNode {
  const t = useFeatureText(sitesText);
  const { language } = useLanguage();
  const last = [...site.checks].sort((a, b) => a.on.localeCompare(b.on)).at(-1);
  return (
    <dl className="site-three">
      <div>
        <dt>{siteFactLabel.claimed[language]}</dt>
        <dd>{siteStateLabel[site.state][language]}</dd>
      </div>
      <div>
        <dt>{siteFactLabel.verified[language]}</dt>
        <dd>{last ? (last.outcome === 'confirmed' ? t.confirmed : t.refuted) : t.unchecked}</dd>
      </div>
      <div>
        <dt>{siteFactLabel.felt[language]}</dt>
        <dd>
          {t.ratings(site.felt.mean, site.felt.count)}
          {site.felt.satisfied !== null && ` · ${t.satisfied} ${percent(site.felt.satisfied)}%`}
        </dd>
      </div>
    </dl>
  );
}

function Facts({ site }: { readonly site: SitePage }): ReactNode {
  const t = useFeatureText(sitesText);
  const { language } = useLanguage();
  const facts = [
    [t.address, `${site.place} ${site.address}`],
    [t.leadUnit, site.leadUnit],
    [t.responsible, site.responsible],
    [t.due, day(site.dueOn, language)],
    [t.share, `${amount(site.share)} ${site.unit}`],
    [t.standard, wide(site.standard) || '—'],
    [t.acceptance, wide(site.acceptance) || '—'],
    [
      t.coordinates,
      site.longitude === null || site.latitude === null
        ? t.noCoordinates
        : `${site.longitude.toFixed(5)}, ${site.latitude.toFixed(5)}`,
    ],
  ] as const;
  return (
    <dl className="site-facts">
      {facts.map(([name, value]) => (
        <FactPair key={name} name={name} value={value} />
      ))}
    </dl>
  );
}

const FactPair = ({ name, value }: { readonly name: string; readonly value: string }): ReactNode => (
  <>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </>
);

function History({ site }: { readonly site: SitePage }): ReactNode {
  const t = useFeatureText(sitesText);
  const { language } = useLanguage();
  return (
    <section className="card" aria-labelledby="history">
      <div className="card-head">
        <h2 id="history">{t.history}</h2>
      </div>
      <div className="card-body">
        {site.events.length + site.checks.length === 0 && <p className="note">{t.historyEmpty}</p>}
        <ol className="site-log">
          {site.events.map(({ number, action, words, amendment, on, by }) => (
            <li key={number}>
              <b>{siteActionLabel[action][language]}</b> · {day(on, language)} · {by}
              {words !== '' && <div>{wide(words)}</div>}
              {amendment !== '' && <div>{wide(amendment)}</div>}
            </li>
          ))}
          {site.checks.map(({ outcome, words, on, by }) => (
            <li key={`${on} ${words}`}>
              <b>{outcome === 'confirmed' ? t.confirmed : t.refuted}</b> · {day(on, language)} · {by}
              <div>{wide(words)}</div>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}

function Upkeep({ site }: { readonly site: SitePage }): ReactNode {
  const t = useFeatureText(sitesText);
  const { language } = useLanguage();
  const { upkeep } = site;
  return (
    <section className="card" aria-labelledby="upkeep">
      <div className="card-head">
        <h2 id="upkeep">{t.upkeep}</h2>
        <span className={site.upkeepState === 'over' || site.upkeepState === 'none' ? 'site-late' : 'note'}>
          {upkeepStateLabel[site.upkeepState][language]}
        </span>
      </div>
      <div className="card-body">
        {upkeep && (
          <p>
            {upkeep.unit}：{wide(upkeep.duty)}（{day(upkeep.startsOn, language)} —{' '}
            {upkeep.endsOn === null ? t.untilEver : day(upkeep.endsOn, language)}）
          </p>
        )}
        {site.mayWrite && <UpkeepForm site={site} />}
      </div>
    </section>
  );
}

function Photos({ site }: { readonly site: SitePage }): ReactNode {
  const t = useFeatureText(sitesText);
  const file = useRef<HTMLInputElement>(null);
  if (site.photos.length === 0 && !site.mayWrite) return null;
  return (
    <section className="card" aria-labelledby="photos">
      <div className="card-head">
        <h2 id="photos">{t.photos}</h2>
        {site.mayWrite && <span className="note">{t.photosHint}</span>}
      </div>
      <div className="card-body">
        <div className="photo-row">
          {site.photos.map(({ id }, at) => (
            <SitePhoto key={id} siteId={site.id} photoId={id} label={t.photo(at + 1)} />
          ))}
        </div>
        {site.mayWrite && (
          <PlainForm
            fields={[]}
            submit={t.addPhoto}
            send={async () => {
              const chosen = file.current?.files?.[0];
              if (!chosen) return file.current?.focus();
              await call('POST /api/sites/:siteId/photos', { params: { siteId: site.id }, body: chosen });
            }}
          >
            <label className="labelled over">
              {t.photos}
              <input ref={file} type="file" accept="image/jpeg,image/png" className="field-input" />
            </label>
          </PlainForm>
        )}
      </div>
    </section>
  );
}

function Page({ site }: { readonly site: SitePage }): ReactNode {
  const t = useFeatureText(sitesText);
  const { language } = useLanguage();
  usePageTitle(site.name);
  return (
    <div className="stack">
      <div>
        <h1>{wide(site.name)}</h1>
        <p className="note">
          <Link to="/commitments/$commitmentId" params={{ commitmentId: site.commitmentId }}>
            {site.projectNumber} {wide(site.project)}
          </Link>{' '}
          ·{' '}
          <Link to="/s/$code" params={{ code: site.code }}>
            {t.publicPage}
          </Link>{' '}
          ·{' '}
          <Link to="/s/$code/sign" params={{ code: site.code }}>
            {t.sign}
          </Link>
        </p>
        {site.signals.map((signal) => (
          <span key={signal} className={signal === 'overdue' ? 'tag site-late' : 'tag warn'}>
            {siteSignalLabel[signal][language]}
          </span>
        ))}
      </div>
      <section className="card">
        <div className="card-body" style={{ paddingTop: 16 }}>
          <Three site={site} />
        </div>
      </section>
      <section className="card" aria-labelledby="about">
        <div className="card-head">
          <h2 id="about">{t.about}</h2>
        </div>
        <div className="card-body">
          <Facts site={site} />
          {site.mayWrite && (
            <details>
              <summary>{t.change}</summary>
              <DescribeForm key={site.detail} site={site} />
            </details>
          )}
        </div>
      </section>
      {site.offers.length > 0 && <MoveForm key={`move ${site.after}`} site={site} />}
      {site.mayVerify && <CheckForm site={site} />}
      <Upkeep site={site} />
      {site.leads.length > 0 && (
        <section className="card" aria-labelledby="leads">
          <div className="card-head">
            <h2 id="leads">{t.leads}</h2>
          </div>
          <ul className="site-log card-body">
            {site.leads.map((lead) => (
              <LeadCard key={`${lead.id} ${lead.after}`} lead={lead} />
            ))}
          </ul>
        </section>
      )}
      <History site={site} />
      <Photos site={site} />
    </div>
  );
}

export default function SiteScreen(): ReactNode {
  const { siteId = '' } = useParams({ strict: false });
  const query = useAsk('GET /api/sites/:siteId', { params: { siteId } });
  return <Answered query={query}>{(site) => <Page site={site} />}</Answered>;
}
