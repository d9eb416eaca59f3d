// A list of projects and a table of months: what is taken, what is named, and that nothing is guessed.
import { describe, expect, it } from 'vitest';
import {
  moneySourceLabel,
  projectKindLabel,
  projectLevelLabel,
  projectListLabel,
} from '../vocabulary/project.ts';
import { readMonth, readMonthRows } from './month-rows.ts';
import { day } from './project.fixture.ts';
import { moneySources, projectKinds, projectLevels, projectLists } from './project.ts';
import { readProjectRows, wordsOf } from './project-rows.ts';
import { defaultProjectSettings } from './settings.ts';

const words = {
  kinds: wordsOf(projectKinds, projectKindLabel),
  lists: wordsOf(projectLists, projectListLabel),
  levels: wordsOf(projectLevels, projectLevelLabel),
  sources: wordsOf(moneySources, moneySourceLabel),
};
const places = new Map([
  ['东区', 'east'],
  ['西区', 'west'],
]);

const read = (head: readonly string[], ...rows: readonly (readonly string[])[]) =>
  readProjectRows({
    ...{ sheet: '清单', rows: [head, ...rows], year: 2025, today: day('2025-06-30') },
    ...{ settings: defaultProjectSettings, words, findPlaceId: (name: string) => places.get(name) ?? null },
  });

const head = ['项目名称', '建设性质', '区县', '项目代码', '总投资(万元)', '资金来源', '开工日', '供地日'];
const code = '2301-330100-04-01-123456';

describe('a row of the yearly list', () => {
  it('takes places, money in the unit of its heading, sources with and without amounts', () => {
    const { taken } = read(head, [
      '甲桥',
      '续建',
      '东区、西区',
      code,
      '60,000',
      '市级财政4；银行贷款',
      '',
      '',
    ]);
    expect(taken[0]?.entry).toMatchObject({
      placeIds: ['east', 'west'],
      total: '6',
      financing: [
        { source: 'cityBudget', amount: '4' },
        { source: 'loan', amount: null },
      ],
    });
  });

  it.each<readonly [string, readonly string[], string, string]>([
    ['a kind nobody knows', ['甲桥', '在建', '东区', code, '', '', '', ''], 'B2', 'projectRows.wordUnknown'],
    [
      'a source nobody knows',
      ['甲桥', '续建', '东区', code, '', '村集体3', '', ''],
      'F2',
      'projectRows.wordUnknown',
    ],
    [
      'a day that does not exist',
      ['甲桥', '续建', '东区', code, '', '', '2025-02-30', ''],
      'G2',
      'projectRows.dayInvalid',
    ],
    [
      'a gate that is still to come',
      ['甲桥', '续建', '东区', code, '', '', '2025-07-01', ''],
      'A2',
      'gate.ahead',
    ],
    ['no name', ['', '续建', '东区', code, '', '', '', ''], 'A2', 'project.nameMissing'],
    [
      'land after the start',
      ['甲桥', '续建', '东区', code, '', '', '2025-01-01', '2025-03-01'],
      'A2',
      'gate.outOfOrder',
    ],
  ])('%s is refused at its cell', (_why, row, at, problem) => {
    const { taken, refused, total } = read(head, row);
    expect([taken.length, refused.map((each) => [each.at, each.code]), total]).toEqual([
      0,
      [[at, problem]],
      1,
    ]);
  });

  it('counts every row of a sheet without a heading as refused', () => {
    const { refused, total } = read(['甲桥', '续建'], ['乙河', '续建']);
    expect([refused.length, total]).toEqual([2, 2]);
  });
});

describe('a month', () => {
  it.each([
    ['2025-06', '2025-06-30'],
    ['2025年2月', '2025-02-28'],
    ['2025/6/15', '2025-06-30'],
    ['2025-13', null],
    ['六月', null],
  ])('%s is %s', (text, end) => expect(readMonth(text)).toBe(end));

  it('is refused where two rows of one table give it, or the name fits nobody', () => {
    const table = [
      ['项目名称', '月份', '本年累计完成投资'],
      ['甲桥', '2025-05', '1'],
      ['甲桥', '2025年5月', '1.2'],
      ['丙园', '2025-05', '1'],
    ];
    const outcome = readMonthRows({
      ...{ sheet: '月度', rows: table, today: day('2025-06-30') },
      findProjectId: (_code, name) => (name === '甲桥' ? 'p1' : null),
    });
    expect(outcome.taken.map(({ sinceJanuary }) => sinceJanuary)).toEqual(['1']);
    expect(outcome.refused.map(({ at, code: problem }) => [at, problem])).toEqual([
      ['B3', 'projectRows.twice'],
      ['A4', 'projectRows.projectUnknown'],
    ]);
  });
});
