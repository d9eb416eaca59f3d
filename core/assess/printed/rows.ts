// Which rows of a reading's indicator tables print a target with a figure, sub-rows and double columns brought together.
import { foldCell, saysNoFigure } from '../../plan/words/cell-words.ts';
import type { IndicatorDetail, Item } from '../../read/reading.ts';

/** One numbered row, with its sub-rows. */
export interface TableRow {
  readonly number: string;
  readonly name: string;
  readonly parts: readonly (IndicatorDetail & {
    readonly unit: string;
    /** Unit of the figure where it is another one: 个百分点 asked, % reported. */
    readonly figureUnit: string;
    readonly start: number;
    readonly end: number;
  })[];
}

export type Part = TableRow['parts'][number];

/** A figure of last year beside a target of this year is a base, no result. */
function pairsUp(detail: IndicatorDetail): boolean {
  if (detail.actualText === null || detail.targetText === '') return false;
  return (
    detail.year === null || detail.periodEnd === null || Number(detail.periodEnd.slice(0, 4)) === detail.year
  );
}

type Units = ReadonlyMap<string, string>;

/** A row may print two targets (总量, 增速): its columns are told apart by what they print. */
function unitKey(item: Item, kind: 'target' | 'result'): string {
  const detail = item.detail?.of === 'indicator' ? item.detail : null;
  const printed = kind === 'target' ? detail?.targetText : detail?.actualText;
  return `${kind}\t${item.start}\t${item.metric}\t${printed ?? ''}`;
}

/** Units of targets and of results by row: the two items of a row share place and metric. */
const unitsOf = (items: readonly Item[]): Units =>
  new Map(
    items.flatMap((item) =>
      item.unit === '' || item.kind === 'task' ? [] : [[unitKey(item, item.kind), item.unit] as const],
    ),
  );

/** Tables of the reading that hold targets with figures, row by row; a target item and its result item are one row. */
export function tablesOf(items: readonly Item[]): ReadonlyMap<string, readonly TableRow[]> {
  const tables = new Map<string, Map<string, { number: string; name: string; parts: Part[] }>>();
  const units = unitsOf(items);
  for (const item of items) {
    const { detail } = item;
    if (item.family !== 'indicator' || detail?.of !== 'indicator' || !pairsUp(detail)) continue;
    const rows =
      tables.get(detail.table) ?? new Map<string, { number: string; name: string; parts: Part[] }>();
    tables.set(detail.table, rows);
    const key = `${item.number}\t${detail.name}`;
    const row = rows.get(key) ?? { number: item.number, name: detail.name, parts: [] };
    rows.set(key, row);
    const known = row.parts.some(
      (part) => part.part === detail.part && part.start === item.start && same(part, detail),
    );
    if (known) continue;
    const asked = units.get(unitKey(item, 'target'));
    const reported = units.get(unitKey(item, 'result'));
    row.parts.push({
      ...detail,
      unit: asked ?? reported ?? '',
      figureUnit: reported ?? asked ?? '',
      start: item.start,
      end: item.end,
    });
  }
  return new Map([...tables].map(([caption, rows]) => [caption, [...rows.values()]]));
}

const same = (a: IndicatorDetail, b: IndicatorDetail): boolean =>
  a.targetText === b.targetText && a.actualText === b.actualText;

/** Sub-rows that share target and figure are one promise under the row's own name. */
export function promisesOf(row: TableRow): readonly { metric: string; part: Part }[] {
  const distinct = row.parts.filter(
    (part, index) => row.parts.findIndex((other) => same(other, part)) === index,
  );
  return distinct.map((part) => ({
    metric: distinct.length === 1 || part.part === '' ? row.name : part.part,
    part,
  }));
}

/** True where the document gives the row a figure or a statement. */
export const isReported = (row: TableRow): boolean =>
  row.parts.some((part) => !saysNoFigure(foldCell(part.actualText ?? '')));
