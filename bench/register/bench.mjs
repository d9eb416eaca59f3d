// A million invented enterprises from a file into the register and into memory: rows a second, peak memory, processor time.
// `--rows=1000000`, `--formats=csv,parquet,xlsx`. Each format goes into a database of its own.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const at = (path) => join(root, 'dist/server', path);

const optionOf = (options, name, fallback) =>
  options.find((option) => option.startsWith(`--${name}=`))?.slice(name.length + 3) ?? fallback;

/** Peak of the resident memory of this process in MB, as the system counts it. */
const peakMegabytes = () =>
  Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024);

/** Processor seconds of the database: the server and those of its processes that have ended. */
function databaseSeconds(data) {
  const file = readdirSync(data, { recursive: true }).find((name) => name.endsWith('postmaster.pid'));
  if (!file) return 0;
  const pid = readFileSync(join(data, file), 'utf8').split('\n')[0];
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
}

const ownSeconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

async function city(store) {
  const { addJurisdiction, addPlaces } = await import(at('store/jurisdiction.js'));
  await addJurisdiction(store.db, { id: 'bench', name: '示例市', nameEn: 'Example' });
  const place = { nameEn: '', kind: 'district', tile: null, in: null };
  await addPlaces(store.db, 'bench', [
    { id: 'east', name: '东区', ...place },
    { id: 'west', name: '西区', ...place },
  ]);
}

/** Runs in a process of its own: its peak memory is that of one import. */
async function importOne(file) {
  const { createReadStream } = await import('node:fs');
  const { connect } = await import(at('store/connect.js'));
  const { openRegisterImports } = await import(at('act/register/imports.js'));
  const { newVaultKey, vaultOf } = await import(at('store/register/vault.js'));
  const { getImport } = await import(at('store/register/import.js'));
  const { listPage, countListed } = await import(at('store/register/current.js'));
  const { cityOf } = await import(at('act/register/city-of.js'));
  const { catalog } = await import(join(root, 'dist/core/policy/catalog/catalog.js'));
  const data = mkdtempSync(join(tmpdir(), 'bihuan-bench-'));
  chmodSync(data, 0o755);
  const store = await connect({ data, databaseUrl: null }, () => {});
  try {
    await city(store);
    const day = '2024-09-01';
    const context = { db: store.db, jurisdiction: 'bench', today: () => day, now: () => new Date() };
    const imports = openRegisterImports(context, {
      connection: store.owner,
      vault: vaultOf([newVaultKey()]),
      folder: join(data, 'incoming'),
      log: (error) => console.error(error),
    });
    const before = peakMegabytes();
    const [own, database] = [ownSeconds(), databaseSeconds(data)];
    const started = performance.now();
    const wish = {
      fileName: file,
      year: 2023,
      source: 'bench',
      basis: 'duty',
      proof: '',
      purposes: ['matching'],
      consentUntil: null,
    };
    const actor = { caller: { accountId: null, name: '', grants: [], scopes: null }, key: null };
    const received = await imports.receive(createReadStream(file), wish, actor);
    let readMs = 0;
    const watch = setInterval(() => {
      const now = imports.progress(received.value?.importId);
      if (now && now.step !== 'waiting' && now.step !== 'reading' && readMs === 0)
        readMs = performance.now() - started;
    }, 50);
    await imports.idle();
    clearInterval(watch);
    const seconds = (performance.now() - started) / 1000;
    const peakImport = peakMegabytes();
    const processor = {
      server: Math.round((ownSeconds() - own) * 10) / 10,
      database: Math.round((databaseSeconds(data) - database) * 10) / 10,
    };
    const { end } = await getImport(store.db, 'bench', received.value.importId);
    const whole = { words: '', places: null, industry: null, certificate: null, holder: null };
    const timed = async (work) => {
      const from = performance.now();
      await work();
      return Math.round((performance.now() - from) * 10) / 10;
    };
    const page = (wish) =>
      listPage(store.db, 'bench', {
        ...whole,
        sort: 'revenue',
        descending: true,
        after: null,
        limit: 51,
        ...wish,
      });
    const lists = {
      first: await timed(() => page({})),
      deep: await timed(() => page({ after: { value: '500000000', code: '91339900MA' } })),
      byName: await timed(() => page({ sort: 'name', descending: false })),
      words: await timed(() => page({ words: '精密机械' })),
      rareWords: await timed(() => page({ words: '有限公司0777' })),
      count: await timed(() => countListed(store.db, 'bench', whole)),
    };
    const loadStarted = performance.now();
    const loaded = await cityOf(context, { day, clauses: catalog });
    const loadSeconds = (performance.now() - loadStarted) / 1000;
    const figures = {
      rows: end.total,
      accepted: end.accepted,
      rejected: end.rejected,
      seconds: Math.round(seconds * 10) / 10,
      readSeconds: Math.round(readMs / 100) / 10,
      rowsPerSecond: Math.round(end.total / seconds),
      processor,
      peakMegabytes: peakImport,
      megabytesBefore: before,
      lists,
      loaded: loaded.rows,
      loadSeconds: Math.round(loadSeconds * 10) / 10,
      peakMegabytesLoaded: peakMegabytes(),
    };
    await loaded.city.close();
    await imports.close();
    return figures;
  } finally {
    await store.close();
    rmSync(data, { recursive: true, force: true });
  }
}

const inProcess = (file) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url), file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let answer = '';
    child.stdout.on('data', (chunk) => (answer += chunk));
    child.on('close', (code) => {
      const last = answer.trim().split('\n').at(-1) ?? '';
      if (code === 0) resolve(JSON.parse(last));
      else reject(new Error(`the import ended with ${code}`));
    });
  });

export async function measure({ say, options }) {
  const { build } = await import(join(root, 'tools/build.mjs'));
  await build('server', say);
  const { makeRegister } = await import(at('cli/verb/register.js'));
  const rows = Number(optionOf(options, 'rows', '1000000'));
  const folder = mkdtempSync(join(tmpdir(), 'bihuan-register-bench-'));
  const figures = {};
  try {
    for (const format of optionOf(options, 'formats', 'csv,parquet').split(',')) {
      const file = join(folder, `register.${format}`);
      say(`making ${rows} rows of ${format} …`);
      await makeRegister({
        file,
        format,
        rows,
        seed: 1,
        year: 2023,
        places: ['东区', '西区'],
        badEvery: 1000,
      });
      say(`importing ${Math.round(statSync(file).size / 1e6)} MB …`);
      figures[format] = { fileMegabytes: Math.round(statSync(file).size / 1e6), ...(await inProcess(file)) };
      rmSync(file);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return figures;
}

export function print(figures) {
  const lines = [
    'format  MB   rows      seconds  rows/s  rejected  peak MB  page ms (first, deep, rare words)  in memory s',
  ];
  for (const [format, f] of Object.entries(figures))
    lines.push(
      `${format.padEnd(7)} ${f.fileMegabytes}  ${f.rows}  ${f.seconds}  ${f.rowsPerSecond}  ${f.rejected}  ${f.peakMegabytes}  ${f.lists.first}, ${f.lists.deep}, ${f.lists.rareWords}  ${f.loadSeconds}`,
    );
  return lines.join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log(JSON.stringify(await importOne(process.argv[2] ?? '')));
