// What is worth telling: each kind of event with its topic, its sentence in both languages, and what it takes back.
import type { Role } from '../place/role.ts';

/** One sentence in both languages; {title} and the names of the detail stand in braces. */
interface Sentence {
  readonly zh: string;
  readonly en: string;
}

export const topics = [
  'report',
  'notice',
  'due',
  'inspection',
  'standing',
  'site',
  'follow',
  'project',
  'policy',
  'exchange',
] as const;
export type Topic = (typeof topics)[number];

interface EventRow extends Sentence {
  readonly topic: Topic;
  /** Kinds about the same object that are no longer worth a mail once this has happened. */
  readonly revokes?: readonly string[];
}

const row = (topic: Topic, zh: string, en: string, ...revokes: readonly string[]): EventRow => ({
  ...{ topic, zh, en, revokes },
});

export const eventKinds = {
  'report.submitted': row(
    'report',
    '收到填报：{title}{more}（{period}）',
    'Report received: {title}{more} ({period})',
  ),
  'report.recalled': row(
    'report',
    '填报已撤回：{title}{more}（{period}）',
    'Report recalled: {title}{more} ({period})',
    'report.submitted',
  ),
  'report.accepted': row(
    'report',
    '填报待核验：{title}{more}（{period}）',
    'Report waits for verification: {title}{more} ({period})',
  ),
  'report.returned': row(
    'report',
    '填报被退回：{title}{more}（{period}）。{reason}',
    'Report returned: {title}{more} ({period}). {reason}',
  ),
  'report.verified': row(
    'report',
    '填报已核验：{title}{more}（{period}）',
    'Report verified: {title}{more} ({period})',
  ),
  'notice.issued': row(
    'notice',
    '收到{grade}：{title}，{answerBy} 前答复',
    '{grade} received: {title}, answer by {answerBy}',
  ),
  'notice.answered': row('notice', '{grade}已答复：{title}', '{grade} answered: {title}'),
  'notice.asked': row(
    'notice',
    '{grade}申请延期至 {extendTo}：{title}',
    '{grade}, more time asked until {extendTo}: {title}',
  ),
  'notice.decided': row('notice', '{grade}{decision}：{title}', '{grade}, {decision}: {title}'),
  'notice.closed': row('notice', '{grade}已销号：{title}', '{grade} closed out: {title}'),
  'notice.withdrawn': row(
    'notice',
    '{grade}已撤销：{title}',
    '{grade} withdrawn: {title}',
    'notice.issued',
    'notice.decided',
  ),
  'due.soon': row(
    'due',
    '{day} 到期（还有 {days} 天）：{what}“{title}”{more}',
    'Due on {day} (in {days} days): {what} “{title}”{more}',
  ),
  'due.late': row(
    'due',
    '{day} 已到期，逾期：{what}“{title}”{more}',
    'Was due on {day}, now late: {what} “{title}”{more}',
  ),
  'round.published': row('standing', '晾晒结果已公布：{title}', 'Standings published: {title}'),
  'lead.opened': row(
    'site',
    '“{title}”收到 {score} 分评价，转为线索',
    'A rating of {score} for “{title}” became a lead',
  ),
  'commitment.verdict': row(
    'follow',
    '关注的事项“{title}”由“{before}”变为“{now}”',
    'What you follow, “{title}”, went from {before} to {now}',
  ),
  'commitment.target': row(
    'follow',
    '关注的事项“{title}”调整了目标',
    'What you follow, “{title}”, has another target',
  ),
  'commitment.figure': row(
    'follow',
    '关注的事项“{title}”有新数据（{period}）',
    'What you follow, “{title}”, has a new figure ({period})',
  ),
  'commitment.assigned': row(
    'due',
    '交由你单位牵头 {count} 项：{title}等。{reason}',
    'Your unit now leads {count}: {title} and others. {reason}',
  ),
  'step.given': row(
    'due',
    '“{title}”交给你单位一个步骤，{day} 前完成：{step}',
    'A step of “{title}” is your unit’s, to be done by {day}: {step}',
  ),
  'commitment.away': row(
    'due',
    '“{title}”中“{metric}”自 {day} 起在{place}不适用，不再要求填报：{reason}',
    '“{metric}” of “{title}” does not apply in {place} from {day}; no figure is asked for: {reason}',
  ),
  'commitment.applies': row(
    'due',
    '“{title}”中“{metric}”自 {day} 起在{place}恢复适用：{reason}',
    '“{metric}” of “{title}” applies in {place} again from {day}: {reason}',
  ),
  'inspection.moved': row('inspection', '督查“{title}”：{what}', 'Inspection “{title}”: {what}'),
  'project.moved': row('project', '项目“{title}”：{what}', 'Project “{title}”: {what}'),
  'policy.moved': row('policy', '政策“{title}”：{what}', 'Policy “{title}”: {what}'),
  'letter.moved': row(
    'exchange',
    '征求意见“{title}”（{place}）：{what}',
    'Consultation “{title}” ({place}): {what}',
  ),
  'hook.tried': row('notice', '这是一条测试消息：{title}', 'This is a test message: {title}'),
} as const satisfies Readonly<Record<`${string}.${string}`, EventRow>>;

export type EventKind = keyof typeof eventKinds;

export const isEventKind = (text: string): text is EventKind => Object.hasOwn(eventKinds, text);
export const topicOf = (kind: EventKind): Topic => eventKinds[kind].topic;
export const revokedBy = (kind: EventKind): readonly string[] => eventKinds[kind].revokes ?? [];

/** Something a message leads to, with the screen that shows it. */
export const objectPaths = {
  report: (id: string) => `/reports/${id}`,
  notice: (id: string) => `/notices/${id}`,
  commitment: (id: string) => `/commitments/${id}`,
  round: (id: string) => `/standings/${id}`,
  site: (id: string) => `/sites/${id}`,
  lead: (_id: string) => '/sites/leads',
  desk: (_id: string) => '/figures',
  step: (_id: string) => '/reports',
  agenda: (_id: string) => '/supervision',
  upkeep: (_id: string) => '/sites/upkeep',
  inspection: (id: string) => `/inspections/${id}`,
  project: (id: string) => `/projects/${id}`,
  policy: (id: string) => `/policies/${id}`,
  proposal: (id: string) => `/clause-proposals/${id}`,
  claim: (id: string) => `/claims/${id}`,
  claims: (_id: string) => '/claims',
  letter: (id: string) => `/letters/${id}`,
  question: (_id: string) => '/claims/questions',
  webhook: (_id: string) => '/channels',
} as const;
export type ObjectPathKind = keyof typeof objectPaths;

export const isObjectPathKind = (text: string): text is ObjectPathKind => Object.hasOwn(objectPaths, text);

/** Accounts that hold one of the roles today: for this unit, for this place; with neither, for the whole city or, where said, anywhere. */
export interface Seat {
  readonly roles: readonly Role[];
  readonly unit?: string;
  readonly place?: string;
  readonly anywhere?: true;
}

export interface Audience {
  readonly seats: readonly Seat[];
  readonly accounts: readonly string[];
  /** Also whoever follows the promise that the event is about. */
  readonly followers: boolean;
}

export type Detail = Readonly<Record<string, string | Sentence>>;

const fill = (sentence: string, words: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (_mark, name: string) => words[name] ?? '').trim();

/** The sentence of one event, in both languages. A detail that is missing leaves nothing behind. */
export function sentenceOf(kind: EventKind, title: string, detail: Detail): Sentence {
  const inOne = (language: 'zh' | 'en'): string => {
    const entries = Object.entries(detail).map(
      ([name, value]) => [name, typeof value === 'string' ? value : value[language]] as const,
    );
    return fill(eventKinds[kind][language], { ...Object.fromEntries(entries), title });
  };
  return { zh: inOne('zh'), en: inOne('en') };
}
