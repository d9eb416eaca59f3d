// The day a form starts with: Shanghai's, wherever the browser stands. The server decides what counts.
const shanghai = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

export const today = (): string => shanghai.format(new Date());
