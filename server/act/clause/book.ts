// The published clauses of the city, read once and kept until another version is published; which of them hold on a day.
import { createHash } from 'node:crypto';
import { parseClause } from '../../../core/policy/author/parse-clause.ts';
import type { Clause } from '../../../core/policy/clause.ts';
import { type ClauseVersion, versionsOn } from '../../../core/policy/version.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Context } from '../../context.ts';
import { listVersions, stampOfVersions, type VersionRow } from '../../store/clause/version.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export interface PublishedVersion
  extends ClauseVersion,
    Omit<VersionRow, 'clauseId' | 'number' | 'startsOn'> {}

export interface ClauseBook {
  /** Another text whenever a version was published. */
  readonly stamp: string;
  readonly versions: readonly PublishedVersion[];
}

type Where = Pick<Context, 'db' | 'jurisdiction'>;

/** A test has several databases, a server one. */
const mostKept = 4;
const kept = new Map<string, ClauseBook>();

/** @throws Error where a stored text no longer reads as a clause: it did when it was published. */
function clauseOf({ clauseId, number, content }: VersionRow): Clause {
  const read = parseClause(JSON.parse(content));
  if (!read.ok) throw new Error(`version ${number} of clause ${clauseId} cannot be read`);
  return read.clause;
}

export async function readBook({ db, jurisdiction }: Where): Promise<ClauseBook> {
  const stamp = await stampOfVersions(db, jurisdiction);
  const before = kept.get(stamp);
  if (before) return before;
  const rows = await listVersions(db, jurisdiction);
  // Another version leaves all others as they were: equal texts are read once.
  const read = new Map(
    [...kept.values()].flatMap((book) => book.versions.map((each) => [each.sha256, each.clause])),
  );
  const versions = rows.map(({ clauseId, ...row }) => ({
    ...row,
    clause: read.get(row.sha256) ?? clauseOf({ clauseId, ...row }),
  }));
  const book = { stamp, versions };
  kept.set(stamp, book);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return book;
}

/** The version of each clause that holds on the day. */
export const versionsOfDay = async (where: Where, day: IsoDate): Promise<readonly PublishedVersion[]> =>
  versionsOn((await readBook(where)).versions, day);

/** The clauses that hold on the day, whatever their kind of subject; those outside their own days are among them. */
export const clausesOn = async (where: Where, day: IsoDate): Promise<readonly Clause[]> =>
  (await versionsOfDay(where, day)).map(({ clause }) => clause);
