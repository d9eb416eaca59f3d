// How a livelihood project is appraised at the end of the year: load, completion, verification, satisfaction and a third party's score.
import type { DecimalText } from '../../plan/commitment.ts';
import { isoDate } from '../../quantity/date.ts';
import { compare, parseDecimal, ZERO } from '../../quantity/decimal.ts';
import type { Formula, FormulaPart, Member, Normalisation, OutcomeKind, PartValue } from './formula.ts';

/** The facts of one project or one district's share of it; null where nobody has measured it. */
export interface AppraisalFacts {
  readonly id: string;
  readonly name: string;
  /** What was promised, finished by the owner's word, and confirmed by inspectors, in one unit. */
  readonly promised: DecimalText | null;
  readonly claimed: DecimalText | null;
  readonly verified: DecimalText | null;
  /** Votes of the congress or answers of citizens: satisfied of asked. */
  readonly satisfied: { readonly yes: number; readonly asked: number } | null;
  /** 0 to 100. */
  readonly thirdParty: DecimalText | null;
  /** Sites carried, beside which small districts are not ranked: compared per head. */
  readonly load: { readonly sites: DecimalText; readonly population: DecimalText } | null;
  /** Parts that do not apply here, each with the reason of whoever decided so. */
  readonly notApplicable: Readonly<Record<string, string>>;
}

const part = (
  id: string,
  name: string,
  kind: OutcomeKind,
  weight: DecimalText,
  normalisation: Normalisation,
  unit: string,
): FormulaPart => ({ id, name, kind, weight, goodWay: 'higher', normalisation, unit, cap: '1' });

/**
 * Inputs named by the notice on the livelihood projects of 2024 (杭政办函〔2024〕6号, 附件): satisfaction of the congress,
 * third party, load; weights are defaults of this software, a city sets its own.
 */
export const defaultAppraisal: Formula = {
  id: 'livelihood-appraisal',
  version: 1,
  name: '民生实事考评',
  of: 'livelihood',
  leastCoverage: '0.8',
  places: 2,
  inForceFrom: isoDate('2024-01-01'),
  source: '杭政办函〔2024〕6号列明考评内容；权重为软件默认值',
  parts: [
    part('completion', '完成情况', 'shareOfTarget', '40', 'share', '%'),
    part('verification', '核验情况', 'verifiedShare', '20', 'share', '%'),
    part('satisfaction', '满意度测评', 'satisfaction', '15', 'share', '%'),
    part('thirdParty', '第三方评估', 'thirdParty', '15', 'share', '分'),
    part('load', '工作量', 'load', '10', 'perBase', '个/万人'),
  ],
};

const partValue = (value: DecimalText | null, base: DecimalText | null): PartValue =>
  value === null ? { kind: 'missing' } : { kind: 'value', value, base };

/** Fewer answers than this say nothing about satisfaction. */
export interface AppraisalSettings {
  readonly leastAsked: number;
  /** Least points of each grade, best first. */
  readonly grades: readonly { readonly grade: AppraisalGrade; readonly least: DecimalText }[];
}

export const appraisalGrades = ['excellent', 'good', 'passed', 'failed'] as const;
export type AppraisalGrade = (typeof appraisalGrades)[number];

/** Defaults of this software; no published rule was found. */
export const defaultAppraisalSettings: AppraisalSettings = {
  leastAsked: 30,
  grades: [
    { grade: 'excellent', least: '90' },
    { grade: 'good', least: '80' },
    { grade: 'passed', least: '60' },
  ],
};

/** The facts as a member of a standing. Satisfaction is measured against all who were asked, never against a sum of points. */
export function appraised(facts: AppraisalFacts, settings: AppraisalSettings): Member {
  const { satisfied, load } = facts;
  const enough = satisfied !== null && satisfied.asked >= settings.leastAsked;
  const values: Record<string, PartValue> = {
    completion: partValue(facts.claimed, facts.promised),
    verification: partValue(facts.verified, facts.claimed),
    satisfaction: enough ? partValue(`${satisfied.yes}`, `${satisfied.asked}`) : { kind: 'missing' },
    thirdParty: partValue(facts.thirdParty, '100'),
    load: load === null ? { kind: 'missing' } : partValue(load.sites, load.population),
  };
  for (const [part, reason] of Object.entries(facts.notApplicable))
    values[part] = { kind: 'notApplicable', reason };
  return { id: facts.id, name: facts.name, values };
}

/** The grade of so many points; null where there is no place to grade. */
export function gradeOf(points: DecimalText | null, settings: AppraisalSettings): AppraisalGrade | null {
  const value = points === null ? null : parseDecimal(points);
  if (!value) return null;
  const reached = settings.grades.find(({ least }) => compare(value, parseDecimal(least) ?? ZERO) >= 0);
  return reached?.grade ?? 'failed';
}
