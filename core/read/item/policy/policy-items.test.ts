import { describe, expect, it } from 'vitest';
import type { Item } from '../../reading.ts';
import { readTextItems } from '../text/read-text-items.ts';
import { sampleOf } from '../text/structure.fixture.ts';

const read = (lines: readonly string[]) => {
  const sample = sampleOf(lines, { kind: 'policyPackage', year: 2025, title: '关于支持实体经济的若干政策' });
  return readTextItems(sample.structure, sample.mentions);
};

describe('a package of policies', () => {
  const { items, checks } = read([
    '一、扩大投资政策(由市发改委牵头实施)',
    '2025年,完成重点项目投资300亿元以上。',
    '(一)强化资金保障。市财政2025年预算安排资金12.5亿元。其中,用于交通建设资金8亿元,水利建设资金4.5亿元。(责任单位:市财政局)',
    '二、科技创新政策(由市科技局牵头实施)',
    '(二)保障投入。市财政2025年预算安排10亿元。其中,人才培养资金6亿元、平台建设资金3亿元、科普资金2亿元。(责任单位:市财政局、市科技局)',
    '(三)培育企业。新增高新技术企业200家。(责任单位:市科技局)',
    '上述领域政策市级财政安排资金除交叉部分外,支持总额为20亿元。',
  ]);
  const policies = items.filter((item) => item.kind === 'task');

  it('every numbered policy with title, owners, area and fund', () =>
    expect(policies.map((item) => [item.number, item.title, item.owners.length, item.detail])).toEqual([
      [
        '1',
        '强化资金保障',
        1,
        { of: 'policy', area: '扩大投资政策', areaNumber: 1, fund: { value: 12.5, unit: '亿元' } },
      ],
      [
        '2',
        '保障投入',
        2,
        { of: 'policy', area: '科技创新政策', areaNumber: 2, fund: { value: 10, unit: '亿元' } },
      ],
      ['3', '培育企业', 1, { of: 'policy', area: '科技创新政策', areaNumber: 2, fund: null }],
    ]));
  it('the words under an area belong to its lead', () => {
    const promise = items.find((item) => item.value === 300);
    expect([promise?.metric, promise?.owners[0]?.name]).toEqual(['完成重点项目投资', '市发改委']);
  });
  it('parts that add up, parts that exceed the whole, and a total with its caveat', () =>
    expect(
      checks.map((check) => [
        check.rule,
        check.ok,
        check.expected,
        check.found,
        check.explainedBy !== undefined,
      ]),
    ).toEqual([
      ['fund.parts', true, 12.5, 12.5, false],
      ['fund.parts', false, 10, 11, false],
      ['fund.total', false, 20, 22.5, true],
    ]));
});

function awards(sentence: string): string[] {
  const found = read([`(一)支持企业。${sentence}(责任单位:市经信局)`]).items.filter(
    (item) => item.family === 'award',
  );
  return found.map((item) => (item.detail?.of === 'award' ? describeAward(item) : ''));
}

function describeAward(item: Item): string {
  const { detail } = item;
  if (detail?.of !== 'award') return '';
  const rate = detail.rate ? ` ${detail.rate.value}${detail.rate.unit}×${detail.rate.base}` : '';
  const cap = detail.cap ? ` ${detail.cap.value}${detail.cap.unit}` : '';
  return `${detail.award} ${detail.limit}${rate}${cap} <${detail.beneficiary}|${detail.trigger}>`;
}

describe('awards', () => {
  it.each([
    [
      'an amount at most',
      '对首次升规的工业企业给予最高20万元奖励。',
      ['fixed atMost 20万元 <工业企业|首次升规>'],
    ],
    [
      'an exact amount after the noun',
      '对首次升规的工业企业,给予一次性奖励10万元。',
      ['fixed exactly 10万元 <工业企业|首次升规>'],
    ],
    [
      'again, for the same party',
      '对首次升规的工业企业给予10万元奖励;连续3年在规的再给予不超过30万元奖励。',
      ['fixed exactly 10万元 <工业企业|首次升规>', 'fixed atMost 30万元 <工业企业|连续3年在规>'],
    ],
    [
      'a rate of a base with a cap',
      '对技术改造项目按照不高于设备投资额的20%给予补助,最高补助800万元。',
      ['rate atMost 20%×设备投资额 800万元 <技术改造项目|>'],
    ],
    [
      'a multiple',
      '对获批的省级中心,市级按照省补助额的2倍给予配套支持。',
      ['multiple exactly 2倍×省补助额 <省级中心|获批>'],
    ],
    [
      'two thresholds, two amounts',
      '对营收首次突破10亿元、50亿元的企业,分别给予50万元、200万元奖励。',
      [
        'fixed exactly 50万元 <企业|营收首次突破10亿元、50亿元>',
        'fixed exactly 200万元 <企业|营收首次突破10亿元、50亿元>',
      ],
    ],
    [
      'a threshold moved',
      '申请技改补助的总投资要求由1000万元调整为500万元。',
      ['thresholdChange exactly 500万元 <|>'],
    ],
    ['a term', '对新升规企业设置3年成长培育期。', ['status exactly <新升规企业|>']],
    ['a limit of visits', '同一单位对同一企业开展的检查原则上每年不超过1次。', ['limit atMost <同一企业|>']],
  ])('%s', (_why, sentence, expected) =>
    expect(
      awards(sentence).map((award) => (expected[0]?.endsWith('<|>') ? award.replace(/<.*>/, '<|>') : award)),
    ).toEqual(expected),
  );

  it('money set aside is no award', () =>
    expect(awards('市财政安排贴息资金3亿元,其中设备贴息2亿元。')).toEqual([]));
  it('a promise before an award stays a promise', () => {
    const { items } = read(['(一)攻关。力争国产替代30项以上,对承担任务的企业给予最高100万元补助。']);
    expect(items.filter((item) => item.kind === 'target').map((item) => [item.family, item.value])).toEqual([
      ['award', 100],
      ['policy', 30],
    ]);
  });
});
