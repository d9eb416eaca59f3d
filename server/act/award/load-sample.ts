// Fills the sample city with awards by the acts that people's clicks go through, each on the day it is told to have happened:
// funds, a batch from proposal to payment, another that waits, a first push, firms being nurtured, a question with its answer.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { PolicyArea } from '../../../core/policy/clause.ts';
import { syntheticCode } from '../../../core/policy/register/file/synthetic.ts';
import { readValue } from '../../../core/policy/value.ts';
import { areaLabel } from '../../../core/policy/words/clause-labels.ts';
import { type IsoDate, isoDate } from '../../../core/quantity/date.ts';
import type { Result } from '../../../core/result.ts';
import type { Context } from '../../context.ts';
import { listPayingLines } from '../../store/award/line.ts';
import { getAccountByLogin } from '../../store/people/account.ts';
import { listGrants } from '../../store/people/grant.ts';
import { answerQuestion, askAbout } from '../claim/ask.ts';
import { addToNurture } from '../nurture/add.ts';
import { moveNurture, type NurtureMoveBody } from '../nurture/move.ts';
import type { Actor } from '../perform.ts';
import { appropriateFund } from './fund.ts';
import { measurePolicies } from './measure.ts';
import { moveBatch } from './move-batch.ts';
import { payAwards } from './pay.ts';
import { proposeBatch } from './propose-batch.ts';
import { pushPolicies } from './push.ts';

const Day = z.string().transform((text) => isoDate(text));
/** Login and day. */
const Step = z.tuple([z.string(), Day]);

const Sample = z.strictObject({
  appropriations: z.array(z.strictObject({ area: z.string(), amount: z.string() })),
  appropriation: z.strictObject({ day: Day, by: z.string(), document: z.string() }),
  batches: z.array(
    z.strictObject({
      day: Day,
      unit: z.string(),
      proposed: Step,
      reviewed: Step.optional(),
      approved: Step.optional(),
      paid: Step.optional(),
    }),
  ),
  push: z.strictObject({ by: z.string(), day: Day, unit: z.string() }),
  nurture: z.strictObject({
    by: z.string(),
    clause: z.string(),
    firms: z.number().int(),
    admitted: Day,
    companions: z.array(z.string()),
    checked: Day,
    told: z.array(z.strictObject({ index: z.number().int(), aboveScaleOn: Day })),
  }),
  question: z.strictObject({
    by: z.string(),
    day: Day,
    clause: z.string(),
    words: z.string(),
    answeredBy: z.string(),
    answeredOn: Day,
    answer: z.string(),
  }),
});
type Sample = z.infer<typeof Sample>;

function done<T>(what: string, result: Result<T, string>): T {
  if (!result.ok) throw new Error(`sample ${what}: ${result.code}`);
  return result.value;
}

const on = (context: Context, day: IsoDate): Context => ({
  ...context,
  today: () => day,
  now: () => new Date(`${day}T10:00:00+08:00`),
});

async function actorOf({ db, jurisdiction }: Context, login: string): Promise<Actor> {
  const account = await getAccountByLogin(db, jurisdiction, login);
  if (!account) throw new Error(`sample awards: no account ${login}`);
  const grants = (await listGrants(db, jurisdiction, account.id)).map((grant) => ({
    ...{
      role: grant.role,
      place: grant.place_id,
      unit: grant.unit,
      from: grant.starts_on,
      to: grant.ends_on,
    },
  }));
  return { caller: { accountId: account.id, name: account.name, grants, scopes: null }, key: null };
}

const isArea = (text: string): text is PolicyArea => Object.hasOwn(areaLabel, text);

async function fund(context: Context, { appropriations, appropriation }: Sample): Promise<void> {
  const actor = await actorOf(context, appropriation.by);
  for (const { area, amount } of appropriations) {
    const value = readValue(amount);
    if (!isArea(area) || typeof value !== 'object') throw new Error(`sample awards: ${area} ${amount}`);
    const given = { area, amount: value.number, document: appropriation.document };
    done('fund', await appropriateFund(on(context, appropriation.day), actor, given));
  }
}

async function batch(context: Context, sample: Sample['batches'][number]): Promise<string> {
  const { day, unit, proposed, reviewed, approved, paid } = sample;
  const [proposer, proposedOn] = proposed;
  const { batchId } = done(
    'batch',
    await proposeBatch(on(context, proposedOn), await actorOf(context, proposer), { day, unit }),
  );
  const steps = [
    ['review', reviewed, 1],
    ['approve', approved, 2],
  ] as const;
  for (const [action, step, after] of steps) {
    if (!step) continue;
    const [login, when] = step;
    const body = { action, after, words: '' };
    done(action, await moveBatch(on(context, when), await actorOf(context, login), batchId, body));
  }
  if (paid) done('payment', await payAwards(on(context, paid[1]), await actorOf(context, paid[0]), batchId));
  return batchId;
}

async function nurture(context: Context, batchId: string, sample: Sample['nurture']): Promise<void> {
  const { db, jurisdiction } = context;
  const actor = await actorOf(context, sample.by);
  const lines = (await listPayingLines(db, jurisdiction, batchId)).filter(
    ({ clauseId }) => clauseId === sample.clause,
  );
  const told = sample.told.map(({ index, aboveScaleOn }) => ({ code: syntheticCode(index), aboveScaleOn }));
  const others = lines
    .filter(({ subject }) => told.every(({ code }) => code !== subject))
    .slice(0, sample.firms)
    .map(({ subject }, at) => ({ code: subject, aboveScaleOn: isoDate(`2024-0${(at % 3) + 1}-1${at % 9}`) }));
  for (const [at, firm] of [...told, ...others].entries()) {
    const { nurtureId } = done('nurture', await addToNurture(on(context, sample.admitted), actor, firm));
    const move = async (
      day: IsoDate,
      body: Partial<NurtureMoveBody> & Pick<NurtureMoveBody, 'action' | 'after'>,
    ) => {
      const blank = { companion: '', year: null, isAboveScale: null, words: '' };
      done(body.action, await moveNurture(on(context, day), actor, nurtureId, { ...blank, ...body }));
    };
    // The last one has just come in: nobody has admitted it yet.
    if (at === told.length + others.length - 1 && at > 0) continue;
    await move(sample.admitted, { action: 'admit', after: 0 });
    const companion = sample.companions[at % sample.companions.length] ?? '';
    await move(sample.admitted, { action: 'assignCompanion', after: 1, companion });
  }
}

async function ask(context: Context, sample: Sample['question']): Promise<void> {
  const { by, day, clause, words, answeredBy, answeredOn, answer } = sample;
  const question = { clauseId: clause, words };
  const { questionId } = done(
    'question',
    await askAbout(on(context, day), await actorOf(context, by), question),
  );
  const office = await actorOf(context, answeredBy);
  done('answer', await answerQuestion(on(context, answeredOn), office, questionId, answer));
}

/** The awards of the folder, if there are some; the register and the clauses must be loaded before. */
export async function loadSampleAwards(context: Context, folder: string): Promise<void> {
  const file = join(folder, 'awards.json');
  if (!existsSync(file)) return;
  const sample = Sample.parse(JSON.parse(await readFile(file, 'utf8')));
  await fund(context, sample);
  const { by, day, unit } = sample.push;
  const pusher = await actorOf(context, by);
  done('push', await pushPolicies(on(context, day), pusher, { day, unit }));
  done('measure', await measurePolicies(on(context, day), pusher, day));
  const batches: string[] = [];
  for (const each of sample.batches) batches.push(await batch(context, each));
  await nurture(context, batches[0] ?? '', sample.nurture);
  await ask(context, sample.question);
}
