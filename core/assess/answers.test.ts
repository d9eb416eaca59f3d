// Which results answer which commitments of a plan: no answer is better than a wrong one.
import { describe, expect, it } from 'vitest';
import type { Target } from '../plan/commitment.ts';
import { targetFromWords } from '../plan/words/target-from-words.ts';
import type { Item } from '../read/reading.ts';
import { answersOf } from './answers.ts';

const promise = (metric: string, printed: string, unit: string) => ({
  id: metric,
  title: metric,
  targets: [targetFromWords({ metric, printed, unit })] as readonly Target[],
});

const result = (metric: string, value: number | null, unit: string, given: Partial<Item> = {}): Item => ({
  start: 0,
  end: 5,
  kind: 'result',
  family: 'text',
  number: '',
  title: metric,
  metric,
  comparator: null,
  value,
  unit,
  direction: 'none',
  relative: null,
  relativeType: null,
  force: null,
  modality: null,
  owners: [],
  official: null,
  deadline: null,
  milestones: [],
  allocations: [],
  section: '',
  ...given,
});

const plan = [
  promise('地区生产总值', '增长5%左右', '%'),
  promise('单位GDP能耗(下降)', '3.2', '%'),
  promise('城乡居民收入', '与经济增长同步', '%'),
  promise('新建口袋公园', '30', '个'),
  promise('货物贸易出口额', '占全国份额比重基本稳定', '%'),
  promise('服务贸易出口额', '增长6%', '%'),
];
const grew = { direction: 'up' } as const;

describe('a result', () => {
  it.each([
    // why this row is here                    result                                        answers
    ['of the same name answers', result('新建口袋公园', 33, '个'), ['新建口袋公园']],
    ['under a like name answers', result('建成口袋公园', 33, '个'), ['新建口袋公园']],
    [
      'of one series does not answer another that names it',
      result('地区生产总值', 4.7, '%', grew),
      ['地区生产总值'],
    ],
    ['of the sister series does not answer', result('服务贸易出口', 6.6, '%', grew), ['服务贸易出口额']],
    ['that is no rate does not answer a rate', result('城乡居民收入倍差', 1.64, ''), []],
    ['of another unit does not answer', result('新建口袋公园', 33, '亿元'), []],
    ['of something else does not answer', result('新开工厂房', 33, '个'), []],
    ['that is a promise does not answer', result('新建口袋公园', 33, '个', { kind: 'target' }), []],
  ])('%s', (_why, item, answered) =>
    expect(answersOf(plan, [item], '新建口袋公园33个').map(({ commitmentId }) => commitmentId)).toEqual(
      answered,
    ),
  );

  it('answers the metric of one target of several', () => {
    const both = {
      id: 'both',
      title: '学校',
      targets: [...promise('新建学校', '7', '所').targets, ...promise('新增学位', '600', '个').targets],
    };
    expect(answersOf([both], [result('新增学位', 700, '个')], '')).toMatchObject([
      { commitmentId: 'both', metric: '新增学位', itemIndex: 0 },
    ]);
  });
});

describe('a table of projects', () => {
  const row = (name: string, column: string, value: number, unit: string) =>
    result(`${name}${column}`, value, unit, {
      family: 'project',
      start: value,
      end: value + 1,
      detail: { of: 'project', table: '表1', row: name, rowRole: 'item', column },
    });
  const planned = [
    promise('综合交通领域2025年计划投资', '300', '亿元'),
    promise('能源保供领域2025年计划投资', '40', '亿元'),
  ];

  it('answers the planned investment of a field with what that field has done', () => {
    const rows = [
      row('综合交通领域', '1-6月完成投资额', 150, '亿元'),
      row('综合交通领域', '完成率(%)', 50, '%'),
      row('能源保供领域', '1-6月完成投资额', 22, '亿元'),
    ];
    const found = answersOf(planned, rows, '').map(({ commitmentId, itemIndex }) => [
      commitmentId,
      itemIndex,
    ]);
    expect(found).toEqual([
      ['综合交通领域2025年计划投资', 0],
      ['能源保供领域2025年计划投资', 2],
    ]);
  });
});
