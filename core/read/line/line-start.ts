// What a line opens with, seen from its first signs: only some openings may follow a line that was left unfinished.
import { isIn, signSet } from '../number/sign-set.ts';
import { documentNumberAt, orderNumberAt } from '../source/document-number.ts';
import { isDigit } from '../source/sign.ts';
import { headingNumberAt } from './heading-number.ts';

/** plain: nothing that marks a beginning. */
export type LineStart =
  | 'plain'
  | 'number'
  | 'owner'
  | 'bracketedOwner'
  | 'caption'
  | 'attachment'
  | 'note'
  | 'date'
  | 'documentNumber'
  | 'address'
  | 'dash'
  | 'bullet';

const ownerWords =
  /^[([【“]?(?:责任|牵头|主办|配合|承办|协办|落实|实施|责任落实|主要责任|参与)(?:单位|部门|领导|处室|人|科室)(?:及责任人|和责任人)?[】]?[:\]】]/;
const captionWords = /^(?:附?表|专栏|图)\s?(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:[-—.]\d{1,2})?(?=\D|$)/;
const attachmentWords = /^-?附(?:件|录|表)?(?:\s?[\d一二三四五六七八九十]{1,2})?(?:[:.、]|$)/;
const noteWords = /^(?:注|备注|说明|注释|资料来源|数据来源)\s?\d{0,2}[:.]/;
const addressWords = /^[^,。;]{2,24}:$/;
const dateWords =
  /^(?:\d{4}年\d{1,2}月\d{1,2}日|\d{4}-\d{1,2}-\d{1,2}|[一二][〇○零O一二三四五六七八九]{3}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)(?:\d{1,2}:\d{2})?$/;

/** First signs that can open something other than plain text. */
const openers = signSet('责牵主配承协落实参([【“附表专图注备说资数-—·●◆■□★▲◇○*第');
const numerals = signSet('一二三四五六七八九十');

/** Kind of opening of the line at start..end. */
export function lineStartOf(text: string, start: number, end: number): LineStart {
  const code = text.charCodeAt(start);
  const isListSign =
    (code >= 0x3220 && code <= 0x3229) ||
    (code >= 0x2488 && code <= 0x249b) ||
    (code >= 0x2460 && code <= 0x2473); // ㈠ ⒈ ①
  if (isListSign) return 'number';
  if (isDigit(code) || isIn(numerals, code)) return numericStart(text, start, end);
  if (!isIn(openers, code)) return end - start <= 40 ? shortStart(text, start, end) : 'plain';
  if (headingNumberAt(text, start, end) !== null) return 'number';
  const first = text.charAt(start);
  if (first === '第')
    return /^第[一二三四五六七八九十百\d]{1,5}条/.test(text.slice(start, start + 8)) ? 'number' : 'plain';
  if (first === '—' && text[start + 1] === '—') return 'dash';
  const head = text.slice(start, Math.min(end, start + 24));
  if ('责牵主配承协落实参([【“'.includes(first) && ownerWords.test(head)) {
    return first === '(' || first === '[' || first === '【' ? 'bracketedOwner' : 'owner';
  }
  if (captionWords.test(head)) return 'caption';
  if (attachmentWords.test(head)) return 'attachment';
  if (noteWords.test(head)) return 'note';
  if ('·●◆■□★▲◇*-'.includes(first) && !isDigit(text.charCodeAt(start + 1))) return 'bullet';
  return end - start <= 40 ? shortStart(text, start, end) : 'plain';
}

function numericStart(text: string, start: number, end: number): LineStart {
  if (headingNumberAt(text, start, end) !== null) return 'number';
  return end - start <= 40 ? shortStart(text, start, end) : 'plain';
}

/** Whole lines that stand alone: a date, a document number, an address to readers. */
function shortStart(text: string, start: number, end: number): LineStart {
  const line = text.slice(start, end);
  if (dateWords.test(line)) return 'date';
  const bracket = line.indexOf('〔');
  if (bracket > 0) {
    const number = documentNumberAt(line, bracket);
    if (number !== null && number.start <= 1 && line.length - number.end <= 1) return 'documentNumber';
  }
  if (orderNumberAt(line, 0, line.length)?.end === line.length) return 'documentNumber';
  return line.endsWith(':') && addressWords.test(line) ? 'address' : 'plain';
}
