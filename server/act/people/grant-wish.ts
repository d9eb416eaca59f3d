// Whether a role may be given as wished: it has the place or unit it needs, the place is there, and the giver's own reach covers it.
import { type Caller, mayOn } from '../../../core/contract/permission.ts';
import { type RoleGrant, roleGrantProblem } from '../../../core/place/role.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { Context } from '../../context.ts';
import { placesAround } from '../../store/scope.ts';

export type GrantProblem =
  | 'grant.needsPlace'
  | 'grant.needsUnit'
  | 'grant.endsBeforeStart'
  | 'grant.placeUnknown'
  | 'grant.outsideReach';

const problems = {
  'role.needsPlace': 'grant.needsPlace',
  'role.needsUnit': 'grant.needsUnit',
  'role.endsBeforeStart': 'grant.endsBeforeStart',
  'role.unknown': 'grant.outsideReach',
} as const;

async function isPlace({ db, jurisdiction }: Context, place: string): Promise<boolean> {
  const row = await db
    .selectFrom('place')
    .select('id')
    .where('jurisdiction_id', '=', jurisdiction)
    .where('id', '=', place)
    .executeTakeFirst();
  return row !== undefined;
}

/** Who administers a district gives roles in that district only; nobody gives more than the own reach. */
export async function checkGrant(
  context: Context,
  caller: Caller,
  grant: RoleGrant,
): Promise<Result<void, GrantProblem>> {
  const problem = roleGrantProblem(grant);
  if (problem) return fail(problems[problem]);
  if (grant.place !== null && !(await isPlace(context, grant.place)))
    return fail('grant.placeUnknown', { place: grant.place });
  const places =
    grant.place === null ? [] : await placesAround(context.db, context.jurisdiction, grant.place);
  const scope = { places, leadUnit: null, units: [], owner: null };
  return mayOn(caller, 'account.manage', scope) ? succeed(undefined) : fail('grant.outsideReach');
}
