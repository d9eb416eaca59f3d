// Whether new government bonds are one number wherever a report prints them: in its review of the year and in its notes as in
// the debt statement (预算法 §75: the parts of a report agree). Both places are named, neither is corrected.
import type { BudgetLine } from '../item/budget/budget-line.ts';
import type { Check, Span } from '../reading.ts';
import { claim, decimalsIn, inUnit, type Printed } from './budget-sum.ts';

type Kind = '' | 'General' | 'Special';

interface Repeat {
  readonly printed: Printed;
  readonly kind: Kind;
  /** Level by its printed word. */
  readonly level: string;
}

/** 新增地方政府债券347.8亿元, 新增政府债券资金 347.8 亿元, 新增专项债券54.6亿元. */
const named = /新增(?:地方政府|政府|地方)?(一般|专项)?债券(?:资金)?\s*(\d+(?:\.\d+)?)\s*((?:万亿|亿|万)元)/g;
/** …(其中市本级54.6亿元): the part of one level, right behind the whole. */
const partOf = /^\s*\(其中[:：]?\s*([市区县省州]本级)\s*(\d+(?:\.\d+)?)\s*((?:万亿|亿|万)元)/;
const levelWord = /全[市区县省州]|[市区县省州]本级/g;

const kinds: Readonly<Record<string, Kind>> = { 一般: 'General', 专项: 'Special' };

const amountAt = (start: number, words: string, number: string, unit: string): Printed => ({
  start,
  end: start + words.length,
  value: Number(number),
  unit,
  decimals: decimalsIn(number),
});

const sentenceAround = (text: string, at: number): Span => {
  const before = Math.max(text.lastIndexOf('。', at), text.lastIndexOf('\n', at)) + 1;
  const stops = [text.indexOf('。', at), text.indexOf('\n', at)].filter((stop) => stop >= 0);
  return { start: before, end: Math.min(...stops, text.length) };
};

/** The level named last before the amount, else the first one after it in the same sentence. */
function levelOf(text: string, at: number): string | null {
  const { start, end } = sentenceAround(text, at);
  const before = [...text.slice(start, at).matchAll(levelWord)].at(-1)?.[0];
  return before ?? text.slice(at, end).match(levelWord)?.[0] ?? null;
}

/** Every printing of new bonds that is no line of the debt statement. */
function repeatsIn(text: string, report: Span, lines: readonly BudgetLine[]): readonly Repeat[] {
  const own = lines.filter(({ book }) => book === 'debt');
  const isLine = ({ start, end }: Span) => own.some((line) => line.start < end && line.end > start);
  return [...text.slice(report.start, report.end).matchAll(named)].flatMap((match): readonly Repeat[] => {
    const [words, kind = '', number = '', unit = ''] = match;
    const printed = amountAt(report.start + match.index, words, number, unit);
    const level = levelOf(text, printed.start);
    if (level === null || isLine(printed)) return [];
    const whole: Repeat = { printed, kind: kinds[kind] ?? '', level };
    const part = partOf.exec(text.slice(printed.end, printed.end + 40));
    if (!part) return [whole];
    const [inner, partLevel = '', partNumber = '', partUnit = ''] = part;
    return [
      whole,
      { ...whole, level: partLevel, printed: amountAt(printed.end, inner, partNumber, partUnit) },
    ];
  });
}

/** 新增债券54.6亿元(全部为专项债券): the whole is its special bonds. */
const standsFor = (text: string, lines: readonly BudgetLine[], { kind, level }: Repeat) => {
  const own = lines.filter(
    (line) => line.book === 'debt' && line.basis === 'execution' && line.level === level,
  );
  const ofKind = own.find(({ key }) => key === `newBonds${kind}`);
  if (ofKind || kind === '') return ofKind;
  const word = kind === 'General' ? '一般' : '专项';
  return own.find(
    ({ key, end }) => key === 'newBonds' && text.slice(end, end + 12).startsWith(`(全部为${word}`),
  );
};

/** `report` is the part of the document that holds the statements: another part of a gazette is another report. */
export function budgetRepeats(text: string, report: Span, lines: readonly BudgetLine[]): readonly Check[] {
  return repeatsIn(text, report, lines).flatMap((repeat) => {
    const line = standsFor(text, lines, repeat);
    if (!line) return [];
    return [
      claim({
        rule: 'budget.identity',
        what: `${line.year} ${line.basis} ${line.level} debt: newBonds${repeat.kind} = ${line.key}`,
        of: { ...repeat.printed },
        found: inUnit(line, repeat.printed.unit),
        rounding: 0,
        other: { start: line.start, end: line.end },
      }),
    ];
  });
}
