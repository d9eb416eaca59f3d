// Which roles there are, how one is held, and which of them a person has over one thing on one day.
import type { IsoDate } from '../quantity/date.ts';

export const roles = [
  'supervisionOffice',
  'planOffice',
  'finance',
  'leadUnit',
  'supportingUnit',
  'district',
  'street',
  'inspector',
  'deputy',
  'enterprise',
  'auditor',
  'administrator',
  'public',
] as const;

export type Role = (typeof roles)[number];

/** A role held for a place or a unit, from a day and until a day. */
export interface RoleGrant {
  readonly role: Role;
  readonly place: string | null;
  readonly unit: string | null;
  readonly from: IsoDate;
  /** Last day on which it is held; null while nobody has ended it. */
  readonly to: IsoDate | null;
}

/**
 * office: over the whole jurisdiction, or over the place it was granted for. place: over its place and what lies in it.
 * lead, support: over what its unit leads or helps. anyone: over everything that is shown to it.
 */
export type RoleScope = 'office' | 'place' | 'lead' | 'support' | 'anyone';

export const roleScope: Readonly<Record<Role, RoleScope>> = {
  supervisionOffice: 'office',
  planOffice: 'office',
  finance: 'office',
  leadUnit: 'lead',
  supportingUnit: 'support',
  district: 'place',
  street: 'place',
  inspector: 'office',
  deputy: 'office',
  enterprise: 'anyone',
  auditor: 'office',
  administrator: 'office',
  public: 'anyone',
};

/** What a role is asked for: the places it lies in, from the city down; who leads it; who helps. */
export interface RoleObject {
  readonly places: readonly string[];
  readonly leadUnit: string | null;
  readonly units: readonly string[];
}

export type RoleGrantProblem = 'role.needsPlace' | 'role.needsUnit' | 'role.endsBeforeStart' | 'role.unknown';

export const isRole = (text: string): text is Role => roles.some((role) => role === text);

/** Null where the role can be held so; a role without its scope would be held over nothing, or over everything. */
export function roleGrantProblem(grant: RoleGrant): RoleGrantProblem | null {
  if (!isRole(grant.role)) return 'role.unknown';
  const scope = roleScope[grant.role];
  if (scope === 'place' && grant.place === null) return 'role.needsPlace';
  if ((scope === 'lead' || scope === 'support') && grant.unit === null) return 'role.needsUnit';
  return grant.to !== null && grant.to < grant.from ? 'role.endsBeforeStart' : null;
}

export const isHeldOn = (grant: RoleGrant, day: IsoDate): boolean =>
  grant.from <= day && (grant.to === null || day <= grant.to);

function covers(grant: RoleGrant, object: RoleObject): boolean {
  if (roleGrantProblem(grant) !== null) return false;
  if (grant.place !== null && !object.places.includes(grant.place)) return false;
  const scope = roleScope[grant.role];
  if (scope === 'lead') return object.leadUnit !== null && object.leadUnit === grant.unit;
  if (scope === 'support') return object.units.some((unit) => unit === grant.unit);
  return true;
}

/** Every role that the grants give over the object on the day; everybody is `public`. */
export function rolesOver(grants: readonly RoleGrant[], object: RoleObject, day: IsoDate): readonly Role[] {
  const have = grants.filter((grant) => isHeldOn(grant, day) && covers(grant, object));
  return [...new Set<Role>([...have.map((grant) => grant.role), 'public'])];
}
