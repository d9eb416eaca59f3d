// The page behind the sign of a site: what it is, who answers, how it stands, and a rating without signing in. Made for a phone.
import './public.css';
import { Link, useParams } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { scores } from '../../../core/observe/rating.ts';
import { scoreLabel, siteFactLabel, siteStateLabel } from '../../../core/vocabulary/site.ts';
import { type Answer, call } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { Answered, usePageTitle, useProblemWords } from '../../part/state.tsx';
import { day, percent, wide } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { sitesText } from '../../text/sites.ts';
import { SitePhoto } from '../site/photo.tsx';
import { browserWord } from './browser-word.ts';

type PublicSite = Answer<'GET /api/public/sites/:code'>;

function Rate({ site, done }: { readonly site: PublicSite; readonly done: () => void }): ReactNode {
  const t = useFeatureText(sitesText);
  const { language } = useLanguage();
  const problemWords = useProblemWords();
  const [score, setScore] = useState(0);
  const [words, setWords] = useState('');
  const [fault, setFault] = useState('');
  const [sent, setSent] = useState<boolean | null>(null);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (score === 0) return setFault(t.pickScore);
    try {
      const body = { score, words, browser: browserWord() };
      const answer = await call('POST /api/public/sites/:code/ratings', {
        params: { code: site.code },
        body,
      });
      setSent(answer.becameLead);
      done();
    } catch (cause) {
      setFault(problemWords(cause));
    }
  };
  if (sent !== null)
    return (
      <p role="status" className="public-thanks">
        {sent ? t.thanksLead : t.thanks}
      </p>
    );
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <p className="note">{t.rateHint}</p>
      <fieldset className="public-scores">
        <legend>{t.score}</legend>
        {scores.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="score"
              value={one}
              checked={score === one}
              onChange={() => setScore(one)}
            />
            <b>{one}</b>
            <span>{scoreLabel[one][language]}</span>
          </label>
        ))}
      </fieldset>
      <div className="labelled over">
        <label htmlFor="wrong">{t.wrong}</label>
        <span id="wrong-hint" className="note">
          {t.wrongHint(site.leadAtMost, site.longestWords)}
        </span>
        <textarea
          id="wrong"
          className="field-input"
          rows={4}
          maxLength={site.longestWords}
          aria-describedby="wrong-hint"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      {fault !== '' && (
        <p className="alert" role="alert">
          {fault}
        </p>
      )}
      <p>
        <button type="submit" className="button primary">
          {t.submit}
        </button>
      </p>
    </form>
  );
}

function Standing({ site }: { readonly site: PublicSite }): ReactNode {
  const t = useFeatureText(sitesText);
  const { language } = useLanguage();
  const checked = site.check && (site.check.outcome === 'confirmed' ? t.confirmed : t.refuted);
  return (
    <dl className="public-facts">
      <dt>{siteFactLabel.claimed[language]}</dt>
      <dd>{siteStateLabel[site.state][language]}</dd>
      <dt>{siteFactLabel.verified[language]}</dt>
      <dd>{site.check ? `${checked}（${day(site.check.on, language)}）` : t.unchecked}</dd>
      <dt>{siteFactLabel.felt[language]}</dt>
      <dd>
        {t.ratings(site.felt.mean, site.felt.count)}
        {site.felt.satisfied !== null && ` · ${t.satisfied} ${percent(site.felt.satisfied)}%`}
      </dd>
      <dt>{t.due}</dt>
      <dd>{day(site.dueOn, language)}</dd>
    </dl>
  );
}

function Page({ site, again }: { readonly site: PublicSite; readonly again: () => void }): ReactNode {
  const t = useFeatureText(sitesText);
  const { language } = useLanguage();
  usePageTitle(site.name);
  return (
    <article className="public-site">
      <p className="note">{t.promise(site.year)}</p>
      <h1>{wide(site.name)}</h1>
      <section className="card" aria-labelledby="about">
        <h2 id="about">{t.about}</h2>
        <p>{wide(site.project)}</p>
        <p>
          {site.place} {site.address}
        </p>
        {site.standard !== '' && (
          <p>
            {t.standard}：{wide(site.standard)}
          </p>
        )}
        {site.photos.length > 0 && (
          <div className="photo-row">
            {site.photos.map((photoId, at) => (
              <SitePhoto key={photoId} siteId={site.siteId} photoId={photoId} label={t.photo(at + 1)} />
            ))}
          </div>
        )}
      </section>
      <section className="card" aria-labelledby="now">
        <h2 id="now">{t.now}</h2>
        <Standing site={site} />
      </section>
      <section className="card" aria-labelledby="who">
        <h2 id="who">{t.whoAnswers}</h2>
        <dl className="public-facts">
          <dt>{t.leadUnit}</dt>
          <dd>{site.leadUnit}</dd>
          <dt>{t.responsible}</dt>
          <dd>{site.responsible}</dd>
          {site.upkeep && (
            <>
              <dt>{t.upkeep}</dt>
              <dd>
                {site.upkeep.unit}：{wide(site.upkeep.duty)}（
                {site.upkeep.endsOn === null ? t.untilEver : day(site.upkeep.endsOn, language)}）
              </dd>
            </>
          )}
        </dl>
      </section>
      <section className="card" aria-labelledby="rate">
        <h2 id="rate">{t.rate}</h2>
        {site.mayRate ? <Rate site={site} done={again} /> : <p>{t.notYet}</p>}
      </section>
      <p>
        <Link to="/livelihood">{t.toTop}</Link>
      </p>
    </article>
  );
}

export default function PublicSiteScreen(): ReactNode {
  const { code = '' } = useParams({ strict: false });
  const query = useAsk('GET /api/public/sites/:code', { params: { code } });
  return (
    <Answered query={query}>{(site) => <Page site={site} again={() => void query.refetch()} />}</Answered>
  );
}
