// Counts by verdict that are filters at the same time; what is chosen stands in the address.
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { RollUp, Status } from '../api.ts';
import { useWords } from '../ask.ts';
import { useText } from '../text/language.tsx';
import { StatusLabel, statusOrder } from './status.tsx';

export function StatusChips({
  counts = {},
  total,
  only,
}: {
  readonly counts?: Partial<RollUp['counts']>;
  /** How many there are in all, where that is known. */
  readonly total?: number;
  /** Where nobody counted, the verdicts that occur. */
  readonly only?: ReadonlySet<Status>;
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
        {total === undefined ? t.filter.all : t.filter.allCount(total)}
      </button>
      {statusOrder.map((status) => {
        const count = counts[status] ?? 0;
        return count > 0 || only?.has(status) || chosen === status ? (
          <button
            key={status}
            type="button"
            className="chip"
            aria-pressed={chosen === status}
            onClick={() => choose(chosen === status ? undefined : status)}
          >
            {only ? <StatusLabel status={status} /> : <StatusLabel status={status} count={count} />}
          </button>
        ) : null;
      })}
    </fieldset>
  );
}
