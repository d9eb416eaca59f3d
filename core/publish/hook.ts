// What a webhook is sent and how its answer is read: our own format, and the robots of DingTalk (浙政钉), WeCom and Feishu.
import type { EventKind, Topic } from './event.ts';

export const hookFormats = ['generic', 'dingtalk', 'wecom', 'feishu'] as const;
export type HookFormat = (typeof hookFormats)[number];

export interface HookMessage {
  readonly deliveryId: string;
  readonly kind: EventKind;
  readonly topic: Topic;
  readonly object: { readonly kind: string; readonly id: string };
  readonly title: string;
  readonly sentence: { readonly zh: string; readonly en: string };
  /** Full address where the city has set its own, else the path. */
  readonly link: string;
  readonly toldAt: string;
}

/** WeCom takes 2048 bytes of text and counts them in UTF-8; the others take more. */
const mostCharacters = 600;

const robotText = ({ sentence, link }: HookMessage): string => {
  const signs = [...sentence.zh];
  const text = signs.length > mostCharacters ? `${signs.slice(0, mostCharacters).join('')}…` : sentence.zh;
  return link.startsWith('http') ? `${text}\n${link}` : text;
};

export interface HookBody {
  readonly body: Readonly<Record<string, unknown>>;
  /** Query of the address, beside what the address has. */
  readonly query: Readonly<Record<string, string>>;
}

/** Base64 of HMAC-SHA256; the server has it, the rules of what is signed stand here. */
export type Sign = (key: string, text: string) => string;

/** `now` in milliseconds; `secret` may be empty where the robot was made without one. */
export function hookBody(
  format: HookFormat,
  message: HookMessage,
  { secret, now, sign }: { readonly secret: string; readonly now: number; readonly sign: Sign },
): HookBody {
  const content = robotText(message);
  switch (format) {
    case 'dingtalk': {
      // 钉钉自定义机器人，加签：密钥对“毫秒时间戳\n密钥”签名，放在地址中
      const query = { timestamp: `${now}`, sign: sign(secret, `${now}\n${secret}`) };
      return { body: { msgtype: 'text', text: { content } }, query: secret === '' ? {} : query };
    }
    case 'wecom':
      return { body: { msgtype: 'text', text: { content } }, query: {} };
    case 'feishu': {
      // 飞书自定义机器人，签名校验：以“秒时间戳\n密钥”为键对空文本签名，放在正文中
      const timestamp = `${Math.floor(now / 1000)}`;
      const signed = { timestamp, sign: sign(`${timestamp}\n${secret}`, '') };
      return {
        body: { msg_type: 'text', content: { text: content }, ...(secret === '' ? {} : signed) },
        query: {},
      };
    }
    case 'generic':
      return { body: { ...message }, query: {} };
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Robots answer 200 and say in the body that they refused; a redirect is never followed and counts as a failure. */
export function isTaken(format: HookFormat, status: number, answer: unknown): boolean {
  if (status < 200 || status > 299) return false;
  if (format === 'generic') return true;
  if (!isRecord(answer)) return false;
  const code = format === 'feishu' ? (answer.code ?? answer.StatusCode) : answer.errcode;
  return code === 0;
}

/** Seconds until the next try: a receiver that is down for two days loses nothing; after the last one it is given up and listed. */
const waits = [
  10, 30, 60, 300, 900, 1800, 3600, 7200, 14_400, 28_800, 28_800, 28_800, 28_800, 28_800, 28_800,
] as const;

/** After so many failed tries in a row; null where it is given up. */
export const waitAfter = (failed: number): number | null => waits[failed - 1] ?? null;

/** A webhook that is down is given this long, over which a delivery of its own is tried. */
export const patienceSeconds = waits.reduce<number>((sum, wait) => sum + wait, 0);

/** Nothing a webhook was sent was taken, so many times in a row: it is left alone, but never longer than five minutes, so that one
 * that is back hears soon. */
export const restAfter = (failed: number): number => Math.min(waitAfter(failed) ?? 300, 300);

interface Speed {
  /** Deliveries under way at once: about different things, so that the order of each is kept. */
  readonly atOnce: number;
  /** Most messages a minute; null where the receiver sets no limit. */
  readonly perMinute: number | null;
}

/**
 * Robots speak in a group where people read one after the other, and their makers limit them: 钉钉 自定义机器人 20 条/分钟（超过限流
 * 10 分钟）, 企业微信 群机器人 20 条/分钟, 飞书 自定义机器人 100 次/分钟.
 */
export const speedOf: Readonly<Record<HookFormat, Speed>> = {
  generic: { atOnce: 8, perMinute: null },
  dingtalk: { atOnce: 1, perMinute: 20 },
  wecom: { atOnce: 1, perMinute: 20 },
  feishu: { atOnce: 1, perMinute: 100 },
};
