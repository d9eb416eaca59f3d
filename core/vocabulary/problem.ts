// Every problem code in one table, with its words in both languages: what happened, where, and what to do.
import { accountProblems } from './problem-account.ts';
import { budgetProblems } from './problem-budget.ts';
import { clauseProblems } from './problem-clause.ts';
import { documentProblems } from './problem-document.ts';
import { exchangeProblems } from './problem-exchange.ts';
import { messageProblems } from './problem-message.ts';
import { organisationProblems } from './problem-organisation.ts';
import { planProblems } from './problem-plan.ts';
import { policyProblems } from './problem-policy.ts';
import { projectProblems } from './problem-project.ts';
import { proposalProblems } from './problem-proposal.ts';
import { registerProblems } from './problem-register.ts';
import { remarkProblems } from './problem-remark.ts';
import { reportProblems } from './problem-report.ts';
import { reportingProblems } from './problem-reporting.ts';
import { requestProblems } from './problem-request.ts';
import { seriesProblems } from './problem-series.ts';
import { siteProblems } from './problem-site.ts';
import { superviseProblems } from './problem-supervise.ts';
import { stepProblems } from './step.ts';
import type { Words } from './words.ts';

export const problemText = {
  ...documentProblems,
  ...planProblems,
  ...policyProblems,
  ...budgetProblems,
  ...clauseProblems,
  ...requestProblems,
  ...accountProblems,
  ...organisationProblems,
  ...reportProblems,
  ...reportingProblems,
  ...superviseProblems,
  ...siteProblems,
  ...registerProblems,
  ...messageProblems,
  ...projectProblems,
  ...remarkProblems,
  ...stepProblems,
  ...proposalProblems,
  ...seriesProblems,
  ...exchangeProblems,
} as const satisfies Readonly<Record<string, Words>>;

export type ProblemCode = keyof typeof problemText;
export type DocumentProblem = keyof typeof documentProblems;
export type PlanProblem = keyof typeof planProblems;
