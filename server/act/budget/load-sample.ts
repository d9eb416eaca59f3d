// Loads the sample city's money: the published budget report through the same review that a person does, facts of funds won and
// money announced, and lines that say in their names that they are a demonstration.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { z } from 'zod';
import { budgetBooks, budgetLevels } from '../../../core/budget/book.ts';
import { wonKinds } from '../../../core/budget/won.ts';
import type { Caller } from '../../../core/contract/permission.ts';
import { printed, sumOf } from '../../../core/project/money.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import type { Context } from '../../context.ts';
import { addAnnouncements, addCuts } from '../../store/budget/announced.ts';
import { addEntries, type NewEntry } from '../../store/budget/entry.ts';
import { addLines, type KeptLine, listLines } from '../../store/budget/line.ts';
import { addLinks, type NewLink } from '../../store/budget/link.ts';
import { keepResolution } from '../../store/budget/resolution.ts';
import { addBudgetEntry } from './add-entry.ts';
import { addWonFund, addWonStock } from './add-won.ts';
import { decideStatements } from './decide-statements.ts';
import { readStatements } from './read-statements.ts';

const DayText = z.string().transform((text) => isoDate(text));
const Named = z.object({ number: z.string(), adoptedOn: DayText });
const Area = z.object({
  area: z.string(),
  ref: z.string(),
  amount: z.string().nullable(),
  lines: z.array(z.string()).default([]),
});
const CutLine = z.object({
  name: z.string(),
  code: z.string(),
  economic: z.string(),
  approved: z.string(),
  december: z.string(),
});
const Money = z.object({
  document: z.string(),
  resolutions: z.object({ approved2023: Named, revised2023: Named, approved2024: Named }),
  executed: z.array(
    z.object({
      year: z.number(),
      book: z.enum(budgetBooks),
      level: z.enum(budgetLevels),
      key: z.string(),
      day: DayText,
      amount: z.string(),
      explanation: z.string(),
    }),
  ),
  demonstration: z.object({
    year: z.number(),
    parent: z.object({ name: z.string() }),
    lines: z.array(CutLine.extend({ june: z.string(), livelihood: z.string().nullable() })),
    cuts: z.array(
      z.object({
        metric: z.string(),
        percent: z.string(),
        base: z.string().nullable(),
        line: CutLine.nullable(),
      }),
    ),
    cutSource: z.string(),
  }),
  won: z.array(
    z.object({
      kind: z.enum(wonKinds),
      year: z.number(),
      batch: z.string(),
      day: DayText,
      amount: z.string(),
      share: z.string().nullable().default(null),
      used: z.string().nullable().default(null),
      source: z.string(),
      explanation: z.string().default(''),
    }),
  ),
  stock: z.array(
    z.object({
      kind: z.enum(wonKinds),
      year: z.number(),
      projects: z.number().nullable(),
      wanted: z.string().nullable(),
      source: z.string(),
    }),
  ),
  announced: z.array(
    z.object({ document: z.string(), year: z.number(), net: z.string().nullable(), areas: z.array(Area) }),
  ),
});
type Money = z.infer<typeof Money>;

const sampleOffice: Caller = {
  ...{ accountId: null, name: '示例', scopes: null },
  grants: [{ role: 'finance', place: null, unit: null, from: isoDate('2020-01-01'), to: null }],
};
const actor = { caller: sampleOffice, key: null };

const findDocument = async ({ db, jurisdiction }: Context, file: string) =>
  db
    .selectFrom('document')
    .select('id')
    .where('jurisdiction_id', '=', jurisdiction)
    .where('file_name', '=', file)
    .executeTakeFirst();

/** 2023 as executed, with the adjustments that its footnotes tell; 2024 as approved. */
async function takeReport(context: Context, documentId: string, { resolutions }: Money): Promise<void> {
  const found = await readStatements(context, documentId);
  for (const year of [2023, 2024]) {
    const statements = (found?.statements ?? []).filter((statement) => statement.year === year);
    const decided = await decideStatements(context, actor, documentId, {
      statements: statements.map(({ basis, level, book }) => ({ year, basis, level, book })),
      decision: 'adopt',
      approved: year === 2023 ? resolutions.approved2023 : resolutions.approved2024,
      revised: year === 2023 ? resolutions.revised2023 : null,
      reason: '',
    });
    if (!decided.ok) throw new Error(`sample budget ${year}: ${decided.code}`);
  }
}

async function reportExecution(context: Context, { executed }: Money): Promise<void> {
  for (const { year, book, level, key, day, amount, explanation } of executed) {
    const line = (await listLines(context.db, context.jurisdiction, { year, book, level })).find(
      (each) => each.key === key,
    );
    if (!line) throw new Error(`sample budget: no line ${key}`);
    const body = {
      version: 'executed',
      amount,
      day,
      resolution: null,
      specialTransfer: false,
      explanation,
      after: 1,
    } as const;
    const added = await addBudgetEntry(context, actor, line.id, body);
    if (!added.ok) throw new Error(`sample budget ${key}: ${added.code}`);
  }
}

/** Lines for demonstration and their versions; the parent's numbers are the sums of its parts. */
async function demonstrate(
  context: Context,
  { demonstration, resolutions }: Money,
): Promise<ReadonlyMap<string, string>> {
  const { db, jurisdiction } = context;
  const { year, parent, lines, cuts } = demonstration;
  const resolutionId = await keepResolution(
    db,
    jurisdiction,
    { body: 'congress', ...resolutions.approved2024 },
    null,
  );
  const shared = {
    year,
    book: 'generalPublic',
    level: 'ownLevel',
    side: 'expenditure',
    key: '',
    sample: true,
  } as const;
  const top: KeptLine = {
    ...{ ...shared, id: randomUUID(), name: parent.name, parentId: null },
    ...{ functionCode: null, economicCode: null, basic: false },
  };
  const plain = { specialTransfer: false, explanation: '演示数据', origin: null };
  const entry = (
    lineId: string,
    number: number,
    version: NewEntry['version'],
    amount: string,
    day: string,
  ): NewEntry => ({
    ...{ lineId, number, version, amount, day: isoDate(day), ...plain },
    resolutionId: version === 'approved' ? resolutionId : null,
  });
  const all = [
    ...lines.map((line) => ({ ...line, parentId: top.id })),
    ...cuts.flatMap(({ line }) => (line ? [{ ...line, june: null, parentId: null }] : [])),
  ];
  const kept = all.map((line) => ({
    line,
    row: {
      ...{ ...shared, id: randomUUID(), name: line.name, parentId: line.parentId },
      ...{ functionCode: line.code, economicCode: line.economic, basic: false },
    } satisfies KeptLine,
  }));
  const sum = (of: 'approved' | 'june' | 'december'): string =>
    printed(sumOf(lines.map((line) => line[of])).sum);
  const approvedOn = resolutions.approved2024.adoptedOn;
  await addLines(db, jurisdiction, [top, ...kept.map(({ row }) => row)], null);
  await addEntries(
    db,
    jurisdiction,
    [
      entry(top.id, 1, 'approved', sum('approved'), approvedOn),
      entry(top.id, 2, 'executed', sum('june'), `${year}-06-30`),
      entry(top.id, 3, 'executed', sum('december'), `${year}-12-31`),
      ...kept.flatMap(({ line, row }) => [
        entry(row.id, 1, 'approved', line.approved, approvedOn),
        ...(line.june === null ? [] : [entry(row.id, 2, 'executed', line.june, `${year}-06-30`)]),
        entry(row.id, line.june === null ? 2 : 3, 'executed', line.december, `${year}-12-31`),
      ]),
    ],
    null,
  );
  return new Map([[top.name, top.id], ...kept.map(({ row }) => [row.name, row.id] as const)]);
}

/** Promises of the plan by kind and number, for links that the sample file names by number. */
async function promisesByNumber(
  { db, jurisdiction }: Context,
  year: number,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; kind: string; number: string }>`
    SELECT commitment.id, commitment.kind, commitment.number FROM commitment
    JOIN plan ON plan.jurisdiction_id = commitment.jurisdiction_id AND plan.id = commitment.plan_id
    WHERE commitment.jurisdiction_id = ${jurisdiction} AND plan.year = ${year}
    ORDER BY commitment.position DESC`.execute(db);
  return new Map(rows.map(({ id, kind, number }) => [`${kind} ${number.replace(/\.$/, '')}`, id]));
}

async function link(
  context: Context,
  { demonstration, announced }: Money,
  lines: ReadonlyMap<string, string>,
): Promise<void> {
  const { db, jurisdiction } = context;
  const promises = await promisesByNumber(context, demonstration.year);
  const links: NewLink[] = [];
  const accept = (
    lineId: string | undefined,
    kind: 'commitment' | 'announcement',
    id: string | undefined,
  ): void => {
    if (lineId !== undefined && id !== undefined)
      links.push({
        source: { kind: 'line', id: lineId },
        target: { kind, id },
        number: 1,
        decision: 'accept',
        reason: '演示',
      });
  };
  for (const { name, livelihood } of demonstration.lines)
    if (livelihood !== null) accept(lines.get(name), 'commitment', promises.get(`livelihood ${livelihood}`));
  for (const { document, year, net, areas } of announced) {
    const rows = areas.map((area) => ({ id: randomUUID(), ...area }));
    const own = { document, year };
    await addAnnouncements(
      db,
      jurisdiction,
      [
        ...rows.map(({ id, area, ref, amount }, at) => ({ id, ...own, position: at + 1, area, ref, amount })),
        ...(net === null ? [] : [{ id: randomUUID(), ...own, position: 0, area: '', ref: '', amount: net }]),
      ].map((row) => ({ ...row, source: '', explanation: '' })),
      null,
    );
    for (const row of rows) for (const name of row.lines) accept(lines.get(name), 'announcement', row.id);
  }
  await addLinks(db, jurisdiction, links, null);
  await addCuts(
    db,
    jurisdiction,
    demonstration.cuts.map(({ metric, percent, base, line }) => ({
      ...{ id: randomUUID(), year: demonstration.year, metric, percent, base },
      lineId: line ? (lines.get(line.name) ?? null) : null,
      commitmentId: promises.get('task 26') ?? null,
      ...{ source: demonstration.cutSource, sample: true, explanation: '' },
    })),
    null,
  );
}

export async function loadSampleBudgets(context: Context, folder: string): Promise<void> {
  const file = join(folder, 'budgets.json');
  if (!existsSync(file)) return;
  const money = Money.parse(JSON.parse(await readFile(file, 'utf8')));
  const document = await findDocument(context, money.document);
  if (!document) return;
  await takeReport(context, document.id, money);
  await reportExecution(context, money);
  const lines = await demonstrate(context, money);
  await link(context, money, lines);
  for (const { share, ...won } of money.won) {
    const added = await addWonFund(context, actor, { ...won, province: null, printedShare: share });
    if (!added.ok) throw new Error(`sample fund ${won.batch}: ${added.code}`);
  }
  for (const stock of money.stock) {
    const added = await addWonStock(context, actor, stock);
    if (!added.ok) throw new Error(`sample stock ${stock.kind}: ${added.code}`);
  }
}
