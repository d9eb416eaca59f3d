// Holds the database against the witness file: every acknowledged write is there, once. The server is not asked.
import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { commitmentOf, countyOf, metrics, periodOf, projectOf } from './reporters.mjs';

const cellKey = (commitment, place, period, metric) => `${commitment}|${place}|${period}|${metric}`;

/** What the driver saw acknowledged: the newest version of every cell, and every submission. */
async function readWitness(file) {
  const cells = new Map();
  const reports = new Map();
  if (!existsSync(file)) return { cells, reports, lines: 0 };
  let lines = 0;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const [kind, reporter, month, metric, version, value] = JSON.parse(line);
    lines += 1;
    const where = [commitmentOf(projectOf(reporter)), countyOf(reporter), periodOf(month)];
    if (kind === 'submit') {
      const key = where.join('|');
      reports.set(key, (reports.get(key) ?? 0) + 1);
      continue;
    }
    const key = cellKey(...where, metric);
    if ((cells.get(key)?.version ?? 0) < version) cells.set(key, { version, value });
  }
  return { cells, reports, lines };
}

/** A version above the acknowledged one is a write whose answer was never heard: whole, and not lost. */
export async function check(server, file) {
  const { cells, reports, lines } = await readWitness(file);
  const drafts = await server.query(
    'SELECT commitment_id, place_id, period, metric, value, version FROM report_draft',
  );
  const stored = new Map(
    drafts.map((row) => [cellKey(row.commitment_id, row.place_id, row.period, row.metric), row]),
  );
  let lost = 0;
  let doubled = 0;
  for (const [key, { version, value }] of cells) {
    const row = stored.get(key);
    if (!row || row.version < version || (row.version === version && row.value !== value)) lost += 1;
    // one write may be under way when the driver stops; two more than acknowledged were never sent
    else if (row.version > version + 1) doubled += 1;
  }
  const sent = await server.query(
    `SELECT report.commitment_id, report.place_id, report.period, count(DISTINCT event.number)::int AS events,
            count(figure.id)::int AS figures
     FROM report JOIN report_event AS event USING (jurisdiction_id)
     JOIN report_figure AS figure ON figure.jurisdiction_id = report.jurisdiction_id AND figure.report_id = report.id
                                 AND figure.event_number = event.number
     WHERE event.report_id = report.id GROUP BY 1, 2, 3`,
  );
  const found = new Map(sent.map((row) => [`${row.commitment_id}|${row.place_id}|${row.period}`, row]));
  for (const [key, times] of reports) {
    const row = found.get(key);
    if (!row || row.figures % metrics.length !== 0) lost += 1;
    else if (row.events > 1 || times > 1) doubled += 1;
  }
  const [{ audited }] = await server.query(
    `SELECT count(*)::int AS audited FROM audit_entry WHERE act = 'report.submit'`,
  );
  const [{ events }] = await server.query(
    `SELECT count(*)::int AS events FROM report_event WHERE action = 'submit'`,
  );
  return { acknowledged: lines, lost, doubled, auditMissing: events - audited };
}
