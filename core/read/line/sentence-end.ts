// Whether a line ends a sentence, and whether a bracket or quotation is still open at its end.
import { signKind, terminalSign } from '../source/sign.ts';
import type { Line } from './line.ts';
import { lineStartOf } from './line-start.ts';

const longestBracket = 400;

/** Whether a line ends a sentence: with 。 ; : ! ? also before a closing quotation, or with a bracketed list of owners. */
export function endsSentence(text: string, line: Line): boolean {
  const last = text.charCodeAt(line.end - 1);
  if (signKind[last] === terminalSign || last === 0x3a) return true;
  if (last === 0x201d || last === 0x300b) return signKind[text.charCodeAt(line.end - 2)] === terminalSign;
  if (last !== 0x29 && last !== 0x5d && last !== 0x3011) return false;
  const from = Math.max(line.start, line.end - longestBracket);
  const open =
    from + text.slice(from, line.end).lastIndexOf(last === 0x29 ? '(' : last === 0x5d ? '[' : '【');
  if (open < from) return true;
  return (
    lineStartOf(text, open, line.end) === 'bracketedOwner' ||
    signKind[text.charCodeAt(open - 1) | 0] === terminalSign
  );
}

/** More brackets or quotations opened than closed in the last signs. */
export function isOpenEnded(text: string, start: number, end: number): boolean {
  let depth = 0;
  for (let i = end - 1; i >= Math.max(start, end - 200); i -= 1) {
    const sign = text.charCodeAt(i);
    if (sign === 0x29 || sign === 0x201d || sign === 0x300b) depth += 1;
    else if (sign === 0x28 || sign === 0x201c || sign === 0x300a) {
      depth -= 1;
      if (depth < 0) return true;
    } else if (sign === 0x3002 && depth > 0) return false;
  }
  return false;
}
