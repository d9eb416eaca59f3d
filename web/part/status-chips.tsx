// Counts by verdict that are filters at the same time; what is chosen stands in the address.
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { RollUp } from '../api.ts';
import { useWords } from '../ask.ts';
import { useText } from '../text/language.tsx';
import { StatusLabel, statusOrder } from './status.tsx';

export function StatusChips({
  counts,
  total,
}: {
  readonly counts: Partial<RollUp['counts']>;
  readonly total: number;
}): ReactNode {
  const t = useText();
  const chosen = useWords().status;
  const navigate = useNavigate();
  const choose = (status: string | undefined): void =>
    void navigate({
      to: '.',
      search: (before) => ({ ...before, status }),
      replace: true,
      resetScroll: false,
    });
  return (
    <fieldset className="chips">
      <legend className="hidden">{t.filter.status}</legend>
      <button
        type="button"
        className="chip"
        aria-pressed={chosen === undefined}
        onClick={() => choose(undefined)}
      >
        {t.filter.allCount(total)}
      </button>
      {statusOrder.map((status) => {
        const count = counts[status] ?? 0;
        return count > 0 || chosen === status ? (
          <button
            key={status}
            type="button"
            className="chip"
            aria-pressed={chosen === status}
            onClick={() => choose(chosen === status ? undefined : status)}
          >
            <StatusLabel status={status} count={count} />
          </button>
        ) : null;
      })}
    </fieldset>
  );
}
