// New bonds printed twice: in the review of the year, in a bracket, in a note; and what is no such number.
import { describe, expect, it } from 'vitest';
import { readDocument } from '../read-document.ts';

const debt =
  '2024年全市争取到政府债券50亿元,其中:新增债券30亿元(一般债券10亿元、专项债券20亿元)、再融资债券20亿元。2024年市本级争取到政府债券9亿元,其中:新增债券6亿元(全部为专项债券)、再融资债券3亿元。';
const report = (review: string): string =>
  `关于云溪市2024年预算执行情况和2025年预算草案的报告\n\n云溪市财政局\n\n一、2024年主要工作\n\n${review}\n\n二、2024年预算执行情况\n\n(一)政府债务情况\n\n${debt}\n`;

const repeats = (review: string) =>
  readDocument(report(review))
    .checks.filter(({ what }) => /debt: newBonds\w* = newBonds\w*$/.test(what))
    .map(({ what, ok, expected, found }) => [what.replace(/^.*: /, ''), ok, expected, found]);

describe('new bonds', () => {
  it.each([
    // why this row is here, words, what is found
    [
      'the whole and the part of one level in a bracket',
      '全市争取新增政府债券资金30亿元(其中市本级6亿元),用于交通。',
      [
        ['newBonds = newBonds', true, 30, 30],
        ['newBonds = newBonds', true, 6, 6],
      ],
    ],
    [
      'another number is named with both',
      '全市新增地方政府债券31亿元。',
      [['newBonds = newBonds', false, 31, 30]],
    ],
    [
      'a kind that is all of the whole',
      '年内新增专项债券6亿元纳入市本级预算。',
      [['newBondsSpecial = newBonds', true, 6, 6]],
    ],
    [
      'the kind of the whole city',
      '全市新增一般债券10亿元。',
      [['newBondsGeneral = newBondsGeneral', true, 10, 10]],
    ],
    ['no level, no comparison', '新增政府债券资金30亿元。', []],
    ['a ceiling is another thing', '全市新增债券限额31亿元。', []],
  ])('%s', (_why, words, found) => expect(repeats(words)).toEqual(found));
});
