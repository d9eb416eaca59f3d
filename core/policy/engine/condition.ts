// What a condition or an amount is made of: its columns, its negation, and one text per meaning so that equals are shared.
import type { Amount, Comparison, Condition, Leaf, Schema } from './form.ts';

const opposite: Readonly<Record<Comparison, Comparison>> = {
  atLeast: 'below',
  below: 'atLeast',
  above: 'atMost',
  atMost: 'above',
  equal: 'unequal',
  unequal: 'equal',
};

export const isLeaf = (condition: Condition): condition is Leaf => !('of' in condition);

/** TRUE exactly where the condition is FALSE; both are not TRUE where it is unknown. */
export function negate(condition: Condition): Condition {
  switch (condition.op) {
    case 'all':
    case 'any':
      return { op: condition.op === 'all' ? 'any' : 'all', of: condition.of.map(negate) };
    case 'compare':
      return { ...condition, comparison: opposite[condition.comparison] };
    case 'between':
    case 'outside':
      return { ...condition, op: condition.op === 'between' ? 'outside' : 'between' };
    case 'in':
    case 'notIn':
      return { ...condition, op: condition.op === 'in' ? 'notIn' : 'in' };
    case 'has':
    case 'lacks':
      return { ...condition, op: condition.op === 'has' ? 'lacks' : 'has' };
  }
}

function* columnsOfCondition(condition: Condition): Generator<string> {
  if (!isLeaf(condition)) for (const part of condition.of) yield* columnsOfCondition(part);
  else if (condition.op === 'compare') {
    yield* columnsOfAmount(condition.left);
    yield* columnsOfAmount(condition.right);
  } else yield condition.column;
}

function* columnsOfAmount(amount: Amount): Generator<string> {
  switch (amount.op) {
    case 'number':
      return;
    case 'column':
      return yield amount.column;
    case 'rate':
    case 'brackets':
      return yield* columnsOfAmount(amount.of);
    case 'cases':
      for (const { when, pays } of amount.cases) {
        yield* columnsOfCondition(when);
        yield* columnsOfAmount(pays);
      }
      return yield* columnsOfAmount(amount.otherwise);
    default:
      yield* columnsOfAmount(amount.left);
      yield* columnsOfAmount(amount.right);
  }
}

/** Names of the columns that a condition reads. */
export const columnsOf = (condition: Condition): ReadonlySet<string> =>
  new Set(columnsOfCondition(condition));

/** Names of the columns that an amount reads, those of its cases included. */
export const columnsOfSum = (amount: Amount): ReadonlySet<string> => new Set(columnsOfAmount(amount));

/** Whether some row leaves the condition neither TRUE nor FALSE. */
export function canBeUnknown(condition: Condition, schema: Schema): boolean {
  return [...columnsOf(condition)].some((name) =>
    schema.some((column) => column.name === name && (column.nullable || Boolean(column.known))),
  );
}

/** Equal texts mean equal amounts. */
export function textOfAmount(amount: Amount): string {
  switch (amount.op) {
    case 'number':
      return String(amount.value);
    case 'column':
      return amount.column;
    case 'rate':
      return `(${textOfAmount(amount.of)} × ${amount.numerator} ÷ ${amount.denominator})`;
    case 'brackets': {
      const parts = amount.brackets.map((part) => `${part.upTo}: ${part.numerator} ÷ ${part.denominator}`);
      return `brackets(${textOfAmount(amount.of)}; ${parts.join('; ')})`;
    }
    case 'cases': {
      const cases = amount.cases.map(({ when, pays }) => `${textOf(when)} → ${textOfAmount(pays)}`);
      return `cases(${cases.join('; ')}; ${textOfAmount(amount.otherwise)})`;
    }
    default:
      return `${amount.op}(${textOfAmount(amount.left)}, ${textOfAmount(amount.right)})`;
  }
}

function textOfLeaf(leaf: Leaf): string {
  switch (leaf.op) {
    case 'compare':
      return `${textOfAmount(leaf.left)} ${leaf.comparison} ${textOfAmount(leaf.right)}`;
    case 'between':
    case 'outside':
      return `${leaf.column} ${leaf.op} ${leaf.least} ${leaf.greatest}`;
    case 'in':
    case 'notIn':
      return `${leaf.column} ${leaf.op} ${leaf.values.join(',')}`;
    case 'has':
    case 'lacks':
      return `${leaf.column} ${leaf.op} ${leaf.bit}`;
  }
}

/** Equal texts mean equal conditions. */
export function textOf(condition: Condition): string {
  return isLeaf(condition)
    ? textOfLeaf(condition)
    : `${condition.op}(${condition.of.map(textOf).join('; ')})`;
}
