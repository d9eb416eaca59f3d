// A figure of one target as a whole number of 10^-places, by the same reading as the exact rules.
import type { Target } from '../../plan/commitment.ts';
import { trim } from '../../quantity/decimal.ts';
import { readUnit } from '../../quantity/unit.ts';
import type { FigureFact } from '../facts.ts';
import { figureUnit, valueFor } from '../rule/figure.ts';
import { saysDone } from '../rule/words-verdict.ts';
import { said } from './columns.ts';
import { shortDecimal } from './scaled.ts';

export interface FigureNumber {
  /** NaN where the figure is no number of the target's unit, or one too long for a double. */
  readonly size: number;
  readonly places: number;
}

const notANumber: FigureNumber = { size: Number.NaN, places: 0 };

/** Targets whose figures may change sign or lose a hundred on the way (a fall, a price index) are read in full. */
const isPlain = (target: Target): boolean =>
  target.direction !== 'down' && !/价格|CPI|PPI/.test(target.metric);

function readInFull(target: Target, fact: FigureFact): FigureNumber {
  const read = valueFor(target, fact);
  if (read.kind !== 'value') return notANumber;
  const { coefficient, places } = trim(read.value);
  const size = Number(coefficient);
  return Number.isSafeInteger(size) ? { size, places } : notANumber;
}

/** A reader of one target's figures: what the target decides is worked out once. */
export function figureReader(target: Target): (fact: FigureFact) => FigureNumber {
  const unit = figureUnit(target);
  const plain = isPlain(target);
  const wanted = readUnit(unit);
  const sameScale = (printed: string): boolean => {
    if (printed === unit) return true;
    const own = readUnit(printed);
    return own.base === wanted.base && own.power === wanted.power;
  };
  return (fact) =>
    (plain && fact.amount !== null && sameScale(fact.unit) ? shortDecimal(fact.amount) : null) ??
    readInFull(target, fact);
}

/** What the words beside the number may change of the verdict. */
export const wordsOf = (statement: string): number =>
  statement === '' ? 0 : said.words | (saysDone(statement) ? said.done : 0);
