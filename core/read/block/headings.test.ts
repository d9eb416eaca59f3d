// Headings: which numbered lines are one, where the title ends, how they nest.
import { describe, expect, it } from 'vitest';
import { blocksOf, headingsOf, structureOf } from './structure.fixture.ts';

describe('what is a heading', () => {
  it.each([
    // why                                  source                                                    headings
    [
      'whole lines',
      '一、工作回顾\n\n(一)经济平稳\n\n1. 全市\n\n收入增长。',
      ['#1 一: 工作回顾', '#2 一/(一): 经济平稳', '#3 一/(一)/1: 全市'],
    ],
    [
      'run into the sentence',
      '(一)突出创新引领,塑造发展新优势。深入实施人才工程。',
      ['#2 (一): 突出创新引领,塑造发展新优势'],
    ],
    [
      'a title with a stop and nothing behind it',
      '(二)聚焦改革开放,打造营商环境最优市。\n\n深化改革。',
      ['#2 (二): 聚焦改革开放,打造营商环境最优市'],
    ],
    [
      'with the unit that leads',
      '一、扩大投资政策(由市发改委牵头实施)\n\n落实政策。',
      ['#1 一: 扩大投资政策(由市发改委牵头实施)'],
    ],
    [
      'owners in a bracket with a colon',
      '三、强化支持(责任单位:市财政局;配合单位:各区)\n\n安排资金。',
      ['#1 三: 强化支持(责任单位:市财政局;配合单位:各区)'],
    ],
    [
      '1. run in',
      '1.经济运行稳中有进。全年增长5.1%。\n2.质效提升。研发投入增加。',
      ['#3 1: 经济运行稳中有进', '#3 2: 质效提升'],
    ],
    ['a question', '一、什么是成长培育期?\n\n是指上规后的三年。', ['#1 一: 什么是成长培育期?']],
    [
      'chapters and sections',
      '第一章 总则\n\n第一节 目标\n\n一、原则\n\n坚持创新。',
      ['#1 第一章: 总则', '#2 第一章/第一节: 目标', '#3 第一章/第一节/一: 原则'],
    ],
    [
      'parts of a plan',
      '第一部分 发展基础\n\n一、成就\n\n成绩显著。',
      ['#1 第一部分: 发展基础', '#2 第一部分/一: 成就'],
    ],
    [
      '㈠ and full-width brackets',
      '㈠强化保障\n\n抓好落实。\n\n（二）强化督查\n\n抓好检查。',
      ['#2 ㈠: 强化保障', '#2 (二): 强化督查'],
    ],
    [
      'a title led by a word and a colon',
      '(一)总体要求:坚持以高质量发展为主题,以改革创新为动力,以满足人民日益增长的美好生活需要为目的,统筹发展和安全,推进各项工作。',
      ['#2 (一): 总体要求'],
    ],
    [
      'articles with their title in the line',
      '第一条 支持研发投入。对企业给予补助。\n第二条 支持平台建设。新建平台10家。',
      ['#1 第一条: 支持研发投入', '#1 第二条: 支持平台建设'],
    ],
    [
      'numbers of two and three steps',
      '1.1 提升交通能力\n新建农村公路115公里。\n1.1.1 补齐乡村短板\n改造桥梁12座。\n1.2 完善教育设施\n新建学校12所。',
      ['#4 1.1: 提升交通能力', '#5 1.1/1.1.1: 补齐乡村短板', '#4 1.2: 完善教育设施'],
    ],
    [
      '① before a short title and its text',
      '①加强人才引育。新引进人才500名。\n②优化营商环境。压减时限30%。',
      ['#6 ①: 加强人才引育', '#6 ②: 优化营商环境'],
    ],
    ['a heading that counts quarters', '二、四季度重点工作\n\n抓好落实。', ['#1 二: 四季度重点工作']],
  ])('%s', (_why, source, headings) => expect(headingsOf(source)).toEqual(headings));
});

describe('what is none', () => {
  it.each([
    ['a numbered sentence with a figure', '12. 新增能耗支持民间投资比重不低于70%。\n\n责任单位:市发改委'],
    ['a numbered sentence with owners below', '14. 推进重大项目建设。加快铁路建设。\n\n责任单位:市发改委'],
    ['items of a list', '申请材料:\n1. 营业执照\n2. 身份证明\n3. 承诺书'],
    ['conditions ended by semicolons', '(一)符合产业政策;\n(二)依法纳税;\n(三)信用良好。'],
    ['annexes', '附件:1. 责任清单\n2. 任务分解表'],
    ['一、二产业', '一、二产业增加值分别增长3%和5%。'],
    ['三是', '一是主要指标争先进位。二是质量向好。'],
    ['①', '①新增助餐点235个。②新增学位9万个。'],
    ['an item of a kind of field', '(1)制造业领域:加快推进项目425个,年度计划投资921.5亿元。'],
    [
      'a task with its owners in a bracket',
      '2025年重点工作责任分解\n\n3. 深化改革攻坚。推进机构改革。(责任单位:市委编办)',
    ],
    ['a year', '2024年工作回顾'],
    ['an article that is pointed to', '第三条规定的条件适用于全部企业。依法办理。'],
    ['a figure at the start of a line', '地区生产总值增长\n5.5左右并保持平稳\n1.1亿元以上项目20个。'],
  ])('%s', (_why, source) => expect(headingsOf(source)).toEqual([]));
});

describe('headings glued to the text before them', () => {
  it('are cut off a list of owners', () => {
    const source =
      '四、甲副市长牵头工作\n\n1. 推进甲项目。\n\n责任单位:市委组织部、市工商联五、乙副市长牵头工作\n\n2. 推进乙项目。\n\n责任单位:市司法局';
    expect(headingsOf(source)).toEqual(['#1 四: 甲副市长牵头工作', '#1 五: 乙副市长牵头工作']);
    expect(blocksOf(source)).toContain('责任单位:市委组织部、市工商联');
    expect(structureOf(source).repairs.map((repair) => repair.rule)).toContain('repair.gluedHeading');
  });
  it('are cut behind a full stop', () => {
    expect(headingsOf('(一)抓投资。推进项目。(二)抓消费。办好活动。')).toEqual([
      '#2 (一): 抓投资',
      '#2 (二): 抓消费',
    ]);
  });
  it('only when they are due', () => {
    expect(headingsOf('(一)抓投资。落实条例第(三)项规定。(五)其他。')).toEqual(['#2 (一): 抓投资']);
  });
  it('items are cut off owners too', () => {
    const source = '1. 推进甲项目。\n责任单位:市发改委2. 推进乙项目。\n责任单位:市司法局';
    expect(blocksOf(source)).toEqual([
      '1.推进甲项目。',
      '责任单位:市发改委',
      '2.推进乙项目。',
      '责任单位:市司法局',
    ]);
  });
});

it('a run-in heading is followed right behind its stop by its text', () => {
  const { blocks, folded } = structureOf('(一)突出创新引领。深入实施工程。');
  const [heading, paragraph] = blocks;
  expect(paragraph?.start).toBe((heading?.end ?? 0) + 1);
  expect(folded.text[heading?.end ?? 0]).toBe('。');
});

it('numbering that begins again is nested anew', () => {
  const source = '一、回顾\n(一)平稳\n增长。\n一、安排\n(一)改革\n推进。';
  expect(headingsOf(source)).toEqual(['#1 一: 回顾', '#2 一/(一): 平稳', '#1 一: 安排', '#2 一/(一): 改革']);
});
