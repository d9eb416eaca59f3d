// Departments, their posts and who holds a post when; and which unit a printed name means. People are accounts, never names in code.
import type { IsoDate } from '../quantity/date.ts';
import { aliasesOf, isUnitGroup, normaliseUnitName, type OrgUnit, unitNames } from './org-unit.ts';

/** A unit of one government, with the days between which it exists: bureaus are merged and renamed. */
export interface Department extends OrgUnit {
  /** The government it belongs to. */
  readonly placeId: string;
  readonly parentUnitId: string | null;
  readonly from: IsoDate;
  readonly until: IsoDate | null;
  /** The unit that took over its duties. */
  readonly successorId: string | null;
}

export interface OfficeHolder {
  readonly postId: string;
  readonly accountId: string;
  readonly from: IsoDate;
  readonly until: IsoDate | null;
}

interface Dated {
  readonly from: IsoDate;
  readonly until: IsoDate | null;
}

export const isInForce = ({ from, until }: Dated, day: IsoDate): boolean =>
  from <= day && (until === null || day <= until);

/** Who holds the post on the day; null while it is vacant. Of two, the one appointed later. */
export const holderOn = (
  holders: readonly OfficeHolder[],
  postId: string,
  day: IsoDate,
): OfficeHolder | null =>
  holders
    .filter((holder) => holder.postId === postId && isInForce(holder, day))
    .toSorted((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0))[0] ?? null;

const overlap = (a: Dated, b: Dated): boolean =>
  (b.until === null || a.from <= b.until) && (a.until === null || b.from <= a.until);

/** Pairs that hold one post at the same time: two people would answer for one promise. */
export const overlappingHolders = (
  holders: readonly OfficeHolder[],
): readonly (readonly [OfficeHolder, OfficeHolder])[] =>
  holders.flatMap((a, index) =>
    holders
      .slice(index + 1)
      .filter((b) => a.postId === b.postId && overlap(a, b))
      .map((b) => [a, b] as const),
  );

/** The unit that answers for a unit's duties on the day, through mergers; null where the chain breaks or circles. */
export function unitInForce(units: readonly Department[], id: string, day: IsoDate): Department | null {
  const seen = new Set<string>();
  let unit = units.find((each) => each.id === id);
  while (unit && !isInForce(unit, day)) {
    if (seen.has(unit.id) || unit.successorId === null || day < unit.from) return null;
    seen.add(unit.id);
    const next: string = unit.successorId;
    unit = units.find((each) => each.id === next);
  }
  return unit ?? null;
}

/** group: 各区县政府 is nobody in particular. unknown and several go to the mapping list, where a person decides. */
export type UnitMatch =
  | { readonly kind: 'one'; readonly unit: OrgUnit }
  | { readonly kind: 'several'; readonly units: readonly OrgUnit[] }
  | { readonly kind: 'group' }
  | { readonly kind: 'unknown' };

/** Which unit a printed name means, by its name, its aliases and what stands in its brackets. */
export function resolveUnit(units: readonly OrgUnit[], printed: string, jurisdiction = ''): UnitMatch {
  if (isUnitGroup(printed)) return { kind: 'group' };
  const aliases = aliasesOf(units, jurisdiction);
  const names = unitNames(printed, jurisdiction);
  const wanted = new Set(names.flatMap((name) => [name, aliases.get(name) ?? name]));
  const found = units.filter((unit) => wanted.has(normaliseUnitName(unit.name, jurisdiction)));
  const [only] = found;
  if (!only) return { kind: 'unknown' };
  return found.length === 1 ? { kind: 'one', unit: only } : { kind: 'several', units: found };
}
