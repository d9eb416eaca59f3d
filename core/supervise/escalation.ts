// When a matter deserves a notice, or a higher grade: rules as data; the answer is a proposal with reasons, a person issues it.
import { addDays, daysBetween } from '../quantity/calendar.ts';
import type { IsoDate } from '../quantity/date.ts';
import { type NoticeGrade, type NoticeReason, noticeGrades } from './notice.ts';

/** What can be seen of a matter; each is counted in days since it began. */
export const escalationSigns = [
  'reportLate',
  'behindSince',
  'pastDue',
  'answerLate',
  'remedyLate',
  'answersRefused',
  'noticesBefore',
] as const;
export type EscalationSign = (typeof escalationSigns)[number];

export interface EscalationRule {
  readonly id: string;
  readonly sign: EscalationSign;
  /** Days, or a count for answersRefused and noticesBefore, at which the rule holds. */
  readonly least: number;
  /** Applies only to matters at this grade; null for matters without a notice; any for all. */
  readonly at: NoticeGrade | 'none' | 'any';
  readonly to: NoticeGrade;
  readonly reason: NoticeReason;
}

/** Sanming 2017: blue for slow, orange for missed without reason, red for missed again. Days are defaults of this software. */
export const defaultEscalation: readonly EscalationRule[] = [
  { id: 'late-report', sign: 'reportLate', least: 1, at: 'none', to: 'reminder', reason: 'reportMissing' },
  { id: 'behind', sign: 'behindSince', least: 1, at: 'none', to: 'reminder', reason: 'behindSchedule' },
  { id: 'past-due', sign: 'pastDue', least: 1, at: 'none', to: 'order', reason: 'overdue' },
  { id: 'late-long', sign: 'reportLate', least: 15, at: 'reminder', to: 'order', reason: 'missedAgain' },
  { id: 'unanswered', sign: 'answerLate', least: 1, at: 'reminder', to: 'order', reason: 'noticeUnanswered' },
  { id: 'not-remedied', sign: 'remedyLate', least: 1, at: 'reminder', to: 'order', reason: 'missedAgain' },
  {
    id: 'refused-twice',
    sign: 'answersRefused',
    least: 2,
    at: 'reminder',
    to: 'order',
    reason: 'answerRefused',
  },
  { id: 'missed-again', sign: 'noticesBefore', least: 2, at: 'none', to: 'order', reason: 'missedAgain' },
  {
    id: 'order-unanswered',
    sign: 'answerLate',
    least: 1,
    at: 'order',
    to: 'listed',
    reason: 'noticeUnanswered',
  },
  { id: 'order-missed', sign: 'remedyLate', least: 1, at: 'order', to: 'listed', reason: 'missedAgain' },
];

/** The days on which things began, where they did; the last day they were due counts as in time. */
export interface MatterSigns {
  readonly grade: NoticeGrade | null;
  readonly reportDueOn: IsoDate | null;
  readonly behindSince: IsoDate | null;
  readonly dueOn: IsoDate | null;
  readonly answerBy: IsoDate | null;
  readonly remedyBy: IsoDate | null;
  readonly answersRefused: number;
  readonly noticesBefore: number;
  /** A pending extension request stops the clocks of answer and remedy until it is decided. */
  readonly extensionOpen: boolean;
}

export interface EscalationCause {
  readonly rule: string;
  readonly reason: NoticeReason;
  /** Days late, or how many times. */
  readonly count: number;
  readonly since: IsoDate | null;
}

export interface EscalationProposal {
  readonly grade: NoticeGrade;
  readonly because: readonly EscalationCause[];
}

interface Seen {
  readonly count: number;
  readonly since: IsoDate | null;
}

const nothing: Seen = { count: 0, since: null };
const lateBy = (due: IsoDate | null, today: IsoDate): Seen =>
  due === null || today <= due ? nothing : { count: daysBetween(due, today), since: addDays(due, 1) };

function seenOf(sign: EscalationSign, signs: MatterSigns, today: IsoDate): Seen {
  switch (sign) {
    case 'reportLate':
      return lateBy(signs.reportDueOn, today);
    case 'behindSince':
      return signs.behindSince === null || today < signs.behindSince
        ? nothing
        : { count: daysBetween(signs.behindSince, today) + 1, since: signs.behindSince };
    case 'pastDue':
      return lateBy(signs.dueOn, today);
    case 'answerLate':
      return signs.extensionOpen ? nothing : lateBy(signs.answerBy, today);
    case 'remedyLate':
      return signs.extensionOpen ? nothing : lateBy(signs.remedyBy, today);
    case 'answersRefused':
      return { count: signs.answersRefused, since: null };
    case 'noticesBefore':
      return { count: signs.noticesBefore, since: null };
  }
}

const isAt = (rule: EscalationRule, grade: NoticeGrade | null): boolean =>
  rule.at === 'any' || rule.at === (grade ?? 'none');

const level = (grade: NoticeGrade | null): number => (grade === null ? -1 : noticeGrades.indexOf(grade));

/** The highest grade that a rule asks for today and that the matter does not have, with every rule that asks for it. */
export function escalationFor(
  signs: MatterSigns,
  rules: readonly EscalationRule[],
  today: IsoDate,
): EscalationProposal | null {
  const held = rules.flatMap((rule) => {
    if (!isAt(rule, signs.grade) || level(rule.to) <= level(signs.grade)) return [];
    // A sign that is only counted (second notice) starts nothing by itself: something must be late today.
    const seen = seenOf(rule.sign, signs, today);
    return seen.count > 0 && seen.count >= rule.least ? [{ rule, seen }] : [];
  });
  const late = held.some(({ rule }) => rule.sign !== 'noticesBefore');
  const top = held.reduce((most, { rule }) => Math.max(most, level(rule.to)), -1);
  const grade = noticeGrades[top];
  if (!late || grade === undefined) return null;
  return {
    grade,
    because: held
      .filter(({ rule }) => rule.to === grade || rule.sign !== 'noticesBefore')
      .map(({ rule, seen }) => ({ rule: rule.id, reason: rule.reason, ...seen })),
  };
}

export type EscalationRuleProblem = 'escalation.idTwice' | 'escalation.lowers' | 'escalation.leastInvalid';

/** What is wrong with a city's own rules, before they are saved. */
export function escalationProblem(rules: readonly EscalationRule[]): EscalationRuleProblem | null {
  const ids = rules.map((rule) => rule.id);
  if (new Set(ids).size < ids.length) return 'escalation.idTwice';
  if (rules.some((rule) => !Number.isInteger(rule.least) || rule.least < 1)) return 'escalation.leastInvalid';
  const lowers = rules.some(
    ({ at, to }) => at !== 'any' && at !== 'none' && noticeGrades.indexOf(to) <= noticeGrades.indexOf(at),
  );
  return lowers ? 'escalation.lowers' : null;
}
