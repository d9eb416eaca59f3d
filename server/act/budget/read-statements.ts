// The statements that were read from a stored document, with its text: what a person reviews.
import { type BudgetStatement, statementsFromItems } from '../../../core/budget/statements-from-items.ts';
import type { Check, Item } from '../../../core/read/reading.ts';
import type { Context } from '../../context.ts';
import type { Origin } from '../../store/budget/entry.ts';
import { getDocumentFindings } from '../../store/document.ts';
import { listItems } from '../../store/item.ts';

export interface DocumentStatements {
  readonly documentId: string;
  readonly title: string;
  readonly text: string;
  readonly items: readonly Item[];
  readonly checks: readonly Check[];
  readonly statements: readonly BudgetStatement[];
}

/** undefined where there is no such document. */
export async function readStatements(
  { db, jurisdiction }: Context,
  documentId: string,
): Promise<DocumentStatements | undefined> {
  const [document, rows] = await Promise.all([
    getDocumentFindings(db, jurisdiction, documentId),
    listItems(db, jurisdiction, documentId),
  ]);
  if (!document) return undefined;
  const items = rows.map(({ body }) => body);
  return {
    documentId,
    title: document.identity.title,
    text: document.text,
    items,
    checks: document.checks.filter(({ rule }) => rule.startsWith('budget.')),
    statements: statementsFromItems(items),
  };
}

/** The sentence that an item stands in; its own words where that is too long. */
export const originOf = ({ documentId, text, items }: DocumentStatements, index: number): Origin | null => {
  const item = items[index];
  if (!item) return null;
  const { start, end } = item;
  return { documentId, start, end, quote: text.slice(start, Math.min(end, start + 200)) };
};
