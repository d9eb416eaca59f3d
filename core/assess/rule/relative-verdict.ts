// How a target that is relative to another series (快于经济增速, 高于城镇1个百分点) is judged.
import type { GoodWay } from '../../plan/commitment.ts';
import { bareSeriesName, namesOfSeries } from '../../plan/words/series-name.ts';
import { isOwnPast } from '../../plan/words/target-words.ts';
import { type Bound, isMet, meets } from '../../quantity/comparator.ts';
import { add, compare, type Decimal, parseDecimal, subtract, ZERO } from '../../quantity/decimal.ts';
import { seriesOn } from '../facts.ts';
import type { ReasonCode, Verdict } from '../verdict.ts';
import type { TargetCase } from './case.ts';
import { valueFor } from './figure.ts';
import { decimalText, missedBy, reachedBy, reason, verdict } from './reasons.ts';

interface Other {
  readonly value: Decimal;
  readonly name: string;
  readonly printed: string;
}

/** The other side: the metric's own past, or a series of the same plan on the same day. */
function otherSide(inCase: TargetCase): Other | null {
  const name = inCase.target.relative ?? '';
  if (isOwnPast(name)) {
    const before = inCase.base ? valueFor(inCase.target, inCase.base) : null;
    return before?.kind === 'value' ? { value: before.value, name, printed: '' } : null;
  }
  const found = seriesOn(inCase.series, name, inCase.figure.periodEnd);
  const value = found ? parseDecimal(found.amount) : null;
  return found && value ? { value, name: found.name, printed: found.printed } : null;
}

/** The statement itself may compare: 高于GDP增速0.5个百分点. */
function saidInWords(inCase: TargetCase): 'faster' | 'slower' | null {
  const names = namesOfSeries(inCase.target.relative ?? '').filter((name) => name.length > 1);
  const words = inCase.figure.statement.replace(/\s/g, '');
  for (const name of [...names, bareSeriesName(inCase.target.relative ?? '')]) {
    if (name === '') continue;
    const place = words.indexOf(name);
    if (place < 1) continue;
    const before = words.slice(Math.max(0, place - 6), place);
    if (/(?:快于|高于|优于|跑赢|超过)[^,，;；。]*$/.test(before)) return 'faster';
    if (/(?:低于|慢于)[^,，;；。]*$/.test(before)) return 'slower';
  }
  return null;
}

interface Asked {
  readonly bound: Bound;
  readonly goodWay: GoodWay;
  readonly tolerance: Decimal;
  readonly codes: readonly [met: ReasonCode, missed: ReasonCode];
}

function askedOf(inCase: TargetCase, other: Decimal): Asked {
  const { target, settings } = inCase;
  const points = target.values[0] === undefined ? null : parseDecimal(target.values[0]);
  if (target.relativeType === 'sync') {
    const goodWay = target.goodWay === 'lower' ? 'lower' : 'higher';
    // To keep step is to stay near: 同步 is allowed the tolerance of 基本同步, or a tenth of a point would break it.
    const bound: Bound = { comparator: 'approx', values: [other], strict: false };
    return { bound, goodWay, tolerance: settings.tolerance, codes: ['inStepWith', 'outOfStepWith'] };
  }
  const strict = points === null && target.strict !== false;
  if (target.relativeType === 'below') {
    const values = [points ? subtract(other, points) : other] as const;
    return {
      bound: { comparator: 'le', values, strict },
      goodWay: 'lower',
      tolerance: ZERO,
      codes: ['slowerThan', 'fasterThan'],
    };
  }
  const values = [points ? add(other, points) : other] as const;
  return {
    bound: { comparator: 'ge', values, strict },
    goodWay: 'higher',
    tolerance: ZERO,
    codes: ['fasterThan', 'slowerThan'],
  };
}

/** Null where the figure itself is no number: then its words are asked. */
export function judgeRelative(inCase: TargetCase): Verdict | null {
  const { target, figure, asOf, dueOn } = inCase;
  const read = valueFor(target, figure);
  if (read.kind === 'unitMismatch')
    return verdict('noJudgement', asOf, [
      reason('unitMismatch', { unit: read.unit, targetUnit: target.unit }),
    ]);
  const other = otherSide(inCase);
  if (read.kind !== 'value' || !other) {
    const said = saidInWords(inCase);
    if (said) {
      const met = (said === 'faster') === (target.relativeType !== 'below');
      const code = said === 'faster' ? 'fasterThan' : 'slowerThan';
      const because = [
        reason(code, { series: target.relative ?? '', target: target.printed, statement: figure.statement }),
      ];
      return verdict(met ? reachedBy(figure.periodEnd, dueOn) : missedBy(asOf, dueOn), asOf, because);
    }
    if (read.kind !== 'value') return null;
    const code = isOwnPast(target.relative ?? '') ? 'noBase' : 'comparatorMissing';
    return verdict('noJudgement', asOf, [
      reason(code, { series: target.relative ?? '', target: target.printed, day: figure.periodEnd }),
    ]);
  }
  const asked = askedOf(inCase, other.value);
  const met = isMet(meets(asked.bound, read.value, asked.goodWay, asked.tolerance));
  const because = reason(met ? asked.codes[0] : asked.codes[1], {
    actual: decimalText(read.value),
    series: other.name,
    seriesValue: decimalText(other.value),
    difference: decimalText(subtract(read.value, other.value)),
    tolerance: decimalText(asked.tolerance),
    target: target.printed,
    equal: compare(read.value, other.value) === 0 ? 'true' : 'false',
    ...(other.printed === '' ? {} : { seriesPrinted: other.printed }),
  });
  return verdict(met ? reachedBy(figure.periodEnd, dueOn) : missedBy(asOf, dueOn), asOf, [because]);
}
