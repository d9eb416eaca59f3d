// What was acknowledged, kept outside the server on disk, and held against its database when all is over.
import { appendFileSync, createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { metrics } from '../../bench/deadline/reporters.mjs';
import { batch, sitesEach } from './writes.mjs';

/** Each line says what was asked and whether it was acknowledged; it is on disk before the next write is sent. */
export const openWitness = (file) => ({
  sent: ({ kind, id, about, worth }) =>
    appendFileSync(file, `${JSON.stringify({ kind, id, about, worth })}\n`),
  acknowledged: ({ id }) => appendFileSync(file, `${JSON.stringify({ id, acknowledged: true })}\n`),
});

async function readWitness(file) {
  const writes = new Map();
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const { id, ...rest } = JSON.parse(line);
    writes.set(id, { ...writes.get(id), ...rest });
  }
  return [...writes.values()];
}

/** Hears the webhook: how often each delivery came, and whether it was ever another one under the same id. */
export async function openReceiver() {
  const heard = new Map();
  let differing = 0;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      const id = String(request.headers['x-bihuan-delivery']);
      const before = heard.get(id);
      if (before && before.body !== body) differing += 1;
      heard.set(id, { body, times: (before?.times ?? 0) + 1 });
      response.writeHead(204).end();
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/hook`,
    heard,
    differing: () => differing,
    close: () => server.close(),
  };
}

const count = async (house, text, values) => (await house.query(text, values))[0].count;

/** Acknowledged writes that are not there, are there twice, or are there by half (acknowledged or not). */
export async function holdAgainst(house, file, receiver) {
  const writes = await readWitness(file);
  const acknowledged = writes.filter((write) => write.acknowledged);
  const found = { lost: 0, doubled: 0, half: 0 };

  const reports = new Map(
    (
      await house.query(
        `SELECT commitment_id, place_id, period, id,
           (SELECT count(*)::int FROM report_event e WHERE e.jurisdiction_id = report.jurisdiction_id AND e.report_id = report.id AND action = 'submit') AS submits,
           (SELECT count(*)::int FROM report_event e WHERE e.jurisdiction_id = report.jurisdiction_id AND e.report_id = report.id AND action = 'accept') AS accepts,
           (SELECT count(*)::int FROM report_figure f WHERE f.jurisdiction_id = report.jurisdiction_id AND f.report_id = report.id) AS figures
         FROM report WHERE period LIKE '2020-%'`,
      )
    ).flatMap((row) => [
      [`${row.commitment_id}|${row.place_id}|${row.period}`, row],
      [row.id, row],
    ]),
  );
  const sites = new Map(
    (
      await house.query(
        `SELECT substring(name from '^点位[0-9]+之') AS mark, count(*)::int AS count FROM site WHERE name LIKE '点位%之%号' GROUP BY 1`,
      )
    ).map(({ mark, count: sitesOf }) => [mark, sitesOf]),
  );
  for (const { kind, about, acknowledged: isAcknowledged } of writes) {
    // A whole write is 1, none of it 0, two of it 2, anything between is half of it.
    const there = shareOf(kind, about, { reports, sites });
    if (isAcknowledged && there < 1) found.lost += 1;
    if (there > 1) found.doubled += 1;
    if (!Number.isInteger(there)) found.half += 1;
  }

  const told = await count(house, `SELECT count(*)::int AS count FROM told WHERE kind = 'report.submitted'`);
  const submits = await count(
    house,
    `SELECT count(*)::int AS count FROM report_event WHERE action = 'submit'`,
  );
  const audited = await count(
    house,
    `SELECT count(*)::int AS count FROM audit_entry WHERE act = 'report.submit'`,
  );
  const unspread = await count(
    house,
    `SELECT count(*)::int AS count FROM told WHERE NOT EXISTS (SELECT FROM told_spread s WHERE s.told_id = told.id)`,
  );
  const unsent = await count(
    house,
    `SELECT count(*)::int AS count FROM told WHERE kind = 'report.submitted' AND NOT EXISTS (SELECT FROM message m WHERE m.told_id = told.id)`,
  );
  const deliveries = await house.query('SELECT id FROM webhook_delivery');
  const unheard = deliveries.filter(({ id }) => !receiver.heard.has(id)).length;
  const [twice, differing] = [
    [...receiver.heard.values()].filter(({ times }) => times > 1).length,
    receiver.differing(),
  ];
  return {
    acknowledged: acknowledged.reduce((sum, { worth }) => sum + worth, 0),
    ...{ ...found, half: found.half + Math.abs(submits - told) + Math.abs(submits - audited) },
    jobs: { told, unspread, unsent, deliveries: deliveries.length, unheard, heardTwice: twice, differing },
  };
}

function shareOf(kind, about, { reports, sites }) {
  if (kind === 'import') return (sites.get(about[0]) ?? 0) / sitesEach;
  if (kind === 'accept') return about.reduce((sum, id) => sum + (reports.get(id)?.accepts ?? 0), 0) / batch;
  const [{ commitmentId, placeId, period }] = about;
  const row = reports.get(`${commitmentId}|${placeId}|${period}`);
  if (!row) return 0;
  return row.figures === row.submits * metrics.length ? row.submits : 0.5;
}
