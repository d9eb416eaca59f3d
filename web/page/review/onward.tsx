// Where a document leads beside its items: its budget statements, its identities, and its plan as the package of a district.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Review } from '../../api.ts';
import { useMay } from '../../part/me.tsx';
import { exchangeText } from '../../text/exchange.ts';
import { useFeatureText, useText } from '../../text/language.tsx';

export function Onward({ review }: { readonly review: Review }): ReactNode {
  const t = useText();
  const exchange = useFeatureText(exchangeText);
  const maySend = useMay('exchange.send');
  const { document, items } = review;
  const documentId = document.id;
  const hasBudget = document.kind === 'budgetReport' || items.some(({ family }) => family === 'budget');
  const hasPlan = items.some(({ kind, family }) => kind === 'target' && family !== 'budget');
  return (
    <>
      {hasBudget && (
        <Link to="/budget-review/$documentId" params={{ documentId }} className="button small">
          {t.review.statements}
        </Link>
      )}
      {maySend && hasPlan && (
        <Link to="/exchange/document/$documentId" params={{ documentId }} className="button small">
          {exchange.sendDocument}
        </Link>
      )}
    </>
  );
}
