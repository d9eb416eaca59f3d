// A person says which money stands behind which promise, turns a proposal down, or takes a link back.
import { type LinkDecision, mayDecide } from '../../../core/budget/link.ts';
import { isReason } from '../../../core/place/lifecycle.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { listAnnouncements } from '../../store/budget/announced.ts';
import { addLinks, type LinkEnds, listLinks } from '../../store/budget/link.ts';
import { listProjectNames } from '../../store/budget/project-names.ts';
import { getCommitment } from '../../store/commitment.ts';
import { type Actor, perform } from '../perform.ts';
import { moneySources } from './money-sources.ts';

export interface LinkBody extends LinkEnds {
  readonly decision: LinkDecision;
  readonly reason: string;
  /** Number of the last decision that the person saw; 0 for none. */
  readonly after: number;
}

const isUuid = (id: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

async function isThere(context: Context, { source, target }: LinkEnds): Promise<boolean> {
  const { db, jurisdiction } = context;
  const sources = await moneySources(context);
  if (!sources.some(({ kind, id }) => kind === source.kind && id === source.id)) return false;
  if (target.kind === 'announcement')
    return (await listAnnouncements(db, jurisdiction)).some(
      ({ id, area }) => id === target.id && area !== '',
    );
  if (target.kind === 'project')
    return (await listProjectNames(db, jurisdiction)).some(({ id }) => id === target.id);
  return isUuid(target.id) && (await getCommitment(db, jurisdiction, target.id)) !== undefined;
}

export function decideLink(
  context: Context,
  actor: Actor,
  { source, target, decision, reason, after }: LinkBody,
): Promise<Result<{ number: number }, ProblemCode>> {
  return perform<{ number: number }, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction } = inside;
    if (!(await isThere(inside, { source, target }))) return fail('link.notFound');
    const last = (await listLinks(db, jurisdiction)).find(
      (link) =>
        link.source.kind === source.kind &&
        link.source.id === source.id &&
        link.target.kind === target.kind &&
        link.target.id === target.id,
    );
    if ((last?.number ?? 0) !== after) return fail('state.changed');
    if (!mayDecide(last?.decision ?? null, decision)) return fail('link.notFromHere');
    if (decision !== 'accept' && !isReason(reason)) return fail('link.needsReason');
    const number = after + 1;
    const row = { source, target, number, decision, reason: reason.trim() };
    if (!(await addLinks(db, jurisdiction, [row], actor.caller.accountId))) return fail('state.changed');
    const detail = { decision, target: `${target.kind}/${target.id}` };
    note({ act: 'money.link', objectKind: source.kind, objectId: source.id, detail });
    return succeed({ number });
  });
}
