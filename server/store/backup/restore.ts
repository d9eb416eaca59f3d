// Restores a backup into an empty database: first read through whole, then filled in one transaction, then compared.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { listMigrations, migrate } from '../migrate.ts';
import { type Connection, poolConfig } from '../open.ts';
import { DamagedBackup, type Head, type Seal } from './format.ts';
import { checkBackup, checkSeal, walkBackup } from './read-backup.ts';
import { quoted } from './tables.ts';
import { countTables } from './take.ts';

/** The migrations a backup was taken at; a backup of a newer version, or of another history, is refused. */
function migrationsOf({ migrations }: Head): ReturnType<typeof listMigrations> {
  const shipped = listMigrations();
  return migrations.map(({ name, sha256 }) => {
    const file = shipped.find((migration) => migration.name === name);
    if (!file)
      throw new Error(
        `备份来自更新的版本（${name}），请用新版本恢复 / DATA_TOO_NEW: the backup is of a newer version (${name}); restore with that version`,
      );
    if (file.sha256 !== sha256) throw new DamagedBackup(`migration ${name} differs`);
    return file;
  });
}

async function refuseUnlessEmpty(client: Client): Promise<void> {
  const { rows } = await client.query<{ full: boolean }>('SELECT EXISTS (SELECT FROM jurisdiction) AS full');
  if (rows[0]?.full)
    throw new Error(
      '目标数据库已有数据，请恢复到空的数据目录 / the database holds data already; restore into an empty data directory',
    );
}

/** @throws DamagedBackup, or Error where the database is not empty; then nothing was written. */
export async function restoreBackup(connection: Connection, file: string): Promise<Seal['sealed']> {
  await checkBackup(file);
  const client = new Client(poolConfig(connection));
  await client.connect();
  try {
    const counts = await walkBackup(file, {
      head: async (head) => {
        await migrate(connection, migrationsOf(head));
        await refuseUnlessEmpty(client);
        await client.query('BEGIN');
      },
      table: async (name, columns, rows) => {
        const into = `COPY ${quoted(name)} (${columns.map(quoted).join(', ')}) FROM STDIN`;
        await pipeline(Readable.from(rows), client.query(copyFrom(into)));
      },
    });
    checkSeal(counts, await countTables(client));
    await client.query('COMMIT');
    await client.query('ANALYZE');
    return counts;
  } finally {
    await client.end();
  }
}
