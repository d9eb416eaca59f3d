// What every reader of a table gets: the grid with its columns settled, and where in which document it stands.
import type { DocumentIdentity, Item, ItemDetail, ItemFamily, ItemKind, Span } from '../../reading.ts';
import type { FoldedText, GridBlock, Mention } from '../../structure.ts';
import type { Column } from './column.ts';

export interface TableInput {
  readonly grid: GridBlock;
  readonly columns: readonly Column[];
  readonly folded: FoldedText;
  readonly mentions: readonly Mention[];
  readonly identity: DocumentIdentity | null;
  /** Year the document is about. */
  readonly year: number | null;
  /** Paragraphs of the same document above the table, the nearest last. */
  readonly above: readonly Span[];
  /** Caption, and where it has none the text of the heading above. */
  readonly caption: string;
}

/** Whether the document or the table itself is a list of livelihood projects (民生实事). */
export const isLivelihood = ({ identity, caption }: TableInput): boolean =>
  identity?.kind === 'livelihoodList' || /民生|实事/.test(caption);

type Given = Partial<Omit<Item, 'start' | 'end' | 'kind' | 'family' | 'section' | 'detail'>> & {
  readonly detail?: ItemDetail | undefined;
};

/** An item of a table with everything empty that the caller does not give. */
export function tableItem(
  span: Span,
  kind: ItemKind,
  family: ItemFamily,
  section: string,
  given: Given,
): Item {
  // Field by field: copying with ... costs more than reading the cell.
  const item: { -readonly [Key in keyof Item]: Item[Key] } = {
    start: span.start,
    end: span.end,
    kind,
    family,
    number: given.number ?? '',
    title: given.title ?? '',
    metric: given.metric ?? '',
    comparator: given.comparator ?? null,
    value: given.value ?? null,
    unit: given.unit ?? '',
    direction: given.direction ?? 'none',
    relative: given.relative ?? null,
    relativeType: given.relativeType ?? null,
    force: given.force ?? null,
    modality: given.modality ?? null,
    owners: given.owners ?? [],
    official: given.official ?? null,
    deadline: given.deadline ?? null,
    milestones: given.milestones ?? [],
    allocations: given.allocations ?? [],
    section,
  };
  if (given.detail !== undefined) item.detail = given.detail;
  return item;
}
