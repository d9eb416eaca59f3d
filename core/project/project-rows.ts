// What a list of projects says (xlsx, CSV): one entry a row, each bad cell named; what is asked about needs an explanation in the row.
import type { IsoDate } from '../quantity/date.ts';
import { parseDecimal } from '../quantity/decimal.ts';
import { cellName, findHeading, type Heading, isEmptyRow, readDay } from '../quantity/sheet.ts';
import { type Finding, finding, mayKeep } from './finding.ts';
import { inYi, printed, type Yi } from './money.ts';
import {
  checkEntry,
  type EntryProblem,
  type Financing,
  foldCode,
  type MoneySource,
  type ProjectEntry,
  type ProjectKind,
  type ProjectLevel,
  type ProjectList,
} from './project.ts';
import { gateFields, type ProjectField, projectFields, projectHeadings } from './project-columns.ts';
import type { ProjectSettings } from './settings.ts';
import { type GateProblem, gateFindings } from './stage.ts';

export type ProjectRowProblem =
  | EntryProblem
  | GateProblem
  | 'rows.noHeading'
  | 'projectRows.wordUnknown'
  | 'projectRows.placeUnknown'
  | 'projectRows.dayInvalid'
  | 'projectRows.numberInvalid'
  | 'projectRows.twice'
  | 'projectRows.alreadyThere'
  | 'projectRows.notYours';

export interface ProjectRow {
  readonly row: number;
  readonly entry: ProjectEntry;
  readonly explanation: string;
  /** What was asked about and explained. */
  readonly asked: readonly Finding<string>[];
}

export interface RefusedRow<Code extends string = ProjectRowProblem> {
  readonly sheet: string;
  readonly row: number;
  readonly at: string;
  readonly text: string;
  readonly code: Code;
  readonly params: Readonly<Record<string, string>>;
}

export interface ProjectRowsOutcome {
  readonly taken: readonly ProjectRow[];
  readonly refused: readonly RefusedRow[];
  /** Rows that are not empty, below the heading: taken + refused, always. */
  readonly total: number;
}

/** Words a cell may hold, each with the value it stands for. */
export type WordsOf<Value extends string> = ReadonlyMap<string, Value>;

export interface ProjectSheet {
  readonly sheet: string;
  readonly rows: readonly (readonly string[])[];
  readonly year: number;
  readonly today: IsoDate;
  readonly settings: ProjectSettings;
  readonly findPlaceId: (printed: string) => string | null;
  readonly words: ProjectWords;
}

/** The printed words of kinds, lists, levels, sources and gates: from the vocabulary, and as codes. */
export interface ProjectWords {
  readonly kinds: WordsOf<ProjectKind>;
  readonly lists: WordsOf<ProjectList>;
  readonly levels: WordsOf<ProjectLevel>;
  readonly sources: WordsOf<MoneySource>;
}

/** 新开工 and new, 市级财政 and cityBudget: what a person writes and what a program writes. */
export function wordsOf<Value extends string>(
  values: readonly Value[],
  labels: Readonly<Record<Value, { readonly zh: string; readonly en: string }>>,
): WordsOf<Value> {
  return new Map(
    values.flatMap((value) => [
      [value, value] as const,
      [labels[value].zh, value] as const,
      [labels[value].en, value] as const,
    ]),
  );
}

interface Bad {
  readonly field: ProjectField;
  readonly code: ProjectRowProblem;
  readonly params?: Readonly<Record<string, string>>;
}

const parts = (text: string): string[] =>
  text
    .split(/[、,，;；\n]/)
    .map((part) => part.trim())
    .filter(Boolean);

/** One row behind its heading. A cell that cannot be read is among the faults, and what it gives then counts for nothing. */
class RowCells {
  readonly faults: Bad[] = [];
  readonly #cells: readonly string[];
  readonly #heading: Heading<ProjectField>;
  readonly #head: readonly string[];
  constructor(cells: readonly string[], heading: Heading<ProjectField>, head: readonly string[]) {
    this.#cells = cells;
    this.#heading = heading;
    this.#head = head;
  }

  text(field: ProjectField): string {
    return this.#cells[this.#heading.columnOf(field)]?.trim() ?? '';
  }

  /** In 亿元; a heading that declares 万元 is converted exactly, and a number alone is in the unit of its heading. */
  money(field: ProjectField): Yi | null {
    const text = this.text(field).replaceAll(',', '').replaceAll('，', '');
    if (text === '') return null;
    const unit = /[（(]\s*([^()（）]*元)\s*[)）]/.exec(this.#head[this.#heading.columnOf(field)] ?? '')?.[1];
    const value = parseDecimal(text) ? inYi(text, unit ?? '亿元') : null;
    if (!value) this.faults.push({ field, code: 'projectRows.numberInvalid' });
    return value && printed(value);
  }

  day(field: ProjectField): IsoDate | null {
    const text = this.text(field);
    const day = text === '' ? null : readDay(text);
    if (day === null && text !== '') this.faults.push({ field, code: 'projectRows.dayInvalid' });
    return day;
  }

  many<Value extends string>(field: ProjectField, words: WordsOf<Value>): readonly Value[] {
    return parts(this.text(field)).flatMap((part) => this.word(field, part, words) ?? []);
  }

  word<Value extends string>(field: ProjectField, part: string, words: WordsOf<Value>): Value | null {
    const value = words.get(part);
    if (value !== undefined) return value;
    const known = [...words.keys()].filter((word) => /[\u4e00-\u9fff]/.test(word)).join('、');
    this.faults.push({ field, code: 'projectRows.wordUnknown', params: { known } });
    return null;
  }
}

/** 市级财政 3.2；专项债券 2 — a source with or without its amount in 亿元. */
function readFinancing(cells: RowCells, words: ProjectWords): readonly Financing[] {
  return parts(cells.text('financing')).flatMap((part) => {
    const found = /^([^\d:：]+?)\s*[:：]?\s*(\d[\d.]*)?(?:亿元)?$/.exec(part);
    const source = cells.word('financing', found?.[1]?.trim() ?? part, words.sources);
    const amount = found?.[2] ?? null;
    if (amount !== null && !parseDecimal(amount))
      cells.faults.push({ field: 'financing', code: 'projectRows.numberInvalid' });
    return source === null ? [] : [{ source, amount }];
  });
}

const yes = /^(?:是|有|√|✓|1|yes|true)$/i;

function readDays(cells: RowCells, planned: boolean): Readonly<Record<string, IsoDate>> {
  const days: Record<string, IsoDate> = {};
  for (const [gate, fields] of Object.entries(gateFields)) {
    const day = cells.day(planned ? fields.planned : fields.passed);
    if (day !== null) days[gate] = day;
  }
  return days;
}

function readEntry(cells: RowCells, table: ProjectSheet): ProjectEntry {
  const { words } = table;
  const placeIds = parts(cells.text('place')).flatMap((part) => {
    const id = table.findPlaceId(part);
    if (id === null) cells.faults.push({ field: 'place', code: 'projectRows.placeUnknown' });
    return id ?? [];
  });
  const code = foldCode(cells.text('code'));
  return {
    id: '',
    code: code === '' ? null : code,
    name: cells.text('name'),
    content: cells.text('content'),
    kind: cells.word('kind', cells.text('kind'), words.kinds) ?? 'reserve',
    field: cells.text('field'),
    levels: cells.many('levels', words.levels),
    placeIds: [...new Set(placeIds)],
    ownerUnit: cells.text('ownerUnit'),
    leadUnit: cells.text('leadUnit') === '' ? null : cells.text('leadUnit'),
    total: cells.money('total'),
    annualPlan: cells.money('annualPlan'),
    beforeYear: cells.money('beforeYear'),
    feasibility: cells.money('feasibility'),
    designEstimate: cells.money('designEstimate'),
    year: table.year,
    financing: readFinancing(cells, words),
    governmentFunded: yes.test(cells.text('governmentFunded')),
    lists: cells.many('lists', words.lists),
    approvedOn: cells.day('approvedOn'),
    plannedOn: readDays(cells, true),
    passedOn: readDays(cells, false),
  };
}

/** Which cell a finding of the whole entry is shown at. */
const fieldOfProblem: Readonly<Partial<Record<ProjectRowProblem, ProjectField>>> = {
  'project.codeMissing': 'code',
  'project.codeShape': 'code',
  'project.codeTwice': 'code',
  'project.placeMissing': 'place',
  'project.annualOverTotal': 'annualPlan',
  'project.unitJump': 'total',
  'project.financingGap': 'financing',
  'project.sourceMissing': 'financing',
  'project.estimateOver': 'designEstimate',
  'project.listOfKind': 'lists',
  'project.startBeforeApproval': 'passedStarted',
};

/** What makes two rows one project: the code, or for want of one name and places. */
export const rowKey = ({ code, name, placeIds }: ProjectEntry): string =>
  code ?? `${name}\t${placeIds.join()}`;

function readRow(
  cells: RowCells,
  table: ProjectSheet,
  seen: ReadonlySet<string>,
): Omit<ProjectRow, 'row'> | Bad {
  const entry = readEntry(cells, table);
  const [fault] = cells.faults;
  if (fault) return fault;
  if (seen.has(rowKey(entry)))
    return { field: entry.code === null ? 'name' : 'code', code: 'projectRows.twice' };
  const findings = [
    ...checkEntry(entry, table.settings),
    // A yearly list seldom tells every gate: a gap is noted, and shown on the page of the project.
    ...gateFindings(entry, table.settings.chain.value, table.today).map((found) =>
      found.code === 'gate.skipped' ? finding(found.code, 'notes', found.params) : found,
    ),
  ];
  const explanation = cells.text('explanation');
  if (mayKeep(findings, explanation))
    return { entry, explanation, asked: findings.filter(({ weight }) => weight === 'asks') };
  const first =
    findings.find(({ weight }) => weight === 'refuses') ?? findings.find(({ weight }) => weight === 'asks');
  if (!first) return { field: 'name', code: 'project.nameMissing' };
  return { field: fieldOfProblem[first.code] ?? 'name', code: first.code, params: first.params };
}

const isBad = (value: object): value is Bad => 'code' in value;

/** Reads one sheet of projects; a sheet without a heading row is refused row by row, so that the sum still holds. */
export function readProjectRows(table: ProjectSheet): ProjectRowsOutcome {
  const heading = findHeading(table.rows, projectFields, projectHeadings, ['name', 'place', 'kind']);
  const head = heading ? (table.rows[heading.row] ?? []) : [];
  const seen = new Set<string>();
  const taken: ProjectRow[] = [];
  const refused: RefusedRow[] = [];
  for (const [row, cells] of table.rows.entries()) {
    if ((heading && row <= heading.row) || isEmptyRow(cells)) continue;
    const read: Omit<ProjectRow, 'row'> | Bad = heading
      ? readRow(new RowCells(cells, heading, head), table, seen)
      : { field: 'name', code: 'rows.noHeading' };
    if (!isBad(read)) {
      seen.add(rowKey(read.entry));
      taken.push({ row, ...read });
      continue;
    }
    const column = Math.max(0, heading?.columnOf(read.field) ?? 0);
    const at = cellName(row, column);
    const text = heading ? (cells[column]?.trim() ?? '') : cells.join(' ').slice(0, 80);
    const params = { ...read.params, cell: at, text };
    refused.push({ sheet: table.sheet, row, at, text, code: read.code, params });
  }
  return { taken, refused, total: taken.length + refused.length };
}
