// bihuan audit: where a document contradicts itself, each time with both places and both numbers.
import type { Check, Reading } from '../../../core/read/reading.ts';
import { placeOf, quote } from '../print.ts';
import { fill, type Voice } from '../terminal.ts';
import { words } from '../words.ts';

const isRepair = (check: Check): boolean => check.rule.startsWith('repair.');

/** Failed checks that the document itself does not explain. */
export const contradictions = (reading: Reading): readonly Check[] =>
  reading.checks.filter((check) => !check.ok && !isRepair(check) && check.explainedBy === undefined);

const at = (source: string, start: number): string => {
  const { line, column } = placeOf(source, start);
  return `${line}:${column}`;
};

function numbersOf(check: Check, voice: Voice): string {
  const text = (value: Check['expected']) => (value === null ? '–' : String(value));
  const parts = [
    fill(voice.say(words.expected), { expected: text(check.expected), found: text(check.found) }),
  ];
  if (check.residual !== null)
    parts.push(fill(voice.say(words.residual), { residual: String(check.residual) }));
  if (check.rounding > 0) parts.push(fill(voice.say(words.rounding), { rounding: String(check.rounding) }));
  if (check.explainedBy) parts.push(voice.say(words.explained));
  return parts.join(voice.language === 'zh' ? '，' : ', ');
}

function showCheck(check: Check, source: string, voice: Voice, width: number): string[] {
  const { paint } = voice;
  const sign = check.explainedBy ? paint.yellow('△') : paint.red('✗');
  const other = check.other;
  return [
    `${sign} ${paint.bold(at(source, check.start))} ${check.what} ${paint.dim(check.rule)}`,
    `    ${numbersOf(check, voice)}`,
    `    ${paint.dim('│')} ${quote(source, check, width - 8)}`,
    ...(other
      ? [
          `    ${paint.dim('│')} ${fill(voice.say(words.other), { place: at(source, other.start) })} ${quote(source, other, width - 24)}`,
        ]
      : []),
  ];
}

export function showAudit(reading: Reading, source: string, voice: Voice, width: number): string[] {
  const failed = reading.checks.filter((check) => !check.ok && !isRepair(check));
  const repairs = reading.checks.filter(isRepair).length;
  const checks = reading.checks.length - repairs;
  const found = contradictions(reading).length;
  const sum =
    checks === 0
      ? voice.say(words.noChecks)
      : fill(voice.say(words.audited), { checks: String(checks), failed: String(found) });
  const tail = repairs > 0 ? fill(voice.say(words.auditedRepairs), { repairs: String(repairs) }) : '';
  return [...failed.flatMap((check) => showCheck(check, source, voice, width)), `${sum}${tail}`];
}

export interface PlacedCheck extends Check {
  readonly line: number;
  readonly column: number;
  readonly quote: string;
  readonly otherPlace: { readonly line: number; readonly column: number; readonly quote: string } | null;
}

/** The same for programs: every check with its line, column and printed words. */
export function auditJson(reading: Reading, source: string) {
  const checks: PlacedCheck[] = reading.checks.map((check) => ({
    ...check,
    ...placeOf(source, check.start),
    quote: quote(source, check, 200),
    otherPlace: check.other
      ? { ...placeOf(source, check.other.start), quote: quote(source, check.other, 200) }
      : null,
  }));
  return { document: reading.document, contradictions: contradictions(reading).length, checks };
}
