// Local rules of supervision: terms of notices and inspections, teams, escalation.
import { z } from 'zod';
import type { Setting, Term } from '../../quantity/deadline.ts';
import { escalationSigns } from '../../supervise/escalation.ts';
import { noticeGrades, noticeReasons } from '../../supervise/notice.ts';
import { defaultSuperviseSettings } from '../../supervise/settings.ts';
import type { Words } from '../../vocabulary/words.ts';
import { count, counted, own, row, termOf } from './row.ts';

const days = (words: Words, from: Pick<Setting<number>, 'value' | 'basis' | 'source'>) =>
  counted('supervise', words, { most: 3660 }, from);

const term = (words: Words, given: Setting<Term>) => days(words, termOf(given));

export const superviseSettings = {
  'supervise.warnAhead': days(
    { zh: '到期前几天提醒', en: 'Days ahead in which something due is shown' },
    defaultSuperviseSettings.warnAhead,
  ),
  'supervise.dayCount': row({
    group: 'supervise',
    words: {
      zh: '督办期限按日历日还是工作日计（法定的复核期限除外）',
      en: 'Whether terms of supervision count calendar or working days (not those that a law sets)',
    },
    shape: z.enum(['calendar', 'working']),
    value: 'calendar',
    basis: 'default',
    source: own,
  }),
  'supervise.answerDays.reminder': term(
    { zh: '提示单答复期限（天）', en: 'Days to answer a reminder' },
    defaultSuperviseSettings.answerTerm.reminder,
  ),
  'supervise.answerDays.order': term(
    { zh: '督办单答复期限（天）', en: 'Days to answer an order' },
    defaultSuperviseSettings.answerTerm.order,
  ),
  'supervise.answerDays.listed': term(
    { zh: '挂牌督办答复期限（天）', en: 'Days to answer a listed notice' },
    defaultSuperviseSettings.answerTerm.listed,
  ),
  'supervise.remedyDays.reminder': term(
    { zh: '提示单整改期限（天）', en: 'Days to remedy after a reminder' },
    defaultSuperviseSettings.remedyTerm.reminder,
  ),
  'supervise.remedyDays.order': term(
    { zh: '督办单整改期限（天）', en: 'Days to remedy after an order' },
    defaultSuperviseSettings.remedyTerm.order,
  ),
  'supervise.remedyDays.listed': term(
    { zh: '挂牌督办整改期限（天）', en: 'Days to remedy after listing' },
    defaultSuperviseSettings.remedyTerm.listed,
  ),
  'supervise.extensionDecisionDays': term(
    { zh: '延期审批期限（天）', en: 'Days to decide on an extension' },
    defaultSuperviseSettings.extensionDecisionTerm,
  ),
  'supervise.evidenceFrom': row({
    group: 'supervise',
    words: {
      zh: '从哪一级督办起答复须附佐证（不设则均不要求）',
      en: 'Lowest grade whose answer needs evidence (none: never)',
    },
    shape: z.enum(['reminder', 'order', 'listed']).nullable(),
    value: 'listed',
    basis: 'default',
    source: '国办函〔2026〕12号要求不得随意要求拍照留痕；软件默认值',
  }),
  'supervise.objectionDays': term(
    { zh: '对督查结论申请复核期限（天）', en: 'Days to object to a conclusion' },
    defaultSuperviseSettings.objectionTerm,
  ),
  'supervise.reviewDays': term(
    { zh: '复核期限（天）', en: 'Days to decide on an objection' },
    defaultSuperviseSettings.reviewTerm,
  ),
  'supervise.rectificationDays': term(
    { zh: '督查整改期限（天）', en: 'Days to rectify after an inspection' },
    defaultSuperviseSettings.rectificationTerm,
  ),
  'supervise.inspectionGap': days(
    { zh: '同一单位两次督查间隔天数', en: 'Days between two inspections of one unit' },
    defaultSuperviseSettings.inspectionGap,
  ),
  'supervise.extensionLimit': days(
    { zh: '最多延期几次', en: 'Extensions at most' },
    defaultSuperviseSettings.extensionLimit,
  ),
  'supervise.teamLeast': days(
    { zh: '督查组至少几人', en: 'Inspectors in a team at least' },
    defaultSuperviseSettings.teamLeast,
  ),
  'supervise.recusalYears': days(
    { zh: '离开单位几年内不督查该单位', en: 'Years in which an inspector does not inspect a former unit' },
    defaultSuperviseSettings.recusalYears,
  ),
  'supervise.certificate': row({
    group: 'supervise',
    words: { zh: '督查人员是否须持有效证件', en: 'Whether inspectors need a valid certificate' },
    shape: z.enum(['needed', 'notNeeded']),
    value: 'needed',
    basis: 'default',
    source: defaultSuperviseSettings.certificate.source,
  }),
  'supervise.escalation': row({
    group: 'supervise',
    words: {
      zh: '什么情况建议下发或升级督办（只作建议，由人下发）',
      en: 'What proposes a notice or a higher grade (a person issues it)',
    },
    shape: z
      .array(
        z.strictObject({
          id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
          sign: z.enum(escalationSigns),
          least: count(1, 3660),
          at: z.enum([...noticeGrades, 'none', 'any']),
          to: z.enum(noticeGrades),
          reason: z.enum(noticeReasons),
        }),
      )
      .min(1)
      .max(40),
    value: [...defaultSuperviseSettings.escalation.value],
    basis: 'default',
    source: defaultSuperviseSettings.escalation.source,
  }),
} as const;
