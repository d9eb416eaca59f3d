// Submits reports: every figure checked as it was typed, the report moved once, its figures added; groups share a commit.
import { randomUUID } from 'node:crypto';
import { mayOn } from '../../../core/contract/permission.ts';
import {
  canSubmit,
  checkFigure,
  type FigureContext,
  inAskedUnit,
  isRefused,
  readTyped,
} from '../../../core/observe/figure-check.ts';
import { type ReportState, reportLifecycle } from '../../../core/observe/report.ts';
import { makeMove } from '../../../core/place/lifecycle.ts';
import { rolesOver } from '../../../core/place/role.ts';
import type { FigureNature } from '../../../core/plan/draft.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { isLate, shanghaiDay } from '../../../core/quantity/deadline.ts';
import { printDecimal } from '../../../core/quantity/decimal.ts';
import { parsePeriod } from '../../../core/quantity/period.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { addReportEvents, type NewReportEvent } from '../../store/report/event.ts';
import { addReportFigures, type NewReportFigure } from '../../store/report/figure.ts';
import { addReports, type NewReport, reportIdOf } from '../../store/report/report.ts';
import { tell } from '../message/tell.ts';
import type { Deed } from '../perform.ts';
import { Contended, openTurns, type Turn, type Turns } from '../turns.ts';
import { type AskBook, type Asked, figureKey, isAskedOf, loadAsks, underKeys } from './asks.ts';
import { contextsOf } from './last.ts';
import { factsOf, loadStandings, notYet, type Standing } from './standing.ts';
import { tellingsOf } from './tellings.ts';

export interface SubmittedFigure {
  readonly metric: string;
  readonly value: string;
  readonly unit: string;
  readonly statement: string;
  readonly nature: FigureNature;
}

export interface Submission {
  readonly commitmentId: string;
  readonly placeId: string;
  readonly period: string;
  /** The last move that was on the screen; left out, the present one is taken. */
  readonly after?: number | undefined;
  readonly figures: readonly SubmittedFigure[];
}

export interface SubmitBody {
  readonly reports: readonly Submission[];
}

export interface Submitted {
  readonly submitted: readonly {
    readonly reportId: string;
    readonly number: number;
    readonly state: ReportState;
    readonly late: boolean;
  }[];
  readonly receivedAt: string;
}

type SubmitTurn = Turn<SubmitBody>;

interface Each {
  readonly turn: SubmitTurn;
  readonly submission: Submission;
  readonly reportId: string;
  readonly asked: readonly Asked[];
}

function askedOf(
  { caller }: SubmitTurn,
  { commitmentId, placeId, period, figures }: Submission,
  book: AskBook,
): Result<readonly Asked[], ProblemCode> {
  const own = underKeys(caller, book);
  const found: Asked[] = [];
  for (const { metric } of figures) {
    const asked = book.figures.get(figureKey(commitmentId, metric, placeId));
    if (!asked || !mayOn(own, 'report.write', asked.scope) || !isAskedOf(asked, own))
      return fail('object.notFound');
    if (!asked.periods.has(period) || found.includes(asked))
      return fail('figure.notAsked', { metric, period });
    found.push(asked);
  }
  return found.length === 0 ? fail('report.empty') : succeed(found);
}

/** Refused figures by name: one is named with what is wrong with it, several are counted. */
function checkFigures({ submission }: Each, contexts: readonly FigureContext[]): Result<true, ProblemCode> {
  const checked = submission.figures.flatMap((figure, index) => {
    const context = contexts[index];
    if (!context) return [];
    const { commitmentId, placeId, period } = submission;
    const findings = checkFigure({ ...figure, commitmentId, placeId, period }, context);
    return [{ figure, findings }];
  });
  const refused = checked.filter(({ findings }) => isRefused(findings));
  const bad = refused[0]?.findings.find(({ weight }) => weight === 'refuses');
  if (bad && refused.length === 1)
    return fail(bad.code, { metric: refused[0]?.figure.metric ?? '', ...bad.params });
  if (bad) return fail('report.cellsRefused', { count: `${refused.length}` });
  const silent = checked.find(({ figure, findings }) => !canSubmit(findings, figure.statement));
  return silent ? fail('report.needsExplanation', { metric: silent.figure.metric }) : succeed(true);
}

function moveOf(
  { turn, submission, asked }: Each,
  standing: Standing,
  book: AskBook,
): Result<ReportState, ProblemCode> {
  const [first] = asked;
  if (!first) return fail('report.empty');
  if (submission.after !== undefined && submission.after !== standing.number)
    return fail('report.stateChanged', { actor: standing.last?.by ?? '', state: standing.state });
  const { accountId, grants } = underKeys(turn.caller, book);
  const roles = rolesOver(grants, first.scope, shanghaiDay(turn.receivedAt.getTime()));
  const given = { figures: asked.length, refusedCells: 0, reason: '', fromLead: submission.placeId === '' };
  return makeMove(
    reportLifecycle,
    standing.state,
    'submit',
    roles,
    factsOf(standing, { ...given, actorId: accountId }),
  );
}

const reportRow = ({ turn, submission, reportId, asked }: Each): NewReport => {
  const { commitmentId, placeId, period } = submission;
  const span = parsePeriod(period);
  const step = asked[0]?.periods.get(period);
  const [periodStart, periodEnd] = [span?.start ?? '', span?.end ?? ''];
  const dueOn = step?.dueOn ?? periodEnd;
  const key = { commitmentId, placeId, period };
  return { ...key, id: reportId, periodStart, periodEnd, dueOn, recordedBy: turn.caller.accountId };
};

/** The amount in the unit that is asked for, exactly; null for words. */
export function amountOf(value: string, unit: string, asked: string): string | null {
  const typed = readTyped(value);
  const amount = typed ? inAskedUnit(typed, unit, asked) : null;
  return amount ? printDecimal(amount) : null;
}

const figureRows = ({ submission, reportId, asked }: Each, eventNumber: number): NewReportFigure[] =>
  submission.figures.map(({ metric, value, unit, statement, nature }, index) => {
    const wanted = asked[index]?.plan.ask.unit ?? unit;
    const amount = amountOf(value, unit, wanted);
    const row = { id: randomUUID(), reportId, eventNumber, metric, typed: value, amount, statement, nature };
    return { ...row, unit: wanted, corrects: null };
  });

interface Decided extends Each {
  readonly number: number;
  readonly state: ReportState;
}

async function submitAll(
  inside: Context,
  turns: readonly SubmitTurn[],
  book: AskBook,
  note: (turn: SubmitTurn, deed: Deed) => void,
): Promise<readonly Result<Submitted, ProblemCode>[]> {
  const { jurisdiction } = inside;
  const gathered = turns.map((turn): Result<readonly Each[], ProblemCode> => {
    const each: Each[] = [];
    for (const submission of turn.body.reports) {
      const asked = askedOf(turn, submission, book);
      if (!asked.ok) return asked;
      const reportId = reportIdOf(jurisdiction, submission);
      if (each.some((other) => other.reportId === reportId))
        return fail('figure.notAsked', { metric: submission.commitmentId, period: submission.period });
      each.push({ turn, submission, reportId, asked: asked.value });
    }
    return succeed(each);
  });
  const all = gathered.flatMap((each) => (each.ok ? each.value : []));
  const standings = await loadStandings(
    inside,
    all.map(({ reportId }) => reportId),
  );
  const entries = all.flatMap(({ asked, submission: { period } }) =>
    asked.map((one) => ({ asked: one, period })),
  );
  const contexts = await contextsOf(inside, entries, inside.today());
  let next = 0;
  const decided = gathered.map((each): Result<readonly Decided[], ProblemCode> => {
    if (!each.ok) return each;
    const moved: Decided[] = [];
    let refused: Result<never, ProblemCode> | null = null;
    for (const one of each.value) {
      const own = contexts.slice(next, next + one.asked.length);
      next += own.length;
      const standing = standings.get(one.reportId) ?? notYet;
      const move = moveOf(one, standing, book);
      const checked = move.ok ? checkFigures(one, own) : move;
      if (!checked.ok) refused ??= checked;
      else if (move.ok) moved.push({ ...one, number: standing.number + 1, state: move.value });
    }
    return refused ?? succeed(moved);
  });
  const kept = decided.flatMap((each) => (each.ok ? each.value : []));
  await keep(inside, kept);
  await tellOf(inside, kept);
  return decided.map((each, index) => {
    const turn = turns[index];
    if (!each.ok || !turn) return each.ok ? fail('report.empty') : each;
    for (const { reportId, number } of each.value)
      note(turn, { act: 'report.submit', objectKind: 'report', objectId: reportId, detail: { number } });
    return succeed(answerOf(turn, each.value));
  });
}

async function keep({ db, jurisdiction }: Context, decided: readonly Decided[]): Promise<void> {
  await addReports(db, jurisdiction, decided.map(reportRow));
  const events = decided.map(
    ({ turn, reportId, number, state }): NewReportEvent => ({
      reportId,
      number,
      action: 'submit',
      state,
      reason: '',
      receivedAt: turn.receivedAt.toISOString(),
      recordedBy: turn.caller.accountId,
    }),
  );
  if ((await addReportEvents(db, jurisdiction, events)) < events.length) throw new Contended();
  await addReportFigures(
    db,
    jurisdiction,
    decided.flatMap((one) => figureRows(one, one.number)),
  );
}

async function tellOf(inside: Context, decided: readonly Decided[]): Promise<void> {
  const moved = decided.flatMap(({ turn, submission: { period, placeId }, reportId, asked: [asked] }) => {
    const by = turn.caller.accountId;
    return asked ? [{ reportId, period, placeId, asked, authorId: by, by }] : [];
  });
  await tell(inside, null, tellingsOf('submit', moved));
}

const answerOf = ({ receivedAt }: SubmitTurn, decided: readonly Decided[]): Submitted => ({
  submitted: decided.map((one) => {
    const { reportId, number, state } = one;
    const late = isLate(receivedAt.getTime(), isoDate(reportRow(one).dueOn));
    return { reportId, number, state, late };
  }),
  receivedAt: receivedAt.toISOString(),
});

export type Submitter = Turns<SubmitBody, Submitted, ProblemCode>;

export const openSubmitter = (context: Context): Submitter =>
  openTurns<SubmitBody, Submitted, ProblemCode, AskBook>(context, {
    touches: ({ reports }) => reports.map((report) => reportIdOf(context.jurisdiction, report)),
    prepare: () => loadAsks(context),
    work: (inside, turns, note, book) => submitAll(inside, turns, book, note),
    most: 500,
    queue: 4_000,
  });
