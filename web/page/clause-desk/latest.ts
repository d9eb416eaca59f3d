// Questions that come faster than answers: one is asked at a time, of those waiting only the last, and no answer is taken for
// another question's.
import { useCallback, useEffect, useRef, useState } from 'react';

export interface Latest<Q, A> {
  readonly ask: (question: Q) => void;
  /** The last answer with the question it belongs to; null before the first. */
  readonly found: { readonly question: Q; readonly answer: A } | null;
  /** The last question has no answer yet. */
  readonly pending: boolean;
  readonly failed: unknown;
}

export interface Channel<Q> {
  ask(question: Q): void;
  close(): void;
}

/** Without a screen, so that its promise can be tested. */
export function latestOnly<Q, A>(
  send: (question: Q, signal: AbortSignal) => Promise<A>,
  tell: (found: { question: Q; answer: A } | { question: Q; failed: unknown }, isLast: boolean) => void,
): Channel<Q> {
  let waiting: { readonly question: Q } | null = null;
  let busy = false;
  const ending = new AbortController();
  const next = async (question: Q): Promise<void> => {
    busy = true;
    const found = await send(question, ending.signal).then(
      (answer) => ({ question, answer }),
      (failed: unknown) => ({ question, failed }),
    );
    busy = false;
    if (ending.signal.aborted) return;
    const after = waiting;
    waiting = null;
    tell(found, after === null);
    if (after !== null) void next(after.question);
  };
  return {
    ask: (question) => {
      if (busy) waiting = { question };
      else void next(question);
    },
    close: () => ending.abort(),
  };
}

export function useLatest<Q, A>(send: (question: Q, signal: AbortSignal) => Promise<A>): Latest<Q, A> {
  const [found, setFound] = useState<Latest<Q, A>['found']>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const [pending, setPending] = useState(false);
  const sender = useRef(send);
  sender.current = send;
  const channel = useRef<Channel<Q> | null>(null);
  useEffect(
    () => () => {
      channel.current?.close();
      channel.current = null;
    },
    [],
  );
  const ask = useCallback((question: Q): void => {
    channel.current ??= latestOnly<Q, A>(
      (each, signal) => sender.current(each, signal),
      (told, isLast) => {
        if ('answer' in told) {
          setFound(told);
          setFailed(null);
        } else setFailed(told.failed);
        setPending(!isLast);
      },
    );
    setPending(true);
    channel.current.ask(question);
  }, []);
  return { ask, found, pending, failed };
}
