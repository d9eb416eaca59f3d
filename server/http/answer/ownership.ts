// Answers of giving promises to other owners.
import type { ownershipRoutes } from '../../../core/contract/ownership.ts';
import { assignOwners, checkAssignment } from '../../act/assign.ts';
import type { Context } from '../../act/context.ts';
import type { HandlersOf } from '../handler.ts';

export const answerOwnership = (context: Context): HandlersOf<typeof ownershipRoutes> => ({
  'POST /api/commitments/assignments/check': ({ body }) => checkAssignment(context, body),
  'POST /api/commitments/assignments': ({ body, caller, key }) =>
    assignOwners(context, { caller, key }, body),
});
