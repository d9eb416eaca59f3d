// Raises a blocker of a project and moves it: assigned with a day, solved, accepted. The table of moves decides; of two people one wins.
import { randomUUID } from 'node:crypto';
import type { ObjectScope } from '../../../core/contract/permission.ts';
import { makeMove } from '../../../core/place/lifecycle.ts';
import { type Role, type RoleGrant, rolesOver } from '../../../core/place/role.ts';
import {
  type BlockerAction,
  type BlockerFacts,
  type BlockerKind,
  type BlockerState,
  blockerLifecycle,
} from '../../../core/project/blocker.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import { blockerActionLabel } from '../../../core/vocabulary/project.ts';
import type { Context } from '../../context.ts';
import {
  addBlocker,
  addBlockerEvent,
  type BlockerEventRow,
  type BlockerRow,
  listBlockerEvents,
  listBlockers,
} from '../../store/project/blocker.ts';
import { tell } from '../message/tell.ts';
import { type Actor, perform } from '../perform.ts';
import { unitNameReader } from '../supervise/unit-name.ts';
import { loadProject } from './standing.ts';

export interface BlockerBody {
  readonly kind: BlockerKind;
  readonly words: string;
}

export function raiseBlocker(
  context: Context,
  actor: Actor,
  projectId: string,
  { kind, words }: BlockerBody,
): Promise<Result<{ id: string }, ProblemCode>> {
  return perform<{ id: string }, ProblemCode>(context, actor, async (inside, note) => {
    const loaded = await loadProject(inside, projectId);
    if (!loaded) return fail('object.notFound');
    const id = randomUUID();
    const { accountId } = actor.caller;
    const row = { id, projectId, kind, words: words.trim(), raisedOn: inside.today() };
    await addBlocker(inside.db, inside.jurisdiction, row, accountId);
    note({
      act: 'project.blocker',
      objectKind: 'project',
      objectId: projectId,
      detail: { blocker: id, kind },
    });
    await tell(inside, accountId, [
      {
        kind: 'project.moved',
        objectKind: 'project',
        objectId: projectId,
        title: loaded.last.name,
        detail: { what: { zh: `报来堵点：${row.words}`, en: `a blocker was raised: ${row.words}` } },
        to: { seats: [{ roles: ['planOffice'] }] },
      },
    ]);
    return succeed({ id });
  });
}

export interface BlockerMove {
  readonly action: BlockerAction;
  readonly after: number;
  readonly unit: string | null;
  readonly dueOn: IsoDate | null;
  readonly words: string;
}

/** Roles over the project; the unit that was given the blocker leads the blocker, not the project. */
export function rolesForBlocker(
  grants: readonly RoleGrant[],
  scope: ObjectScope,
  unit: string | null,
  action: BlockerAction,
  today: IsoDate,
): readonly Role[] {
  if (action !== 'solve') return rolesOver(grants, scope, today);
  const solver = { ...scope, leadUnit: unit, units: unit === null ? [] : [unit] };
  return rolesOver(grants, solver, today);
}

export const blockerFacts = (
  events: readonly BlockerEventRow[],
  { unit, dueOn, words }: Pick<BlockerMove, 'unit' | 'dueOn' | 'words'>,
  actorId: string | null,
  today: IsoDate,
): BlockerFacts => ({
  ...{ unitId: unit, dueOn, today, solution: words, reason: words, actorId: actorId ?? undefined },
  solverId: events.findLast(({ action }) => action === 'solve')?.recordedBy,
});

/** Assigning names a unit and a day; every other move keeps the ones there are. */
const assigns: ReadonlySet<BlockerAction> = new Set(['assign', 'reassign', 'reopen']);

async function tellMove(
  context: Context,
  actor: Actor,
  project: { readonly id: string; readonly name: string; readonly leadUnit: string | null },
  move: { readonly action: BlockerAction; readonly unit: string; readonly dueOn: IsoDate | null },
  blocker: BlockerRow,
): Promise<void> {
  const { zh, en } = blockerActionLabel[move.action];
  const day = assigns.has(move.action) && move.dueOn !== null ? move.dueOn : null;
  const until = day === null ? { zh: '', en: '' } : { zh: `，${day} 前解决`, en: `, to be solved by ${day}` };
  const given = move.unit === '' ? [] : [{ roles: ['leadUnit', 'supportingUnit'] as const, unit: move.unit }];
  const lead = project.leadUnit === null ? [] : [{ roles: ['leadUnit'] as const, unit: project.leadUnit }];
  await tell(context, actor.caller.accountId, [
    {
      kind: 'project.moved',
      objectKind: 'project',
      objectId: project.id,
      title: project.name,
      detail: {
        what: {
          zh: `堵点${zh}${until.zh}：${blocker.words}`,
          en: `blocker, ${en.toLowerCase()}${until.en}: ${blocker.words}`,
        },
      },
      to: { seats: [...given, ...lead, { roles: ['planOffice'] }] },
    },
  ]);
}

type Moved = { readonly number: number; readonly state: BlockerState };

export function moveBlocker(
  context: Context,
  actor: Actor,
  { projectId, blockerId }: { readonly projectId: string; readonly blockerId: string },
  body: BlockerMove,
): Promise<Result<Moved, ProblemCode>> {
  return perform<Moved, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction } = inside;
    const loaded = await loadProject(inside, projectId);
    const blocker = (await listBlockers(db, jurisdiction, [projectId])).find(({ id }) => id === blockerId);
    if (!loaded || !blocker) return fail('object.notFound');
    if (blocker.after !== body.after) return fail('state.changed');
    const { caller } = actor;
    const today = inside.today();
    const nameOf = await unitNameReader(inside);
    const unit = body.unit === null || body.unit.trim() === '' ? null : nameOf(body.unit);
    const events = await listBlockerEvents(db, jurisdiction, [blockerId]);
    const facts = blockerFacts(events, { ...body, unit }, caller.accountId, today);
    const roles = rolesForBlocker(caller.grants, loaded.scope, blocker.unitId, body.action, today);
    const moved = makeMove(blockerLifecycle, blocker.state, body.action, roles, facts);
    if (!moved.ok) return moved;
    const number = blocker.after + 1;
    const kept = assigns.has(body.action)
      ? { unit: unit ?? '', dueOn: body.dueOn }
      : { unit: blocker.unitId ?? '', dueOn: blocker.dueOn };
    const event = { blockerId, number, action: body.action, state: moved.value, ...kept };
    const row = { ...event, words: body.words.trim(), happenedOn: today };
    if (!(await addBlockerEvent(db, jurisdiction, row, caller.accountId))) return fail('state.changed');
    const detail = { blocker: blockerId, action: body.action, number };
    note({ act: 'project.unblock', objectKind: 'project', objectId: projectId, detail });
    const project = { id: projectId, name: loaded.last.name, leadUnit: loaded.scope.leadUnit };
    await tellMove(inside, actor, project, { action: body.action, ...kept }, blocker);
    return succeed({ number, state: moved.value });
  });
}
