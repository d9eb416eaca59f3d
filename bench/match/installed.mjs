// What is compared with, installed beside the benchmark only: none of it is a dependency of the project.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const versions = {
  '@duckdb/node-api': '1.5.6-r.1',
  chdb: '3.4.0',
  'json-rules-engine': '7.3.1',
  '@gorules/zen-engine': '0.54.0',
  publicodes: '1.10.3',
  '@clickhouse/client': '1.23.1',
};

const bench = dirname(dirname(fileURLToPath(import.meta.url)));
const cacheOf = (name) => join(bench, '.cache', name.replace(/\W+/g, '-'));

function install(name, say) {
  const cache = cacheOf(name);
  if (existsSync(join(cache, 'node_modules', name, 'package.json'))) return cache;
  say(`installing ${name} ${versions[name]} for the comparison`);
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'package.json'), '{ "name": "compared", "private": true }\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const quiet = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts', '--silent'];
  execFileSync(npm, ['install', ...quiet, `${name}@${versions[name]}`], {
    cwd: cache,
    stdio: ['ignore', 'ignore', 'ignore'],
    timeout: 240_000,
  });
  return cache;
}

/** The package, or null with the reason said. */
export async function installed(name, say) {
  try {
    const require = createRequire(join(install(name, say), 'package.json'));
    return await import(pathToFileURL(require.resolve(name)).href);
  } catch (error) {
    say(`no ${name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    return null;
  }
}
