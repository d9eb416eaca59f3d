// The items of everything that is not a table: tasks with owners, targets and results of sentences, policies, awards, budgets.

import { budgetBooks } from '../../check/budget-books.ts';
import { budgetIdentities } from '../../check/budget-identity.ts';
import { budgetRepeats } from '../../check/budget-repeats.ts';
import { budgetYears } from '../../check/budget-years.ts';
import type { Check, Item, Unread } from '../../reading.ts';
import type { Mentions, Part, Structure } from '../../structure.ts';
import { budgetItem } from '../budget/budget-items.ts';
import { readBudgetLines } from '../budget/budget-line.ts';
import { isBudget } from '../budget/budget-place.ts';
import { isPolicy, readPolicies } from '../policy/policy-items.ts';
import { type Owned, readTasks } from '../task/task-items.ts';
import { readRunningText, type TextOptions } from './running-text.ts';

export interface TextItems {
  readonly items: Item[];
  readonly checks: Check[];
  readonly unread: Unread[];
}

const familyOf = (part: Part, tasks: number): Item['family'] =>
  isPolicy(part) ? 'policy' : part.identity.kind === 'decomposition' || tasks > 2 ? 'task' : 'text';

/** Stretches without the sentences that a budget statement has already taken. */
function without(
  places: readonly Owned[],
  taken: readonly { start: number; end: number }[],
): readonly Owned[] {
  if (taken.length === 0) return places;
  const left: Owned[] = [];
  for (const place of places) {
    let start = place.start;
    for (const span of taken) {
      if (span.end <= start || span.start >= place.end) continue;
      if (span.start > start) left.push({ ...place, start, end: span.start });
      start = Math.max(start, span.end);
    }
    if (start < place.end) left.push({ ...place, start });
  }
  return left;
}

function readPart(structure: Structure, part: Part, mentions: Mentions, into: TextItems): void {
  const tasks = readTasks(structure, part);
  const policy = isPolicy(part);
  if (policy) {
    const policies = readPolicies(structure, mentions.mentions, tasks.owned);
    into.items.push(...policies.items);
    into.checks.push(...policies.checks);
  } else into.items.push(...tasks.items);
  into.unread.push(...tasks.unread);
  const budget = isBudget(part)
    ? readBudgetLines(structure, part, mentions.mentions)
    : { lines: [], taken: [] };
  if (budget.lines.length > 0) {
    const { text } = structure.folded;
    for (const line of budget.lines) into.items.push(budgetItem(text, line));
    into.checks.push(
      ...budgetIdentities(text, budget.lines),
      ...budgetYears(structure, budget.lines),
      ...budgetBooks(text, budget.lines),
      ...budgetRepeats(text, part, budget.lines),
    );
  }
  const options: TextOptions = {
    family: familyOf(part, tasks.items.length),
    awards: policy,
    otherwise: tasks.items.length > 2 ? 'target' : null,
  };
  const left = without(tasks.owned, budget.taken);
  readRunningText(structure, part, mentions.mentions, left, options, into.items);
}

/** All items of running text, in folded offsets; tables are read elsewhere. */
export function readTextItems(structure: Structure, mentions: Mentions): TextItems {
  const into: TextItems = { items: [], checks: [], unread: [] };
  for (const part of structure.parts) readPart(structure, part, mentions, into);
  for (const span of mentions.unread) into.unread.push({ ...span, why: 'digitsWithoutClass' });
  return into;
}
