// How a metric may be compared, and which way is good for it, read from its name, unit and target words.
import { isPercent, readUnit } from '../../quantity/unit.ts';
import type { GoodWay, Measure } from '../commitment.ts';

/** The figure itself is a fall: 单位GDP能耗(下降), 近视率降低, 减排量. More of it is good. */
export const namesAFall = (name: string): boolean =>
  /下降|降低|减少|降幅|削减|压减|减排|节约|节能量|淘汰|化解|降本/.test(name);

/** Less of it is good, by what the name counts: harm, waste, load, gaps. */
const lessIsGood =
  /失业|死亡|浓度|PM2\.5|PM10|PM_|倍差|收入比(?!重|例)|能耗|水耗|电耗|用水量|排放|消耗|负债率|赤字|债务率|债务余额|近视|事故|逾期|投诉|发案|发病|不良|贫困|空置|闲置|库存|差距|污染指数|建设用地(?:使用)?面积|地耗|办理时限|办理时间|等候|信访|火灾|警情|返贫|流失|辍学|违法|涉诉|漏损|损失|杠杆|物流(?:总)?(?:费用|成本)/;

const pricesMoveAround = /居民消费价格|CPI|消费价格|物价|价格总水平/i;

export function inferGoodWay(name: string, comparator: string | null, falls: boolean): GoodWay {
  if (namesAFall(name) || falls) return 'higher';
  if (pricesMoveAround.test(name)) return 'around';
  if (lessIsGood.test(name) && !/处置率|整改率|办结率|治理率|修复率|回收|利用率|防治/.test(name))
    return 'lower';
  return comparator === 'le' ? 'lower' : 'higher';
}

const shareName =
  /占.{0,24}(?:比|比重|比例|份额)|占比|比重|比例|比率|份额|之比|强度|(?<!增长|生产|降低|下降)率(?=$|[(\uFF08])|覆盖面/;
const newThings = /^(?:新增|新建|新改建|新开|新认定|新培育|新引进|净增|累计新增|年内|当年|新)|新增/;
const ratioName =
  /浓度|倍差|收入比|单位|指数|率(?=$|[(\uFF08])|强度|水耗|能耗|电耗|平均|(?:万元|亿元|百亿元)(?:GDP|地区|国内|生产总值|工业|增加值|产值)|均价/;
const stockName =
  /总量|总数|拥有|保有|存量|能力|人均|每千|每万|每百|每十万|密度|在册|人口|里程|库容|储备|寿命|年限|绿地|覆盖|余额|市场主体|经营主体|主体数|有效期内|建成区|累计达到|达标数/;

/** “十四五”累计, 五年累计, 到2027年累计: counted over more than the year. */
export const isCumulative = (words: string): boolean =>
  /[一二三四五六七八九十]五[”"]?(?:期间|时期|规划|末)?.{0,4}累计|[五三]年累计|累计[^,，;；]{0,6}[五三]年|规划期/.test(
    words,
  );

export interface MeasureFacts {
  readonly name: string;
  readonly unit: string;
  readonly words: string;
  readonly numeric: boolean;
  readonly moves: boolean;
}

/**
 * rate and share are held against the year's number itself; a flow counts up and is held against the schedule; a stock
 * is a level on a day; cumulative runs over a five-year plan; text has no number.
 */
export function inferMeasure({ name, unit, words, numeric, moves }: MeasureFacts): Measure {
  if (isCumulative(words) || isCumulative(name)) return 'cumulative';
  if (!numeric) return 'text';
  const percent = isPercent(unit) || readUnit(unit).base === 'permille';
  if (percent) return !moves && shareName.test(name) ? 'share' : 'rate';
  if (readUnit(unit).base === 'percentagePoint') return 'rate';
  if (newThings.test(name)) return 'flow';
  if (readUnit(unit).base.startsWith('ratio:') || ratioName.test(name)) return 'rate';
  if (readUnit(unit).base === 'none') return 'rate';
  return stockName.test(name) ? 'stock' : 'flow';
}
