#!/usr/bin/env node
// `npm test`: installs what the tests need, then runs every gate and prints which held. `npm test -- tests types` runs some.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './ensure-browser.mjs';
import { ensurePackages, root } from './ensure-packages.mjs';

const say = (line) => console.error(line);
const program = (path, ...argv) => [process.execPath, join(root, 'node_modules', path), ...argv];

/** In this order: the quick ones first. Each is a command; a gate holds when it exits 0. */
const gates = [
  {
    name: 'format',
    what: 'format and lint (Biome)',
    command: program('@biomejs/biome/bin/biome', 'check', '.'),
  },
  ...['core', 'server', 'web'].map((part) => ({
    name: `types:${part}`,
    what: `types of ${part}`,
    command: program('typescript/bin/tsc', '-p', part),
  })),
  { name: 'unused', what: 'unused code (knip)', command: program('knip/bin/knip.js', '--no-progress') },
  { name: 'build', what: 'build', command: [process.execPath, join(root, 'tools/build.mjs')] },
  {
    name: 'tests',
    what: 'tests on real PostgreSQL, import ladder included',
    command: program('vitest/vitest.mjs', 'run'),
  },
  {
    name: 'generated',
    what: 'generated files unchanged',
    command: [process.execPath, join(root, 'tools/generate.mjs'), '--check'],
  },
  {
    name: 'journeys',
    what: 'journeys in a real browser',
    command: [process.execPath, join(root, 'e2e/run.mjs')],
  },
];

const runGate = ({ command: [file, ...argv] }) =>
  new Promise((resolve) => {
    const child = spawn(file, argv, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });

function print(results) {
  say('');
  for (const { what, outcome, seconds, note } of results) {
    const mark = { held: '✓', failed: '✗', skipped: '–' }[outcome];
    say(
      `${mark} ${what.padEnd(48)} ${outcome.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s${note ? `  ${note}` : ''}`,
    );
  }
  const failed = results.filter(({ outcome }) => outcome === 'failed');
  say(
    failed.length === 0
      ? '\nall gates hold'
      : `\n${failed.length} of ${results.length} gates failed; the first: ${failed[0].what}`,
  );
  return failed.length === 0 ? 0 : 1;
}

async function main() {
  ensurePackages(say);
  const missing = ensureBrowser(say);
  const wanted = process.argv.slice(2);
  const chosen = gates.filter(
    ({ name }) => wanted.length === 0 || wanted.some((word) => name === word || name.startsWith(`${word}:`)),
  );
  if (chosen.length === 0) {
    say(`no such gate; there are: ${gates.map(({ name }) => name).join(', ')}`);
    return 2;
  }
  const results = [];
  for (const gate of chosen) {
    const began = Date.now();
    const done = (outcome, note = '') =>
      results.push({ what: gate.what, outcome, note, seconds: (Date.now() - began) / 1000 });
    say(`\n── ${gate.what}`);
    if (gate.name === 'journeys' && !existsSync(join(root, 'e2e/run.mjs'))) done('skipped', 'no e2e/run.mjs');
    else if (gate.name === 'journeys' && missing) done('failed', missing);
    else done((await runGate(gate)) ? 'held' : 'failed');
  }
  return print(results);
}

try {
  process.exitCode = await main();
} catch (error) {
  say(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
