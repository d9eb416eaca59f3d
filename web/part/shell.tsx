// The frame of every screen: brand, search, language, navigation with what is late, the page.
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { Kind } from '../api.ts';
import { useAsk, useWhen } from '../ask.ts';
import { statusWord } from '../text/domain.ts';
import { useLanguage } from '../text/language.tsx';
import { Logo } from './icon.tsx';
import { useMe, WhoAmI } from './me.tsx';
import { navigation } from './navigation.ts';
import { Search } from './search.tsx';
import { Unread } from './unread.tsx';
import { useIsWaiting } from './waiting.ts';

function LateCounts({ kind }: { readonly kind: Kind }): ReactNode {
  const { language } = useLanguage();
  const overview = useAsk('GET /api/overview', { query: useWhen() }, { aside: true });
  const tile = overview.data?.tiles.find((one) => one.kind === kind);
  if (!tile) return null;
  return (['overdue', 'behind'] as const).map((status) =>
    tile.counts[status] > 0 ? (
      <span key={status} className="nav-late" title={statusWord(status, language)}>
        <span className="hidden">{statusWord(status, language)}</span> {tile.counts[status]}
      </span>
    ) : null,
  );
}

function Navigation(): ReactNode {
  const { language, t } = useLanguage();
  const me = useMe();
  const nav = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  // on a phone the line of links scrolls; the current one is brought into it
  // biome-ignore lint/correctness/useExhaustiveDependencies: each path has another current link
  useEffect(() => {
    const link = nav.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (nav.current && link) nav.current.scrollLeft = link.offsetLeft - nav.current.offsetLeft - 12;
  }, [path]);
  const mine = navigation.flatMap(({ words, screens }) => {
    const shown = screens.filter(({ needs }) => needs?.some((one) => me?.permissions.includes(one)) ?? true);
    return shown.length === 0 ? [] : [{ words, screens: shown }];
  });
  return (
    <nav className="nav" aria-label={t.nav.label} ref={nav}>
      {mine.map(({ words, screens }) => (
        <Fragment key={words.en}>
          <h2>{words[language]}</h2>
          <ul>
            {screens.map((screen) => (
              <li key={screen.to}>
                <Link to={screen.to} activeOptions={{ exact: screen.to === '/', includeSearch: false }}>
                  {screen.words[language]}
                  {screen.kind && <LateCounts kind={screen.kind} />}
                </Link>
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
    </nav>
  );
}

function Languages(): ReactNode {
  const { language, speak, t } = useLanguage();
  return (
    <fieldset className="languages">
      <legend className="hidden">{t.language}</legend>
      <button type="button" lang="zh-CN" aria-pressed={language === 'zh'} onClick={() => speak('zh')}>
        中文
      </button>
      <button type="button" lang="en" aria-pressed={language === 'en'} onClick={() => speak('en')}>
        EN
      </button>
    </fieldset>
  );
}

/** After a change of page the reader starts at its beginning, not at the link that was pressed. */
function useFocusOnPage(): React.RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    main.current?.focus({ preventScroll: true });
  }, [path]);
  return main;
}

export function Shell(): ReactNode {
  const { language, t } = useLanguage();
  const main = useFocusOnPage();
  const isLeaving = useRouterState({ select: (state) => state.status === 'pending' });
  const isBusy = useIsWaiting() || isLeaving;
  // whoever scans the sign of a site wants that site: no navigation, no search, no sign-in
  const isPublic = useRouterState({ select: (state) => state.location.pathname.startsWith('/s/') });
  return (
    <I18nProvider locale={language === 'zh' ? 'zh-CN' : 'en-US'}>
      <a className="skip" href="#page">
        {t.skip}
      </a>
      <header className="top">
        <Link to="/" className="brand">
          <Logo />
          <b>{t.product}</b>
          <span className="brand-long">{t.productLong}</span>
        </Link>
        <span className="top-gap" />
        {!isPublic && <Search />}
        {!isPublic && <Unread />}
        {!isPublic && <WhoAmI />}
        <Languages />
      </header>
      <div className={isPublic ? 'frame public' : 'frame'}>
        {!isPublic && (
          <div className="side">
            <Navigation />
          </div>
        )}
        <main id="page" className="page" tabIndex={-1} ref={main} aria-busy={isBusy}>
          <Outlet />
          <footer className="foot">{t.foot}</footer>
        </main>
      </div>
    </I18nProvider>
  );
}
