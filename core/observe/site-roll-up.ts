// How many sites are claimed, verified and felt to be good, side by side, for a district or a project; the three are never mixed.
import type { DecimalText } from '../plan/commitment.ts';
import { isClaimed, type Site, type SiteState } from '../plan/site.ts';
import type { IsoDate } from '../quantity/date.ts';
import { add, type Decimal, parseDecimal, printDecimal, trim, ZERO } from '../quantity/decimal.ts';
import { type Felt, feltFrom, type Rating, type RatingSettings } from './rating.ts';

/** What an inspector found at a site on a day. */
export interface SiteCheck {
  readonly siteId: string;
  readonly outcome: 'confirmed' | 'refuted';
  readonly checkedOn: IsoDate;
  readonly sequence: number;
}

export interface SiteStanding {
  readonly site: Site;
  readonly state: SiteState;
  readonly check: SiteCheck | null;
  readonly ratings: readonly Rating[];
}

/** The latest check on or before a day; a later one replaces it, both stay on record. */
export function checkOn(checks: readonly SiteCheck[], siteId: string, asOf: IsoDate): SiteCheck | null {
  let last: SiteCheck | null = null;
  for (const check of checks) {
    if (check.siteId !== siteId || check.checkedOn > asOf) continue;
    const isLater =
      last === null ||
      check.checkedOn > last.checkedOn ||
      (check.checkedOn === last.checkedOn && check.sequence > last.sequence);
    if (isLater) last = check;
  }
  return last;
}

/** Where the three facts disagree: what the office should look at first. */
export type SiteSignal =
  | 'claimedRefuted'
  | 'claimedUnchecked'
  | 'confirmedUnclaimed'
  | 'confirmedDisliked'
  | 'overdue';

export function signalsOf(
  { site, state, check, ratings }: SiteStanding,
  settings: RatingSettings,
  asOf: IsoDate,
): readonly SiteSignal[] {
  const claimed = isClaimed(state);
  const { mean } = feltFrom(ratings, settings);
  const disliked = mean !== null && Number(mean) <= settings.leadAtMost;
  const signals: readonly (SiteSignal | null)[] = [
    claimed && check?.outcome === 'refuted' ? 'claimedRefuted' : null,
    claimed && check === null ? 'claimedUnchecked' : null,
    !claimed && check?.outcome === 'confirmed' ? 'confirmedUnclaimed' : null,
    check?.outcome === 'confirmed' && disliked ? 'confirmedDisliked' : null,
    !claimed && state !== 'cancelled' && asOf > site.dueOn ? 'overdue' : null,
  ];
  return signals.flatMap((signal) => signal ?? []);
}

export interface SiteRollUp {
  readonly key: string;
  readonly unit: string;
  readonly sites: number;
  /** Sum of the sites' shares of the target. Cancelled sites count in none of these. */
  readonly planned: DecimalText;
  readonly claimed: DecimalText;
  readonly verified: DecimalText;
  readonly refuted: DecimalText;
  readonly felt: Felt;
}

interface Sums {
  sites: number;
  planned: Decimal;
  claimed: Decimal;
  verified: Decimal;
  refuted: Decimal;
  readonly ratings: Rating[];
}

const emptySums = (): Sums => ({
  sites: 0,
  planned: ZERO,
  claimed: ZERO,
  verified: ZERO,
  refuted: ZERO,
  ratings: [],
});

const text = (value: Decimal): DecimalText => printDecimal(trim(value));

/** Groups by the key of a site (its district, its project); unlike units of measure are never added up. */
export function rollUpSites(
  standings: readonly SiteStanding[],
  keyOf: (site: Site) => string,
  settings: RatingSettings,
): readonly SiteRollUp[] {
  const groups = new Map<string, { readonly key: string; readonly unit: string; readonly sums: Sums }>();
  for (const { site, state, check, ratings } of standings) {
    if (state === 'cancelled') continue;
    const key = keyOf(site);
    const at = `${key}\t${site.unit}`;
    const group = groups.get(at) ?? { key, unit: site.unit, sums: emptySums() };
    groups.set(at, group);
    const { sums } = group;
    const share = parseDecimal(site.share) ?? ZERO;
    sums.sites += 1;
    sums.planned = add(sums.planned, share);
    if (isClaimed(state)) sums.claimed = add(sums.claimed, share);
    if (check?.outcome === 'confirmed') sums.verified = add(sums.verified, share);
    if (check?.outcome === 'refuted') sums.refuted = add(sums.refuted, share);
    for (const rating of ratings) sums.ratings.push(rating);
  }
  return [...groups.values()].map(({ key, unit, sums }) => ({
    key,
    unit,
    sites: sums.sites,
    planned: text(sums.planned),
    claimed: text(sums.claimed),
    verified: text(sums.verified),
    refuted: text(sums.refuted),
    felt: feltFrom(sums.ratings, settings),
  }));
}

export type UpkeepState = 'notYet' | 'none' | 'holds' | 'endsSoon' | 'over';

/** Whether somebody keeps the site up on a day; a site in use without a duty in force is a finding (长效运维). */
export function upkeepOn(site: Site, state: SiteState, asOf: IsoDate, warnFrom: IsoDate): UpkeepState {
  const { upkeep } = site;
  if (state !== 'inUse' && state !== 'suspended') return 'notYet';
  if (!upkeep || asOf < upkeep.from) return 'none';
  if (upkeep.until === null) return 'holds';
  if (asOf > upkeep.until) return 'over';
  return upkeep.until < warnFrom ? 'endsSoon' : 'holds';
}
