// Samples of a person's words beside a rate: comments, their ends, confidence, names for days.
import { randomUUID } from 'node:crypto';
import { isoDate } from '../../../core/quantity/date.ts';
import { getCommitment } from '../../store/commitment.ts';
import { addComment } from '../../store/remark/comment.ts';
import { addStep } from '../../store/step.ts';
import type { Asked, RouteSample } from './kind.fixture.ts';
import { newCommitment } from './plans.fixture.ts';

async function endRequest({ world, object }: Asked) {
  const { db, jurisdiction } = world.example.context;
  const commentId = randomUUID();
  if (await getCommitment(db, jurisdiction, object))
    await addComment(db, jurisdiction, {
      ...{ id: commentId, commitmentId: object, kind: 'risk', words: '用地未批' },
      ...{ saidOn: isoDate('2024-09-01'), recordedBy: world.stranger },
    });
  return { params: { commentId }, body: { words: '用地已批' } };
}

async function moveRequest({ world, object }: Asked) {
  const { db, jurisdiction } = world.example.context;
  const id = randomUUID();
  if (await getCommitment(db, jurisdiction, object))
    await addStep(db, jurisdiction, {
      ...{ id, commitmentId: object, title: '完成选址', unit: '市建委' },
      ...{ dueOn: isoDate('2024-09-30'), recordedBy: world.stranger },
    });
  return { params: { stepId: id }, body: { action: 'finish', words: '', dueOn: null, after: 0 } };
}

let made = 0;

export const remarkSamples = {
  'GET /api/commitments/:commitmentId/remarks': {
    request: async ({ world }) => ({
      params: { commitmentId: await newCommitment(world, { leadUnit: '市建委', supportUnits: [] }) },
    }),
  },
  'POST /api/commitments/:commitmentId/comments': {
    request: () => ({ body: { kind: 'progress', words: '已完成 12 个' } }),
  },
  'POST /api/commitments/:commitmentId/comments/:commentId/end': { request: endRequest },
  'POST /api/commitments/:commitmentId/confidence': {
    request: () => ({ body: { word: 'reachable', note: '' } }),
  },
  'GET /api/commitments/:commitmentId/steps': {
    request: async ({ world }) => ({
      params: { commitmentId: await newCommitment(world, { leadUnit: '市建委', supportUnits: [] }) },
    }),
  },
  'POST /api/commitments/:commitmentId/steps': {
    request: () => ({ body: { title: '完成选址', unit: '市建委', dueOn: '2024-09-30' } }),
    alsoFine: { 422: 'the unit is not one of the promise' },
  },
  'POST /api/commitments/:commitmentId/steps/:stepId/moves': {
    request: moveRequest,
    alsoFine: { 403: 'the step is another unit’s; step.test.ts' },
  },
  'POST /api/named-days': {
    request: () => {
      made += 1;
      return { body: { name: `示例时点${made}`, day: '2024-06-30' } };
    },
  },
} as const satisfies Readonly<Record<string, RouteSample>>;
