// Verifies the audit chain: every hash, every link, every number, and the heads that were noted outside the database.
import { Client } from 'pg';
import { type Connection, poolConfig } from '../open.ts';
import { type AuditEntry, beginning, hashOf } from './chain.ts';
import type { Checkpoint } from './checkpoint.ts';

/** What is wrong first, and at which entry. */
export interface AuditFault {
  readonly code: 'changed' | 'unlinked' | 'missing' | 'cut' | 'rewritten';
  readonly jurisdiction: string;
  readonly number: number;
}

export interface AuditReport {
  readonly entries: number;
  readonly checkpoints: number;
  readonly heads: readonly {
    readonly jurisdiction: string;
    readonly number: number;
    readonly hash: string;
  }[];
  readonly faults: readonly AuditFault[];
}

const pageRows = 5_000;

interface Row {
  readonly number: string;
  readonly at: string;
  readonly account_id: string | null;
  readonly act: string;
  readonly object_kind: string;
  readonly object_id: string;
  readonly detail: string;
  readonly previous_hash: string;
  readonly hash: string;
}

const entryOf = (jurisdiction: string, row: Row): AuditEntry => ({
  jurisdiction,
  number: Number(row.number),
  at: row.at,
  accountId: row.account_id,
  act: row.act,
  objectKind: row.object_kind,
  objectId: row.object_id,
  detail: row.detail,
  previousHash: row.previous_hash,
  hash: row.hash,
});

async function* entriesOf(client: Client, jurisdiction: string): AsyncGenerator<AuditEntry> {
  for (let after = 0; ; ) {
    const { rows } = await client.query<Row>(
      `SELECT number, at, account_id, act, object_kind, object_id, detail, previous_hash, hash
       FROM audit_entry WHERE jurisdiction_id = $1 AND number > $2 ORDER BY number LIMIT ${pageRows}`,
      [jurisdiction, after],
    );
    for (const row of rows) yield entryOf(jurisdiction, row);
    const last = rows.at(-1);
    if (!last) return;
    after = Number(last.number);
  }
}

export interface Head {
  readonly number: number;
  readonly hash: string;
}

/** Walks one chain. Every fault is named; after one the walk goes on from the entry as it stands. */
export async function checkChain(
  jurisdiction: string,
  entries: AsyncIterable<AuditEntry> | Iterable<AuditEntry>,
  checkpoints: readonly Checkpoint[],
): Promise<{ readonly head: Head; readonly faults: readonly AuditFault[] }> {
  const faults: AuditFault[] = [];
  const noted = new Map<number, string[]>();
  for (const { number, hash } of checkpoints) noted.set(number, [...(noted.get(number) ?? []), hash]);
  let head: Head = { number: 0, hash: beginning };
  for await (const entry of entries) {
    const { number } = entry;
    const fault = (code: AuditFault['code']) => faults.push({ code, jurisdiction, number });
    if (number !== head.number + 1) fault('missing');
    else if (entry.previousHash !== head.hash) fault('unlinked');
    if (hashOf(entry) !== entry.hash) fault('changed');
    if (noted.get(number)?.some((hash) => hash !== entry.hash)) fault('rewritten');
    head = { number, hash: entry.hash };
  }
  const newest = Math.max(0, ...noted.keys());
  if (newest > head.number) faults.push({ code: 'cut', jurisdiction, number: head.number + 1 });
  return { head, faults };
}

export async function verifyAudit(
  connection: Connection,
  checkpoints: readonly Checkpoint[],
): Promise<AuditReport> {
  const client = new Client(poolConfig(connection));
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    const { rows } = await client.query<{ id: string }>(
      'SELECT DISTINCT jurisdiction_id AS id FROM audit_entry',
    );
    const ids = new Set([
      ...rows.map(({ id }) => id),
      ...checkpoints.map(({ jurisdiction }) => jurisdiction),
    ]);
    const heads: AuditReport['heads'][number][] = [];
    const faults: AuditFault[] = [];
    for (const id of [...ids].sort()) {
      const own = checkpoints.filter(({ jurisdiction }) => jurisdiction === id);
      const checked = await checkChain(id, entriesOf(client, id), own);
      heads.push({ jurisdiction: id, ...checked.head });
      faults.push(...checked.faults);
    }
    const entries = heads.reduce((sum, { number }) => sum + number, 0);
    return { entries, checkpoints: checkpoints.length, heads, faults };
  } finally {
    await client.end();
  }
}
