// The words of the checks that reading makes on a document, in both languages: what was compared, and that it fails.
import { fillWords } from './assessment.ts';
import type { Words } from './words.ts';

export interface CheckWords {
  readonly label: Words;
  /** Said where the check fails; {expected}, {found}, {residual} and {what} are filled in. */
  readonly failed: Words;
}

const numbers = (zh: string, en: string): Words => ({
  zh: `${zh}：应为 {expected}，印为 {found}，相差 {residual}`,
  en: `${en}: expected {expected}, printed {found}, off by {residual}`,
});

const repaired = (label: Words): CheckWords => ({
  label,
  failed: { zh: `${label.zh}：{what}`, en: `${label.en}: {what}` },
});

export const checkText: Readonly<Record<string, CheckWords>> = {
  'allocation.sum': {
    label: { zh: '分解数合计', en: 'Allocations add up' },
    failed: numbers(
      '“{what}”各地分解数之和不等于目标',
      'The allocations of “{what}” do not add up to the target',
    ),
  },
  'table.sum': {
    label: { zh: '表内合计', en: 'Table total' },
    failed: numbers('“{what}”分项之和不等于合计', 'The parts of “{what}” do not add up to the total'),
  },
  'table.share': {
    label: { zh: '占比', en: 'Share' },
    failed: numbers('“{what}”的占比与数值不符', 'The share of “{what}” does not follow from its figures'),
  },
  'table.rate': {
    label: { zh: '完成率', en: 'Rate' },
    failed: numbers('“{what}”的比率与数值不符', 'The rate of “{what}” does not follow from its figures'),
  },
  'table.growth': {
    label: { zh: '增速', en: 'Growth' },
    failed: numbers(
      '“{what}”的增速与两年数值不符',
      'The growth of “{what}” does not follow from its two figures',
    ),
  },
  'budget.identity': {
    label: { zh: '预算平衡关系', en: 'Budget identity' },
    failed: numbers('“{what}”收支不平', 'The two sides of “{what}” differ'),
  },
  'budget.opening': {
    label: { zh: '期初与上年期末', en: 'Opening balance' },
    failed: numbers(
      '“{what}”期初数不等于上年期末数',
      '“{what}” does not open with last year’s closing balance',
    ),
  },
  'number.twice': {
    label: { zh: '同一数据两处', en: 'One figure printed twice' },
    failed: numbers('“{what}”在两处数值不同', '“{what}” is printed with two different numbers'),
  },
  'deadline.conflict': {
    label: { zh: '时限', en: 'Deadline' },
    failed: {
      zh: '“{what}”的节点 {found} 晚于完成时限 {expected}',
      en: '“{what}” has a step on {found}, after its own deadline {expected}',
    },
  },
  'fund.parts': {
    label: { zh: '资金分项', en: 'Parts of a fund' },
    failed: numbers('“{what}”资金分项之和不等于总额', 'The parts of the fund “{what}” do not add up'),
  },
  'fund.total': {
    label: { zh: '资金总额', en: 'Total of funds' },
    failed: numbers('“{what}”各政策资金之和不等于总额', 'The funds of “{what}” do not add up to the total'),
  },
  'repair.slippedRow': repaired({ zh: '错行已并回', en: 'A slipped row was put back' }),
  'repair.filledOwner': repaired({
    zh: '合并单元格的责任单位已补',
    en: 'The owner of a merged cell was filled in',
  }),
  'repair.filledCell': repaired({ zh: '合并单元格已补', en: 'A merged cell was filled in' }),
  'repair.repeatedHeader': repaired({
    zh: '跨页重复表头已去除',
    en: 'A header repeated after a page break was dropped',
  }),
  'repair.joinedLine': repaired({ zh: '断行已接回', en: 'A broken line was joined' }),
  'repair.documentNumber': repaired({ zh: '发文字号已补全', en: 'A document number was completed' }),
  'repair.splitHeading': repaired({ zh: '粘连标题已分开', en: 'A heading glued to its text was cut' }),
  'repair.lostPercent': repaired({ zh: '丢失的百分号已补', en: 'A lost percent sign was put back' }),
};

const families: readonly (readonly [string, CheckWords])[] = [
  ['repair.', repaired({ zh: '已修复', en: 'Repaired' })],
  [
    'budget.',
    {
      label: { zh: '预算核对', en: 'Budget check' },
      failed: numbers('“{what}”核对不符', 'The check of “{what}” fails'),
    },
  ],
  [
    'table.',
    {
      label: { zh: '表格核对', en: 'Table check' },
      failed: numbers('“{what}”核对不符', 'The check of “{what}” fails'),
    },
  ],
  [
    '',
    {
      label: { zh: '核对', en: 'Check' },
      failed: numbers('“{what}”核对不符', 'The check of “{what}” fails'),
    },
  ],
];

/** Words of a rule; a rule that was added to reading and not here speaks with the words of its family. */
export function wordsOfCheck(rule: string): CheckWords {
  const own = Object.hasOwn(checkText, rule) ? checkText[rule] : undefined;
  if (own) return own;
  const family = families.find(([prefix]) => rule.startsWith(prefix));
  return family?.[1] ?? repaired({ zh: '核对', en: 'Check' });
}

export interface PrintedCheck {
  readonly rule: string;
  readonly expected: number | string | null;
  readonly found: number | string | null;
  readonly residual: number | null;
  readonly what: string;
}

/** A failed check as a sentence. */
export const checkSentence = (check: PrintedCheck, language: 'zh' | 'en'): string =>
  fillWords(wordsOfCheck(check.rule).failed[language], {
    what: check.what,
    expected: `${check.expected ?? '—'}`,
    found: `${check.found ?? '—'}`,
    residual: `${check.residual ?? '—'}`,
  });
