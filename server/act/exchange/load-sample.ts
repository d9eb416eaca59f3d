// Loads the sample exchange: a district's published plan and a demonstration from above as packages, and a consultation under way.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { PlanPackageFile } from '../../../core/contract/exchange.ts';
import type { Caller } from '../../../core/contract/permission.ts';
import { addDays } from '../../../core/quantity/calendar.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import type { Context } from '../../context.ts';
import { promisedTargets } from '../../judge/judge.ts';
import { loadPlan, type PlanFacts } from '../../judge/plan-facts.ts';
import { listConsultationLines } from '../../store/exchange/consultation.ts';
import { listLetters } from '../../store/exchange/letter.ts';
import { listPlaces } from '../../store/jurisdiction.ts';
import { samplePlanOffice, sure } from '../series/load-sample.ts';
import { giveShare } from './give-share.ts';
import { hashOf } from './make-package.ts';
import { moveLetter } from './move-letter.ts';
import { openConsultation } from './open-consultation.ts';
import { metricOf } from './plan-lines.ts';
import { takePackage } from './take-package.ts';

const actor = { caller: samplePlanOffice, key: null };

const Package = z.strictObject({
  isDemonstration: z.boolean(),
  body: PlanPackageFile.omit({ sha256: true }),
});

const Asked = z.strictObject({
  title: z.string(),
  year: z.number().int(),
  lines: z.array(z.strictObject({ metric: z.string(), shares: z.array(z.string().nullable()) })),
  moves: z.array(
    z.strictObject({
      placeId: z.string(),
      action: z.enum(['comment', 'agree']),
      metric: z.string().default(''),
      wanted: z.string().nullable().default(null),
      words: z.string().default(''),
    }),
  ),
});
type Asked = z.infer<typeof Asked>;

async function loadPackage(context: Context, file: string): Promise<void> {
  const { body, isDemonstration } = Package.parse(JSON.parse(await readFile(file, 'utf8')));
  const dated = {
    ...body,
    issuedOn: isoDate(body.issuedOn),
    lines: body.lines.map((line) => ({
      ...line,
      figure: line.figure && { ...line.figure, periodEnd: isoDate(line.figure.periodEnd) },
    })),
  };
  const bytes = Buffer.from(JSON.stringify({ ...dated, sha256: hashOf(dated) }));
  const wish = { mode: 'take', plan: `${body.year}`, isDemonstration } as const;
  sure(await takePackage(context, actor, wish, bytes), file);
}

/** The first numeric target whose name holds the words. */
function lineNamed(facts: PlanFacts, words: string) {
  for (const commitment of facts.commitments)
    for (const target of promisedTargets(facts, commitment)) {
      const metric = metricOf(target, commitment);
      if (metric.includes(words) && target.values.length > 0)
        return { commitmentId: commitment.id, metric, words };
    }
  return null;
}

const districtOf = (place: string): Caller => ({
  ...{ accountId: null, name: '示例', scopes: null },
  grants: [{ role: 'district', place, unit: null, from: isoDate('2020-01-01'), to: null }],
});

async function loadConsultation(context: Context, asked: Asked): Promise<void> {
  const { db, jurisdiction } = context;
  const facts = await loadPlan(context, { plan: `${asked.year}` });
  if (!facts.ok) return;
  const lines = asked.lines.flatMap(({ metric }) => lineNamed(facts.value, metric) ?? []);
  if (lines.length === 0) return;
  const placeIds = (await listPlaces(db, jurisdiction)).map(({ id }) => id);
  const body = { plan: `${asked.year}`, title: asked.title, dueOn: addDays(context.today(), 30), placeIds };
  const given = lines.map(({ commitmentId, metric }) => ({ commitmentId, metric }));
  const { consultationId } = sure(
    await openConsultation(context, actor, { ...body, lines: given }, true),
    asked.title,
  );
  const stored = await listConsultationLines(db, jurisdiction, consultationId);
  const lineId = (words: string): string =>
    stored.find(({ metric }) => words !== '' && metric.includes(words))?.id ?? '';
  for (const { metric, shares } of asked.lines.filter((line) => lineId(line.metric) !== ''))
    for (const [at, value] of shares.entries()) {
      const placeId = placeIds[at];
      if (placeId === undefined || value === null) continue;
      const share = { lineId: lineId(metric), placeId, value, after: 0 };
      sure(await giveShare(context, actor, consultationId, share), metric);
    }
  const letters = await listLetters(db, jurisdiction, { consultationIds: [consultationId] });
  for (const { placeId, action, metric, wanted, words } of asked.moves) {
    const letter = letters.find((each) => each.placeId === placeId);
    if (!letter || (action === 'comment' && lineId(metric) === '')) continue;
    const said = action === 'comment' ? [{ lineId: lineId(metric), wanted, words }] : [];
    const move = { action, after: 1, reason: '', lines: said };
    sure(await moveLetter(context, { caller: districtOf(placeId), key: null }, letter.id, move), placeId);
  }
}

/** Nothing where the folder has no such files. */
export async function loadSampleExchange(context: Context, folder: string): Promise<void> {
  for (const name of ['exchange-330000.json', 'exchange-330114.json'])
    if (existsSync(join(folder, name))) await loadPackage(context, join(folder, name));
  const file = join(folder, 'exchange-consultation.json');
  if (existsSync(file))
    await loadConsultation(context, Asked.parse(JSON.parse(await readFile(file, 'utf8'))));
}
