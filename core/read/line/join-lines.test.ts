// Broken lines: what goes on from the line above, and what begins anew.
import { describe, expect, it } from 'vitest';
import { blocksOf, structureOf } from '../block/structure.fixture.ts';

describe('lines that go on', () => {
  it.each([
    // why                                  source                                                        one paragraph
    [
      'a figure and its unit, over a gap',
      '三产稳步增长。农业增加值357\n\n亿元,增长3.7%。',
      '三产稳步增长。农业增加值357亿元,增长3.7%。',
    ],
    [
      'a figure cut in two',
      '改造老旧小区3\n\n— 1 —\n\n6个,新增绿地5公顷。',
      '改造老旧小区36个,新增绿地5公顷。',
    ],
    [
      'a decimal cut by print',
      '过去一年增长稳定,新增就业\n1. 2万人,超过预期。',
      '过去一年增长稳定,新增就业1.2万人,超过预期。',
    ],
    [
      'inside a word',
      '加快推进东部新城体系建\n\n设工程,强化基础支撑。',
      '加快推进东部新城体系建设工程,强化基础支撑。',
    ],
    ['after a comma', '责任单位:市交通局、\n\n市建委', '责任单位:市交通局、市建委'],
    [
      'the rest of a list of units',
      '责任单位:市口岸办、市商务局,临川国际\n\n机场',
      '责任单位:市口岸办、市商务局,临川国际机场',
    ],
    ['inside a quotation', '高质量实施“三\n\n大提升”行动。', '高质量实施“三大提升”行动。'],
    [
      'inside a bracket',
      '减轻负担,政策直达快享。(责\n\n任单位:市发改委)',
      '减轻负担,政策直达快享。(责任单位:市发改委)',
    ],
    [
      'owners in a bracket of their own',
      '支持企业扩大开放。\n(责任单位:市财政局)',
      '支持企业扩大开放。(责任单位:市财政局)',
    ],
    [
      'the tail of a numbered item',
      '15. 加快推进甲江、乙江两大抽水蓄能电站\n\n建设。',
      '15.加快推进甲江、乙江两大抽水蓄能电站建设。',
    ],
    [
      'over a mark of a page',
      '坚持“稳中求进”,推动高质\n\n- 12 -\n\n量发展。',
      '坚持“稳中求进”,推动高质量发展。',
    ],
    ['over 第3页 共10页', '坚持创新驱动,推动高质\n第3页 共10页\n量发展。', '坚持创新驱动,推动高质量发展。'],
    ['two Latin words', '参加国际展会,打响AI\n\nValley品牌。', '参加国际展会,打响AI Valley品牌。'],
  ])('%s', (_why, source, paragraph) => expect(blocksOf(source)).toEqual([paragraph]));

  it('says what was joined', () => {
    const { repairs } = structureOf('三产稳步增长。农业增加值357\n\n亿元,增长3.7%。');
    expect(repairs).toMatchObject([{ rule: 'repair.brokenLine', what: '值357|亿元,增' }]);
  });
});

describe('lines that begin anew', () => {
  it.each([
    ['after a full stop', '全市经济平稳。\n\n投资增长较快。', 2],
    [
      'owners below an item',
      '3. 服务业增加值增长5%以上。\n\n责任单位:市发改委\n\n4. 推进改革。\n\n责任单位:市委改革办',
      4,
    ],
    ['a heading below owners', '责任单位:市发改委\n\n二、财政工作', 2],
    ['a date below the issuer', '请认真执行。\n\n临川市人民政府办公室\n\n2024年3月5日', 3],
    ['a caption', '安排如下\n\n表1 重点项目安排', 2],
    ['a list that an address opens', '各区人民政府:\n\n现将方案印发给你们。', 2],
    ['a heading without stop', '(一)经济总量迈上新台阶\n\n全市生产总值实现2059亿元,增长5.6%。', 2],
    ['a short line without marks', '创新活力迸发\n\n国家实验室挂牌运行,新增重点实验室7家。', 2],
  ])('%s', (_why, source, count) => expect(blocksOf(source)).toHaveLength(count));
});

describe('lines broken at a margin', () => {
  const paragraph =
    '全市上下坚持稳中求进工作总基调,完整准确全面贯彻新发展理念,经济运行总体平稳、稳中有进,各项主要指标好于预期。';
  const wrapped = (indent: string): string =>
    Array.from(
      { length: 6 },
      () => `${indent}${paragraph.slice(0, 22)}\n${paragraph.slice(22, 46)}\n${paragraph.slice(46)}`,
    ).join('\n');

  it('are one paragraph each', () => {
    expect(blocksOf(wrapped('  '))).toEqual(Array.from({ length: 6 }, () => paragraph));
  });
  it('also over page marks', () => {
    const pages = wrapped('  ').replace(
      `${paragraph.slice(22, 46)}\n`,
      `${paragraph.slice(22, 46)}\n\n— 7 —\n\n`,
    );
    expect(blocksOf(pages)).toEqual(Array.from({ length: 6 }, () => paragraph));
  });
});

describe('the frame of a web page', () => {
  it('takes no task whose words a page also uses', () => {
    const source = '1.完成适老化改造600户。\n\n2.建设无障碍设施30处\n\n适老版 无障碍 打印';
    expect(blocksOf(source)).toEqual(['1.完成适老化改造600户。', '2.建设无障碍设施30处']);
  });
});

describe('notes at the foot of a page', () => {
  it('stand behind the paragraph they interrupt', () => {
    const source = '基金收入420亿元¹,收入合计1163.9亿\n\n¹ 剔除一次性因素。\n\n元,支出合计1163.9亿元。';
    expect(blocksOf(source)).toEqual([
      '基金收入420亿元,收入合计1163.9亿元,支出合计1163.9亿元。',
      'note ¹: ¹剔除一次性因素。',
    ]);
    expect(structureOf(source).footnoteSigns).toEqual([{ at: 9, sign: '¹' }]);
  });
  it('with ① only where the text carries the sign', () => {
    expect(blocksOf('收入增长3%①。\n\n①按可比口径计算。')[1]).toBe('note ①: ①按可比口径计算。');
    expect(blocksOf('任务如下。\n\n①新增5家。')[1]).toBe('①新增5家。');
  });
});

describe('furniture', () => {
  it('running heads beside page marks are left out, but for the first print', () => {
    const page = (n: number): string =>
      `市政府文件\n\n第${n}条工作安排持续推进,各单位抓好落实。\n\n— ${n} —\n\n`;
    expect(blocksOf(page(1) + page(2) + page(3)).filter((line) => line === '市政府文件')).toHaveLength(1);
  });
  it('the frame of a web page is left out', () => {
    const source =
      '收藏本站 官方微博\n\n发布时间:2024-03-08 浏览次数:1024\n\n全市经济平稳。\n\n主办单位:某某办公室\n电话:0571-1234567';
    expect(blocksOf(source)).toEqual(['全市经济平稳。']);
  });
  it('a table of contents holds no headings', () => {
    const source =
      '目 录\n\n政府工作报告 (3)\n\n一、工作回顾\n\n二、工作安排\n\n政府工作报告\n\n一、工作回顾\n\n全市经济平稳。\n\n二、工作安排\n\n抓好落实。';
    expect(blocksOf(source)).toEqual([
      '政府工作报告',
      '#1 一: 工作回顾',
      '全市经济平稳。',
      '#1 二: 工作安排',
      '抓好落实。',
    ]);
  });
});
