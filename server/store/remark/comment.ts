// Rows of comments on a promise, and of how they ended.
import { sql } from 'kysely';
import type { CommentKind } from '../../../core/observe/comment.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { knownBy } from '../known.ts';
import type { Db } from '../open.ts';

export interface NewComment {
  readonly id: string;
  readonly commitmentId: string;
  readonly kind: CommentKind;
  readonly words: string;
  readonly saidOn: IsoDate;
  readonly recordedBy: string | null;
}

export const addComment = async (db: Db, jurisdiction: string, given: NewComment): Promise<void> => {
  await db
    .insertInto('commitment_comment')
    .values({
      jurisdiction_id: jurisdiction,
      id: given.id,
      commitment_id: given.commitmentId,
      kind: given.kind,
      words: given.words,
      said_on: given.saidOn,
      recorded_by: given.recordedBy,
    })
    .execute();
};

/** False where it was closed already. */
export async function addCommentEnd(
  db: Db,
  jurisdiction: string,
  given: {
    readonly commentId: string;
    readonly words: string;
    readonly closedOn: IsoDate;
    readonly recordedBy: string | null;
  },
): Promise<boolean> {
  const added = await db
    .insertInto('commitment_comment_end')
    .values({
      jurisdiction_id: jurisdiction,
      comment_id: given.commentId,
      words: given.words,
      closed_on: given.closedOn,
      recorded_by: given.recordedBy,
    })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'comment_id']).doNothing())
    .returning('comment_id')
    .executeTakeFirst();
  return added !== undefined;
}

export interface CommentRow {
  readonly id: string;
  readonly kind: CommentKind;
  readonly words: string;
  readonly by: string | null;
  readonly on: IsoDate;
  readonly endWords: string | null;
  readonly endBy: string | null;
  readonly endOn: IsoDate | null;
}

/** Newest first, as known on a day: an end recorded later leaves the comment open. */
export async function listComments(
  db: Db,
  jurisdiction: string,
  commitmentId: string,
  knownOn: IsoDate | null,
): Promise<CommentRow[]> {
  const { rows } = await sql<CommentRow>`
    SELECT comment.id, comment.kind, comment.words, writer.name AS by, comment.said_on AS "on", last.words AS "endWords",
           closer.name AS "endBy", last.closed_on AS "endOn"
    FROM commitment_comment AS comment
    LEFT JOIN commitment_comment_end AS last
           ON last.jurisdiction_id = comment.jurisdiction_id AND last.comment_id = comment.id AND ${knownBy('last', knownOn)}
    LEFT JOIN account AS writer ON writer.jurisdiction_id = comment.jurisdiction_id AND writer.id = comment.recorded_by
    LEFT JOIN account AS closer ON closer.jurisdiction_id = last.jurisdiction_id AND closer.id = last.recorded_by
    WHERE comment.jurisdiction_id = ${jurisdiction} AND comment.commitment_id = ${commitmentId}
      AND ${knownBy('comment', knownOn)}
    ORDER BY comment.recorded_at DESC, comment.id`.execute(db);
  return rows;
}
