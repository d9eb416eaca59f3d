// The matrix can fail: on a build whose rule for objects always says yes, it must say so, route by route.
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Route } from '../../../core/contract/route.ts';
import { routes } from '../../../core/contract/routes.ts';
import { isList, walksOf } from './table.fixture.ts';
import { nothingWalked, walkRoute } from './walk.fixture.ts';
import { openWorld, type World } from './world.fixture.ts';

vi.mock('../../../core/contract/permission.ts', async (original) => ({
  ...(await original<typeof import('../../../core/contract/permission.ts')>()),
  mayOn: () => true,
}));

const table: Readonly<Record<string, Route>> = routes;
let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** Routes whose own object decides: with the rule gone, a stranger's object is within everybody's reach. */
const guarded = walksOf(table).filter((walk) => walk.param !== null && !isList(walk));

it('has routes to find holes in', () => expect(guarded.length).toBeGreaterThan(0));

it.each(guarded.slice(0, 6).map((walk) => [walk.name, walk] as const))(
  'finds the hole in %s',
  async (_name, walk) => {
    const walked = nothingWalked();
    await walkRoute(world, walk, walked);
    expect(walked.successes.length).toBeGreaterThan(0);
  },
);
