// Words of short forms, in both languages.
export const plainFormText = {
  zh: {
    needed: (what: string): string => `请填写${what}`,
    sending: '正在提交',
    proofNeeded: '此操作较敏感，请再次验证身份。',
    password: '密码',
    code: '动态验证码',
    prove: '验证并继续',
  },
  en: {
    needed: (what: string): string => `Fill in: ${what}`,
    sending: 'Sending',
    proofNeeded: 'This is sensitive: prove again who you are.',
    password: 'Password',
    code: 'Code of the authenticator',
    prove: 'Prove and go on',
  },
};
