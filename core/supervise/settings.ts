// What a city may set for its supervision: clocks, limits and escalation, each with its default and where the default comes from.
import { calendarDays, type Setting, type Term } from '../quantity/deadline.ts';
import { defaultEscalation, type EscalationRule } from './escalation.ts';
import type { InspectionKind } from './inspection.ts';
import type { NoticeGrade } from './notice.ts';

export interface SuperviseSettings {
  /** From the day of issue to the day the answer is due. */
  readonly answerTerm: Readonly<Record<NoticeGrade, Setting<Term>>>;
  /** From the day of issue to the day the matter must be put right. */
  readonly remedyTerm: Readonly<Record<NoticeGrade, Setting<Term>>>;
  readonly extensionDecisionTerm: Setting<Term>;
  readonly extensionLimit: Setting<number>;
  readonly evidenceFrom: Setting<NoticeGrade | null>;
  readonly objectionTerm: Setting<Term>;
  readonly reviewTerm: Setting<Term>;
  readonly rectificationTerm: Setting<Term>;
  /** Days between two inspections of one unit. */
  readonly inspectionGap: Setting<number>;
  /** Kinds that cannot wait for the gap. */
  readonly gapExempt: Setting<readonly InspectionKind[]>;
  readonly teamLeast: Setting<number>;
  /** Years after leaving a unit in which an inspector does not inspect it. */
  readonly recusalYears: Setting<number>;
  /** Whether whoever inspects must have a valid certificate. */
  readonly certificate: Setting<boolean>;
  /** Days ahead in which the daily agenda warns. */
  readonly warnAhead: Setting<number>;
  readonly escalation: Setting<readonly EscalationRule[]>;
}

const own = <T>(value: T): Setting<T> => ({
  value,
  basis: 'default',
  source: '软件默认值，未检索到公开规定',
});
const law = <T>(value: T, source: string): Setting<T> => ({ value, basis: 'law', source });

const order733 = '政府督查工作条例（国务院令第733号）';

export const defaultSuperviseSettings: SuperviseSettings = {
  answerTerm: {
    reminder: own(calendarDays(7)),
    order: own(calendarDays(7)),
    listed: own(calendarDays(5)),
  },
  remedyTerm: {
    reminder: own(calendarDays(30)),
    order: own(calendarDays(30)),
    listed: own(calendarDays(15)),
  },
  extensionDecisionTerm: own(calendarDays(5)),
  extensionLimit: own(1),
  evidenceFrom: own<NoticeGrade | null>('listed'),
  objectionTerm: law(calendarDays(30), `${order733}第十七条`),
  reviewTerm: law(calendarDays(30), `${order733}第十七条`),
  rectificationTerm: own(calendarDays(60)),
  inspectionGap: {
    value: 90,
    basis: 'default',
    source: `${order733}第十五条要求控制督查频次，未规定天数；软件默认值`,
  },
  gapExempt: own<readonly InspectionKind[]>(['event', 'lead']),
  teamLeast: own(2),
  recusalYears: own(3),
  certificate: own(true),
  warnAhead: own(7),
  escalation: {
    value: defaultEscalation,
    basis: 'default',
    source: '参照三明市2017年蓝、橙、红三色督办单的公开做法；软件默认值',
  },
};
