// Samples of standings: a formula, a published round with one member, typed outcomes.
import { randomUUID } from 'node:crypto';
import type { Formula, RoundState } from '../../../core/assess/standing/formula.ts';
import { rank } from '../../../core/assess/standing/rank.ts';
import { usualFormulas } from '../../../core/assess/standing/usual-formulas.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { getCommitment } from '../../store/commitment.ts';
import { addFormula } from '../../store/standing/formula.ts';
import { addOverride, listOverridesOf } from '../../store/standing/override.ts';
import { addFrozen, addRound, addRoundEvent } from '../../store/standing/round.ts';
import type { Asked, RouteSample } from './kind.fixture.ts';
import { newCommitment } from './plans.fixture.ts';
import type { World } from './world.fixture.ts';

const asOf = isoDate('2024-08-31');
let made = 0;

async function newFormula({ world }: Asked): Promise<Formula> {
  const [usual] = usualFormulas;
  if (!usual) throw new Error('no formula to start from');
  made += 1;
  const body = { ...usual, id: `districts-${made}` };
  await addFormula(world.example.context.db, world.example.context.jurisdiction, { body, recordedBy: null });
  return body;
}

async function newRound(asked: Asked, state: RoundState): Promise<string> {
  const { db, jurisdiction } = asked.world.example.context;
  const formula = await newFormula(asked);
  const id = randomUUID();
  const { planId, stranger: recordedBy } = asked.world;
  await addRound(db, jurisdiction, {
    id,
    name: '八月',
    planId,
    formulaId: formula.id,
    version: 1,
    asOf,
    recordedBy,
  });
  const score = { kind: 'value', value: '90', base: '100' } as const;
  const members = [{ id: 'east', name: '东区', values: { thirdParty: score } }];
  const frozen = { members, standing: rank(formula, members), sha256: '0'.repeat(64) };
  await addFrozen(db, jurisdiction, id, frozen, recordedBy);
  await addRoundEvent(db, jurisdiction, {
    roundId: id,
    number: 1,
    action: 'publish',
    state,
    reason: '',
    recordedBy,
  });
  return id;
}

const someCommitment = (world: World): Promise<string> =>
  newCommitment(world, { leadUnit: '市建委', supportUnits: [] });

async function newOverride(world: World, commitmentId: string): Promise<string> {
  const { db, jurisdiction } = world.example.context;
  const id = randomUUID();
  if (!(await getCommitment(db, jurisdiction, commitmentId))) return id;
  const days = { from: asOf, until: isoDate('2024-12-31') };
  const said = { status: 'onTrack', overruled: 'noJudgement', reason: '资料已到', withdraws: null } as const;
  const number = (await listOverridesOf(db, jurisdiction, commitmentId)).length + 1;
  await addOverride(db, jurisdiction, {
    id,
    commitmentId,
    number,
    ...said,
    ...days,
    recordedBy: world.stranger,
  });
  return id;
}

export const standingSamples = {
  'POST /api/standings/formulas': {
    request: async (asked) => {
      const { version: _first, ...body } = await newFormula(asked);
      return { body };
    },
  },
  'POST /api/standings/facts': {
    request: ({ world: { planId } }) => ({
      body: {
        ...{ planId, ranked: 'district', partId: 'thirdParty', asOf, source: '第三方评估报告' },
        rows: [{ memberId: 'east', value: '90', base: '100' }],
      },
    }),
  },
  'POST /api/standings/rounds': {
    request: async (asked) => {
      const { id: formulaId, version } = await newFormula(asked);
      return { body: { name: '八月', planId: asked.world.planId, formulaId, version, asOf } };
    },
  },
  'GET /api/standings/rounds/:roundId': {
    request: async (asked) => ({ params: { roundId: await newRound(asked, 'published') } }),
  },
  'GET /api/standings/rounds/:roundId/members/:memberId': {
    request: async (asked) => ({ params: { roundId: await newRound(asked, 'published'), memberId: 'east' } }),
  },
  'POST /api/standings/rounds/:roundId/moves': {
    request: async (asked) => ({
      params: { roundId: await newRound(asked, 'published') },
      body: { action: 'withdraw', after: 1, reason: '数据有误' },
    }),
  },
  'POST /api/commitments/:commitmentId/overrides': {
    request: async ({ world, object }) => ({
      ...(object === '' ? { params: { commitmentId: await someCommitment(world) } } : {}),
      body: { status: 'onTrack', reason: '资料已到', from: asOf, until: '2024-12-31' },
    }),
  },
  'POST /api/commitments/:commitmentId/overrides/:overrideId/withdrawal': {
    request: async ({ world, object }) => {
      const commitmentId = object === '' ? await someCommitment(world) : object;
      return { params: { overrideId: await newOverride(world, commitmentId) }, body: { reason: '判断有误' } };
    },
  },
} as const satisfies Readonly<Record<string, RouteSample>>;
