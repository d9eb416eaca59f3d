// Moves a lead: passed on, answered by the unit, closed on a finding, sent back, set aside with a reason.
import type { Permission } from '../../../core/contract/permission.ts';
import { mayOn } from '../../../core/contract/permission.ts';
import {
  type LeadAction,
  type LeadFacts,
  type LeadState,
  leadLifecycle,
} from '../../../core/observe/site-lead.ts';
import { makeMove } from '../../../core/place/lifecycle.ts';
import { rolesOver } from '../../../core/place/role.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { findScope } from '../../store/scope.ts';
import { addLeadEvent, type LeadRow, listLeads } from '../../store/site/lead.ts';
import { type Actor, perform } from '../perform.ts';

export interface LeadMoveBody {
  readonly action: LeadAction;
  readonly after: number;
  readonly words: string;
}

export const leadPermission: Readonly<Record<LeadAction, Permission>> = {
  passOn: 'site.lead.decide',
  close: 'site.lead.decide',
  reopen: 'site.lead.decide',
  dismiss: 'site.lead.decide',
  answer: 'site.lead.answer',
};

export const leadStateOf = ({ moves }: LeadRow): LeadState => moves.at(-1)?.state ?? 'open';

export const leadFactsOf = ({ moves }: LeadRow, words: string, actorId: string | null): LeadFacts => ({
  actorId: actorId ?? undefined,
  answererId: moves.findLast(({ action }) => action === 'answer')?.recordedBy ?? null,
  answer: words,
  finding: words,
  reason: words,
});

export interface LeadMoved {
  readonly number: number;
  readonly state: LeadState;
}

export function moveLead(
  context: Context,
  actor: Actor,
  { siteId, leadId }: { readonly siteId: string; readonly leadId: string },
  body: LeadMoveBody,
): Promise<Result<LeadMoved, ProblemCode>> {
  return perform<LeadMoved, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction } = inside;
    const { caller } = actor;
    const scope = await findScope(db, jurisdiction, 'site', siteId);
    const lead = (await listLeads(db, jurisdiction, { siteId, leadId }))[0];
    if (!scope || !mayOn({ ...caller, scopes: null }, leadPermission[body.action], scope))
      return fail('object.notFound');
    if (!lead) return fail('lead.notFound');
    if (body.after !== lead.moves.length) return fail('state.changed');
    const roles = rolesOver(caller.grants, scope, inside.today());
    const facts = leadFactsOf(lead, body.words, caller.accountId);
    const moved = makeMove(leadLifecycle, leadStateOf(lead), body.action, roles, facts);
    if (!moved.ok) return moved;
    const number = lead.moves.length + 1;
    const won = await addLeadEvent(db, jurisdiction, {
      ...{ leadId, number, action: body.action, state: moved.value },
      ...{ words: body.words.trim(), recordedBy: caller.accountId },
    });
    if (!won) return fail('state.changed');
    note({ act: `lead.${body.action}`, objectKind: 'lead', objectId: leadId, detail: { number, siteId } });
    return succeed({ number, state: moved.value });
  });
}
