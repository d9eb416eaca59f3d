#!/usr/bin/env node
// `npm start`: from a fresh clone to a running server. Installs and builds what is missing, then serves until stopped.
import { ensurePackages } from './ensure-packages.mjs';

const say = (line) => console.error(line);

try {
  ensurePackages(say);
  const { build } = await import('./build.mjs');
  await build('all', say);
  const { serve } = await import('../dist/server/main.js');
  await serve();
} catch (error) {
  // An expected obstacle (port taken, directory in use) has its remedy in the message; the stack would hide it.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
