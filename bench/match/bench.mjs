// How fast clauses are matched: the whole city, one enterprise, a change priced, beside databases and rule engines in one run.
import { build } from '../../tools/build.mjs';
import { measureAgreement } from './agreement.mjs';
import { many, twenty } from './clauses.mjs';
import { peakMegabytes, rounded } from './clock.mjs';
import { measureDatabases } from './databases.mjs';
import { measureOne, measureWhatIf } from './one.mjs';
import { measurePeers } from './peers.mjs';
import { measureGrowth, measureMany, measureTwenty, registerOf } from './whole.mjs';

const root = new URL('../../', import.meta.url);
const engine = (file) => import(new URL(`dist/${file}`, root).href);
const ENTERPRISES = 1_000_000;

/** `--enterprises=N` and `--cells=N` make a shorter run; `--only=one,whatIf` leaves parts out. */
const option = (options, name) => options.find((each) => each.startsWith(`--${name}=`))?.split('=')[1];

export async function measure({ say, options }) {
  await build('server', say);
  const { Pool } = await engine('server/policy/pool.js');
  const rows = Number(option(options, 'enterprises') ?? ENTERPRISES);
  const cells = Number(option(options, 'cells') ?? 100_000_000);
  say(`making ${rows} enterprises`);
  const register = await registerOf(engine, rows);
  const pool = await Pool.on(register, 2);
  const bench = { engine, register, pool, say };
  const few = await measureTwenty(bench);
  const lots = await measureMany(bench);
  const one = await measureOne(bench);
  const whatIf = await measureWhatIf(bench);
  const ownPeakMegabytes = peakMegabytes();
  const databases = await measureDatabases(
    bench,
    { ruleSet: twenty(), ...few.reference },
    { ruleSet: many(2300), figures: lots.figures, check: lots.check },
  );
  const growth = await measureGrowth(bench);
  await pool.close();
  const peers = await measurePeers(bench, one.us20);
  const agreement = await measureAgreement(bench, cells);
  const { reference: _, ...clauses20 } = few;
  const { ruleSet: __, figures: ___, check: ____, ...clauses2300 } = lots;
  const times = (theirs, ours) =>
    theirs === null || theirs === undefined ? null : rounded(theirs / ours, 1);
  return {
    clauses20: { ...clauses20, vsDuckdb: times(databases.duckdb?.ms20, few.ms2T) },
    clauses2300: {
      ...clauses2300,
      vsDuckdb: times(databases.duckdb?.seconds2300, lots.seconds1T),
    },
    one,
    whatIfMs: whatIf.ms,
    whatIf,
    ...agreement,
    allEqual:
      few.equal &&
      lots.equal &&
      one.equal &&
      whatIf.equal &&
      Object.values(databases).every((database) => database?.equal ?? true) &&
      peers.every(({ equal }) => equal),
    databases,
    growth,
    peers,
    ownPeakMegabytes,
  };
}

const line = (what, value, goal = '') =>
  `${what.padEnd(58)}${String(value).padStart(12)}   ${goal}`.trimEnd();

export function print(figures) {
  const { clauses20, clauses2300, one, whatIf, databases, growth, peers } = figures;
  return [
    line('20 clauses, 2 threads, ms', clauses20.ms2T),
    line(`reading ${clauses20.megabytes} MB of columns, 2 threads, ms`, clauses20.readMs2T),
    line('  times the reading', clauses20.limitRatio2T, 'goal ≤ 2.5'),
    line('  times faster than DuckDB (2 threads)', clauses20.vsDuckdb ?? 'no DuckDB', 'goal ≥ 12'),
    line('20 clauses, 1 thread, ms', clauses20.ms1T),
    line('20 clauses, plain JavaScript, 1 thread, ms', clauses20.plainMs1T),
    line(
      '2,300 clauses, 1 thread, s',
      clauses2300.seconds1T,
      `goal ≤ 0.3; processor ${clauses2300.processorSeconds1T}`,
    ),
    line('  times faster than DuckDB (2 threads)', clauses2300.vsDuckdb ?? 'no DuckDB', 'goal ≥ 25'),
    line('  with every match kept, ms', clauses2300.keepingMs),
    line('  plain JavaScript, s', clauses2300.plainSeconds1T),
    line('one enterprise, 2,300 clauses, µs', one.us2300, `goal ≤ 15; processor ${one.processorUs2300}`),
    line(
      'one enterprise, 20 clauses explained, µs',
      one.explainUs20,
      `goal ≤ 6; processor ${one.processorExplainUs20}`,
    ),
    line(
      'one clause changed, whole city, ms (worst clause)',
      `${whatIf.ms} (${whatIf.worstMs})`,
      `goal ≤ 2; processor ${whatIf.processorMs}`,
    ),
    line(
      'cells compared / different',
      `${figures.cellsCompared} / ${figures.cellsDifferent}`,
      'goal 0 different',
    ),
    line('all measured answers equal', figures.allEqual),
    line('peak memory of the parts above, MB', figures.ownPeakMegabytes),
    ...Object.entries(databases).map(([name, each]) =>
      each === null
        ? line(name, 'not installed')
        : line(
            `${name}, 20 clauses, 2 threads, ms`,
            each.ms20,
            each.seconds2300 ? `2,300: ${each.seconds2300} s` : '',
          ),
    ),
    ...growth.withEnterprises.map((each) =>
      line(`${each.enterprises} enterprises, 20 clauses, ms`, each.ms1T),
    ),
    ...growth.withClauses.map((each) =>
      line(`${each.enterprises} enterprises, ${each.clauses} clauses, ms`, each.ms1T),
    ),
    line('2,300 clauses with thresholds of their own, ms', growth.distinctThresholdsMs1T),
    line('2,300 clauses, rows sorted by district and industry, ms', growth.sortedRowsMs1T),
    ...peers.map((peer) =>
      line(`${peer.name}, 20 clauses, µs an enterprise`, peer.us, `${peer.times} times ours`),
    ),
  ].join('\n');
}
