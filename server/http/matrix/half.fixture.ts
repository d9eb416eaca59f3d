// Every route of one half × every role × every relation to the object, on a real database and the real application; nothing gets
// through that should not, nothing is refused that should not be, and a refused request changes nothing.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Route } from '../../../core/contract/route.ts';
import { routes } from '../../../core/contract/routes.ts';
import { walkFields } from './fields.fixture.ts';
import { isList, walksOf } from './table.fixture.ts';
import { nothingWalked, walkList, walkRoute } from './walk.fixture.ts';
import { openWorld, type World } from './world.fixture.ts';

const table: Readonly<Record<string, Route>> = routes;
/** The walk is the longest of all tests; each half has a file and a database of its own, so that two cores share it. */
const halves = 2;

export function walkHalf(half: 0 | 1): void {
  const total = nothingWalked();
  const walks = walksOf(table).filter((_walk, at) => at % halves === half);
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(async () => {
    await world.close();
    const folder = process.env.BIHUAN_MATRIX_SUMMARY;
    if (folder === undefined) return;
    const summary = { ...total, walked: walks.length, routes: Object.keys(table).length };
    writeFileSync(join(folder, `${half}.json`), JSON.stringify(summary));
  });

  describe('every caller × every object', () => {
    it.each(walks.map((walk) => [walk.name, walk] as const))(
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
}
