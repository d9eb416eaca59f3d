#!/usr/bin/env node
// Journeys through the built product in a real browser, in two lanes at once: one line each, pictures in e2e/pictures, exit 1 when one fails.
// `node e2e/run.mjs [name …]` runs some; BIHUAN_AT=http://… and BIHUAN_PASSWORD=… run them against a
// server that is already there; BIHUAN_SLOW=1500 delays every answer by up to so many milliseconds.
import { mkdirSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { openBrowser } from './browser.mjs';
import { lanes as allLanes } from './journeys/all.mjs';
import { pictures, startServer } from './server.mjs';

const say = (line) => console.log(line);

/** The lines of the journey that were under way, without the path of this machine. */
const stepsOf = (error) =>
  [...(error?.stack ?? '').matchAll(/at (?:async )?(?:(\S+) \()?\S*\/(e2e\/[^)\s]+)/g)].map(
    ([, name, place]) => `at ${place}${name ? ` (${name})` : ''}`,
  );

async function runOne(journey, world) {
  const began = Date.now();
  const seconds = () => `${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s`;
  try {
    const note = await journey.run(world);
    say(`✓ ${journey.name.padEnd(14)} ${seconds()}  ${note ?? ''}`);
    return true;
  } catch (error) {
    const words = stripVTControlCharacters(`${error instanceof Error ? error.message : error}`);
    say(`✗ ${journey.name.padEnd(14)} ${seconds()}  ${words}`);
    say([...stepsOf(error), ...(await world.browser.says())].map((line) => `    ${line}`).join('\n'));
    await world.browser.picture(`failed-${journey.name}`);
    return false;
  } finally {
    await world.browser.closePages();
  }
}

/** One server and one browser of its own: what the journeys of the other lane change is not seen here. */
async function runLane(lane) {
  const server = await startServer(process.env.BIHUAN_AT);
  const browser = await openBrowser(server.address);
  let failed = 0;
  try {
    for (const journey of lane) if (!(await runOne(journey, { browser, server }))) failed += 1;
  } finally {
    await browser.close();
    await server.stop();
  }
  return failed;
}

async function main() {
  mkdirSync(pictures, { recursive: true });
  const wanted = process.argv.slice(2);
  const chosen = (lane) => lane.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  const lanes = process.env.BIHUAN_AT === undefined ? allLanes : [allLanes.flat()];
  const journeys = lanes.map(chosen).filter((lane) => lane.length > 0);
  const count = journeys.flat().length;
  if (count === 0) {
    const names = allLanes.flat().map(({ name }) => name);
    say(`no such journey; there are: ${names.join(', ')}`);
    return 2;
  }
  const failed = (await Promise.all(journeys.map(runLane))).reduce((sum, some) => sum + some, 0);
  say(failed === 0 ? `${count} journeys, all arrived` : `${failed} of ${count} journeys failed`);
  return failed === 0 ? 0 : 1;
}

process.exitCode = await main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});
