// What a jurisdiction is, and which places of it a plan may spread a target over. The places are data of the city.

export type JurisdictionLevel = 'province' | 'city' | 'district' | 'street';

export interface Jurisdiction {
  /** Code of GB/T 2260 for the administrative division: 330100. */
  readonly code: string;
  /** As documents print it in full: 杭州市. */
  readonly name: string;
  readonly level: JurisdictionLevel;
}

/** A district, county, zone or the city level itself, as a column of an allocation table names it. */
export interface Place {
  readonly id: string;
  readonly name: string;
  /** ownLevel is 市本级: what the city does itself. */
  readonly kind: 'district' | 'county' | 'countyCity' | 'zone' | 'ownLevel';
  readonly aliases: readonly string[];
}

export interface PlaceList {
  readonly jurisdiction: Jurisdiction;
  /** In the order that the city prints them. */
  readonly places: readonly Place[];
}

/** Drops spaces and a trailing 政府 or 管委会: 上城区政府 is the place 上城区 for an allocation. */
export const placeKey = (printed: string): string =>
  printed.replace(/\s+/g, '').replace(/(?:人民政府|政府|管委会|管理委员会)$/, '');

/** The place that a printed name means, by name or alias, with or without the city's name before it. */
export function findPlace(list: PlaceList, printed: string): Place | null {
  const key = placeKey(printed);
  const city = list.jurisdiction.name;
  const bare = key.startsWith(city) && key.length > city.length ? key.slice(city.length) : key;
  return (
    list.places.find((place) =>
      [place.name, ...place.aliases].map(placeKey).some((name) => name === key || name === bare),
    ) ?? null
  );
}

/** Position in the city's own order; places that the list does not know come last. */
export function placeOrder(list: PlaceList, printed: string): number {
  const place = findPlace(list, printed);
  return place ? list.places.indexOf(place) : list.places.length;
}
