// Which list holds a kind of commitment: three kinds have a screen of their own, the rest share the list of tasks.
import type { Kind } from '../api.ts';
import type { Search } from '../router.tsx';

interface Address {
  readonly to: '/indicators' | '/tasks' | '/livelihood';
  readonly search: Search;
}

export function listOf(kind: Kind): Address {
  if (kind === 'indicator') return { to: '/indicators', search: {} };
  if (kind === 'livelihood') return { to: '/livelihood', search: {} };
  if (kind === 'task') return { to: '/tasks', search: {} };
  return { to: '/tasks', search: { kind } };
}
