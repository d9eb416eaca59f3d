// What the register knows of a subject: each fact with its column, its bounds and its name in both languages.
import type { Column, Measure, Storage } from '../engine/form.ts';
import type { Words } from '../words/words.ts';

export type Subject = 'enterprise' | 'project' | 'park' | 'person';

export interface FlagName {
  readonly name: string;
  readonly label: Words;
}

export interface Fact extends Column {
  readonly label: Words;
  /** What is counted (人, 家, 年); null where the measure says it. */
  readonly unit: Words | null;
  /** Names of the bits, in the order of `bits`. */
  readonly flags?: readonly FlagName[];
}

const words = (zh: string, en: string): Words => ({ zh, en });

function fact(
  name: string,
  measure: Measure,
  storage: Storage,
  [least, greatest]: readonly [number, number],
  label: Words,
  unit: Words | null = null,
): Fact {
  return { name, storage, measure, nullable: storage === 'f64', least, greatest, label, unit };
}

/** 1 trillion yuan in 分: more than any enterprise of the country turns over in a year times ten. */
const MONEY_LIMIT = 1e14;

/** May be missing, never negative: losses are not a fact that any clause asks for. */
export const money = (name: string, zh: string, en: string, greatest = MONEY_LIMIT): Fact =>
  fact(name, 'fen', 'f64', [0, greatest], words(zh, en));

export const count = (name: string, zh: string, en: string, unit: Words, greatest: number): Fact =>
  fact(name, 'count', 'f64', [0, greatest], words(zh, en), unit);

/** 0 says "never", which is known; a missing year is not known. */
export const year = (name: string, zh: string, en: string): Fact =>
  fact(name, 'year', 'f64', [0, 2200], words(zh, en));

/** 1900-01-01 to 2199-12-31 as days since 1970-01-01. */
export const date = (name: string, zh: string, en: string): Fact =>
  fact(name, 'date', 'f64', [-25567, 84005], words(zh, en));

export const area = (name: string, zh: string, en: string): Fact =>
  fact(name, 'area', 'f64', [0, 1e8], words(zh, en));

export const code = (name: string, zh: string, en: string, greatest: number): Fact =>
  fact(name, 'code', 'f64', [0, greatest], words(zh, en));

export const units = {
  people: words('人', 'people'),
  firms: words('家', 'firms'),
  years: words('年', 'years'),
  stars: words('星', 'stars'),
  items: words('项', 'items'),
};

/** A flag column and its twin that says which of the bits are known. */
export function flags(name: string, label: Words, bits: readonly FlagName[]): readonly [Fact, Fact] {
  const names = bits.map((bit) => bit.name);
  const column = (own: string, extra: Pick<Fact, 'bits' | 'known' | 'flags'>): Fact => ({
    ...fact(own, 'flags', 'u32', [0, 0xffffffff], label),
    ...extra,
  });
  return [
    column(name, { bits: names, known: `${name}_known`, flags: bits }),
    column(`${name}_known`, { known: null }),
  ];
}

/** What has been paid is our own ledger: a bit set or unset is known. */
export const history = (name: string, keys: readonly FlagName[]): Fact => ({
  ...fact(
    name,
    'flags',
    'u32',
    [0, 0xffffffff],
    words('已兑付的一次性政策', 'one-time awards already received'),
  ),
  bits: keys.map((key) => key.name),
  known: null,
  flags: keys,
});

/** Paid this year under a yearly limit, or so far in a group that tops up: 0 where nothing was paid, never missing. */
export const paidSoFar = (name: string, zh: string, en: string): Fact => ({
  ...fact(name, 'fen', 'f64', [0, MONEY_LIMIT], words(zh, en)),
  nullable: false,
});
