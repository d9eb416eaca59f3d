// Which lines are rows of a table whose columns are parted by spaces: at least three lines in a row with the same number
// of words, figures among them. Their spaces become tabs; the spaces of all other lines are print.
import { unitKind } from './fold-table.ts';
import { isDigit } from './sign.ts';

const leastWords = 3;
const leastRows = 3;
/** A line of this many words is a row also where its figures stand before a unit's name: 98000 35000 市住建局. */
const manyWords = 5;
const longestRow = 240;

interface Run {
  readonly spans: number[];
  words: number;
  lines: number;
  figures: number;
}

const emptyRun = (): Run => ({ spans: [], words: 0, lines: 0, figures: 0 });

/** Start and end positions, in turn, of the lines that are rows. */
export function spacedRows(source: string): number[] {
  const rows: number[] = [];
  let run = emptyRun();
  let start = 0;
  const length = source.length;
  let narrow = -1;
  let wide = -1;
  while (start < length) {
    let end = source.indexOf('\n', start);
    if (end < 0) end = length;
    narrow = nextOf(source, ' ', narrow, start);
    wide = nextOf(source, '\u3000', wide, start);
    if (Math.min(narrow, wide) < end) run = addLine(source, start, end, run, rows);
    else if (end > start + 1 && run.lines > 0) {
      closeRun(run, rows);
      run = emptyRun();
    }
    start = end + 1;
  }
  closeRun(run, rows);
  return rows;
}

/** Position of the next `sign`, looked for only where the last one found has been passed. */
function nextOf(source: string, sign: string, known: number, from: number): number {
  if (known >= from) return known;
  const found = source.indexOf(sign, from);
  return found < 0 ? source.length : found;
}

function addLine(source: string, start: number, end: number, run: Run, rows: number[]): Run {
  const words = end - start > longestRow ? 0 : countWords(source, start, end);
  if (words === -1) return run;
  if (words >= 2 && words < run.words && isShortTotal(source, start, end)) {
    run.spans.push(start, end);
    return run;
  }
  const figures =
    words >= leastWords &&
    (endsInFigure(source, end) || (words >= manyWords && holdsFigures(source, start, end)))
      ? 1
      : 0;
  if (words < leastWords || (run.lines > 0 && words !== run.words)) {
    closeRun(run, rows);
    if (words < leastWords) return emptyRun();
    return { spans: [start, end], words, lines: 1, figures };
  }
  run.spans.push(start, end);
  run.words = words;
  run.lines += 1;
  run.figures += figures;
  return run;
}

/** 合计 3500 360 under rows of four words: a total leaves out the cells that it has nothing for. */
const isShortTotal = (source: string, start: number, end: number): boolean =>
  /^[ \u3000]*(?:合[ \u3000]{0,4}计|总[ \u3000]{0,4}计|小[ \u3000]{0,4}计)[ \u3000]/.test(
    source.slice(start, Math.min(end, start + 16)),
  ) && endsInFigure(source, end);

function closeRun(run: Run, rows: number[]): void {
  if (run.lines >= leastRows && run.figures * 2 >= run.lines) for (const edge of run.spans) rows.push(edge);
}

/** Number of words; 0 for a line that cannot be a row, -1 for an empty line. */
function countWords(source: string, start: number, end: number): number {
  let words = 0;
  let inWord = false;
  for (let i = start; i < end; i += 1) {
    const unit = source.charCodeAt(i);
    if (unit === 0x09 || unit === 0x7c || unit === 0x3002 || unit === 0xff1b) return 0;
    const isSpace = unitKind[unit] === 1 || unit === 0x0d;
    if (!isSpace && !inWord) words += 1;
    inWord = !isSpace;
  }
  return words === 0 ? -1 : words;
}

/** Whether two words hold no sign but figures. */
function holdsFigures(source: string, start: number, end: number): boolean {
  let count = 0;
  let pure = false;
  for (let i = start; i <= end; i += 1) {
    const unit = i < end ? source.charCodeAt(i) : 0x20;
    if (unitKind[unit] === 1 || unit === 0x0d) {
      if (pure) count += 1;
      pure = unitKind[source.charCodeAt(i + 1) | 0] !== 1;
    } else if (!isDigit(unit) && unit !== 0x2e && unit !== 0x2d) pure = false;
    else if (i === start) pure = true;
  }
  return count >= 2;
}

/** Whether the last word holds no sign but figures, or is a dash or a per cent figure. */
function endsInFigure(source: string, end: number): boolean {
  let i = end - 1;
  while (unitKind[source.charCodeAt(i) | 0] === 1 || source[i] === '\r') i -= 1;
  const last = source[i] ?? '';
  return isDigit(source.charCodeAt(i)) || '%-—％'.includes(last);
}
