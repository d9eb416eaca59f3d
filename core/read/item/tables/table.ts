// What every reader of a table gets: the grid with its columns settled, and where in which document it stands.
import type { DocumentIdentity, Item, ItemFamily, ItemKind, Span } from '../../reading.ts';
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

/** An item of a table with everything empty that the caller does not give. */
export function tableItem(
  span: Span,
  kind: ItemKind,
  family: ItemFamily,
  section: string,
  given: Partial<Omit<Item, 'start' | 'end' | 'kind' | 'family' | 'section'>>,
): Item {
  return {
    start: span.start,
    end: span.end,
    kind,
    family,
    number: '',
    title: '',
    metric: '',
    comparator: null,
    value: null,
    unit: '',
    direction: 'none',
    relative: null,
    relativeType: null,
    force: null,
    modality: null,
    owners: [],
    official: null,
    deadline: null,
    milestones: [],
    allocations: [],
    section,
    ...given,
  };
}
