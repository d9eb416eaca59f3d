#!/usr/bin/env node
// Growth past one machine, tried for real: two ClickHouse servers on loopback, the register spread over both behind a
// Distributed table, the printed statements run on each shard, and payouts that equal ours to the last 分.
//   node bench/match/cluster.mjs [enterprises]      needs apt (Debian) for the server; changes nothing on the system
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../tools/build.mjs';
import { twenty } from './clauses.mjs';
import { once } from './clock.mjs';
import { installed } from './installed.mjs';
import { schema } from './subjects.mjs';
import { payoutCheck, registerOf } from './whole.mjs';

const bench = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(bench, '.cache', 'clickhouse-server');
const root = new URL('../../', import.meta.url);
const engine = (file) => import(new URL(`dist/${file}`, root).href);
const say = (line) => console.error(line);

const debian = { fetch: 'apt-get', unpack: 'dpkg' };

/** The server and its libraries unpacked beside the benchmark; nothing is installed. */
function unpackServer() {
  const program = join(cache, 'root/usr/sbin/clickhouse-server');
  if (!existsSync(program)) {
    say('fetching clickhouse-server from Debian');
    mkdirSync(join(cache, 'archives/partial'), { recursive: true });
    const options = ['--no-install-recommends', '--download-only', '-o', `Dir::Cache=${cache}`];
    execFileSync(debian.fetch, ['install', '-y', ...options, 'clickhouse-server'], { stdio: 'ignore' });
    for (const file of readdirSync(join(cache, 'archives')).filter((name) => name.endsWith('.deb')))
      execFileSync(debian.unpack, ['-x', join(cache, 'archives', file), join(cache, 'root')]);
  }
  const folders = readdirSync(join(cache, 'root'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name.includes('.so'))
    .map((entry) => entry.parentPath);
  return { program, libraries: [...new Set(folders)].join(':') };
}

/** A port of this machine that nobody listens on. */
const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

function configOf(folder, own, shards) {
  const shard = ({ tcp }) =>
    `<shard><internal_replication>true</internal_replication><replica><host>127.0.0.1</host><port>${tcp}</port></replica></shard>`;
  return `<yandex>
  <logger><level>warning</level><log>${folder}/server.log</log><errorlog>${folder}/error.log</errorlog></logger>
  <listen_host>127.0.0.1</listen_host>
  <http_port>${own.http}</http_port><tcp_port>${own.tcp}</tcp_port><interserver_http_port>${own.between}</interserver_http_port>
  <path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path><format_schema_path>${folder}/schemas/</format_schema_path>
  <users_config>${folder}/users.xml</users_config><default_profile>default</default_profile><default_database>default</default_database>
  <mark_cache_size>268435456</mark_cache_size><timezone>Asia/Shanghai</timezone>
  <remote_servers><both>${shards.map(shard).join('')}</both></remote_servers>
</yandex>`;
}

const users = `<yandex>
  <profiles><default><max_memory_usage>4000000000</max_memory_usage><insert_distributed_sync>1</insert_distributed_sync></default></profiles>
  <users><default><password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default></users>
  <quotas><default></default></quotas>
</yandex>`;

function startServer({ program, libraries }, folder, own, shards) {
  for (const name of ['data', 'tmp', 'schemas']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'config.xml'), configOf(folder, own, shards));
  writeFileSync(join(folder, 'users.xml'), users);
  return spawn(program, [`--config-file=${join(folder, 'config.xml')}`], {
    cwd: folder,
    env: { LD_LIBRARY_PATH: libraries, PATH: process.env.PATH },
    stdio: 'ignore',
  });
}

async function untilAnswers(client) {
  for (let attempt = 0; attempt < 120; attempt++) {
    if ((await client.ping()).success) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('the server does not answer');
}

/** Rows as the client sends them; a missing value is null. */
function* batches(register, size) {
  const columns = schema.map((column) => [column.name, register.values(column)]);
  for (let first = 0; first < register.rows; first += size) {
    const rows = [];
    for (let id = first; id < Math.min(register.rows, first + size); id++)
      rows.push(
        Object.fromEntries([
          ['id', id],
          ...columns.map(([name, values]) => [name, Number.isNaN(values[id]) ? null : values[id]]),
        ]),
      );
    yield rows;
  }
}

async function measure(clients, register) {
  const { matchesStatements, matchesTable, payoutsQuery, registerTable } = await engine(
    'core/policy/engine/sql/statement.js',
  );
  const { City } = await engine('server/policy/city.js');
  const [first] = clients;
  const local = { register: 'subjects_here', matches: 'matches_here' };
  for (const client of clients) {
    await client.command({ query: registerTable('clickhouse', schema, local.register) });
    await client.command({ query: matchesTable('clickhouse', local.matches) });
  }
  for (const [all, here] of [
    ['subjects', local.register],
    ['matches', local.matches],
  ])
    await first.command({
      query: `CREATE TABLE ${all} AS ${here} ENGINE = Distributed(both, default, ${here}, intHash64(id))`,
    });
  const loaded = await once(async () => {
    for (const values of batches(register, 50_000))
      await first.insert({ table: 'subjects', values, format: 'JSONEachRow' });
  });
  const rowsOf = async (client, query) => (await client.query({ query, format: 'JSONEachRow' })).json();
  const spread = [];
  for (const client of clients) {
    const [{ rows }] = await rowsOf(client, `SELECT count() AS rows FROM ${local.register}`);
    spread.push(Number(rows));
  }
  const ruleSet = twenty();
  const ran = await once(async () => {
    // A clause looks at one subject at a time, so each shard matches its own rows; only payouts are gathered.
    for (const statement of matchesStatements('clickhouse', ruleSet, local))
      await Promise.all(clients.map((client) => client.command({ query: statement })));
    // A remainder takes the width of its divisor in version 18: 251 alone would overflow eight bits with a sign.
    return rowsOf(
      first,
      `SELECT sum(payout * (id % toInt64(251))) AS checked, sum(payout) AS total FROM (${payoutsQuery({ matches: 'matches' })})`,
    );
  });
  const [theirs] = ran.result;
  const city = await City.open(register, 2);
  const { payouts } = await city.price(ruleSet);
  await city.close();
  const ours = { checked: payoutCheck(payouts), total: payouts.reduce((sum, fen) => sum + fen, 0) };
  const equal = Number(theirs.checked) === ours.checked && Number(theirs.total) === ours.total;
  return {
    enterprises: register.rows,
    rowsOnEachShard: spread,
    loadSeconds: Number((loaded.ms / 1000).toFixed(1)),
    matchMs: Math.round(ran.ms),
    paidFen: Number(theirs.total),
    equal,
  };
}

const enterprises = Number(process.argv[2] ?? 200_000);
const folder = mkdtempSync(join(tmpdir(), 'bihuan-cluster-'));
const servers = [];
try {
  await build('server', say);
  const clickhouse = await installed('@clickhouse/client', say);
  const server = unpackServer();
  if (clickhouse === null) throw new Error('@clickhouse/client is not installed');
  const shards = [];
  for (let at = 0; at < 2; at++)
    shards.push({ http: await freePort(), tcp: await freePort(), between: await freePort() });
  for (const [at, own] of shards.entries())
    servers.push(startServer(server, join(folder, String(at)), own, shards));
  const clients = shards.map(({ http }) =>
    clickhouse.createClient({
      url: `http://127.0.0.1:${http}`,
      request_timeout: 120_000,
      log: { level: clickhouse.ClickHouseLogLevel.OFF },
    }),
  );
  for (const client of clients) await untilAnswers(client);
  const figures = await measure(clients, await registerOf(engine, enterprises));
  for (const client of clients) await client.close();
  console.log(JSON.stringify(figures));
  if (!figures.equal) process.exitCode = 1;
} catch (error) {
  console.error(`no cluster: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  for (const server of servers) server.kill();
  await Promise.all(servers.map((server) => new Promise((resolve) => server.once('exit', resolve))));
  rmSync(folder, { recursive: true, force: true });
}
