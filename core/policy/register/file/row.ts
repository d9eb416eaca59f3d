// What a row of a register file says: a sound row, or every bad cell with its name; nothing of a bad row is taken.
import type { CertificateName } from '../certificate.ts';
import { type CreditCodeProblem, creditCodeProblem } from '../credit-code.ts';
import { isIdNumber, isPhone } from '../person.ts';
import type { CellProblem } from '../read-cell.ts';
import { type CellReader, cellReader, flagReader } from './cell.ts';
import { columnOf, nearestHeading, type PlainField, personalFields, type RegisterColumn } from './column.ts';

export type RowProblem =
  | CellProblem
  | CreditCodeProblem
  | 'row.missing'
  | 'row.placeUnknown'
  | 'row.yearInvalid'
  | 'row.textTooLong'
  | 'row.phoneInvalid'
  | 'row.idInvalid'
  | 'row.certificateEnds'
  | 'row.codeTwice';

export interface Fault {
  readonly column: number;
  readonly code: RowProblem;
}

export interface RegisterRow {
  readonly code: string;
  readonly year: number;
  readonly name: string;
  readonly placeId: string;
  readonly contact: {
    readonly representative: string;
    readonly phone: string;
    readonly idNumber: string;
  } | null;
  /** By the position of its fact, from 0; what the file does not say is null. */
  readonly figures: readonly (number | null)[];
  readonly certificates: readonly { kind: CertificateName; startsOn: number; endsOn: number | null }[];
}

export type RowRead =
  | { readonly ok: true; readonly row: RegisterRow }
  | { readonly ok: false; readonly faults: readonly Fault[] };

export interface UnknownColumn {
  readonly column: number;
  readonly heading: string;
  readonly nearest: string | null;
}

export interface RowReader {
  readonly unknown: readonly UnknownColumn[];
  /** Columns whose cells are personal. */
  readonly personal: ReadonlySet<number>;
  readonly codeColumn: number;
  read(cells: readonly string[]): RowRead;
}

export type HeadingProblem = 'register.noHeading' | 'register.columnTwice';

export interface ReaderOptions {
  /** Year of the figures where the file does not say. */
  readonly year: number;
  /** Place of a printed name; null where there is none. */
  readonly placeOf: (name: string) => string | null;
  /** Position of a fact by name. */
  readonly positionOf: (fact: string) => number;
}

interface NumberColumn {
  readonly column: number;
  readonly position: number;
  readonly read: CellReader;
}

const longestText = 200;

/** A row that names the code and the name is the heading. */
export const isHeading = (cells: readonly string[]): boolean => {
  const found = cells.map(columnOf).flatMap((column) => (column?.kind === 'plain' ? [column.field] : []));
  return found.includes('code') && found.includes('name');
};

const dayReader = cellReader(
  {
    ...{ name: 'day', storage: 'f64', measure: 'date', nullable: true, least: -25567, greatest: 84005 },
    ...{ label: { zh: '日期', en: 'Day' }, unit: null },
  },
  '',
);

type Ends = Readonly<Record<'startsOn' | 'endsOn', number>>;

/** Where what stands in the table; -1 where it does not. */
interface Columns {
  readonly plain: ReadonlyMap<PlainField, number>;
  readonly numbers: readonly NumberColumn[];
  readonly certificates: ReadonlyMap<CertificateName, Ends>;
  readonly unknown: readonly UnknownColumn[];
}

function keyOf(meant: RegisterColumn): string {
  if (meant.kind === 'plain') return meant.field;
  if (meant.kind === 'number') return meant.fact.name;
  return meant.kind === 'flag' ? meant.flag.name : `${meant.certificate} ${meant.end}`;
}

/** A number where one thing stands in two columns: the second of them. */
function columnsOf(heading: readonly string[], positionOf: ReaderOptions['positionOf']): Columns | number {
  const plain = new Map<PlainField, number>();
  const numbers: NumberColumn[] = [];
  const certificates = new Map<CertificateName, Ends>();
  const unknown: UnknownColumn[] = [];
  const seen = new Set<string>();
  for (const [column, text] of heading.entries()) {
    if (text.trim() === '') continue;
    const meant = columnOf(text);
    if (!meant) {
      unknown.push({ column, heading: text.slice(0, 60), nearest: nearestHeading(text) });
      continue;
    }
    const key = keyOf(meant);
    if (seen.has(key)) return column;
    seen.add(key);
    if (meant.kind === 'plain') plain.set(meant.field, column);
    else if (meant.kind === 'number')
      numbers.push({ column, position: positionOf(key), read: cellReader(meant.fact, meant.unit) });
    else if (meant.kind === 'flag') numbers.push({ column, position: positionOf(key), read: flagReader });
    else {
      const ends = certificates.get(meant.certificate) ?? { startsOn: -1, endsOn: -1 };
      certificates.set(meant.certificate, { ...ends, [meant.end]: column });
    }
  }
  return { plain, numbers, certificates, unknown };
}

type Cells = readonly string[];
type Refuse = (column: number, code: RowProblem) => void;

const cellAt = (cells: Cells, column: number): string => (column < 0 ? '' : (cells[column] ?? '').trim());

/** Who it is, where and of which year; null where a cell is bad. */
function identityReader(plain: Columns['plain'], { year: ownYear, placeOf }: ReaderOptions) {
  const at = (field: PlainField): number => plain.get(field) ?? -1;
  const [codeAt, nameAt, placeAt, yearAt] = [at('code'), at('name'), at('place'), at('year')];
  return (cells: Cells, refuse: Refuse): Pick<RegisterRow, 'code' | 'name' | 'placeId' | 'year'> => {
    const [code, name] = [cellAt(cells, codeAt), cellAt(cells, nameAt)];
    const codeProblem = creditCodeProblem(code);
    if (codeProblem) refuse(codeAt, codeProblem);
    if (name === '') refuse(nameAt, 'row.missing');
    else if (name.length > longestText) refuse(nameAt, 'row.textTooLong');
    const printed = cellAt(cells, placeAt);
    const placeId = printed === '' ? '' : placeOf(printed);
    if (placeId === null) refuse(placeAt, 'row.placeUnknown');
    const printedYear = cellAt(cells, yearAt);
    const isYear = printedYear === '' || /^(?:19|20|21)\d{2}年?$/.test(printedYear);
    if (!isYear) refuse(yearAt, 'row.yearInvalid');
    const year = printedYear === '' ? ownYear : Number.parseInt(printedYear, 10);
    return { code, name, placeId: placeId ?? '', year };
  };
}

function contactReader(plain: Columns['plain']) {
  const at = (field: PlainField): number => plain.get(field) ?? -1;
  const [nameAt, phoneAt, idAt] = [at('representative'), at('phone'), at('idNumber')];
  const hasContact = Math.max(nameAt, phoneAt, idAt) >= 0;
  return (cells: Cells, refuse: Refuse): RegisterRow['contact'] => {
    if (!hasContact) return null;
    const [representative, phone] = [cellAt(cells, nameAt), cellAt(cells, phoneAt)];
    const idNumber = cellAt(cells, idAt);
    if (representative.length > longestText) refuse(nameAt, 'row.textTooLong');
    if (phone !== '' && !isPhone(phone)) refuse(phoneAt, 'row.phoneInvalid');
    if (idNumber !== '' && !isIdNumber(idNumber)) refuse(idAt, 'row.idInvalid');
    return { representative, phone, idNumber };
  };
}

function figureReader(numbers: Columns['numbers']) {
  const width = numbers.reduce((most, { position }) => Math.max(most, position + 1), 0);
  return (cells: Cells, refuse: Refuse): RegisterRow['figures'] => {
    const figures: (number | null)[] = new Array(width).fill(null);
    for (const { column, position, read } of numbers) {
      const text = cells[column];
      if (text === undefined || text === '') continue;
      const cell = read(text);
      if (!cell.ok) refuse(column, cell.code);
      else if (cell.value !== null) figures[position] = Number(cell.value);
    }
    return figures;
  };
}

type Held = RegisterRow['certificates'][number];

/** One certificate of a row; null where there is none, or a bad cell. */
function certificateOf(kind: CertificateName, columns: Ends, cells: Cells, refuse: Refuse): Held | null {
  const [from, until] = [cellAt(cells, columns.startsOn), cellAt(cells, columns.endsOn)];
  if (from === '' && until === '') return null;
  const [starts, ends] = [dayReader(from), dayReader(until)];
  if (!starts.ok) refuse(columns.startsOn, starts.code);
  else if (starts.value === null)
    refuse(columns.startsOn < 0 ? columns.endsOn : columns.startsOn, 'row.missing');
  if (!ends.ok) refuse(columns.endsOn, ends.code);
  if (!starts.ok || !ends.ok || starts.value === null) return null;
  const [startsOn, endsOn] = [Number(starts.value), ends.value === null ? null : Number(ends.value)];
  if (endsOn === null || endsOn >= startsOn) return { kind, startsOn, endsOn };
  refuse(columns.endsOn, 'row.certificateEnds');
  return null;
}

/** Reads the heading once; `column` of a problem is the second of two columns for one thing. */
export function rowReader(
  heading: readonly string[],
  options: ReaderOptions,
): { ok: true; reader: RowReader } | { ok: false; code: HeadingProblem; column: number } {
  const columns = columnsOf(heading, options.positionOf);
  if (typeof columns === 'number') return { ok: false, code: 'register.columnTwice', column: columns };
  const { plain, unknown, numbers } = columns;
  const codeColumn = plain.get('code');
  if (codeColumn === undefined || !plain.has('name'))
    return { ok: false, code: 'register.noHeading', column: 0 };
  const personal = new Set([...personalFields].flatMap((field) => plain.get(field) ?? []));
  const [identity, contact, figures] = [
    identityReader(plain, options),
    contactReader(plain),
    figureReader(numbers),
  ];
  const certificateColumns = [...columns.certificates];
  const read = (cells: Cells): RowRead => {
    const faults: Fault[] = [];
    const refuse: Refuse = (column, code) => void faults.push({ column, code });
    const row = {
      ...identity(cells, refuse),
      contact: contact(cells, refuse),
      figures: figures(cells, refuse),
    };
    const certificates = certificateColumns.flatMap(
      ([kind, ends]) => certificateOf(kind, ends, cells, refuse) ?? [],
    );
    return faults.length > 0 ? { ok: false, faults } : { ok: true, row: { ...row, certificates } };
  };
  return { ok: true, reader: { unknown, personal, codeColumn, read } };
}
