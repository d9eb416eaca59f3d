// Where reports stand: their moves so far, who made them, and what the next move needs to know.
import type { ReportFacts, ReportState } from '../../../core/observe/report.ts';
import type { Context } from '../../context.ts';
import { listReportEvents, type ReportEventRow } from '../../store/report/event.ts';

export interface Standing {
  readonly state: ReportState;
  /** Number of the last move; 0 before the first. */
  readonly number: number;
  readonly last: ReportEventRow | null;
  /** The submission whose figures count. */
  readonly submission: ReportEventRow | null;
  readonly accepterId: string | null;
}

export const notYet: Standing = {
  state: 'draft',
  number: 0,
  last: null,
  submission: null,
  accepterId: null,
};

export function standingOf(events: readonly ReportEventRow[]): Standing {
  const last = events.at(-1) ?? null;
  const submission = events.findLast(({ action }) => action === 'submit') ?? null;
  const accepted = events.findLast(({ action }) => action === 'accept');
  const isCurrent = accepted !== undefined && accepted.number > (submission?.number ?? 0);
  return {
    state: last?.state ?? 'draft',
    number: last?.number ?? 0,
    last,
    submission,
    accepterId: isCurrent ? accepted.recordedBy : null,
  };
}

/** By report id; a report that never moved is left out. */
export async function loadStandings(
  { db, jurisdiction }: Context,
  reportIds: readonly string[],
): Promise<ReadonlyMap<string, Standing>> {
  const events = await listReportEvents(db, jurisdiction, reportIds);
  const byReport = new Map<string, ReportEventRow[]>();
  for (const event of events) {
    const group = byReport.get(event.reportId);
    if (group) group.push(event);
    else byReport.set(event.reportId, [event]);
  }
  return new Map([...byReport].map(([id, group]) => [id, standingOf(group)]));
}

export interface MoveGiven {
  readonly actorId: string | null;
  readonly reason: string;
  readonly figures: number;
  readonly refusedCells: number;
  readonly fromLead: boolean;
}

/** A period is never closed by being late; a locked report is closed by its state. */
export const factsOf = (standing: Standing, given: MoveGiven): ReportFacts => ({
  actorId: given.actorId ?? undefined,
  authorId: (standing.submission?.recordedBy ?? given.actorId) || undefined,
  accepterId: standing.accepterId,
  fromLead: given.fromLead,
  figures: given.figures,
  refusedCells: given.refusedCells,
  periodOpen: true,
  reason: given.reason,
});
