// Local rules of policies: how long facts of an enterprise count, when a clause is looked at again, terms of claims and awards.
import { defaultPaySettings } from '../../policy/pay/clocks.ts';
import { defaultFreshness } from '../../policy/register/freshness.ts';
import type { Setting, Term } from '../../quantity/deadline.ts';
import type { Words } from '../../vocabulary/words.ts';
import { count, counted, row, termOf } from './row.ts';

const payTerm = (words: Words, given: Setting<Term>) => counted('award', words, { most: 366 }, termOf(given));

const months = (words: Words, given: Setting<number>) => counted('policy', words, { most: 240 }, given);

export const policySettings = {
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
} as const;

export const awardSettings = {
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
