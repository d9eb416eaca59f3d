// The words of messages in both languages: topics, paces of mail, formats of webhooks.
import type { Pace } from '../publish/digest.ts';
import type { Topic } from '../publish/event.ts';
import type { HookFormat } from '../publish/hook.ts';
import type { Words } from './words.ts';

export const topicLabel: Record<Topic, Words> = {
  report: { zh: '填报', en: 'Reports' },
  notice: { zh: '督办', en: 'Notices' },
  due: { zh: '到期与逾期', en: 'Due and late' },
  inspection: { zh: '督查', en: 'Inspections' },
  standing: { zh: '晾晒', en: 'Standings' },
  site: { zh: '点位', en: 'Sites' },
  follow: { zh: '我的关注', en: 'What I follow' },
  project: { zh: '项目', en: 'Projects' },
  policy: { zh: '政策', en: 'Policies' },
  exchange: { zh: '上下衔接', en: 'Exchange between levels' },
};

export const paceLabel: Record<Pace, Words> = {
  atOnce: { zh: '及时', en: 'At once' },
  daily: { zh: '每日汇总', en: 'Once a day' },
  weekly: { zh: '每周汇总（周一）', en: 'Once a week (Monday)' },
  never: { zh: '不发邮件', en: 'No mail' },
};

export const hookFormatLabel: Record<HookFormat, Words> = {
  generic: { zh: '通用（JSON，签名）', en: 'Generic (signed JSON)' },
  dingtalk: { zh: '浙政钉、钉钉机器人', en: 'DingTalk robot' },
  wecom: { zh: '企业微信机器人', en: 'WeCom robot' },
  feishu: { zh: '飞书机器人', en: 'Feishu robot' },
};
