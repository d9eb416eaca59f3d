// What a row of a register file says: a sound row, or every bad cell with its name; nothing of a bad row is taken.
import { type CertificateName, certificateKinds } from '../certificate.ts';
import { type CreditCodeProblem, creditCodeProblem } from '../credit-code.ts';
import { isIdNumber, isPhone } from '../person.ts';
import type { CellProblem } from '../read-cell.ts';
import { type CellReader, cellReader, flagReader } from './cell.ts';
import { columnOf, nearestHeading, type PlainField, personalFields } from './column.ts';

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

const dayReader = (text: string, end: 'startsOn' | 'endsOn') => {
  const fact = {
    name: end,
    storage: 'f64',
    measure: 'date',
    nullable: true,
    least: -25567,
    greatest: 84005,
  } as const;
  return cellReader({ ...fact, label: certificateKinds.highTech.label, unit: null }, '')(text);
};

/** Reads the heading once; `column` of a problem is the second of two columns for one thing. */
export function rowReader(
  heading: readonly string[],
  { year: ownYear, placeOf, positionOf }: ReaderOptions,
): { ok: true; reader: RowReader } | { ok: false; code: HeadingProblem; column: number } {
  const plain = new Map<PlainField, number>();
  const numbers: NumberColumn[] = [];
  const certificates = new Map<CertificateName, { startsOn: number; endsOn: number }>();
  const unknown: UnknownColumn[] = [];
  const seen = new Set<string>();
  for (const [column, text] of heading.entries()) {
    if (text.trim() === '') continue;
    const meant = columnOf(text);
    if (!meant) {
      unknown.push({ column, heading: text.slice(0, 60), nearest: nearestHeading(text) });
      continue;
    }
    const key =
      meant.kind === 'plain'
        ? meant.field
        : meant.kind === 'number'
          ? meant.fact.name
          : meant.kind === 'flag'
            ? meant.flag.name
            : `${meant.certificate} ${meant.end}`;
    if (seen.has(key)) return { ok: false, code: 'register.columnTwice', column };
    seen.add(key);
    if (meant.kind === 'plain') plain.set(meant.field, column);
    else if (meant.kind === 'number')
      numbers.push({
        column,
        position: positionOf(meant.fact.name),
        read: cellReader(meant.fact, meant.unit),
      });
    else if (meant.kind === 'flag')
      numbers.push({ column, position: positionOf(meant.flag.name), read: flagReader });
    else {
      const ends = certificates.get(meant.certificate) ?? { startsOn: -1, endsOn: -1 };
      certificates.set(meant.certificate, { ...ends, [meant.end]: column });
    }
  }
  const [codeColumn, nameColumn] = [plain.get('code'), plain.get('name')];
  if (codeColumn === undefined || nameColumn === undefined)
    return { ok: false, code: 'register.noHeading', column: 0 };
  const placeColumn = plain.get('place') ?? -1;
  const yearColumn = plain.get('year') ?? -1;
  const contactColumns = (['representative', 'phone', 'idNumber'] as const).map(
    (field) => plain.get(field) ?? -1,
  );
  const hasContact = contactColumns.some((column) => column >= 0);
  const personal = new Set([...personalFields].flatMap((field) => plain.get(field) ?? []));
  const width = numbers.reduce((most, { position }) => Math.max(most, position + 1), 0);
  const certificateColumns = [...certificates];

  const read = (cells: readonly string[]): RowRead => {
    const faults: Fault[] = [];
    const at = (column: number): string => (column < 0 ? '' : (cells[column] ?? '').trim());
    const refuse = (column: number, code: RowProblem): void => void faults.push({ column, code });

    const code = at(codeColumn);
    const codeProblem = creditCodeProblem(code);
    if (codeProblem) refuse(codeColumn, codeProblem);
    const name = at(nameColumn);
    if (name === '') refuse(nameColumn, 'row.missing');
    else if (name.length > longestText) refuse(nameColumn, 'row.textTooLong');
    const printed = at(placeColumn);
    const placeId = printed === '' ? '' : placeOf(printed);
    if (placeId === null) refuse(placeColumn, 'row.placeUnknown');
    const printedYear = at(yearColumn);
    const year =
      printedYear === ''
        ? ownYear
        : /^(?:19|20|21)\d{2}年?$/.test(printedYear)
          ? Number.parseInt(printedYear, 10)
          : null;
    if (year === null) refuse(yearColumn, 'row.yearInvalid');

    const [representative = '', phone = '', idNumber = ''] = contactColumns.map(at);
    const [representativeAt = -1, phoneAt = -1, idAt = -1] = contactColumns;
    if (representative.length > longestText) refuse(representativeAt, 'row.textTooLong');
    if (phone !== '' && !isPhone(phone)) refuse(phoneAt, 'row.phoneInvalid');
    if (idNumber !== '' && !isIdNumber(idNumber)) refuse(idAt, 'row.idInvalid');

    const figures: (number | null)[] = new Array(width).fill(null);
    for (const column of numbers) {
      const text = cells[column.column];
      if (text === undefined || text === '') continue;
      const cell = column.read(text);
      if (!cell.ok) refuse(column.column, cell.code);
      else if (cell.value !== null) figures[column.position] = Number(cell.value);
    }
    const held: RegisterRow['certificates'][number][] = [];
    for (const [kind, columns] of certificateColumns) {
      const [from, until] = [at(columns.startsOn), at(columns.endsOn)];
      if (from === '' && until === '') continue;
      const [starts, ends] = [dayReader(from, 'startsOn'), dayReader(until, 'endsOn')];
      if (!starts.ok) refuse(columns.startsOn, starts.code);
      else if (starts.value === null)
        refuse(columns.startsOn < 0 ? columns.endsOn : columns.startsOn, 'row.missing');
      if (!ends.ok) refuse(columns.endsOn, ends.code);
      if (!starts.ok || !ends.ok || starts.value === null) continue;
      const [startsOn, endsOn] = [Number(starts.value), ends.value === null ? null : Number(ends.value)];
      if (endsOn !== null && endsOn < startsOn) refuse(columns.endsOn, 'row.certificateEnds');
      else held.push({ kind, startsOn, endsOn });
    }
    if (faults.length > 0 || year === null || placeId === null) return { ok: false, faults };
    const contact = hasContact ? { representative, phone, idNumber } : null;
    return { ok: true, row: { code, year, name, placeId, contact, figures, certificates: held } };
  };
  return { ok: true, reader: { unknown, personal, codeColumn, read } };
}
