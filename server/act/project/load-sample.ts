// Loads the sample projects: published tables as they were printed, and invented projects that say so in their names (演示).
// Their days are counted from today, so that a first look shows work that is due now.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Caller } from '../../../core/contract/permission.ts';
import { blockerKinds } from '../../../core/project/blocker.ts';
import { evidenceKinds } from '../../../core/project/evidence.ts';
import { factors } from '../../../core/project/guarantee.ts';
import { projectKinds, projectLevels, projectLists } from '../../../core/project/project.ts';
import { gateFields, monthHeadings, projectHeadings } from '../../../core/project/project-columns.ts';
import { disagreements } from '../../../core/project/published.ts';
import { addDays, monthEnd, monthOf, yearOf } from '../../../core/quantity/calendar.ts';
import { type IsoDate, isoDate } from '../../../core/quantity/date.ts';
import { projectKindLabel, projectLevelLabel, projectListLabel } from '../../../core/vocabulary/project.ts';
import type { Context } from '../../context.ts';
import { addBlocker, addBlockerEvent } from '../../store/project/blocker.ts';
import { listEntries } from '../../store/project/entry.ts';
import { addEvidence, addGuarantee, addNote } from '../../store/project/work.ts';
import { adoptTable, tablesOf } from './adopt-table.ts';
import { importMonths } from './import-months.ts';
import { importRegister, ownLevel, type TableRead } from './import-register.ts';

/** Days from today: before it where negative. */
const Days = z.record(z.string(), z.number().int());

const SampleProject = z.object({
  name: z.string(),
  kind: z.enum(projectKinds),
  field: z.string(),
  places: z.array(z.string()),
  lead: z.string(),
  owner: z.string(),
  total: z.string(),
  plan: z.string().nullable(),
  before: z.string().nullable(),
  passed: Days,
  planned: Days,
  /** Investment done ÷ what an even year would have brought. */
  pace: z.number(),
  picture: z.string(),
  physical: z.string().default(''),
  levels: z.array(z.enum(projectLevels)),
  lists: z.array(z.enum(projectLists)),
  funding: z.string(),
  government: z.boolean(),
  blockers: z
    .array(
      z.object({
        kind: z.enum(blockerKinds),
        words: z.string(),
        age: z.number().int(),
        unit: z.string().optional(),
        due: z.number().int().optional(),
      }),
    )
    .default([]),
  guarantees: z
    .array(
      z.object({
        factor: z.enum(factors),
        kind: z.enum(['asked', 'granted']),
        amount: z.string(),
        unit: z.string(),
        source: z.string(),
        ago: z.number().int(),
      }),
    )
    .default([]),
  evidence: z
    .array(
      z.object({
        kind: z.enum(evidenceKinds),
        ago: z.number().int(),
        activity: z.enum(['active', 'idle', 'unclear']),
        physical: z.string().nullable(),
        source: z.string(),
        words: z.string(),
      }),
    )
    .default([]),
  notes: z
    .array(
      z.object({
        kind: z.enum(['risk', 'measure', 'next', 'confidence']),
        confidence: z.enum(['sure', 'likely', 'doubtful']).nullable().default(null),
        words: z.string(),
      }),
    )
    .default([]),
});
type SampleProject = z.infer<typeof SampleProject>;

const Sample = z.object({ adopt: z.array(z.string()), projects: z.array(SampleProject) });

const office: Caller = {
  ...{ accountId: null, name: '示例', scopes: null },
  grants: [{ role: 'planOffice', place: null, unit: null, from: isoDate('2020-01-01'), to: null }],
};
const actor = { caller: office, key: null };

const explanation = '示例：按公布数采用。跨区合作区项目两区均作计数（原表注）；占比差异按原文保留';

async function adoptTables(context: Context, files: readonly string[]): Promise<void> {
  const { db, jurisdiction } = context;
  for (const file of files) {
    const document = await db
      .selectFrom('document')
      .select('id')
      .where('jurisdiction_id', '=', jurisdiction)
      .where('file_name', '=', file)
      .executeTakeFirst();
    for (const table of document ? ((await tablesOf(context, document.id)) ?? []) : []) {
      const body = { documentId: document?.id ?? '', caption: table.caption, year: table.year ?? 2024 };
      const asked = disagreements(table).length > 0;
      await adoptTable(context, actor, { ...body, explanation: asked ? explanation : '' });
    }
  }
}

/** Nothing is left of a sample that the rules refuse: the file is mended instead. */
function whole(read: Awaited<ReturnType<typeof importRegister>>, what: string): TableRead {
  if (read.ok && read.value.refused.length === 0) return read.value;
  const [first] = read.ok ? read.value.refused : [];
  throw new Error(
    `sample ${what}: ${read.ok ? `${first?.code} ${JSON.stringify(first?.params)}` : read.code}`,
  );
}

function registerRow(sample: SampleProject, at: number, today: IsoDate): Readonly<Record<string, string>> {
  const day = (days: number | undefined): string => (days === undefined ? '' : addDays(today, days));
  const first = sample.passed.started ?? 0;
  const dates = Object.entries(gateFields).flatMap(([gate, { planned, passed }]) => [
    [planned, day(sample.planned[gate])],
    [passed, day(sample.passed[gate])],
  ]);
  const code = `2401-330100-04-01-${900_001 + at}`;
  return {
    code: sample.kind === 'reserve' ? '' : code,
    ...{ name: sample.name, content: sample.picture, kind: projectKindLabel[sample.kind].zh },
    levels: sample.levels.map((level) => projectLevelLabel[level].zh).join('、'),
    lists: sample.lists.map((list) => projectListLabel[list].zh).join('、'),
    place: sample.places.map((place) => (place === ownLevel.id ? ownLevel.zh : place)).join('、'),
    ...{ field: sample.field, ownerUnit: sample.owner, leadUnit: sample.lead, total: sample.total },
    ...{ annualPlan: sample.plan ?? '', beforeYear: sample.before ?? '', financing: sample.funding },
    governmentFunded: sample.government ? '是' : '',
    approvedOn: day(first - 60),
    explanation: sample.government && !/\d/.test(sample.funding) ? '示例' : '',
    ...Object.fromEntries(dates),
  };
}

const sheetOf = (
  headings: Readonly<Record<string, readonly string[]>>,
  rows: readonly Readonly<Record<string, string>>[],
) => {
  const fields = Object.keys(headings);
  return [
    {
      name: '示例',
      rows: [
        fields.map((field) => headings[field]?.[0] ?? ''),
        ...rows.map((row) => fields.map((field) => row[field] ?? '')),
      ],
    },
  ];
};

/** Months of the year that are over, each with the investment that the project's pace has brought until then. */
function monthRows(sample: SampleProject, today: IsoDate): readonly Readonly<Record<string, string>>[] {
  const [year, plan] = [yearOf(today), Number(sample.plan ?? 0)];
  if (plan === 0 || sample.pace === 0) return [];
  const months = Array.from({ length: 12 }, (_, at) => monthEnd(year, at + 1)).filter((end) => end <= today);
  return months.map((end, at) => ({
    name: sample.name,
    month: end.slice(0, 7),
    sinceJanuary: ((plan * sample.pace * monthOf(end)) / 12).toFixed(2),
    picture: at === months.length - 1 ? sample.picture : '',
    physical: at === months.length - 1 ? sample.physical : '',
    explanation: '示例',
  }));
}

async function addWork(context: Context, sample: SampleProject, projectId: string): Promise<void> {
  const { db, jurisdiction } = context;
  const today = context.today();
  for (const { kind, words, age, unit, due } of sample.blockers) {
    const id = randomUUID();
    const raised = { id, projectId, kind, words, raisedOn: addDays(today, -age) };
    await addBlocker(db, jurisdiction, raised, null);
    if (unit === undefined || due === undefined) continue;
    const event = { blockerId: id, number: 1, action: 'assign', state: 'assigned', unit } as const;
    const days = { dueOn: addDays(today, due), happenedOn: addDays(today, 3 - age) };
    await addBlockerEvent(db, jurisdiction, { ...event, ...days, words: '示例' }, null);
  }
  for (const { ago, ...given } of sample.guarantees) {
    const entry = { ...given, id: randomUUID(), projectId, day: addDays(today, -ago) };
    await addGuarantee(db, jurisdiction, entry, null);
  }
  for (const { ago, ...given } of sample.evidence) {
    const row = { ...given, id: randomUUID(), projectId, observedOn: addDays(today, -ago) };
    await addEvidence(db, jurisdiction, row, null);
  }
  for (const note of sample.notes)
    await addNote(db, jurisdiction, { ...note, id: randomUUID(), projectId }, null);
}

/** Projects of the file in the folder, if there is one. */
export async function loadSampleProjects(context: Context, folder: string): Promise<void> {
  const file = join(folder, 'projects.json');
  if (!existsSync(file)) return;
  const { adopt, projects } = Sample.parse(JSON.parse(await readFile(file, 'utf8')));
  await adoptTables(context, adopt);
  const today = context.today();
  const wish = { year: yearOf(today), mode: 'take' } as const;
  const register = sheetOf(
    projectHeadings,
    projects.map((sample, at) => registerRow(sample, at, today)),
  );
  whole(await importRegister(context, actor, wish, register), 'projects');
  const months = projects.flatMap((sample) => monthRows(sample, today));
  if (months.length > 0)
    whole(await importMonths(context, actor, wish, sheetOf(monthHeadings, months)), 'months');
  const entries = await listEntries(context.db, context.jurisdiction, wish.year);
  const idOf = new Map(entries.map(({ name, id }) => [name, id]));
  for (const sample of projects) await addWork(context, sample, idOf.get(sample.name) ?? '');
}
