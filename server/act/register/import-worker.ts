// Runs in a worker thread of its own: one register file into the database over one connection, then the thread ends.
import { parentPort } from 'node:worker_threads';
import { Client } from 'pg';
import { type Connection, poolConfig } from '../../store/open.ts';
import { type VaultKeys, vaultOf } from '../../store/register/vault.ts';
import { type Counts, type FileTask, isRefusal, type TakenFile, takeFile } from './take-file.ts';

export interface ImportJob {
  readonly task: FileTask;
  /** Of what is personal. */
  readonly keys: VaultKeys;
  /** As the owner of the tables; the work is done as the application, only statistics are renewed as the owner. */
  readonly connection: Connection;
}

export type FromImport =
  | { readonly progress: Counts; readonly share: number; readonly step: string }
  | { readonly done: TakenFile }
  | { readonly refused: string; readonly params: Readonly<Record<string, string>> }
  | { readonly broken: string };

/** Progress is told this often at most. */
const everyMs = 200;

const grown = [
  'enterprise',
  'enterprise_figures',
  'enterprise_contact',
  'enterprise_certificate',
  'enterprise_current',
];

/** Plans made for small tables are bad ones for large. */
async function renewStatistics(connection: Connection): Promise<void> {
  const owner = new Client(poolConfig(connection));
  await owner.connect();
  try {
    await owner.query(`ANALYZE ${grown.join(', ')}`);
  } finally {
    await owner.end();
  }
}

async function run(
  { task, keys, connection }: ImportJob,
  post: (message: FromImport) => void,
): Promise<void> {
  const client = new Client({ ...poolConfig(connection), options: '-c role=bihuan_app' });
  client.on('error', () => {});
  let told = 0;
  try {
    await client.connect();
    const done = await takeFile(client, task, vaultOf(keys), (progress, share, step) => {
      if (step === 'reading' && performance.now() - told < everyMs) return;
      told = performance.now();
      post({ progress, share, step });
    });
    if (done.accepted >= 1_000) await renewStatistics(connection);
    post({ done });
  } catch (error) {
    if (isRefusal(error)) post({ refused: error.code, params: error.params });
    else post({ broken: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  } finally {
    await client.end().catch(() => {});
  }
}

parentPort?.once('message', (job: ImportJob) => run(job, (message) => parentPort?.postMessage(message)));
