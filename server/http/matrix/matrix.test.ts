// Every route × every role × every relation to the object, on a real database and the real application; nothing gets through
// that should not, nothing is refused that should not be, and a refused request changes nothing.
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reaches } from '../../../core/contract/permission.ts';
import type { Route } from '../../../core/contract/route.ts';
import { routes } from '../../../core/contract/routes.ts';
import { roles } from '../../../core/place/role.ts';
import { walkFields } from './fields.fixture.ts';
import { isList, tableFaults, walksOf } from './table.fixture.ts';
import { nothingWalked, walkList, walkRoute } from './walk.fixture.ts';
import { openWorld, type World } from './world.fixture.ts';

const table: Readonly<Record<string, Route>> = routes;
const total = nothingWalked();
let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  await world.close();
  const file = process.env.BIHUAN_MATRIX_SUMMARY;
  if (file === undefined) return;
  const { checks, successes, refusals, faults } = total;
  const counts = { routes: Object.keys(table).length, checks };
  writeFileSync(
    file,
    JSON.stringify({ ...counts, successes, refusals, faults: [...tableFaults(table), ...faults] }),
  );
});

describe('the route table', () => {
  it('gives every route a permission, an object where the permission needs one, and a sample here', () => {
    expect(tableFaults(table)).toEqual([]);
  });
});

describe('every caller × every object', () => {
  it.each(walksOf(table).map((walk) => [walk.name, walk] as const))(
    '%s',
    { timeout: 300_000 },
    async (_name, walk) => {
      const walked = nothingWalked();
      if (isList(walk)) await walkList(world, walk, walked);
      else await walkRoute(world, walk, walked);
      if (walk.route.body && walk.route.body !== 'bytes') await walkFields(world, walk, walked);
      total.checks += walked.checks;
      total.successes.push(...walked.successes);
      total.refusals.push(...walked.refusals);
      total.faults.push(...walked.faults);
      const { successes, refusals, faults } = walked;
      expect({ successes, refusals, faults }).toEqual({ successes: [], refusals: [], faults: [] });
    },
  );
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
