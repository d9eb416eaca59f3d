// What a site of a livelihood project is and how it moves: planned, built, claimed finished, accepted, in use, kept up by a dated duty.
import { type Guard, holdsIf, isReason, type Lifecycle } from '../place/lifecycle.ts';
import type { IsoDate } from '../quantity/date.ts';
import type { DecimalText } from './commitment.ts';
import type { Coordinate } from './coordinate.ts';

export const siteStates = [
  'planned',
  'started',
  'finished',
  'accepted',
  'inUse',
  'suspended',
  'cancelled',
] as const;
export type SiteState = (typeof siteStates)[number];

export const siteActions = [
  'start',
  'finish',
  'rework',
  'accept',
  'open',
  'suspend',
  'resume',
  'cancel',
] as const;
export type SiteAction = (typeof siteActions)[number];

/** Who keeps the site running after completion, and until when (长效运维). */
export interface UpkeepDuty {
  readonly unitId: string;
  readonly from: IsoDate;
  /** Null for as long as the site stands. */
  readonly until: IsoDate | null;
  /** How often it is looked after, in words. */
  readonly duty: string;
}

export interface Site {
  readonly id: string;
  readonly commitmentId: string;
  readonly metric: string;
  readonly placeId: string;
  readonly name: string;
  readonly address: string;
  readonly coordinate: Coordinate | null;
  /** What it must be, as the standard of the project says. */
  readonly standard: string;
  /** What counts as accepted: who looks, at what. */
  readonly acceptance: string;
  /** How much of the target it brings: 1 canteen, 120 beds. */
  readonly share: DecimalText;
  readonly unit: string;
  readonly unitId: string;
  readonly dueOn: IsoDate;
  readonly upkeep: UpkeepDuty | null;
}

/** What a move of a site rests on. Whatever the server could not find out is undefined, and is refused. */
export interface SiteFacts {
  readonly today: IsoDate | undefined;
  readonly actorId: string | undefined;
  /** Who said that it is finished; null while nobody has. */
  readonly claimantId: string | null | undefined;
  readonly standard: string;
  readonly acceptanceRecord: string;
  readonly upkeep: UpkeepDuty | null | undefined;
  /** Document that changes the plan, for a site that is given up. */
  readonly amendment: string;
  readonly reason: string;
}

export type SiteProblem =
  | 'site.needsStandard'
  | 'site.needsAcceptance'
  | 'site.ownClaim'
  | 'site.needsUpkeep'
  | 'site.upkeepOver'
  | 'site.needsAmendment'
  | 'site.needsReason';

type SiteGuard = Guard<SiteFacts, SiteProblem>;

const hasStandard: SiteGuard = ({ standard }) => holdsIf(isReason(standard), 'site.needsStandard');
const hasRecord: SiteGuard = ({ acceptanceRecord }) =>
  holdsIf(isReason(acceptanceRecord), 'site.needsAcceptance');
const notByClaimant: SiteGuard = ({ actorId, claimantId }) =>
  holdsIf(
    actorId !== undefined && claimantId !== undefined && claimantId !== null && actorId !== claimantId,
    'site.ownClaim',
  );
const hasUpkeep: SiteGuard = ({ upkeep }) => holdsIf(!!upkeep && isReason(upkeep.duty), 'site.needsUpkeep');
const upkeepHolds: SiteGuard = ({ upkeep, today }) =>
  holdsIf(!!upkeep && !!today && (upkeep.until === null || today <= upkeep.until), 'site.upkeepOver');
const amended: SiteGuard = ({ amendment }) => holdsIf(isReason(amendment), 'site.needsAmendment');
const explained: SiteGuard = ({ reason }) => holdsIf(isReason(reason), 'site.needsReason');

const owners = ['leadUnit', 'district', 'street'] as const;

export const siteLifecycle: Lifecycle<SiteState, SiteAction, SiteFacts, SiteProblem> = {
  start: 'planned',
  states: siteStates,
  terminal: ['cancelled'],
  moves: {
    start: { path: { planned: 'started' }, by: owners, guards: [] },
    finish: { path: { planned: 'finished', started: 'finished' }, by: owners, guards: [hasStandard] },
    rework: {
      path: { finished: 'started', accepted: 'started' },
      by: ['leadUnit', 'inspector', 'supervisionOffice'],
      guards: [explained],
    },
    accept: {
      path: { finished: 'accepted' },
      by: ['leadUnit', 'supervisionOffice'],
      guards: [notByClaimant, hasRecord],
    },
    open: { path: { accepted: 'inUse' }, by: owners, guards: [hasUpkeep, upkeepHolds] },
    suspend: { path: { inUse: 'suspended' }, by: owners, guards: [explained] },
    resume: { path: { suspended: 'inUse' }, by: owners, guards: [hasUpkeep, upkeepHolds] },
    cancel: {
      path: { planned: 'cancelled', started: 'cancelled', suspended: 'cancelled' },
      by: ['leadUnit', 'supervisionOffice'],
      guards: [explained, amended],
    },
  },
};

/** Finished, by the owner's word. */
export const isClaimed = (state: SiteState): boolean =>
  state === 'finished' || state === 'accepted' || state === 'inUse' || state === 'suspended';
