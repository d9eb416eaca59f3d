// What a parameter of a clause is for, in words: the fact it is compared with, a share, a cap, a floor, or the sum itself.
import type { Clause } from '../clause.ts';
import type { Words } from './words.ts';

const role = (zh: string, en: string): Words => ({ zh, en });

const roles: Readonly<Record<string, Words>> = {
  fixed: role('金额', 'Sum'),
  by: role('比例', 'Share'),
  upTo: role('分档上限', 'Limit of a bracket'),
  at: role('上限或下限', 'Cap or floor'),
  limit: role('年度限额', 'Limit of a year'),
  yearsBefore: role('年限', 'Years'),
};
const cap = role('上限', 'Cap');
const floor = role('下限', 'Floor');

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The nearest thing around the parameter that says what it is; the fact on the other side of a comparison first. */
function search(
  node: unknown,
  reference: string,
  label: (fact: string) => Words,
  around: Words | null,
): Words | null {
  if (node === reference) return around;
  if (Array.isArray(node)) {
    const named = node.find((each) => typeof each === 'string' && !each.startsWith('$'));
    const inside = typeof named === 'string' && node.includes(reference) ? label(named) : around;
    for (const each of node) {
      const found = search(each, reference, label, inside);
      if (found) return found;
    }
    return null;
  }
  if (!isObject(node)) return null;
  if (
    'compare' in node &&
    node.to === reference &&
    typeof node.compare === 'string' &&
    !node.compare.startsWith('$')
  )
    return label(node.compare);
  for (const [key, each] of Object.entries(node)) {
    const next =
      key === 'cap' ? cap : key === 'floor' ? floor : key === 'at' ? (around ?? roles.at) : roles[key];
    const found = search(each, reference, label, next ?? around);
    if (found) return found;
  }
  return null;
}

/** Words for a parameter; its own name where nothing says more. */
export function parameterWords(clause: Clause, name: string, label: (fact: string) => Words): Words {
  const reference = `$${name}`;
  const { when, amount, yearlyCap } = clause;
  return (
    search({ when, amount, yearlyCap }, reference, label, null) ??
    (amount === reference ? role('金额', 'Sum') : role(name, name))
  );
}
