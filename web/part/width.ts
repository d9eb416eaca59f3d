// How wide things are right now: a drawing that fits its place, a page that knows it is on a phone.
import { type RefObject, useEffect, useRef, useState, useSyncExternalStore } from 'react';

export function useWidth<E extends Element>(first: number): readonly [RefObject<E | null>, number] {
  const place = useRef<E>(null);
  const [width, setWidth] = useState(first);
  useEffect(() => {
    if (!place.current) return;
    const watcher = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width));
    });
    watcher.observe(place.current);
    return () => watcher.disconnect();
  }, []);
  return [place, width];
}

const phone = '(max-width: 760px)';

export const usePhone = (): boolean =>
  useSyncExternalStore(
    (tell) => {
      const query = matchMedia(phone);
      query.addEventListener('change', tell);
      return () => query.removeEventListener('change', tell);
    },
    () => matchMedia(phone).matches,
  );
