// Loads the packed commitments into PostgreSQL, times the statement in its best form, and compares every row.
import { copyInto, secondsOf, startDatabase } from './database.mjs';
import { indexes, joins, latestFigures, statement, tables } from './sql.mjs';

const PIECE = 1 << 20;

/** Joins lines into pieces of about a megabyte. */
function* pieces(lines) {
  let piece = '';
  for (const line of lines) {
    piece += line;
    if (piece.length >= PIECE) {
      yield piece;
      piece = '';
    }
  }
  if (piece !== '') yield piece;
}

const orNull = (value) => (Number.isFinite(value) ? value : '\\N');

/** A number too long for a double, in 分: the database has whole numbers of 64 bits. */
const inFen = (text) => {
  const [whole, fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(2, '0')).toString();
};

function* commitmentLines(core, facts, factsOf) {
  const { rows } = facts;
  for (let row = 0; row < facts.count; row++) {
    const steps = rows.firstStep[row + 1] > rows.firstStep[row] ? 't' : 'f';
    const dates = `${rows.startsOn[row]}\t${rows.dueOn[row]}`;
    if (rows.rule[row] === core.rule.exact) {
      const goal = inFen(factsOf(row).targets[0].values[0]);
      yield `${row}\t${core.rule.flow}\t${core.flag.showsShare}\t-1\tf\t${dates}\t${dates}\t0\t${goal}\t${goal}\t\\N\t0\t\\N\n`;
      continue;
    }
    const base = (rows.flags[row] & core.flag.hasBase) === 0 ? '\\N' : rows.base[row];
    yield `${row}\t${rows.rule[row]}\t${rows.flags[row]}\t${rows.series[row]}\t${steps}\t${dates}\t${rows.from[row]}\t${rows.to[row]}\t${rows.firstDue[row]}\t${rows.goal[row]}\t${orNull(rows.low[row])}\t${orNull(rows.high[row])}\t${rows.slack[row]}\t${base}\n`;
  }
}

function* figureLines(core, facts, factsOf) {
  const { rows, figures } = facts;
  for (let row = 0; row < facts.count; row++) {
    if (rows.rule[row] === core.rule.exact) {
      let recorded = 0;
      for (const { periodEnd, amount, statement } of factsOf(row).figures)
        yield `${inFen(amount)}\t${row}\t${core.dayNumber(periodEnd)}\t${recorded++}\t${statement === '' ? 'f' : 't'}\n`;
      continue;
    }
    const first = rows.first[row];
    for (let at = first; at < rows.end[row]; at++)
      yield `${figures.value[at]}\t${row}\t${figures.day[at]}\t${at - first}\t${(figures.said[at] & core.said.done) === 0 ? 'f' : 't'}\n`;
  }
}

function* stepLines({ rows, steps, count }) {
  for (let row = 0; row < count; row++)
    for (let at = rows.firstStep[row]; at < rows.firstStep[row + 1]; at++)
      yield `${row}\t${steps.day[at]}\t${steps.share[at]}\n`;
}

function* seriesLines({ series }) {
  for (const [id, { day, until, value }] of series.entries())
    for (let at = 0; at < day.length; at++) yield `${id}\t${day[at]}\t${until[at]}\t${value[at]}\n`;
}

const codesOf = (order, codeOf) =>
  Object.fromEntries(order.flatMap((name) => (name === null ? [] : [[name, codeOf(name)]])));

export async function compareWithSql(core, facts, factsOf, verdicts, say) {
  say('starting PostgreSQL');
  const database = await startDatabase(core.openCluster);
  const { client } = database;
  try {
    await client.query(tables);
    say('loading its tables by COPY');
    await copyInto(database, 'commitment', pieces(commitmentLines(core, facts, factsOf)));
    await copyInto(database, 'figure', pieces(figureLines(core, facts, factsOf)));
    await copyInto(database, 'step', pieces(stepLines(facts)));
    await copyInto(database, 'series', pieces(seriesLines(facts)));
    say('indexes, VACUUM ANALYZE');
    await client.query(indexes);
    for (const table of ['commitment', 'figure', 'step', 'series'])
      await client.query(`VACUUM (ANALYZE, FREEZE) ${table}`);
    const sqlOf = (join) =>
      statement({
        rule: core.rule,
        flag: core.flag,
        status: codesOf(core.statusOrder, core.statusCode),
        reason: codesOf(core.reasonOrder, core.reasonCode),
        noShare: core.NO_SHARE,
        margin: facts.riskMargin,
        join,
      }).replaceAll(':day', String(core.dayNumber(verdicts.asOf)));
    const runs = await timeAll(client, sqlOf, say);
    const best = runs.reduce((fastest, run) => (run.seconds < fastest.seconds ? run : fastest));
    const found = await timeFound(client, sqlOf, verdicts, core, say);
    say('comparing every row');
    const different = await countDifferent(
      core,
      client,
      sqlOf(joins[best.way]),
      facts,
      factsOf,
      verdicts,
      say,
    );
    return { seconds: best.seconds, runs, figureFoundBefore: found, different };
  } finally {
    await database.stop();
  }
}

/** Each form of the statement on one core, the fastest then with just-in-time compilation and on all cores; warm pages. */
async function timeAll(client, sqlOf, say) {
  const runs = [];
  const time = async (way, cores, jit) => {
    await client.query(`SET jit = ${jit}; SET max_parallel_workers_per_gather = ${cores - 1}`);
    const seconds = await secondsOf(client, sqlOf(joins[way]));
    say(`  ${seconds.toFixed(2)} s: ${way}, ${cores} core(s), jit ${jit}`);
    runs.push({ way, cores, jit, seconds });
  };
  for (const way of Object.keys(joins)) await time(way, 1, 'off');
  const [{ way }] = runs.toSorted((a, b) => a.seconds - b.seconds);
  for (const [cores, jit] of [
    [1, 'off'],
    [1, 'on'],
    [2, 'off'],
    [2, 'on'],
  ])
    await time(way, cores, jit);
  await client.query('SET jit = off; SET max_parallel_workers_per_gather = 0');
  return runs;
}

/** The statement where the figure that counts was looked up beforehand: the judging alone, which is not the task. */
async function timeFound(client, sqlOf, verdicts, core, say) {
  const day = String(core.dayNumber(verdicts.asOf));
  await client.query(`CREATE UNLOGGED TABLE found AS ${latestFigures.replaceAll(':day', day)}`);
  await client.query('ALTER TABLE found ADD PRIMARY KEY (commitment_id)');
  await client.query('VACUUM (ANALYZE, FREEZE) found');
  const join = { cte: null, from: 'found f', on: 'f.commitment_id = c.id' };
  const seconds = [];
  for (const [cores, jit] of [
    [1, 'off'],
    [2, 'off'],
    [2, 'on'],
  ]) {
    await client.query(`SET jit = ${jit}; SET max_parallel_workers_per_gather = ${cores - 1}`);
    seconds.push(await secondsOf(client, sqlOf(join)));
  }
  await client.query('SET jit = off; SET max_parallel_workers_per_gather = 0');
  const best = Math.min(...seconds);
  say(`  ${best.toFixed(2)} s where the figures that count were found beforehand`);
  return best;
}

const CHUNK = 50_000;

/** Rows whose verdict, reasons, shares or deciding figure differ between the two. */
async function countDifferent(core, client, sql, facts, factsOf, verdicts, say) {
  await client.query(`CREATE UNLOGGED TABLE verdict AS ${sql}`);
  await client.query('CREATE INDEX ON verdict (id)');
  const { columns } = verdicts;
  const { figures } = facts;
  let different = 0;
  let seen = 0;
  for (let from = 0; from < facts.count; from += CHUNK) {
    const { rows } = await client.query({
      text: 'SELECT * FROM verdict WHERE id >= $1 AND id < $2',
      values: [from, from + CHUNK],
      rowMode: 'array',
    });
    for (const [id, status, reason, second, share, expected, day, amount] of rows) {
      seen += 1;
      const at = columns.figure[id];
      const sameFigure =
        facts.rows.rule[id] === core.rule.exact
          ? sameLongFigure(core, factsOf(id), verdicts.asOf, day, amount)
          : at < 0
            ? day === null
            : figures.day[at] === day && figures.value[at] === Number(amount);
      const same =
        sameFigure &&
        columns.status[id] === status &&
        columns.reason[id] === reason &&
        columns.second[id] === second &&
        columns.share[id] === Number(share) &&
        columns.expected[id] === Number(expected);
      if (same) continue;
      different += 1;
      if (different <= 5)
        say(
          `  row ${id} rule ${facts.rows.rule[id]}: SQL ${[status, reason, second, share, expected, day, amount]}, columns ${[columns.status[id], columns.reason[id], columns.second[id], columns.share[id], columns.expected[id], figures.day[at], figures.value[at]]}`,
        );
    }
  }
  return different + (facts.count - seen);
}

function sameLongFigure(core, { figures }, asOf, day, amount) {
  const counting = figures.filter(({ periodEnd }) => periodEnd <= asOf);
  const last = counting.reduce(
    (best, figure) => (!best || figure.periodEnd >= best.periodEnd ? figure : best),
    null,
  );
  return last === null
    ? day === null
    : core.dayNumber(last.periodEnd) === day && inFen(last.amount) === amount;
}
