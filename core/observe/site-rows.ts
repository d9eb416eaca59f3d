// What a table of sites says (xlsx, CSV): name, place, coordinates in a declared system, share; each bad cell named, nothing guessed.

import type { DecimalText } from '../plan/commitment.ts';
import {
  type Bounds,
  type Coordinate,
  type CoordinateProblem,
  type CoordinateSystem,
  readCoordinate,
} from '../plan/coordinate.ts';
import type { IsoDate } from '../quantity/date.ts';
import { compare, parseDecimal, ZERO } from '../quantity/decimal.ts';
import { cellName, findHeading, type Headings, isEmptyRow, readDay } from '../quantity/sheet.ts';

export const siteFields = [
  'name',
  'place',
  'address',
  'longitude',
  'latitude',
  'share',
  'unit',
  'dueOn',
  'standard',
  'acceptance',
] as const;
export type SiteField = (typeof siteFields)[number];

export const siteHeadings: Headings<SiteField> = {
  name: ['点位', '点位名称', '名称', 'site', 'name'],
  place: ['区县', '区、县(市)', '属地', '地区', 'district', 'place'],
  address: ['地址', '位置', '详细地址', 'address'],
  longitude: ['经度', 'longitude', 'lng', 'lon'],
  latitude: ['纬度', 'latitude', 'lat'],
  share: ['数量', '规模', '建设数量', 'quantity'],
  unit: ['单位', '计量单位', 'unit'],
  dueOn: ['完成时限', '完成时间', '计划完成时间', 'due'],
  standard: ['建设标准', '标准', 'standard'],
  acceptance: ['验收要求', '验收标准', 'acceptance'],
};

export type SiteRowProblem =
  | CoordinateProblem
  | 'rows.noHeading'
  | 'siteRows.nameMissing'
  | 'siteRows.nameTwice'
  | 'siteRows.placeUnknown'
  | 'siteRows.coordinateHalf'
  | 'siteRows.shareInvalid'
  | 'siteRows.dayInvalid'
  | 'siteRows.notYours'
  | 'siteRows.alreadyThere';

export interface SiteRow {
  readonly row: number;
  readonly name: string;
  readonly placeId: string;
  readonly address: string;
  readonly coordinate: Coordinate | null;
  readonly share: DecimalText;
  readonly unit: string;
  /** Null where the table gives none: the due day of the project holds. */
  readonly dueOn: IsoDate | null;
  readonly standard: string;
  readonly acceptance: string;
}

export interface RefusedSiteRow {
  readonly sheet: string;
  readonly row: number;
  readonly at: string;
  readonly text: string;
  readonly code: SiteRowProblem;
  readonly params: Readonly<Record<string, string>>;
}

export interface SiteRowsOutcome {
  readonly taken: readonly SiteRow[];
  readonly refused: readonly RefusedSiteRow[];
  /** Rows that are not empty, below the heading: taken + refused, always. */
  readonly total: number;
}

export interface SiteTable {
  readonly sheet: string;
  readonly rows: readonly (readonly string[])[];
  /** Declared by whoever uploads; never guessed from the digits. */
  readonly system: CoordinateSystem;
  readonly bounds: Bounds | null;
  readonly findPlaceId: (printed: string) => string | null;
  /** Unit of the project's target, for tables without a column of units. */
  readonly unit: string;
}

interface Bad {
  readonly field: SiteField;
  readonly code: SiteRowProblem;
  readonly params?: Readonly<Record<string, string>>;
}

const isBad = (value: object): value is Bad => 'code' in value;

function readCells(
  text: (field: SiteField) => string,
  table: SiteTable,
  seen: ReadonlySet<string>,
): Omit<SiteRow, 'row'> | Bad {
  const [name, place, x, y] = [text('name'), text('place'), text('longitude'), text('latitude')];
  if (name === '') return { field: 'name', code: 'siteRows.nameMissing' };
  const placeId = table.findPlaceId(place);
  if (placeId === null) return { field: 'place', code: 'siteRows.placeUnknown' };
  if (seen.has(`${placeId}\t${name}`)) return { field: 'name', code: 'siteRows.nameTwice' };
  if ((x === '') !== (y === ''))
    return { field: x === '' ? 'longitude' : 'latitude', code: 'siteRows.coordinateHalf' };
  const read = x === '' ? null : readCoordinate(x, y, table.system, table.bounds);
  if (read && !read.ok) return { field: 'longitude', code: read.code, params: read.params };
  const share = text('share') === '' ? '1' : text('share').replaceAll(',', '');
  const amount = parseDecimal(share);
  if (!amount || compare(amount, ZERO) <= 0) return { field: 'share', code: 'siteRows.shareInvalid' };
  const dueOn = text('dueOn') === '' ? null : readDay(text('dueOn'));
  if (dueOn === null && text('dueOn') !== '') return { field: 'dueOn', code: 'siteRows.dayInvalid' };
  return {
    name,
    placeId,
    address: text('address'),
    coordinate: read?.value ?? null,
    share,
    unit: text('unit') === '' ? table.unit : text('unit'),
    dueOn,
    standard: text('standard'),
    acceptance: text('acceptance'),
  };
}

/** Reads one sheet of sites; a sheet without a heading row is refused row by row, so that the sum still holds. */
export function readSiteRows(table: SiteTable): SiteRowsOutcome {
  const heading = findHeading(table.rows, siteFields, siteHeadings, ['name', 'place']);
  const columnOf = (field: SiteField): number => heading?.columnOf(field) ?? -1;
  const seen = new Set<string>();
  const taken: SiteRow[] = [];
  const refused: RefusedSiteRow[] = [];
  for (const [row, cells] of table.rows.entries()) {
    if ((heading && row <= heading.row) || isEmptyRow(cells)) continue;
    const text = (field: SiteField): string => cells[columnOf(field)]?.trim() ?? '';
    const read: Omit<SiteRow, 'row'> | Bad = heading
      ? readCells(text, table, seen)
      : { field: 'name', code: 'rows.noHeading' };
    if (!isBad(read)) {
      seen.add(`${read.placeId}\t${read.name}`);
      taken.push({ row, ...read });
      continue;
    }
    const at = cellName(row, Math.max(0, columnOf(read.field)));
    const words = heading ? text(read.field) : cells.join(' ').slice(0, 80);
    refused.push({
      sheet: table.sheet,
      row,
      at,
      text: words,
      code: read.code,
      params: { ...read.params, cell: at, text: words },
    });
  }
  return { taken, refused, total: taken.length + refused.length };
}
