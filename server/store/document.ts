// Rows of documents: the bytes as they came, the text every offset points into, and what the reader said.
import { sql } from 'kysely';
import { type IsoDate, isIsoDate } from '../../core/quantity/date.ts';
import type { DocumentIdentity, DocumentKind, Reading } from '../../core/read/reading.ts';
import type { Note } from '../bytes/note.ts';
import { knownBy } from './known.ts';
import type { Db } from './open.ts';

export interface NewDocument {
  readonly id: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
  readonly text: string;
  readonly reading: Reading;
  readonly notes: readonly Note[];
  readonly replaces: string | null;
}

/** False where the same bytes are already here. */
export async function addDocument(db: Db, jurisdiction: string, given: NewDocument): Promise<boolean> {
  const { items: _items, ...reading } = given.reading;
  const added = await db
    .insertInto('document')
    .values({
      jurisdiction_id: jurisdiction,
      id: given.id,
      sha256: given.sha256,
      file_name: given.fileName,
      media_type: given.mediaType,
      bytes: given.bytes,
      text: given.text,
      title: reading.document.title,
      number: reading.document.number,
      issuer: reading.document.issuer,
      issued_on: isIsoDate(reading.document.date) ? reading.document.date : null,
      kind: reading.document.kind,
      characters: given.text.length,
      quantities: reading.quantities.length,
      tables: reading.tables.length,
      findings: reading.checks.filter((check) => !check.ok).length,
      headings: JSON.stringify(reading.headings),
      checks: JSON.stringify(reading.checks),
      unread: JSON.stringify(reading.unread),
      reading: JSON.stringify({ ...reading, notes: given.notes }),
      replaces: given.replaces,
    })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'sha256']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

export interface DocumentRow {
  readonly id: string;
  readonly title: string;
  readonly number: string;
  readonly issuer: string;
  readonly issued_on: IsoDate | null;
  readonly kind: DocumentKind;
  readonly file_name: string;
  readonly media_type: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly characters: number;
  readonly quantities: number;
  readonly tables: number;
  readonly recorded_at: string;
  readonly items: number;
  readonly adopted: number;
  readonly rejected: number;
  readonly findings: number;
  readonly replaces: string | null;
}

const rowsOf = (db: Db, jurisdiction: string) =>
  db
    .selectFrom('document')
    .select([
      'id',
      'title',
      'number',
      'issuer',
      'issued_on',
      'kind',
      'file_name',
      'media_type',
      'sha256',
      'characters',
      'quantities',
      'tables',
      'recorded_at',
      'findings',
      'replaces',
    ])
    .select([
      sql<number>`octet_length(bytes)`.as('bytes'),
      sql<number>`(SELECT count(*)::int FROM item WHERE item.jurisdiction_id = document.jurisdiction_id
                   AND item.document_id = document.id)`.as('items'),
      countOf(['adopt', 'merge']).as('adopted'),
      countOf(['reject']).as('rejected'),
    ])
    .where('jurisdiction_id', '=', jurisdiction);

const countOf = (decisions: readonly string[]) =>
  sql<number>`(SELECT count(*)::int FROM item JOIN decision
                 ON decision.jurisdiction_id = item.jurisdiction_id AND decision.item_id = item.id
               WHERE item.jurisdiction_id = document.jurisdiction_id AND item.document_id = document.id
                 AND decision.decision = ANY (${decisions}::text[]))`;

export const listDocuments = (db: Db, jurisdiction: string): Promise<DocumentRow[]> =>
  rowsOf(db, jurisdiction).orderBy('recorded_at', 'desc').orderBy('id').execute();

export const getDocument = (db: Db, jurisdiction: string, id: string): Promise<DocumentRow | undefined> =>
  rowsOf(db, jurisdiction).where('id', '=', id).executeTakeFirst();

export const getDocumentByHash = (db: Db, jurisdiction: string, sha256: string) =>
  db
    .selectFrom('document')
    .select('id')
    .where('jurisdiction_id', '=', jurisdiction)
    .where('sha256', '=', sha256)
    .executeTakeFirst();

/** The newest reading of a document with this number and date. */
export const getLastVersion = (db: Db, jurisdiction: string, number: string, issuedOn: IsoDate) =>
  db
    .selectFrom('document')
    .select('id')
    .where('jurisdiction_id', '=', jurisdiction)
    .where('number', '=', number)
    .where('issued_on', '=', issuedOn)
    .orderBy('recorded_at', 'desc')
    .limit(1)
    .executeTakeFirst();

/** What deciding on a document needs: its text, its headings and who issued it when. */
export const getDocumentFindings = (db: Db, jurisdiction: string, id: string) =>
  db
    .selectFrom('document')
    .select(['headings', 'checks', 'unread', 'text'])
    .select(sql<DocumentIdentity>`reading -> 'document'`.as('identity'))
    .select(sql<readonly Note[]>`coalesce(reading -> 'notes', '[]')`.as('notes'))
    .where('jurisdiction_id', '=', jurisdiction)
    .where('id', '=', id)
    .executeTakeFirst();

export const getDocumentText = (db: Db, jurisdiction: string, id: string) =>
  db
    .selectFrom('document')
    .select('text')
    .where('jurisdiction_id', '=', jurisdiction)
    .where('id', '=', id)
    .executeTakeFirst();

export const getDocumentBytes = (db: Db, jurisdiction: string, id: string) =>
  db
    .selectFrom('document')
    .select(['bytes', 'file_name', 'media_type'])
    .where('jurisdiction_id', '=', jurisdiction)
    .where('id', '=', id)
    .executeTakeFirst();

/** Title, number and date of each document, for the line under a quotation. */
export const listDocumentTitles = (db: Db, jurisdiction: string, knownOn: IsoDate | null) =>
  db
    .selectFrom('document')
    .select(['id', 'title', 'number', 'issued_on', 'file_name', 'kind', 'findings', 'recorded_at'])
    .where('jurisdiction_id', '=', jurisdiction)
    .where(knownBy('document', knownOn))
    .execute();
