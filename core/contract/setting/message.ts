// Local rules of messages: when mail leaves, and when one is reminded.
import { count, own, row } from './row.ts';

export const messageSettings = {
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
} as const;
