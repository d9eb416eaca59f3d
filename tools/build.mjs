#!/usr/bin/env node
// Builds what runs: core and server TypeScript into dist/, the web into dist/web. Does nothing when nothing changed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');
const require = createRequire(import.meta.url);

const skippedFolders = new Set(['node_modules', 'dist', '.git', '.cache']);
const isTest = (name) => /\.(test|fixture)\.tsx?$/.test(name);

/** Every file under a folder of the project, as paths from its root. */
function filesUnder(folder, keep) {
  const found = [];
  const visit = (at) => {
    for (const entry of readdirSync(join(root, at), { withFileTypes: true })) {
      const path = `${at}/${entry.name}`;
      if (entry.isDirectory() && !skippedFolders.has(entry.name)) visit(path);
      else if (entry.isFile() && keep(entry.name)) found.push(path);
    }
  };
  if (existsSync(join(root, folder))) visit(folder);
  return found;
}

const isAsset = (name) =>
  /\.(sql|json|ttf|txt|tsv)$/.test(name) && !/^(package|tsconfig.*)\.json$/.test(name);
const sourcesOf = {
  server: () =>
    ['core', 'server'].flatMap((folder) =>
      filesUnder(
        folder,
        (name) => !isTest(name) && (name.endsWith('.ts') || name.endsWith('.json') || isAsset(name)),
      ),
    ),
  web: () =>
    ['core', 'web'].flatMap((folder) =>
      filesUnder(folder, (name) => !isTest(name) && !name.endsWith('.sql')),
    ),
};

/** Changes when a source is added, removed, resized or touched; a newer compiler or lockfile counts as well. */
function fingerprint(target) {
  const hash = createHash('sha1').update(process.version);
  const more = ['package-lock.json', 'tsconfig.base.json', 'tools/build.mjs'].filter((f) =>
    existsSync(join(root, f)),
  );
  for (const file of [...sourcesOf[target](), ...more].sort()) {
    const { size, mtimeMs } = statSync(join(root, file), { throwIfNoEntry: false }) ?? {
      size: 0,
      mtimeMs: 0,
    };
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

const stampOf = (target) => join(dist, `.stamp-${target}`);
const readIfThere = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** True when dist/ already holds what the sources say. */
export function isFresh(target) {
  return readIfThere(stampOf(target)) === fingerprint(target);
}

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** One build at a time for the whole machine; the lock of a process that died is taken over. */
async function withLock(work) {
  const lock = join(dist, '.lock');
  mkdirSync(dist, { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const holder = Number(readIfThere(lock));
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (holder > 0 ? !isAlive(holder) : age > 5_000) rmSync(lock, { force: true });
      else await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Runs a program and gives its output back when it fails. */
function run(argv, label) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, argv, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(output) : reject(new Error(`${label} failed\n${output.trim()}`)),
    );
  });
}

/** Moves freshly emitted files over the old ones one by one (each move is atomic), then drops what is left over. */
function putInPlace(temporary) {
  for (const folder of ['core', 'server']) {
    const target = join(dist, folder);
    const wanted = new Set();
    const move = (from, to) => {
      mkdirSync(to, { recursive: true });
      for (const entry of readdirSync(from, { withFileTypes: true })) {
        const [source, destination] = [join(from, entry.name), join(to, entry.name)];
        if (entry.isDirectory()) move(source, destination);
        else {
          wanted.add(relative(target, destination));
          renameSync(source, destination);
        }
      }
    };
    if (!existsSync(join(temporary, folder))) continue;
    move(join(temporary, folder), target);
    for (const old of readdirSync(target, { recursive: true, withFileTypes: true })) {
      const path = join(old.parentPath, old.name);
      if (old.isFile() && !wanted.has(relative(target, path))) rmSync(path);
    }
  }
}

async function buildServer() {
  const temporary = join(dist, `.server-${process.pid}`);
  rmSync(temporary, { recursive: true, force: true });
  try {
    const compiler = join(dirname(require.resolve('typescript/package.json')), 'bin/tsc');
    await run([compiler, '-p', 'server/tsconfig.build.json', '--outDir', temporary], 'tsc');
    for (const file of ['core', 'server'].flatMap((folder) => filesUnder(folder, isAsset))) {
      await mkdir(dirname(join(temporary, file)), { recursive: true });
      await copyFile(join(root, file), join(temporary, file));
    }
    putInPlace(temporary);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

async function buildWeb() {
  const temporary = join(dist, `.web-${process.pid}`);
  const previous = join(dist, `.web-old-${process.pid}`);
  try {
    const vite = join(dirname(require.resolve('vite/package.json')), 'bin/vite.js');
    await run(
      [vite, 'build', 'web', '--outDir', temporary, '--emptyOutDir', '--logLevel', 'warn'],
      'vite build',
    );
    if (existsSync(join(dist, 'web'))) renameSync(join(dist, 'web'), previous);
    renameSync(temporary, join(dist, 'web'));
  } finally {
    for (const folder of [temporary, previous]) rmSync(folder, { recursive: true, force: true });
  }
}

const builders = { server: buildServer, web: buildWeb };
const isThere = {
  server: () => true,
  web: () => existsSync(join(root, 'web/vite.config.ts')),
};

/** Builds 'server', 'web' or 'all' if stale; `say` hears about it only when there is work. Returns what was built. */
export async function build(which = 'all', say = () => {}) {
  const stale = () =>
    (which === 'all' ? ['server', 'web'] : [which]).filter((t) => isThere[t]() && !isFresh(t));
  if (stale().length === 0) return [];
  return withLock(async () => {
    const todo = stale(); // another process may have built it while we waited
    for (const target of todo) {
      const [before, began] = [fingerprint(target), Date.now()];
      say(`building ${target} …`);
      await builders[target]();
      writeFileSync(stampOf(target), before);
      say(`built ${target} in ${((Date.now() - began) / 1000).toFixed(1)} s`);
    }
    return todo;
  });
}

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) {
  const which = process.argv[2] ?? 'all';
  if (!['server', 'web', 'all'].includes(which)) {
    console.error('usage: node tools/build.mjs [server|web|all]');
    process.exit(2);
  }
  try {
    const built = await build(which, (line) => console.error(line));
    if (built.length === 0) console.error('up to date');
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
