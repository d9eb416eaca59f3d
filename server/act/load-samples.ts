// Loads the sample city into an empty database, by the same acts that a person's clicks go through. All or nothing.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { z } from 'zod';
import { type Context, inTransaction, type ReadBytes } from '../context.ts';
import { getDocumentFindings } from '../store/document.ts';
import { listItems } from '../store/item.ts';
import { addJurisdiction, addPlaces, addUnitAliases, getJurisdiction } from '../store/jurisdiction.ts';
import { getPlanOfYear } from '../store/plan.ts';
import { addSampleAccounts, SampleAccount } from './account/sample-accounts.ts';
import { addDocument } from './add-document.ts';
import { loadSampleBudgets } from './budget/load-sample.ts';
import { decideItems, type ItemDecision } from './decide-items.ts';
import { loadSampleExchange } from './exchange/load-sample.ts';
import { loadSampleInspections } from './inspection/load-sample.ts';
import { loadSampleMessages } from './message/load-sample.ts';
import { loadSampleProjects } from './project/load-sample.ts';
import { proposals } from './propose.ts';
import { loadSampleSeries } from './series/load-sample.ts';
import { loadSampleSites } from './site/load-sample.ts';

const City = z.object({
  jurisdiction: z.object({ id: z.string().min(1), name: z.string(), nameEn: z.string().default('') }),
  documents: z.array(
    z.object({
      file: z.string(),
      planYear: z.number().int(),
      /** Everything, or only the results of a report. */
      adopt: z.enum(['all', 'results', 'none']),
      /** False for a list that stands on its own (the tasks of a work report), even where it repeats an indicator. */
      merge: z.boolean().default(true),
    }),
  ),
  places: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        nameEn: z.string().default(''),
        kind: z.enum(['district', 'county', 'zone', 'street']),
        tile: z.tuple([z.number(), z.number()]).nullable().default(null),
        in: z.string().nullable().default(null),
      }),
    )
    .default([]),
  units: z.array(z.object({ name: z.string(), aliases: z.array(z.string()) })).default([]),
  accounts: z.array(SampleAccount).default([]),
});
type City = z.infer<typeof City>;

const emptyCity: City = {
  jurisdiction: { id: 'local', name: '本地', nameEn: 'Local' },
  documents: [],
  places: [],
  units: [],
  accounts: [],
};

/** What is as like as this is merged without asking; a person who adopts by hand sees every proposal. */
const surelySame = 0.8;

async function decide(
  context: Context,
  documentId: string,
  { planYear, adopt, merge }: City['documents'][number],
): Promise<void> {
  const { db, jurisdiction } = context;
  const [items, document, plan] = await Promise.all([
    listItems(db, jurisdiction, documentId),
    getDocumentFindings(db, jurisdiction, documentId),
    getPlanOfYear(db, jurisdiction, planYear),
  ]);
  const wanted = items.filter(({ body }) => adopt === 'all' || body.kind === 'result');
  if (adopt === 'none' || wanted.length === 0 || !document) return;
  const from = { year: planYear, text: document.text, headings: document.headings, items: wanted };
  const proposed =
    plan && merge
      ? await proposals(context, { ...from, planId: plan.id, ownCommitments: new Set() })
      : new Map<string, never>();
  const decisions = wanted.map(({ id, body }): ItemDecision => {
    const same = proposed.get(id);
    return body.kind !== 'result' && same && same.isPlain && same.score >= surelySame
      ? { itemId: id, decision: 'merge', commitmentId: same.commitmentId }
      : { itemId: id, decision: 'adopt' };
  });
  const decided = await decideItems(context, documentId, { planYear, decisions });
  if (!decided.ok) throw new Error(`sample document ${documentId}: ${decided.code}`);
}

/** All files are read at once, as many as there are workers for; they are stored in their order. */
async function readAhead(
  readBytes: ReadBytes,
  folder: string,
  documents: City['documents'],
): Promise<ReadBytes> {
  const files = await Promise.all(
    documents.map(async ({ file }) => [file, await readFile(join(folder, file))] as const),
  );
  const read = new Map(files.map(([file, bytes]) => [file, readBytes(bytes, file, {}, () => {})]));
  return (bytes, name, options, onStage) => read.get(name) ?? readBytes(bytes, name, options, onStage);
}

async function loadDocument(
  context: Context,
  folder: string,
  document: City['documents'][number],
): Promise<void> {
  const bytes = await readFile(join(folder, document.file));
  const added = await addDocument(context, { name: document.file, bytes });
  if (!added.ok) throw new Error(`sample document ${document.file}: ${added.code}`);
  await decide(context, added.value.documentId, document);
}

export interface Loaded {
  readonly jurisdiction: string;
  /** Filled just now: the database knows nothing about its tables yet and would plan badly. */
  readonly isNew: boolean;
}

/** The jurisdiction of this database; an empty one is filled from the folder first. */
export async function loadSamples(
  context: Context,
  folder: string,
  say: (line: string) => void,
): Promise<Loaded> {
  const present = await getJurisdiction(context.db);
  if (present) return { jurisdiction: present.jurisdiction_id, isNew: false };
  const jurisdiction = await inTransaction(context, async (inside) => {
    const { db } = inside;
    await sql`SELECT pg_advisory_xact_lock(hashtextextended('bihuan samples', 0))`.execute(db);
    const meanwhile = await getJurisdiction(db); // another server on the same database was faster
    if (meanwhile) return meanwhile.jurisdiction_id;
    const file = join(folder, 'city.json');
    const city = existsSync(file) ? City.parse(JSON.parse(await readFile(file, 'utf8'))) : emptyCity;
    const { id, name } = city.jurisdiction;
    if (city.documents.length > 0)
      say(`正在载入示例城市 ${name}（${city.documents.length} 份文件）… / loading the sample city …`);
    await addJurisdiction(db, city.jurisdiction);
    await addPlaces(db, id, city.places);
    const aliases = city.units.flatMap((unit) => unit.aliases.map((alias) => ({ alias, name: unit.name })));
    await addUnitAliases(db, id, aliases);
    await addSampleAccounts({ ...inside, jurisdiction: id }, city.accounts);
    const readBytes = await readAhead(context.readBytes, folder, city.documents);
    for (const document of city.documents)
      await loadDocument({ ...inside, jurisdiction: id, readBytes }, folder, document);
    await loadSampleSites({ ...inside, jurisdiction: id }, folder);
    await loadSampleBudgets({ ...inside, jurisdiction: id }, folder);
    await loadSampleInspections({ ...inside, jurisdiction: id }, folder);
    await loadSampleSeries({ ...inside, jurisdiction: id }, folder);
    await loadSampleExchange({ ...inside, jurisdiction: id }, folder);
    await loadSampleProjects({ ...inside, jurisdiction: id }, folder);
    await loadSampleMessages({ ...inside, jurisdiction: id });
    return id;
  });
  return { jurisdiction, isNew: true };
}
