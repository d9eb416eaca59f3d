// Published project tables: those that were adopted, and those of a document that wait for a person.
import type { projectRoutes } from '../../../core/contract/projects.ts';
import type { InputOf } from '../../../core/contract/route.ts';
import { disagreements } from '../../../core/project/published.ts';
import { askedOf, type DocumentTable, tablesOf } from '../../act/project/adopt-table.ts';
import type { Context } from '../../context.ts';
import { getDocument } from '../../store/document.ts';
import {
  listProjectDocuments,
  listTables,
  type PublishedRow,
  type TableRow,
} from '../../store/project/table.ts';

type Answer = InputOf<(typeof projectRoutes)['GET /api/projects/tables']['response']>;
type Table = Answer['tables'][number];

const rowsView = (rows: readonly PublishedRow[]): Table['rows'] =>
  rows.map(({ spans, ...row }) => ({
    ...row,
    spans: Object.fromEntries(
      Object.entries(spans).map(([column, [start, end]]): [string, [number, number]] => [
        column,
        [start, end],
      ]),
    ),
  }));

export const adoptedView = (table: TableRow): Table => ({
  documentId: table.documentId,
  documentTitle: table.documentTitle,
  caption: table.caption,
  year: table.year,
  groupedBy: table.groupedBy,
  rows: rowsView(table.rows),
  disagreements: [...table.asked],
  holding: 0,
  adopted: { by: table.by, at: table.at, explanation: table.explanation },
});

const foundView = (table: DocumentTable, documentId: string, documentTitle: string): Table => {
  const asked = disagreements(table);
  return {
    ...{ documentId, documentTitle, caption: table.caption, year: table.year, groupedBy: table.groupedBy },
    rows: rowsView(table.published),
    disagreements: asked.map(askedOf),
    holding: table.checks.length - asked.length,
    adopted: null,
  };
};

/** Tables of one document, or of every document that has any; adopted ones say by whom. */
export async function getPublishedTables(context: Context, documentId: string | undefined): Promise<Answer> {
  const { db, jurisdiction } = context;
  const documents = documentId === undefined ? await listProjectDocuments(db, jurisdiction) : [documentId];
  const adopted = await listTables(db, jurisdiction, null);
  const tables: Table[] = [];
  for (const id of documents) {
    const [found, document] = await Promise.all([tablesOf(context, id), getDocument(db, jurisdiction, id)]);
    const title = document?.title || document?.file_name || '';
    for (const table of found ?? []) {
      const view = foundView(table, id, title);
      const before = adopted.find((each) => each.documentId === id && each.caption === table.caption);
      tables.push(before ? { ...adoptedView(before), holding: view.holding } : view);
    }
  }
  return { tables };
}
