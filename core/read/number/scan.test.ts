// Sentences of the genre with the quantities an expert finds in them.
import { describe, expect, it } from 'vitest';
import type { Mention } from '../structure.ts';
import { findMentionsIn } from './scan.ts';
import { newSink, runningText, type Sink } from './sink.ts';

const read = (text: string): Sink => {
  const sink = newSink();
  findMentionsIn(text, 0, text.length, sink, runningText);
  return sink;
};

/** 3.2 万个 ge up: value, unit, and what is not eq or none. */
const shown = ({ value, unit, comparator, direction }: Mention): string =>
  [
    typeof value === 'number' ? value : value.join('~'),
    unit,
    comparator === 'eq' || comparator === 'range' ? '' : comparator,
    direction === 'none' ? '' : direction,
  ]
    .filter((part) => part !== '')
    .join(' ');

/** why | text | quantities parted by ; */
const rows = `
number and unit, scale inside the unit | 新增公共停车位3.2万个,培训2万人次 | 3.2 万个; 2 万人次
share, permille and points are three units | 占比12%,死亡率2.5‰,提高0.8个百分点 | 12 %; 2.5 ‰; 0.8 个百分点 up
range with one unit | 完成率提高1到2个百分点 | 1~2 个百分点 up
range with both units | 投资增长8%—10% | 8~10 % up
range over two scales | 安排5000万元—1亿元 | 0.5~1 亿元
base and level are two | 覆盖率由31.5%提升至36% | 31.5 %; 36 % to
base and level said with 到 | 申报材料从12份减少到5份 | 12 份; 5 份 to
enumeration, verb for all | 分别增长4.1%和6.2% | 4.1 % up; 6.2 % up
enumeration, sign between the shares lost | 分别下降3.6%2.1%。 | 3.6 % down; 2.1 % down
comparator that closes a list is of all | 产量分别达20万吨、30万吨以上 | 20 万吨 ge; 30 万吨 ge
comparator before a list is of all | 产值突破300亿元、200亿元 | 300 亿元 ge; 200 亿元 ge
what qualifies a noun closes no list | 引进人才600名、45岁以下青年80名 | 600 名; 45 岁 le; 80 名
a bound whose base stands between | 额度不超过设备购置费的30%,占比不低于支出的18% | 30 % le; 18 % ge
a bound named by a noun | 每户贴息上限为20万元 | 20 万元 le
a class of quality is no comparison | 断面达到或好于Ⅲ类水体比例90%以上 | 90 % ge
above a plan, below a target | 超过年度计划0.3个百分点,比目标低1.2个百分点 | 0.3 个百分点 up; 1.2 个百分点 down
a line that begins with a figure | 1.5万亩农田建成,达到1.3倍 | 1.5 万亩; 1.3 倍
unit printed once | 新建泵站3、4、5座 | 3 座; 4 座; 5 座
unit completed at the end | 分别提高2个、1.5个和3个百分点 | 2 个百分点 up; 1.5 个百分点 up; 3 个百分点 up
pair in brackets | 新增(提升)服务站6(5)个 | 6 个; 5 个
comparators before | 不低于70%,不超过5天,约30家,近10万人,超2亿元 | 70 % ge; 5 天 le; 30 家 approx; 10 万人 approx; 2 亿元 ge
comparators after | 80%以上、5%以内、3%左右、60周岁及以上 | 80 % ge; 5 % le; 3 % approx; 60 周岁 ge
held within, held around | 控制在26微克/立方米以内,控制在3%左右 | 26 微克/立方米 le; 3 % approx
recent years are not about | 近3年新增8个 | 3 年; 8 个
余 and 多 say more | 惠及4500余户、300多万人 | 4500 户 ge; 300 万人 ge
above a series is a change, above a number a bound | 高于全省0.6个百分点,优良率高于90% | 0.6 个百分点 up; 90 % ge
a bracket in between does not hide the cue | 快于全年目标(增长6%)0.5个百分点 | 6 % up; 0.5 个百分点 up
improving so many things is no rise | 改造提升22个小区,提升26家机构 | 22 个; 26 家
lessening over its object | 压减一般性支出8% | 8 % down
level after a change, with a bound | 办结时限压缩至3个工作日以内 | 3 个工作日 le to
新增 is no direction | 新增5家、净增12户 | 5 家; 12 户
compound units | 11.2平方米/万元、45件/万人、2分/千瓦时、6.5/10万 | 11.2 平方米/万元; 45 件/万人; 2 分/千瓦时; 6.5 /10万
Latin units | 32μg/m³、150MWp、35万TEU、100MW/200MWh | 32 μg/m³; 150 MWp; 35 万TEU; 100 MW; 200 MWh
second classifier in brackets | 筹集800套(间),受理12件(批) | 800 套(间); 12 件(批)
open vocabulary, a noun serves as unit | 落实12方面任务,涉及9部门 | 12 方面; 9 部门
negative and thousands | 同比-1.2%,总额为-3.5亿元,人均81,250元 | -1.2 %; -3.5 亿元; 81250 元
point parted by a space | 新建绿道1. 6万米 | 1.6 万米
spaces around scale and unit | 完成 1.6 万 户 | 1.6 万户
fractions | 减少2/3,占三分之一以上,百分之五 | 0.666667 down; 0.333333 ge; 5 %
Chinese numerals that count | 力争投运一个、开工一个;安排三千万元;超七成 | 1 个; 1 个; 3000 万元; 7 成 ge
Chinese numerals that do not | 推出一批项目,实施三项改革,坚持五年,第一个,百亿企业 |
structure of industries | 三次产业结构为3.1:40.2:56.7 | 3.1; 40.2; 56.7
figures without unit after a cue | 倍差缩小至1.58,指数达103.2 | 1.58 to; 103.2
ages and days are quantities | 70岁以上老人,15个工作日内办结 | 70 岁 ge; 15 个工作日 le
amount per person | 提高到每人每月950元 | 950 元 to
a share quoted as a sentence | 实现“上半年60%”目标 | 60 %
`
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((part) => part.trim()))
  .map(([why = '', text = '', finds = '']) => ({ why, text, finds }));

describe('quantities', () => {
  it.each(rows)('$why', ({ text, finds }) => {
    expect(read(text).mentions.map(shown).join('; ')).toBe(finds);
  });

  it('the span is number and unit, never the comparator', () => {
    const text = '新开工不少于1.2万套(间)以上';
    expect(read(text).mentions.map((mention) => text.slice(mention.start, mention.end))).toEqual([
      '1.2万套(间)',
    ]);
  });

  it('says where a missing unit came from', () => {
    expect(read('建成3、4座').mentions.map((mention) => mention.unitFrom)).toEqual(['context', 'text']);
  });
});

describe('effort', () => {
  it.each([
    { why: 'same clause', text: '力争签约项目30个', wanted: [true] },
    {
      why: 'over a comma to the next measure',
      text: '力争工业投资增长9%,技改占比45%以上。',
      wanted: [true, true],
    },
    { why: 'not over a comma to the next verb', text: '力争新增3家,完成改造20个', wanted: [true, false] },
    { why: 'of one number only', text: '达80亿元、力争100亿元,零售额增长5%', wanted: [false, true, false] },
    { why: '争取 with a verb', text: '争取达到95%', wanted: [true] },
    { why: '争取 with a noun is the verb to win', text: '争取上级资金12亿元', wanted: [false] },
  ])('$why', ({ text, wanted }) => {
    expect(read(text).mentions.map((mention) => mention.strive)).toEqual(wanted);
  });
});
