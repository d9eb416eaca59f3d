// Enters a project in the register, or says anew what the register says of it in a year. What is asked about needs an explanation.
import { randomUUID } from 'node:crypto';
import { mayOn, type ObjectScope } from '../../../core/contract/permission.ts';
import { mayKeep } from '../../../core/project/finding.ts';
import { checkEntry, foldCode, type ProjectEntry } from '../../../core/project/project.ts';
import { jumpsSince } from '../../../core/project/unit-jump.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import {
  addEntries,
  addProjects,
  claimCodes,
  findCodes,
  type StoredEntry,
} from '../../store/project/entry.ts';
import { placesAround } from '../../store/scope.ts';
import { type Actor, perform } from '../perform.ts';
import { unitNameReader } from '../supervise/unit-name.ts';
import { readProjectRules } from './rules.ts';
import { asksOf, type Checked, loadProject } from './standing.ts';

export type EntryGiven = Omit<ProjectEntry, 'id' | 'passedOn'> & { readonly explanation: string };

/** Where an entry will stand: whoever writes must be able to write there too. */
export async function scopeOfEntry(
  { db, jurisdiction }: Context,
  { placeIds, leadUnit, ownerUnit }: Pick<ProjectEntry, 'placeIds' | 'leadUnit' | 'ownerUnit'>,
  nameOf: (printed: string) => string,
): Promise<ObjectScope> {
  const around = await Promise.all(placeIds.map((place) => placesAround(db, jurisdiction, place)));
  const lead = leadUnit === null ? null : nameOf(leadUnit);
  const units = [lead, nameOf(ownerUnit)].filter((unit): unit is string => unit !== null && unit !== '');
  return { places: [...new Set(around.flat())], leadUnit: lead, units, owner: null };
}

/** The entry without spaces around its texts; the code without dashes of other widths. */
function tidy({ explanation, ...given }: EntryGiven, id: string, passedOn: ProjectEntry['passedOn']) {
  const code = given.code === null ? '' : foldCode(given.code);
  const entry: ProjectEntry = {
    ...given,
    id,
    passedOn,
    code: code === '' ? null : code,
    name: given.name.trim(),
    content: given.content.trim(),
    field: given.field.trim(),
    ownerUnit: given.ownerUnit.trim(),
    leadUnit: given.leadUnit === null || given.leadUnit.trim() === '' ? null : given.leadUnit.trim(),
  };
  return { entry, explanation: explanation.trim() };
}

/** null where the code is free or its own; else whose it is. */
async function codeOfAnother({ db, jurisdiction }: Context, { code, id }: ProjectEntry) {
  if (code === null) return null;
  const owner = (await findCodes(db, jurisdiction, [code])).find(({ projectId }) => projectId !== id);
  return owner ? fail('project.codeTaken', { code, name: owner.name }) : null;
}

async function knownPlaces({ db, jurisdiction }: Context, placeIds: readonly string[]): Promise<boolean> {
  const wanted = placeIds.filter((id) => id !== 'ownLevel');
  const rows = await db
    .selectFrom('place')
    .select('id')
    .where('jurisdiction_id', '=', jurisdiction)
    .where('id', 'in', wanted.length === 0 ? [''] : wanted)
    .execute();
  return rows.length === new Set(wanted).size;
}

type Saved = Result<Checked, ProblemCode>;

async function keep(
  context: Context,
  actor: Actor,
  { entry, explanation }: ReturnType<typeof tidy>,
  number: number,
  before?: StoredEntry,
): Promise<Saved> {
  const { db, jurisdiction } = context;
  const scope = await scopeOfEntry(context, entry, await unitNameReader(context));
  if (!mayOn({ ...actor.caller, scopes: null }, 'project.write', scope)) return fail('object.notFound');
  if (!(await knownPlaces(context, entry.placeIds))) return fail('project.placeMissing');
  const taken = await codeOfAnother(context, entry);
  if (taken) return taken;
  const findings = [...checkEntry(entry, await readProjectRules(context)), ...jumpsSince(entry, before)];
  if (!mayKeep(findings, explanation)) return succeed({ kept: false, id: entry.id, number: 0, findings });
  const recordedBy = actor.caller.accountId;
  if (number === 1) await addProjects(db, jurisdiction, [entry.id], recordedBy);
  const claims = entry.code === null ? [] : [{ code: entry.code, projectId: entry.id }];
  if (!(await claimCodes(db, jurisdiction, claims, recordedBy))) return fail('state.changed');
  const row = { entry, number, asked: asksOf(findings), explanation };
  if (!(await addEntries(db, jurisdiction, [row], recordedBy))) return fail('state.changed');
  return succeed({ kept: true, id: entry.id, number, findings });
}

export function enterProject(context: Context, actor: Actor, given: EntryGiven): Promise<Saved> {
  return perform<Checked, ProblemCode>(context, actor, async (inside, note) => {
    const id = randomUUID();
    const saved = await keep(inside, actor, tidy(given, id, {}), 1);
    if (saved.ok && saved.value.kept)
      note({ act: 'project.enter', objectKind: 'project', objectId: id, detail: { year: given.year } });
    return saved;
  });
}

export function reviseProject(
  context: Context,
  actor: Actor,
  projectId: string,
  { after, ...given }: EntryGiven & { readonly after: number },
): Promise<Saved> {
  return perform<Checked, ProblemCode>(context, actor, async (inside, note) => {
    const loaded = await loadProject(inside, projectId);
    if (!loaded) return fail('object.notFound');
    if (loaded.last.number !== after) return fail('state.changed');
    const saved = await keep(
      inside,
      actor,
      tidy(given, projectId, loaded.passed.passedOn),
      after + 1,
      loaded.last,
    );
    if (saved.ok && saved.value.kept) {
      const detail = { year: given.year, number: after + 1 };
      note({ act: 'project.revise', objectKind: 'project', objectId: projectId, detail });
    }
    return saved;
  });
}
