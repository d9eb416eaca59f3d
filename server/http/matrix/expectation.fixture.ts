// Who should get through, worked out from the labels alone. Nothing of the server's rule is used: two people who reckon
// differently must come to the same answer.
import { type Reach, reaches } from '../../../core/contract/permission.ts';
import type { Route } from '../../../core/contract/route.ts';
import type { Role } from '../../../core/place/role.ts';
import type { KindFixture } from './kind.fixture.ts';
import { type Holder, inside, type Means, type Standing } from './standing.fixture.ts';

/** Not for machines: with these a token could lengthen its own life or widen its own rights (CVE-2023-31139). */
export const neverByToken = [
  'session.own',
  'account.own',
  'account.manage',
  'organisation.write',
  'setting.change',
  'webhook.manage',
];

const offices = [
  'supervisionOffice',
  'planOffice',
  'finance',
  'inspector',
  'deputy',
  'auditor',
  'administrator',
];

/** Whoever comes so holds nothing of what was granted. */
const empty: readonly Means[] = [
  'nobody',
  'noRole',
  'pastRole',
  'futureRole',
  'withdrawnRole',
  'suspended',
  'endedSession',
];

export interface Target {
  readonly kind: KindFixture;
  readonly standing: Standing;
}

function isCovered(reach: Reach, { place, unit }: Holder, { kind, standing }: Target): boolean {
  const { axes } = kind;
  switch (reach) {
    case 'city':
      return true;
    case 'place':
      return place !== null && axes.includes('place') && inside[place].includes(standing.place);
    case 'lead':
      return axes.includes('unit') && standing.lead === unit;
    case 'unit':
      return (
        axes.includes('unit') && (standing.lead === unit || standing.supports.some((one) => one === unit))
      );
    case 'own':
      return axes.includes('owner') && standing.owner === 'caller';
  }
}

/** Reaches that the holder has by role, and those that everybody has. */
function reachesOf(holder: Holder, permission: keyof typeof reaches): readonly Reach[] {
  const row: Readonly<Partial<Record<Role, Reach>>> = reaches[permission];
  const narrowed = (reach: Reach | undefined): Reach | undefined =>
    reach === 'city' && holder.place !== null && offices.includes(holder.role) ? 'place' : reach;
  const own = empty.includes(holder.means) ? undefined : narrowed(row[holder.role]);
  return [row.public, own].filter((reach) => reach !== undefined);
}

/** target is null where the route names no object, and undefined where it cuts a list to the caller. */
export function isExpected(route: Route, holder: Holder, target: Target | null | undefined): boolean {
  const { permission, always, fresh } = route;
  if (permission === 'public') return true;
  if ((holder.means === 'mustChange' || holder.means === 'awaitsFactor') && !always) return false;
  if (holder.means === 'staleProof' && fresh) return false;
  if (holder.means === 'tokenOfOther') return false;
  if (holder.means === 'tokenOfThis' && neverByToken.includes(permission)) return false;
  const held = reachesOf(holder, permission);
  if (target === undefined) return held.length > 0;
  if (target === null) return held.includes('city');
  if (target.standing.missing) return false;
  return held.some((reach) => isCovered(reach, holder, target));
}
