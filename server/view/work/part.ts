// One module of a person's page: how many, how many late, and its first rows.
import type { OutputOf } from '../../../core/contract/route.ts';
import type { workRoutes } from '../../../core/contract/work.ts';
import { daysBetween } from '../../../core/quantity/calendar.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { WorkModule } from '../../../core/vocabulary/work.ts';

export type Work = OutputOf<(typeof workRoutes)['GET /api/me/work']['response']>;
export type WorkPart = Work['modules'][number];
export type WorkRow = WorkPart['rows'][number];

/** So many rows of a module stand on the page; the rest is behind its link. */
const mostRows = 6;

export const partOf = (id: WorkModule, rows: readonly WorkRow[], path: string): WorkPart => ({
  ...{ id, path, total: rows.length, rows: rows.slice(0, mostRows) },
  late: rows.filter(({ daysLate }) => (daysLate ?? 0) > 0).length,
});

/** Null where there is nothing of the kind: an empty module is not shown. */
export const partIfAny = (id: WorkModule, rows: readonly WorkRow[], path: string): WorkPart | null =>
  rows.length === 0 ? null : partOf(id, rows, path);

export const daysLate = (dueOn: IsoDate | null, today: IsoDate): number | null =>
  dueOn === null ? null : daysBetween(dueOn, today);

/** What is printed in one language only is the same in both. */
export const same = (text: string): { zh: string; en: string } => ({ zh: text, en: text });

export const byDay = (a: WorkRow, b: WorkRow): number => {
  const [first, second] = [a.dueOn ?? '9999', b.dueOn ?? '9999'];
  return first < second ? -1 : first > second ? 1 : 0;
};
