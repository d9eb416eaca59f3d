// Takes monthly investment of many projects from a table: each row held against its own series, each bad cell named.
import { mayKeep } from '../../../core/project/finding.ts';
import { type MonthRow, type MonthRowProblem, readMonthRows } from '../../../core/project/month-rows.ts';
import type { ProjectEntry } from '../../../core/project/project.ts';
import type { RefusedRow } from '../../../core/project/project-rows.ts';
import { yearOf } from '../../../core/quantity/calendar.ts';
import { cellName } from '../../../core/quantity/sheet.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { listEntries } from '../../store/project/entry.ts';
import { listPassed } from '../../store/project/gate.ts';
import {
  addMonths,
  listMonthsOf,
  type MonthRecord,
  type MonthRow as StoredMonth,
} from '../../store/project/investment.ts';
import { type Actor, perform } from '../perform.ts';
import { dutyReader } from './duty.ts';
import {
  explanationSheet,
  type ImportWish,
  type ProjectSheetGiven,
  type TableRead,
} from './import-register.ts';
import { findingsOfMonth } from './report-month.ts';
import { readProjectRules } from './rules.ts';
import { asksOf } from './standing.ts';

interface Register {
  readonly byId: ReadonlyMap<string, ProjectEntry>;
  readonly findProjectId: (code: string | null, name: string) => string | null;
}

async function loadRegister({ db, jurisdiction }: Context, year: number): Promise<Register> {
  const [entries, passed] = await Promise.all([
    listEntries(db, jurisdiction, year),
    listPassed(db, jurisdiction, null),
  ]);
  const days = new Map(passed.map(({ projectId, passedOn }) => [projectId, passedOn]));
  const byId = new Map(entries.map((entry) => [entry.id, { ...entry, passedOn: days.get(entry.id) ?? {} }]));
  const byCode = new Map(entries.flatMap(({ code, id }) => (code === null ? [] : [[code, id] as const])));
  const byName = new Map<string, string[]>();
  for (const { name, id } of entries) byName.set(name, [...(byName.get(name) ?? []), id]);
  const findProjectId = (code: string | null, name: string): string | null => {
    if (code !== null) return byCode.get(code) ?? null;
    const same = byName.get(name) ?? [];
    return same.length === 1 ? (same[0] ?? null) : null;
  };
  return { byId, findProjectId };
}

interface Sorted {
  readonly taken: (MonthRecord & { readonly sheet: string; readonly row: number; readonly name: string })[];
  readonly refused: RefusedRow<ProblemCode>[];
}

type Placed = MonthRow & { readonly sheet: string; readonly column: number };

/** Months of one table in the order of time, so that each is held against the one before it, wherever that comes from. */
async function sortOut(
  context: Context,
  actor: Actor,
  register: Register,
  rows: readonly Placed[],
): Promise<Sorted> {
  const { db, jurisdiction } = context;
  const ids = [...new Set(rows.map(({ projectId }) => projectId))];
  const [stored, settings, isOurs] = await Promise.all([
    listMonthsOf(db, jurisdiction, ids),
    readProjectRules(context),
    dutyReader(context, actor, [...register.byId.values()]),
  ]);
  const series = new Map<string, (StoredMonth | MonthRecord)[]>();
  for (const month of stored) series.set(month.projectId, [...(series.get(month.projectId) ?? []), month]);
  const sorted: Sorted = { taken: [], refused: [] };
  const refuse = (row: Placed, code: ProblemCode, params: Readonly<Record<string, string>>): void => {
    const at = cellName(row.row, row.column);
    const text = row.sinceJanuary;
    const told = { ...params, cell: at, text };
    sorted.refused.push({ sheet: row.sheet, row: row.row, at, text, code, params: told });
  };
  for (const row of [...rows].sort((a, b) => (a.periodEnd < b.periodEnd ? -1 : 1))) {
    const entry = register.byId.get(row.projectId);
    if (!entry || !isOurs(entry)) {
      refuse(row, 'projectRows.notYours', {});
      continue;
    }
    const own = series.get(row.projectId) ?? [];
    const last = own.findLast(({ periodEnd }) => periodEnd === row.periodEnd)?.sequence ?? 0;
    const { projectId, periodEnd, sinceJanuary, picture, physical, explanation } = row;
    const report = { projectId, periodEnd, sinceJanuary, picture, physical, sequence: last + 1 };
    const findings = findingsOfMonth(report, own, entry, settings);
    if (!mayKeep(findings, explanation)) {
      const first =
        findings.find(({ weight }) => weight === 'refuses') ??
        findings.find(({ weight }) => weight === 'asks');
      if (first) refuse(row, first.code, first.params);
      continue;
    }
    // A table says nothing of it; the gates do.
    const building = entry.passedOn.started !== undefined && entry.passedOn.completed === undefined;
    const record = { ...report, building, asked: asksOf(findings), explanation };
    series.set(projectId, [...own, record]);
    sorted.taken.push({ ...record, sheet: row.sheet, row: row.row, name: entry.name });
  }
  return sorted;
}

export function importMonths(
  context: Context,
  actor: Actor,
  wish: ImportWish,
  sheets: readonly ProjectSheetGiven[],
): Promise<Result<TableRead, ProblemCode>> {
  const once = { caller: actor.caller, key: null };
  return perform<TableRead, ProblemCode>(context, once, async (inside, note) => {
    const register = await loadRegister(inside, wish.year);
    const rows: Placed[] = [];
    const refused: RefusedRow<MonthRowProblem>[] = [];
    let total = 0;
    for (const { name: sheet, rows: cells } of sheets.filter(({ name }) => name !== explanationSheet)) {
      const { findProjectId } = register;
      const outcome = readMonthRows({ sheet, rows: cells, findProjectId, today: inside.today() });
      for (const row of outcome.taken) rows.push({ ...row, sheet, column: outcome.amountColumn });
      refused.push(...outcome.refused);
      total += outcome.total;
    }
    if (total === 0) return fail('project.noRows');
    const ofYear = (row: Placed): boolean => yearOf(row.periodEnd) === wish.year;
    for (const row of rows.filter((each) => !ofYear(each))) {
      const at = cellName(row.row, row.column);
      const params = { cell: at, text: row.periodEnd };
      const told = { at, text: row.periodEnd, code: 'projectRows.monthInvalid' as const, params };
      refused.push({ sheet: row.sheet, row: row.row, ...told });
    }
    const sorted = await sortOut(inside, actor, register, rows.filter(ofYear));
    const all = [...refused, ...sorted.refused];
    if (sorted.taken.length === 0 && all.every(({ code }) => code === 'projectRows.notYours'))
      return fail('object.notFound');
    if (wish.mode === 'take' && sorted.taken.length > 0) {
      const { db, jurisdiction } = inside;
      if (!(await addMonths(db, jurisdiction, sorted.taken, actor.caller.accountId)))
        return fail('state.changed');
      const detail = { taken: sorted.taken.length, refused: all.length, year: wish.year };
      note({ act: 'project.importMonths', objectKind: 'project', objectId: `${wish.year}`, detail });
    }
    const taken = sorted.taken.map(({ sheet, row, name }) => ({ sheet, row, name }));
    return succeed({ taken, refused: all, total });
  });
}
