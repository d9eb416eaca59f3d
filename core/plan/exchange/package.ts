// What one level of government sends another about its plan: lines with targets, shares and figures, under one schema and one text to be hashed.
import type { IsoDate } from '../../quantity/date.ts';
import type { CommitmentKind, DecimalText, Measure, Target } from '../commitment.ts';

export const packageFormat = 'bihuan.plan';
export const packageVersion = 1;

export const levels = ['province', 'city', 'district'] as const;
export type Level = (typeof levels)[number];

export interface Party {
  readonly level: Level;
  /** Code of the administrative division (GB/T 2260). */
  readonly id: string;
  readonly name: string;
}

export interface ExchangeFigure {
  readonly value: DecimalText;
  readonly unit: string;
  readonly periodEnd: IsoDate;
}

export interface ExchangeLine {
  readonly kind: CommitmentKind;
  readonly number: string;
  readonly title: string;
  readonly metric: string;
  readonly unit: string;
  readonly comparator: Target['comparator'];
  readonly values: readonly DecimalText[];
  readonly measure: Measure;
  /** The words of the target, kept beside the numbers. */
  readonly printed: string;
  /** What the sender has given the receiver of it; null where it was not split. */
  readonly share: DecimalText | null;
  readonly figure: ExchangeFigure | null;
}

export interface PlanPackage {
  readonly format: typeof packageFormat;
  readonly version: typeof packageVersion;
  /** down: targets and shares from above; up: the plan and figures from below. */
  readonly direction: 'down' | 'up';
  readonly year: number;
  readonly title: string;
  readonly from: Party;
  readonly to: Party;
  readonly issuedOn: IsoDate;
  readonly lines: readonly ExchangeLine[];
}

/** Keys in order of their code units at every level, no spaces (RFC 8785 for texts, lists and whole numbers, which is all there is). */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalText(inner)}`).join(',')}}`;
}

const rank = (level: Level): number => levels.indexOf(level);

/** A package goes one level down or one level up, as it says. */
export const directionFits = ({
  direction,
  from,
  to,
}: Pick<PlanPackage, 'direction' | 'from' | 'to'>): boolean =>
  rank(to.level) - rank(from.level) === (direction === 'down' ? 1 : -1);

/** By its code (GB/T 2260): 330000 is a province, 330100 a city, 330102 a district; anything else is taken for a city. */
export function levelOfCode(code: string): Level {
  if (!/^\d{6}$/.test(code)) return 'city';
  return code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'city' : 'district';
}
