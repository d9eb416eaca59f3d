// Formulas, members and places for tests of standings.
import { isoDate } from '../../quantity/date.ts';
import type { Formula, FormulaPart, Member, PartValue } from './formula.ts';
import type { Standing } from './rank.ts';

export const part = (id: string, given: Partial<FormulaPart> = {}): FormulaPart => ({
  id,
  name: id,
  kind: 'shareOfTarget',
  weight: '50',
  goodWay: 'higher',
  normalisation: 'share',
  unit: '家',
  cap: '1',
  ...given,
});

export const formula = (parts: readonly FormulaPart[], given: Partial<Formula> = {}): Formula => ({
  id: 'f',
  version: 1,
  name: '季度晾晒',
  of: 'district',
  parts,
  leastCoverage: '1',
  places: 2,
  inForceFrom: isoDate('2025-01-01'),
  source: '江政办〔2025〕1号',
  ...given,
});
export const value = (amount: string, base: string | null = null): PartValue => ({
  kind: 'value',
  value: amount,
  base,
});
export const missing: PartValue = { kind: 'missing' };
export const notHere: PartValue = { kind: 'notApplicable', reason: '辖区内无该项任务' };
export const member = (id: string, values: Readonly<Record<string, PartValue>>): Member => ({
  id,
  name: id,
  values,
});

export const places = (found: Standing): Readonly<Record<string, number | null>> =>
  Object.fromEntries(found.members.map(({ memberId, place }) => [memberId, place]));
export const points = (found: Standing): Readonly<Record<string, string>> =>
  Object.fromEntries(found.members.map((each) => [each.memberId, each.points]));
