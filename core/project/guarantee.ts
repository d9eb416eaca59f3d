// What a project needs to be built and what it was granted: land, forest, energy, money; one list a project, asked beside granted.
import type { IsoDate } from '../quantity/date.ts';
import { add, compare, type Decimal, scaleByTen, subtract, ZERO } from '../quantity/decimal.ts';
import { readUnit } from '../quantity/unit.ts';
import { type Finding, finding } from './finding.ts';
import { numberOf, percentOf, printed } from './money.ts';

/** 用地, 用林, 用能, 资金: the factors of 一项目一要素服务保障清单. */
export const factors = ['land', 'forest', 'energy', 'money'] as const;
export type Factor = (typeof factors)[number];

/** Units in which a factor may be given; energy is counted in tonnes of standard coal. */
const unitOf: Readonly<Record<Factor, RegExp>> = {
  land: /亩$|公顷$|平方米$/,
  forest: /亩$|公顷$|平方米$/,
  energy: /吨标准煤$|吨标煤$/,
  money: /元$/,
};

export interface GuaranteeEntry {
  readonly projectId: string;
  readonly factor: Factor;
  readonly kind: 'asked' | 'granted';
  readonly day: IsoDate;
  readonly amount: string;
  readonly unit: string;
  /** Document or decision that grants it; empty for what is asked. */
  readonly source: string;
}

export type GuaranteeProblem =
  | 'guarantee.unreadable'
  | 'guarantee.unitOfFactor'
  | 'guarantee.unitsDiffer'
  | 'guarantee.grantNeedsSource'
  | 'guarantee.overAsked';

/** What is wrong with one entry by itself. */
export function checkGuarantee(entry: GuaranteeEntry): readonly Finding<GuaranteeProblem>[] {
  const value = numberOf(entry.amount);
  if (!value || value.coefficient < 0n)
    return [finding('guarantee.unreadable', 'refuses', { text: entry.amount })];
  if (!unitOf[entry.factor].test(entry.unit.trim()))
    return [finding('guarantee.unitOfFactor', 'refuses', { unit: entry.unit, factor: entry.factor })];
  const unfounded = entry.kind === 'granted' && entry.source.trim() === '';
  return unfounded ? [finding('guarantee.grantNeedsSource', 'refuses', { factor: entry.factor })] : [];
}

export interface GuaranteeLine {
  readonly factor: Factor;
  readonly unit: string;
  /** Null where nothing was asked: then granted is not held against anything. */
  readonly asked: string | null;
  readonly granted: string;
  readonly gap: string | null;
  readonly percent: string | null;
  readonly findings: readonly Finding<GuaranteeProblem>[];
}

/** Amounts of one factor in the unit of the first entry; entries of another base unit are told, not counted. */
function totalled(
  entries: readonly GuaranteeEntry[],
  unit: string,
): { readonly sum: Decimal; readonly skipped: number } {
  const wanted = readUnit(unit);
  let sum = ZERO;
  let skipped = 0;
  for (const entry of entries) {
    const value = numberOf(entry.amount);
    const own = readUnit(entry.unit);
    if (!value || own.base !== wanted.base) skipped += 1;
    else sum = add(sum, scaleByTen(value, own.power - wanted.power));
  }
  return { sum, skipped };
}

/** The guarantee list of one project on a day: what was asked last stands, what was granted adds up. */
export function guaranteeList(entries: readonly GuaranteeEntry[], asOf: IsoDate): readonly GuaranteeLine[] {
  const known = entries.filter(({ day }) => day <= asOf);
  return factors.flatMap((factor) => {
    const own = known.filter((entry) => entry.factor === factor);
    const asked = own
      .filter(({ kind }) => kind === 'asked')
      .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
    const last = asked.at(-1);
    const granted = own.filter(({ kind }) => kind === 'granted');
    const unit = last?.unit ?? granted[0]?.unit;
    if (unit === undefined) return [];
    const { sum, skipped } = totalled(granted, unit);
    const wish = last ? numberOf(last.amount) : null;
    const findings: Finding<GuaranteeProblem>[] = [];
    if (skipped > 0)
      findings.push(finding('guarantee.unitsDiffer', 'asks', { factor, count: `${skipped}`, unit }));
    if (wish && compare(sum, wish) > 0)
      findings.push(
        finding('guarantee.overAsked', 'asks', { factor, granted: printed(sum), asked: printed(wish), unit }),
      );
    return [
      {
        factor,
        unit,
        asked: wish ? printed(wish) : null,
        granted: printed(sum),
        gap: wish ? printed(subtract(wish, sum)) : null,
        percent: wish ? percentOf(sum, wish) : null,
        findings,
      },
    ];
  });
}
