// Head of a list: its name, the plan, the day that is judged.
import type { ReactNode } from 'react';
import type { CommitmentList } from '../api.ts';
import { day, percent } from '../text/format.ts';
import { useLanguage } from '../text/language.tsx';
import { WhenBar } from './when.tsx';

export function ListHead({
  title,
  list,
}: {
  readonly title: string;
  readonly list: Pick<CommitmentList, 'plan' | 'asOf' | 'elapsedShare'>;
}): ReactNode {
  const { language, t } = useLanguage();
  const { plan, asOf, elapsedShare } = list;
  const until = plan.dataUntil === null ? t.when.noData : t.when.dataUntil(day(plan.dataUntil, language));
  return (
    <div className="page-head">
      <div>
        <h1>{title}</h1>
        <p>{[t.when.year(plan.year), t.when.elapsed(percent(elapsedShare)), until].join(' · ')}</p>
      </div>
      <WhenBar planId={plan.id} asOf={asOf} />
    </div>
  );
}
