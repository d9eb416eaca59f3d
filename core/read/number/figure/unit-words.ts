// Which words can be the unit of a number. The list serves the common case; unit.ts has the rule for the rest.
import { buildTrie } from '../trie.ts';

/** Kinds of unit: a share, a change of a share, money, a physical measure, a length of time, a count of things. */
export const PERCENT = 1;
export const POINT = 2;
export const MONEY = 3;
export const MEASURE = 4;
export const TIME = 5;
export const COUNT = 6;
/** A noun that stands where a classifier is left out (10方面, 5部门). */
export const NOUN = 7;

const percent = '% ‰ ％ ‱';
const point = '个百分点 百分点 个基点 基点 个千分点 个点';
const money = '元 美元 欧元 港元 港币 日元 英镑 卢布 新元 韩元 澳元 人民币 元人民币 块 角 分钱 分 美金';

const area =
  '平方米 平方公里 平方千米 平方厘米 平方毫米 平米 亩 亩地 公顷 顷 ㎡ m² m2 km² km2 hm² hm2 ha 亩次 亩茶园 公亩';
const volume =
  '立方米 立方公里 立方厘米 立方 标准立方米 标方 方 升 毫升 公升 微升 m³ m3 Nm³ Nm3 L mL ml μL 立方米水 土石方 立方米土方 桶';
const weight =
  '吨 公斤 千克 克 毫克 微克 纳克 斤 市斤 担 t kg g mg μg ug 蒸吨 载重吨 综合吨 总吨 标准吨 吨级 吨煤 吨标准煤 吨标煤 吨标准油 吨油当量 ' +
  '千克标准煤 千克标煤 克标准煤 公斤标准煤 吨二氧化碳 吨二氧化碳当量 吨碳 吨公里 吨海里 标煤 标准煤 tce kgce gce ng 克拉';
const energy =
  '千瓦 千瓦时 瓦 瓦时 兆瓦 兆瓦时 吉瓦 吉瓦时 千瓦小时 千瓦年 千瓦 峰瓦 度电 度 千伏 伏 千伏安 兆伏安 安 安时 焦 千焦 兆焦 吉焦 太焦 大卡 千卡 帕 兆帕 千帕 马力 ' +
  'W kW KW MW GW TW kWh KWh KWH kwh MWh MWH GWh GWH TWh Wh kWp KWp MWp GWp Wp kV KV kv V kVA kva MVA MPa kPa Pa GJ TJ MJ kJ J A·h Ah mAh Hz kHz MHz GHz';
const length =
  '公里 千米 米 厘米 分米 毫米 微米 纳米 里 华里 海里 英里 英寸 寸 英尺 尺 延米 延长米 进尺 车道公里 车公里 皮长公里 芯公里 单线公里 正线公里 线公里 ' +
  '双线公里 轨公里 管公里 沟公里 孔公里 人公里 里程 km m cm mm μm um nm';
const data =
  '比特 字节 千兆 兆 GB TB PB EB ZB MB KB Gbps Mbps Tbps Kbps Gb Mb bps P PFLOPS PFlops PFlop/s EFLOPS EFlops TFLOPS TOPS POPS 亿次 亿次/秒 万亿次 标准机架 机架 架机柜 机柜 颗核';
const other =
  'TEU 标箱 标准箱 国际标准箱 个标箱 个标准箱 分贝 dB dB(A) 摄氏度 ℃ °C 毫当量 ppm ppb pH 毫克当量 倍 番 成 折 层级 勒克斯 流明 卡路里 rpm 转 标准卷 大箱';
const time =
  '年 个月 天 日 个工作日 工作日 个自然日 自然日 小时 个小时 分钟 秒 秒钟 毫秒 微秒 周 星期 个星期 个季度 季度 季 课时 学时 个课时 个学时 周岁 岁 周年 周期 ' +
  '个周期 个月份 刻钟 人年 学年 年期 个年头 年度 日历天 昼夜 h min s ms 整年 载 个交易日 交易日';

const frequency =
  '次 人次 车次 架次 班次 场次 件次 户次 家次 台次 批次 辆次 列次 船次 艘次 例次 单次 门次 趟次 轮次 频次 票次 名次 位次 项次 人份 人日 人天 床日 间夜 人晚 车日 ' +
  '席次 头次 羽次 笔次 条次 户 家 户家庭 下 番次 遍 趟 回 届次 期次';
const things =
  '个 家 项 件 名 人 户 套 张 台 辆 座 处 所 条 只 支 部 本 册 篇 首 幅 副 份 枚 棵 株 头 匹 羽 尾 口 盏 间 栋 幢 层 排 列 艘 架 班 届 期 批 轮 例 起 宗 笔 单 位 ' +
  '片 块 段 根 颗 粒 艘 顶 把 面 扇 堵 杆 盘 门 节 堂 课 道 股 组 队 团 伙 帮 对 双 打 箱 盒 包 袋 瓶 罐 桶 车 卷 捆 束 丛 窝 群 串 站 场 集 版次 页 字 行 句 词 ' +
  '种 类 样 款 型 档 级 星 环 格 代 世 族 房 室 厅 铺 摊 柜 床 席 桌 餐 杯 碗 剂 针 支疫苗 剂次 针次 服 味 具 尊 眼 井 渠 坝 闸 泵 站点 点位 网点 节点 卡 票 证 章 牌 ' +
  '码 匝 跨 孔 洞 桩 枪 杠 步 招 式 大 字节 支队 村 镇 乡 县 市 区 州 省 国 园 校 院 店 馆 屋 员 岗 编 亩均 机 标 链 端 网 库 台套 台件 件套 架套 人机 套间 间套 万套 宗地 ' +
  '户数 人数 条次 名额 点 厂 企 街 街道 社区 村社 行政村 自然村 乡镇 镇街 村居 幅次 款次 手 声 口井 杆灯 盏灯 辆份 株次 则 则次 稿 函 档次 旅 营 连 炉 罐次 线 圈 路 流 车位 泊位 ' +
  '床位 席位 机位 舱位 个班 座次 箱次 担次 方次 头份 羽份 毫 厘 拨 茬 季次 幕 出 台戏 折戏 曲 阕 味药 帖 贴 挂 幢楼 栋楼 间房 间次';
const nouns =
  '方面 领域 行业 部门 环节 层面 城市 国家 地区 省市 省份 区县 县市 县区 区块 片区 板块 赛道 集群 维度 类别 类型 指标 任务 举措 措施 项目 企业 平台 基地 场景 单位 机构 团队 学科 专业 品种 品类 品牌 ' +
  '产品 案例 系列 渠道 步骤 阶段 层次 档位 点 梯队 步 语种 大类 小类 中类 门类 部委 家庭 群众 居民 员工 村民';

export const unitTrie = buildTrie([
  [PERCENT, percent],
  [POINT, point],
  [MONEY, money],
  [MEASURE, [area, volume, weight, energy, length, data, other].join(' ')],
  [TIME, time],
  [COUNT, `${frequency} ${things}`],
  [NOUN, nouns],
]);

/** Scales that stand before a unit and are part of it as printed: 亿元, 万人次. */
export const scaleTrie = buildTrie([
  [1, '百 千 万 亿 兆 十万 百万 千万 万万 十亿 百亿 千亿 万亿 亿亿 百万亿 十万亿 千万亿'],
]);

const factors: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1e3, 万: 1e4, 亿: 1e8, 兆: 1e12 };

/** 万亿 is 1e12; an empty scale is 1. */
export function scaleFactor(scale: string): number {
  let factor = 1;
  for (const sign of scale) factor *= factors[sign] ?? 1;
  return factor;
}
