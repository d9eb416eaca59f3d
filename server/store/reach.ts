// Reaches the database of a data directory for one piece of work: the running one beside its server, or one started for it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCluster } from './cluster/cluster.ts';
import { runsWith } from './cluster/process.ts';
import { createDatabase, databaseName, type Where } from './connect.ts';
import type { Connection } from './open.ts';

/** What PostgreSQL writes about itself: its pid first, its port fourth, the folder of its socket fifth. */
function runningIn(data: string): Connection | null {
  const cluster = join(data, 'postgres');
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const [pid = '', , , port = '', folder = ''] = readFileSync(file, 'utf8').split('\n');
  if (!runsWith(Number(pid), ['postgres', cluster])) return null;
  return { host: folder, port: Number(port), user: 'bihuan', database: databaseName };
}

/** Does the work on the database as the owner of its tables; a new data directory gets an empty database. */
export async function withDatabase<T>(
  { data, databaseUrl }: Where,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  if (databaseUrl) return work({ url: databaseUrl });
  const running = runningIn(data);
  if (running) return work(running);
  const cluster = await openCluster({ data, log: () => {} });
  try {
    await createDatabase({ ...cluster.connection, database: 'postgres' });
    return await work({ ...cluster.connection, database: databaseName });
  } finally {
    await cluster.stop();
  }
}
