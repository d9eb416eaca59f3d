import { describe, expect, it } from 'vitest';
import { readTextItems } from '../text/read-text-items.ts';
import { sampleOf } from '../text/structure.fixture.ts';

const read = (lines: readonly string[]) => {
  const sample = sampleOf(lines, { kind: 'decomposition', year: 2025 });
  return { ...readTextItems(sample.structure, sample.mentions), text: sample.text };
};

describe('tasks whose owners stand on the next line', () => {
  const { items, text } = read([
    '一、常务副县长牵头工作',
    '1. 县域工业增加值增长6%左右。',
    '责任单位:县经信局、县统计局',
    '2. 完善园区配套。新开工标准厂房20万平方米,其中东园12万平方米。',
    '责任单位:县发改局,各乡镇政府',
  ]);
  const tasks = items.filter((item) => item.kind === 'task');
  const targets = items.filter((item) => item.kind === 'target');

  it('one task for each number, from the number to the end of its wording', () =>
    expect(tasks.map((task) => text.slice(task.start, task.end))).toEqual([
      '1. 县域工业增加值增长6%左右。',
      '2. 完善园区配套。新开工标准厂房20万平方米,其中东园12万平方米。',
    ]));
  it('owners in printed order, the first leads', () =>
    expect(tasks.map((task) => task.owners.map((owner) => `${owner.name}:${owner.role}`))).toEqual([
      ['县经信局:lead', '县统计局:support'],
      ['县发改局:lead', '各乡镇政府:support'],
    ]));
  it('the officer of the chapter', () => expect(tasks[0]?.official).toBe('常务副县长'));
  it('each promise is a target with the number and owners of its task', () =>
    expect(
      targets.map((item) => [item.number, item.metric, item.value, item.unit, item.owners[0]?.name]),
    ).toEqual([
      ['1', '县域工业增加值', 6, '%', '县经信局'],
      ['2', '新开工标准厂房', 20, '万平方米', '县发改局'],
      ['2', '东园', 12, '万平方米', '县发改局'],
    ]));
});

describe('other layouts', () => {
  it.each([
    [
      'owners and time limit in one bracket',
      ['1. 建成社区食堂12家。(牵头单位:县民政局;配合单位:县财政局;完成时限:10月底前)'],
      ['县民政局', '县财政局'],
      '2025-10-31',
    ],
    [
      'a bracket without a label',
      ['1. 建成社区食堂12家。(县民政局牵头,县财政局配合)'],
      ['县民政局', '县财政局'],
      null,
    ],
    [
      'the officer before the units in one bracket',
      ['1. 建成社区食堂12家。(牵头领导:分管副县长;牵头单位:县民政局;责任单位:县财政局、县直相关部门)'],
      ['县民政局', '县财政局', '县直相关部门'],
      null,
    ],
    ['a star in a bracket', ['1. 建成社区食堂12家。(★县民政局、县财政局)'], ['县民政局', '县财政局'], null],
    [
      'a bracket that ends in 参加',
      ['1. 建成社区食堂12家。(县民政局牵头,县财政局、县住建局参加)'],
      ['县民政局', '县财政局', '县住建局'],
      null,
    ],
    [
      'running text with its limit',
      ['1. 建成社区食堂12家。由县民政局牵头,县财政局、各有关单位配合,三季度末前完成。'],
      ['县民政局', '县财政局', '各有关单位'],
      '2025-09-30',
    ],
    [
      'labels parted by full stops, the limit last',
      ['1. 建成社区食堂12家。牵头单位:县民政局。配合单位:县财政局。完成时间:一季度开工,10月底前完工。'],
      ['县民政局', '县财政局'],
      '2025-10-31',
    ],
    [
      'officer, units and limit on a line each',
      [
        '1. 建成社区食堂12家。',
        '牵头领导:分管副县长',
        '牵头单位:县民政局',
        '责任单位:县财政局',
        '完成时限:11月底',
      ],
      ['县民政局', '县财政局'],
      '2025-11-30',
    ],
    [
      'two labels on two lines',
      ['1. 建成社区食堂12家。', '牵头单位:县民政局', '配合单位:县财政局'],
      ['县民政局', '县财政局'],
      null,
    ],
    [
      'owners in the heading above',
      ['一、惠民(责任单位:县民政局)', '1. 建成社区食堂12家。', '责任单位:县财政局'],
      ['县财政局'],
      null,
    ],
  ])('%s', (_why, lines, owners, deadline) => {
    const task = read(lines).items.find((item) => item.kind === 'task');
    expect(task?.owners.map((owner) => owner.name)).toEqual(owners);
    expect(task?.deadline).toBe(deadline);
  });

  it('two sentences with an owner each are two tasks of one number', () => {
    const { items, text } = read(['1. 建成食堂12家。(责任单位:县民政局)改造管网30公里。(责任单位:县住建局)']);
    expect(
      items
        .filter((item) => item.kind === 'task')
        .map((task) => [text.slice(task.start, task.end), task.owners[0]?.name]),
    ).toEqual([
      ['1. 建成食堂12家。', '县民政局'],
      ['改造管网30公里。', '县住建局'],
    ]);
  });

  it('a label without a readable owner is said to be unread', () =>
    expect(read(['1. 建成食堂12家。', '责任单位:  ']).unread.map((place) => place.why)).toEqual([
      'ownerUnknown',
    ]));

  it('the foot of a web page is no task', () =>
    expect(
      sampleItems(['一、2025年工作安排', '建成食堂12家。', '主办单位:某县人民政府办公室']).filter(
        (item) => item.kind === 'task',
      ),
    ).toEqual([]));
});

const sampleItems = (lines: readonly string[]) => {
  const sample = sampleOf(lines, { kind: 'workReport', year: 2025 });
  return readTextItems(sample.structure, sample.mentions).items;
};

describe('tasks without numbers, each with its officer, units and steps on lines of their own', () => {
  const rest = (steps: string): string[] => [
    '主管领导:分管副市长',
    '责任单位:市教育局',
    '主要责任人:局长',
    `进度安排:${steps}`,
  ];
  const { items } = read([
    '一、教育',
    '新增学位2.36万个。',
    ...rest('6月底前完成基建;12月底前全部招生。'),
    '新建幼儿园84所。',
    ...rest('6月底前开工40所;12月底前全部建成。'),
  ]);
  const tasks = items.filter((item) => item.kind === 'task');

  it('the officer before and what is said behind the units are the task they stand with', () =>
    expect(tasks.map(({ official, owners }) => [official, owners.map(({ name }) => name)])).toEqual([
      ['分管副市长', ['市教育局']],
      ['分管副市长', ['市教育局']],
    ]));
  it('the steps are milestones', () =>
    expect(tasks.map(({ milestones }) => milestones.map(({ by }) => by))).toEqual([
      ['2025-06-30', '2025-12-31'],
      ['2025-06-30', '2025-12-31'],
    ]));
});
