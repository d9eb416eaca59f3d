// Answer of what a person has to do.
import type { workRoutes } from '../../../core/contract/work.ts';
import type { Context } from '../../context.ts';
import { getWork } from '../../view/work/work.ts';
import type { HandlersOf } from '../handler.ts';

export const answerWork = (context: Context): HandlersOf<typeof workRoutes> => ({
  'GET /api/me/work': ({ caller }) => getWork(context, caller),
});
