// What a document calls itself: title, number, issuer, date, kind and year, from the lines of its head and its signature.
// GB/T 9704-2012 names the places: 发文字号 under the head, 成文日期 under the signature of the issuer.

import type { LogicalLine } from '../line/lay-out.ts';
import type { DocumentIdentity } from '../reading.ts';
import { documentNumberAt } from '../source/document-number.ts';
import { kindOfTitle, yearOfTitle } from './document-kind.ts';
import { isMeetingLine, isTitleLike, type PartStart } from './find-parts.ts';
import { firstDate, looseDate } from './printed-date.ts';

export interface IdentifiedPart {
  readonly identity: DocumentIdentity;
  readonly year: number | null;
}

/** The lines of one part, and what a web page says about the text around it. */
export interface PartLines {
  readonly text: string;
  readonly lines: readonly LogicalLine[];
  readonly from: PartStart;
  readonly to: number;
  /** Lines of the page frame: 发布日期, 信息来源, 文号. */
  readonly frame: readonly string[];
}

const headSize = 16;

export function identify(part: PartLines): IdentifiedPart {
  const head = headWords(part);
  const title = titleOf(part, head);
  const number = numberOf(part, head);
  const meeting = head.map((words) => meetingDate(words)).find((date) => date !== '') ?? '';
  const signature = signatureOf(part);
  const date = signature.date || meeting || dateInHead(head) || dateOfFrame(part.frame);
  const issuer = issuerOf(title, head, signature.issuer, part.frame);
  const kind = kindOfTitle(title);
  if (kind === 'gazette') return gazetteOf(title, head);
  const year = yearOfTitle(title) ?? yearOfNumber(number) ?? (date === '' ? null : Number(date.slice(0, 4)));
  return { identity: { title, number, issuer, date, kind }, year };
}

/** A gazette names its office and its day of issue on the cover. */
function gazetteOf(title: string, head: readonly string[]): IdentifiedPart {
  const cover = head.join('\n');
  const date = firstDate(/.*出版/.exec(cover)?.[0] ?? '') || firstDate(cover);
  const issuer = /(.{2,30})主管/.exec(cover)?.[1] ?? /^(.{2,30}?)公报/.exec(title)?.[1] ?? '';
  const year = date === '' ? yearOfTitle(cover) : Number(date.slice(0, 4));
  return { identity: { title, number: '', issuer, date, kind: 'gazette' }, year };
}

function headWords(part: PartLines): string[] {
  const words: string[] = [];
  for (let i = part.from.line; i < Math.min(part.to, part.from.line + headSize); i += 1) {
    const line = part.lines[i];
    if (line !== undefined && line.kind === 'text') words.push(part.text.slice(line.start, line.end));
  }
  return words;
}

const meetingTail = /\((?=[^()]*\d{4}年\d{1,2}月\d{1,2}日[^()]*(?:会议|大会)).*$/;
const titleWords =
  /报告|通知|意见|办法|方案|规划|纲要|决定|公告|通告|措施|政策|清单|分解|解读|名单|计划|要点|公报|批复|规定/;
const announced = /^现?将(.{4,40}?(?:情况|报告|草案))(?:报告)?如下/;

/** The title: the lines above number or meeting; else the first head line that names a kind of document. */
function titleOf(part: PartLines, head: readonly string[]): string {
  if (part.from.titleEnd > part.from.line) {
    let title = '';
    for (let i = part.from.line; i < part.from.titleEnd; i += 1) {
      const line = part.lines[i];
      if (line !== undefined) title += part.text.slice(line.start, line.end);
    }
    const printed = withoutLetterhead(title);
    if (printed !== '') return printed;
  }
  for (let i = part.from.line; i < Math.min(part.to, part.from.line + headSize); i += 1) {
    const line = part.lines[i];
    if (line === undefined || line.kind !== 'text') continue;
    const words = part.text.slice(line.start, line.end).replace(meetingTail, '');
    const plain = isTitleLike(part.text, line) || (words.length < line.end - line.start && words.length >= 4);
    if (plain && titleWords.test(words)) return words;
  }
  for (const words of head) {
    const match = announced.exec(words);
    if (match?.[1] !== undefined) return match[1];
  }
  return (
    head.find(
      (words) => words.length >= 4 && words.length <= 60 && meetingDate(words) === '' && !/[。:]/.test(words),
    ) ?? ''
  );
}

/** A letterhead above the title (某市人民政府文件) is no part of it. */
const withoutLetterhead = (title: string): string =>
  title.replace(/^.{2,30}?(?:人民政府|办公厅|办公室|委员会)文件/, '');

/** The number printed on a line of its own, in a bracket of its own, or after 文号; never one that is cited. */
function numberOf(part: PartLines, head: readonly string[]): string {
  for (let i = part.from.line; i < Math.min(part.to, part.from.line + headSize); i += 1) {
    const line = part.lines[i];
    if (line === undefined || line.kind !== 'text') continue;
    if (line.opening === 'documentNumber') return numberIn(part.text.slice(line.start, line.end));
  }
  for (const words of [...head.slice(0, 6), ...part.frame]) {
    const labelled = /(?:发文字号|文号|文件编号)[:]?\s?(.{4,30})/.exec(words)?.[1];
    if (labelled !== undefined && numberIn(labelled) !== '') return numberIn(labelled);
    const dated =
      /^\d{4}年\d{1,2}月\d{1,2}日(.{4,24})$/.exec(words)?.[1] ?? /\(([^()]{4,24})\)$/.exec(words)?.[1];
    if (dated !== undefined && /^[^《》]*〔\d{4}〕?第?\d+号$/.test(dated)) return numberIn(dated);
  }
  return '';
}

function numberIn(words: string): string {
  const bracket = words.indexOf('〔');
  const number = bracket < 0 ? null : documentNumberAt(words, bracket);
  return number?.number ?? (/令第\d+号$/.test(words) ? words : '');
}

const meetingDate = (words: string): string => {
  const tail = meetingTail.exec(words)?.[0] ?? words;
  return isMeetingLine(words) || tail !== words ? firstDate(tail) : '';
};

const unitName = /^[^\d,。:;()]{2,30}(?:人民政府|政府|办公厅|办公室|委员会|[局委厅府部院会])(?:办公室)?$/;

const DAY = 0x65e5;

/** The issuer's name above the date it signed on. */
function signatureOf(part: PartLines): { issuer: string; date: string } {
  for (let i = part.from.titleEnd; i < part.to; i += 1) {
    const line = part.lines[i];
    if (line === undefined || line.kind !== 'text' || line.end - line.start > 60) continue;
    const words = part.text.slice(line.start, line.end);
    if (line.opening === 'date') {
      const above = part.lines[i - 1];
      const name = above === undefined ? '' : part.text.slice(above.start, above.end);
      if (unitName.test(name)) return { issuer: name, date: firstDate(words) };
    }
    if (words.charCodeAt(words.length - 1) !== DAY) continue;
    const joined =
      /^([^\d,。:;()]{3,30}(?:人民政府|办公厅|办公室|委员会|局))(\d{4}年\d{1,2}月\d{1,2}日)$/.exec(words);
    if (joined !== null) return { issuer: joined[1] ?? '', date: firstDate(words) };
  }
  return { issuer: '', date: '' };
}

function dateInHead(head: readonly string[]): string {
  for (const words of head.slice(0, 8)) {
    // A sentence tells of some day, not of the day of the document.
    const date = words.length <= 40 && !/[。;]/.test(words) ? firstDate(words) : '';
    if (date !== '') return date;
  }
  return '';
}

function dateOfFrame(frame: readonly string[]): string {
  for (const words of frame) {
    const date = looseDate(words);
    if (date !== '') return date;
  }
  return '';
}

function issuerOf(title: string, head: readonly string[], signed: string, frame: readonly string[]): string {
  if (signed !== '') return signed;
  const fromTitle =
    /^(?:【[^】]*】)?([^《》]{2,30}?(?:人民政府|办公厅|办公室|委员会|局))(?:关于|印发|转发)/.exec(title)?.[1];
  if (fromTitle !== undefined) return fromTitle;
  for (const words of head) {
    const tail = words.replace(/^.*\)/, '');
    for (const name of [words, tail]) {
      const unit =
        /^([^\d,。:;()]{2,30}(?:人民政府|委员会|[局厅]))(?:(?:代)?(?:市长|省长|区长|县长|主任|局长|州长).{0,6})?$/.exec(
          name,
        )?.[1];
      if (unit !== undefined) return unit;
    }
  }
  for (const words of frame) {
    const source = /(?:信息来源|发布机构|来源)[:](.{4,30}?)(?:\s|浏览|发布|点击|$)/.exec(words)?.[1];
    if (source !== undefined) return source;
  }
  return '';
}

const yearOfNumber = (number: string): number | null => {
  const year = /〔(\d{4})〕/.exec(number)?.[1];
  return year === undefined ? null : Number(year);
};
