// Loads the sample inspections of the sample city by the acts that people's clicks go through, on days counted from the first start.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { commentKinds } from '../../../core/observe/comment.ts';
import { confidenceWords } from '../../../core/observe/confidence.ts';
import { addDays } from '../../../core/quantity/calendar.ts';
import type { Result } from '../../../core/result.ts';
import { inspectionActions, inspectionKinds, inspectionMethods } from '../../../core/supervise/inspection.ts';
import type { Context } from '../../context.ts';
import { listAllPlaces } from '../../store/jurisdiction.ts';
import { listGrants } from '../../store/people/grant.ts';
import type { Actor } from '../perform.ts';
import { commentOn } from '../remark/comment.ts';
import { nameDay } from '../remark/name-day.ts';
import { sayConfidence } from '../remark/say-confidence.ts';
import { arrangeInspection } from './arrange.ts';
import { moveInspection } from './move-inspection.ts';
import { planInspection } from './plan-inspection.ts';
import { answerInspection, recordFinding } from './record.ts';
import { takeInspector } from './take-inspector.ts';

/** Days before (negative) or after the first start. */
const Offset = z.number().int();
const Service = z.object({ unit: z.string(), from: Offset, until: Offset.nullable() });

const Step = z.object({
  day: Offset,
  by: z.string(),
  action: z.enum(inspectionActions).optional(),
  finding: z.enum(['confirmed', 'contradicted', 'undecided']).optional(),
  answer: z.string().optional(),
  words: z.string().default(''),
  approval: z.string().default(''),
  due: Offset.optional(),
});
type Step = z.infer<typeof Step>;

const Sample = z.object({
  inspectors: z.array(
    z.object({
      login: z.string(),
      fields: z.array(z.string()),
      certificate: z.string(),
      certificateUntil: Offset.default(700),
      services: z.array(Service),
    }),
  ),
  inspections: z.array(
    z.object({
      subject: z.string(),
      unit: z.string(),
      place: z.string(),
      kind: z.enum(inspectionKinds),
      methods: z.array(z.enum(inspectionMethods)),
      from: Offset,
      to: Offset,
      field: z.string(),
      commitment: z.string().nullable(),
      papers: z.array(z.string()),
      /** In the yearly plan that is being drawn up. */
      planned: z.boolean().default(false),
      unannounced: z.boolean().default(false),
      team: z.array(z.string()),
      steps: z.array(Step),
    }),
  ),
  confidence: z.array(
    z.object({
      commitment: z.string(),
      by: z.string(),
      day: Offset,
      word: z.enum(confidenceWords),
      note: z.string(),
    }),
  ),
  comments: z.array(
    z.object({
      commitment: z.string(),
      by: z.string(),
      day: Offset,
      kind: z.enum(commentKinds),
      words: z.string(),
    }),
  ),
});
type Inspection = z.infer<typeof Sample>['inspections'][number];

interface Stage {
  readonly context: Context;
  readonly actorOf: (login: string) => Actor;
  /** The first promise whose title holds the words, of the newest plan that has one. */
  readonly promiseOf: (words: string) => string | undefined;
  readonly placeOf: (name: string) => string;
}

const sure = <T>(what: string, result: Result<T, string>): T => {
  if (!result.ok) throw new Error(`sample of ${what}: ${result.code} ${JSON.stringify(result.params)}`);
  return result.value;
};

/** The same context, on another day at nine in the morning. */
function onDay(context: Context, offset: number): Context {
  const day = addDays(context.today(), offset);
  return { ...context, today: () => day, now: () => new Date(`${day}T09:00:00+08:00`) };
}

async function takeStep(stage: Stage, inspectionId: string, after: number, step: Step): Promise<number> {
  const { day, by, action, finding, answer, words, approval, due } = step;
  const [context, actor] = [onDay(stage.context, day), stage.actorOf(by)];
  const { today } = context;
  if (finding !== undefined) {
    const body = { commitmentId: null, method: 'onSite', outcome: finding, words } as const;
    sure('a finding', await recordFinding(context, actor, inspectionId, body));
  }
  if (answer !== undefined) sure('an answer', await answerInspection(context, actor, inspectionId, answer));
  if (action === undefined) return after;
  const moved = await moveInspection(context, actor, inspectionId, {
    ...{ action, after, words, approval, decision: null },
    unitReceivedOn: action === 'feedBack' ? today() : null,
    dueOn: due === undefined ? null : addDays(stage.context.today(), due),
  });
  return sure(`${action} of an inspection`, moved).number;
}

async function load(stage: Stage, office: Actor, given: Inspection): Promise<void> {
  const { context, actorOf, promiseOf, placeOf } = stage;
  const today = context.today();
  const start = onDay(context, given.steps[0]?.day ?? -3);
  const promise = given.commitment === null ? undefined : promiseOf(given.commitment);
  const { subject, unit, place, kind, methods, field, papers, unannounced, planned } = given;
  const from = addDays(today, given.from);
  const made = await planInspection(start, office, {
    ...{ subject, kind, methods, field, papers, unannounced, byUnit: '', assignment: '', words: '' },
    units: [{ unit, placeId: place === '' ? '' : placeOf(place) }],
    ...{ from, to: addDays(today, given.to), planYear: planned ? Number(from.slice(0, 4)) : null },
    commitmentIds: promise === undefined ? [] : [promise],
  });
  const [inspectionId = ''] = sure(subject, made).inspectionIds;
  const members = given.team.flatMap((login) => actorOf(login).caller.accountId ?? []);
  if (members.length > 0)
    sure(
      `the team of ${subject}`,
      await arrangeInspection(start, office, inspectionId, { what: 'team', members, reason: '' }),
    );
  let after = 1;
  for (const step of given.steps) after = await takeStep(stage, inspectionId, after, step);
}

async function stageOf(context: Context): Promise<Stage> {
  const { db, jurisdiction } = context;
  const accounts = await db
    .selectFrom('account')
    .select(['id', 'login', 'name'])
    .where('jurisdiction_id', '=', jurisdiction)
    .execute();
  const actors = new Map<string, Actor>();
  for (const { id, login, name } of accounts) {
    const grants = (await listGrants(db, jurisdiction, id)).map(
      ({ role, place_id: place, unit, ...days }) => ({
        ...{ role, place, unit, from: days.starts_on, to: days.ends_on },
      }),
    );
    actors.set(login, { caller: { accountId: id, name, grants, scopes: null }, key: null });
  }
  const promises = await db
    .selectFrom('commitment')
    .innerJoin('plan', (join) =>
      join
        .onRef('plan.jurisdiction_id', '=', 'commitment.jurisdiction_id')
        .onRef('plan.id', '=', 'commitment.plan_id'),
    )
    .select(['commitment.id', 'commitment.title'])
    .where('commitment.jurisdiction_id', '=', jurisdiction)
    .orderBy('plan.year', 'desc')
    .orderBy('commitment.position')
    .execute();
  const places = new Map((await listAllPlaces(db, jurisdiction)).map(({ id, name }) => [name, id]));
  return {
    context,
    actorOf: (login) => {
      const actor = actors.get(login);
      if (!actor) throw new Error(`the sample city has no account ${login}`);
      return actor;
    },
    promiseOf: (words) => promises.find(({ title }) => title.includes(words))?.id,
    placeOf: (name) => places.get(name) ?? '',
  };
}

async function loadRemarks(stage: Stage, { confidence, comments }: z.infer<typeof Sample>): Promise<void> {
  for (const { commitment, by, day, word, note } of confidence) {
    const id = stage.promiseOf(commitment);
    if (id !== undefined)
      sure(
        `confidence in ${commitment}`,
        await sayConfidence(onDay(stage.context, day), stage.actorOf(by), id, { word, note }),
      );
  }
  for (const { commitment, by, day, kind, words } of comments) {
    const id = stage.promiseOf(commitment);
    if (id !== undefined)
      sure(
        `a comment on ${commitment}`,
        await commentOn(onDay(stage.context, day), stage.actorOf(by), id, { kind, words }),
      );
  }
}

/** Inspections, pool and remarks of the file in the folder, if there is one. */
export async function loadSampleInspections(context: Context, folder: string): Promise<void> {
  const file = join(folder, 'inspections.json');
  if (!existsSync(file)) return;
  const sample = Sample.parse(JSON.parse(await readFile(file, 'utf8')));
  const stage = await stageOf(context);
  const [office, today] = [stage.actorOf('ducha'), context.today()];
  for (const { login, fields, certificate, certificateUntil, services } of sample.inspectors) {
    const body = {
      ...{ accountId: stage.actorOf(login).caller.accountId ?? '', fields, certificate },
      ...{ certificateUntil: addDays(today, certificateUntil), from: addDays(today, -400), until: null },
      services: services.map(({ unit, from, until }) => ({
        ...{ unit, from: addDays(today, from), until: until === null ? null : addDays(today, until) },
      })),
      interests: [],
    };
    sure(`the inspector ${login}`, await takeInspector(context, office, body));
  }
  for (const inspection of sample.inspections) await load(stage, office, inspection);
  await loadRemarks(stage, sample);
  sure('a named day', await nameDay(context, office, { name: '示例数据载入日', day: today }));
}
