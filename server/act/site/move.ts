// Moves a site: started, finished, accepted, opened, suspended, given up. The table of moves decides; of two people one wins.
import { makeMove } from '../../../core/place/lifecycle.ts';
import { type SiteAction, type SiteState, siteLifecycle } from '../../../core/plan/site.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { addSiteEvent } from '../../store/site/event.ts';
import { type Actor, perform } from '../perform.ts';
import { loadSite, rolesOverSite, siteFactsOf } from './standing.ts';

export interface SiteMoveBody {
  readonly action: SiteAction;
  /** Number of the last move the person saw: a move in between makes this one stale. */
  readonly after: number;
  readonly words: string;
  readonly amendment: string;
}

export interface SiteMoved {
  readonly number: number;
  readonly state: SiteState;
}

export function moveSite(
  context: Context,
  actor: Actor,
  siteId: string,
  body: SiteMoveBody,
): Promise<Result<SiteMoved, ProblemCode>> {
  return perform<SiteMoved, ProblemCode>(context, actor, async (inside, note) => {
    const { caller } = actor;
    const loaded = await loadSite(inside, siteId);
    if (!loaded) return fail('object.notFound');
    const number = loaded.events.length;
    if (body.after !== number) return fail('state.changed');
    const today = inside.today();
    const facts = siteFactsOf(loaded, body, caller.accountId, today);
    const roles = rolesOverSite(caller, loaded.scope, today);
    const moved = makeMove(siteLifecycle, loaded.state, body.action, roles, facts);
    if (!moved.ok) return moved;
    const won = await addSiteEvent(inside.db, inside.jurisdiction, {
      ...{ siteId, number: number + 1, action: body.action, state: moved.value },
      ...{ words: body.words.trim(), amendment: body.amendment.trim() },
      ...{ happenedOn: today, recordedBy: caller.accountId },
    });
    if (!won) return fail('state.changed');
    note({
      act: `site.${body.action}`,
      objectKind: 'site',
      objectId: siteId,
      detail: { number: number + 1 },
    });
    return succeed({ number: number + 1, state: moved.value });
  });
}
