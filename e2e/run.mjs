#!/usr/bin/env node
// Journeys through the built product in a real browser: one line each, pictures in e2e/pictures, exit 1 when one fails.
// `node e2e/run.mjs [name …]` runs some; BIHUAN_AT=http://… and BIHUAN_PASSWORD=… run them against a
// server that is already there.
import { mkdirSync } from 'node:fs';
import { openBrowser } from './browser.mjs';
import { journeys } from './journeys/all.mjs';
import { pictures, startServer } from './server.mjs';

const say = (line) => console.log(line);

async function runOne(journey, world) {
  const began = Date.now();
  const seconds = () => `${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s`;
  try {
    const note = await journey.run(world);
    say(`✓ ${journey.name.padEnd(14)} ${seconds()}  ${note ?? ''}`);
    return true;
  } catch (error) {
    say(`✗ ${journey.name.padEnd(14)} ${seconds()}  ${error instanceof Error ? error.message : error}`);
    await world.browser.picture(`failed-${journey.name}`);
    return false;
  } finally {
    await world.browser.closePages();
  }
}

async function main() {
  mkdirSync(pictures, { recursive: true });
  const wanted = process.argv.slice(2);
  const chosen = journeys.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  if (chosen.length === 0) {
    say(`no such journey; there are: ${journeys.map(({ name }) => name).join(', ')}`);
    return 2;
  }
  const server = await startServer(process.env.BIHUAN_AT);
  const browser = await openBrowser(server.address);
  let failed = 0;
  try {
    for (const journey of chosen) if (!(await runOne(journey, { browser, server }))) failed += 1;
  } finally {
    await browser.close();
    await server.stop();
  }
  say(
    failed === 0 ? `${chosen.length} journeys, all arrived` : `${failed} of ${chosen.length} journeys failed`,
  );
  return failed === 0 ? 0 : 1;
}

process.exitCode = await main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});
