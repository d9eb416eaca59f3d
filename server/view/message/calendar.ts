// One's due days as a calendar: what waits for the account on the agenda, and what it follows.
import type { Caller } from '../../../core/contract/permission.ts';
import { calendarText, type DueDay } from '../../../core/publish/calendar.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { clockKindLabel } from '../../../core/vocabulary/supervise.ts';
import { readSettings } from '../../act/setting/read.ts';
import type { Context } from '../../context.ts';
import { getJurisdiction } from '../../store/jurisdiction.ts';
import { listFollowed } from '../../store/message/wish.ts';
import { getAgenda } from '../supervise/agenda.ts';

const screens: Readonly<Record<string, (id: string) => string>> = {
  report: () => '/figures',
  commitment: (id) => `/commitments/${id}`,
  answer: (id) => `/notices/${id}`,
  remedy: (id) => `/notices/${id}`,
  upkeep: () => '/sites/upkeep',
};

export async function calendarOf(context: Context, caller: Caller, accountId: string): Promise<string> {
  const { db, jurisdiction, now } = context;
  const [agenda, followed, set, city] = await Promise.all([
    getAgenda(context, caller, {}),
    listFollowed(db, jurisdiction, accountId),
    readSettings(context, 'site.publicAddress'),
    getJurisdiction(db),
  ]);
  const base = set['site.publicAddress']?.replace(/\/$/, '') ?? null;
  const urlOf = (path: string): string | null => (base === null ? null : `${base}${path}`);
  const own = agenda.ok ? agenda.value.rows.filter(({ mine, dueOn }) => mine && dueOn !== null) : [];
  const days = own.flatMap(({ kind, subjectId, title, dueOn, count, placeName }): readonly DueDay[] =>
    dueOn === null
      ? []
      : [
          {
            uid: `${kind}-${subjectId.replace(/[^\w-]/g, (sign) => `${sign.codePointAt(0)?.toString(16)}`)}@bihuan`,
            day: isoDate(dueOn),
            title: `${clockKindLabel[kind].zh}：${title}${count > 1 ? `（${count} 项）` : ''}`,
            words: placeName,
            url: urlOf(screens[kind]?.(subjectId) ?? '/supervision'),
          },
        ],
  );
  const mine = new Set(own.map(({ subjectId }) => subjectId));
  const follows = followed
    .filter(({ id }) => !mine.has(id))
    .map(
      ({ id, title, due_on }): DueDay => ({
        ...{ uid: `follow-${id}@bihuan`, day: due_on, title: `关注：${title}`, words: '' },
        url: urlOf(`/commitments/${id}`),
      }),
    );
  return calendarText({
    name: `${city?.name ?? ''}闭环 · 到期事项`,
    stamp: now().toISOString(),
    days: [...days, ...follows],
  });
}
