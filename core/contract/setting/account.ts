// Local rules of accounts: tries, locks, sessions, passwords, the second factor, another house.
import { z } from 'zod';
import { count, own, row } from './row.ts';

/** GB/T 22239-2019 8.1.4.1 b) asks for limits and names no numbers. */
const identityB = 'GB/T 22239-2019 8.1.4.1 b)（登录失败处理与超时退出，未规定数值）；软件默认值';
const identityA = 'GB/T 22239-2019 8.1.4.1 a)（复杂度并定期更换）；ASVS 5.0 6.2.5、6.2.10 不作此要求';
const identityD = 'GB/T 22239-2019 8.1.4.1 d)（两种及以上鉴别技术）；ASVS 5.0 6.3.3';

export const accountSettings = {
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
} as const;
