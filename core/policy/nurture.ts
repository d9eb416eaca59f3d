// The nurturing period of a firm that grew above scale (杭政办函〔2024〕3号 二): from the first year in the statistics for three
// years, with a companion officer, a check each year, two awards three years apart, and few inspections.
import { type Guard, holdsIf, isReason, type Lifecycle } from '../place/lifecycle.ts';
import { addDays, addMonths, yearOf, yearStart } from '../quantity/calendar.ts';
import type { IsoDate } from '../quantity/date.ts';

export const nurtureStates = ['candidate', 'nurturing', 'graduated', 'left'] as const;
export type NurtureState = (typeof nurtureStates)[number];

export const nurtureActions = ['admit', 'assignCompanion', 'recordCheck', 'graduate', 'leave'] as const;
export type NurtureAction = (typeof nurtureActions)[number];

/** Whether the firm was still above scale in one whole year, as the statistics office found it. */
export interface YearlyCheck {
  readonly year: number;
  readonly isAboveScale: boolean;
  readonly checkedOn: IsoDate;
}

export interface NurtureRecord {
  /** First day in the statistics of firms above scale; null while it has not been confirmed. */
  readonly firstAboveScaleOn: IsoDate | null;
  readonly checks: readonly YearlyCheck[];
}

interface Setting<T> {
  readonly value: T;
  readonly source: string;
}

export interface NurtureSettings {
  readonly years: Setting<number>;
  /** Yearly checks passed in a row that the second award asks for. */
  readonly yearsKept: Setting<number>;
  readonly inspectionsOfOneUnit: Setting<number>;
}

const document = '杭政办函〔2024〕3号';
export const defaultNurtureSettings: NurtureSettings = {
  years: { value: 3, source: `${document} 二` },
  yearsKept: { value: 3, source: `${document} 一` },
  inspectionsOfOneUnit: { value: 1, source: `${document} 四` },
};

export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** Three calendar years: from 15 March 2024 to 14 March 2027, both days belong. */
export function nurturePeriod(record: NurtureRecord, settings: NurtureSettings): Period | null {
  const from = record.firstAboveScaleOn;
  return from && { from, to: addDays(addMonths(from, 12 * settings.years.value), -1) };
}

/** Last year that is checked: the second award asks for no more. */
const lastYear = (first: number, settings: NurtureSettings): number => first + settings.yearsKept.value;

/** The years that are over and have a check of their own: whole ones after the first, as many as the second award asks for. */
export function yearsToCheck(
  record: NurtureRecord,
  today: IsoDate,
  settings: NurtureSettings,
): readonly number[] {
  if (!record.firstAboveScaleOn) return [];
  const first = yearOf(record.firstAboveScaleOn);
  const last = Math.min(yearOf(today) - 1, lastYear(first, settings));
  return Array.from({ length: Math.max(0, last - first) }, (_, at) => first + 1 + at);
}

/** Years to check that found the firm above scale, from the first in a row; null where one is not checked yet. */
export function yearsKept(record: NurtureRecord, today: IsoDate, settings: NurtureSettings): number | null {
  const found = new Map(record.checks.map((check) => [check.year, check.isAboveScale]));
  let kept = 0;
  for (const year of yearsToCheck(record, today, settings)) {
    const isAbove = found.get(year);
    if (isAbove === undefined) return null;
    if (!isAbove) return kept;
    kept += 1;
  }
  return kept;
}

/** What the register takes over for clauses: 0 says never, null says not known. */
export interface NurtureColumns {
  readonly scaleYear: number;
  readonly yearsInScale: number | null;
  readonly nurturing: boolean;
}

export function nurtureColumns(
  record: NurtureRecord,
  state: NurtureState,
  today: IsoDate,
  settings: NurtureSettings,
): NurtureColumns {
  const period = nurturePeriod(record, settings);
  const isWithin = period !== null && period.from <= today && today <= period.to;
  return {
    scaleYear: record.firstAboveScaleOn ? yearOf(record.firstAboveScaleOn) : 0,
    yearsInScale: yearsKept(record, today, settings),
    nurturing: state === 'nurturing' && isWithin,
  };
}

/** The days from which the two awards can be paid: when first above scale, and once the last whole year kept is over. */
export function awardDays(
  record: NurtureRecord,
  settings: NurtureSettings,
): { readonly first: IsoDate; readonly second: IsoDate } | null {
  const first = record.firstAboveScaleOn;
  return first && { first, second: yearStart(yearOf(first) + settings.yearsKept.value + 1) };
}

/** What a move rests on. Whatever the server could not find out is undefined, and is refused. */
export interface NurtureFacts {
  readonly today: IsoDate | undefined;
  readonly record: NurtureRecord | undefined;
  /** True where the register says that the firm is industrial. */
  readonly isIndustrial: boolean | null | undefined;
  readonly wasAdmittedBefore: boolean | undefined;
  /** The post that accompanies the firm; null while there is none. */
  readonly companion: string | null | undefined;
  readonly check: YearlyCheck | undefined;
  readonly reason: string;
  readonly settings: NurtureSettings;
}

export type NurtureProblem =
  | 'nurture.notAboveScale'
  | 'nurture.notIndustrial'
  | 'nurture.admittedBefore'
  | 'nurture.needsCompanion'
  | 'nurture.yearNotOver'
  | 'nurture.yearOutside'
  | 'nurture.checkedAlready'
  | 'nurture.periodNotOver'
  | 'nurture.notKept'
  | 'nurture.needsReason';

type NurtureGuard = Guard<NurtureFacts, NurtureProblem>;

const isAboveScale: NurtureGuard = ({ record, today }) =>
  holdsIf(
    !!today && !!record?.firstAboveScaleOn && record.firstAboveScaleOn <= today,
    'nurture.notAboveScale',
  );
const isIndustrial: NurtureGuard = (facts) => holdsIf(facts.isIndustrial, 'nurture.notIndustrial');
/** 首次: who fell out and grew again is not first above scale. */
const isFirstTime: NurtureGuard = ({ wasAdmittedBefore }) =>
  holdsIf(wasAdmittedBefore === false, 'nurture.admittedBefore');
const hasCompanion: NurtureGuard = ({ companion }) => holdsIf(!!companion, 'nurture.needsCompanion');
const yearIsOver: NurtureGuard = ({ check, today }) =>
  holdsIf(!!check && !!today && check.year < yearOf(today), 'nurture.yearNotOver', {
    year: String(check?.year ?? ''),
  });
const yearIsInside: NurtureGuard = ({ check, record, settings }) => {
  const first = record?.firstAboveScaleOn ? yearOf(record.firstAboveScaleOn) : null;
  const isInside = !!check && first !== null && check.year > first && check.year <= lastYear(first, settings);
  return holdsIf(isInside, 'nurture.yearOutside', { year: String(check?.year ?? '') });
};
const notCheckedYet: NurtureGuard = ({ check, record }) =>
  holdsIf(
    !!check && !!record && !record.checks.some((each) => each.year === check.year),
    'nurture.checkedAlready',
    { year: String(check?.year ?? '') },
  );
const periodIsOver: NurtureGuard = ({ record, today, settings }) => {
  const period = record ? nurturePeriod(record, settings) : null;
  return holdsIf(!!today && !!period && today > period.to, 'nurture.periodNotOver', {
    day: period?.to ?? '',
  });
};
const wasKept: NurtureGuard = ({ record, today, settings }) =>
  holdsIf(
    !!record && !!today && (yearsKept(record, today, settings) ?? 0) >= settings.yearsKept.value,
    'nurture.notKept',
    { years: String(settings.yearsKept.value) },
  );
const explained: NurtureGuard = ({ reason }) => holdsIf(isReason(reason), 'nurture.needsReason');

const offices = ['leadUnit', 'district'] as const;

export const nurtureLifecycle: Lifecycle<NurtureState, NurtureAction, NurtureFacts, NurtureProblem> = {
  start: 'candidate',
  states: nurtureStates,
  terminal: ['graduated', 'left'],
  moves: {
    admit: {
      path: { candidate: 'nurturing' },
      by: offices,
      guards: [isAboveScale, isIndustrial, isFirstTime],
    },
    assignCompanion: { path: { nurturing: 'nurturing' }, by: offices, guards: [hasCompanion] },
    recordCheck: {
      path: { nurturing: 'nurturing' },
      by: ['leadUnit'],
      guards: [yearIsOver, yearIsInside, notCheckedYet],
    },
    graduate: { path: { nurturing: 'graduated' }, by: ['leadUnit'], guards: [periodIsOver, wasKept] },
    leave: { path: { nurturing: 'left' }, by: offices, guards: [explained] },
  },
};

/** Grounds on which a unit may inspect beyond the yearly limit: ordered by law, a complaint, or handed down from above. */
export type InspectionGround = 'planned' | 'required' | 'complaint' | 'assigned';

/** Whether one more inspection by one unit in one year is allowed of a firm that is nurtured. */
export const mayInspect = (
  ground: InspectionGround,
  doneThisYear: number,
  settings: NurtureSettings,
): boolean => ground !== 'planned' || doneThisYear < settings.inspectionsOfOneUnit.value;
