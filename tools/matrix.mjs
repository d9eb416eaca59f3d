#!/usr/bin/env node
// `npm run test:matrix`: walks every route for every role and object, and prints how many checks were made and what they found.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'bihuan-matrix-'));

const most = 40;
const list = (what, lines) => {
  if (lines.length === 0) return;
  console.log(`\n${what}: ${lines.length}`);
  for (const line of lines.slice(0, most)) console.log(`  ${line}`);
  if (lines.length > most) console.log(`  … and ${lines.length - most} more`);
};

/** Each half of the walk writes what it found; both must be there. */
function readHalves() {
  const files = ['0.json', '1.json'].map((name) => join(folder, name));
  return files.every(existsSync) ? files.map((file) => JSON.parse(readFileSync(file, 'utf8'))) : null;
}

function print(status) {
  const halves = readHalves();
  if (halves === null) {
    console.log('the matrix was not walked to its end');
    return 1;
  }
  const all = (what) => halves.flatMap((half) => half[what]);
  const [successes, refusals, faults] = [all('successes'), all('refusals'), all('faults')];
  const checks = halves.reduce((sum, half) => sum + half.checks, 0);
  const { routes } = halves[0];
  list('unexpected successes', successes);
  list('unexpected refusals', refusals);
  list('other faults', faults);
  if (successes.length + refusals.length + faults.length > 0 || status !== 0) {
    console.log(`\n${routes} routes, ${checks} checks: the matrix does not hold`);
    return 1;
  }
  console.log(`${routes} routes, ${checks} checks, 0 unexpected successes, 0 unexpected refusals`);
  return 0;
}

try {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const { status } = spawnSync(process.execPath, [vitest, 'run', 'server/http/matrix'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, BIHUAN_MATRIX_SUMMARY: folder },
  });
  process.exitCode = print(status);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
