import { describe, expect, it } from 'vitest';
import { sampleOf } from '../text/structure.fixture.ts';
import { PhraseReader } from './phrase.ts';
import type { Tense } from './qualifier.ts';

function phrases(sentence: string, tense: Tense = 'target'): string[] {
  const { text, structure, mentions } = sampleOf([sentence]);
  const reader = new PhraseReader(text, structure.telling, mentions.mentions);
  return reader
    .read(0, text.length, 0, tense)
    .map((phrase) => `${phrase.metric}=${String(phrase.mention.value)}${phrase.mention.unit}`);
}

describe('what a number measures', () => {
  it.each([
    ['the words before it', '社区食堂覆盖率达到85%', ['社区食堂覆盖率=85%']],
    [
      'what stands before a colon',
      '一般公共预算收入:85亿元,增长6%',
      ['一般公共预算收入=85亿元', '一般公共预算收入=6%'],
    ],
    ['but not the name of a list', '主要目标是:社区食堂覆盖率达到85%', ['社区食堂覆盖率=85%']],
    ['what stands before a dash', '固定资产投资——增长10%以上', ['固定资产投资=10%']],
    ['without the words of change', '县域工业投资增长12%以上', ['县域工业投资=12%']],
    ['the object after it', '推出6个以上开放场景', ['推出开放场景=6个']],
    [
      'the object, with a threshold inside',
      '完成12台20蒸吨/小时以下燃煤锅炉淘汰',
      ['完成20蒸吨/小时以下燃煤锅炉淘汰=12台'],
    ],
    [
      'a list keeps its verb',
      '新建口袋公园30个、健身步道40公里',
      ['新建口袋公园=30个', '新建健身步道=40公里'],
    ],
    ['objects in a list', '建设50个安静小区、20个安静工地', ['建设安静小区=50个', '建设安静工地=20个']],
    [
      'the subject carried over a comma',
      '县级重点项目80个,完成投资300亿元',
      ['县级重点项目=80个', '县级重点项目完成投资=300亿元'],
    ],
    [
      'a share of the subject',
      '技改投资增长20%、占工业投资比重提高到15%',
      ['技改投资=20%', '技改投资占工业投资比重=15%'],
    ],
    ['respectively', '甲产业、乙产业规模分别突破90亿元、10亿元', ['甲产业规模=90亿元', '乙产业规模=10亿元']],
    ['town and country', '城乡居民收入分别增长5%和7%', ['城镇居民收入=5%', '农村居民收入=7%']],
    [
      'changes of what 分别 named',
      '城乡居民收入分别达到4万元、2万元,增长5%、7%',
      ['城镇居民收入=4万元', '农村居民收入=2万元', '城镇居民收入=5%', '农村居民收入=7%'],
    ],
    ['the size of a fund', '设立总规模20亿元的产业基金', ['设立总规模=20亿元']],
    ['years of schooling', '平均受教育年限达到11年', ['平均受教育年限=11年']],
    ['each gets the number', '食堂、驿站、书房各新建5处', ['食堂=5处', '驿站=5处', '书房=5处']],
    ['both get the number', '旅游收入和接待人次均增长10%', ['旅游收入=10%', '接待人次=10%']],
    ['a noun list is one metric', '新建小学、幼儿园70所', ['新建小学、幼儿园=70所']],
    ['a bracket counts inside', '新增托位600个(其中普惠托位500个)', ['新增托位=600个', '普惠托位=500个']],
    ['the base is left out', '加装电梯由46台增加到80台', ['加装电梯=80台']],
    [
      'above a threshold, the same thing',
      '落地1亿元以上项目30个、其中10亿元以上5个',
      ['落地1亿元以上项目=30个', '10亿元以上项目=5个'],
    ],
    ['in all', '加快推进东站改造、西站迁建等共计16个实施项目', ['实施项目=16个']],
  ])('%s', (_why, sentence, expected) => expect(phrases(sentence)).toEqual(expected));
});

describe('numbers that promise nothing', () => {
  it.each([
    ['a threshold of size', '支持10亿元以上产业项目建设'],
    ['an age', '为60岁以上老年人免费体检'],
    ['a stretch of time', '实施三年行动计划,推进24小时值守'],
    ['times in a row', '约谈连续2次排名末位的单位'],
    ['a number of lists', '围绕5张清单抓落实'],
    ['after 等 in a plan', '推进东塘、西塘等4条廊道建设'],
    ['a condition', '对实际支付金额达300万元的单个项目优先支持'],
    ['named items', '建强合成生物、元宇宙2个先导区'],
    ['one of so many', '入选全国50个试点城市'],
    ['how many points follow', '重点抓好以下9方面工作'],
  ])('%s', (_why, sentence) => expect(phrases(sentence)).toEqual([]));

  it('in a report the same list is a result', () =>
    expect(phrases('东塘、西塘等4处遗产入选名单', 'result')).toEqual(['遗产入选名单=4处']));
});
