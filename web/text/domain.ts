// Words of the domain for the screen: the shared vocabulary where it has them, as written in the document otherwise.
import type { Status, Verdict } from '../api.ts';
import type { Language } from './language.tsx';

interface Words {
  readonly zh: string;
  readonly en: string;
}

const statusWords: Record<Status, Words> = {
  achieved: { zh: '已完成', en: 'Achieved' },
  onTrack: { zh: '正常', en: 'On track' },
  atRisk: { zh: '关注', en: 'At risk' },
  behind: { zh: '滞后', en: 'Behind' },
  overdue: { zh: '逾期', en: 'Overdue' },
  notDue: { zh: '未到期', en: 'Not due' },
  noJudgement: { zh: '暂不研判', en: 'Not assessed' },
};

export const statusWord = (status: Status, language: Language): string => statusWords[status][language];

export const reasonSentence = (reason: Verdict['because'][number], _language: Language): string =>
  [reason.code, ...Object.values(reason.detail)].join(' ');
