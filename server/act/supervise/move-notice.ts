// Moves a notice: answered, judged, extended, raised, closed out, reopened. The table of moves decides; of two people one wins.
import { mayOn, type ObjectScope, type Permission } from '../../../core/contract/permission.ts';
import { makeMove } from '../../../core/place/lifecycle.ts';
import { rolesOver } from '../../../core/place/role.ts';
import { shanghaiDay } from '../../../core/quantity/deadline.ts';
import { holidayYears, workCalendar } from '../../../core/quantity/work-calendar.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { noticeDays } from '../../../core/supervise/clocks.ts';
import {
  gradeAbove,
  type NoticeAction,
  type NoticeFacts,
  type NoticeState,
  noticeLifecycle,
} from '../../../core/supervise/notice.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { findScope } from '../../store/scope.ts';
import { listEvidence } from '../../store/supervise/evidence.ts';
import {
  addNoticeEvent,
  getNotice,
  listNoticeEvents,
  type NoticeEvent,
} from '../../store/supervise/notice.ts';
import { tell } from '../message/tell.ts';
import { type Actor, perform } from '../perform.ts';
import { isRemedied } from './remedied.ts';
import { readSuperviseRules } from './rules.ts';
import { factsOf, type NoticeGiven, type NoticeStanding, standingOf } from './standing.ts';
import { noticeTelling } from './tellings.ts';

export type NoticeMove = Exclude<NoticeAction, 'issue'>;

export const permissionOfMove: Readonly<Record<NoticeMove, Permission>> = {
  answer: 'notice.answer',
  requestExtension: 'notice.answer',
  acceptAnswer: 'notice.close',
  refuseAnswer: 'notice.close',
  grantExtension: 'notice.close',
  refuseExtension: 'notice.close',
  raise: 'notice.issue',
  closeOut: 'notice.close',
  reopen: 'notice.issue',
  withdraw: 'notice.issue',
};

export interface NoticeMoveBody extends NoticeGiven {
  readonly action: NoticeMove;
  /** Number of the last move the person saw: a move in between makes this one stale. */
  readonly after: number;
}

export interface LoadedNotice {
  readonly title: string;
  readonly standing: NoticeStanding;
  readonly scope: ObjectScope;
}

export async function loadNotice(
  { db, jurisdiction }: Context,
  noticeId: string,
): Promise<LoadedNotice | undefined> {
  const [row, scope] = await Promise.all([
    getNotice(db, jurisdiction, noticeId),
    findScope(db, jurisdiction, 'notice', noticeId),
  ]);
  if (!row || !scope) return undefined;
  const events = await listNoticeEvents(db, jurisdiction, [noticeId]);
  return { title: row.title, standing: standingOf(row, events), scope };
}

/** What the notice rests on now, for these words of this person. */
export async function loadFacts(
  context: Context,
  { standing }: LoadedNotice,
  given: NoticeGiven,
  actorId: string | null,
): Promise<NoticeFacts> {
  const { db, jurisdiction } = context;
  const [evidence, rules, remedied] = await Promise.all([
    listEvidence(db, jurisdiction, standing.notice.id),
    readSuperviseRules(context),
    isRemedied(context, standing.notice),
  ]);
  return factsOf(standing, given, {
    ...{ today: context.today(), actorId, remedied },
    extensionLimit: rules.extensionLimit.value,
    evidenceFrom: rules.evidenceFrom.value,
    evidenceCount: evidence.length,
  });
}

/** The row of a move: what the notice says after it. */
function eventOf(
  { notice, number, openExtension }: NoticeStanding,
  body: NoticeMoveBody,
  state: NoticeState,
  now: Date,
): Omit<NoticeEvent, 'recordedBy'> {
  const { action, words, approval, extendTo } = body;
  const granted = action === 'grantExtension' ? (openExtension?.extendTo ?? null) : null;
  const remedyBy = granted ?? body.remedyBy ?? notice.remedyBy;
  const answerBy = body.answerBy ?? notice.answerBy;
  if (remedyBy === null || answerBy === null) throw new TypeError('a notice that moves was issued with days');
  const grade = action === 'raise' ? (gradeAbove(notice.grade) ?? notice.grade) : notice.grade;
  const reasons = body.reasons.length > 0 ? body.reasons : notice.reasons;
  const received = { receivedOn: shanghaiDay(now.getTime()), receivedAt: now.toISOString() };
  return {
    ...{ noticeId: notice.id, number: number + 1, action, state, grade, reasons, answerBy, remedyBy },
    ...{ words, approval, extendTo, ...received },
  };
}

export interface NoticeMoved {
  readonly noticeId: string;
  readonly number: number;
  readonly state: NoticeState;
}

/** Raised or reopened, the notice runs anew: days that nobody set come from the rules of its new grade. */
async function withDays(
  context: Context,
  { notice }: NoticeStanding,
  body: NoticeMoveBody,
): Promise<NoticeMoveBody> {
  if (body.action !== 'raise' && body.action !== 'reopen') return body;
  const grade = body.action === 'raise' ? (gradeAbove(notice.grade) ?? notice.grade) : notice.grade;
  const rules = await readSuperviseRules(context);
  const days = noticeDays(grade, context.today(), rules, workCalendar(holidayYears));
  if (!days.ok) return body;
  const { answerBy, remedyBy } = days.value;
  return { ...body, answerBy: body.answerBy ?? answerBy, remedyBy: body.remedyBy ?? remedyBy };
}

/** Somebody was faster: which state it is in now, and who brought it there. */
function changedSince({ notice, last }: NoticeStanding) {
  return fail('notice.stateChanged', { state: notice.state, actor: last?.by ?? '—' });
}

export function moveNotice(
  context: Context,
  actor: Actor,
  noticeId: string,
  given: NoticeMoveBody,
): Promise<Result<NoticeMoved, ProblemCode>> {
  return perform<NoticeMoved, ProblemCode>(context, actor, async (inside, note) => {
    const { caller } = actor;
    const loaded = await loadNotice(inside, noticeId);
    // What a token is limited to was held against notice.move by the route; here only the duty of the post counts.
    const post = { ...caller, scopes: null };
    if (!loaded || !mayOn(post, permissionOfMove[given.action], loaded.scope)) return fail('object.notFound');
    const { standing, scope } = loaded;
    if (given.after !== standing.number) return changedSince(standing);
    const body = await withDays(inside, standing, given);
    const facts = await loadFacts(inside, loaded, body, caller.accountId);
    const roles = rolesOver(caller.grants, scope, inside.today());
    const moved = makeMove(noticeLifecycle, standing.notice.state, body.action, roles, facts);
    if (!moved.ok) return moved;
    const event = eventOf(standing, body, moved.value, inside.now());
    const won = await addNoticeEvent(inside.db, inside.jurisdiction, {
      ...event,
      recordedBy: caller.accountId,
    });
    // The one who won has committed: what the loser is told is read again.
    if (!won) return changedSince((await loadNotice(inside, noticeId))?.standing ?? standing);
    const { number, grade, answerBy, extendTo } = event;
    const { id, commitmentId, placeId, unitId: unit } = standing.notice;
    const told = { id, title: loaded.title, commitmentId, placeId, unit, grade, answerBy, extendTo };
    await tell(inside, caller.accountId, [noticeTelling(body.action, told)]);
    note({ act: `notice.${body.action}`, objectKind: 'notice', objectId: noticeId, detail: { number } });
    return succeed({ noticeId, number, state: moved.value });
  });
}
