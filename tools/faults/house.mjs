// The server under fault: started from a build on one data directory, killed without warning, started again.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = new URL('../../', import.meta.url).pathname;
const pg = createRequire(join(root, 'server/package.json'))('pg');

/** `dist` is the folder of the build, so that a broken build can be tried beside the real one. */
export function openHouse(dist) {
  const folder = mkdtempSync(join(tmpdir(), 'bihuan-faults-'));
  chmodSync(folder, 0o755); // the account that runs PostgreSQL must be able to enter
  const data = join(folder, 'data');
  const log = openSync(join(folder, 'server.log'), 'a');
  let server = null;

  const start = async () => {
    const env = {
      ...process.env,
      ...{ PORT: '0', BIHUAN_DATA: data, BIHUAN_INNER_NETWORKS: '127.0.0.0/8', NODE_ENV: 'production' },
      // A start takes less of the machine: the trial is of deaths, not of reading programs.
      NODE_COMPILE_CACHE: join(folder, 'compiled'),
    };
    delete env.DATABASE_URL;
    server = spawn(process.execPath, [join(dist, 'server/main.js')], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', log],
    });
    let said = '';
    return new Promise((resolve, reject) => {
      server.stdout.on('data', (chunk) => {
        said += chunk;
        const found = /http:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1];
        if (found) resolve(Number(found));
      });
      server.once('exit', (code) =>
        reject(
          new Error(
            `the server ended with ${code}: ${readFileSync(join(folder, 'server.log'), 'utf8').slice(-2000)}`,
          ),
        ),
      );
    });
  };
  const ended = () =>
    server.exitCode === null && server.signalCode === null ? once(server, 'exit') : undefined;
  return {
    data,
    start,
    /** kill -9 of the server; with `database`, of its PostgreSQL in the same moment. */
    async kill({ database }) {
      const postmaster = Number(readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
      const gone = ended();
      server.kill('SIGKILL');
      if (database) process.kill(postmaster, 'SIGKILL');
      await gone;
    },
    async stop() {
      const gone = ended();
      server.kill('SIGTERM');
      await gone;
    },
    /** Work on the database as its owner, beside the server. */
    async query(text, values) {
      const { withDatabase } = await import(join(root, 'dist/server/store/reach.js'));
      return withDatabase({ data, databaseUrl: null }, async (connection) => {
        const client = new pg.Client(connection);
        await client.connect();
        try {
          return (await client.query(text, values)).rows;
        } finally {
          await client.end();
        }
      });
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
