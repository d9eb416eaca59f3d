// What an indicator table promises and reports: per row a target and, where a column of figures exists, a result.
import type { IndicatorDetail, Item, Owner, Span, Unread } from '../../reading.ts';
import { readOwners } from '../owners.ts';
import { isBlank, isDash, printedSpan, textAt } from '../tables/cell.ts';
import type { Column } from '../tables/column.ts';
import type { TableInput } from '../tables/table.ts';
import { tableItem } from '../tables/table.ts';
import type { IndicatorRow } from './indicator-rows.ts';
import { indicatorRows, valueCell } from './indicator-rows.ts';
import type { CellReading } from './value-cell.ts';
import { readValueCell } from './value-cell.ts';
import type { ValueColumn } from './value-columns.ts';
import { areBeside, isSibling, partner, unitFor, valueColumns } from './value-columns.ts';

const force = (text: string): Item['force'] =>
  text.includes('约束') ? 'binding' : /预期|指导|预测/.test(text) ? 'anticipatory' : null;

/** Words printed where no figure was available yet all read as a dash. */
const actualOf = (text: string): string => (isBlank(text) ? '' : isDash(text) ? '-' : text);

interface RowFacts {
  readonly row: IndicatorRow;
  readonly span: Span;
  readonly owners: readonly Owner[];
  readonly force: Item['force'];
  readonly printed: string | null;
}

function textOf(row: IndicatorRow, column: Column | undefined): string {
  return column === undefined ? '' : (valueCell(row, column.index)?.text.trim() ?? '');
}

function factsOf(row: IndicatorRow, columns: readonly Column[]): RowFacts {
  const find = (role: Column['role']): Column | undefined => columns.find((column) => column.role === role);
  const owners: Owner[] = [];
  for (const role of ['lead', 'support'] as const) {
    const text = textOf(row, find(role));
    if (isBlank(text) || isDash(text)) continue;
    owners.push(...readOwners(text, { role: owners.length === 0 ? 'lead' : 'support' }));
  }
  const printed = textOf(row, find('assessment'));
  return {
    row,
    span: printedSpan(row.row),
    owners,
    force: force(textOf(row, find('property'))),
    printed: isBlank(printed) || isDash(printed) ? null : printed,
  };
}

const metricOf = (row: IndicatorRow): string => (row.part === '' ? row.name : `${row.name}(${row.part})`);

function itemOf(
  facts: RowFacts,
  value: ValueColumn,
  reading: CellReading,
  detail: IndicatorDetail,
  section: string,
): Item {
  const { row } = facts;
  return tableItem(facts.span, value.kind, 'indicator', section, {
    number: row.number,
    title: row.name,
    metric: metricOf(row),
    comparator: reading.comparator,
    value: reading.value,
    unit: reading.unit,
    direction: reading.direction,
    relative: reading.relative,
    relativeType: reading.relativeType,
    modality: reading.strive ? 'strive' : null,
    force: facts.force,
    owners: facts.owners,
    detail,
  });
}

/** 倍差, 比 and 系数 are numbers without a unit; so is a cell of the unit column that holds a dash. */
const unitless = /比$|倍差|系数|指数|之比|倍数/;

function lacksUnit(item: Item, row: IndicatorRow, unitColumn: Column | undefined): boolean {
  if (item.value === null || item.unit !== '') return false;
  if (unitColumn !== undefined && isDash(textAt(row.row, unitColumn.index + row.shift))) return false;
  return !unitless.test(row.name);
}

const isEmpty = (text: string): boolean => isBlank(text) || isDash(text);

/** Where total and growth stand beside each other, a row may print one of them only. */
function isOtherMeasure(row: IndicatorRow, value: ValueColumn, values: readonly ValueColumn[]): boolean {
  return (
    isEmpty(textOf(row, value.column)) &&
    values.some((one) => isSibling(one, value) && !isEmpty(textOf(row, one.column)))
  );
}

const spanOf = (cell: Span | null): Span | null =>
  cell === null ? null : { start: cell.start, end: cell.end };

/** What the row prints for a column and for the column it answers; null where neither prints anything. */
function detailOf(
  input: TableInput,
  facts: RowFacts,
  value: ValueColumn,
  values: readonly ValueColumn[],
): IndicatorDetail | null {
  const { row } = facts;
  const own = valueCell(row, value.column.index);
  const other = partner(value, values);
  const otherCell = other === undefined ? null : valueCell(row, other.column.index);
  if (isBlank(own?.text ?? '') && isBlank(otherCell?.text ?? '')) return null;
  const [target, actual] = value.kind === 'target' ? [own, otherCell] : [otherCell, own];
  const hasActual = value.kind === 'result' || other !== undefined;
  const period = value.kind === 'result' ? value.period : (other?.period ?? value.period);
  return {
    of: 'indicator',
    table: input.caption,
    year: value.period.year,
    name: row.name,
    part: row.part,
    targetText: target?.text.trim() ?? '',
    targetSpan: spanOf(target),
    actualText: hasActual ? actualOf(actual?.text ?? '') : null,
    actualSpan: hasActual ? spanOf(actual) : null,
    periodStart: period.start,
    periodEnd: period.end,
    printed: facts.printed,
  };
}

export function readIndicatorTable(input: TableInput): {
  readonly items: readonly Item[];
  readonly unread: readonly Unread[];
} {
  const unitColumn = input.columns.find((column) => column.role === 'unit');
  const values = valueColumns(input);
  const beside = areBeside(values);
  const items: Item[] = [];
  const unread: Unread[] = [];
  for (const row of indicatorRows(input.grid, input.columns)) {
    const facts = factsOf(row, input.columns);
    for (const value of values) {
      if (beside && isOtherMeasure(row, value, values)) continue;
      const detail = detailOf(input, facts, value, values);
      if (detail === null) continue;
      const unit = unitFor(value, row.unit, beside);
      const reading = readValueCell(textOf(row, value.column), unit, metricOf(row));
      const item = itemOf(facts, value, reading, detail, input.grid.path);
      items.push(item);
      const cell = valueCell(row, value.column.index);
      if (cell !== null && lacksUnit(item, row, unitColumn)) {
        unread.push({ start: cell.start, end: cell.end, why: 'unitMissing' });
      }
    }
  }
  return { items, unread };
}
