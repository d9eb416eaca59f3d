// Which facts a condition or an amount reads: columns by name, flags by their own name.
import type { Amount, Condition, Schema } from './form.ts';

function collect(node: Condition | Amount, schema: Schema, found: Set<string>): void {
  const into = (each: Condition | Amount) => collect(each, schema, found);
  if (node.op === 'has' || node.op === 'lacks') {
    const bit = schema.find(({ name }) => name === node.column)?.bits?.[node.bit];
    if (bit !== undefined) found.add(bit);
  } else if ('column' in node) found.add(node.column);
  else if (node.op === 'cases') {
    for (const each of node.cases) {
      into(each.when);
      into(each.pays);
    }
    into(node.otherwise);
  } else if ('left' in node) {
    into(node.left);
    into(node.right);
  } else if (node.op === 'all' || node.op === 'any') node.of.forEach(into);
  else if (node.op === 'rate' || node.op === 'brackets') into(node.of);
}

export function namesRead(
  { when, amount }: { readonly when: Condition; readonly amount: Amount },
  schema: Schema,
): ReadonlySet<string> {
  const found = new Set<string>();
  collect(when, schema, found);
  collect(amount, schema, found);
  return found;
}
