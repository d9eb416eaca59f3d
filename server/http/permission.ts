// Who may do what. There are no accounts yet: whoever reaches 127.0.0.1 holds the one local role.
import type { Permission } from '../../core/contract/route.ts';

/** Every permission must be listed, so that a new one is granted on purpose. */
const localRole: Readonly<Record<Permission, boolean>> = {
  'plan.read': true,
  'plan.adopt': true,
  'plan.amend': true,
  'document.read': true,
  'document.add': true,
  'system.read': true,
};

export const isAllowed = (permission: Permission | 'public'): boolean =>
  permission === 'public' || localRole[permission];
