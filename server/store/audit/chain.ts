// The chain of the audit log: what an entry's hash covers, and where a chain that was tampered with breaks.
import { createHash } from 'node:crypto';

export interface AuditEntry {
  readonly jurisdiction: string;
  readonly number: number;
  /** ISO time in UTC. */
  readonly at: string;
  readonly accountId: string | null;
  readonly act: string;
  readonly objectKind: string;
  readonly objectId: string;
  /** JSON text, hashed as it stands. */
  readonly detail: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** What the first entry follows. */
export const beginning = '0'.repeat(64);

/** SHA-256 of all fields in this order, each JSON-quoted, so that no two different entries print alike. */
export function hashOf(entry: Omit<AuditEntry, 'hash'>): string {
  const { jurisdiction, number, at, accountId, act, objectKind, objectId, detail, previousHash } = entry;
  const fields = [jurisdiction, number, at, accountId, act, objectKind, objectId, detail, previousHash];
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}
