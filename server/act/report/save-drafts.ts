// Saves what is being typed: many cells of many people in one statement; two tabs that edit one cell are told apart.
import { mayOn } from '../../../core/contract/permission.ts';
import { checkFigure, type FigureContext, type FigureFinding } from '../../../core/observe/figure-check.ts';
import type { ReportState } from '../../../core/observe/report.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { Context } from '../../context.ts';
import { type DraftRow, lockDrafts, type NewDraft, putDrafts } from '../../store/report/draft.ts';
import { listReportStates } from '../../store/report/event.ts';
import { reportIdOf } from '../../store/report/report.ts';
import { Contended, openTurns, type Turn, type Turns } from '../turns.ts';
import { type AskBook, type Asked, figureKey, isAskedOf, loadAsks, underKeys } from './asks.ts';
import { contextsOf } from './last.ts';

export interface DraftEntry {
  readonly commitmentId: string;
  readonly placeId: string;
  readonly period: string;
  readonly metric: string;
  readonly value: string;
  readonly unit: string;
  readonly statement: string;
  /** The version that was on the screen; 0 where there was none. */
  readonly version: number;
}

export interface SavedDraft {
  readonly commitmentId: string;
  readonly placeId: string;
  readonly period: string;
  readonly metric: string;
  readonly version: number;
  readonly findings: readonly FigureFinding[];
}

export interface SavedDrafts {
  readonly saved: readonly SavedDraft[];
  readonly savedAt: string;
}

export type SaveProblem = 'figure.notAsked' | 'draft.changed' | 'move.notFromHere' | 'object.notFound';

export interface SaveBody {
  readonly entries: readonly DraftEntry[];
}

type SaveTurn = Turn<SaveBody>;

const cellOf = ({ commitmentId, placeId, period, metric }: Omit<DraftEntry, 'value'>): string =>
  `${commitmentId}\t${placeId}\t${period}\t${metric}`;

/** What a turn may save, or why not: each cell must be asked of the caller. */
function askedOf(
  { caller, body }: SaveTurn,
  book: AskBook,
): Result<readonly Asked[], 'figure.notAsked' | 'object.notFound'> {
  const own = underKeys(caller, book);
  const found: Asked[] = [];
  for (const { commitmentId, placeId, period, metric } of body.entries) {
    const asked = book.figures.get(figureKey(commitmentId, metric, placeId));
    if (!asked || !mayOn(own, 'report.write', asked.scope) || !isAskedOf(asked, own))
      return fail('object.notFound');
    if (!asked.periods.has(period)) return fail('figure.notAsked', { metric, period });
    found.push(asked);
  }
  return succeed(found);
}

const isEditable = (state: ReportState): boolean => state === 'draft' || state === 'returned';

const isSame = (a: DraftEntry, b: DraftRow): boolean =>
  a.value === b.value && a.unit === b.unit && a.statement === b.statement;

/** Cells that somebody else changed since the caller saw them. The same words typed twice are no conflict. */
function checkVersions(
  { body }: SaveTurn,
  drafts: ReadonlyMap<string, DraftRow>,
): Result<true, 'draft.changed'> {
  const changed = body.entries.flatMap((entry) => {
    const now = drafts.get(cellOf(entry));
    return (now?.version ?? 0) === entry.version || (now && isSame(entry, now)) ? [] : [{ entry, now }];
  });
  const [first] = changed;
  if (!first) return succeed(true);
  const { entry, now } = first;
  return fail('draft.changed', {
    metric: entry.metric,
    period: entry.period,
    by: now?.savedByName ?? '',
    theirs: now ? now.value || now.statement : '',
    mine: entry.value || entry.statement,
    version: `${now?.version ?? 0}`,
    count: `${changed.length}`,
  });
}

interface Prepared {
  readonly turn: SaveTurn;
  readonly asked: Result<readonly Asked[], SaveProblem>;
}

const idsOf = (jurisdiction: string, turns: readonly SaveTurn[]): string[] => [
  ...new Set(turns.flatMap(({ body }) => body.entries.map((entry) => reportIdOf(jurisdiction, entry)))),
];

/** One turn against the present states and drafts. */
function decide(
  jurisdiction: string,
  { turn, asked }: Prepared,
  states: ReadonlyMap<string, ReportState>,
  drafts: ReadonlyMap<string, DraftRow>,
): Result<readonly Asked[], SaveProblem> {
  if (!asked.ok) return asked;
  for (const entry of turn.body.entries) {
    const state = states.get(reportIdOf(jurisdiction, entry)) ?? 'draft';
    if (!isEditable(state)) return fail('move.notFromHere', { action: 'save', state });
  }
  const versions = checkVersions(turn, drafts);
  return versions.ok ? asked : versions;
}

const newDraftsOf = (turn: SaveTurn, drafts: ReadonlyMap<string, DraftRow>): NewDraft[] =>
  turn.body.entries.flatMap((entry) => {
    const now = drafts.get(cellOf(entry));
    if (now && isSame(entry, now)) return [];
    const { commitmentId, placeId, period, metric, value, unit, statement } = entry;
    const saved = { savedBy: turn.caller.accountId, savedAt: turn.receivedAt.toISOString() };
    const version = (now?.version ?? 0) + 1;
    return [{ commitmentId, placeId, period, metric, value, unit, statement, version, ...saved }];
  });

function answerOf(
  turn: SaveTurn,
  drafts: ReadonlyMap<string, DraftRow>,
  contexts: readonly FigureContext[],
): SavedDrafts {
  const saved = turn.body.entries.map((entry, index): SavedDraft => {
    const { commitmentId, placeId, period, metric, value, unit, statement } = entry;
    const now = drafts.get(cellOf(entry));
    const version = now && isSame(entry, now) ? now.version : (now?.version ?? 0) + 1;
    const context = contexts[index];
    const isEmpty = value.trim() === '' && statement.trim() === '';
    const typed = {
      commitmentId,
      metric,
      placeId,
      period,
      value,
      unit,
      statement,
      nature: 'reported',
    } as const;
    const findings = context && !isEmpty ? checkFigure(typed, context) : [];
    return { commitmentId, placeId, period, metric, version, findings };
  });
  return { saved, savedAt: turn.receivedAt.toISOString() };
}

async function saveAll(
  inside: Context,
  turns: readonly SaveTurn[],
  book: AskBook,
): Promise<readonly Result<SavedDrafts, SaveProblem>[]> {
  const { db, jurisdiction, today } = inside;
  const prepared = turns.map((turn): Prepared => ({ turn, asked: askedOf(turn, book) }));
  const possible = prepared.flatMap(({ turn, asked }) => (asked.ok ? [turn] : []));
  const states = await listReportStates(db, jurisdiction, idsOf(jurisdiction, possible));
  const rows = await lockDrafts(
    db,
    jurisdiction,
    possible.flatMap(({ body }) => body.entries),
  );
  const drafts = new Map(rows.map((row) => [cellOf(row), row]));
  const decided = prepared.map((each) => ({
    turn: each.turn,
    asked: decide(jurisdiction, each, states, drafts),
  }));
  const good = decided.flatMap(({ turn, asked }) =>
    asked.ok ? turn.body.entries.map((entry, index) => ({ entry, asked: asked.value[index] })) : [],
  );
  const contexts = await contextsOf(
    inside,
    good.flatMap(({ entry: { period }, asked }) => (asked ? [{ asked, period }] : [])),
    today(),
  );
  const fresh = decided.flatMap(({ turn, asked }) => (asked.ok ? newDraftsOf(turn, drafts) : []));
  if ((await putDrafts(db, jurisdiction, fresh)) < fresh.length) throw new Contended();
  let next = 0;
  return decided.map(({ turn, asked }) => {
    if (!asked.ok) return asked;
    const own = contexts.slice(next, next + turn.body.entries.length);
    next += own.length;
    return succeed(answerOf(turn, drafts, own));
  });
}

export type DraftSaver = Turns<SaveBody, SavedDrafts, SaveProblem>;

/** One saver a server: what arrives while a group is being saved forms the next group. */
export const openDraftSaver = (context: Context): DraftSaver =>
  openTurns<SaveBody, SavedDrafts, SaveProblem, AskBook>(context, {
    touches: ({ entries }) => entries.map(cellOf),
    prepare: () => loadAsks(context),
    work: (inside, turns, _note, book) => saveAll(inside, turns, book),
    most: 500,
    queue: 4_000,
  });
