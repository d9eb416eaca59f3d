// Head of a list: its name, the plan, the day that is judged, and the same list on paper.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CommitmentList, Kind } from '../api.ts';
import { useWords } from '../ask.ts';
import { day, percent } from '../text/format.ts';
import { useFeatureText, useLanguage } from '../text/language.tsx';
import { sheetText } from '../text/sheet.ts';
import { WhenBar } from './when.tsx';

export function ListHead({
  title,
  list,
  kind,
}: {
  readonly title: string;
  readonly list: Pick<CommitmentList, 'plan' | 'asOf' | 'elapsedShare'>;
  /** What is printed; without it, promises of every kind. */
  readonly kind: Kind | undefined;
}): ReactNode {
  const { language, t } = useLanguage();
  const s = useFeatureText(sheetText);
  const words = useWords();
  const { plan, asOf, elapsedShare } = list;
  const until = plan.dataUntil === null ? t.when.noData : t.when.dataUntil(day(plan.dataUntil, language));
  return (
    <div className="page-head">
      <div>
        <h1>{title}</h1>
        <p>{[t.when.year(plan.year), t.when.elapsed(percent(elapsedShare)), until].join(' · ')}</p>
      </div>
      <WhenBar planId={plan.id} asOf={asOf}>
        <Link to="/sheet/list" search={{ ...words, kind }} className="button">
          {s.print}
        </Link>
      </WhenBar>
    </div>
  );
}
