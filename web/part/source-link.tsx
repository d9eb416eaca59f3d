// A number leads to the sentence it comes from: a link into the document at the span.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Source } from '../api.ts';
import { useText } from '../text/language.tsx';

export function SourceLink({
  source,
  children,
  className,
}: {
  readonly source: Source;
  readonly children: ReactNode;
  readonly className?: string;
}): ReactNode {
  const t = useText();
  return (
    <Link
      to="/documents/$documentId"
      params={{ documentId: source.documentId }}
      search={{ at: `${source.start}-${source.end}` }}
      title={`${t.table.openSource(source.documentTitle)}\n${source.quote.slice(0, 160)}`}
      {...(className === undefined ? {} : { className })}
    >
      {children}
    </Link>
  );
}

/** Title and number of the document, as a link. */
export function SourceName({ source }: { readonly source: Source }): ReactNode {
  return (
    <SourceLink source={source}>
      {source.documentTitle}
      {source.documentNumber !== '' && ` ${source.documentNumber}`}
    </SourceLink>
  );
}
