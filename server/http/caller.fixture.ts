// Callers for tests of answers: somebody who may do what the city's offices may, without signing in first.
import type { Caller } from '../../core/contract/permission.ts';
import { type Role, roles } from '../../core/place/role.ts';
import { isoDate } from '../../core/quantity/date.ts';
import type { Known, Sessions } from './session.ts';

export const callerOf = (...held: readonly Role[]): Caller => ({
  accountId: null,
  name: '测试',
  grants: held.map((role) => ({ role, place: null, unit: null, from: isoDate('2020-01-01'), to: null })),
  scopes: null,
});

/** Whatever the cookie, everybody is this caller. */
export const everybodyIs = (caller: Caller): Sessions => ({
  find: async (): Promise<Known> => ({ caller, session: null }),
});

export const allRoles = everybodyIs(callerOf(...roles));
