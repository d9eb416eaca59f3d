// The lines of the budget statements as items: execution gives results, the draft gives targets.
import type { Item } from '../../reading.ts';
import { makeItem } from '../text/make-item.ts';
import type { BudgetLine } from './budget-line.ts';

const bookName: Readonly<Record<BudgetLine['book'], string>> = {
  generalPublic: '一般公共预算',
  governmentFunds: '政府性基金预算',
  stateCapital: '国有资本经营预算',
  socialInsurance: '社会保险基金预算',
  debt: '政府债务',
};

export const budgetItem = (text: string, line: BudgetLine): Item =>
  makeItem({
    start: line.start,
    end: line.end,
    kind: line.basis === 'execution' ? 'result' : 'target',
    family: 'budget',
    title: `${line.year}年${line.level}${bookName[line.book]}`,
    metric: line.label === '' ? text.slice(line.start, line.mention.start) : line.label,
    comparator: line.mention.comparator,
    value: line.mention.value,
    unit: line.unit,
    direction: line.mention.direction,
    section: line.section,
    detail: {
      of: 'budget',
      year: line.year,
      basis: line.basis,
      level: line.level,
      book: line.book,
      key: line.key,
    },
  });
