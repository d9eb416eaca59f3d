// What becomes of marks that a conversion left in the text: **bold**, PM_{2.5}, m^{3}, $5\%$, <sub>, &nbsp;, ## headings.

import { addSign, type Folding, put } from './fold-signs.ts';
import { foldedUnit, unitKind } from './fold-table.ts';
import { isDigit, isLatin } from './sign.ts';

/** Handles one markup unit; answers the position to go on from. */
export function putMarkup(folding: Folding, unit: number, i: number): number {
  switch (foldedUnit[unit]) {
    case 0x2a:
      return putStar(folding, i);
    case 0x5f:
    case 0x5e:
      return putRaised(folding, foldedUnit[unit] ?? unit, i);
    case 0x24:
      return putDollar(folding, i);
    case 0x5c:
      return putCommand(folding, i);
    case 0x3c:
      return putTag(folding, i);
    case 0x26:
      return putEntity(folding, i);
    case 0x23:
      return putHash(folding, i);
    default:
      // Braces mean something only inside a formula.
      if (i >= folding.mathEnd) put(folding, foldedUnit[unit] ?? unit, i);
      return i + 1;
  }
}

const last = (folding: Folding): number => (folding.n > 0 ? (folding.units[folding.n - 1] ?? 0x0a) : 0x0a);

/** Two stars in a row are bold marks and vanish, also where a space stood between them. */
function putStar(folding: Folding, i: number): number {
  if (last(folding) === 0x2a) folding.n -= 1;
  else put(folding, 0x2a, i);
  return i + 1;
}

/** x_{2.5} and x_2 lose the mark; m^{2} becomes m²; a raised number after anything else is a footnote sign. */
function putRaised(folding: Folding, unit: number, i: number): number {
  const { source } = folding;
  const braced = source[i + 1] === '{';
  const first = braced ? i + 2 : i + 1;
  let end = first;
  while (
    end < first + 10 &&
    (isDigit(source.charCodeAt(end)) || isLatin(source.charCodeAt(end)) || source[end] === '.')
  ) {
    end += 1;
  }
  const closes =
    end > first &&
    (braced ? source[end] === '}' : isDigit(source.charCodeAt(first)) && isLatin(last(folding)));
  if (!closes) {
    put(folding, unit, i);
    return i + 1;
  }
  const next = braced ? end + 1 : end;
  if (
    unit === 0x5e &&
    isLatin(last(folding)) &&
    end === first + 1 &&
    (source[first] === '2' || source[first] === '3')
  ) {
    put(folding, source[first] === '2' ? 0xb2 : 0xb3, first);
  } else if (unit === 0x5e && isDigit(source.charCodeAt(first))) addSign(folding, source.slice(first, end));
  else for (let k = first; k < end; k += 1) put(folding, source.charCodeAt(k), k);
  return next;
}

/** A pair of dollar signs around a short formula with figures is dropped. */
function putDollar(folding: Folding, i: number): number {
  if (i === folding.mathEnd) {
    folding.mathEnd = -1;
    return i + 1;
  }
  const { source } = folding;
  let hasFigure = false;
  for (let k = i + 1; k < i + 60; k += 1) {
    const sign = source[k];
    if (sign === '$' && hasFigure) {
      folding.mathEnd = k;
      return i + 1;
    }
    if (sign === undefined || sign === '\n' || sign === '$') break;
    if (isDigit(source.charCodeAt(k)) || sign === '\\') hasFigure = true;
  }
  put(folding, 0x24, i);
  return i + 1;
}

const commands: readonly (readonly [string, string])[] = [
  ['\\sim', '~'],
  ['\\times', '×'],
  ['\\geq', '≥'],
  ['\\leq', '≤'],
  ['\\cdot', '·'],
  ['\\mathrm', ''],
  ['\\text', ''],
];

/** An escaped sign stands for itself; of the commands of formulas only those that plans use are read. */
function putCommand(folding: Folding, i: number): number {
  const { source } = folding;
  if ('%$&#_{}*'.includes(source[i + 1] ?? ' ')) {
    put(folding, source.charCodeAt(i + 1), i + 1);
    return i + 2;
  }
  for (const [command, sign] of commands) {
    if (!source.startsWith(command, i)) continue;
    if (sign !== '') put(folding, sign.charCodeAt(0), i);
    const end = i + command.length;
    return unitKind[source.charCodeAt(end)] === 1 && i < folding.mathEnd ? end + 1 : end;
  }
  put(folding, 0x5c, i);
  return i + 1;
}

const tags = new Set(['br', 'sub', 'sup', 'b', 'u', 'i', 'em', 'strong', 'span', 'font', 'p', 'div']);

/** Tags of text formatting vanish; a raised number within <sup> is a footnote sign. */
function putTag(folding: Folding, i: number): number {
  const { source } = folding;
  let k = source[i + 1] === '/' ? i + 2 : i + 1;
  const first = k;
  while (k < first + 8 && isLatin(source.charCodeAt(k))) k += 1;
  const name = source.slice(first, k).toLowerCase();
  const limit = k + 80;
  while (k < limit && source[k] !== '>' && source[k] !== '\n' && source[k] !== undefined) k += 1;
  if (!tags.has(name) || source[k] !== '>') {
    put(folding, 0x3c, i);
    return i + 1;
  }
  if (name !== 'sup' || source[i + 1] === '/') return k + 1;
  const note = /^\[?(\d{1,2})\]?<\/sup>/.exec(source.slice(k + 1, k + 12));
  if (note === null || isLatin(last(folding))) return k + 1;
  addSign(folding, note[1] ?? '');
  return k + 1 + note[0].length;
}

const entities: readonly (readonly [string, string])[] = [
  ['&nbsp;', ' '],
  ['&ensp;', ' '],
  ['&emsp;', ' '],
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&ldquo;', '“'],
  ['&rdquo;', '”'],
  ['&middot;', '·'],
  ['&mdash;', '—'],
  ['&permil;', '‰'],
];

function putEntity(folding: Folding, i: number): number {
  for (const [entity, sign] of entities) {
    if (!folding.source.startsWith(entity, i)) continue;
    if (sign === ' ') folding.space = folding.space < 0 ? i : folding.space;
    else put(folding, sign.charCodeAt(0), i);
    return i + entity.length;
  }
  put(folding, 0x26, i);
  return i + 1;
}

/** Hashes at the head of a line followed by a space are heading marks. */
function putHash(folding: Folding, i: number): number {
  const { source } = folding;
  let k = i;
  while (k < i + 6 && source[k] === '#') k += 1;
  if (last(folding) === 0x0a && source[k] === ' ') return k + 1;
  put(folding, 0x23, i);
  return i + 1;
}
