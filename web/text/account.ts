// Words of one's own account, in both languages.
export const accountText = {
  zh: {
    title: '我的账号',
    roles: '岗位与权限',
    since: (day: string): string => `自 ${day} 起`,
  },
  en: {
    title: 'My account',
    roles: 'Roles',
    since: (day: string): string => `since ${day}`,
  },
};
