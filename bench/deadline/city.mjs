// Starts the built server on a data directory of its own, and puts the reporters, their sessions and their plan into its database.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  accountOf,
  commitmentOf,
  counties,
  grantOf,
  metrics,
  planId,
  planYear,
  sessionOf,
  tokenOf,
} from './reporters.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pg = createRequire(join(root, 'server/package.json'))('pg');

/** Ticks of /proc are hundredths of a second; 0 where there is no /proc. */
function cpuOf(wanted) {
  let ticks = 0;
  for (const name of process.platform === 'linux' ? readdirSync('/proc') : []) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (wanted(Number(name), Number(fields[1]))) ticks += Number(fields[11]) + Number(fields[12]);
    } catch {
      // it ended meanwhile
    }
  }
  return ticks * 10;
}

const postmasterOf = (data) =>
  Number(readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

/** The server as a city runs it: one process, its own PostgreSQL with fsync on, its log into a file. */
export async function startServer(flags = []) {
  const folder = mkdtempSync(join(tmpdir(), 'bihuan-deadline-'));
  chmodSync(folder, 0o755);
  const data = join(folder, 'data');
  const log = openSync(join(folder, 'server.log'), 'w');
  const server = spawn(process.execPath, [...flags, join(root, 'dist/server/main.js')], {
    cwd: root,
    env: { ...process.env, PORT: '0', BIHUAN_DATA: data, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', log],
  });
  let said = '';
  const port = await new Promise((resolve, reject) => {
    server.stdout.on('data', (chunk) => {
      said += chunk;
      const found = /http:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1];
      if (found) resolve(Number(found));
    });
    server.once('exit', (code) =>
      reject(new Error(`the server ended with ${code}; see ${folder}/server.log`)),
    );
  });
  const { withDatabase } = await import(new URL('../../dist/server/store/reach.js', import.meta.url).href);
  return {
    port,
    folder,
    data,
    /** Password of the sample city's accounts. */
    password: readFileSync(join(data, 'demonstration-password'), 'utf8').trim(),
    /** Processor time of the server and of its database until now, in milliseconds; other work hardly lengthens it. */
    cpuMs: () => ({
      server: cpuOf((pid) => pid === server.pid),
      database: cpuOf((_pid, parent) => parent === postmasterOf(data)),
    }),
    /** Work on the database as its owner, beside the server. */
    async query(text, values) {
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
    async stop() {
      server.kill('SIGTERM');
      await once(server, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const range = (count) => Array.from({ length: count }, (_, index) => index);
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

const targetOf = (metric, names) => ({
  ...{ metric, form: 'level', comparator: 'ge', values: ['100000'], unit: '个', direction: 'none' },
  ...{ relative: null, relativeType: null, strive: false, measure: 'stock', goodWay: 'higher', printed: '' },
  ...{
    checkpoints: [],
    allocationMode: 'sum',
    allocations: names.map((place) => ({ place, value: '1000', second: null })),
  },
});

/** Reporters of so many counties and projects; each holds the role of one county. */
export async function populate(server, reporters) {
  const [{ jurisdiction_id: city }] = await server.query('SELECT jurisdiction_id FROM jurisdiction LIMIT 1');
  const places = range(counties).map((at) => [`bench-${String(at).padStart(3, '0')}`, `第${at + 1}县`]);
  await server.query(
    `INSERT INTO place (jurisdiction_id, id, name, name_en, kind, position, tile)
     SELECT $1, id, name, id, 'county', 1000, NULL FROM unnest($2::text[], $3::text[]) AS row(id, name)`,
    [city, places.map(([id]) => id), places.map(([, name]) => name)],
  );
  await server.query(
    `INSERT INTO plan (jurisdiction_id, id, year, title, starts_on, ends_on)
     VALUES ($1, $2, $3, $4, make_date($3, 1, 1), make_date($3, 12, 31))`,
    [city, planId, planYear, `${planYear}`],
  );
  const projects = range(Math.ceil(reporters / counties));
  const targets = JSON.stringify(
    metrics.map((metric) =>
      targetOf(
        metric,
        places.map(([, name]) => name),
      ),
    ),
  );
  await server.query(
    `INSERT INTO commitment (jurisdiction_id, plan_id, id, position, kind, number, title, field, lead_unit, support_units,
                             official, starts_on, due_on, force, targets)
     SELECT $1, $2, id, position, 'livelihood', position::text, '项目' || position, '', '牵头单位' || position, '[]', NULL,
            make_date($5, 1, 1), make_date($5, 12, 31), NULL, $4::jsonb
     FROM unnest($3::uuid[]) WITH ORDINALITY AS row(id, position)`,
    [city, planId, projects.map(commitmentOf), targets, planYear],
  );
  const all = range(reporters);
  const accounts = all.map(accountOf);
  await server.query(
    `INSERT INTO account (jurisdiction_id, id, login, name, mail, is_sample)
     SELECT $1, id, 'bench' || n, '填报员' || n, '', false FROM unnest($2::uuid[]) WITH ORDINALITY AS row(id, n)`,
    [city, accounts],
  );
  await server.query(
    `INSERT INTO role_grant (jurisdiction_id, id, account_id, role, place_id, unit, starts_on, ends_on)
     SELECT $1, id, account_id, 'district', place, NULL, '2020-01-01', NULL
     FROM unnest($2::uuid[], $3::uuid[], $4::text[]) AS row(id, account_id, place)`,
    [city, all.map(grantOf), accounts, all.map((index) => places[index % counties][0])],
  );
  await server.query(
    `INSERT INTO session (jurisdiction_id, token_sha256, id, account_id, means, agent, idle_minutes, expires_at, label)
     SELECT $1, token, id, account_id, 'password', 'bench', 600, now() + interval '1 day', ''
     FROM unnest($2::text[], $3::uuid[], $4::uuid[]) AS row(token, id, account_id)`,
    [city, all.map((index) => sha256(tokenOf(index))), all.map(sessionOf), accounts],
  );
  await server.query(
    `INSERT INTO plan_revision (jurisdiction_id, plan_id, number, act) VALUES ($1, $2, 1, 'decide')`,
    [city, planId],
  );
  await server.query('ANALYZE');
  return city;
}
