// A budget line as it is shown: versions in force on a day, execution against the revised budget, growth, what is asked about.
import type { BudgetLine } from '../../../core/budget/book.ts';
import { executionOn, yearOnYear } from '../../../core/budget/execution.ts';
import { checkParts } from '../../../core/budget/parts.ts';
import type { BudgetSettings } from '../../../core/budget/settings.ts';
import { type BudgetVersion, inForceOn } from '../../../core/budget/version.ts';
import type { budgetRoutes, Line, MoneyFinding } from '../../../core/contract/budgets.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import type { Finding } from '../../../core/project/finding.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { type MoneyProblem, moneySentence } from '../../../core/vocabulary/money-sentence.ts';
import type { Context } from '../../context.ts';
import type { DocumentFact } from '../../judge/plan-facts.ts';
import { type KeptEntry, listEntries } from '../../store/budget/entry.ts';
import type { KeptLine } from '../../store/budget/line.ts';
import { listDocumentTitles } from '../../store/document.ts';
import { type Source, sourceView } from '../row.ts';

export type LineView = OutputOf<typeof Line>;
export type FindingView = OutputOf<typeof MoneyFinding>;
export type BookPage = OutputOf<(typeof budgetRoutes)['GET /api/budgets/:year/:book/:level']['response']>;

export type Titles = ReadonlyMap<string, DocumentFact>;

export const loadTitles = async ({ db, jurisdiction }: Context): Promise<Titles> =>
  new Map((await listDocumentTitles(db, jurisdiction, null)).map((document) => [document.id, document]));

export const originView = (titles: Titles, origin: KeptEntry['origin']): Source | null =>
  origin &&
  sourceView(titles, {
    document_id: origin.documentId,
    span_start: origin.start,
    span_end: origin.end,
    quote: origin.quote,
  });

export const findingView = (finding: Finding<MoneyProblem>): FindingView => ({
  code: finding.code,
  weight: finding.weight,
  zh: moneySentence(finding, 'zh'),
  en: moneySentence(finding, 'en'),
});

export const resolutionView = (resolution: KeptEntry['resolution']) => resolution && { ...resolution };

/** Lines with their entries, those of the year before beside them. */
export interface Shelf {
  readonly lines: readonly KeptLine[];
  readonly entries: ReadonlyMap<string, readonly KeptEntry[]>;
  readonly before: readonly KeptLine[];
  readonly entriesBefore: ReadonlyMap<string, readonly KeptEntry[]>;
  readonly titles: Titles;
  readonly settings: BudgetSettings;
  readonly asOf: IsoDate;
  readonly year: number;
}

export const entriesOf = async (
  { db, jurisdiction }: Context,
  lines: readonly KeptLine[],
): Promise<ReadonlyMap<string, readonly KeptEntry[]>> => {
  const entries = await listEntries(
    db,
    jurisdiction,
    lines.map(({ id }) => id),
  );
  const found = new Map<string, KeptEntry[]>();
  for (const entry of entries) {
    const own = found.get(entry.lineId);
    if (own) own.push(entry);
    else found.set(entry.lineId, [entry]);
  }
  return found;
};

const latest = (entries: readonly KeptEntry[], lineId: string, version: BudgetVersion, asOf: IsoDate) => {
  const found = inForceOn(entries, lineId, version, asOf);
  return entries.find((entry) => entry === found);
};

/** The same line a year before: by its key, else by its codes and name. */
function lineBefore({ before }: Shelf, line: KeptLine): KeptLine | undefined {
  return before.find(
    (other) =>
      other.book === line.book &&
      other.level === line.level &&
      other.side === line.side &&
      (line.key === ''
        ? other.key === '' &&
          other.functionCode === line.functionCode &&
          other.economicCode === line.economicCode &&
          other.name === line.name
        : other.key === line.key),
  );
}

/** Growth over what was executed the year before; of the budget only where that year's execution is whole. */
function growthOf(shelf: Shelf, line: KeptLine, executed: KeptEntry | undefined, budget: string | null) {
  const other = lineBefore(shelf, line);
  const entries = other ? (shelf.entriesBefore.get(other.id) ?? []) : [];
  const last =
    entries.filter(({ version }) => version === 'final').at(-1) ??
    entries.filter(({ version }) => version === 'executed').at(-1);
  const isWhole = last !== undefined && (last.version === 'final' || last.day.endsWith('-12-31'));
  if (!isWhole) return { growth: null, growthOf: null, lastYear: null } as const;
  const isYear = executed?.day.endsWith('-12-31') ?? false;
  const amount = isYear ? (executed?.amount ?? null) : budget;
  return {
    growth: amount === null ? null : yearOnYear(amount, last.amount),
    growthOf: amount === null ? null : isYear ? ('executed' as const) : ('budget' as const),
    lastYear: last.amount,
  };
}

export function depthOf(line: BudgetLine, byId: ReadonlyMap<string, BudgetLine>): number {
  let depth = 0;
  for (let at = line; at.parentId !== null && depth < 9; depth += 1) {
    const above = byId.get(at.parentId);
    if (!above) break;
    at = above;
  }
  return depth;
}

const versions = ['approved', 'revised', 'executed', 'final'] as const;

/** Sums that do not hold, in any version, by line. */
export function partFindings({
  lines,
  entries,
  asOf,
}: Shelf): ReadonlyMap<string, readonly Finding<MoneyProblem>[]> {
  const all = [...entries.values()].flat();
  const found = new Map<string, Finding<MoneyProblem>[]>();
  for (const version of versions)
    for (const { lineId, finding } of checkParts(lines, all, version, asOf)) {
      if (finding.weight === 'notes') continue;
      found.set(lineId, [...(found.get(lineId) ?? []), finding]);
    }
  return found;
}

export function lineView(
  shelf: Shelf,
  line: KeptLine,
  found: ReadonlyMap<string, readonly Finding<MoneyProblem>[]>,
): LineView {
  const { asOf, settings, titles, year } = shelf;
  const entries = shelf.entries.get(line.id) ?? [];
  const byId = new Map(shelf.lines.map((each) => [each.id, each]));
  const version = (name: BudgetVersion) => {
    const entry = latest(entries, line.id, name, asOf);
    return entry
      ? {
          amount: entry.amount,
          day: entry.day,
          resolution: resolutionView(entry.resolution),
          source: originView(titles, entry.origin),
        }
      : null;
  };
  const { budget, against, percent, countedTo, elapsedPercent, pace } = executionOn(
    entries,
    line.id,
    year,
    asOf,
    settings,
  );
  return {
    id: line.id,
    key: line.key,
    side: line.side,
    name: line.name,
    parentId: line.parentId,
    depth: depthOf(line, byId),
    functionCode: line.functionCode,
    economicCode: line.economicCode,
    basic: line.basic,
    sample: line.sample,
    approved: version('approved'),
    revised: version('revised'),
    executed: version('executed'),
    final: version('final'),
    ...{ budget, against, percent, countedTo, elapsedPercent },
    // Of a year that is over, time is no measure: only the percentage tells.
    pace: countedTo?.endsWith('-12-31') ? null : pace,
    ...growthOf(shelf, line, latest(entries, line.id, 'executed', asOf), budget),
    revisions: entries.filter((entry) => entry.version === 'revised' && entry.day <= asOf).length,
    findings: (found.get(line.id) ?? []).map(findingView),
  };
}
