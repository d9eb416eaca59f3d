// What is wrong with a figure as it is entered: refused, asked about, or noted. Nothing is repaired in silence.
import type { DecimalText, GoodWay, Measure } from '../plan/commitment.ts';
import type { IsoDate } from '../quantity/date.ts';
import {
  absolute,
  compare,
  type Decimal,
  decimal,
  multiply,
  parseDecimal,
  printDecimal,
  scaleByTen,
  trim,
  ZERO,
} from '../quantity/decimal.ts';
import { parsePeriod } from '../quantity/period.ts';
import { readUnit } from '../quantity/unit.ts';
import { saysNothing } from './empty-words.ts';
import type { FigureEntry } from './report.ts';

/** refuses: cannot be submitted. asks: can, with an explanation. notes: is only said. */
export type FindingWeight = 'refuses' | 'asks' | 'notes';

export type FigureProblem =
  | 'figure.empty'
  | 'figure.numberInvalid'
  | 'figure.unitMismatch'
  | 'figure.periodInvalid'
  | 'figure.periodAhead'
  | 'figure.periodNotAsked'
  | 'figure.outOfRange'
  | 'figure.notWhole'
  | 'figure.belowLast'
  | 'figure.jump'
  | 'figure.sameAsLast'
  | 'figure.saysNothing'
  | 'figure.needsNumber';

export interface FigureFinding {
  readonly code: FigureProblem;
  readonly weight: FindingWeight;
  readonly params: Readonly<Record<string, string>>;
}

/** What is known of the figure that is asked for. */
export interface FigureContext {
  readonly metric: string;
  readonly measure: Measure;
  readonly goodWay: GoodWay;
  readonly unit: string;
  /** Counted from January: it cannot fall while the year runs. */
  readonly cumulative: boolean;
  /** The figure before, in `unit`; null where there is none of the same year for a cumulative figure. */
  readonly last: DecimalText | null;
  readonly lastPeriod: string;
  readonly least: DecimalText | null;
  readonly most: DecimalText | null;
  readonly today: IsoDate;
  readonly periods: readonly string[];
}

export interface FigureCheckSettings {
  /** A figure this many times the one before, or its inverse, is asked about: 亿元 entered as 万元 is 10,000 times too much. */
  readonly jumpFactor: Decimal;
}

/** Default of this software: below the 10,000 between 万 and 亿, above what a month can bring. */
export const defaultFigureChecks: FigureCheckSettings = { jumpFactor: decimal('1000') };

const finding = (
  code: FigureProblem,
  weight: FindingWeight,
  params: Readonly<Record<string, string>> = {},
): FigureFinding => ({ code, weight, params });

export interface ReadValue {
  readonly value: Decimal;
  /** The unit printed with the number, or the one of its own column; empty where neither is given. */
  readonly unit: string;
}

/** A typed number, with its unit behind it where one was typed: 12%, 3.2亿元. Words before it (约3) are not a number. */
export function readTyped(text: string): ReadValue | null {
  const parts = /^([+-]?[\d,]+(?:\.\d+)?)\s*([^\d\s.,+-]\D*)?$/.exec(text.trim());
  const value = parts ? parseDecimal(parts[1] ?? '') : null;
  return value ? { value, unit: (parts?.[2] ?? '').trim() } : null;
}

/** The typed value in the unit that is asked for; null where the units do not count the same thing. */
export function inAskedUnit(read: ReadValue, entryUnit: string, asked: string): Decimal | null {
  const given = readUnit(read.unit === '' ? (entryUnit === '' ? asked : entryUnit) : read.unit);
  const wanted = readUnit(asked);
  if (given.base !== wanted.base) return null;
  // A unit typed behind the number and another in its own column contradict each other.
  if (read.unit !== '' && entryUnit !== '' && readUnit(entryUnit).base !== given.base) return null;
  return trim(scaleByTen(read.value, given.power - wanted.power));
}

function periodFindings(entry: FigureEntry, context: FigureContext): readonly FigureFinding[] {
  const period = parsePeriod(entry.period);
  if (!period) return [finding('figure.periodInvalid', 'refuses', { text: entry.period })];
  if (!context.periods.includes(entry.period))
    return [finding('figure.periodNotAsked', 'refuses', { text: entry.period })];
  if (period.end > context.today && entry.nature !== 'estimated')
    return [finding('figure.periodAhead', 'refuses', { period: entry.period, today: context.today })];
  return [];
}

const isCount = (unit: string): boolean => readUnit(unit).base.startsWith('each:');

function rangeFindings(value: Decimal, context: FigureContext): readonly FigureFinding[] {
  const { unit, measure } = context;
  const { base, power } = readUnit(unit);
  const isShare = measure === 'share' && base === 'percent';
  const least = context.least ?? (isShare || base.startsWith('each:') ? '0' : null);
  const most = context.most ?? (isShare ? '100' : null);
  const low = least !== null && compare(value, parseDecimal(least) ?? ZERO) < 0;
  const high = most !== null && compare(value, parseDecimal(most) ?? ZERO) > 0;
  const params = { value: printDecimal(value), least: least ?? '—', most: most ?? '—', unit };
  const found = low || high ? [finding('figure.outOfRange', 'refuses', params)] : [];
  const broken = isCount(unit) && trim(scaleByTen(value, power)).places > 0;
  return broken ? [...found, finding('figure.notWhole', 'refuses', params)] : found;
}

function jumps(value: Decimal, last: Decimal, factor: Decimal): boolean {
  const [now, before] = [absolute(value), absolute(last)];
  if (compare(now, ZERO) === 0 || compare(before, ZERO) === 0) return false;
  return compare(now, multiply(before, factor)) >= 0 || compare(before, multiply(now, factor)) >= 0;
}

function lastFindings(
  value: Decimal,
  context: FigureContext,
  settings: FigureCheckSettings,
): readonly FigureFinding[] {
  const last = context.last === null ? null : parseDecimal(context.last);
  if (!last) return [];
  const params = {
    value: printDecimal(value),
    last: printDecimal(last),
    period: context.lastPeriod,
    unit: context.unit,
  };
  if (jumps(value, last, settings.jumpFactor)) return [finding('figure.jump', 'asks', params)];
  const order = compare(value, last);
  if (context.cumulative && order < 0) return [finding('figure.belowLast', 'asks', params)];
  return order === 0 ? [finding('figure.sameAsLast', 'notes', params)] : [];
}

function withoutNumber(entry: FigureEntry, context: FigureContext): readonly FigureFinding[] {
  const said = entry.statement.trim();
  if (context.measure === 'text') {
    if (said === '') return [finding('figure.empty', 'refuses')];
    return saysNothing(said) ? [finding('figure.saysNothing', 'asks', { text: said })] : [];
  }
  if (said === '') return [finding('figure.empty', 'refuses')];
  const code = saysNothing(said) ? 'figure.saysNothing' : 'figure.needsNumber';
  return [finding(code, 'refuses', { text: said, metric: context.metric })];
}

/** Every finding of one entry. 正常进行中 tells nothing about a measurable item and is refused as its report. */
export function checkFigure(
  entry: FigureEntry,
  context: FigureContext,
  settings: FigureCheckSettings = defaultFigureChecks,
): readonly FigureFinding[] {
  const period = periodFindings(entry, context);
  if (entry.value.trim() === '') return [...period, ...withoutNumber(entry, context)];
  if (saysNothing(entry.value))
    return [
      ...period,
      finding('figure.saysNothing', 'refuses', { text: entry.value, metric: context.metric }),
    ];
  const read = readTyped(entry.value);
  if (!read) return [...period, finding('figure.numberInvalid', 'refuses', { text: entry.value })];
  const value = inAskedUnit(read, entry.unit, context.unit);
  if (!value) {
    const unit = read.unit === '' ? entry.unit : read.unit;
    return [...period, finding('figure.unitMismatch', 'refuses', { unit, asked: context.unit })];
  }
  return [...period, ...rangeFindings(value, context), ...lastFindings(value, context, settings)];
}

export const isRefused = (findings: readonly FigureFinding[]): boolean =>
  findings.some(({ weight }) => weight === 'refuses');

/** True where the entry can be submitted as it stands: nothing refused, and what is asked about is explained. */
export const canSubmit = (findings: readonly FigureFinding[], explanation: string): boolean =>
  !isRefused(findings) && (explanation.trim() !== '' || !findings.some(({ weight }) => weight === 'asks'));
