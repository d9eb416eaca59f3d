// Words of the escalation rules as they are edited, in both languages.
const zh = {
  hint: '满足一条即建议；建议只列在督查台上，由人下发。',
  when: '情形',
  least: '达到',
  at: '现处',
  to: '建议',
  reason: '理由',
  none: '尚无督办',
  any: '任何一级',
  remove: '删除',
  removeRule: (number: number): string => `删除第 ${number} 条`,
  add: '增加一条',
  because: '修改依据',
  save: '保存',
  number: (number: number): string => `第 ${number} 条`,
};
const en: typeof zh = {
  hint: 'One rule that holds proposes it; proposals stand on the agenda and a person issues the notice.',
  when: 'When',
  least: 'Reaches',
  at: 'Stands at',
  to: 'Propose',
  reason: 'Reason',
  none: 'No notice yet',
  any: 'Any grade',
  remove: 'Remove',
  removeRule: (number) => `Remove rule ${number}`,
  add: 'Add a rule',
  because: 'Basis of the change',
  save: 'Save',
  number: (number) => `Rule ${number}`,
};
export const escalationText = { zh, en };
