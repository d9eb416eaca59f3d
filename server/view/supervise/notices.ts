// Notices as they stand: for a list, and one with its history and the moves the caller may make.
import { type Caller, listScopeOf } from '../../../core/contract/permission.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import type { supervisionRoutes } from '../../../core/contract/supervision.ts';
import { availableMoves } from '../../../core/place/lifecycle.ts';
import { rolesOver } from '../../../core/place/role.ts';
import { daysBetween } from '../../../core/quantity/calendar.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { type NoticeOffer, noticeLifecycle, noticeStates } from '../../../core/supervise/notice.ts';
import { problemText } from '../../../core/vocabulary/problem.ts';
import type { Words } from '../../../core/vocabulary/words.ts';
import { loadFacts, loadNotice } from '../../act/supervise/move-notice.ts';
import { type NoticeStanding, standingOf } from '../../act/supervise/standing.ts';
import type { Context } from '../../context.ts';
import { getCommitment } from '../../store/commitment.ts';
import { listAllPlaces } from '../../store/jurisdiction.ts';
import { placesInside } from '../../store/scope.ts';
import { listAddressees } from '../../store/supervise/addressee.ts';
import { listEvidence } from '../../store/supervise/evidence.ts';
import {
  getNotice,
  listNoticeEvents,
  listNotices,
  type NoticeEventRow,
} from '../../store/supervise/notice.ts';

type Routes = typeof supervisionRoutes;
export type NoticeRow = OutputOf<Routes['GET /api/notices']['response']>['notices'][number];
export type NoticeList = OutputOf<Routes['GET /api/notices']['response']>;
type NoticePage = OutputOf<Routes['GET /api/notices/:noticeId']['response']>;

export interface StandingNotice {
  readonly title: string;
  /** Units of the promise it is about. */
  readonly units: readonly string[];
  readonly standing: NoticeStanding;
}

/** The day that must be kept next in this state. */
const nextDay = ({ notice, openExtension }: NoticeStanding): IsoDate | null => {
  if (openExtension !== null) return null;
  if (notice.state === 'issued') return notice.answerBy;
  return notice.state === 'answered' || notice.state === 'accepted' ? notice.remedyBy : null;
};

export function noticeRow(
  { title, standing }: Pick<StandingNotice, 'title' | 'standing'>,
  placeNames: ReadonlyMap<string, string>,
  today: IsoDate,
  caller: Caller,
): NoticeRow {
  const { notice, openExtension } = standing;
  const scope = listScopeOf(caller, 'notice.answer');
  const isOffice = caller.grants.some(({ role }) => role === 'supervisionOffice');
  const forOffice = openExtension !== null || notice.state === 'answered' || notice.state === 'accepted';
  const forAddressee = openExtension === null && notice.state === 'issued';
  const isAddressee = scope.leadUnits.includes(notice.unitId) || scope.places.includes(notice.placeId);
  const day = nextDay(standing);
  const late = day === null ? 0 : daysBetween(day, today);
  return {
    id: notice.id,
    title,
    commitmentId: notice.commitmentId,
    placeId: notice.placeId,
    placeName: placeNames.get(notice.placeId) ?? '',
    unit: notice.unitId,
    grade: notice.grade,
    state: notice.state,
    reasons: [...notice.reasons],
    issuedOn: notice.issuedOn,
    answerBy: notice.answerBy,
    remedyBy: notice.remedyBy,
    daysLate: late > 0 ? late : null,
    extensionOpen: openExtension !== null,
    mine: (isOffice && forOffice) || (isAddressee && forAddressee),
  };
}

export const loadPlaceNames = async ({ db, jurisdiction }: Context): Promise<ReadonlyMap<string, string>> =>
  new Map((await listAllPlaces(db, jurisdiction)).map(({ id, name }) => [id, name]));

/** Every notice that the caller may see, newest first. */
export async function loadNotices(context: Context, caller: Caller): Promise<StandingNotice[]> {
  const { db, jurisdiction } = context;
  const { city, places, units } = listScopeOf(caller, 'notice.read');
  const [rows, events, addressees, inside] = await Promise.all([
    listNotices(db, jurisdiction),
    listNoticeEvents(db, jurisdiction, null),
    listAddressees(db, jurisdiction, 'notice'),
    placesInside(db, jurisdiction, places),
  ]);
  const unitsOf = new Map(addressees.map((row) => [row.id, row.units]));
  const isSeen = (row: { readonly id: string; readonly place_id: string; readonly unit: string }) =>
    city ||
    inside.includes(row.place_id) ||
    units.some((unit) => unit === row.unit || unitsOf.get(row.id)?.includes(unit));
  const byNotice = new Map<string, NoticeEventRow[]>();
  for (const event of events) byNotice.set(event.noticeId, [...(byNotice.get(event.noticeId) ?? []), event]);
  return rows.filter(isSeen).map((row) => ({
    title: row.title,
    units: unitsOf.get(row.id) ?? [],
    standing: standingOf(row, byNotice.get(row.id) ?? []),
  }));
}

export async function getNoticeList(
  context: Context,
  caller: Caller,
  query: { readonly state?: string | undefined; readonly commitmentId?: string | undefined },
): Promise<NoticeList> {
  const [found, names] = await Promise.all([loadNotices(context, caller), loadPlaceNames(context)]);
  const rows = found
    .map((one) => noticeRow(one, names, context.today(), caller))
    .filter(({ commitmentId }) => query.commitmentId === undefined || commitmentId === query.commitmentId);
  return {
    day: context.today(),
    notices: rows.filter(({ state }) => query.state === undefined || state === query.state),
    states: noticeStates.flatMap((state) => {
      const own = rows.filter((row) => row.state === state);
      const late = own.filter(({ daysLate }) => daysLate !== null).length;
      return own.length === 0 ? [] : [{ state, total: own.length, late }];
    }),
  };
}

const filled = ({ zh, en }: Words, params: Readonly<Record<string, string>>): Words => {
  const put = (text: string) => text.replace(/\{(\w+)\}/g, (mark, key: string) => params[key] ?? mark);
  return { zh: put(zh), en: put(en) };
};

/** Conditions that the words of the form will meet are not shown as obstacles. */
const askedInForm: ReadonlySet<string> = new Set([
  'notice.needsReason',
  'notice.needsAnswer',
  'notice.needsApproval',
  'notice.needsDueDay',
  'notice.extensionNotLater',
  'notice.dueInPast',
]);

/** Deciding on no request, and raising what is highest, are no moves at all: they are not shown, even as impossible. */
const hasMeaning = ({ unmet }: NoticeOffer): boolean =>
  !unmet.some(({ code }) => code === 'notice.noExtensionOpen' || code === 'notice.highestGrade');

export async function getNoticePage(
  context: Context,
  caller: Caller,
  noticeId: string,
): Promise<Result<NoticePage, 'notice.notFound'>> {
  const { db, jurisdiction } = context;
  const [row, loaded, names] = await Promise.all([
    getNotice(db, jurisdiction, noticeId),
    loadNotice(context, noticeId),
    loadPlaceNames(context),
  ]);
  if (!row || !loaded) return fail('notice.notFound');
  const { standing, scope } = loaded;
  const blank = { words: '', approval: '', reasons: [], answerBy: null, remedyBy: null, extendTo: null };
  const facts = await loadFacts(context, loaded, blank, caller.accountId);
  const roles = rolesOver(caller.grants, scope, context.today());
  const offers = availableMoves(noticeLifecycle, standing.notice.state, roles, facts);
  const events = await listNoticeEvents(db, jurisdiction, [noticeId]);
  const evidence = await listEvidence(db, jurisdiction, noticeId);
  const commitment =
    row.commitment_id === null ? undefined : await getCommitment(db, jurisdiction, row.commitment_id);
  return succeed({
    notice: noticeRow({ title: row.title, standing }, names, context.today(), caller),
    commitment: commitment ? { id: commitment.id, title: commitment.title } : null,
    remedied: facts.remedied ?? null,
    extendTo: standing.openExtension?.extendTo ?? null,
    number: standing.number,
    events: events.map(
      ({
        noticeId: _notice,
        reasons: _reasons,
        recordedBy: _by,
        recordedAt: _at,
        receivedOn: _on,
        ...event
      }) => event,
    ),
    evidence: evidence.map(({ id, file_name, media_type, recorded_at }) => ({
      ...{ id, fileName: file_name, mediaType: media_type, recordedAt: recorded_at },
    })),
    offers: offers.filter(hasMeaning).map(({ action, to, unmet }) => ({
      ...{ action, to },
      unmet: unmet
        .filter(({ code }) => !askedInForm.has(code))
        .map(({ code, params }) => ({ code, ...filled(problemText[code], params) })),
    })),
  });
}
