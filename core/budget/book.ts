// The four books, their levels and lines, and which codes a line may carry; the books stay whole and apart (预算法 §5).
import { type Finding, finding } from '../project/finding.ts';

/** 一般公共预算, 政府性基金预算, 国有资本经营预算, 社会保险基金预算 (预算法 §5). */
export const budgetBooks = ['generalPublic', 'governmentFunds', 'stateCapital', 'socialInsurance'] as const;
export type BudgetBook = (typeof budgetBooks)[number];

/** 全市 adds up what lies below; 市本级 is what the city spends itself. Both tables stand in one report. */
export const budgetLevels = ['cityWide', 'ownLevel'] as const;
export type BudgetLevel = (typeof budgetLevels)[number];

export type BudgetSide = 'income' | 'expenditure';

export interface BudgetLine {
  readonly id: string;
  readonly year: number;
  readonly book: BudgetBook;
  readonly level: BudgetLevel;
  readonly side: BudgetSide;
  readonly name: string;
  /** The line it is part of; null for a total. */
  readonly parentId: string | null;
  /** 政府收支分类科目: 类 3, 款 5, 项 7 digits, 目 of income 9. Null for lines that a report prints without a code. */
  readonly functionCode: string | null;
  /** Economic classification: 类 3, 款 5 digits. */
  readonly economicCode: string | null;
  /** 基本支出 must be listed to the 款 of its economic kind (预算法 §32). */
  readonly basic: boolean;
}

export type LineProblem =
  | 'line.codeShape'
  | 'line.codeSide'
  | 'line.codeNotUnderParent'
  | 'line.economicShape'
  | 'line.needsItemCode'
  | 'line.needsEconomicCode'
  | 'line.parentUnknown'
  | 'line.parentOfAnotherBook'
  | 'line.circle';

/** First digit of a code: 1 income, 2 expenditure by function, 3 and 5 expenditure by economic kind (department, government). */
const first: Readonly<Record<BudgetSide, string>> = { income: '1', expenditure: '2' };
const functionLengths: Readonly<Record<BudgetSide, readonly number[]>> = {
  income: [3, 5, 7, 9],
  expenditure: [3, 5, 7],
};

/** 类, 款, 项, 目 of a code, by its length; null for another length. */
export function codeDepth(code: string): 'class' | 'type' | 'item' | 'subItem' | null {
  if (!/^\d+$/.test(code)) return null;
  const byLength = { 3: 'class', 5: 'type', 7: 'item', 9: 'subItem' } as const;
  return code.length === 3 || code.length === 5 || code.length === 7 || code.length === 9
    ? byLength[code.length]
    : null;
}

function codeFindings(line: BudgetLine, parent: BudgetLine | undefined): readonly Finding<LineProblem>[] {
  const { functionCode: code, side, name } = line;
  if (code === null) return [];
  if (codeDepth(code) === null || !functionLengths[side].includes(code.length))
    return [finding('line.codeShape', 'refuses', { code, name })];
  if (!code.startsWith(first[side])) return [finding('line.codeSide', 'refuses', { code, name })];
  const above = parent?.functionCode ?? null;
  return above !== null && !code.startsWith(above)
    ? [finding('line.codeNotUnderParent', 'refuses', { code, parent: above, name })]
    : [];
}

function economicFindings({ economicCode, side, name, basic }: BudgetLine): readonly Finding<LineProblem>[] {
  if (economicCode === null)
    return basic && side === 'expenditure' ? [finding('line.needsEconomicCode', 'asks', { name })] : [];
  const fits = /^[35]\d{2}(?:\d{2})?$/.test(economicCode) && side === 'expenditure';
  if (!fits) return [finding('line.economicShape', 'refuses', { code: economicCode, name })];
  return basic && economicCode.length < 5 ? [finding('line.needsEconomicCode', 'asks', { name })] : [];
}

const goesInCircle = (line: BudgetLine, byId: ReadonlyMap<string, BudgetLine>): boolean => {
  const seen = new Set<string>();
  for (
    let at: BudgetLine | undefined = line;
    at;
    at = at.parentId === null ? undefined : byId.get(at.parentId)
  ) {
    if (seen.has(at.id)) return true;
    seen.add(at.id);
  }
  return false;
};

/** What is wrong with the lines of one budget; leaves of the general book must be listed to the 项 (预算法 §32). */
export function checkLines(
  lines: readonly BudgetLine[],
): readonly { readonly lineId: string; readonly finding: Finding<LineProblem> }[] {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const parents = new Set(lines.map(({ parentId }) => parentId));
  return lines.flatMap((line) => {
    const parent = line.parentId === null ? undefined : byId.get(line.parentId);
    const found: Finding<LineProblem>[] = [...codeFindings(line, parent), ...economicFindings(line)];
    if (line.parentId !== null && !parent)
      found.push(finding('line.parentUnknown', 'refuses', { name: line.name }));
    if (
      parent &&
      (parent.book !== line.book ||
        parent.side !== line.side ||
        parent.level !== line.level ||
        parent.year !== line.year)
    )
      found.push(finding('line.parentOfAnotherBook', 'refuses', { name: line.name, parent: parent.name }));
    if (goesInCircle(line, byId)) found.push(finding('line.circle', 'refuses', { name: line.name }));
    const leaf = !parents.has(line.id) && line.side === 'expenditure' && line.book === 'generalPublic';
    const depth = line.functionCode === null ? null : codeDepth(line.functionCode);
    if (leaf && (depth === 'class' || depth === 'type'))
      found.push(finding('line.needsItemCode', 'notes', { name: line.name, code: line.functionCode ?? '' }));
    return found.map((each) => ({ lineId: line.id, finding: each }));
  });
}
