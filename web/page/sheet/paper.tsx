// The frame of every sheet: a page of A4 on the screen, a line of tools that paper does not show, a cover line that says what was printed.
import './sheet.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Search } from '../../router.tsx';
import { useFeatureText } from '../../text/language.tsx';
import { sheetText } from '../../text/sheet.ts';

export function Paper({
  title,
  lead,
  back,
  tools,
  wide = false,
  children,
}: {
  readonly title: string;
  readonly lead: string;
  readonly back: { readonly to: string; readonly search: Search };
  readonly tools?: ReactNode;
  /** Landscape: a list with many columns. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const t = useFeatureText(sheetText);
  return (
    <>
      <div className="page-tools sheet-tools">
        <Link to={back.to} search={back.search} className="button">
          {t.back}
        </Link>
        {tools}
        <button type="button" className="button primary" onClick={() => print()}>
          {t.print}
        </button>
        <span className="note">{t.hint}</span>
      </div>
      <article className={wide ? 'a4 a4-wide' : 'a4'}>
        <header className="sheet-head">
          <h1>{title}</h1>
          <p>{lead}</p>
        </header>
        {children}
      </article>
    </>
  );
}

/** A table without its filters says something else than it seems to: they stand above it, with the day and the number of rows. */
export function Cover({ facts }: { readonly facts: readonly (readonly [string, string])[] }): ReactNode {
  const t = useFeatureText(sheetText);
  return (
    <dl className="sheet-cover" aria-label={t.cover}>
      {facts.map(([name, words]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
