// bihuan read: what a document is, what it holds, and which promises with whose names and numbers stand in it.
import type { Item, ItemFamily, Reading, Value } from '../../../core/read/reading.ts';
import { noteText } from '../../bytes/note.ts';
import type { ReadFile } from '../../bytes/read-in-worker.ts';
import { columns, placeOf, quote } from '../print.ts';
import { fill, type Voice } from '../terminal.ts';
import { comparatorSign, familyWords, kindWords, unreadWords, words } from '../words.ts';
import { contradictions } from './audit.ts';

export interface ReadView {
  readonly file: string;
  readonly read: ReadFile;
  readonly all: boolean;
  readonly width: number;
}

const shownByDefault = 15;

/** What was promised in lists and tables comes before what stands in sentences. */
const familyOrder: readonly ItemFamily[] = [
  'indicator',
  'task',
  'livelihood',
  'allocation',
  'project',
  'budget',
  'policy',
  'award',
  'text',
];

const valueText = (value: Value | null): string =>
  value === null ? '' : typeof value === 'number' ? String(value) : `${value[0]}–${value[1]}`;

/** The number with its comparator; a target in words (稳步提高) as it is printed. */
function amountOf(item: Item): string {
  if (item.value !== null)
    return `${item.comparator ? comparatorSign[item.comparator] : ''}${valueText(item.value)}${item.unit}`;
  if (item.detail?.of !== 'indicator') return '';
  return (item.kind === 'result' ? item.detail.actualText : item.detail.targetText) ?? '';
}

function ownersOf(item: Item): string {
  const [lead, ...others] = item.owners;
  if (!lead) return '';
  return others.length > 0 ? `${lead.name} +${others.length}` : lead.name;
}

/** The metric says more than the title where it holds it; otherwise it follows the title. */
function nameOf(item: Item, source: string): string {
  const { title, metric } = item;
  const isBareAmount = /^[≥≤约]?[\d.,]+\S{0,4}$/.test(title);
  if (title === '' || isBareAmount || metric.includes(title)) return metric || quote(source, item);
  return metric === '' || title.includes(metric) ? title : `${title} · ${metric}`;
}

function itemRow(item: Item, source: string, voice: Voice): string[] {
  const kind = item.kind === 'task' ? '' : voice.say(words[item.kind]);
  return [item.number, nameOf(item, source), kind, amountOf(item), ownersOf(item), item.deadline ?? ''];
}

function group(family: ItemFamily, items: readonly Item[], view: ReadView, voice: Voice): string[] {
  const shown = view.all ? items : items.slice(0, shownByDefault);
  const room = Math.max(60, view.width);
  const limits = [8, Math.floor(room * 0.46), 6, Math.floor(room * 0.16), Math.floor(room * 0.2), 10];
  const rows = columns(
    shown.map((item) => itemRow(item, view.read.text, voice)),
    limits,
    [3],
  );
  const rest = items.length - shown.length;
  return [
    '',
    voice.paint.bold(`${voice.say(familyWords[family])} ${items.length}`),
    ...rows.map((row) => `  ${row}`),
    ...(rest > 0 ? [voice.paint.dim(`  ${fill(voice.say(words.more), { count: String(rest) })}`)] : []),
  ];
}

function identity(view: ReadView, voice: Voice): string[] {
  const { document } = view.read.reading;
  const about = [document.number, document.issuer, document.date, voice.say(kindWords[document.kind])];
  const size = fill(voice.say(words.characters), { count: String(view.read.text.length) });
  return [
    voice.paint.bold(document.title || view.file),
    [...about, `${view.read.format}, ${size}`].filter((part) => part !== '').join(' · '),
  ];
}

function countLine(reading: Reading, voice: Voice): string {
  return fill(voice.say(words.counts), {
    headings: String(reading.headings.length),
    tables: String(reading.tables.length),
    quantities: String(reading.quantities.length),
    items: String(reading.items.length),
    checks: String(reading.checks.length),
    failed: String(contradictions(reading).length),
    unread: String(reading.unread.length),
  });
}

function tableLines(view: ReadView, voice: Voice): string[] {
  const { tables } = view.read.reading;
  if (tables.length === 0) return [];
  const shown = view.all ? tables : tables.slice(0, shownByDefault);
  const rows = shown.map((table) => [
    table.caption || voice.say(words.untitled),
    fill(voice.say(words.tableSize), {
      rows: String(table.rows.length),
      columns: String(table.header.length || (table.rows[0]?.cells.length ?? 0)),
    }),
  ]);
  const rest = tables.length - shown.length;
  return [
    '',
    voice.paint.bold(`${voice.say(words.tables)} ${tables.length}`),
    ...columns(rows, [Math.floor(view.width * 0.6), 40]).map((row) => `  ${row}`),
    ...(rest > 0 ? [voice.paint.dim(`  ${fill(voice.say(words.more), { count: String(rest) })}`)] : []),
  ];
}

function unreadLines(view: ReadView, voice: Voice): string[] {
  const { unread } = view.read.reading;
  if (unread.length === 0) return [];
  const shown = view.all ? unread : unread.slice(0, shownByDefault);
  const rows = shown.map((one) => {
    const { line, column } = placeOf(view.read.text, one.start);
    return [`${line}:${column}`, voice.say(unreadWords[one.why]), quote(view.read.text, one)];
  });
  const rest = unread.length - shown.length;
  return [
    '',
    voice.paint.bold(`${voice.say(words.unread)} ${unread.length}`),
    ...columns(rows, [10, 24, Math.max(30, view.width - 40)]).map((row) => `  ${row}`),
    ...(rest > 0 ? [voice.paint.dim(`  ${fill(voice.say(words.more), { count: String(rest) })}`)] : []),
  ];
}

function appointmentLines(view: ReadView, voice: Voice): string[] {
  const { appointments } = view.read.reading;
  if (appointments.length === 0) return [];
  const rows = appointments.map(({ action, name, unit, post, number, date }) => [
    voice.say(words[action]),
    name,
    unit + post,
    [number, date].filter((part) => part !== '').join(' '),
  ]);
  return [
    '',
    voice.paint.bold(`${voice.say(words.appointments)} ${appointments.length}`),
    ...columns(rows, [10, 10, Math.max(30, view.width - 60), 36]).map((row) => `  ${row}`),
  ];
}

/** The whole answer for people, as lines. */
export function showReading(view: ReadView, voice: Voice): string[] {
  const { reading, notes } = view.read;
  const families = new Map<ItemFamily, Item[]>(familyOrder.map((family) => [family, []]));
  for (const item of reading.items) {
    const list = families.get(item.family);
    if (list) list.push(item);
    else families.set(item.family, [item]);
  }
  const noteLines = notes.map(({ code, place }) => `  ${fill(voice.say(noteText[code]), { place })}`);
  return [
    ...identity(view, voice),
    countLine(reading, voice),
    ...(noteLines.length > 0 ? ['', voice.paint.bold(voice.say(words.notes)), ...noteLines] : []),
    ...tableLines(view, voice),
    ...[...families].flatMap(([family, items]) =>
      items.length > 0 ? group(family, items, view, voice) : [],
    ),
    ...appointmentLines(view, voice),
    ...unreadLines(view, voice),
  ];
}
