// Every code of the working loop has words in both languages, and every rule's problem has a sentence that names what is unmet.
import { describe, expect, it } from 'vitest';
import type { OverrideProblem } from '../assess/override.ts';
import type { FormulaProblem, RoundProblem } from '../assess/standing/formula.ts';
import type { AlternativeProblem } from '../observe/alternative.ts';
import type { ClosingProblem } from '../observe/comment.ts';
import type { ConfidenceProblem } from '../observe/confidence.ts';
import type { CorrectionProblem } from '../observe/correction.ts';
import type { FigureProblem } from '../observe/figure-check.ts';
import type { NamedDayProblem } from '../observe/named-day.ts';
import type { RatingProblem } from '../observe/rating.ts';
import type { ReportMoveProblem } from '../observe/report.ts';
import type { PasteProblem } from '../observe/report-paste.ts';
import type { RowProblem } from '../observe/report-rows.ts';
import type { LeadProblem } from '../observe/site-lead.ts';
import type { SiteRowProblem } from '../observe/site-rows.ts';
import type { MoveProblem } from '../place/lifecycle.ts';
import type { RoleGrantProblem } from '../place/role.ts';
import type { TreeProblem } from '../place/tree.ts';
import type { ConsultationProblem } from '../plan/consultation.ts';
import type { CoordinateProblem } from '../plan/coordinate.ts';
import type { SiteProblem } from '../plan/site.ts';
import type { TermProblem } from '../quantity/deadline.ts';
import type { EscalationRuleProblem } from '../supervise/escalation.ts';
import type { InspectionProblem } from '../supervise/inspection.ts';
import type { NoticeProblem } from '../supervise/notice.ts';
import type { YearPlanProblem } from '../supervise/year-plan.ts';
import { problemText } from './problem.ts';
import { proposalProblems } from './problem-proposal.ts';
import { remarkProblems } from './problem-remark.ts';
import { reportProblems } from './problem-report.ts';
import { siteProblems } from './problem-site.ts';
import { superviseProblems } from './problem-supervise.ts';
import * as proposal from './proposal.ts';
import * as remark from './remark.ts';
import * as report from './report.ts';
import * as role from './role.ts';
import * as site from './site.ts';
import * as standing from './standing.ts';
import * as supervise from './supervise.ts';
import type { Words } from './words.ts';

/** A problem that a rule of the loop may answer with; one without words does not compile. */
type LoopProblem =
  | MoveProblem
  | RoleGrantProblem
  | TreeProblem
  | TermProblem
  | ReportMoveProblem
  | FigureProblem
  | PasteProblem
  | RowProblem
  | CorrectionProblem
  | ConfidenceProblem
  | OverrideProblem
  | NoticeProblem
  | EscalationRuleProblem
  | InspectionProblem
  | YearPlanProblem
  | ClosingProblem
  | NamedDayProblem
  | RoundProblem
  | FormulaProblem
  | SiteProblem
  | CoordinateProblem
  | SiteRowProblem
  | RatingProblem
  | AlternativeProblem
  | ConsultationProblem
  | LeadProblem;

const problems: Readonly<Record<LoopProblem, Words>> = {
  ...problemText,
  ...superviseProblems,
  ...siteProblems,
  ...proposalProblems,
};

const isWords = (value: object): value is Words => 'zh' in value && 'en' in value;
const tables: readonly (readonly [string, Readonly<Record<string, Words>>])[] = [
  ['reportProblems', reportProblems],
  ['superviseProblems', superviseProblems],
  ['siteProblems', siteProblems],
  ['remarkProblems', remarkProblems],
  ['proposalProblems', proposalProblems],
  ...[proposal, remark, report, role, site, standing, supervise].flatMap((module) =>
    Object.entries(module).map(
      ([name, table]) => [name, isWords(table) ? { [name]: table } : table] as const,
    ),
  ),
];

const placeholders = (text: string): readonly string[] =>
  [...new Set(text.match(/\{[a-zA-Z]+\}/g) ?? [])].toSorted();

it('no rule of the loop is without words', () => expect(Object.keys(problems).length).toBeGreaterThan(0));

describe('words of the working loop', () => {
  it.each(tables)('%s: both languages, the same placeholders', (_name, table) => {
    expect(Object.keys(table).length).toBeGreaterThan(0);
    for (const [code, { zh, en }] of Object.entries(table)) {
      expect([code, /[\u4E00-\u9FFF]/.test(zh), /[A-Za-z]/.test(en), /[\u4E00-\u9FFF]/.test(en)]).toEqual([
        code,
        true,
        true,
        false,
      ]);
      expect([code, placeholders(en)]).toEqual([code, placeholders(zh)]);
    }
  });

  it.each(tables.filter(([name]) => !name.endsWith('Problems')))(
    '%s: no two codes share their Chinese word',
    (name, table) => {
      const words = Object.values(table).map(({ zh }) => zh);
      expect([name, words.length]).toEqual([name, new Set(words).size]);
    },
  );
});
