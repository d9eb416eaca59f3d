// Where the objects of the matrix stand, and who comes asking: labels only, so that what is expected can be said without the server's own rule.
import type { Role } from '../../../core/place/role.ts';

/** Two districts, two streets in the first and one in the second; null is the city itself. */
export type PlaceLabel = 'east' | 'east-1' | 'east-2' | 'west' | 'west-1' | null;
export type UnitLabel = '市建委' | '市民政局';

/** What lies in a place, the place itself included; written out by hand. */
export const inside: Readonly<Record<Exclude<PlaceLabel, null>, readonly PlaceLabel[]>> = {
  east: ['east', 'east-1', 'east-2'],
  'east-1': ['east-1'],
  'east-2': ['east-2'],
  west: ['west', 'west-1'],
  'west-1': ['west-1'],
};

export type Axis = 'place' | 'unit' | 'owner';

export interface Standing {
  readonly label: string;
  /** Axes on which an object must be able to stand somewhere for this standing to mean anything. */
  readonly axis: Axis | 'any';
  readonly place: PlaceLabel;
  readonly lead: UnitLabel;
  readonly supports: readonly UnitLabel[];
  readonly owner: 'caller' | 'stranger';
  /** An id that nothing has. */
  readonly missing?: true;
}

const foreign = { place: 'west-1', lead: '市民政局', supports: [], owner: 'stranger' } as const;

/** Seen by the district `east`: parent, own, child, child, sibling, other. By the street `east-1`: other, parent, own, sibling, other, other. */
export const standings: readonly Standing[] = [
  { ...foreign, label: 'foreign in every way', axis: 'any' },
  { ...foreign, label: 'of the whole city', axis: 'place', place: null },
  { ...foreign, label: 'in the district east', axis: 'place', place: 'east' },
  { ...foreign, label: 'in its street east-1', axis: 'place', place: 'east-1' },
  { ...foreign, label: 'in its street east-2', axis: 'place', place: 'east-2' },
  { ...foreign, label: 'in the district west', axis: 'place', place: 'west' },
  { ...foreign, label: 'led by 市建委', axis: 'unit', lead: '市建委' },
  { ...foreign, label: 'supported by 市建委', axis: 'unit', supports: ['市建委'] },
  { ...foreign, label: 'of the caller', axis: 'owner', owner: 'caller' },
  { ...foreign, label: 'not there', axis: 'any', missing: true },
];

/** How a caller comes: by which session or token, and in which state the account is. */
export type Means =
  | 'session'
  | 'nobody'
  | 'noRole'
  | 'pastRole'
  | 'futureRole'
  | 'withdrawnRole'
  | 'suspended'
  | 'endedSession'
  | 'mustChange'
  | 'awaitsFactor'
  | 'staleProof'
  | 'tokenOfThis'
  | 'tokenOfOther';

export interface Holder {
  readonly label: string;
  readonly role: Role;
  readonly place: Exclude<PlaceLabel, null> | null;
  readonly unit: UnitLabel | null;
  readonly means: Means;
}

const holder = (
  role: Role,
  given: Partial<Pick<Holder, 'place' | 'unit' | 'means' | 'label'>> = {},
): Holder => ({
  ...{ label: role, role, place: null, unit: null, means: 'session' },
  ...given,
});

/** Every role, then the ways in which somebody who held one does not hold it now. */
export const holders: readonly Holder[] = [
  holder('public', { label: 'nobody', means: 'nobody' }),
  holder('public', { label: 'signed in without a role', means: 'noRole' }),
  holder('supervisionOffice'),
  holder('planOffice'),
  holder('finance'),
  holder('leadUnit', { unit: '市建委' }),
  holder('supportingUnit', { unit: '市建委' }),
  holder('district', { place: 'east' }),
  holder('street', { place: 'east-1' }),
  holder('inspector'),
  holder('deputy'),
  holder('enterprise'),
  holder('auditor'),
  holder('administrator'),
  holder('public'),
  holder('supervisionOffice', { label: 'supervision office of the district east', place: 'east' }),
  holder('administrator', { label: 'administrator of the district east', place: 'east' }),
  holder('supervisionOffice', { label: 'supervision office until yesterday', means: 'pastRole' }),
  holder('planOffice', { label: 'plan office from tomorrow', means: 'futureRole' }),
  holder('administrator', { label: 'administrator whose role was withdrawn', means: 'withdrawnRole' }),
  holder('administrator', { label: 'suspended administrator', means: 'suspended' }),
  holder('administrator', { label: 'administrator who signed out', means: 'endedSession' }),
  holder('administrator', { label: 'administrator with a first password', means: 'mustChange' }),
  holder('administrator', { label: 'administrator without the second factor', means: 'awaitsFactor' }),
  holder('administrator', { label: 'administrator with an old proof', means: 'staleProof' }),
  holder('supervisionOffice', { label: 'token of the office for this', means: 'tokenOfThis' }),
  holder('administrator', { label: 'token of the administrator for this', means: 'tokenOfThis' }),
  holder('supervisionOffice', { label: 'token of the office for something else', means: 'tokenOfOther' }),
  holder('administrator', { label: 'token of the administrator for something else', means: 'tokenOfOther' }),
];
