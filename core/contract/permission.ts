// Who may do what to which objects: one row a permission, one reach a role. What is not in this table nobody may do.
import { type Role, type RoleGrant, roleScope } from '../place/role.ts';
import { isoDate } from '../quantity/date.ts';

export type Permission = keyof typeof reaches;

/**
 * How far a role's permission goes. city: every object; place: objects of the role's place and what lies inside it;
 * unit: objects its unit leads or supports; lead: objects its unit leads; own: objects the account itself made.
 */
export type Reach = 'city' | 'place' | 'unit' | 'lead' | 'own';

type Reaches = Readonly<Partial<Record<Role, Reach>>>;

const everyone: Reaches = {
  supervisionOffice: 'city',
  planOffice: 'city',
  finance: 'city',
  leadUnit: 'city',
  supportingUnit: 'city',
  district: 'city',
  street: 'city',
  inspector: 'city',
  deputy: 'city',
  enterprise: 'city',
  auditor: 'city',
  administrator: 'city',
  public: 'city',
};
const { public: _nobody, ...signedIn } = everyone;
/** What everybody who is signed in has of their own: sessions, messages, what they follow. */
const oneself: Reaches = {
  supervisionOffice: 'own',
  planOffice: 'own',
  finance: 'own',
  leadUnit: 'own',
  supportingUnit: 'own',
  district: 'own',
  street: 'own',
  inspector: 'own',
  deputy: 'own',
  enterprise: 'own',
  auditor: 'own',
  administrator: 'own',
};
const { deputy: _deputy, enterprise: _enterprise, ...staff } = signedIn;

/** The plan and its documents are published facts (政府信息公开条例 §20), so everybody may read them. */
export const reaches = {
  'plan.read': everyone,
  'plan.adopt': { supervisionOffice: 'city', planOffice: 'city' },
  'plan.amend': { supervisionOffice: 'city', planOffice: 'city' },
  // Who answers for what is decided by the office that writes the plan, and so is closing its year.
  'plan.assign': { planOffice: 'city' },
  'plan.close': { planOffice: 'city' },
  'document.read': everyone,
  'document.add': { supervisionOffice: 'city', planOffice: 'city', finance: 'city' },
  'system.read': everyone,
  'session.own': oneself,
  'account.own': oneself,
  'account.read': { administrator: 'city', auditor: 'city' },
  'account.manage': { administrator: 'city' },
  'audit.read': { auditor: 'city', administrator: 'city' },
  'organisation.read': staff,
  'organisation.write': { administrator: 'city' },
  'setting.read': staff,
  'setting.change': { administrator: 'city' },
  // reporting
  'report.read': {
    supervisionOffice: 'city',
    planOffice: 'city',
    finance: 'city',
    inspector: 'city',
    auditor: 'city',
    leadUnit: 'unit',
    supportingUnit: 'unit',
    district: 'place',
    street: 'place',
  },
  'report.write': { leadUnit: 'unit', supportingUnit: 'unit', district: 'place', street: 'place' },
  'report.accept': { leadUnit: 'lead' },
  'report.verify': { inspector: 'city', supervisionOffice: 'city' },
  'report.correct': { leadUnit: 'unit', supportingUnit: 'unit', district: 'place', street: 'place' },
  'verdict.overrule': { supervisionOffice: 'city', planOffice: 'city' },
  'commitment.comment': {
    supervisionOffice: 'city',
    planOffice: 'city',
    leadUnit: 'unit',
    supportingUnit: 'unit',
    district: 'city',
    inspector: 'city',
  },
  // How sure it is says only the unit that leads.
  'commitment.confidence': { leadUnit: 'lead' },
  'remark.read': staff,
  // Steps towards a promise are given by whoever leads it; the unit of a step says when it is done (server/act/step.ts).
  'step.read': staff,
  'step.write': { supervisionOffice: 'city', planOffice: 'city', leadUnit: 'lead' },
  'step.move': { supervisionOffice: 'city', planOffice: 'city', leadUnit: 'lead', supportingUnit: 'unit' },
  'day.name': { supervisionOffice: 'city', planOffice: 'city' },
  'commitment.follow': oneself,
  // supervision
  'notice.read': {
    supervisionOffice: 'city',
    planOffice: 'city',
    inspector: 'city',
    auditor: 'city',
    leadUnit: 'unit',
    supportingUnit: 'unit',
    district: 'place',
    street: 'place',
  },
  'notice.issue': { supervisionOffice: 'city' },
  // A notice is led by the unit it is addressed to; the other units of its promise read it and do not answer for that unit.
  'notice.answer': { leadUnit: 'lead', supportingUnit: 'lead', district: 'place', street: 'place' },
  'notice.move': {
    supervisionOffice: 'city',
    leadUnit: 'lead',
    supportingUnit: 'lead',
    district: 'place',
    street: 'place',
  },
  'notice.close': { supervisionOffice: 'city' },
  'inspection.read': {
    supervisionOffice: 'city',
    inspector: 'city',
    auditor: 'city',
    leadUnit: 'lead',
    supportingUnit: 'lead',
    district: 'place',
    street: 'place',
  },
  'inspection.plan': { supervisionOffice: 'city' },
  'inspection.record': { inspector: 'city', supervisionOffice: 'city' },
  // An inspection is led by the unit that is inspected.
  'inspection.object': { leadUnit: 'lead', supportingUnit: 'lead', district: 'place', street: 'place' },
  'inspection.move': {
    supervisionOffice: 'city',
    inspector: 'city',
    leadUnit: 'lead',
    supportingUnit: 'lead',
    district: 'place',
    street: 'place',
  },
  // The yearly plan and the pool.
  'inspection.desk.read': { supervisionOffice: 'city', inspector: 'city', auditor: 'city' },
  // sites
  'site.read': everyone,
  // A supporting unit reads: the unit that leads the promise, and the place, write.
  'site.write': { supervisionOffice: 'city', leadUnit: 'lead', district: 'place', street: 'place' },
  'site.verify': { inspector: 'city', supervisionOffice: 'city' },
  'site.lead.read': {
    supervisionOffice: 'city',
    inspector: 'city',
    leadUnit: 'unit',
    district: 'place',
    street: 'place',
  },
  'site.lead.answer': { leadUnit: 'lead', district: 'place', street: 'place' },
  'site.lead.decide': { supervisionOffice: 'city', inspector: 'city' },
  'site.map': { supervisionOffice: 'city', planOffice: 'city' },
  // standings
  'standing.read': everyone,
  // One of them freezes, the other publishes.
  'standing.publish': { supervisionOffice: 'city', planOffice: 'city' },
  // messages
  'message.own': oneself,
  'webhook.manage': { administrator: 'city' },
  'job.read': { administrator: 'city' },
  'job.retry': { administrator: 'city' },
  // policies
  'policy.read': everyone,
  'policy.author': { finance: 'city', planOffice: 'city' },
  // What was decided by which rules, with the facts of a firm: for those who decide and who check.
  'decision.read': { finance: 'city', planOffice: 'city', auditor: 'city' },
  'policy.pay': { finance: 'city' },
  'enterprise.read': { finance: 'city', planOffice: 'city', auditor: 'city', enterprise: 'own' },
  'enterprise.load': { finance: 'city', planOffice: 'city' },
  'enterprise.consent': { finance: 'city', planOffice: 'city', enterprise: 'own' },
  'enterprise.reveal': { finance: 'city', planOffice: 'city', enterprise: 'own' },
  'claim.make': { enterprise: 'own' },
  // The unit that leads the clause, or the district of the enterprise, decides; nobody who pays does.
  'claim.decide': { leadUnit: 'lead', district: 'place' },
  'claim.read': {
    finance: 'city',
    auditor: 'city',
    leadUnit: 'lead',
    district: 'place',
    enterprise: 'own',
  },
  // Each by its own duty: the enterprise sends and withdraws, the offices take in and decide (core/policy/pay/claim.ts).
  'claim.move': { leadUnit: 'lead', district: 'place', enterprise: 'own' },
  // A list of awards is public while it can be objected to.
  'claim.object': { enterprise: 'city', leadUnit: 'city', planOffice: 'city', finance: 'city' },
  'award.read': {
    supervisionOffice: 'city',
    planOffice: 'city',
    finance: 'city',
    auditor: 'city',
    leadUnit: 'lead',
  },
  'award.move': { planOffice: 'city', finance: 'city', leadUnit: 'lead' },
  'ledger.read': { supervisionOffice: 'city', planOffice: 'city', finance: 'city', auditor: 'city' },
  'policy.push': { planOffice: 'city', finance: 'city' },
  'nurture.read': {
    supervisionOffice: 'city',
    planOffice: 'city',
    finance: 'city',
    auditor: 'city',
    leadUnit: 'lead',
    district: 'place',
  },
  'nurture.write': { leadUnit: 'lead', district: 'place' },
  // projects and money
  'project.read': everyone,
  // The unit that leads a project, and its district, write; a unit that was given a blocker answers for the blocker only.
  'project.write': { planOffice: 'city', leadUnit: 'lead', district: 'place' },
  // Blockers, guarantees, evidence and people's words are the work behind the published register.
  'project.follow': {
    supervisionOffice: 'city',
    planOffice: 'city',
    finance: 'city',
    inspector: 'city',
    auditor: 'city',
    leadUnit: 'unit',
    supportingUnit: 'unit',
    district: 'place',
    street: 'place',
  },
  'project.unblock': {
    supervisionOffice: 'city',
    planOffice: 'city',
    leadUnit: 'unit',
    supportingUnit: 'unit',
    district: 'place',
  },
  'project.observe': { supervisionOffice: 'city', planOffice: 'city', inspector: 'city' },
  // monitoring, five-year targets, exchange between levels
  'monitoring.read': everyone,
  'monitoring.write': { planOffice: 'city', finance: 'city' },
  'exchange.read': {
    supervisionOffice: 'city',
    planOffice: 'city',
    finance: 'city',
    auditor: 'city',
    district: 'place',
  },
  'exchange.write': { planOffice: 'city' },
  'exchange.send': { planOffice: 'city', district: 'place' },
  // The place comments and agrees, the office answers and closes: which of the two, the table of moves says.
  'exchange.answer': { planOffice: 'city', district: 'place' },
  'budget.read': everyone,
  'budget.write': { finance: 'city' },
  // Which money stands behind which promise is a joint matter of plan and purse.
  'money.link': { finance: 'city', planOffice: 'city' },
} as const satisfies Readonly<Record<string, Reaches>>;

export const permissions: readonly Permission[] = Object.keys(reaches).filter(isPermission);

export function isPermission(name: string): name is Permission {
  return Object.hasOwn(reaches, name);
}

/** Where an object stands; what decides whether a reach covers it. */
export interface ObjectScope {
  /** The places it lies in, from the city down; empty where it belongs to the city as a whole. */
  readonly places: readonly string[];
  readonly leadUnit: string | null;
  readonly units: readonly string[];
  readonly owner: string | null;
}

export interface Caller {
  /** null for a visitor who did not sign in. */
  readonly accountId: string | null;
  readonly name: string;
  readonly grants: readonly RoleGrant[];
  /** Permissions an access token is limited to; null for a session of a person. */
  readonly scopes: readonly Permission[] | null;
}

export const visitor: Caller = {
  accountId: null,
  name: '',
  grants: [{ role: 'public', place: null, unit: null, from: isoDate('1949-10-01'), to: null }],
  scopes: null,
};

/** What an access token is never good for: with these it could make itself a longer life or wider rights. */
const personal: ReadonlySet<Permission> = new Set([
  'session.own',
  'account.own',
  'account.manage',
  'organisation.write',
  'setting.change',
  'webhook.manage',
]);
export const tokenPermissions: readonly Permission[] = permissions.filter((name) => !personal.has(name));

const withinScopes = ({ scopes }: Caller, permission: Permission): boolean =>
  scopes === null || (scopes.includes(permission) && !personal.has(permission));

/** Everybody, whatever else they hold, may do what the public may. */
const heldBy = ({ grants }: Caller): readonly RoleGrant[] => [...grants, ...visitor.grants];

/** An office that was granted for one place has no more than that place: a district's own supervision office. */
function reachOf(permission: Permission, { role, place }: RoleGrant): Reach | undefined {
  const row: Reaches = reaches[permission];
  const reach = row[role];
  return reach === 'city' && place !== null && roleScope[role] === 'office' ? 'place' : reach;
}

/**
 * Whether the caller holds the permission at all; which objects it covers is another question. Where no object is asked
 * for, the whole city is: then only a reach of the city will do.
 */
export const isAllowed = (caller: Caller, permission: Permission | 'public', wholeCity = false): boolean =>
  permission === 'public' ||
  (withinScopes(caller, permission) &&
    heldBy(caller).some((grant) => {
      const reach = reachOf(permission, grant);
      return wholeCity ? reach === 'city' : reach !== undefined;
    }));

function covers(reach: Reach, grant: RoleGrant, caller: Caller, object: ObjectScope): boolean {
  if (reach === 'own') return caller.accountId !== null && object.owner === caller.accountId;
  if (reach === 'place') return grant.place !== null && object.places.includes(grant.place);
  if (reach === 'lead') return grant.unit !== null && object.leadUnit === grant.unit;
  if (reach === 'unit')
    return grant.unit !== null && (object.leadUnit === grant.unit || object.units.includes(grant.unit));
  return true;
}

/** Whether the caller may do this to that object. */
export const mayOn = (caller: Caller, permission: Permission, object: ObjectScope): boolean =>
  withinScopes(caller, permission) &&
  heldBy(caller).some((grant) => {
    const reach = reachOf(permission, grant);
    return reach !== undefined && covers(reach, grant, caller, object);
  });

/** What a list shows: everything, or only what the caller's places, units and own objects cover. */
export interface ListScope {
  readonly city: boolean;
  readonly places: readonly string[];
  readonly units: readonly string[];
  readonly leadUnits: readonly string[];
  readonly owner: string | null;
}

export function listScopeOf(caller: Caller, permission: Permission): ListScope {
  const held = heldBy(caller).flatMap((grant) => {
    const reach = withinScopes(caller, permission) ? reachOf(permission, grant) : undefined;
    return reach === undefined ? [] : [{ grant, reach }];
  });
  const pick = (wanted: Reach, key: 'place' | 'unit'): string[] =>
    held.flatMap(({ grant, reach }) => (reach === wanted && grant[key] !== null ? [grant[key]] : []));
  return {
    city: held.some(({ reach }) => reach === 'city'),
    places: pick('place', 'place'),
    units: pick('unit', 'unit'),
    leadUnits: pick('lead', 'unit'),
    owner: held.some(({ reach }) => reach === 'own') ? caller.accountId : null,
  };
}
