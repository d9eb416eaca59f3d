// Whether the page still shows the answer to the question before: while the next one is under way, the page says that it is busy.
import { useLayoutEffect, useSyncExternalStore } from 'react';

let waiting = 0;
const listeners = new Set<() => void>();

function change(by: number): void {
  waiting += by;
  for (const listen of listeners) listen();
}

function subscribe(listen: () => void): () => void {
  listeners.add(listen);
  return () => listeners.delete(listen);
}

/** Counts one question that is not answered yet, as long as it is so. */
export function useWaiting(isWaiting: boolean): void {
  // Before the browser draws: the new heads over the old rows are never seen without the word that they wait.
  useLayoutEffect(() => {
    if (!isWaiting) return;
    change(1);
    return () => change(-1);
  }, [isWaiting]);
}

export const useIsWaiting = (): boolean => useSyncExternalStore(subscribe, () => waiting > 0);
