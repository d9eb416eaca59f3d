// How an amount of the intermediate form is said: 年度研发投入额的5%，最高200万元.
import type { Amount, Bracket, Condition, Measure } from '../engine/form.ts';
import type { Fact } from '../register/fact.ts';
import { countText, dayFromEpoch, dayText, inSentence, moneyText, rateText } from './number-words.ts';
import type { Words } from './words.ts';

export type FactTable = ReadonlyMap<string, Fact>;
export const factTable = (facts: readonly Fact[]): FactTable =>
  new Map(facts.map((fact) => [fact.name, fact]));

/** What a number counts, as far as words need to know. */
export interface Counted {
  readonly measure: Measure;
  readonly unit: Words | null;
}

/** The first column that counts anything tells what the numbers beside it count; without one it is money. */
export function countedBy(node: Amount, facts: FactTable): Counted | null {
  switch (node.op) {
    case 'number':
      return null;
    case 'column': {
      const fact = facts.get(node.column);
      return fact ? { measure: fact.measure, unit: fact.unit } : null;
    }
    case 'rate':
    case 'brackets':
      return countedBy(node.of, facts);
    case 'cases':
      return countedBy(node.otherwise, facts) ?? null;
    case 'times':
      return { measure: 'fen', unit: null };
    default:
      return countedBy(node.left, facts) ?? countedBy(node.right, facts);
  }
}

export const MONEY: Counted = { measure: 'fen', unit: null };

/** A number in the words of what it counts. */
export function numberText(value: number, counted: Counted): Words {
  switch (counted.measure) {
    case 'fen':
      return moneyText(value);
    case 'date':
      return dayText(dayFromEpoch(value));
    case 'year':
      return value === 0 ? { zh: '从未', en: 'never' } : { zh: `${value}年`, en: String(value) };
    case 'area':
      return { zh: `${value}平方米`, en: `${value} m²` };
    case 'code': {
      const code = String(value).padStart(4, '0');
      return { zh: code, en: code };
    }
    default:
      return countText(value, counted.unit);
  }
}

const join = (zh: string, en: string): Words => ({ zh, en });

/** A condition inside an amount is said by whoever says conditions. */
export type SayCondition = (condition: Condition) => Words;

function bracketsText(of: Words, brackets: readonly Bracket[]): Words {
  const parts = brackets.map(({ upTo, numerator, denominator }) => {
    const rate = rateText(numerator, denominator);
    const limit = upTo === null ? null : moneyText(upTo);
    return limit
      ? join(`不超过${limit.zh}的部分${rate.zh}`, `${rate.en} of the part up to ${limit.en}`)
      : join(`其余部分${rate.zh}`, `${rate.en} of the rest`);
  });
  return join(
    `${of.zh}分档累进：${parts.map((part) => part.zh).join('，')}`,
    `${of.en} in brackets: ${parts.map((part) => part.en).join(', ')}`,
  );
}

function casesText(
  node: Extract<Amount, { op: 'cases' }>,
  facts: FactTable,
  counted: Counted,
  say: SayCondition,
): Words {
  const parts = node.cases.map((each) => {
    const when = say(each.when);
    const pays = amountText(each.pays, facts, counted, say);
    return join(`${when.zh}的，${pays.zh}`, `${pays.en} if ${when.en}`);
  });
  const rest = amountText(node.otherwise, facts, counted, say);
  return join(
    `${parts.map((part) => part.zh).join('；')}；其余${rest.zh}`,
    `${parts.map((part) => part.en).join('; ')}; otherwise ${rest.en}`,
  );
}

const labelText = ({ zh, en }: Words): Words => join(zh, inSentence(en));

/** An amount in words; numbers are said as what stands beside them counts. */
export function amountText(node: Amount, facts: FactTable, counted: Counted, say: SayCondition): Words {
  const part = (each: Amount, as = counted): Words => amountText(each, facts, as, say);
  switch (node.op) {
    case 'number':
      return numberText(node.value, counted);
    case 'column':
      return labelText(facts.get(node.column)?.label ?? join(node.column, node.column));
    case 'rate': {
      const [of, rate] = [part(node.of), rateText(node.numerator, node.denominator)];
      const isSum = node.of.op === 'plus' || node.of.op === 'minus';
      const link = node.denominator === 1 && node.numerator > 1 ? ' ' : ' of ';
      return isSum
        ? join(`（${of.zh}）的${rate.zh}`, `${rate.en}${link}(${of.en})`)
        : join(`${of.zh}的${rate.zh}`, `${rate.en}${link}${of.en}`);
    }
    case 'brackets':
      return bracketsText(part(node.of), node.brackets);
    case 'cases':
      return casesText(node, facts, counted, say);
    case 'times':
      return timesText(node, facts, say);
    default:
      return pairText(node.op, part(node.left), part(node.right), node.right.op === 'number');
  }
}

/** 每家15万元: money beside a count is so much for each; two columns are a product. */
function timesText(
  node: Extract<Amount, { op: 'times' | 'plus' | 'minus' | 'least' | 'greatest' }>,
  facts: FactTable,
  say: SayCondition,
): Words {
  const isMoney = (each: Amount): boolean => (countedBy(each, facts)?.measure ?? 'fen') === 'fen';
  const [money, count] = isMoney(node.left) ? [node.left, node.right] : [node.right, node.left];
  const sum = amountText(money, facts, MONEY, say);
  const counted = countedBy(count, facts) ?? { measure: 'count', unit: null };
  const times = amountText(count, facts, counted, say);
  if (count.op === 'number' && count.value === 1) return sum;
  if (money.op !== 'number') return join(`${sum.zh}×${times.zh}`, `${sum.en} × ${times.en}`);
  const unit = counted.unit?.zh ?? '个';
  return join(`${times.zh}，每${unit}${sum.zh}`, `${sum.en} for each of: ${times.en}`);
}

function pairText(
  op: 'plus' | 'minus' | 'least' | 'greatest',
  left: Words,
  right: Words,
  isLimit: boolean,
): Words {
  switch (op) {
    case 'plus':
      return join(`${left.zh}加${right.zh}`, `${left.en} plus ${right.en}`);
    case 'minus':
      return join(`${left.zh}减去${right.zh}`, `${left.en} minus ${right.en}`);
    case 'least':
      return isLimit
        ? join(`${left.zh}，最高${right.zh}`, `${left.en}, at most ${right.en}`)
        : join(`${left.zh}与${right.zh}中较低者`, `the lower of ${left.en} and ${right.en}`);
    case 'greatest':
      return isLimit
        ? join(`${left.zh}，最低${right.zh}`, `${left.en}, at least ${right.en}`)
        : join(`${left.zh}与${right.zh}中较高者`, `the higher of ${left.en} and ${right.en}`);
  }
}
