// How a mail of messages reads: its subject and its lines by topic, in the language of whoever receives it.
import { type Topic, topics } from './event.ts';

export interface MailLine {
  readonly topic: Topic;
  readonly sentence: { readonly zh: string; readonly en: string };
  /** Path of the screen that shows it. */
  readonly path: string;
}

export interface MailFrame {
  readonly city: string;
  readonly language: 'zh' | 'en';
  /** Address under which the city reaches this software; null where it has set none. */
  readonly base: string | null;
  readonly topicNames: Readonly<Record<Topic, { readonly zh: string; readonly en: string }>>;
}

/** A mail stays readable; what is beyond is counted and found in the inbox. */
const mostLines = 50;

/** No line breaks and no other control signs: a title from a document never becomes a header. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim();

const words = {
  zh: {
    many: (city: string, count: number) => `${city}闭环：${count} 条消息`,
    one: (city: string, sentence: string) => `${city}闭环：${sentence}`,
    more: (count: number) => `另有 ${count} 条，请在“消息”中查看。`,
    foot: '在“消息”页面可以更改接收方式和免打扰时段。',
  },
  en: {
    many: (city: string, count: number) => `${city} Bihuan: ${count} messages`,
    one: (city: string, sentence: string) => `${city} Bihuan: ${sentence}`,
    more: (count: number) => `${count} more are in your inbox.`,
    foot: 'How and when you get mail is set on the page “Messages”.',
  },
} as const;

export function composeMail(
  lines: readonly MailLine[],
  { city, language, base, topicNames }: MailFrame,
): { readonly subject: string; readonly text: string } {
  const say = words[language];
  const [first] = lines;
  const subject =
    lines.length === 1 && first ? say.one(city, first.sentence[language]) : say.many(city, lines.length);
  const shown = lines.slice(0, mostLines);
  const parts = topics.flatMap((topic) => {
    const own = shown.filter((line) => line.topic === topic);
    if (own.length === 0) return [];
    const link = (path: string): string => (base === null ? '' : `\n  ${base.replace(/\/$/, '')}${path}`);
    const body = own.map(({ sentence, path }) => `· ${oneLine(sentence[language])}${link(path)}`);
    return [`${topicNames[topic][language]}\n${body.join('\n')}`];
  });
  const more = lines.length > shown.length ? [say.more(lines.length - shown.length)] : [];
  return { subject: oneLine(subject).slice(0, 160), text: `${[...parts, ...more, say.foot].join('\n\n')}\n` };
}
