// The yearly plan of inspections (政府督查工作条例 §15: a plan, and its frequency kept down): drawn up, submitted, approved, supplemented.
import { type Guard, holdsIf, isReason, type Lifecycle } from '../place/lifecycle.ts';

export const yearPlanStates = ['draft', 'submitted', 'approved'] as const;
export type YearPlanState = (typeof yearPlanStates)[number];

export const yearPlanActions = ['submit', 'approve', 'return'] as const;
export type YearPlanAction = (typeof yearPlanActions)[number];

/** What a move of the plan rests on. Whatever could not be found out is undefined, and is refused. */
export interface YearPlanFacts {
  /** Inspections that the next submission would carry: planned, and not approved yet. */
  readonly waiting: number | undefined;
  /** Of those, how many repeat another inspection of their unit without an approved exception (§15). */
  readonly clashing: number | undefined;
  /** Inspections that changed or came in after the submission: what is approved is what was submitted. */
  readonly changed: number | undefined;
  /** §11: the decision of the government or its head. */
  readonly approval: string;
  readonly reason: string;
}

export type YearPlanProblem =
  | 'yearPlan.empty'
  | 'yearPlan.clashes'
  | 'yearPlan.changed'
  | 'yearPlan.needsApproval'
  | 'yearPlan.needsReason';

type YearPlanGuard = Guard<YearPlanFacts, YearPlanProblem>;

const hasInspections: YearPlanGuard = ({ waiting }) => holdsIf((waiting ?? 0) > 0, 'yearPlan.empty');
const noneClashes: YearPlanGuard = ({ clashing }) =>
  holdsIf(clashing === 0, 'yearPlan.clashes', { count: `${clashing ?? '?'}` });
const asSubmitted: YearPlanGuard = ({ changed }) =>
  holdsIf(changed === 0, 'yearPlan.changed', { count: `${changed ?? '?'}` });
const isApproved: YearPlanGuard = ({ approval }) => holdsIf(isReason(approval), 'yearPlan.needsApproval');
const explained: YearPlanGuard = ({ reason }) => holdsIf(isReason(reason), 'yearPlan.needsReason');

const office = ['supervisionOffice'] as const;

/** It never ends: a year may be supplemented until it is over. */
export const yearPlanLifecycle: Lifecycle<YearPlanState, YearPlanAction, YearPlanFacts, YearPlanProblem> = {
  start: 'draft',
  states: yearPlanStates,
  terminal: [],
  moves: {
    submit: {
      path: { draft: 'submitted', approved: 'submitted' },
      by: office,
      guards: [hasInspections, noneClashes],
    },
    approve: {
      path: { submitted: 'approved' },
      by: office,
      guards: [isApproved, asSubmitted, noneClashes],
    },
    return: { path: { submitted: 'draft' }, by: office, guards: [explained] },
  },
};
