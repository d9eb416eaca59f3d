// Moves a round: freezes what it is computed from, publishes exactly that, or withdraws it. Published rounds never change.
import { checkFormula } from '../../../core/assess/standing/check-formula.ts';
import {
  type RoundAction,
  type RoundFacts,
  type RoundState,
  roundLifecycle,
} from '../../../core/assess/standing/formula.ts';
import { makeMove } from '../../../core/place/lifecycle.ts';
import { rolesOver } from '../../../core/place/role.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import {
  addFrozen,
  addRoundEvent,
  type Frozen,
  getFrozen,
  listRoundEvents,
  listRounds,
  type RoundRow,
} from '../../store/standing/round.ts';
import { tell } from '../message/tell.ts';
import { type Actor, perform } from '../perform.ts';
import { readRound } from './inputs.ts';

export interface RoundMoveBody {
  readonly action: RoundAction;
  /** Number of the last move the person saw. */
  readonly after: number;
  readonly reason: string;
}

export interface RoundMoved {
  readonly state: RoundState;
  readonly number: number;
}

/** Who is ranked, and who ranks. */
const rankedRoles = ['leadUnit', 'district', 'supervisionOffice', 'planOffice'] as const;

export const wholeCity = { places: [], leadUnit: null, units: [], owner: null };

/** What the table of moves asks about a round. */
export async function roundFacts(
  { db, jurisdiction }: Context,
  round: RoundRow,
  now: Frozen,
  { actorId, reason }: { readonly actorId: string | null; readonly reason: string },
): Promise<RoundFacts> {
  const [events, frozen] = await Promise.all([
    listRoundEvents(db, jurisdiction, round.id),
    getFrozen(db, jurisdiction, round.id),
  ]);
  return {
    actorId: actorId ?? undefined,
    freezerId: events.findLast(({ action }) => action === 'freeze')?.recordedBy ?? null,
    formulaProblems: checkFormula(round.formula).length,
    ranked: now.standing.members.filter(({ place }) => place !== null).length,
    frozenHash: frozen?.sha256 ?? null,
    currentHash: now.sha256,
    reason,
  };
}

export function moveRound(
  context: Context,
  actor: Actor,
  roundId: string,
  { action, after, reason }: RoundMoveBody,
): Promise<Result<RoundMoved, ProblemCode>> {
  return perform<RoundMoved, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction } = inside;
    const { caller } = actor;
    const [round] = await listRounds(db, jurisdiction, roundId);
    if (!round) return fail('standing.notFound');
    if (round.number !== after) return fail('state.changed');
    const now = await readRound(inside, round);
    if (!now.ok) return now;
    const facts = await roundFacts(inside, round, now.value, { actorId: caller.accountId, reason });
    const roles = rolesOver(caller.grants, wholeCity, inside.today());
    const moved = makeMove(roundLifecycle, round.state, action, roles, facts);
    if (!moved.ok) return moved;
    const [state, number, recordedBy] = [moved.value, after + 1, caller.accountId];
    if (!(await addRoundEvent(db, jurisdiction, { roundId, number, action, state, reason, recordedBy })))
      return fail('state.changed');
    if (action === 'freeze') await addFrozen(db, jurisdiction, roundId, now.value, recordedBy);
    if (action === 'publish')
      await tell(inside, recordedBy, [
        {
          ...{ kind: 'round.published', objectKind: 'round', objectId: roundId, title: round.name },
          to: { seats: [{ roles: rankedRoles, anywhere: true }] },
        },
      ]);
    const detail = { number, sha256: now.value.sha256 };
    note({ act: `standing.${action}`, objectKind: 'round', objectId: roundId, detail });
    return succeed({ state, number });
  });
}
