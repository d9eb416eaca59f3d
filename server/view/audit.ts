// The audit log for those who audit: what happened, where the chain stands, and whether it is as it was written.
import type { auditRoutes } from '../../core/contract/audit.ts';
import type { OutputOf } from '../../core/contract/route.ts';
import { isoDate } from '../../core/quantity/date.ts';
import type { Context } from '../context.ts';
import { readCheckpoints } from '../store/audit/checkpoint.ts';
import { auditChain, countActs, listAuditEntries } from '../store/audit/entries.ts';
import { checkChain } from '../store/audit/verify.ts';

type AuditQuery = OutputOf<(typeof auditRoutes)['GET /api/audit']['query']>;
type AuditPage = OutputOf<(typeof auditRoutes)['GET /api/audit']['response']>;
type Verification = OutputOf<(typeof auditRoutes)['GET /api/audit/verification']['response']>;

const pageEntries = 100;
const everything = { act: null, words: null, from: null, to: null, before: null };

const checkpointsOf = async (file: string | null, jurisdiction: string) =>
  (file === null ? [] : await readCheckpoints(file)).filter((each) => each.jurisdiction === jurisdiction);

export async function getAuditPage(
  { db, jurisdiction }: Context,
  { act, words, from, to, before }: AuditQuery,
  checkpointFile: string | null,
): Promise<AuditPage> {
  const filter = {
    act: act ?? null,
    words: words?.trim() || null,
    from: from === undefined ? null : isoDate(from),
    to: to === undefined ? null : isoDate(to),
    before: before ?? null,
    limit: pageEntries + 1,
  };
  const [entries, [head], acts, checkpoints] = await Promise.all([
    listAuditEntries(db, jurisdiction, filter),
    listAuditEntries(db, jurisdiction, { ...everything, limit: 1 }),
    countActs(db, jurisdiction),
    checkpointsOf(checkpointFile, jurisdiction),
  ]);
  const last = checkpoints.at(-1);
  return {
    head: head ? { number: head.number, hash: head.hash } : null,
    checkpoint: last ? { number: last.number, hash: last.hash, at: last.at } : null,
    acts,
    entries: entries.slice(0, pageEntries),
    more: entries.length > pageEntries,
  };
}

export async function verifyOwnAudit(
  { db, jurisdiction }: Context,
  checkpointFile: string | null,
): Promise<Verification> {
  // Read before the chain: a checkpoint noted meanwhile would seem to lie beyond its end.
  const checkpoints = await checkpointsOf(checkpointFile, jurisdiction);
  const { head, faults } = await checkChain(jurisdiction, auditChain(db, jurisdiction), checkpoints);
  return {
    head: { number: head.number, hash: head.hash },
    checkpoints: checkpoints.length,
    faults: faults.map(({ code, number }) => ({ code, number })),
  };
}
