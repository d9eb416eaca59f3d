// How alike two promises are by their words: canonical terms, then two-sign pieces weighed by how rare they are.

/**
 * One idea, one spelling: work reports shorten and reword the same measure from year to year. Longest spelling first;
 * the target spellings are the ones used inside the comparison only, never shown.
 */
const spellings: readonly (readonly [string, string])[] = [
  ['国家高新技术企业', '国高企'],
  ['高新技术企业', '国高企'],
  ['研究与试验发展经费支出与地区生产总值之比', '研发强度'],
  ['全社会研发经费投入强度', '研发强度'],
  ['全社会研发投入强度', '研发强度'],
  ['研发经费投入强度', '研发强度'],
  ['研发投入强度', '研发强度'],
  ['R&D经费支出占GDP比重', '研发强度'],
  ['全市生产总值', '地区生产总值'],
  ['国内生产总值', '地区生产总值'],
  ['单位GDP能耗', '单位地区生产总值能耗'],
  ['GDP', '地区生产总值'],
  ['规模以上工业', '规上工业'],
  ['居民消费价格指数涨幅', '物价涨幅'],
  ['居民消费价格指数', '物价涨幅'],
  ['居民消费价格涨幅', '物价涨幅'],
  ['市场经营主体', '经营主体'],
  ['市场主体', '经营主体'],
  ['城市绿地', '绿地'],
  ['扩绿', '绿地'],
  ['上市企业', '上市公司'],
  ['老旧小区住宅加装电梯', '加装电梯'],
  ['投向民间投资项目', '投向民间项目'],
  ['投向民营项目', '投向民间项目'],
  ['民营项目', '民间项目'],
  ['新增用能', '新增能耗'],
  ['民间投资项目', '民间项目'],
  ['固投类项目', '项目'],
  ['固定资产投资类项目', '项目'],
  ['产业基金集群', '产业基金'],
  ['城镇新增就业人数', '城镇新增就业'],
  ['参保人数', '投保人数'],
  ['空气质量优良天数比率', '空气优良率'],
  ['空气质量优良天数比例', '空气优良率'],
  ['空气质量优良率', '空气优良率'],
  ['优良天数比例', '空气优良率'],
  ['PM2.5平均浓度', 'PM2.5浓度'],
  ['城市细颗粒物(PM2.5)', 'PM2.5'],
  ['国际专业组织总部或分支机构', '国际组织'],
  ['国际组织总部或分支机构', '国际组织'],
  ['持证养老护理员', '持证护理员'],
  ['每万名老年人', '每万老人'],
  ['每万老年人口', '每万老人'],
  ['每万老年人', '每万老人'],
  ['认知障碍照护专区床位', '认知障碍床位'],
  ['每千人口拥有3岁以下婴幼儿托位数', '每千人托位数'],
  ['减负降本', '减负'],
  ['助企减负', '减负'],
  ['为企业减负', '减负'],
  ['为经营主体减负', '减负'],
  ['35周岁以下', '35岁以下'],
  ['双价', '二价'],
  ['专精特新“小巨人”企业', '专精特新小巨人'],
  ['专精特新“小巨人”', '专精特新小巨人'],
  ['制造业单项冠军', '单项冠军'],
  ['农民人均可支配收入', '农村居民收入'],
  ['农村居民人均可支配收入', '农村居民收入'],
  ['城镇居民人均可支配收入', '城镇居民收入'],
  ['居民人均可支配收入', '居民收入'],
  ['金融产业增加值', '金融业增加值'],
  ['文化及相关产业增加值', '文化产业增加值'],
  ['Ⅲ类及以上', 'Ⅲ类以上'],
  ['III类', 'Ⅲ类'],
  ['所占比重', '占比'],
  ['比重', '占比'],
  ['比例', '占比'],
  ['市控以上地表水断面', '市控以上断面'],
];

/** Words that say how a promise is spoken of, not what it is about. */
const fillers: readonly string[] = [
  '力争',
  '争取',
  '确保',
  '努力',
  '预计',
  '全年',
  '全市',
  '全区',
  '全省',
  '我市',
  '累计',
  '共计',
  '总计',
  '其中',
  '分别',
  '达到',
  '突破',
  '超过',
  '不低于',
  '不少于',
  '不高于',
  '控制在',
  '以上',
  '以内',
  '以下',
  '左右',
  '约',
  '同比',
  '实现',
  '完成',
  '新增',
  '新认定',
  '新引育',
  '新引进',
  '新培育',
  '新建成',
  '新建',
  '建成',
  '实施',
  '推进',
  '推动',
  '开展',
  '组织',
  '打造',
  '培育',
  '培养',
  '提供',
  '推出',
  '规范',
  '建设',
  '发放',
  '安排',
  '招引',
  '引进',
  '引育',
  '累计',
  '总数',
  '总量',
  '总额',
  '总',
  '人数',
  '数量',
  '规模',
  '个数',
  '的',
  '和',
  '与',
  '及',
  '等',
  '均',
  '达',
  '为',
  '了',
  '在',
  '将',
  '对',
  '其',
  '数',
];

/**
 * Words that narrow or turn a measure: one name that has it and one that has not are two measures
 * (制造业利用外资 is not 利用外资, 进出口 is not 出口, 支出 is not 收入).
 */
const narrowing: readonly string[] = [
  '制造业',
  '服务业',
  '规上',
  '民间',
  '城镇',
  '农村',
  '市本级',
  '支出',
  '进出口',
  '进口',
  '倍差',
  '能耗',
  '跨境电商',
  '死亡',
  '起数',
  '税收',
  '贷款',
  '人才',
  '省级',
  '国家级',
  '利润',
  '生产性',
  '网络',
  '政府性基金',
  '社会保险',
  '固定资产',
  '重大项目',
  '养护',
  '交通',
  '高新技术产业',
  '工业技改',
  '产值',
  '营收',
  '开工',
  '参展',
  '拓市场',
  '试点',
  '户籍',
  '常住',
];

/** Verbs of one stage must not be answered by another stage: started is not finished. */
const stages: readonly (readonly [string, 'planned' | 'started' | 'finished'])[] = [
  ['谋定', 'planned'],
  ['谋划', 'planned'],
  ['储备', 'planned'],
  ['新开工', 'started'],
  ['开工', 'started'],
  ['启动', 'started'],
  ['在建', 'started'],
  ['试运行', 'started'],
  ['试点', 'started'],
  ['建成', 'finished'],
  ['竣工', 'finished'],
  ['完工', 'finished'],
  ['投运', 'finished'],
  ['投用', 'finished'],
  ['验收', 'finished'],
  ['通车', 'finished'],
  ['完成', 'finished'],
  ['开放', 'finished'],
  ['启用', 'finished'],
];

export type Stage = 'planned' | 'started' | 'finished' | null;

export interface Words {
  /** Canonical text that was compared. */
  readonly text: string;
  readonly pieces: ReadonlySet<string>;
  /** Numbers inside the name (10亿元以上项目, 35岁以下): they must agree. */
  readonly numbers: readonly string[];
  readonly stage: Stage;
  /** The narrowing words that the name holds. */
  readonly narrow: ReadonlySet<string>;
}

/** Reduces a metric to the words that identify it. */
export function wordsOf(name: string, city = ''): Words {
  let text = name.normalize('NFKC').replace(/\s+/g, '');
  if (city.length > 1) text = text.replaceAll(`${city}市`, '').replaceAll(city, '');
  // 总投资1亿元以上项目 and 1亿元以上项目 name one thing; 总投资 alone is a measure
  text = text.replace(/(?:计划)?总投资(?=\d)/g, '');
  text = text.replaceAll('﹝', '(').replaceAll('〔', '(');
  for (const [from, to] of spellings) text = text.replaceAll(from, to);
  const stage = stages.find(([word]) => text.includes(word))?.[1] ?? null;
  const numbers = text.match(/\d+(?:\.\d+)?(?:万亿|亿|万)?[^\d\s,、。;]{0,2}/g) ?? [];
  let bare = text.replace(/新?\((?:改|扩|迁)\)建/g, '|').replace(/[“”"'《》()（）·,、。;:：，；!?]/g, '');
  for (const filler of fillers) bare = bare.replaceAll(filler, filler.length > 1 ? '|' : filler);
  bare = bare.replace(/\d+(?:\.\d+)?/g, (digits) => (digits.length >= 2 ? digits : ''));
  const pieces = new Set<string>();
  for (const run of bare.split('|')) {
    const core = run.replace(/[的和与及等均达为了在将对其]/g, '');
    if (core.length === 1) pieces.add(core);
    for (let i = 0; i + 1 < core.length; i++) pieces.add(core.slice(i, i + 2));
  }
  return {
    text: bare.replaceAll('|', ''),
    pieces,
    numbers,
    stage,
    narrow: new Set(narrowing.filter((word) => text.includes(word))),
  };
}

/** How rare a piece is among all names compared: log(1 + n / seen). */
export function weigh(all: readonly Words[]): (piece: string) => number {
  const seen = new Map<string, number>();
  for (const words of all) for (const piece of words.pieces) seen.set(piece, (seen.get(piece) ?? 0) + 1);
  const most = Math.log(1 + all.length);
  return (piece) => {
    const times = seen.get(piece);
    return times === undefined ? most : Math.log(1 + all.length / times);
  };
}

/** A piece that only one name has weighs less than a shared one: names are worded differently from year to year. */
const onlyOne = 0.6;

/** Shared weight of two names, 0 to 1. What only the promise says counts more than what only the outcome adds. */
export function likeness(promise: Words, outcome: Words, weight: (piece: string) => number): number {
  if (promise.pieces.size === 0 || outcome.pieces.size === 0) return 0;
  let shared = 0;
  let lost = 0;
  let added = 0;
  for (const piece of promise.pieces) {
    if (outcome.pieces.has(piece)) shared += weight(piece);
    else lost += weight(piece);
  }
  for (const piece of outcome.pieces) if (!promise.pieces.has(piece)) added += weight(piece);
  return (2 * shared) / (2 * shared + lost + onlyOne * added);
}

/** Of each group a name holds one: two names with different ones speak of opposite things. */
const opposites: readonly (readonly string[])[] = [
  ['收入', '支出'],
  ['进出口', '出口', '进口'],
  ['城镇', '农村'],
  ['起数', '死亡'],
  ['制造业', '服务业'],
];

/** First of the group that the name holds; 进出口 is asked before 出口. */
const memberOf = (group: readonly string[], name: string): string | undefined =>
  group.find((word) => name.includes(word));

/**
 * 1 where both names are narrowed alike. A promise for the narrower measure (制造业利用外资) is not answered by the
 * wider one; a narrower outcome for a wide promise costs less, the wide figure being the better answer where there is one.
 */
export function narrowAlike(promise: Words, outcome: Words): number {
  let factor = 1;
  for (const word of promise.narrow) if (!outcome.narrow.has(word)) factor *= 0.7;
  for (const word of outcome.narrow) if (!promise.narrow.has(word)) factor *= 0.86;
  for (const group of opposites) {
    const [a, b] = [memberOf(group, promise.text), memberOf(group, outcome.text)];
    if (a !== undefined && b !== undefined && a !== b) factor *= 0.5;
  }
  return factor;
}
