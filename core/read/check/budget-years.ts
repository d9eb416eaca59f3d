// Whether a budget follows from the year before it: printed growth from both amounts, opening balance from the last closing one.
import type { BudgetLine } from '../item/budget/budget-line.ts';
import type { Check, Span } from '../reading.ts';
import type { FootnoteBlock, Structure } from '../structure.ts';
import { statementOf } from './budget-identity.ts';
import { claim, roomOf, totalIn } from './budget-sum.ts';

const sameBook = (one: BudgetLine, other: BudgetLine): boolean =>
  one.level === other.level && one.book === other.book;

const sameStatement = (one: BudgetLine, other: BudgetLine): boolean =>
  one.year === other.year && one.basis === other.basis && sameBook(one, other);

const find = (
  lines: readonly BudgetLine[],
  like: BudgetLine,
  year: number,
  key: string,
): BudgetLine | undefined =>
  lines.find((line) => line.year === year && line.key === key && sameBook(line, like));

/** 同口径: last year's expenditure without its bonds is what the growth was counted on. */
function baseOf(
  lines: readonly BudgetLine[],
  current: BudgetLine,
  growth: BudgetLine,
  text: string,
): BudgetLine | undefined {
  const before = text.slice(Math.max(0, growth.start - 6), growth.mention.start);
  const own = /同口径|可比/.test(before)
    ? find(lines, current, current.year - 1, 'ownExpenditure')
    : undefined;
  return (
    (current.key === 'expenditure' ? own : undefined) ?? find(lines, current, current.year - 1, current.key)
  );
}

function growths(text: string, lines: readonly BudgetLine[]): readonly Check[] {
  const checks: Check[] = [];
  for (const growth of lines) {
    const key = /^(income|expenditure|taxIncome|nonTaxIncome)Growth$/.exec(growth.key)?.[1];
    if (!key) continue;
    const current = lines.find((line) => line.key === key && sameStatement(line, growth));
    const base = current && baseOf(lines, current, growth, text);
    if (!current || !base || base.value === 0) continue;
    const was = totalIn([base], current.unit);
    const found = (current.value / was - 1) * 100;
    const room = roomOf([current, base], current.unit) / 2;
    checks.push(
      claim({
        rule: 'budget.identity',
        what: `${growth.year} ${growth.basis} ${growth.level} ${growth.book}: ${key} / ${key} ${growth.year - 1} − 1 = ${growth.key}`,
        of: growth,
        found: Math.round(found * 1e4) / 1e4,
        rounding: roomOf([growth], growth.unit) + (100 * room * (1 + Math.abs(current.value / was))) / was,
        other: { start: base.start, end: base.end },
      }),
    );
  }
  return checks;
}

/** Both are one number, printed in two places. */
function openings(lines: readonly BudgetLine[]): readonly Check[] {
  const checks: Check[] = [];
  const seen = new Set<string>();
  for (const opening of lines) {
    if (opening.key !== 'openingBalance' || seen.has(statementOf(opening))) continue;
    const closing = find(lines, opening, opening.year - 1, 'closingBalance');
    if (!closing) continue;
    seen.add(statementOf(opening));
    checks.push(
      claim({
        rule: 'budget.opening',
        what: `${opening.year} ${opening.level} ${opening.book}: openingBalance = closingBalance ${closing.year}`,
        of: opening,
        found: totalIn([closing], opening.unit),
        rounding: 0,
        other: { start: closing.start, end: closing.end },
      }),
    );
  }
  return checks;
}

/** The footnote whose sign stands in the statement of a figure, or null. */
function noteFor(structure: Structure, statement: readonly BudgetLine[]): Span | null {
  for (const line of statement) {
    const sign = structure.footnoteSigns.find(
      (found) => found.at >= line.mention.end && found.at <= line.mention.end + 2,
    );
    if (!sign) continue;
    const note = structure.blocks.find(
      (block): block is FootnoteBlock => block.kind === 'footnote' && block.sign === sign.sign,
    );
    if (note) return { start: note.start, end: note.end };
  }
  return null;
}

/** A failed check is explained where a note to one of its statement's figures re-scopes it. */
function explained(
  structure: Structure,
  lines: readonly BudgetLine[],
  checks: readonly Check[],
): readonly Check[] {
  return checks.map((check) => {
    if (check.ok) return check;
    const line = lines.find((found) => found.start === check.start && found.end === check.end);
    if (!line) return check;
    const note = noteFor(
      structure,
      lines.filter((found) => sameStatement(found, line)),
    );
    return note ? { ...check, explainedBy: note } : check;
  });
}

export function budgetYears(structure: Structure, lines: readonly BudgetLine[]): readonly Check[] {
  return explained(structure, lines, [...growths(structure.folded.text, lines), ...openings(lines)]);
}
