// Who is told of reports: the lead unit of what came in, the office of what it must verify, the reporter of what was decided.
import type { EventKind, Seat } from '../../../core/publish/event.ts';
import type { Telling } from '../message/tell.ts';
import type { Asked } from './asks.ts';
import type { MoveAction } from './move.ts';

export interface MovedReport {
  readonly reportId: string;
  readonly period: string;
  readonly placeId: string;
  readonly asked: Asked;
  /** The account that submitted it; told of what is decided. */
  readonly authorId: string | null;
  readonly by: string | null;
}

const office: Seat = { roles: ['supervisionOffice', 'inspector'] };
const leadOf = ({ asked }: MovedReport): Seat => ({
  roles: ['leadUnit'],
  unit: asked.commitment.leadUnit,
});
const reporterOf = (report: MovedReport): Seat =>
  report.placeId === '' ? leadOf(report) : { roles: ['district', 'street'], place: report.placeId };

const kinds: Readonly<Record<MoveAction | 'submit', EventKind | null>> = {
  submit: 'report.submitted',
  recall: 'report.recalled',
  accept: 'report.accepted',
  return: 'report.returned',
  verify: 'report.verified',
  sendBack: 'report.returned',
  lock: null,
};

function seatOf(action: MoveAction | 'submit', report: MovedReport): Seat {
  if (action === 'accept') return office;
  if (action === 'submit' || action === 'recall') return report.placeId === '' ? office : leadOf(report);
  return reporterOf(report);
}

const titleOf = ({ asked: { commitment, placeName } }: MovedReport): string =>
  placeName === '' ? commitment.title : `${placeName} · ${commitment.title}`;

/** What one person moved together is told together: one message a receiver and period, not one a figure. */
export function tellingsOf(
  action: MoveAction | 'submit',
  reports: readonly MovedReport[],
  reason = '',
): readonly Telling[] {
  const kind = kinds[action];
  if (kind === null) return [];
  const groups = new Map<string, MovedReport[]>();
  for (const report of reports) {
    const { unit = '', place = '' } = seatOf(action, report);
    const key = [unit, place, report.period, report.by ?? ''].join('\t');
    groups.set(key, [...(groups.get(key) ?? []), report]);
  }
  return [...groups.values()].flatMap((group): readonly Telling[] => {
    const [first] = group;
    if (!first) return [];
    const isOne = group.length === 1;
    const more = { zh: ` 等 ${group.length} 项`, en: ` and ${group.length - 1} more` };
    const authors = new Set(group.flatMap(({ authorId }) => authorId ?? []));
    const decided = action !== 'submit' && action !== 'recall' && action !== 'accept';
    return [
      {
        kind,
        objectKind: isOne ? 'report' : decided ? 'desk' : 'step',
        objectId: first.reportId,
        commitmentId: isOne ? first.asked.commitment.id : null,
        title: titleOf(first),
        detail: { period: first.period, reason, ...(isOne ? {} : { more }) },
        to: { seats: [seatOf(action, first)], accounts: decided ? [...authors] : [] },
        by: first.by,
      },
    ];
  });
}

/** Followers of a promise are told of its new figures, once a promise and period. */
export function figureTellings(reports: readonly MovedReport[]): readonly Telling[] {
  const found = new Map<string, Telling>();
  for (const { asked, period, placeId } of reports) {
    const { id, title } = asked.commitment;
    if (placeId !== '') continue;
    found.set(`${id} ${period}`, {
      ...{ kind: 'commitment.figure', objectKind: 'commitment', objectId: id, commitmentId: id, title },
      detail: { period },
      to: { followers: true },
    });
  }
  return [...found.values()];
}
