// What can be wrong with signing in, accounts, tokens and repeated requests.
import type { Words } from './words.ts';

export const accountProblems = {
  'session.none': { zh: '请先登录', en: 'Sign in first' },
  'session.ended': {
    zh: '登录已过期，请重新登录；已填写的内容仍在本页',
    en: 'The session has ended; sign in again. What was typed is still on this page',
  },
  'login.wrong': { zh: '账号或密码不正确', en: 'The account name or the password is wrong' },
  'login.locked': {
    zh: '尝试次数过多，请在 {minutes} 分钟后再试',
    en: 'Too many tries; try again in {minutes} minutes',
  },
  'login.secondFactor': { zh: '请输入动态验证码', en: 'Enter the code of your authenticator' },
  'login.busy': {
    zh: '同时登录的人太多，请稍后重试',
    en: 'Too many people are signing in; try again shortly',
  },
  'account.notFound': { zh: '未找到该账号', en: 'No such account' },
  'account.nameTaken': { zh: '账号名“{name}”已被使用', en: 'The account name "{name}" is taken' },
  'account.passwordWeak': { zh: '密码不符合要求：{why}', en: 'The password is not acceptable: {why}' },
  'account.mustChangePassword': {
    zh: '首次登录或密码到期，请先修改密码',
    en: 'Set another password first: it is the first sign-in, or the password is too old',
  },
  'request.keyMismatch': {
    zh: '同一提交编号对应的内容不同，请刷新后重新提交',
    en: 'The same request key was used for other content; reload and submit again',
  },
  'request.keyInvalid': {
    zh: '提交编号应为 1 到 200 个可见字符',
    en: 'A request key is 1 to 200 visible characters',
  },
} as const satisfies Readonly<Record<string, Words>>;
