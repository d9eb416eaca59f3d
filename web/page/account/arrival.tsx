// Back from the other house: what it said is handed to the server once, then on to where the person came from.
import { useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { call, Refusal } from '../../api.ts';
import { Loading, usePageTitle } from '../../part/state.tsx';
import { administrationText } from '../../text/administration.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';

/** What stood after the ? when the page was loaded; the router has since dropped the words it does not know. */
const said = (): string => {
  const loaded = performance.getEntriesByType('navigation')[0]?.name ?? window.location.href;
  return new URL(loaded).search.slice(1);
};

export default function Arrival(): ReactNode {
  const t = useFeatureText(administrationText);
  const { language } = useLanguage();
  const router = useRouter();
  const client = useQueryClient();
  const asked = useRef(false);
  const [fault, setFault] = useState<Refusal | null>(null);
  usePageTitle(t.arriving);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    call('POST /api/oidc/arrivals', { body: { query: said() } }).then(
      async ({ returnTo }) => {
        await client.resetQueries();
        router.history.replace(returnTo);
      },
      (cause: unknown) => setFault(cause instanceof Refusal ? cause : null),
    );
  }, [client, router]);
  if (fault === null) return <Loading rows={2} />;
  return (
    <div className="card">
      <div className="card-body">
        <h1>{t.arrivedBadly}</h1>
        <p className="alert" role="alert">
          {fault.problem.message[language]}
        </p>
        <p>
          <Link to="/sign-in">{t.backToSignIn}</Link>
        </p>
      </div>
    </div>
  );
}
