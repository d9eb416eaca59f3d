// What a person has to do: the modules that its roles have, most pressing rows first, what others wait for before what one watches.
import { type Caller, isAllowed } from '../../../core/contract/permission.ts';
import { type Result, succeed } from '../../../core/result.ts';
import { clockKindLabel } from '../../../core/vocabulary/supervise.ts';
import { workModules } from '../../../core/vocabulary/work.ts';
import type { Context } from '../../context.ts';
import { loadPlan } from '../../judge/plan-facts.ts';
import { getInbox } from '../message/inbox.ts';
import { getAgenda } from '../supervise/agenda.ts';
import { deskWork } from './desk.ts';
import { partIfAny, partOf, same, type Work, type WorkPart } from './part.ts';
import { planWork } from './plan.ts';

type AgendaRow = Extract<Awaited<ReturnType<typeof getAgenda>>, { ok: true }>['value']['rows'][number];

const ofNotices: ReadonlySet<AgendaRow['kind']> = new Set([
  'answer',
  'answerReview',
  'remedy',
  'extensionDecision',
]);

/** Where each kind of clock is stopped. */
function pathOfClock({ kind, subjectId }: AgendaRow): string {
  if (kind === 'commitment') return `/commitments/${subjectId}`;
  if (kind === 'report') return '/figures';
  if (kind === 'acceptance' || kind === 'verification') return '/reports';
  if (kind === 'upkeep' || kind === 'lead') return '/sites';
  return ofNotices.has(kind) ? `/notices/${subjectId}` : `/inspections/${subjectId}`;
}

/** Clocks that wait for this person. A promise of its own stands among what is led, and what runs for long is not pressing. */
async function dueWork(context: Context, caller: Caller): Promise<WorkPart | null> {
  if (!isAllowed(caller, 'notice.read')) return null;
  const agenda = await getAgenda(context, caller, { asOf: context.today() });
  if (!agenda.ok) return null;
  const waits = agenda.value.rows.filter(
    ({ mine, group, kind }) => mine && group !== 'later' && kind !== 'commitment',
  );
  const rows = waits.map((row) => {
    const { kind, subjectId, dueOn, daysLate, title, count, placeName } = row;
    const { zh, en } = clockKindLabel[kind];
    const many = count > 1 ? ` × ${count}` : '';
    return {
      ...{ key: `${kind} ${subjectId} ${dueOn}`, what: { zh: zh + many, en: en + many }, dueOn, daysLate },
      ...{ title: same(placeName === '' ? title : `${title} · ${placeName}`), path: pathOfClock(row) },
    };
  });
  return partOf('due', rows, '/supervision');
}

async function messageWork(context: Context, accountId: string): Promise<WorkPart | null> {
  const { messages, unread } = await getInbox(context, accountId, { show: 'unread' });
  const rows = messages.map(({ id, sentence, path }) => ({
    ...{ key: id, what: { zh: '未读', en: 'Unread' }, title: sentence, path: path ?? '/messages' },
    ...{ dueOn: null, daysLate: null },
  }));
  const part = partIfAny('messages', rows, '/messages');
  return part && { ...part, total: unread };
}

export async function getWork(context: Context, caller: Caller): Promise<Result<Work, never>> {
  const { accountId } = caller;
  const day = context.today();
  if (accountId === null) return succeed({ day, modules: [] });
  const plan = await loadPlan(context, {});
  const found = await Promise.all([
    dueWork(context, caller).then((one) => [one]),
    deskWork(context, caller),
    plan.ok ? planWork(context, caller, plan.value) : [],
    messageWork(context, accountId).then((one) => [one]),
  ]);
  const modules = found.flat().flatMap((one) => (one === null ? [] : [one]));
  return succeed({
    day,
    modules: modules.toSorted((a, b) => workModules.indexOf(a.id) - workModules.indexOf(b.id)),
  });
}
