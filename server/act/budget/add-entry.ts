// Adds a version of a line: approved, revised by a resolution, executed or final. Refused without its resolution; asked about
// with both numbers where it does not fit what it stands beside.
import { checkEntry } from '../../../core/budget/line-check.ts';
import type { Resolution, VersionEntry } from '../../../core/budget/version.ts';
import type { Finding } from '../../../core/project/finding.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { MoneyProblem } from '../../../core/vocabulary/money-sentence.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { addEntries, listEntries } from '../../store/budget/entry.ts';
import { getLine, listLines } from '../../store/budget/line.ts';
import { keepResolution } from '../../store/budget/resolution.ts';
import { type Actor, perform } from '../perform.ts';
import { standsInTheWay } from './asked.ts';

export interface EntryBody {
  readonly version: VersionEntry['version'];
  readonly amount: string;
  readonly day: VersionEntry['day'];
  readonly resolution: Resolution | null;
  readonly specialTransfer: boolean;
  readonly explanation: string;
  /** Number of the last entry that the person saw. */
  readonly after: number;
}

export interface EntryAdded {
  readonly number: number;
  readonly findings: readonly Finding<MoneyProblem>[];
}

export function addBudgetEntry(
  context: Context,
  actor: Actor,
  lineId: string,
  body: EntryBody,
): Promise<Result<EntryAdded, ProblemCode>> {
  return perform<EntryAdded, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction } = inside;
    const line = await getLine(db, jurisdiction, lineId);
    if (!line) return fail('budgetLine.notFound');
    const lines = await listLines(db, jurisdiction, line);
    const entries = await listEntries(
      db,
      jurisdiction,
      lines.map(({ id }) => id),
    );
    const last = entries.filter((entry) => entry.lineId === lineId).at(-1)?.sequence ?? 0;
    if (last !== body.after) return fail('state.changed');
    const { after: _after, explanation, ...said } = body;
    const entry: VersionEntry = { lineId, ...said, sequence: last + 1 };
    const findings = checkEntry(entry, line, lines, entries, inside.today());
    const blocked = standsInTheWay(findings, explanation);
    if (blocked) return blocked;
    const recordedBy = actor.caller.accountId;
    const resolutionId = body.resolution
      ? await keepResolution(db, jurisdiction, body.resolution, recordedBy)
      : null;
    const kept = {
      ...entry,
      number: entry.sequence,
      resolutionId,
      explanation: explanation.trim(),
      origin: null,
    };
    if (!(await addEntries(db, jurisdiction, [kept], recordedBy))) return fail('state.changed');
    const detail = { version: body.version, amount: body.amount, number: entry.sequence };
    note({ act: 'budget.entry', objectKind: 'budget', objectId: lineId, detail });
    return succeed({ number: entry.sequence, findings });
  });
}
