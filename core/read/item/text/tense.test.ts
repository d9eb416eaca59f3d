import { describe, expect, it } from 'vitest';
import { readTextItems } from './read-text-items.ts';
import { sampleOf } from './structure.fixture.ts';
import { horizonOf, tenseOfHeading } from './tense.ts';

describe('tenseOfHeading', () => {
  it.each([
    ['a review', '2024年工作回顾', 'result'],
    ['execution of a plan', '2024年国民经济和社会发展计划执行情况', 'result'],
    ['execution of tasks', '重点任务完成情况', 'result'],
    ['arrangements', '2025年政府工作安排', 'target'],
    ['aims and tasks', '2025年主要预期目标和任务', 'target'],
    ['the other half of the year', '下半年重点工作', 'target'],
    ['a past year alone', '2024年经济社会发展', 'result'],
    ['both at once decide nothing', '2024年计划执行情况与2025年计划草案', null],
    ['a field says nothing', '优化营商环境', null],
  ])('%s', (_why, title, tense) => expect(tenseOfHeading(title, 2025)).toBe(tense));
});

describe('horizonOf', () => {
  it.each([
    ['a term of office', '今后五年发展目标任务', '2026-12-31'],
    ['a five-year plan', '“十五五”时期主要目标', '2030-12-31'],
    ['a year', '2022年工作安排', null],
  ])('%s', (_why, title, day) => expect(horizonOf(title, 2022)).toBe(day));
});

describe('kind of an item', () => {
  const kinds = (lines: readonly string[]): string[] => {
    const sample = sampleOf(lines, { kind: 'workReport', year: 2025 });
    return readTextItems(sample.structure, sample.mentions).items.map(
      (item) => `${item.kind} ${String(item.value)}`,
    );
  };
  it('follows the section', () =>
    expect(
      kinds(['一、2024年工作回顾', '建成社区食堂30家。', '二、2025年工作安排', '新增社区食堂40家。']),
    ).toEqual(['result 30', 'target 40']));
  it('follows the title of a list that reports', () => {
    const given = { kind: 'livelihoodList', title: '民生实事1—9月进度公示', year: 2025 } as const;
    const sample = sampleOf(['新建校舍3所。'], given);
    expect(readTextItems(sample.structure, sample.mentions).items[0]?.kind).toBe('result');
  });
  it('follows short lines without numbers, the last of them', () =>
    expect(
      kinds(['■ 2024年成绩单', '●粮食总产达到557亿斤', '■ 2025年主要预期目标', '●新增就业70万人以上']),
    ).toEqual(['result 557', 'target 70']));
  it('follows the label of a paragraph to its end', () =>
    expect(
      kinds([
        '二、2025年工作安排',
        '新增社区食堂40家。',
        '完成情况:新增社区食堂12家。新增驿站3座。',
        '下一步打算:新增社区食堂28家。',
        '新增驿站9座。',
      ]),
    ).toEqual(['target 40', 'result 12', 'result 3', 'target 28', 'target 9']));
  it('keeps to the section under headings of fields', () =>
    expect(kinds(['一、2024年工作回顾', '(一)政策支持精准高效', '兑现资金12亿元。'])).toEqual(['result 12']));
  it('a plan may report what was done', () =>
    expect(kinds(['一、2025年工作安排', '截至6月底,已建成食堂15家。'])).toEqual(['result 15']));
  it('without headings the sentence decides', () =>
    expect(kinds(['过去一年,建成食堂30家。', '今年要新增食堂40家。', '力争覆盖率达到90%。'])).toEqual([
      'result 30',
      'target 40',
      'target 90',
    ]));
  it('figures about construction projects are of their family', () => {
    const sample = sampleOf(['四、2025年重点建设项目安排', '计划安排重点项目81个,年度计划投资260亿元。'], {
      kind: 'planReport',
      year: 2025,
    });
    expect(
      readTextItems(sample.structure, sample.mentions).items.map((item) => [item.family, item.metric]),
    ).toEqual([
      ['project', '重点项目'],
      ['project', '重点项目年度计划投资'],
    ]);
  });
  it('carries the last day of its sentence', () => {
    const sample = sampleOf(['二、2025年工作安排', '到2026年,建成食堂60家。'], {
      kind: 'workReport',
      year: 2025,
    });
    expect(readTextItems(sample.structure, sample.mentions).items[0]?.deadline).toBe('2026-12-31');
  });
});
