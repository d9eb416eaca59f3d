// How many quantities of real documents are found, held against answers made by hand, and how many are lost to noise.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { stdout } from 'node:process';
import { describe, expect, it } from 'vitest';
import { cutStructure } from '../block/cut-structure.ts';
import { foldText } from '../source/fold-text.ts';
import type { Mention } from '../structure.ts';
import { findMentions } from './find-mentions.ts';

const shared = `${import.meta.dirname}/../../../../shared`;
const absent = !existsSync(`${shared}/seeds`) || !existsSync(`${shared}/gold`);

/** Mentions with places in the source text, and the neutral numbers. */
interface Found {
  readonly mentions: readonly Mention[];
  readonly neutrals: readonly { readonly start: number; readonly end: number }[];
}

function readSource(source: string): Found {
  const structure = cutStructure(foldText(source));
  const { at } = structure.folded;
  const back = <Span extends { readonly start: number; readonly end: number }>(span: Span): Span => ({
    ...span,
    start: at[span.start] ?? 0,
    end: (at[span.end - 1] ?? 0) + 1,
  });
  const found = findMentions(structure);
  return { mentions: found.mentions.map(back), neutrals: found.neutrals.map(back) };
}

const sources = new Map<string, string>();
const readings = new Map<string, Found>();
const sourceOf = (doc: string): string => {
  const text = sources.get(doc) ?? readFileSync(`${shared}/seeds/${doc}`, 'utf8');
  sources.set(doc, text);
  return text;
};
const readingOf = (doc: string): Found => {
  const found = readings.get(doc) ?? readSource(sourceOf(doc));
  readings.set(doc, found);
  return found;
};

interface Answer {
  readonly doc: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly unit: string | null;
  readonly comparator?: string;
  readonly direction?: string;
}

const comparators: Readonly<Record<string, string>> = {
  exactly: 'eq',
  about: 'approx',
  at_least: 'ge',
  above: 'ge',
  at_most: 'le',
  below: 'le',
  range: 'range',
};
const directions: Readonly<Record<string, string>> = { increase: 'up', decrease: 'down', none: 'none' };

/** Every object of the answers that holds a quoted number, table rows aside. */
function answersIn(node: unknown, into: Answer[]): void {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node) && isAnswer(node) && !/[\t|]/.test(node.quote)) into.push(node);
  for (const child of Object.values(node)) answersIn(child, into);
}

function isAnswer(node: object): node is Answer {
  return (
    'quote' in node && 'start' in node && 'doc' in node && 'value' in node && typeof node.value === 'number'
  );
}

/** The answers name ordinals with the unit 位 and points without 个; here ordinals are neutral and units as printed. */
const isOrdinal = ({ quote, value }: Answer): boolean => quote.includes(`第${value}`);
const unitOf = ({ unit }: Answer): string => (unit === '百分点' ? '个百分点' : (unit ?? ''));

function answers(): Answer[] {
  const into: Answer[] = [];
  for (const name of readdirSync(`${shared}/gold`).filter((file) => file.endsWith('.json')))
    answersIn(JSON.parse(readFileSync(`${shared}/gold/${name}`, 'utf8')), into);
  return into.filter((answer) => !isOrdinal(answer));
}

const matching = (answer: Answer): Mention[] =>
  readingOf(answer.doc).mentions.filter(
    ({ start, end, value, unit }) =>
      start < answer.end &&
      end > answer.start &&
      typeof value === 'number' &&
      Math.abs(value) === Math.abs(answer.value) &&
      unit === unitOf(answer),
  );

const show = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} % of ${whole}`;

describe.skipIf(absent)('answers made by hand (skipped where ../shared is absent)', () => {
  const all = absent ? [] : answers();

  it('finds value and unit of every quoted number', () => {
    const missed = all.filter((answer) => matching(answer).length === 0).map(({ quote }) => quote);
    stdout.write(`quoted numbers found: ${show(all.length - missed.length, all.length)}\n`);
    expect(missed).toEqual([]);
  });

  it('reads their comparators and directions', () => {
    const compared = all.filter(({ comparator }) => comparator);
    const wrong = compared.filter(
      (answer) =>
        !matching(answer).some((found) => found.comparator === comparators[answer.comparator ?? '']),
    );
    const turned = all.filter(({ direction }) => direction);
    const astray = turned.filter((answer) => {
      const wanted = directions[answer.direction ?? ''];
      return !matching(answer).some(
        ({ direction }) => direction === wanted || (direction === 'to' && wanted === 'up'),
      );
    });
    stdout.write(
      `comparators right: ${show(compared.length - wrong.length, compared.length)}, directions: ${show(turned.length - astray.length, turned.length)}\n`,
    );
    expect([...wrong, ...astray].map(({ quote }) => quote)).toEqual([]);
  });

  it('gives the cells of tables the unit of their column or row', () => {
    interface Table {
      readonly columns: readonly { readonly key: string; readonly unit: string }[];
      readonly rows: readonly (Readonly<Record<string, number | string>> &
        Pick<Answer, 'doc' | 'start' | 'end'>)[];
    }
    const { tables }: { tables: Table[] } = JSON.parse(readFileSync(`${shared}/gold/projects.json`, 'utf8'));
    const cells = tables.flatMap(({ columns, rows }) =>
      rows.flatMap((row) =>
        columns.map(({ key, unit }) => ({ ...row, quote: key, value: Number(row[key]), unit })),
      ),
    );
    const missed = cells.filter((cell) => matching(cell).length === 0);
    stdout.write(`table cells with value and unit: ${show(cells.length - missed.length, cells.length)}\n`);
    expect(missed).toEqual([]);
  });

  it('takes no name, citation or time for a quantity', () => {
    interface Task extends Pick<Answer, 'doc' | 'start'> {
      readonly non_target_numbers: readonly {
        readonly token: string;
        readonly reason: string;
        readonly context: string;
      }[];
    }
    const tasks: Task[] = JSON.parse(readFileSync(`${shared}/gold/tasks.json`, 'utf8'));
    const taken = tasks.flatMap(({ doc, start, non_target_numbers: numbers }) =>
      numbers
        .filter(({ reason }) => reason === 'name' || reason === 'citation' || reason === 'time')
        .filter(({ token, context }) => {
          const place = sourceOf(doc).indexOf(context, start) + context.indexOf(token);
          return readingOf(doc).mentions.some((found) => found.start <= place && found.end > place);
        }),
    );
    expect(taken).toEqual([]);
  });

  it('lists no place twice', () => {
    for (const doc of readdirSync(`${shared}/seeds`)) {
      const { mentions, neutrals } = findMentions(cutStructure(foldText(sourceOf(doc))));
      const spans = [...mentions, ...neutrals].toSorted((one, other) => one.start - other.start);
      expect(spans.filter((span, i) => span.start < (spans[i - 1]?.end ?? 0))).toEqual([]);
    }
  });
});

const halves: Readonly<Record<string, string>> = {
  '，': ',',
  '；': ';',
  '：': ':',
  '（': '(',
  '）': ')',
  '“': '"',
  '”': '"',
};
const isDigit = (sign: string): boolean => sign >= '0' && sign <= '9';
const isHan = (sign: string): boolean => sign >= '\u4e00' && sign <= '\u9fff';

/** What each sign becomes, seeing the next one; `turn` counts the places where something may be done. */
const noises: Readonly<Record<string, (sign: string, next: string, turn: number) => string>> = {
  'full-width digits': (sign) =>
    isDigit(sign) || sign === '%' ? String.fromCharCode(sign.charCodeAt(0) + 0xfee0) : sign,
  'half-width punctuation': (sign) => halves[sign] ?? sign,
  'spaces at numbers': (sign, next) =>
    (isDigit(sign) && isHan(next)) || (isHan(sign) && isDigit(next)) ? `${sign} ` : sign,
  'page ends inside numbers': (sign, next, turn) =>
    isDigit(sign) && (isDigit(next) || isHan(next)) && next !== '月' && turn % 40 === 0
      ? `${sign}\n\n`
      : sign,
};

describe.skipIf(absent)('noise (skipped where ../shared is absent)', () => {
  it.each(Object.entries(noises))('%s cost at most half a point', (name, noise) => {
    let [clean, noisy, same] = [0, 0, 0];
    for (const doc of readdirSync(`${shared}/seeds`)) {
      const source = sourceOf(doc);
      const places: number[] = [];
      let text = '';
      let turn = 0;
      for (let i = 0; i < source.length; i++) {
        const sign = source.charAt(i);
        if (isDigit(sign)) turn++;
        const printed = noise(sign, source.charAt(i + 1), turn);
        for (let k = 0; k < printed.length; k++) places.push(i);
        text += printed;
      }
      const key = ({ value, unit }: Mention, start: number): string => `${String(value)} ${unit} ${start}`;
      const wanted = new Set(readingOf(doc).mentions.map((found) => key(found, found.start)));
      const found = readSource(text).mentions;
      clean += wanted.size;
      noisy += found.length;
      same += found.filter((mention) => wanted.has(key(mention, places[mention.start] ?? -1))).length;
    }
    const f1 = (200 * same) / (clean + noisy);
    stdout.write(`${name}: F1 against the clean text ${f1.toFixed(2)}\n`);
    expect(f1).toBeGreaterThan(99.5);
  });
});
