// Where a site lies: WGS-84 kept, GCJ-02 and BD-09 converted as their holder declares them; nothing is guessed from the digits.
import { fail, type Result, succeed } from '../result.ts';

/** WGS-84 (satellite, 天地图 CGCS2000 to a metre), GCJ-02 (高德, 腾讯), BD-09 (百度). */
export const coordinateSystems = ['wgs84', 'gcj02', 'bd09'] as const;
export type CoordinateSystem = (typeof coordinateSystems)[number];

/** Degrees, of WGS-84. */
export interface Coordinate {
  readonly longitude: number;
  readonly latitude: number;
}

export type CoordinateProblem =
  | 'coordinate.unreadable'
  | 'coordinate.swapped'
  | 'coordinate.outsideCountry'
  | 'coordinate.outsideCity';

export interface Bounds {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/** The box inside which GCJ-02 shifts points (the bounds of the published formula). */
export const countryBounds: Bounds = { west: 72.004, east: 137.8347, south: 0.8293, north: 55.8271 };

const isInside = ({ longitude, latitude }: Coordinate, { west, east, south, north }: Bounds): boolean =>
  longitude >= west && longitude <= east && latitude >= south && latitude <= north;

/** Krasovsky 1940, on which the shift of GCJ-02 is computed. */
const SEMI_MAJOR = 6_378_245;
const ECCENTRICITY = 0.006_693_421_622_965_943;
const BAIDU_TURN = (Math.PI * 3000) / 180;

const ripple = (value: number): number =>
  ((20 * Math.sin(6 * value * Math.PI) + 20 * Math.sin(2 * value * Math.PI)) * 2) / 3;

function northShift(x: number, y: number): number {
  const base = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
  const slow = ((20 * Math.sin(y * Math.PI) + 40 * Math.sin((y / 3) * Math.PI)) * 2) / 3;
  const slower = ((160 * Math.sin((y / 12) * Math.PI) + 320 * Math.sin((y * Math.PI) / 30)) * 2) / 3;
  return base + ripple(x) + slow + slower;
}

function eastShift(x: number, y: number): number {
  const base = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
  const slow = ((20 * Math.sin(x * Math.PI) + 40 * Math.sin((x / 3) * Math.PI)) * 2) / 3;
  const slower = ((150 * Math.sin((x / 12) * Math.PI) + 300 * Math.sin((x / 30) * Math.PI)) * 2) / 3;
  return base + ripple(x) + slow + slower;
}

/** The published approximation of GCJ-02; points outside the country are not shifted. */
export function gcjFromWgs(point: Coordinate): Coordinate {
  if (!isInside(point, countryBounds)) return point;
  const [x, y] = [point.longitude - 105, point.latitude - 35];
  const radians = (point.latitude / 180) * Math.PI;
  const magic = 1 - ECCENTRICITY * Math.sin(radians) ** 2;
  const root = Math.sqrt(magic);
  const north = (northShift(x, y) * 180) / (((SEMI_MAJOR * (1 - ECCENTRICITY)) / (magic * root)) * Math.PI);
  const east = (eastShift(x, y) * 180) / ((SEMI_MAJOR / root) * Math.cos(radians) * Math.PI);
  return { longitude: point.longitude + east, latitude: point.latitude + north };
}

/** The inverse has no closed form: the shift is taken off again until it stays, to well under a millimetre. */
export function wgsFromGcj(point: Coordinate): Coordinate {
  let guess = point;
  for (let step = 0; step < 30; step++) {
    const back = gcjFromWgs(guess);
    const [east, north] = [point.longitude - back.longitude, point.latitude - back.latitude];
    guess = { longitude: guess.longitude + east, latitude: guess.latitude + north };
    if (Math.abs(east) < 1e-10 && Math.abs(north) < 1e-10) break;
  }
  return guess;
}

export function bdFromGcj({ longitude, latitude }: Coordinate): Coordinate {
  const radius = Math.hypot(longitude, latitude) + 0.000_02 * Math.sin(latitude * BAIDU_TURN);
  const angle = Math.atan2(latitude, longitude) + 0.000_003 * Math.cos(longitude * BAIDU_TURN);
  return { longitude: radius * Math.cos(angle) + 0.0065, latitude: radius * Math.sin(angle) + 0.006 };
}

/** The published inverse is off by up to 1e-5 degrees; like the one above it is repeated until it stays. */
export function gcjFromBd(point: Coordinate): Coordinate {
  let guess = { longitude: point.longitude - 0.0065, latitude: point.latitude - 0.006 };
  for (let step = 0; step < 30; step++) {
    const back = bdFromGcj(guess);
    const [east, north] = [point.longitude - back.longitude, point.latitude - back.latitude];
    guess = { longitude: guess.longitude + east, latitude: guess.latitude + north };
    if (Math.abs(east) < 1e-10 && Math.abs(north) < 1e-10) break;
  }
  return guess;
}

/** A point in a declared system, in WGS-84. */
export const toWgs = (point: Coordinate, system: CoordinateSystem): Coordinate =>
  system === 'wgs84' ? point : wgsFromGcj(system === 'bd09' ? gcjFromBd(point) : point);

/** A WGS-84 point in another system, for a map that draws in it. */
export const fromWgs = (point: Coordinate, system: CoordinateSystem): Coordinate =>
  system === 'wgs84' ? point : system === 'bd09' ? bdFromGcj(gcjFromWgs(point)) : gcjFromWgs(point);

const readDegrees = (text: string): number | null =>
  /^\s*-?\d{1,3}(?:\.\d{1,15})?\s*$/.test(text) ? Number(text) : null;

/**
 * Two printed numbers in a declared system as WGS-84. A pair that fits only the other way round is refused, not turned
 * round; bounds are the city's own where it has given them.
 */
export function readCoordinate(
  longitude: string,
  latitude: string,
  system: CoordinateSystem,
  city: Bounds | null,
): Result<Coordinate, CoordinateProblem> {
  const [x, y] = [readDegrees(longitude), readDegrees(latitude)];
  if (x === null || y === null) return fail('coordinate.unreadable', { longitude, latitude });
  const bounds = city ?? countryBounds;
  const point = toWgs({ longitude: x, latitude: y }, system);
  if (isInside(point, bounds)) return succeed(point);
  if (isInside({ longitude: y, latitude: x }, bounds))
    return fail('coordinate.swapped', { longitude, latitude });
  const code = isInside(point, countryBounds) ? 'coordinate.outsideCity' : 'coordinate.outsideCountry';
  return fail(code, { longitude, latitude });
}
