// Tables against the sentences above them, in whole documents.
import { expect, it } from 'vitest';
import { readDocument } from '../read-document.ts';

const document = (sentences: string, table: string): string =>
  `关于青川市2025年重点项目安排的报告\n\n(2025年1月10日)\n\n一、重点项目\n\n${sentences}\n\n表1 2025年重点项目分领域安排\n\n${table}\n`;

const table = '领域\t项目数(个)\t年度计划投资额(亿元)\n制造业领域\t30\t120.5\n民生设施领域\t20\t80.3';

it.each([
  // why this row is here, sentences, then rule, ok, stated, found in the table
  [
    'the sum of a column is stated',
    '2025年计划安排重点项目50个,年度计划投资200.8亿元。',
    ['table.sum true 50 50', 'table.sum true 200.8 200.8'],
  ],
  [
    'the stated sum is another',
    '2025年计划安排重点项目50个,年度计划投资201.8亿元。',
    ['table.sum true 50 50', 'table.sum false 201.8 200.8'],
  ],
  [
    'a row is stated',
    '(1)民生设施领域:共计20个项目,年度计划投资80.3亿元。',
    ['number.twice true 20 20', 'number.twice true 80.3 80.3'],
  ],
  [
    'a row is stated otherwise',
    '(1)民生设施领域:共计20个项目,年度计划投资81.3亿元。',
    ['number.twice true 20 20', 'number.twice false 81.3 80.3'],
  ],
  ['another figure near by is none', '上年完成技术交易82.0亿元,举办展会19个。', []],
])('%s', (_why, sentences, wanted) => {
  const { checks } = readDocument(document(sentences, table));
  const found = checks.filter((check) => check.other !== undefined && check.rule !== 'repair.slippedRow');
  expect(found.map((check) => [check.rule, check.ok, check.expected, check.found].join(' '))).toEqual(wanted);
});

it('both places are given', () => {
  const source = document('(1)民生设施领域:年度计划投资81.3亿元。', table);
  const check = readDocument(source).checks.find((one) => one.rule === 'number.twice');
  expect(source.slice(check?.start, check?.end)).toBe('80.3');
  expect(source.slice(check?.other?.start, check?.other?.end)).toBe('81.3亿元');
});
