// What is being written when the server is killed: reports, their acceptance, imports of sites. Each write under a key of its own.
import { createHash } from 'node:crypto';
import {
  commitmentOf,
  counties,
  countyOf,
  metrics,
  periodOf,
  projectOf,
  tokenOf,
} from '../../bench/deadline/reporters.mjs';

export const reporters = 4_000;
const months = 12;
/** Reports that one acceptance takes, and sites that one import brings: all of them or none. */
export const batch = 5;
export const sitesEach = 25;

const hex = (text) => createHash('sha256').update(text).digest('hex');
const uuidOf = (text) => {
  const h = hex(text);
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-8${h.slice(13, 16)}-a${h.slice(17, 20)}-${h.slice(20, 32)}`;
};
const projects = Math.ceil(reporters / counties);
/** The lead unit of a project is asked to accept, and brings the sites. */
const leadToken = (project) => createHash('sha256').update(`lead ${project}`).digest('base64url');

/** Accounts of the lead units, and a webhook that hears of every report. */
export async function addLeads(house, city, hookUrl) {
  const all = Array.from({ length: projects }, (_, project) => project);
  const accounts = all.map((project) => uuidOf(`lead account ${project}`));
  await house.query(
    `INSERT INTO account (jurisdiction_id, id, login, name, mail, is_sample)
     SELECT $1, id, 'lead' || n, '牵头岗位' || n, '', false FROM unnest($2::uuid[]) WITH ORDINALITY AS row(id, n)`,
    [city, accounts],
  );
  await house.query(
    `INSERT INTO role_grant (jurisdiction_id, id, account_id, role, place_id, unit, starts_on, ends_on)
     SELECT $1, gen_random_uuid(), id, 'leadUnit', NULL, '牵头单位' || n, '2020-01-01', NULL
     FROM unnest($2::uuid[]) WITH ORDINALITY AS row(id, n)`,
    [city, accounts],
  );
  await house.query(
    `INSERT INTO session (jurisdiction_id, token_sha256, id, account_id, means, agent, idle_minutes, expires_at, label)
     SELECT $1, token, gen_random_uuid(), id, 'password', 'faults', 6000, now() + interval '5 days', ''
     FROM unnest($2::text[], $3::uuid[]) AS row(token, id)`,
    [city, all.map((project) => hex(leadToken(project))), accounts],
  );
  const hook = uuidOf('hook');
  await house.query(
    `INSERT INTO webhook (jurisdiction_id, id, name, url, format, topics) VALUES ($1, $2, '见证', $3, 'generic', '["report"]')`,
    [city, hook, hookUrl],
  );
  await house.query(
    `INSERT INTO webhook_secret (jurisdiction_id, webhook_id, secret) VALUES ($1, $2, 'faults')`,
    [city, hook],
  );
}

function* reportsToSubmit() {
  for (let month = 1; month <= months; month++)
    for (let index = 0; index < reporters; index++) {
      const cell = {
        commitmentId: commitmentOf(projectOf(index)),
        placeId: countyOf(index),
        period: periodOf(month),
      };
      const figures = metrics.map((metric, at) => ({
        metric,
        value: String(1000 + at),
        unit: '个',
        statement: '',
      }));
      yield {
        ...{ kind: 'submit', id: `${index}-${month}`, project: projectOf(index), worth: 1, about: [cell] },
        request: {
          ...{ method: 'POST', path: '/api/reports', token: tokenOf(index) },
          body: JSON.stringify({ reports: [{ ...cell, after: 0, figures }] }),
        },
      };
    }
}

function* importsOfSites() {
  for (let number = 0; ; number++) {
    const project = number % projects;
    const names = Array.from({ length: sitesEach }, (_, row) => `点位${number}之${row}号`);
    const rows = names.map(
      (name, row) => `${name},第${(row % counties) + 1}县,示例路${row}号,120.15,30.25,标准,验收`,
    );
    const csv = ['点位名称,区县,地址,经度,纬度,建设标准,验收要求', ...rows].join('\n');
    const query = new URLSearchParams({
      ...{
        commitment: commitmentOf(project),
        system: 'wgs84',
        mode: 'take',
        name: `${number}.csv`,
        metric: metrics[0],
      },
    });
    yield {
      ...{ kind: 'import', id: `import-${number}`, worth: 1, about: [`点位${number}之`] },
      request: {
        ...{
          method: 'POST',
          path: `/api/sites/table?${query}`,
          token: leadToken(project),
          type: 'application/octet-stream',
        },
        body: csv,
      },
    };
  }
}

/** Acceptances of what was submitted, a batch of one project's reports at a time. */
function openAcceptances() {
  const waiting = new Map();
  let number = 0;
  return {
    add(project, reportId) {
      waiting.set(project, [...(waiting.get(project) ?? []), reportId]);
    },
    next() {
      for (const [project, ids] of waiting) {
        if (ids.length < batch) continue;
        const about = ids.splice(0, batch);
        number += 1;
        return {
          ...{ kind: 'accept', id: `accept-${number}`, worth: batch, about },
          request: {
            ...{ method: 'POST', path: '/api/reports/decisions', token: leadToken(project) },
            body: JSON.stringify({
              action: 'accept',
              reason: '',
              reports: about.map((reportId) => ({ reportId, after: 1 })),
            }),
          },
        };
      }
      return null;
    },
  };
}

/** The next write of a kind; null where none is left. */
export function openWrites() {
  const [submits, imports, acceptances] = [reportsToSubmit(), importsOfSites(), openAcceptances()];
  return {
    next: (kind) =>
      kind === 'accept' ? acceptances.next() : ((kind === 'import' ? imports : submits).next().value ?? null),
    /** What an acknowledged write makes possible. */
    learn(write, answer) {
      if (write.kind === 'submit')
        acceptances.add(write.project, JSON.parse(answer.body).submitted[0].reportId);
    },
  };
}

/** Whether the answer says that all of it was done. */
export function isDone({ kind }, { status, body }) {
  if (status !== 200) return false;
  if (kind === 'accept') return JSON.parse(body).moved.length === batch;
  return kind !== 'import' || JSON.parse(body).accepted === sitesEach;
}
