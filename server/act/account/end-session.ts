// Ends one session or access token of the caller; that it is the caller's was found before.
import { type Result, succeed } from '../../../core/result.ts';
import type { Context } from '../../context.ts';
import { endSessions } from '../../store/people/session.ts';
import { type Actor, perform } from '../perform.ts';

export const endOwnSession = (
  context: Context,
  actor: Actor,
  id: string,
): Promise<Result<{ ended: boolean }, 'request.keyMismatch'>> =>
  perform(context, actor, async ({ db, jurisdiction }, note) => {
    await endSessions(db, jurisdiction, { id }, context.now());
    note({ act: 'session.end', objectKind: 'session', objectId: id });
    return succeed({ ended: true });
  });
