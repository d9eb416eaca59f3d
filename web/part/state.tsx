// What a screen shows while it waits, when there is nothing, and when something failed: always what to do next.
import type { UseQueryResult } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { Refusal } from '../api.ts';
import { day } from '../text/format.ts';
import { useLanguage, useText } from '../text/language.tsx';

export function Loading({ rows = 6 }: { readonly rows?: number }): ReactNode {
  const t = useText();
  return (
    <div className="skeleton" role="status">
      <span className="hidden">{t.state.loading}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey bars have no identity
        <i key={row} aria-hidden="true" />
      ))}
    </div>
  );
}

export function Empty({
  title,
  hint,
  children,
}: {
  readonly title: string;
  readonly hint?: string;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <div className="blank">
      <h2>{title}</h2>
      {hint !== undefined && <p>{hint}</p>}
      {children}
    </div>
  );
}

/** The words of a failure in the reader's language; an unknown failure says at least that. */
export function useProblemWords(): (cause: unknown) => string {
  const { language, t } = useLanguage();
  return (cause) => (cause instanceof Refusal ? cause.problem.message[language] : t.state.error);
}

const notYetKnown: ReadonlySet<string> = new Set(['plan.none', 'plan.notFound', 'commitment.notFound']);

/** What is asked for may exist, but had not been recorded on the day that is looked back to. */
function NotYetKnown({ knownOn }: { readonly knownOn: string }): ReactNode {
  const { language, t } = useLanguage();
  const navigate = useNavigate();
  return (
    <div className="card">
      <Empty title={t.look.nothing(day(knownOn, language))} hint={t.look.nothingHint}>
        <button
          type="button"
          className="button primary"
          onClick={() => void navigate({ to: '.', search: (before) => ({ ...before, knownOn: undefined }) })}
        >
          {t.look.all}
        </button>
      </Empty>
    </div>
  );
}

export function Failed({ cause, retry }: { readonly cause: unknown; readonly retry: () => void }): ReactNode {
  const t = useText();
  const words = useProblemWords();
  const problem = cause instanceof Refusal ? cause.problem : null;
  const { knownOn } = useSearch({ strict: false });
  if (knownOn !== undefined && problem !== null && notYetKnown.has(problem.code))
    return <NotYetKnown knownOn={knownOn} />;
  if (problem?.code === 'plan.none')
    return (
      <div className="card">
        <Empty title={t.state.noPlan} hint={t.state.noPlanHint}>
          <Link to="/documents" className="button primary">
            {t.overview.upload}
          </Link>
        </Empty>
      </div>
    );
  return (
    <div className="card blank" role="alert">
      <h2>{t.state.error}</h2>
      <p>{words(cause)}</p>
      {problem !== null && problem.requestId !== '' && (
        <p className="note">{t.state.request(problem.requestId)}</p>
      )}
      <button type="button" className="button" onClick={retry}>
        {t.state.retry}
      </button>
    </div>
  );
}

/** An answer, or what stands in its place. */
export function Answered<T>({
  query,
  children,
}: {
  readonly query: UseQueryResult<T>;
  readonly children: (answer: T) => ReactNode;
}): ReactNode {
  if (query.data !== undefined && !query.isError) return children(query.data);
  if (query.isError) return <Failed cause={query.error} retry={() => void query.refetch()} />;
  return <Loading />;
}

export function NotFound(): ReactNode {
  const t = useText();
  usePageTitle(t.state.notFound);
  return (
    <div className="card blank">
      <h1>{t.state.notFound}</h1>
      <p>{t.state.notFoundHint}</p>
      <Link to="/" className="button">
        {t.state.home}
      </Link>
    </div>
  );
}

export function usePageTitle(title: string): void {
  const t = useText();
  useEffect(() => {
    document.title = title === '' ? t.product : `${title} · ${t.product}`;
  }, [title, t]);
}
