// One's due days as an iCalendar feed (RFC 5545): whole days, escaped text, lines folded at 75 octets.
import { addDays } from '../quantity/calendar.ts';
import type { IsoDate } from '../quantity/date.ts';

export interface DueDay {
  /** The same thing keeps its uid, so that a calendar moves its entry instead of adding one. */
  readonly uid: string;
  readonly day: IsoDate;
  readonly title: string;
  readonly words: string;
  readonly url: string | null;
}

export interface Feed {
  readonly name: string;
  /** UTC moment as ISO text. */
  readonly stamp: string;
  readonly days: readonly DueDay[];
}

/** RFC 5545 3.3.11: backslash, semicolon, comma and line break are escaped; other control signs may not occur. */
export const escapeText = (text: string): string =>
  text
    .replace(/\\/g, '\\\\')
    .replace(/;/g, '\\;')
    .replace(/,/g, '\\,')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/[\p{Cc}]/gu, ' ');

/** Octets of a character in UTF-8. */
const octetsOf = (sign: string): number => {
  const code = sign.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/** RFC 5545 3.1: at most 75 octets a line, the break left out; a character is never cut in two. */
export function foldLine(line: string): string {
  const lines: string[] = [];
  let [now, size] = ['', 0];
  for (const sign of line) {
    const octets = octetsOf(sign);
    if (size + octets > 75) {
      lines.push(now);
      [now, size] = [' ', 1];
    }
    now += sign;
    size += octets;
  }
  return [...lines, now].join('\r\n');
}

const compact = (day: IsoDate): string => day.replaceAll('-', '');

const entry = ({ uid, day, title, words, url }: DueDay, stamp: string): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${escapeText(uid)}`,
  `DTSTAMP:${stamp}`,
  `DTSTART;VALUE=DATE:${compact(day)}`,
  `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
  `SUMMARY:${escapeText(title)}`,
  ...(words === '' ? [] : [`DESCRIPTION:${escapeText(words)}`]),
  ...(url === null ? [] : [`URL:${url}`]),
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
];

export function calendarText({ name, stamp, days }: Feed): string {
  const moment = `${stamp.replace(/[-:]|\.\d+/g, '').replace(/Z?$/, 'Z')}`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Bihuan//Due days//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    ...days.flatMap((day) => entry(day, moment)),
    'END:VCALENDAR',
  ];
  return `${lines.map(foldLine).join('\r\n')}\r\n`;
}
