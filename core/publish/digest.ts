// When mail leaves and which messages are still worth one: pace, quiet hours, what was read, muted or taken back meanwhile.
import { type EventKind, isEventKind, revokedBy, type Topic, topicOf } from './event.ts';

export const paces = ['atOnce', 'daily', 'weekly', 'never'] as const;
export type Pace = (typeof paces)[number];

export interface MessageWish {
  readonly pace: Pace;
  /** Minutes after midnight in Asia/Shanghai; over midnight where from is later than until. */
  readonly quiet: { readonly from: number; readonly until: number } | null;
  readonly muted: readonly Topic[];
  readonly language: 'zh' | 'en';
}

/** Nobody is woken by a city's software unless they ask for it. */
export const defaultWish: MessageWish = {
  pace: 'daily',
  quiet: { from: 20 * 60, until: 8 * 60 },
  muted: [],
  language: 'zh',
};

export interface MailRules {
  /** Minutes that mail waits, so that what is taken back at once is never mailed and what belongs together goes together. */
  readonly delayMinutes: number;
  /** Minute of the day at which digests leave. */
  readonly digestMinute: number;
}

const minute = 60_000;
const day = 24 * 60 * minute;
/** Asia/Shanghai has kept UTC+8 without summer time since 1992. */
const offset = 8 * 60 * minute;

/** Monday is 0: 1 January 1970 was a Thursday. */
const weekdayOf = (local: number): number => (Math.floor(local / day) + 3) % 7;

const minuteOf = (local: number): number => Math.floor((local % day) / minute);

/** The first moment at or after this one that is outside the quiet hours. */
export function afterQuiet(at: number, quiet: MessageWish['quiet']): number {
  if (quiet === null || quiet.from === quiet.until) return at;
  const local = at + offset;
  const now = minuteOf(local);
  const { from, until } = quiet;
  const isQuiet = from < until ? now >= from && now < until : now >= from || now < until;
  if (!isQuiet) return at;
  const midnight = local - (local % day);
  const end = midnight + until * minute;
  return (end > local ? end : end + day) - offset;
}

/** The next moment of a digest strictly after this one. */
function nextDigest(at: number, digestMinute: number, isWeekly: boolean): number {
  const local = at + offset;
  const today = local - (local % day) + digestMinute * minute;
  const next = today > local ? today : today + day;
  const wait = isWeekly ? (7 - weekdayOf(next)) % 7 : 0;
  return next + wait * day - offset;
}

/** When the mail that holds a message told at this moment leaves; null for never. */
export function mailLeavesAt(toldAt: number, { pace, quiet }: MessageWish, rules: MailRules): number | null {
  if (pace === 'never') return null;
  const least = toldAt + rules.delayMinutes * minute;
  const at = pace === 'atOnce' ? least : nextDigest(least, rules.digestMinute, pace === 'weekly');
  return afterQuiet(at, quiet);
}

export interface PendingMessage {
  readonly id: string;
  readonly kind: string;
  /** Kind and id of the thing it is about. */
  readonly object: string;
  readonly isRead: boolean;
  /** A mail about the same thing has left before. */
  readonly mailedBefore: boolean;
}

export interface Sifted {
  readonly send: readonly string[];
  readonly drop: readonly string[];
}

const isMuted = (kind: EventKind, { muted }: MessageWish): boolean => muted.includes(topicOf(kind));

/**
 * Messages oldest first. What was read needs no mail. What was taken back leaves no trace: neither the assignment nor its
 * withdrawal is mailed, unless a mail about it had left before.
 */
export function siftMessages(messages: readonly PendingMessage[], wish: MessageWish): Sifted {
  const gone = new Set<string>();
  for (const [index, { id, kind, object, mailedBefore }] of messages.entries()) {
    if (!isEventKind(kind)) continue;
    const revoked = revokedBy(kind);
    if (revoked.length === 0) continue;
    const before = messages
      .slice(0, index)
      .filter((each) => each.object === object && revoked.includes(each.kind));
    for (const each of before) gone.add(each.id);
    if (before.length > 0 && !mailedBefore) gone.add(id);
  }
  const stays = ({ id, kind, isRead }: PendingMessage): boolean =>
    isEventKind(kind) && !isRead && !gone.has(id) && !isMuted(kind, wish);
  return {
    send: messages.filter(stays).map(({ id }) => id),
    drop: messages.filter((each) => !stays(each)).map(({ id }) => id),
  };
}
