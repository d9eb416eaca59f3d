#!/usr/bin/env node
// Runs a benchmark by name: `npm run bench -- read`; with --json its figures as one line, the last of standard output.
import { existsSync, readdirSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const moduleOf = (name) => join(here, name, 'bench.mjs');
const names = () =>
  readdirSync(here, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(moduleOf(entry.name)))
    .map((entry) => entry.name);

const [name, ...options] = process.argv.slice(2);
const json = options.includes('--json');

if (name === undefined || !names().includes(name)) {
  console.error(`Which benchmark? ${names().join(', ')}. Example: npm run bench -- read --json`);
  process.exit(2);
}

/** Progress goes to standard error, so that standard output holds the answer alone. */
const say = (line) => console.error(line);

const { measure, print } = await import(pathToFileURL(moduleOf(name)).href);
const figures = await measure({ say, options });
if (json) console.log(JSON.stringify(figures));
else {
  const [cpu] = cpus();
  console.log(
    `${cpu?.model ?? 'unknown processor'} × ${cpus().length}, ${(totalmem() / 2 ** 30).toFixed(0)} GB, Node ${process.version}\n`,
  );
  console.log(print(figures));
}
