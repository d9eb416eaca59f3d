// How fast a million commitments are judged again, beside the same verdicts as one SQL statement on PostgreSQL.
import { build } from '../../tools/build.mjs';
import { compareWithSql } from './compare.mjs';
import { rollUpPlaces } from './places.mjs';
import { laterFigure, populationOf, seriesFigures } from './population.mjs';

const root = new URL('../../', import.meta.url);
const COMMITMENTS = 1_000_000;
const SIZES = [10_000, 100_000, 1_000_000];
const UPDATES = 20_000;
/** Rows on which the columns are held against the exact judgement, one by one. */
const EXACT_SAMPLE = 50_000;

const at = (path) => new URL(`${process.env.BIHUAN_BENCH_DIST ?? 'dist'}/${path}`, root).href;

async function load(say) {
  if (process.env.BIHUAN_BENCH_DIST === undefined) await build('server', say);
  const parts = await Promise.all(
    [
      'core/assess/assess.js',
      'core/assess/facts.js',
      'core/assess/roll-up.js',
      'core/assess/settings.js',
      'core/assess/bulk/codes.js',
      'core/assess/bulk/columns.js',
      'core/assess/bulk/judge-columns.js',
      'core/assess/bulk/pack.js',
      'core/assess/bulk/roll-up-columns.js',
      'core/assess/bulk/update.js',
      'core/plan/words/target-from-words.js',
      'core/quantity/calendar.js',
      'server/store/cluster/cluster.js',
    ].map((path) => import(at(path))),
  );
  return Object.assign({}, ...parts);
}

const seconds = (work) => {
  const began = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - began) / 1e9;
};
const sorted = (numbers) => numbers.toSorted((a, b) => a - b);
const median = (numbers) => sorted(numbers)[numbers.length >> 1];

export async function measure({ say, options }) {
  const core = await load(say);
  const factsOf = populationOf((metric, unit, printed) => core.targetFromWords({ metric, unit, printed }));
  const series = core.seriesOf(seriesFigures);
  const asOf = '2025-10-31';
  /** Facts of rows that the exact path is asked for; the product has them at hand as well. */
  const kept = new Map();
  const exactly = (row, day) => {
    const facts = kept.get(row) ?? factsOf(row);
    if (kept.size < COMMITMENTS / 100) kept.set(row, facts);
    return core.assess({ ...facts, series }, core.defaultSettings, day);
  };

  say(`packing ${COMMITMENTS} commitments`);
  const packed = core.packer(series, core.defaultSettings, {
    rows: COMMITMENTS,
    figures: COMMITMENTS * 12.5,
    spare: 1,
  });
  const loadSeconds = seconds(() => {
    for (let row = 0; row < COMMITMENTS; row++) packed.add(factsOf(row));
  });
  const facts = packed.finish();

  const growth = growthOf(core, facts, asOf, exactly, say);
  const { columns } = growth;
  const seconds1T = growth.times.at(-1).seconds;
  const verdicts = core.judgeColumns(facts, asOf, exactly, columns);

  say(`holding ${EXACT_SAMPLE} of them against the exact judgement`);
  const differ = differFromExact(core, verdicts, exactly, asOf);
  const compared = options.includes('--no-sql')
    ? null
    : await compareWithSql(core, facts, factsOf, verdicts, say);
  const update = updateOneByOne(core, facts, factsOf, verdicts, say);
  const places = rollUpPlaces(core, factsOf, series, say);

  return {
    commitments: COMMITMENTS,
    figures: facts.rows.end.reduce((sum, end, row) => sum + end - facts.rows.first[row], 0),
    seconds1T,
    vsSql: compared && Math.round((compared.seconds / seconds1T) * 10) / 10,
    answersEqual:
      differ === 0 && update.differ === 0 && places.differ === 0 && (compared?.different ?? 0) === 0,
    incrementalMs: update.p99Ms,
    incrementalMaxMs: update.maxMs,
    rollUpMs: places.rollUpMs,
    rollUpJudgeMs: places.judgeMs,
    rollUpRows: places.rows,
    loadSeconds: Math.round(loadSeconds * 10) / 10,
    exactPath: verdicts.exact.size,
    growth: growth.times,
    sql: compared,
    verdicts: countsOf(core, verdicts),
  };
}

const RUNS = 9;

/** Median of several runs for each size; the first run, before the compiler knows the loop, apart. */
function growthOf(core, facts, asOf, exactly, say) {
  const columns = core.verdictColumns(facts.count);
  const times = SIZES.map((count) => {
    say(`judging ${count}`);
    const part = { ...facts, count };
    const first = seconds(() => core.judgeColumns(part, asOf, exactly, columns));
    const began = process.cpuUsage().user;
    const runs = Array.from({ length: RUNS }, () =>
      seconds(() => core.judgeColumns(part, asOf, exactly, columns)),
    );
    const processor = (process.cpuUsage().user - began) / 1e6 / RUNS;
    return {
      commitments: count,
      seconds: round(median(runs)),
      first: round(first),
      processor: round(processor),
    };
  });
  return { columns, times };
}

const round = (value) => Math.round(value * 1e5) / 1e5;

const shareText = (core, share) => (share === core.NO_SHARE ? null : `${share / 10_000}`);

/** True where the columns of a row say what the exact judgement says. */
export function sameAsExact(core, { columns }, row, exact) {
  const reasons = exact.because.slice(0, 2).map(({ code }) => core.reasonCode(code));
  return (
    core.statusCode(exact.status) === columns.status[row] &&
    (reasons[0] ?? 0) === columns.reason[row] &&
    (reasons[1] ?? 0) === columns.second[row] &&
    exact.share === shareText(core, columns.share[row]) &&
    exact.expectedShare === shareText(core, columns.expected[row])
  );
}

function differFromExact(core, verdicts, exactly, asOf) {
  let differ = 0;
  const step = COMMITMENTS / EXACT_SAMPLE;
  for (let row = 0; row < COMMITMENTS; row += step)
    if (!sameAsExact(core, verdicts, row, exactly(row, asOf))) differ += 1;
  return differ;
}

const DISTRICTS = 1000;

/** One figure after another: put in, counts of its group taken back, judged, counted again. */
function updateOneByOne(core, facts, factsOf, verdicts, say) {
  say(`${UPDATES} figures one by one`);
  const groupOf = Int32Array.from({ length: facts.count }, (_, row) => row % DISTRICTS);
  const counts = core.countGroups(verdicts, groupOf, DISTRICTS);
  const news = Array.from({ length: UPDATES }, (_, index) => {
    const row = (index * 48_271) % facts.count;
    const had = factsOf(row);
    return { row, had, figure: laterFigure(had, index) };
  });
  const series = core.seriesOf(seriesFigures);
  const judged = ({ had, figure }) =>
    core.assess({ ...had, figures: [...had.figures, figure], series }, core.defaultSettings, verdicts.asOf);
  const times = news.map((one) => {
    const { row, had, figure } = one;
    return seconds(() => {
      core.countRow(verdicts, counts, groupOf[row], row, -1);
      core.addFigure(facts, row, had.targets[0], figure);
      core.judgeAgain(facts, verdicts, row, () => judged(one));
      core.countRow(verdicts, counts, groupOf[row], row, 1);
    });
  });
  const anew = core.countGroups(verdicts, groupOf, DISTRICTS);
  const differ =
    news.filter((one) => !sameAsExact(core, verdicts, one.row, judged(one))).length +
    anew.counts.filter((count, place) => count !== counts.counts[place]).length;
  const ms = sorted(times).map((time) => time * 1000);
  return { p99Ms: round(ms[Math.floor(UPDATES * 0.99)]), maxMs: round(ms.at(-1)), differ };
}

function countsOf(core, { columns }) {
  const counts = Object.fromEntries(core.statusOrder.map((status) => [status, 0]));
  for (const status of columns.status) counts[core.statusOrder[status]] += 1;
  return counts;
}

export function print(figures) {
  const lines = [
    `${figures.commitments} commitments, ${figures.figures} monthly figures, loaded in ${figures.loadSeconds} s`,
    ...figures.growth.map(
      ({ commitments, seconds, first, processor }) =>
        `  judging ${String(commitments).padStart(9)}   ${(seconds * 1000).toFixed(2)} ms, processor ${(processor * 1000).toFixed(2)} ms, first run ${(first * 1000).toFixed(2)} ms`,
    ),
    `exact path                ${figures.exactPath} commitments with numbers too long for a double`,
    `after one figure          ${figures.incrementalMs} ms (p99), ${figures.incrementalMaxMs} ms at most`,
    `roll-up of ${figures.rollUpRows}      ${figures.rollUpMs} ms after judging in ${figures.rollUpJudgeMs} ms`,
    `answers equal             ${figures.answersEqual}`,
  ];
  if (figures.sql) {
    for (const { way, cores, seconds } of figures.sql.runs)
      lines.push(`SQL, ${cores} core(s)           ${seconds.toFixed(2)} s  ${way}`);
    lines.push(
      `  figure found beforehand  ${figures.sql.figureFoundBefore.toFixed(2)} s`,
      `best SQL ÷ columns        ${figures.vsSql}`,
    );
  }
  return lines.join('\n');
}
