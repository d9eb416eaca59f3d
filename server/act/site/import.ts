// Takes sites of a project from a table: read by the rule, each row within the sender's duty; sound rows are taken, or only checked.
import { randomUUID } from 'node:crypto';
import { type Caller, mayOn } from '../../../core/contract/permission.ts';
import { type RefusedSiteRow, readSiteRows, type SiteRow } from '../../../core/observe/site-rows.ts';
import type { CoordinateSystem } from '../../../core/plan/coordinate.ts';
import { cellName } from '../../../core/quantity/sheet.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { listAllPlaces } from '../../store/jurisdiction.ts';
import { findScope, placesAround } from '../../store/scope.ts';
import { addSites, listSiteNames } from '../../store/site/site.ts';
import { type Actor, perform } from '../perform.ts';
import { readSettings } from '../setting/read.ts';
import { unitNameReader } from '../supervise/unit-name.ts';
import { newSiteCode } from './code.ts';

export interface SiteSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

export interface SiteImport {
  readonly commitmentId: string;
  /** Which target of the project the sites bring; empty for its first. */
  readonly metric: string;
  readonly system: CoordinateSystem;
  readonly mode: 'check' | 'take';
}

export interface TakenRow extends SiteRow {
  readonly sheet: string;
  readonly place: string;
}

export interface SitesRead {
  readonly taken: readonly TakenRow[];
  readonly refused: readonly RefusedSiteRow[];
  readonly total: number;
}

const getProject = ({ db, jurisdiction }: Context, id: string) =>
  db
    .selectFrom('commitment')
    .select(['kind', 'targets', 'lead_unit', 'due_on'])
    .where('jurisdiction_id', '=', jurisdiction)
    .where('id', '=', id)
    .executeTakeFirst();

/** Rows the rule takes, but not in the sender's places, or that are recorded already, are refused by their cells too. */
async function sortOut(
  context: Context,
  caller: Caller,
  wish: SiteImport,
  read: SitesRead,
): Promise<SitesRead> {
  const { db, jurisdiction } = context;
  const [there, project] = await Promise.all([
    listSiteNames(db, jurisdiction, wish.commitmentId),
    findScope(db, jurisdiction, 'commitment', wish.commitmentId),
  ]);
  const [known, nameOf] = [
    new Set(there.map((site) => `${site.place_id}\t${site.name}`)),
    await unitNameReader(context),
  ];
  const leadUnit = project?.leadUnit == null ? null : nameOf(project.leadUnit);
  const around = new Map<string, readonly string[]>();
  for (const placeId of new Set(read.taken.map((row) => row.placeId)))
    around.set(placeId, placeId === '' ? [] : await placesAround(db, jurisdiction, placeId));
  const taken: TakenRow[] = [];
  const refused = [...read.refused];
  for (const row of read.taken) {
    const scope = { places: around.get(row.placeId) ?? [], leadUnit, units: [], owner: null };
    const isOurs = mayOn({ ...caller, scopes: null }, 'site.write', scope);
    if (isOurs && !known.has(`${row.placeId}\t${row.name}`)) {
      known.add(`${row.placeId}\t${row.name}`);
      taken.push(row);
      continue;
    }
    const [column, text] = isOurs ? [0, row.name] : [1, row.place];
    const at = cellName(row.row, column);
    const code = isOurs ? ('siteRows.alreadyThere' as const) : ('siteRows.notYours' as const);
    refused.push({ sheet: row.sheet, row: row.row, at, text, code, params: { cell: at, text } });
  }
  return { taken, refused, total: read.total };
}

async function read(
  context: Context,
  caller: Caller,
  wish: SiteImport,
  sheets: readonly SiteSheet[],
  unit: string,
): Promise<SitesRead> {
  const { db, jurisdiction } = context;
  const places = await listAllPlaces(db, jurisdiction);
  const idOf = new Map(places.flatMap(({ id, name }) => [[name, id] as const, [id, id] as const]));
  const names = new Map(places.map(({ id, name }) => [id, name]));
  const bounds = (await readSettings(context, 'site.bounds'))['site.bounds'];
  const all: { taken: TakenRow[]; refused: RefusedSiteRow[]; total: number } = {
    taken: [],
    refused: [],
    total: 0,
  };
  for (const { name: sheet, rows } of sheets.filter(({ name }) => name !== explanationSheet)) {
    const table = { sheet, rows, system: wish.system, bounds, unit };
    const outcome = readSiteRows({ ...table, findPlaceId: (printed) => idOf.get(printed) ?? null });
    for (const row of outcome.taken) all.taken.push({ ...row, sheet, place: names.get(row.placeId) ?? '' });
    all.refused.push(...outcome.refused);
    all.total += outcome.total;
  }
  return sortOut(context, caller, wish, all);
}

/** The sheet of a template that only explains. */
export const explanationSheet = '填写说明';

export function importSites(
  context: Context,
  actor: Actor,
  wish: SiteImport,
  sheets: readonly SiteSheet[],
): Promise<Result<SitesRead, ProblemCode>> {
  const { caller } = actor;
  // The answer lists rows; the rows themselves keep a repeated request from doing anything twice.
  return perform<SitesRead, ProblemCode>(context, { caller, key: null }, async (inside, note) => {
    const { db, jurisdiction } = inside;
    const project = await getProject(inside, wish.commitmentId);
    if (!project) return fail('object.notFound');
    if (project.kind !== 'livelihood') return fail('site.notLivelihood');
    const target = project.targets.find(({ metric }) => wish.metric === '' || metric === wish.metric);
    if (!target && wish.metric !== '') return fail('site.metricUnknown', { metric: wish.metric });
    const found = await read(inside, caller, wish, sheets, target?.unit ?? '');
    if (found.total === 0) return fail('site.noRows');
    if (found.taken.length === 0 && found.refused.every(({ code }) => code === 'siteRows.notYours'))
      return fail('object.notFound');
    if (wish.mode === 'check') return succeed(found);
    await addSites(
      db,
      jurisdiction,
      found.taken.map((row) => ({
        ...{
          id: randomUUID(),
          code: newSiteCode(),
          commitmentId: wish.commitmentId,
          metric: target?.metric ?? '',
        },
        ...{ placeId: row.placeId, name: row.name, share: row.share, unit: row.unit, address: row.address },
        longitude: row.coordinate?.longitude ?? null,
        latitude: row.coordinate?.latitude ?? null,
        ...{ standard: row.standard, acceptance: row.acceptance },
        responsible: row.place === '' ? (project.lead_unit ?? '') : row.place,
        dueOn: row.dueOn ?? project.due_on,
      })),
      caller.accountId,
    );
    const detail = { taken: found.taken.length, refused: found.refused.length };
    note({ act: 'site.import', objectKind: 'commitment', objectId: wish.commitmentId, detail });
    return succeed(found);
  });
}
