// Sending the decisions, and what changed in the plan because of them; nothing typed is lost when sending fails.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useId, useRef, useState } from 'react';
import { type Answer, call, Refusal, type Review } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { useProblemWords } from '../../part/state.tsx';
import { wide } from '../../text/format.ts';
import { useText } from '../../text/language.tsx';
import type { Desk } from './desk.ts';
import { isPlanYear, refusedAt, sentOf } from './draft.ts';

export type Outcome = Answer<'POST /api/documents/:documentId/decisions'> & {
  /** Commitments of that year's plan before the decisions were sent; null where there was no plan. */
  readonly before: number | null;
};

export function useSend(review: Review, desk: Desk) {
  const client = useQueryClient();
  const documentId = review.document.id;
  return useMutation({
    mutationFn: async (): Promise<Outcome> => {
      const { plans } = await call('GET /api/plans', {});
      const sent = await call('POST /api/documents/:documentId/decisions', {
        params: { documentId },
        body: { planYear: desk.draft.year, decisions: [...sentOf(desk.choices)] },
      });
      return { ...sent, before: plans.find((plan) => plan.year === desk.draft.year)?.commitments ?? null };
    },
    onSuccess: () => {
      desk.move({ do: 'sent' });
      void client.invalidateQueries();
    },
  });
}

export function SendBar({
  desk,
  send,
}: {
  readonly desk: Desk;
  readonly send: ReturnType<typeof useSend>;
}): ReactNode {
  const t = useText();
  const words = useProblemWords();
  const count = desk.choices.size;
  const id = useId();
  const year = useRef<HTMLInputElement>(null);
  const [noYear, setNoYear] = useState(false);
  const { error } = send;
  const refused =
    error instanceof Refusal
      ? refusedAt(
          desk.choices,
          error.problem.params,
          error.problem.fields.map(({ path }) => path),
        )
      : null;
  const submit = (): void => {
    const wrong = !isPlanYear(desk.draft.year);
    setNoYear(wrong);
    if (wrong) year.current?.focus();
    else send.mutate();
  };
  return (
    <div className="send-bar">
      {send.isError && (
        <div className="alert" role="alert">
          {words(error)}
          {refused !== null && (
            <button
              type="button"
              className="link"
              onClick={() => {
                desk.select(refused.itemId);
                desk.move({ do: 'type', typing: refused });
              }}
            >
              {t.merge.goTo}
            </button>
          )}
        </div>
      )}
      {noYear && (
        <p id={id} className="field-fault" role="alert">
          {t.year.yearRange}
        </p>
      )}
      <div className="filter-line">
        <label className="labelled">
          {t.review.year}
          <input
            ref={year}
            aria-invalid={noYear}
            aria-describedby={noYear ? id : undefined}
            className="field-input year"
            type="number"
            min={1949}
            max={2100}
            value={desk.draft.year}
            aria-label={t.review.yearLabel}
            onChange={(event) => {
              setNoYear(false);
              desk.move({ do: 'year', year: Number(event.target.value) });
            }}
          />
        </label>
        <button
          type="button"
          className="button"
          disabled={desk.draft.steps.length === 0}
          onClick={() => desk.move({ do: 'undo' })}
        >
          {t.review.undo} <kbd>U</kbd>
        </button>
        <button
          type="button"
          className="button primary end"
          disabled={count === 0 || send.isPending}
          onClick={submit}
        >
          {send.isPending ? t.review.sending : t.review.send(count)}
        </button>
      </div>
      <p className="note">{count === 0 ? t.review.nothing : t.review.kept}</p>
    </div>
  );
}

export function Changed({
  outcome,
  review,
}: {
  readonly outcome: Outcome;
  readonly review: Review;
}): ReactNode {
  const t = useText();
  const plans = useAsk('GET /api/plans', {});
  const plan = plans.data?.plans.find((one) => one.id === outcome.planId);
  const titles = new Map(review.items.map((item) => [item.id, item.title]));
  const results = (['adopted', 'merged', 'rejected', 'observations'] as const).filter(
    (name) => outcome[name] > 0,
  );
  const linked = outcome.commitments.filter((one) => one.commitmentId !== null).slice(0, 6);
  return (
    <div className="alert good changed" role="status">
      <h2>{t.review.sentTitle}</h2>
      <p>
        {results.map((name) => `${t.review.result[name]} ${outcome[name]}`).join(' · ')}
        {plan && (
          <>
            {' · '}
            {t.when.year(plan.year)} {t.review.commitments} {outcome.before ?? 0} → {plan.commitments}
          </>
        )}
      </p>
      <ul>
        {linked.map((one) => (
          <li key={one.itemId} className="cut">
            <Link to="/commitments/$commitmentId" params={{ commitmentId: one.commitmentId ?? '' }}>
              {wide(titles.get(one.itemId) ?? t.review.openCommitment)}
            </Link>
          </li>
        ))}
      </ul>
      <p>
        <Link to="/" search={{ plan: outcome.planId, asOf: undefined }} className="button">
          {t.review.openOverview}
        </Link>
      </p>
    </div>
  );
}
