// Headings and tables of real documents under the noise that print and conversion add: what is found must stay the same.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { structureOf } from './structure.fixture.ts';

const folder = `${import.meta.dirname}/../../../../shared/seeds`;
const present = existsSync(folder);
const sources = present ? readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8')) : [];

/** Numbers that look random and are the same in every run. */
function sequence(): () => number {
  let state = 7;
  return () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

const isRow = (line: string): boolean => /[|\t]/.test(line);
const eachLine = (source: string, change: (line: string) => string): string =>
  source
    .split('\n')
    .map((line) => (isRow(line) ? line : change(line)))
    .join('\n');

/** Breaks a line at a margin of `signs` full-width signs, the first with an indent. */
function broken(line: string, signs: number): string {
  if (line === '') return '';
  const lines: string[] = [];
  let rest = line;
  while (rest !== '') {
    const room = (lines.length === 0 ? signs - 2 : signs) * 2;
    let width = 0;
    let k = 0;
    while (k < rest.length && width < room) {
      width += rest.charCodeAt(k) > 255 ? 2 : 1;
      k += 1;
    }
    lines.push((lines.length === 0 ? '　　' : '') + rest.slice(0, k));
    rest = rest.slice(k);
  }
  return lines.join('\n');
}

/** Cuts long lines into pages of a few hundred signs. */
function paged(line: string, next: () => number): string {
  let out = '';
  let at = 0;
  while (line.length - at > 500) {
    const size = 380 + Math.floor(next() * 100);
    out += `${line.slice(at, at + size)}\n\n— ${Math.floor(next() * 90)} —\n\n`;
    at += size;
  }
  return out + line.slice(at);
}

const noises: readonly (readonly [string, (source: string) => string])[] = [
  ['line ends of another system', (source) => source.replaceAll('\n', '\r\n')],
  ['no empty lines', (source) => source.replaceAll(/\n\n+/g, '\n')],
  [
    'full-width signs',
    (source) => source.replaceAll(/[0-9%,:;()]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  ],
  [
    'spaces strewn in',
    (source) => {
      const next = sequence();
      return eachLine(source, (line) => [...line].map((sign) => (next() < 0.1 ? `${sign} ` : sign)).join(''));
    },
  ],
  ['lines of 28 signs', (source) => eachLine(source.replaceAll(/\n\n+/g, '\n'), (line) => broken(line, 28))],
  ['lines of 40 signs', (source) => eachLine(source, (line) => broken(line, 40))],
  [
    'page ends inside words',
    (source) => {
      const next = sequence();
      return eachLine(source, (line) => paged(line, next));
    },
  ],
];

function headings(source: string): string[] {
  const { blocks, folded } = structureOf(source);
  const found: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading') found.push(folded.text.slice(block.start, block.end).replaceAll(' ', ''));
  }
  return found;
}

const rowCounts = (source: string): number[] => {
  const counts: number[] = [];
  for (const block of structureOf(source).blocks) if (block.kind === 'grid') counts.push(block.rows.length);
  return counts;
};

/** F1 of two lists in which a line may come more than once. */
function agreement(found: readonly string[], wanted: readonly string[]): number {
  const left = [...wanted];
  let hits = 0;
  for (const line of found) {
    const at = left.indexOf(line);
    if (at < 0) continue;
    left.splice(at, 1);
    hits += 1;
  }
  return (2 * hits) / (found.length + wanted.length);
}

describe.skipIf(!present)('under noise (skipped where ../shared/seeds is absent)', () => {
  it.each(noises)('%s', (_name, noise) => {
    for (const source of sources) {
      expect(agreement(headings(noise(source)), headings(source))).toBeGreaterThan(0.99);
      expect(rowCounts(noise(source))).toEqual(rowCounts(source));
    }
  });
});
