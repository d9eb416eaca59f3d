// A tiny reader for tests of acts: one line, one item. The real reader has tests of its own.
//   目标 <number> <metric> <value> <unit> <lead unit>      结果 <metric> <value> <unit>      任务 <title> <lead unit>
import { randomUUID } from 'node:crypto';
import { isoDate } from '../../core/quantity/date.ts';
import type { Item, Reading } from '../../core/read/reading.ts';
import { fail, succeed } from '../../core/result.ts';
import type { Context, ReadBytes } from '../context.ts';
import { addJurisdiction } from '../store/jurisdiction.ts';
import { freshStore, type TestStore } from '../store/test-store.fixture.ts';
import { addDocument } from './add-document.ts';

const blankItem: Omit<Item, 'start' | 'end' | 'kind' | 'family'> = {
  number: '',
  title: '',
  metric: '',
  comparator: null,
  value: null,
  unit: '',
  direction: 'none',
  relative: null,
  relativeType: null,
  force: null,
  modality: null,
  owners: [],
  official: null,
  deadline: null,
  milestones: [],
  allocations: [],
  section: '',
};

const lead = (name: string | undefined): Item['owners'] =>
  name ? [{ name, role: 'lead', group: false }] : [];

function itemOf(line: string, start: number): Item | null {
  const [what, ...words] = line.split(' ');
  const span = { start, end: start + line.length };
  if (what === '目标') {
    const [number = '', metric = '', value, unit = '', unitName] = words;
    const target = { ...blankItem, number, title: metric, metric, value: Number(value), unit };
    return {
      ...target,
      ...span,
      kind: 'target',
      family: 'livelihood',
      comparator: 'eq',
      owners: lead(unitName),
    };
  }
  if (what === '结果') {
    const [metric = '', value, unit = ''] = words;
    return {
      ...blankItem,
      ...span,
      kind: 'result',
      family: 'text',
      metric,
      title: metric,
      value: Number(value),
      unit,
    };
  }
  if (what === '任务') {
    const [title = '', unitName] = words;
    return { ...blankItem, ...span, kind: 'task', family: 'task', title, owners: lead(unitName) };
  }
  return null;
}

/** First line: title, number and date, by spaces. */
const readLines: ReadBytes = async (bytes, _name, _options, onStage) => {
  const text = Buffer.from(bytes).toString('utf8');
  onStage('reading');
  if (text.startsWith('坏')) return fail('document.damaged', { place: '1' });
  const [title = '', number = '', date = ''] = (text.split('\n')[0] ?? '').split(' ');
  const items: Item[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const item = itemOf(line, start);
    if (item) items.push(item);
    start += line.length + 1;
  }
  const document = { title, number, issuer: '', date, kind: 'decomposition' } as const;
  const rest = { headings: [], tables: [], quantities: [], checks: [], unread: [], appointments: [] };
  const reading: Reading = { document, items, ...rest };
  const notes = text.startsWith('猜') ? [{ code: 'encodingGuessed', place: 'GB18030' } as const] : [];
  return succeed({ text, mediaType: 'text/plain', reading, notes });
};

export interface Example {
  readonly store: TestStore;
  readonly context: Context;
  /** Adds a document of these lines and gives its id. */
  add(...lines: string[]): Promise<string>;
}

/** An example city in a database of its own. */
export async function openExample(): Promise<Example> {
  const store = await freshStore();
  const jurisdiction = 'example';
  await addJurisdiction(store.db, { id: jurisdiction, name: '示例市', nameEn: 'Example' });
  const context: Context = {
    db: store.db,
    jurisdiction,
    readBytes: readLines,
    today: () => isoDate('2024-09-01'),
    now: () => new Date('2024-09-01T09:00:00+08:00'),
  };
  return {
    store,
    context,
    add: async (...lines) => {
      const name = `${randomUUID()}.txt`;
      const added = await addDocument(context, { name, bytes: Buffer.from(lines.join('\n')) });
      if (!added.ok) throw new Error(added.code);
      return added.value.documentId;
    },
  };
}
