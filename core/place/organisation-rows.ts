// What a workbook says about an organisation: departments, posts, accounts. A row counts whole or not at all, every bad cell is named.
import { type IsoDate, isIsoDate } from '../quantity/date.ts';
import { normaliseUnitName, type UnitKind } from './org-unit.ts';
import { isRole, type Role, roleGrantProblem } from './role.ts';

export interface SheetOfCells {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

export const organisationSheets = {
  单位: ['单位', '类型', '所在地区', '上级单位', '其他名称'],
  岗位: ['单位', '岗位', '主要负责'],
  账号: ['账号名', '显示名称', '邮箱', '角色', '地区', '单位', '起始日'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A sheet for people; the import passes over it. */
export const explanationSheet = '说明';

export const unitKindWords: Readonly<Record<string, UnitKind>> = {
  市级: 'city',
  区县: 'district',
  部门: 'department',
  开发区: 'zone',
  街道: 'street',
  党群: 'party',
  企业: 'enterprise',
};

export type OrganisationRowProblem =
  | 'organisation.sheetUnknown'
  | 'organisation.headingMissing'
  | 'organisation.cellMissing'
  | 'organisation.cellTooLong'
  | 'organisation.kindUnknown'
  | 'organisation.placeUnknown'
  | 'organisation.unitUnknown'
  | 'organisation.nameTwice'
  | 'organisation.loginInvalid'
  | 'organisation.mailInvalid'
  | 'organisation.roleUnknown'
  | 'organisation.roleNeedsPlace'
  | 'organisation.roleNeedsUnit'
  | 'organisation.dayInvalid'
  | 'organisation.yesOrNo';

export interface BadCell {
  readonly sheet: string;
  /** As the spreadsheet numbers it, from 1. */
  readonly row: number;
  /** A, B, C … */
  readonly column: string;
  readonly code: OrganisationRowProblem;
  readonly value: string;
}

export interface UnitRow {
  readonly name: string;
  readonly kind: UnitKind;
  readonly place: string | null;
  readonly parent: string | null;
  readonly aliases: readonly string[];
}
export interface PostRow {
  readonly unit: string;
  readonly title: string;
  readonly leads: boolean;
}
export interface AccountRow {
  readonly login: string;
  readonly name: string;
  readonly mail: string;
  readonly role: Role;
  readonly place: string | null;
  readonly unit: string | null;
  readonly from: IsoDate;
}

/** What is there already; names are looked up by it, and nothing is added twice. */
export interface KnownOrganisation {
  readonly units: readonly string[];
  /** Unit and title, joined by a line break. */
  readonly posts: readonly string[];
  readonly logins: readonly string[];
  readonly places: ReadonlyMap<string, string>;
  readonly roles: ReadonlyMap<string, Role>;
  readonly today: IsoDate;
}

export interface OrganisationRows {
  readonly total: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly cells: readonly BadCell[];
  readonly units: readonly UnitRow[];
  readonly posts: readonly PostRow[];
  readonly accounts: readonly AccountRow[];
}

const longest = 80;
const mailShape = /^[^\s@]{1,64}@[^\s@]{1,120}\.[^\s@]{2,}$/;
const loginShape = /^[a-z0-9][a-z0-9._-]{1,62}$/;

export const columnName = (index: number): string => {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
};

/** One row being read: asking for a cell notes what is wrong with it. */
class Row {
  readonly bad: BadCell[] = [];
  readonly #cells: readonly string[];
  readonly #columns: ReadonlyMap<string, number>;
  readonly #at: { readonly sheet: string; readonly row: number };

  constructor(
    cells: readonly string[],
    columns: ReadonlyMap<string, number>,
    at: { readonly sheet: string; readonly row: number },
  ) {
    this.#cells = cells;
    this.#columns = columns;
    this.#at = at;
  }

  refuse(heading: string, code: OrganisationRowProblem): null {
    const index = this.#columns.get(heading) ?? 0;
    const value = (this.#cells[index] ?? '').slice(0, longest);
    this.bad.push({ ...this.#at, column: columnName(index), code, value });
    return null;
  }

  text(heading: string): string {
    const text = (this.#cells[this.#columns.get(heading) ?? -1] ?? '').trim();
    if (text.length > longest * 3) this.refuse(heading, 'organisation.cellTooLong');
    return text;
  }

  needed(heading: string): string {
    const text = this.text(heading);
    if (text === '') this.refuse(heading, 'organisation.cellMissing');
    else if (text.length > longest) this.refuse(heading, 'organisation.cellTooLong');
    return text;
  }
}

/** What has been read so far, so that a post may stand in a unit of the same workbook. */
interface Reading {
  readonly known: KnownOrganisation;
  readonly units: Map<string, UnitRow>;
  readonly posts: Map<string, PostRow>;
  readonly accounts: Map<string, AccountRow>;
}

const findUnit = ({ known, units }: Reading, printed: string): string | null => {
  const key = normaliseUnitName(printed);
  return [...known.units, ...units.keys()].find((name) => normaliseUnitName(name) === key) ?? null;
};

function placeIn(row: Row, heading: string, { known }: Reading): string | null {
  const text = row.text(heading);
  if (text === '') return null;
  return known.places.get(text) ?? row.refuse(heading, 'organisation.placeUnknown');
}

function unitIn(row: Row, heading: string, reading: Reading): string | null {
  const text = row.text(heading);
  if (text === '') return null;
  return findUnit(reading, text) ?? row.refuse(heading, 'organisation.unitUnknown');
}

const kindNamed = (word: string): UnitKind | undefined =>
  Object.hasOwn(unitKindWords, word) ? unitKindWords[word] : undefined;

function readUnit(row: Row, reading: Reading): void {
  const name = row.needed('单位');
  if (name !== '' && findUnit(reading, name) !== null) row.refuse('单位', 'organisation.nameTwice');
  const kind = kindNamed(row.needed('类型')) ?? row.refuse('类型', 'organisation.kindUnknown');
  const place = placeIn(row, '所在地区', reading);
  const parent = unitIn(row, '上级单位', reading);
  const aliases = row
    .text('其他名称')
    .split(/[、,，;；]/)
    .map((alias) => alias.trim())
    .filter((alias) => alias !== '');
  if (row.bad.length === 0 && kind) reading.units.set(name, { name, kind, place, parent, aliases });
}

function readPost(row: Row, reading: Reading): void {
  const printed = row.needed('单位');
  const unit = printed === '' ? null : unitIn(row, '单位', reading);
  const title = row.needed('岗位');
  const leads = row.text('主要负责');
  if (!['', '是', '否'].includes(leads)) row.refuse('主要负责', 'organisation.yesOrNo');
  const key = `${unit}\n${title}`;
  if (reading.known.posts.includes(key) || reading.posts.has(key))
    row.refuse('岗位', 'organisation.nameTwice');
  if (row.bad.length === 0 && unit !== null) reading.posts.set(key, { unit, title, leads: leads === '是' });
}

function readAccount(row: Row, reading: Reading): void {
  const login = row.needed('账号名').toLowerCase();
  if (login !== '' && !loginShape.test(login)) row.refuse('账号名', 'organisation.loginInvalid');
  if (reading.known.logins.includes(login) || reading.accounts.has(login))
    row.refuse('账号名', 'organisation.nameTwice');
  const name = row.needed('显示名称');
  const mail = row.text('邮箱');
  if (mail !== '' && !mailShape.test(mail)) row.refuse('邮箱', 'organisation.mailInvalid');
  const printedRole = row.needed('角色');
  const role = reading.known.roles.get(printedRole) ?? (isRole(printedRole) ? printedRole : null);
  if (role === null && printedRole !== '') row.refuse('角色', 'organisation.roleUnknown');
  const place = placeIn(row, '地区', reading);
  const unit = unitIn(row, '单位', reading);
  const printedDay = row.text('起始日').replaceAll('/', '-');
  const from =
    printedDay === ''
      ? reading.known.today
      : isIsoDate(printedDay)
        ? printedDay
        : row.refuse('起始日', 'organisation.dayInvalid');
  if (row.bad.length > 0 || role === null || from === null) return;
  const problem = roleGrantProblem({ role, place, unit, from, to: null });
  if (problem === 'role.needsPlace') row.refuse('地区', 'organisation.roleNeedsPlace');
  else if (problem === 'role.needsUnit') row.refuse('单位', 'organisation.roleNeedsUnit');
  else reading.accounts.set(login, { login, name, mail, role, place, unit, from });
}

const readers = { 单位: readUnit, 岗位: readPost, 账号: readAccount } as const;
const isSheet = (name: string): name is keyof typeof readers => Object.hasOwn(readers, name);

/** Units before posts before accounts, whatever the order of the sheets. */
export function readOrganisation(
  sheets: readonly SheetOfCells[],
  known: KnownOrganisation,
): OrganisationRows {
  const reading: Reading = { known, units: new Map(), posts: new Map(), accounts: new Map() };
  const cells: BadCell[] = [];
  let [total, rejected] = [0, 0];
  for (const sheet of sheets)
    if (!isSheet(sheet.name.trim()) && sheet.name.trim() !== explanationSheet)
      cells.push({
        sheet: sheet.name,
        row: 1,
        column: 'A',
        code: 'organisation.sheetUnknown',
        value: sheet.name,
      });
  for (const name of ['单位', '岗位', '账号'] as const) {
    const sheet = sheets.find((each) => each.name.trim() === name);
    const [headings = [], ...rows] = sheet?.rows ?? [];
    const columns = new Map(headings.map((heading, index) => [heading.trim(), index]));
    const missing = sheet ? organisationSheets[name].filter((heading) => !columns.has(heading)) : [];
    for (const heading of missing)
      cells.push({ sheet: name, row: 1, column: 'A', code: 'organisation.headingMissing', value: heading });
    for (const [index, line] of rows.entries()) {
      if (line.every((cell) => cell.trim() === '')) continue;
      total += 1;
      const row = new Row(line, columns, { sheet: name, row: index + 2 });
      if (missing.length === 0) readers[name](row, reading);
      if (missing.length > 0 || row.bad.length > 0) rejected += 1;
      cells.push(...row.bad);
    }
  }
  const { units, posts, accounts } = reading;
  return {
    ...{ total, rejected, accepted: total - rejected, cells },
    units: [...units.values()],
    posts: [...posts.values()],
    accounts: [...accounts.values()],
  };
}
