// Takes the yearly list of projects from a table: read by the rule, each row within the sender's duty; sound rows are taken, or only checked.
import { randomUUID } from 'node:crypto';
import { mayKeep } from '../../../core/project/finding.ts';
import { moneySources, projectKinds, projectLevels, projectLists } from '../../../core/project/project.ts';
import {
  type ProjectRow,
  type ProjectRowProblem,
  type RefusedRow,
  readProjectRows,
  rowKey,
  wordsOf,
} from '../../../core/project/project-rows.ts';
import { jumpsSince } from '../../../core/project/unit-jump.ts';
import { cellName } from '../../../core/quantity/sheet.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import {
  moneySourceLabel,
  projectKindLabel,
  projectLevelLabel,
  projectListLabel,
} from '../../../core/vocabulary/project.ts';
import type { Context } from '../../context.ts';
import { listAllPlaces } from '../../store/jurisdiction.ts';
import {
  addEntries,
  addProjects,
  claimCodes,
  findCodes,
  lastNumbers,
  listEntries,
  listNewestEntries,
} from '../../store/project/entry.ts';
import { addGates, type GateRecord, listPassed } from '../../store/project/gate.ts';
import { type Actor, perform } from '../perform.ts';
import { dutyReader } from './duty.ts';
import { readProjectRules } from './rules.ts';

export interface ProjectSheetGiven {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

export interface ImportWish {
  readonly year: number;
  readonly mode: 'check' | 'take';
}

export interface TableRead {
  readonly taken: readonly { readonly sheet: string; readonly row: number; readonly name: string }[];
  readonly refused: readonly RefusedRow<ProblemCode>[];
  readonly total: number;
}

interface Taken extends ProjectRow {
  readonly sheet: string;
}

/** The sheet of a template that only explains. */
export const explanationSheet = '填写说明';

/** 市本级 is a place of its own. */
export const ownLevel = { id: 'ownLevel', zh: '市本级', en: 'City level' } as const;

const words = {
  kinds: wordsOf(projectKinds, projectKindLabel),
  lists: wordsOf(projectLists, projectListLabel),
  levels: wordsOf(projectLevels, projectLevelLabel),
  sources: wordsOf(moneySources, moneySourceLabel),
};

async function placeFinder({ db, jurisdiction }: Context): Promise<(printed: string) => string | null> {
  const places = await listAllPlaces(db, jurisdiction);
  const idOf = new Map(places.flatMap(({ id, name }) => [[name, id] as const, [id, id] as const]));
  idOf.set(ownLevel.zh, ownLevel.id).set(ownLevel.id, ownLevel.id).set(ownLevel.en, ownLevel.id);
  return (printed) => idOf.get(printed) ?? null;
}

interface Sorted {
  readonly taken: readonly (Taken & { readonly known: boolean })[];
  readonly refused: readonly RefusedRow<ProjectRowProblem>[];
}

/** Rows that the rule takes, but outside the sender's duty or in the register of the year already, are refused by their cells too. */
async function sortOut(
  context: Context,
  actor: Actor,
  year: number,
  rows: readonly Taken[],
): Promise<Sorted> {
  const { db, jurisdiction } = context;
  const codes = rows.flatMap(({ entry }) => entry.code ?? []);
  const [owners, register, isOurs] = await Promise.all([
    findCodes(db, jurisdiction, codes),
    listEntries(db, jurisdiction, year),
    dutyReader(
      context,
      actor,
      rows.map(({ entry }) => entry),
    ),
  ]);
  const idOfCode = new Map(owners.map(({ code, projectId }) => [code, projectId]));
  const newest = await listNewestEntries(db, jurisdiction, [...new Set(idOfCode.values())]);
  const lastOf = new Map(newest.map((entry) => [entry.id, entry]));
  const inYear = new Set(register.flatMap((entry) => [entry.id, rowKey({ ...entry, passedOn: {} })]));
  const taken: (Taken & { known: boolean })[] = [];
  const refused: RefusedRow<ProjectRowProblem>[] = [];
  for (const row of rows) {
    const { entry, sheet } = row;
    const before = entry.code === null ? undefined : idOfCode.get(entry.code);
    const isThere = inYear.has(rowKey(entry)) || (before !== undefined && inYear.has(before));
    const jumps = jumpsSince(entry, before === undefined ? undefined : lastOf.get(before));
    const [jump] = jumps;
    if (isOurs(entry) && !isThere && mayKeep(jumps, row.explanation)) {
      const id = before ?? randomUUID();
      const asked = [...row.asked, ...jumps];
      taken.push({ ...row, asked, entry: { ...entry, id }, known: before !== undefined });
      continue;
    }
    if (isOurs(entry) && !isThere && jump) {
      const cell = cellName(row.row, 0);
      const own = { sheet, row: row.row, at: cell, text: entry.code ?? entry.name, code: jump.code };
      refused.push({ ...own, params: { ...jump.params, cell } });
      continue;
    }
    const code = isThere ? ('projectRows.alreadyThere' as const) : ('projectRows.notYours' as const);
    const [at, text] = [cellName(row.row, 0), entry.code ?? entry.name];
    refused.push({ sheet, row: row.row, at, text, code, params: { cell: at, text } });
  }
  return { taken, refused };
}

async function readSheets(
  context: Context,
  actor: Actor,
  wish: ImportWish,
  sheets: readonly ProjectSheetGiven[],
): Promise<Sorted & { readonly total: number }> {
  const [findPlaceId, settings] = await Promise.all([placeFinder(context), readProjectRules(context)]);
  const rows: Taken[] = [];
  const refused: RefusedRow<ProjectRowProblem>[] = [];
  let total = 0;
  for (const { name: sheet, rows: cells } of sheets.filter(({ name }) => name !== explanationSheet)) {
    const table = {
      sheet,
      rows: cells,
      year: wish.year,
      today: context.today(),
      settings,
      findPlaceId,
      words,
    };
    const outcome = readProjectRows(table);
    for (const row of outcome.taken) rows.push({ ...row, sheet });
    refused.push(...outcome.refused);
    total += outcome.total;
  }
  const sorted = await sortOut(context, actor, wish.year, rows);
  return { taken: sorted.taken, refused: [...refused, ...sorted.refused], total };
}

/** Days that the register does not hold yet; those of a project known before are added behind the ones it has. */
async function gatesOf(context: Context, rows: Sorted['taken']): Promise<readonly GateRecord[]> {
  const { db, jurisdiction } = context;
  const known = rows.some((row) => row.known) ? await listPassed(db, jurisdiction, null) : [];
  const passedOf = new Map(known.map((passed) => [passed.projectId, passed]));
  return rows.flatMap(({ entry }) => {
    const before = passedOf.get(entry.id);
    const days = Object.entries(entry.passedOn).filter(([gate, day]) => before?.passedOn[gate] !== day);
    return days.map(([gate, day], at) => ({
      ...{ projectId: entry.id, number: (before?.number ?? 0) + at + 1, gate, day },
      ...{ words: '', asked: [] },
    }));
  });
}

async function keep(context: Context, actor: Actor, rows: Sorted['taken']): Promise<boolean> {
  const { db, jurisdiction } = context;
  const { accountId } = actor.caller;
  const created = rows.filter(({ known }) => !known).map(({ entry }) => entry.id);
  await addProjects(db, jurisdiction, created, accountId);
  const claims = rows.flatMap(({ entry: { code, id } }) => (code === null ? [] : [{ code, projectId: id }]));
  if (!(await claimCodes(db, jurisdiction, claims, accountId))) return false;
  const before = await lastNumbers(
    db,
    jurisdiction,
    rows.filter(({ known }) => known).map(({ entry }) => entry.id),
  );
  const entries = rows.map(({ entry, asked, explanation }) => ({
    ...{ entry, asked, explanation },
    number: (before.get(entry.id) ?? 0) + 1,
  }));
  if (!(await addEntries(db, jurisdiction, entries, accountId))) return false;
  return addGates(db, jurisdiction, await gatesOf(context, rows), accountId);
}

export function importRegister(
  context: Context,
  actor: Actor,
  wish: ImportWish,
  sheets: readonly ProjectSheetGiven[],
): Promise<Result<TableRead, ProblemCode>> {
  // The answer lists rows; the rows themselves keep a repeated request from doing anything twice.
  const once = { caller: actor.caller, key: null };
  return perform<TableRead, ProblemCode>(context, once, async (inside, note) => {
    const { taken, refused, total } = await readSheets(inside, actor, wish, sheets);
    if (total === 0) return fail('project.noRows');
    if (taken.length === 0 && refused.every(({ code }) => code === 'projectRows.notYours'))
      return fail('object.notFound');
    if (wish.mode === 'take' && taken.length > 0) {
      if (!(await keep(inside, actor, taken))) return fail('state.changed');
      const detail = { taken: taken.length, refused: refused.length, year: wish.year };
      note({ act: 'project.import', objectKind: 'project', objectId: `${wish.year}`, detail });
    }
    const rows = taken.map(({ sheet, row, entry }) => ({ sheet, row, name: entry.name }));
    return succeed({ taken: rows, refused, total });
  });
}
