// Words of a person's own page: what has to be done.
const zh = {
  title: '我的工作台',
  hint: (day: string): string => `${day} · 只列与您有关的事，最急的在前`,
  none: '现在没有需要您办理的事',
  noneHint: '新的任务、填报和督办会出现在这里，也会发消息给您。',
  late: (count: number): string => `逾期 ${count}`,
  all: '全部',
  dueOn: (day: string): string => `${day} 到期`,
  daysLate: (days: number): string => `逾期 ${days} 天`,
  today: '今日到期',
  daysLeft: (days: number): string => `还有 ${days} 天`,
  strip: '待我办理',
  stripNone: '没有待办',
  open: '打开工作台',
};

const en: typeof zh = {
  title: 'My work',
  hint: (day) => `${day} · only what concerns you, most pressing first`,
  none: 'Nothing waits for you now',
  noneHint: 'New tasks, reports and notices appear here, and you get a message.',
  late: (count) => `${count} late`,
  all: 'All',
  dueOn: (day) => `due ${day}`,
  daysLate: (days) => `${days} days late`,
  today: 'due today',
  daysLeft: (days) => `${days} days left`,
  strip: 'Waiting for me',
  stripNone: 'nothing waits',
  open: 'Open my work',
};

export const workText = { zh, en };
