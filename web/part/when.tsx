// Which plan is shown and on which day it is judged; both stand in the address.
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAsk, useWords } from '../ask.ts';
import { useText } from '../text/language.tsx';
import { DayField } from './day-field.tsx';
import { Pick } from './pick.tsx';

export function WhenBar({
  planId,
  asOf,
  fixedPlan = false,
  children,
}: {
  readonly planId: string;
  readonly asOf: string;
  /** The page belongs to one plan; only the day can be changed. */
  readonly fixedPlan?: boolean;
  readonly children?: ReactNode;
}): ReactNode {
  const t = useText();
  const words = useWords();
  const navigate = useNavigate();
  const plans = useAsk('GET /api/plans', {});
  const choices = (plans.data?.plans ?? []).map((plan) => ({ id: plan.id, label: t.when.year(plan.year) }));
  const go = (next: { plan?: string | undefined; asOf?: string | undefined }): void => {
    void navigate({ to: '.', search: (before) => ({ ...before, ...next }) });
  };
  return (
    <div className="page-tools">
      {!fixedPlan && (
        <Pick
          label={t.when.plan}
          hideLabel
          choices={choices}
          chosen={planId}
          choose={(plan) => go({ plan, asOf: undefined })}
        />
      )}
      <DayField key={asOf} label={t.when.asOf} day={asOf} choose={(next) => go({ asOf: next })} />
      {words.asOf !== undefined && (
        <button type="button" className="link" onClick={() => go({ asOf: undefined })}>
          {t.when.reset}
        </button>
      )}
      {children}
    </div>
  );
}
