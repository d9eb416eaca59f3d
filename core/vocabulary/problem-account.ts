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
  'login.codeWrong': {
    zh: '动态验证码不正确或已用过，请等下一个',
    en: 'The code is wrong or was used already; wait for the next one',
  },
  'login.tooMany': {
    zh: '此处尝试次数过多，请在 {minutes} 分钟后再试',
    en: 'Too many tries from here; try again in {minutes} minutes',
  },
  'session.proofNeeded': {
    zh: '此操作需要再次验证身份',
    en: 'Prove again who you are before this',
  },
  'account.mustSetFactor': {
    zh: '本单位要求使用动态验证码，请先设置',
    en: 'A second factor is asked for here; set it up first',
  },
  'account.passwordSame': { zh: '新密码不能与原密码相同', en: 'The new password is the old one' },
  'account.self': {
    zh: '不能对自己的账号做此操作，请由另一位管理员处理',
    en: 'Not on one’s own account; another administrator may do it',
  },
  'account.stateSame': { zh: '账号已是该状态', en: 'The account is in that state already' },
  'account.loginInvalid': {
    zh: '账号名为 2 到 63 位小写字母、数字、点、横线或下划线，以字母或数字开头',
    en: 'An account name is 2 to 63 small letters, digits, dots, dashes or underscores, and begins with a letter or digit',
  },
  'factor.notOffered': { zh: '请先获取二维码', en: 'Ask for the picture first' },
  'token.scopeForbidden': {
    zh: '令牌不能用于“{scope}”',
    en: 'A token cannot be good for "{scope}"',
  },
  'token.tooLong': { zh: '令牌最长 {days} 天', en: 'A token lasts {days} days at most' },
  'grant.needsPlace': { zh: '该角色须指定地区', en: 'This role is held for a place' },
  'grant.needsUnit': { zh: '该角色须指定单位', en: 'This role is held for a unit' },
  'grant.endsBeforeStart': { zh: '结束日期早于开始日期', en: 'It ends before it begins' },
  'grant.placeUnknown': { zh: '没有地区“{place}”', en: 'No place "{place}"' },
  'grant.outsideReach': {
    zh: '超出您的管理范围',
    en: 'Outside what you administer',
  },
  'grant.ended': { zh: '该角色已撤回', en: 'The role was withdrawn already' },
  'invitation.invalid': {
    zh: '邀请链接无效、已使用或已过期，请向管理员索取新的',
    en: 'The invitation is not valid, was used or has expired; ask an administrator for another',
  },
  'post.held': {
    zh: '该岗位在这段时间已有人担任',
    en: 'Somebody holds the post at that time',
  },
  'post.ended': { zh: '该任职已结束', en: 'That term has ended already' },
  'oidc.none': { zh: '未设置统一身份认证', en: 'No other house to sign in by is set' },
  'oidc.unreachable': {
    zh: '统一身份认证暂时不可用，请使用账号密码登录',
    en: 'The other house cannot be reached; sign in with name and password',
  },
  'oidc.refused': {
    zh: '统一身份认证未通过，请重新登录',
    en: 'The other house’s answer was not accepted; sign in again',
  },
  'oidc.unknownPerson': {
    zh: '该身份尚未关联账号，请先用账号密码登录，在“我的账号”中关联',
    en: 'Nobody here is linked to that person; sign in with name and password and link it in your account',
  },
  'oidc.linkedElsewhere': { zh: '该身份已关联其他账号', en: 'That person is linked to another account' },
  'setting.unknown': { zh: '没有设置项“{key}”', en: 'No setting "{key}"' },
  'setting.valueInvalid': { zh: '“{key}”的值不合要求', en: 'The value of "{key}" is not acceptable' },
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
