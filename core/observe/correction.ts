// How an approved figure is corrected: by a new figure that names the old one; both stay, and the changes since approval are counted.

import { isReason } from '../place/lifecycle.ts';
import { fail, type Result, succeed } from '../result.ts';
import { isApproved, type ReportedFigure, type ReportState } from './report.ts';

export interface ApprovedFigure extends ReportedFigure {
  readonly reportState: ReportState;
  readonly receivedAt: number;
}

export type CorrectionProblem =
  | 'correction.figureUnknown'
  | 'correction.notApproved'
  | 'correction.alreadyCorrected'
  | 'correction.otherFigure'
  | 'correction.nothingChanged'
  | 'correction.needsReason';

const isSameFigure = (a: ReportedFigure, b: ReportedFigure): boolean =>
  a.commitmentId === b.commitmentId &&
  a.metric === b.metric &&
  a.placeId === b.placeId &&
  a.period === b.period;

/** Whether a new figure may stand as the correction of an old one. A figure is corrected once; then its correction is. */
export function checkCorrection(
  correction: ReportedFigure,
  known: readonly ApprovedFigure[],
  reason: string,
): Result<ApprovedFigure, CorrectionProblem> {
  const old = known.find((figure) => figure.id === correction.corrects);
  if (!old) return fail('correction.figureUnknown');
  if (!isSameFigure(old, correction))
    return fail('correction.otherFigure', { metric: old.metric, period: old.period });
  if (!isApproved(old.reportState)) return fail('correction.notApproved', { state: old.reportState });
  if (known.some((figure) => figure.corrects === old.id && figure.id !== correction.id))
    return fail('correction.alreadyCorrected', { period: old.period });
  const same =
    old.amount === correction.amount &&
    old.unit === correction.unit &&
    old.statement === correction.statement;
  if (same) return fail('correction.nothingChanged');
  return isReason(reason) ? succeed(old) : fail('correction.needsReason');
}

export interface FigureHistory {
  /** The figure that counts now: the end of the chain. */
  readonly current: ApprovedFigure;
  /** From the first to the current one. */
  readonly chain: readonly ApprovedFigure[];
  /** Corrections of an approved figure: shown beside the number. */
  readonly changesSinceApproval: number;
}

/** One history for each figure; a correction whose old figure is unknown starts its own, so that nothing disappears. */
export function historiesOf(figures: readonly ApprovedFigure[]): readonly FigureHistory[] {
  const ids = new Set(figures.map((figure) => figure.id));
  const next = new Map<string, ApprovedFigure>();
  for (const figure of figures) if (figure.corrects !== null) next.set(figure.corrects, figure);
  return figures
    .filter((figure) => figure.corrects === null || !ids.has(figure.corrects))
    .map((first) => {
      const chain = [first];
      const seen = new Set([first.id]);
      let current = first;
      for (let step = next.get(first.id); step && !seen.has(step.id); step = next.get(step.id)) {
        chain.push(step);
        seen.add(step.id);
        current = step;
      }
      // The last of the chain corrects nothing yet; each one before it was replaced.
      const changes = chain.slice(0, -1).filter(({ reportState }) => isApproved(reportState));
      return { current, chain, changesSinceApproval: changes.length };
    });
}
