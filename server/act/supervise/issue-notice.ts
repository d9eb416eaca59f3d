// Issues a notice: about a promise, to the unit or the place that must answer, with reasons and the days the settings give.
import { randomUUID } from 'node:crypto';
import { makeMove } from '../../../core/place/lifecycle.ts';
import { rolesOver } from '../../../core/place/role.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { shanghaiDay } from '../../../core/quantity/deadline.ts';
import { holidayYears, workCalendar } from '../../../core/quantity/work-calendar.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { noticeDays } from '../../../core/supervise/clocks.ts';
import { type NoticeGrade, type NoticeReason, noticeLifecycle } from '../../../core/supervise/notice.ts';
import type { SuperviseSettings } from '../../../core/supervise/settings.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { listAllPlaces } from '../../store/jurisdiction.ts';
import { findScope } from '../../store/scope.ts';
import { addNotice, addNoticeEvent } from '../../store/supervise/notice.ts';
import { tell } from '../message/tell.ts';
import { type Actor, perform } from '../perform.ts';
import { readSuperviseRules } from './rules.ts';
import { factsOf, standingOf } from './standing.ts';
import { noticeTelling } from './tellings.ts';
import { unitNameReader } from './unit-name.ts';

export interface NewNoticeBody {
  readonly title: string;
  readonly commitmentId: string | null;
  readonly placeId: string;
  readonly unit: string;
  readonly grade: NoticeGrade;
  readonly reasons: readonly NoticeReason[];
  readonly words: string;
  readonly approval: string;
  /** Left out, the settings give them. */
  readonly answerBy: IsoDate | null;
  readonly remedyBy: IsoDate | null;
}

/** Days that nobody set come from the settings; where the year's holidays are not entered, a person must set them. */
function daysOf(
  body: NewNoticeBody,
  today: IsoDate,
  rules: SuperviseSettings,
): { answerBy: IsoDate | null; remedyBy: IsoDate | null } {
  const { answerBy, remedyBy, grade } = body;
  if (answerBy !== null && remedyBy !== null) return { answerBy, remedyBy };
  const given = noticeDays(grade, today, rules, workCalendar(holidayYears));
  if (!given.ok) return { answerBy, remedyBy };
  return { answerBy: answerBy ?? given.value.answerBy, remedyBy: remedyBy ?? given.value.remedyBy };
}

export function issueNotice(
  context: Context,
  actor: Actor,
  body: NewNoticeBody,
): Promise<Result<{ noticeId: string }, ProblemCode>> {
  return perform<{ noticeId: string }, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction } = inside;
    const { caller } = actor;
    const { title, commitmentId, placeId, grade, reasons, words, approval } = body;
    const [nameOf, rules] = [await unitNameReader(inside), await readSuperviseRules(inside)];
    const unit = nameOf(body.unit);
    if (commitmentId !== null && !(await findScope(db, jurisdiction, 'commitment', commitmentId)))
      return fail('commitment.notFound');
    if (placeId === '' && unit === '') return fail('notice.needsAddressee');
    if (placeId !== '' && !(await listAllPlaces(db, jurisdiction)).some(({ id }) => id === placeId))
      return fail('grant.placeUnknown', { place: placeId });
    const noticeId = randomUUID();
    const now = inside.now();
    const { answerBy, remedyBy } = daysOf(body, inside.today(), rules);
    const row = { id: noticeId, commitment_id: commitmentId, site_id: null, place_id: placeId, unit };
    const standing = standingOf(row, []);
    const given = { words, approval, reasons, answerBy, remedyBy, extendTo: null };
    const found = { today: inside.today(), actorId: caller.accountId, evidenceCount: 0, remedied: null };
    const facts = factsOf({ ...standing, notice: { ...standing.notice, grade } }, given, {
      ...found,
      evidenceFrom: rules.evidenceFrom.value,
      extensionLimit: rules.extensionLimit.value,
    });
    const scope = { places: [placeId], leadUnit: unit, units: [], owner: null };
    const roles = rolesOver(caller.grants, scope, inside.today());
    const moved = makeMove(noticeLifecycle, 'draft', 'issue', roles, facts);
    if (!moved.ok) return moved;
    if (answerBy === null || remedyBy === null) return fail('notice.needsDueDay');
    const recordedBy = caller.accountId;
    await addNotice(db, jurisdiction, {
      id: noticeId,
      title,
      commitmentId,
      siteId: null,
      placeId,
      unit,
      recordedBy,
    });
    const received = { receivedOn: shanghaiDay(now.getTime()), receivedAt: now.toISOString() };
    await addNoticeEvent(db, jurisdiction, {
      ...{ noticeId, number: 1, action: 'issue', state: moved.value, grade, reasons, answerBy, remedyBy },
      ...{ words, approval, extendTo: null, recordedBy, ...received },
    });
    const issued = { id: noticeId, title, commitmentId, placeId, unit, grade, answerBy, extendTo: null };
    await tell(inside, recordedBy, [noticeTelling('issue', issued)]);
    note({ act: 'notice.issue', objectKind: 'notice', objectId: noticeId, detail: { grade, commitmentId } });
    return succeed({ noticeId });
  });
}
