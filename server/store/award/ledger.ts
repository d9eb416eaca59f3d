// Rows of the ledger: postings numbered without gaps under one lock, their entries, and the balances they add up to.
import { sql } from 'kysely';
import type { Account, Posting, PostingKind } from '../../../core/policy/ledger.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Db } from '../open.ts';

/** Whoever posts holds it until the transaction ends: two who look at one fund look one after the other. */
export const lockLedger = async (db: Db, jurisdiction: string): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`ledger ${jurisdiction}`}, 0))`.execute(db);
};

const isAccount = (text: string): text is Account =>
  text === 'source' || text === 'paid' || text.startsWith('fund:') || text.startsWith('payable:');

type Balance = readonly [Account, number];

function balancesFrom(rows: readonly { readonly account: string; readonly amount: number }[]): Balance[] {
  return rows.flatMap(({ account, amount }): Balance[] => (isAccount(account) ? [[account, amount]] : []));
}

/** Balances of these accounts, or of all. */
export async function balancesOf(
  db: Db,
  jurisdiction: string,
  accounts: readonly Account[] | null,
): Promise<Map<Account, number>> {
  const { rows } = await sql<{ account: string; amount: number }>`
    SELECT account, sum(amount)::float8 AS amount FROM ledger_entry
    WHERE jurisdiction_id = ${jurisdiction} AND (${accounts}::text[] IS NULL OR account = ANY(${accounts}::text[]))
    GROUP BY account`.execute(db);
  return new Map(balancesFrom(rows));
}

/** The whole ledger in a few numbers: what subjects are owed is added up, whatever their count. */
export async function fundBalances(db: Db, jurisdiction: string): Promise<Map<Account, number>> {
  const { rows } = await sql<{ account: string; amount: number }>`
    SELECT CASE WHEN account LIKE 'payable:%' THEN 'payable:*' ELSE account END AS account, sum(amount)::float8 AS amount
    FROM ledger_entry WHERE jurisdiction_id = ${jurisdiction} GROUP BY 1`.execute(db);
  return new Map(balancesFrom(rows));
}

export interface PostingMeta {
  readonly words: string;
  /** Number of the posting that a counter-entry takes back. */
  readonly reverses: number | null;
  readonly recordedBy: string | null;
}

/** Appends postings; the caller holds the lock. Throws where a key was posted before: the act has asked. */
export async function addPostings(
  db: Db,
  jurisdiction: string,
  given: readonly Posting[],
  { words, reverses, recordedBy }: PostingMeta,
): Promise<readonly number[]> {
  if (given.length === 0) return [];
  const { rows } = await sql<{ last: number }>`
    SELECT coalesce(max(number), 0)::float8 AS last FROM ledger_posting WHERE jurisdiction_id = ${jurisdiction}`.execute(
    db,
  );
  const first = (rows[0]?.last ?? 0) + 1;
  const numbers = given.map((_, at) => first + at);
  await sql`
    INSERT INTO ledger_posting (jurisdiction_id, number, key, day, kind, reference, words, reverses, recorded_by)
    SELECT ${jurisdiction}, row.*, ${words}, ${reverses}::bigint, ${recordedBy}::uuid FROM unnest(
      ${numbers}::bigint[], ${given.map(({ id }) => id)}::text[], ${given.map(({ day }) => day)}::date[],
      ${given.map(({ kind }) => kind)}::text[], ${given.map(({ reference }) => reference)}::text[]) AS row`.execute(
    db,
  );
  const entries = given.flatMap((posting, at) =>
    posting.entries.map((entry, line) => ({ ...entry, posting: first + at, line: line + 1 })),
  );
  await sql`
    INSERT INTO ledger_entry (jurisdiction_id, posting, line, account, amount)
    SELECT ${jurisdiction}, row.* FROM unnest(
      ${entries.map(({ posting }) => posting)}::bigint[], ${entries.map(({ line }) => line)}::int[],
      ${entries.map(({ account }) => account)}::text[], ${entries.map(({ amount }) => amount)}::bigint[]) AS row`.execute(
    db,
  );
  return numbers;
}

export interface PostingRow {
  readonly number: number;
  readonly key: string;
  readonly day: IsoDate;
  readonly kind: PostingKind;
  readonly reference: string;
  readonly words: string;
  readonly reverses: number | null;
  readonly reversedBy: number | null;
  readonly by: string | null;
  readonly entries: readonly { readonly account: Account; readonly amount: number }[];
}

async function postingsWhere(
  db: Db,
  jurisdiction: string,
  where: ReturnType<typeof sql>,
  limit: number,
): Promise<PostingRow[]> {
  const { rows } = await sql<PostingRow>`
    SELECT posting.number::float8 AS number, posting.key, posting.day, posting.kind, posting.reference, posting.words,
           posting.reverses::float8 AS reverses, counter.number::float8 AS "reversedBy", account.name AS by,
           (SELECT jsonb_agg(jsonb_build_object('account', entry.account, 'amount', entry.amount) ORDER BY entry.line)
            FROM ledger_entry AS entry WHERE entry.jurisdiction_id = posting.jurisdiction_id
              AND entry.posting = posting.number) AS entries
    FROM ledger_posting AS posting
    LEFT JOIN ledger_posting AS counter ON counter.jurisdiction_id = posting.jurisdiction_id
          AND counter.reverses = posting.number
    LEFT JOIN account ON account.jurisdiction_id = posting.jurisdiction_id AND account.id = posting.recorded_by
    WHERE posting.jurisdiction_id = ${jurisdiction} AND ${where}
    ORDER BY posting.number DESC LIMIT ${limit}`.execute(db);
  return rows;
}

/** Newest first, those before a number where one is given. */
export const listPostings = (
  db: Db,
  jurisdiction: string,
  ask: { readonly before: number | null; readonly kind: PostingKind | null; readonly limit: number },
) =>
  postingsWhere(
    db,
    jurisdiction,
    sql`(${ask.before}::bigint IS NULL OR posting.number < ${ask.before}::bigint)
        AND (${ask.kind}::text IS NULL OR posting.kind = ${ask.kind})`,
    ask.limit,
  );

export const getPosting = async (
  db: Db,
  jurisdiction: string,
  number: number,
): Promise<PostingRow | undefined> =>
  (await postingsWhere(db, jurisdiction, sql`posting.number = ${number}`, 1))[0];

export const findPosting = async (
  db: Db,
  jurisdiction: string,
  key: string,
): Promise<PostingRow | undefined> =>
  (await postingsWhere(db, jurisdiction, sql`posting.key = ${key}`, 1))[0];
