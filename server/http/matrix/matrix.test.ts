// The route table gives every route its row, and duties that are kept apart stay apart; walk-one and walk-two try it all.
import { describe, expect, it } from 'vitest';
import { reaches } from '../../../core/contract/permission.ts';
import type { Route } from '../../../core/contract/route.ts';
import { routes } from '../../../core/contract/routes.ts';
import { roles } from '../../../core/place/role.ts';
import { tableFaults } from './table.fixture.ts';

const table: Readonly<Record<string, Route>> = routes;

describe('the route table', () => {
  it('gives every route a permission, an object where the permission needs one, and a sample here', () => {
    expect(tableFaults(table)).toEqual([]);
  });
});

/** Said again by hand, because a wrong cell in the table would be believed by the walk above. */
describe('duties that are kept apart', () => {
  const holds = (role: (typeof roles)[number]): string[] =>
    Object.entries(reaches).flatMap(([permission, row]) => (Object.hasOwn(row, role) ? [permission] : []));
  const readsOnly = /\.(read|own|follow)$/;
  it.each([
    ['the public only reads', 'public', readsOnly],
    ['an auditor only reads (GB/T 22239-2019 8.1.4.2: three administrators apart)', 'auditor', readsOnly],
    [
      'an administrator keeps the system and no business',
      'administrator',
      /\.(read|own|follow)$|^(account|organisation|setting|webhook|job)\./,
    ],
    [
      'a deputy reads, comments and votes',
      'deputy',
      /\.(read|own|follow)$|^(ballot|vote|commitment|suggestion)\./,
    ],
    ['an enterprise only claims', 'enterprise', /\.(read|own|follow)$|^(claim|enterprise)\./],
  ] as const)('%s', (_why, role, allowed) => {
    expect(holds(role).filter((permission) => !allowed.test(permission))).toEqual([]);
  });
  it.each([
    ['whoever reports does not verify', 'report.write', 'report.verify'],
    ['whoever answers a notice does not close it', 'notice.answer', 'notice.close'],
    ['whoever claims does not decide', 'claim.make', 'claim.decide'],
    ['whoever manages accounts does not adopt plans', 'account.manage', 'plan.adopt'],
  ] as const)('%s', (_why, one, other) => {
    const both = roles.filter(
      (role) => Object.hasOwn(reaches[one], role) && Object.hasOwn(reaches[other], role),
    );
    expect(both).toEqual([]);
  });
});
