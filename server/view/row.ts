// Facts in the shapes of the contract: a line of a list, a figure, a place in a document.

import type { OutputOf } from '../../core/contract/route.ts';
import type { Routes } from '../../core/contract/routes.ts';
import type {
  Figure as FigureShape,
  CommitmentRow as RowShape,
  Source as SourceShape,
  Target as TargetShape,
  Verdict as VerdictShape,
} from '../../core/contract/shapes.ts';
import type { Target } from '../../core/plan/commitment.ts';
import type { JudgedCommitment, JudgedVerdict } from '../judge/judge.ts';
import type { ObservationFact, PlanFacts } from '../judge/plan-facts.ts';
import { trendOf } from '../judge/series.ts';
import type { PlanRow } from '../store/plan.ts';

export type CommitmentRow = OutputOf<typeof RowShape>;
export type Figure = OutputOf<typeof FigureShape>;
export type Source = OutputOf<typeof SourceShape>;

type PlanSummary = OutputOf<Routes['GET /api/plans']['response']>['plans'][number];

export interface SpanFact {
  readonly document_id: string | null;
  readonly span_start: number | null;
  readonly span_end: number | null;
  readonly quote: string;
}

export function sourceView(documents: PlanFacts['documents'], span: SpanFact): Source | null {
  const document = span.document_id === null ? undefined : documents.get(span.document_id);
  if (!document || span.span_start === null || span.span_end === null) return null;
  return {
    documentId: document.id,
    documentTitle: document.title || document.file_name,
    documentNumber: document.number,
    start: span.span_start,
    end: span.span_end,
    quote: span.quote,
  };
}

export const figureView = (documents: PlanFacts['documents'], row: ObservationFact): Figure => ({
  observationId: row.id,
  metric: row.metric,
  place: row.place,
  period: row.period,
  periodEnd: row.period_end,
  amount: row.amount,
  unit: row.unit,
  statement: row.statement,
  nature: row.nature,
  recordedAt: row.recorded_at,
  source: sourceView(documents, row),
  reportId: row.report_id,
  measureId: row.measure_id,
});

export const targetView = (target: Target): OutputOf<typeof TargetShape> => ({
  metric: target.metric,
  form: target.form,
  comparator: target.comparator,
  values: [...target.values],
  unit: target.unit,
  direction: target.direction,
  measure: target.measure,
  goodWay: target.goodWay,
  printed: target.printed,
  relative: target.relative,
  strive: target.strive,
  checkpoints: target.checkpoints.map(({ by, value, unit, of, cumulative, printed }) => ({
    by,
    value,
    unit,
    of,
    cumulative,
    printed,
  })),
  allocationMode: target.allocationMode,
  allocations: target.allocations.map(({ place, value, second }) => ({ place, value, second })),
});

export const verdictView = (verdict: JudgedVerdict): OutputOf<typeof VerdictShape> => ({
  status: verdict.status,
  asOf: verdict.asOf,
  share: verdict.share,
  expectedShare: verdict.expectedShare,
  because: verdict.because.map(({ code, detail }) => ({ code, detail: { ...detail } })),
  overruled: verdict.overruled && { ...verdict.overruled },
});

export function rowView(facts: PlanFacts, judged: JudgedCommitment): CommitmentRow {
  const { commitment, targets, figures, verdict } = judged;
  const latest = figures.findLast(({ place }) => place === '');
  return {
    id: commitment.id,
    kind: commitment.kind,
    number: commitment.number,
    title: commitment.title,
    field: commitment.field,
    leadUnit: commitment.lead_unit,
    supportUnits: [...commitment.support_units],
    official: commitment.official,
    taskForce: commitment.task_force,
    dueOn: commitment.due_on,
    force: commitment.force,
    targets: targets.map(targetView),
    latest: latest ? figureView(facts.documents, latest) : null,
    trend: trendOf(commitment.kind, targets, figures, facts.otherYears, facts.asOf),
    verdict: verdictView(verdict),
  };
}

export const planSummary = (plan: PlanRow): PlanSummary => ({
  id: plan.id,
  year: plan.year,
  title: plan.title,
  dataUntil: plan.data_until,
  commitments: plan.commitments,
  documents: plan.documents,
});
