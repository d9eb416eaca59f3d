// Every local rule a city may set: its words, its shape, its default and where the default comes from. A rule that is not here cannot be set.
import { z } from 'zod';
import { type DebtRatioStep, defaultBudgetSettings } from '../budget/settings.ts';
import { defaultRatingSettings } from '../observe/rating.ts';
import { defaultPaySettings } from '../policy/pay/clocks.ts';
import { defaultFreshness } from '../policy/register/freshness.ts';
import { printChain, printStartDue, readChain, readStartDue } from '../project/chain-text.ts';
import { defaultProjectSettings } from '../project/settings.ts';
import type { Setting, Term } from '../quantity/deadline.ts';
import { type Decimal, printDecimal, ZERO } from '../quantity/decimal.ts';
import { escalationSigns } from '../supervise/escalation.ts';
import { noticeGrades, noticeReasons } from '../supervise/notice.ts';
import { defaultSuperviseSettings } from '../supervise/settings.ts';
import { budgetSettingLabel } from '../vocabulary/budget.ts';
import { projectSettingLabel } from '../vocabulary/project.ts';
import type { Words } from '../vocabulary/words.ts';

export const settingGroups = [
  'account',
  'supervise',
  'message',
  'site',
  'budget',
  'monitoring',
  'policy',
  'project',
  'award',
] as const;
export type SettingGroup = (typeof settingGroups)[number];

interface SettingRow<S extends z.ZodType> {
  readonly group: SettingGroup;
  readonly words: Words;
  readonly shape: S;
  readonly value: z.infer<S>;
  readonly basis: 'law' | 'default';
  /** Law, standard or document, with its clause. */
  readonly source: string;
}

const row = <S extends z.ZodType>(given: SettingRow<S>): SettingRow<S> => given;

const count = (least: number, most: number) => z.number().int().min(least).max(most);

/** GB/T 22239-2019 8.1.4.1 b) asks for limits and names no numbers. */
const identityB = 'GB/T 22239-2019 8.1.4.1 b)（登录失败处理与超时退出，未规定数值）；软件默认值';
const identityA = 'GB/T 22239-2019 8.1.4.1 a)（复杂度并定期更换）；ASVS 5.0 6.2.5、6.2.10 不作此要求';
const identityD = 'GB/T 22239-2019 8.1.4.1 d)（两种及以上鉴别技术）；ASVS 5.0 6.3.3';
const own = '软件默认值，未检索到公开规定';

const days = (words: Words, { value, basis, source }: { value: number; basis: string; source: string }) =>
  row({
    group: 'supervise',
    words,
    shape: count(0, 3660),
    value,
    basis: basis === 'law' ? 'law' : 'default',
    source,
  });

const project = defaultProjectSettings;

const basisOf = ({ basis }: { readonly basis: string }): 'law' | 'default' =>
  basis === 'law' ? 'law' : 'default';

const term = (words: Words, { value, ...from }: Setting<Term>) =>
  days(words, { ...from, value: value.count });

const points = (words: Words, { value, source }: Setting<Decimal>) =>
  row({
    group: 'budget',
    words,
    shape: z.number().min(0).max(1000),
    value: Number(printDecimal(value)),
    basis: 'default',
    source,
  });

const { value: debtSteps, ...debtFrom } = defaultBudgetSettings.debtRatio;
const ratio = (words: Words, colour: DebtRatioStep['colour']) =>
  points(words, { ...debtFrom, value: debtSteps.find((step) => step.colour === colour)?.from ?? ZERO });

const payTerm = (words: Words, { value, basis, source }: Setting<Term>) =>
  row({
    ...{ group: 'award', words, shape: count(0, 366), value: value.count, source },
    basis: basis === 'law' ? 'law' : 'default',
  });

const months = (words: Words, { value, basis, source }: Setting<number>) =>
  row({
    group: 'policy',
    words,
    shape: count(0, 240),
    value,
    basis: basis === 'law' ? 'law' : 'default',
    source,
  });

export const settingTable = {
  'register.figureMonths': months(
    {
      zh: '企业年度数据在年末后多少个月内有效（过后按未知处理；0 为一直有效）',
      en: 'Months after the end of its year for which a figure of an enterprise counts (then unknown; 0 for always)',
    },
    defaultFreshness.figureMonths,
  ),
  'register.certificateMonths': months(
    {
      zh: '未写明截止日的证书多少个月内视为有效（过后按未知处理；0 为一直有效）',
      en: 'Months for which a certificate without an end counts (then unknown; 0 for always)',
    },
    defaultFreshness.certificateMonths,
  ),
  'policy.endingDays': row({
    group: 'policy',
    words: {
      zh: '条款到期、到期评估提前多少天提示',
      en: 'Days ahead within which the end or the review of a clause is shown',
    },
    shape: count(1, 730),
    value: 90,
    basis: 'default',
    source: '软件默认值：为征求意见（优化营商环境条例第六十二条，不少于30日）和公布留出时间',
  }),
  'account.tries': row({
    group: 'account',
    words: { zh: '连续输错几次后锁定', en: 'Wrong tries before an account is locked' },
    shape: count(3, 20),
    value: 5,
    basis: 'default',
    source: identityB,
  }),
  'account.lockMinutes': row({
    group: 'account',
    words: { zh: '锁定时长（分钟）', en: 'Minutes an account stays locked' },
    shape: count(1, 1440),
    value: 15,
    basis: 'default',
    source: identityB,
  }),
  'account.addressTries': row({
    group: 'account',
    words: { zh: '同一地址 15 分钟内最多输错几次', en: 'Wrong tries from one address in 15 minutes' },
    shape: count(10, 10_000),
    value: 60,
    basis: 'default',
    source: identityB,
  }),
  'account.idleMinutes': row({
    group: 'account',
    words: { zh: '多久不操作即退出（分钟）', en: 'Minutes without use until a session ends' },
    shape: count(5, 1440),
    value: 30,
    basis: 'default',
    source: identityB,
  }),
  'account.absoluteHours': row({
    group: 'account',
    words: { zh: '一次登录最长多久（小时）', en: 'Hours a session lasts at most' },
    shape: count(1, 168),
    value: 12,
    basis: 'default',
    source: 'ASVS 5.0 7.3.2；软件默认值',
  }),
  'account.passwordProfile': row({
    group: 'account',
    words: { zh: '密码规则', en: 'Rules for passwords' },
    shape: z.enum(['dengbao', 'asvs']),
    value: 'dengbao',
    basis: 'law',
    source: identityA,
  }),
  'account.passwordDays': row({
    group: 'account',
    words: {
      zh: '密码有效天数（0 为不限；ASVS 规则下不计）',
      en: 'Days a password may be used (0: no limit; not counted under ASVS)',
    },
    shape: count(0, 3660),
    value: 90,
    basis: 'default',
    source: identityA,
  }),
  'account.secondFactor': row({
    group: 'account',
    words: { zh: '谁必须使用动态验证码', en: 'Who must use a second factor' },
    shape: z.enum(['nobody', 'offices', 'everybody']),
    value: 'nobody',
    basis: 'default',
    source: identityD,
  }),
  'account.proofMinutes': row({
    group: 'account',
    words: {
      zh: '敏感操作前多久内须验证过身份（分钟）',
      en: 'Minutes within which sensitive acts ask for a proof of identity',
    },
    shape: count(1, 1440),
    value: 30,
    basis: 'default',
    source: 'ASVS 5.0 7.5.3；软件默认值',
  }),
  'account.invitationDays': row({
    group: 'account',
    words: { zh: '邀请有效天数', en: 'Days an invitation may be taken' },
    shape: count(1, 60),
    value: 7,
    basis: 'default',
    source: own,
  }),
  'account.tokenDays': row({
    group: 'account',
    words: { zh: '访问令牌最长天数', en: 'Days an access token lasts at most' },
    shape: count(1, 730),
    value: 180,
    basis: 'default',
    source: own,
  }),
  'account.oidc': row({
    group: 'account',
    words: { zh: '统一身份认证（OpenID Connect）', en: 'Sign-in by another house (OpenID Connect)' },
    shape: z
      .strictObject({
        issuer: z.url({ protocol: /^https?$/ }).max(300),
        clientId: z.string().min(1).max(200),
        label: z.string().min(1).max(40),
      })
      .nullable(),
    value: null,
    basis: 'default',
    source: own,
  }),
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
  'message.delayMinutes': row({
    group: 'message',
    words: {
      zh: '邮件至少等几分钟再发（期间撤销的不发，多条合为一封）',
      en: 'Minutes mail waits at least (what is taken back meanwhile is not sent)',
    },
    shape: count(0, 240),
    value: 5,
    basis: 'default',
    source: own,
  }),
  'message.digestHour': row({
    group: 'message',
    words: { zh: '汇总邮件几点发出', en: 'Hour at which digests leave' },
    shape: count(0, 23),
    value: 8,
    basis: 'default',
    source: own,
  }),
  'message.remindHour': row({
    group: 'message',
    words: { zh: '每天几点起提醒到期事项', en: 'Hour from which due things are reminded of' },
    shape: count(0, 23),
    value: 8,
    basis: 'default',
    source: own,
  }),
  'message.soonDays': row({
    group: 'message',
    words: { zh: '到期前几天第一次提醒', en: 'Days ahead of the first reminder' },
    shape: count(0, 60),
    value: 7,
    basis: 'default',
    source: own,
  }),
  'message.againDays': row({
    group: 'message',
    words: { zh: '到期前几天再次提醒', en: 'Days ahead of the second reminder' },
    shape: count(0, 30),
    value: 1,
    basis: 'default',
    source: own,
  }),
  'site.leadAtMost': row({
    group: 'site',
    words: { zh: '几分及以下的评价转为线索', en: 'A rating at or below this becomes a lead' },
    shape: count(1, 4),
    value: defaultRatingSettings.leadAtMost,
    basis: 'default',
    source: own,
  }),
  'site.leastForMean': row({
    group: 'site',
    words: { zh: '至少几人评价才显示平均分', en: 'Ratings needed before a mean is shown' },
    shape: count(1, 1000),
    value: defaultRatingSettings.leastForMean,
    basis: 'default',
    source: own,
  }),
  'site.ratingsPerAddress': row({
    group: 'site',
    words: { zh: '同一网络地址 15 分钟内最多评价几次', en: 'Ratings from one address in 15 minutes' },
    shape: count(1, 10_000),
    value: 30,
    basis: 'default',
    source: own,
  }),
  'site.upkeepWarnDays': row({
    group: 'site',
    words: { zh: '运维责任到期前几天提醒', en: 'Days ahead in which an ending upkeep is shown' },
    shape: count(0, 3660),
    value: 60,
    basis: 'default',
    source: own,
  }),
  'site.publicAddress': row({
    group: 'site',
    words: {
      zh: '对外网址：代理以此域名转来的访问被接受，公示牌、邮件和日历中的链接都用它（不设则只在本机可用）',
      en: 'Public web address: visits a proxy passes on under this name are let in; signs, mail and calendars link to it (none: this machine only)',
    },
    shape: z
      .url({ protocol: /^https?$/ })
      .max(200)
      .nullable(),
    value: null,
    basis: 'default',
    source: own,
  }),
  'site.bounds': row({
    group: 'site',
    words: {
      zh: '本市经纬度范围（WGS-84，超出即退回）',
      en: 'Box of the city in WGS-84; points outside are refused',
    },
    shape: z
      .strictObject({ west: z.number(), east: z.number(), south: z.number(), north: z.number() })
      .nullable(),
    value: null,
    basis: 'default',
    source: own,
  }),
  'monitoring.fallsInRow': row({
    group: 'monitoring',
    words: budgetSettingLabel.fallsInRow,
    shape: count(2, 24),
    value: defaultBudgetSettings.fallsInRow.value,
    basis: 'default',
    source: own,
  }),
  'monitoring.turnAfter': row({
    group: 'monitoring',
    words: budgetSettingLabel.turnAfter,
    shape: count(1, 24),
    value: defaultBudgetSettings.turnAfter.value,
    basis: 'default',
    source: own,
  }),
  'monitoring.paceShort': row({
    group: 'monitoring',
    words: {
      zh: '按目前进度距目标差多少即预警（占目标的%）',
      en: 'Share of the target by which the present pace may fall short, in percent',
    },
    shape: z.number().min(0).max(100),
    value: 0,
    basis: 'default',
    source: own,
  }),
  'budget.executionMargin': points(
    { zh: '执行进度与时间进度的容许差（百分点）', en: 'Points between execution and the time gone' },
    defaultBudgetSettings.executionMargin,
  ),
  'budget.interestShare': points(
    { zh: '债务付息占支出的警戒线（%）', en: 'Interest as a share of expenditure that warns (%)' },
    defaultBudgetSettings.interestShare,
  ),
  'budget.ceilingUse': points(
    { zh: '债务限额使用率提示线（%）', en: 'Use of the debt ceiling that is noted (%)' },
    defaultBudgetSettings.ceilingUse,
  ),
  'budget.debtYellow': ratio(
    { zh: '债务率黄档起点（%）', en: 'Debt ratio from which yellow begins (%)' },
    'yellow',
  ),
  'budget.debtOrange': ratio(
    { zh: '债务率橙档起点（%）', en: 'Debt ratio from which orange begins (%)' },
    'orange',
  ),
  'budget.debtRed': ratio({ zh: '债务率红档起点（%）', en: 'Debt ratio from which red begins (%)' }, 'red'),
  'budget.quadrantMargin': points(
    { zh: '双监控的容许差（百分点）', en: 'Points under the schedule that still count as in step' },
    defaultBudgetSettings.quadrantMargin,
  ),
  'project.chain': row({
    group: 'project',
    words: projectSettingLabel.chain,
    shape: z
      .string()
      .max(1_000)
      .refine((text) => readChain(text) !== null),
    value: printChain(project.chain.value),
    basis: 'default',
    source: project.chain.source,
  }),
  'project.startDue': row({
    group: 'project',
    words: projectSettingLabel.startDue,
    shape: z
      .string()
      .max(200)
      .refine((text) => readStartDue(text) !== null),
    value: printStartDue(project.startDue.value),
    basis: 'default',
    source: project.startDue.source,
  }),
  'project.estimateOver': row({
    group: 'project',
    words: projectSettingLabel.estimateOver,
    shape: count(0, 1000),
    value: 10,
    basis: basisOf(project.estimateOver),
    source: project.estimateOver.source,
  }),
  'project.monthShare': row({
    group: 'project',
    words: projectSettingLabel.monthShare,
    shape: count(1, 1000),
    value: 50,
    basis: basisOf(project.monthShare),
    source: project.monthShare.source,
  }),
  'project.evidenceGap': row({
    group: 'project',
    words: projectSettingLabel.evidenceGap,
    shape: count(0, 100),
    value: 10,
    basis: basisOf(project.evidenceGap),
    source: project.evidenceGap.source,
  }),
  'project.evidenceDays': row({
    group: 'project',
    words: projectSettingLabel.evidenceDays,
    shape: count(0, 3660),
    value: project.evidenceDays.value,
    basis: basisOf(project.evidenceDays),
    source: project.evidenceDays.source,
  }),
  'award.acceptDays': payTerm(
    { zh: '申报后几个工作日内受理', en: 'Working days to take a claim in' },
    defaultPaySettings.acceptTerm,
  ),
  'award.decideDays': payTerm(
    { zh: '即申即享：受理后几个工作日内核定', en: 'Working days to decide on a short request' },
    defaultPaySettings.decideTerm,
  ),
  'award.judgeDays': payTerm(
    { zh: '评审类：受理后几个工作日内核定', en: 'Working days to decide where people judge' },
    defaultPaySettings.judgeTerm,
  ),
  'award.payDays': payTerm(
    { zh: '核定后几个工作日内兑付', en: 'Working days from the award to the money' },
    defaultPaySettings.payTerm,
  ),
  'award.noticeDays': payTerm(
    { zh: '免申即享名单公示几个工作日', en: 'Working days a list of awards is public before it is paid' },
    defaultPaySettings.noticeTerm,
  ),
  'award.answerDays': payTerm(
    { zh: '企业诉求几个工作日内答复', en: 'Working days to answer a question of an enterprise' },
    defaultPaySettings.answerTerm,
  ),
} as const;

export type SettingKey = keyof typeof settingTable;
export type SettingValue<K extends SettingKey> = z.infer<(typeof settingTable)[K]['shape']>;

export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(settingTable, key);
export const settingKeys: readonly SettingKey[] = Object.keys(settingTable).filter(isSettingKey);
