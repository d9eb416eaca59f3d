// How a figure is brought to the target's unit and sense, so that both can be held against each other.

import type { Target } from '../../plan/commitment.ts';
import { figureOf, foldCell, planShareOf, saysNoFigure } from '../../plan/words/cell-words.ts';
import { namesAFall } from '../../plan/words/infer-measure.ts';
import {
  compare,
  type Decimal,
  decimal,
  negate,
  parseDecimal,
  scaleByTen,
  subtract,
} from '../../quantity/decimal.ts';
import { readUnit } from '../../quantity/unit.ts';
import type { FigureFact } from '../facts.ts';

export type FigureValue =
  | { readonly kind: 'value'; readonly value: Decimal }
  /** Only a share of the plan was stated: 完成年度目标56.3%. */
  | { readonly kind: 'planShare'; readonly share: Decimal }
  | { readonly kind: 'unitMismatch'; readonly unit: string }
  | { readonly kind: 'none' };

/** Unit that a figure of this target is printed in: growth targets that name points are still held in percent. */
export const figureUnit = (target: Target): string =>
  readUnit(target.unit).base === 'percentagePoint' && target.relativeType !== null ? '%' : target.unit;

/** A target that asks for a fall in words (下降3%) counts the size of the fall, as a name that is a fall does. */
const countsAFall = (target: Target): boolean =>
  target.direction === 'down' && target.goodWay === 'higher' && !namesAFall(target.metric);

function inSense(value: Decimal, target: Target, fact: FigureFact): Decimal {
  if (!countsAFall(target)) return value;
  const rose = value.coefficient > 0n && /上升|增长|提高|反弹|增加/.test(fact.statement);
  return value.coefficient < 0n || rose ? negate(value) : value;
}

const HUNDRED = decimal('100');

/** A price index (上年=100) beside a target for its change: 100.2 is a rise of 0.2. */
function offIndex(value: Decimal, target: Target): Decimal {
  const goal = target.values[0] === undefined ? null : parseDecimal(target.values[0]);
  const index =
    /价格.{0,4}指数|CPI|PPI/.test(target.metric) && goal !== null && compare(goal, decimal('20')) < 0;
  return index && compare(value, decimal('80')) > 0 ? subtract(value, HUNDRED) : value;
}

function fromText(target: Target, fact: FigureFact): FigureValue {
  const folded = foldCell(fact.statement);
  if (saysNoFigure(folded)) return { kind: 'none' };
  const unit = figureUnit(target);
  const figure = figureOf(folded, unit);
  const value = figure && parseDecimal(figure.signed);
  // A bare number is in the unit of its column: 12.5 under % is no 12.5 percentage points.
  if (figure?.number.unit === '' && fact.unit !== '' && readUnit(fact.unit).base !== readUnit(unit).base)
    return { kind: 'unitMismatch', unit: fact.unit };
  if (figure && value && readUnit(figure.unit).base === readUnit(unit).base) {
    const fallPrinted = namesAFall(target.metric) && figure.number.movement === 'down';
    const sense = fallPrinted ? negate(value) : value;
    const scaled = scaleByTen(sense, readUnit(figure.unit).power - readUnit(unit).power);
    return { kind: 'value', value: offIndex(inSense(scaled, target, fact), target) };
  }
  const share = planShareOf(folded);
  const read = share === null ? null : parseDecimal(share);
  return read ? { kind: 'planShare', share: scaleByTen(read, -2) } : { kind: 'none' };
}

/** The figure's value in the target's unit. */
export function valueFor(target: Target, fact: FigureFact): FigureValue {
  if (fact.amount === null) return fromText(target, fact);
  const value = parseDecimal(fact.amount);
  if (!value) return fromText(target, fact);
  const [own, wanted] = [readUnit(fact.unit), readUnit(figureUnit(target))];
  if (own.base !== wanted.base) return { kind: 'unitMismatch', unit: fact.unit };
  return {
    kind: 'value',
    value: offIndex(
      inSense(own.power === wanted.power ? value : scaleByTen(value, own.power - wanted.power), target, fact),
      target,
    ),
  };
}

/** True for a fact that says nothing: no amount and a dash. */
export const isSilent = (fact: FigureFact): boolean =>
  fact.amount === null && saysNoFigure(foldCell(fact.statement));
