// Messages as pure rules: when mail leaves, what is still worth one, reminders, robot formats, calendar text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../quantity/date.ts';
import { calendarText, escapeText, foldLine } from './calendar.ts';
import { afterQuiet, defaultWish, type MessageWish, mailLeavesAt, siftMessages } from './digest.ts';
import { sentenceOf } from './event.ts';
import { type HookMessage, hookBody, isTaken, waitAfter } from './hook.ts';
import { composeMail } from './mail-text.ts';
import { type DueThing, remindersOf } from './reminder.ts';

const at = (local: string): number => Date.parse(`${local}:00+08:00`);
const local = (moment: number | null): string | null =>
  moment === null ? null : new Date(moment + 8 * 3_600_000).toISOString().slice(0, 16);
const wish = (given: Partial<MessageWish>): MessageWish => ({ ...defaultWish, quiet: null, ...given });
const rules = { delayMinutes: 5, digestMinute: 8 * 60 };
const night = { from: 20 * 60, until: 8 * 60 };

describe('mail leaves', () => {
  // 2024-09-02 is a Monday
  it.each([
    ['2024-09-02T10:00', wish({ pace: 'atOnce' }), '2024-09-02T10:05', 'after the delay'],
    [
      '2024-09-02T19:58',
      wish({ pace: 'atOnce', quiet: night }),
      '2024-09-03T08:00',
      'the delay ends at night',
    ],
    [
      '2024-09-02T03:00',
      wish({ pace: 'atOnce', quiet: night }),
      '2024-09-02T08:00',
      'after midnight, same day',
    ],
    ['2024-09-02T07:56', wish({ pace: 'daily' }), '2024-09-03T08:00', 'told too late for this digest'],
    ['2024-09-02T07:54', wish({ pace: 'daily' }), '2024-09-02T08:00', 'just in time for this digest'],
    ['2024-09-02T07:54', wish({ pace: 'weekly' }), '2024-09-02T08:00', 'Monday morning'],
    ['2024-09-02T08:00', wish({ pace: 'weekly' }), '2024-09-09T08:00', 'after it, the next Monday'],
    ['2024-09-08T23:00', wish({ pace: 'weekly' }), '2024-09-09T08:00', 'Sunday night'],
    ['2024-09-02T10:00', wish({ pace: 'never' }), null, 'never'],
    [
      '2024-09-02T10:00',
      wish({ pace: 'atOnce', quiet: { from: 600, until: 660 } }),
      '2024-09-02T11:00',
      'quiet by day',
    ],
    [
      '2024-09-02T10:00',
      wish({ pace: 'atOnce', quiet: { from: 0, until: 0 } }),
      '2024-09-02T10:05',
      'no length',
    ],
  ])('%s → %s', (told, given, expected, _why) => {
    expect(local(mailLeavesAt(at(told), given, rules))).toBe(expected);
  });

  it('never in the quiet hours, and never a day later than it must', () => {
    const minutes = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), minutes, minutes, (moment, from, until) => {
        const leaves = afterQuiet(moment, { from, until });
        expect(afterQuiet(leaves, { from, until })).toBe(leaves);
        expect(leaves - moment).toBeGreaterThanOrEqual(0);
        expect(leaves - moment).toBeLessThan(86_400_000);
      }),
    );
  });
});

describe('a message that is waiting for its mail', () => {
  const pending = (id: string, kind: string, given = {}) => ({
    ...{ id, kind, object: 'notice 1', isRead: false, mailedBefore: false },
    ...given,
  });
  it.each([
    [
      'an assignment taken back leaves no trace',
      [pending('a', 'notice.issued'), pending('b', 'notice.withdrawn')],
      [],
    ],
    [
      'a withdrawal is mailed where the assignment was',
      [pending('b', 'notice.withdrawn', { mailedBefore: true })],
      ['b'],
    ],
    [
      'another notice stays',
      [pending('a', 'notice.issued', { object: 'notice 2' }), pending('b', 'notice.withdrawn')],
      ['a', 'b'],
    ],
    ['what was read in time is not mailed', [pending('a', 'notice.issued', { isRead: true })], []],
    ['a muted topic is not mailed', [pending('a', 'report.returned')], []],
    ['a kind that nobody knows any more is not mailed', [pending('a', 'old.kind')], []],
    [
      'issued again after a withdrawal is mailed',
      [pending('a', 'notice.issued'), pending('b', 'notice.withdrawn'), pending('c', 'notice.issued')],
      ['c'],
    ],
  ])('%s', (_why, messages, send) => {
    const sifted = siftMessages(messages, wish({ muted: ['report'] }));
    expect(sifted.send).toEqual(send);
    expect([...sifted.send, ...sifted.drop].sort()).toEqual(messages.map(({ id }) => id).sort());
  });
});

describe('a mail', () => {
  const frame = { city: '示例市', language: 'zh', base: 'https://bihuan.example/' } as const;
  const names = { zh: '督办', en: 'Notices' };
  const topicNames = new Proxy({}, { get: () => names }) as never;
  it('has no line break in its subject, whatever a title holds', () => {
    const sentence = { zh: '收到督办单\r\nBcc: a@b.c', en: 'x' };
    const mail = composeMail([{ topic: 'notice', sentence, path: '/notices/1' }], { ...frame, topicNames });
    expect(mail.subject).toBe('示例市闭环：收到督办单 Bcc: a@b.c');
    expect(mail.text).toContain('https://bihuan.example/notices/1');
  });
  it('counts what it does not show', () => {
    const line = { topic: 'notice', sentence: { zh: '一', en: 'one' }, path: '/' } as const;
    const { text } = composeMail(
      Array.from({ length: 53 }, () => line),
      { ...frame, topicNames },
    );
    expect(text.match(/· 一/g)?.length).toBe(50);
    expect(text).toContain('另有 3 条');
  });
});

describe('a sentence', () => {
  it('is said in both languages, a missing detail leaves no brace', () => {
    const detail = { grade: { zh: '提示单', en: 'Reminder' } };
    expect(sentenceOf('notice.issued', '口袋公园', detail)).toEqual({
      zh: '收到提示单：口袋公园， 前答复',
      en: 'Reminder received: 口袋公园, answer by',
    });
  });
});

describe('reminders', () => {
  const thing = (dueOn: string, given: Partial<DueThing> = {}): DueThing => ({
    ...{ kind: 'answer', subjectId: 'n', title: '口袋公园', waitingFor: 'leadUnit', waitingForId: '市建委' },
    ...{ isPlace: false, dueOn: isoDate(dueOn) },
    ...given,
  });
  const day = isoDate('2024-09-10');
  const rule = { soonDays: 7, againDays: 1 };
  it.each([
    ['2024-09-18', null, 'eight days are not soon'],
    ['2024-09-17', 'due.soon', 'seven are'],
    ['2024-09-11', 'due.soon', 'the day before, a second time'],
    ['2024-09-10', 'due.soon', 'the last day is in time'],
    ['2024-09-09', 'due.late', 'the day after is late'],
    ['2024-09-03', 'due.late', 'a server that slept a week catches up'],
    ['2024-09-02', null, 'older than that is history'],
  ])('due on %s: %s', (dueOn, kind, _why) => {
    expect(remindersOf([thing(dueOn)], day, rule).map((each) => each.kind)).toEqual(kind ? [kind] : []);
  });
  it('say one thing once on every later day, and put together what one unit must do by one day', () => {
    const things = [thing('2024-09-15'), thing('2024-09-15', { subjectId: 'm' })];
    const keys = ['2024-09-10', '2024-09-11', '2024-09-13'].map((each) =>
      remindersOf(things, isoDate(each), rule).map(({ once, things: own }) => [once, own.length]),
    );
    expect(keys[0]).toEqual([['due soon answer leadUnit 市建委 2024-09-15', 2]]);
    expect(keys[1]).toEqual(keys[0]);
    expect(keys[2]).toEqual(keys[0]);
  });
});

describe('a webhook', () => {
  const message: HookMessage = {
    ...{ deliveryId: 'd', kind: 'notice.issued', topic: 'notice', object: { kind: 'notice', id: 'n' } },
    ...{
      title: '口袋公园',
      sentence: { zh: '收到督办单', en: 'Order' },
      link: 'https://b.example/notices/n',
    },
    toldAt: '2024-09-01T01:00:00.000Z',
  };
  const given = {
    secret: 's',
    now: 1_700_000_000_123,
    sign: (key: string, text: string) => `<${key}|${text}>`,
  };
  it('is signed as each robot asks', () => {
    expect(hookBody('dingtalk', message, given)).toEqual({
      body: { msgtype: 'text', text: { content: '收到督办单\nhttps://b.example/notices/n' } },
      query: { timestamp: '1700000000123', sign: '<s|1700000000123\ns>' },
    });
    expect(hookBody('feishu', message, given).body).toMatchObject({
      timestamp: '1700000000',
      sign: '<1700000000\ns|>',
    });
    expect(hookBody('wecom', message, given).query).toEqual({});
    expect(hookBody('dingtalk', message, { ...given, secret: '' }).query).toEqual({});
  });
  it.each([
    ['generic', 204, null, true, 'any 2xx'],
    ['generic', 302, null, false, 'a redirect is not followed'],
    ['dingtalk', 200, { errcode: 0 }, true, 'taken'],
    ['dingtalk', 200, { errcode: 310000 }, false, 'wrong signature, said with 200'],
    ['wecom', 200, null, false, 'no answer to read'],
    ['feishu', 200, { code: 0 }, true, 'taken'],
    ['feishu', 200, { code: 19021 }, false, 'wrong signature'],
  ] as const)('%s %i %j taken: %s', (format, status, answer, taken, _why) => {
    expect(isTaken(format, status, answer)).toBe(taken);
  });
  it('is tried for more than two days', () => {
    let [total, tries] = [0, 0];
    for (let wait = waitAfter(1); wait !== null; wait = waitAfter(tries + 1)) {
      total += wait;
      tries += 1;
    }
    expect(total).toBeGreaterThan(48 * 3600);
    expect(waitAfter(tries + 1)).toBeNull();
  });
});

describe('a calendar', () => {
  const utf8 = (text: string): number => Buffer.byteLength(text);
  it('folds lines at 75 octets without cutting a character, and unfolds to the same text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const line = `SUMMARY:${escapeText(text)}`;
        const folded = foldLine(line);
        for (const part of folded.split('\r\n')) {
          expect(utf8(part)).toBeLessThanOrEqual(75);
          expect(part).toBe(Buffer.from(part).toString('utf8'));
        }
        expect(folded.replaceAll('\r\n ', '')).toBe(line);
      }),
    );
  });
  it('is a whole day, with escaped text and a fixed uid', () => {
    const feed = calendarText({
      name: '我的到期事项',
      stamp: '2024-09-01T01:00:00.000Z',
      days: [
        { uid: 'answer-1@bihuan', day: isoDate('2024-12-31'), title: 'a;b,c\\d\ne', words: '', url: null },
      ],
    });
    expect(feed.split('\r\n')).toEqual([
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Bihuan//Due days//ZH', 'CALSCALE:GREGORIAN'],
      ...[
        'METHOD:PUBLISH',
        'X-WR-CALNAME:我的到期事项',
        'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
        'BEGIN:VEVENT',
      ],
      ...['UID:answer-1@bihuan', 'DTSTAMP:20240901T010000Z', 'DTSTART;VALUE=DATE:20241231'],
      ...['DTEND;VALUE=DATE:20250101', 'SUMMARY:a\\;b\\,c\\\\d\\ne', 'TRANSP:TRANSPARENT', 'END:VEVENT'],
      ...['END:VCALENDAR', ''],
    ]);
  });
});
