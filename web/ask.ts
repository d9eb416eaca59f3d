// Asking the server from a screen: cached answers, and the plan and day that the address names.
import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { type Answer, type Ask, call, type RouteName } from './api.ts';
import { useWaiting } from './part/waiting.ts';
import type { Search } from './router.tsx';

interface More {
  readonly enabled?: boolean;
  /** Asked again after so many milliseconds; 0 for never. */
  readonly every?: number;
  /** Shows nothing rather than the answer to the question before. */
  readonly fresh?: boolean;
  /** Stands beside the page: the page does not wait for it. */
  readonly aside?: boolean;
}

/** What the path names: the same thing under another filter or day, or another thing. */
const thingOf = (ask: unknown): string =>
  JSON.stringify(typeof ask === 'object' && ask !== null && 'params' in ask ? ask.params : {});

/**
 * While a list is filtered anew its old rows stay, and the page says that it waits. What was answered about another thing
 * never stands under this one's address: a press there would act on what is not shown.
 */
export function useAsk<N extends RouteName>(
  name: N,
  ask: Ask<N>,
  more: More = {},
): UseQueryResult<Answer<N>> {
  const query = useQuery({
    queryKey: [name, ask] as const,
    queryFn: ({ signal }) => call(name, ask, signal),
    placeholderData: (answer, before) =>
      more.fresh || thingOf(before?.queryKey[1]) !== thingOf(ask) ? undefined : answer,
    enabled: more.enabled ?? true,
    refetchInterval: more.every === undefined || more.every === 0 ? false : more.every,
    // Otherwise only what was read in this render is listened to: a part that is drawn later, once it is known who is signed
    // in, would never hear of an answer that came before.
    notifyOnChangeProps: 'all',
  });
  useWaiting(query.isPlaceholderData && more.enabled !== false && more.aside !== true);
  return query;
}

interface Sending<N extends RouteName> {
  readonly onSuccess?: (answer: Answer<N>) => void;
  readonly onError?: (cause: unknown) => void;
}

/**
 * Sends a write. Until it is answered, every try carries the same request key, so a retry after a lost connection cannot
 * act twice; afterwards everything that was asked before is asked anew.
 */
export function useSend<N extends RouteName>(
  name: N,
  { onSuccess, onError }: Sending<N> = {},
): UseMutationResult<Answer<N>, unknown, Ask<N>> {
  const client = useQueryClient();
  const key = useRef<{ readonly key: string; readonly content: string } | null>(null);
  return useMutation({
    mutationFn: (ask: Ask<N>) => {
      const content = JSON.stringify(ask);
      if (key.current?.content !== content) key.current = { key: crypto.randomUUID(), content };
      return call(name, ask, undefined, key.current.key);
    },
    onSuccess: async (answer) => {
      key.current = null;
      await client.invalidateQueries();
      onSuccess?.(answer);
    },
    onError: (cause) => onError?.(cause),
  });
}

export const useWords = (): Search => useSearch({ strict: false });

export interface When {
  readonly plan?: string;
  readonly asOf?: string;
  readonly knownOn?: string;
}

/** plan, asOf and knownOn of the address, ready for a query. */
export function useWhen(): When {
  const { plan, asOf, knownOn } = useWords();
  return {
    ...(plan === undefined ? {} : { plan }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(knownOn === undefined ? {} : { knownOn }),
  };
}
