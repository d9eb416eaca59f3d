// The settings a city may change: PORT, BIHUAN_DATA, DATABASE_URL, BIHUAN_OIDC_SECRET, BIHUAN_INNER_NETWORKS. Everything else has one value.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Network, readNetwork } from './jobs/address.ts';

export interface Config {
  readonly port: number;
  /** Data directory of the built-in database. */
  readonly data: string;
  /** A PostgreSQL to use instead of the built-in one. */
  readonly databaseUrl: string | null;
  /** What the other house of OpenID Connect knows this server by. */
  readonly oidcSecret: string | null;
  /** Networks inside the house that messages may go to; without them only public addresses. */
  readonly innerNetworks: readonly Network[];
  readonly root: string;
  readonly version: string;
}

export const defaultPort = 4870;

/** Folder of the checkout: the nearest one above this file that holds the project's own package.json. */
export function projectRoot(from = dirname(fileURLToPath(import.meta.url))): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file)) {
      const about: unknown = JSON.parse(readFileSync(file, 'utf8'));
      if (typeof about === 'object' && about && 'name' in about && about.name === 'bihuan') return folder;
    }
    if (dirname(folder) === folder) throw new Error('not inside a checkout of bihuan');
  }
}

function readVersion(root: string): string {
  const about: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return typeof about === 'object' && about && 'version' in about ? String(about.version) : '';
}

function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return defaultPort;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 0 && port <= 65_535) return port;
  throw new Error(
    `PORT 应为 0 到 65535 的整数，现为“${text}” / PORT must be a whole number from 0 to 65535, not "${text}"`,
  );
}

function readUrl(text: string | undefined): string | null {
  if (text === undefined || text === '') return null;
  if (/^postgres(ql)?:\/\//.test(text)) return text;
  throw new Error(
    'DATABASE_URL 应以 postgresql:// 开头 / DATABASE_URL must begin with postgresql://', // the value may hold a password
  );
}

function readNetworks(text: string | undefined): readonly Network[] {
  return (text ?? '')
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map((part) => {
      const network = readNetwork(part);
      if (network) return network;
      throw new Error(
        `BIHUAN_INNER_NETWORKS 应为 10.0.0.0/8 这样的网段，以逗号分隔，现有“${part}” / BIHUAN_INNER_NETWORKS must be networks like 10.0.0.0/8, not "${part}"`,
      );
    });
}

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
  readonly root: string;
}

export function readConfig({ env, isRoot, root }: Surroundings): Config {
  const standard = isRoot ? '/var/lib/bihuan' : join(root, '.bihuan');
  return {
    port: readPort(env.PORT),
    data: env.BIHUAN_DATA ? resolve(env.BIHUAN_DATA) : standard,
    databaseUrl: readUrl(env.DATABASE_URL),
    oidcSecret: env.BIHUAN_OIDC_SECRET || null,
    innerNetworks: readNetworks(env.BIHUAN_INNER_NETWORKS),
    root,
    version: readVersion(root),
  };
}

/** Where the server of a data directory notes the heads of its audit log, outside the database. */
export const checkpointFile = ({ data }: Pick<Config, 'data'>): string => join(data, 'audit-checkpoints');

/** What opens the personal columns of the register: in the data directory, never in the database or a backup of it. */
export const personalKeyFile = ({ data }: Pick<Config, 'data'>): string => join(data, 'personal-key');
