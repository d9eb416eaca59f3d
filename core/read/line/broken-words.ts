// Which two signs make a common word of plan documents: where a line ends with the first and the next begins with the
// second, the break stands inside a word.

const words =
  '建设发展工程企业项目改革推进单位政府经济社会管理服务产业创新完成实施提升增长投资全市城市生态环境保障加快推动促进支持鼓励加强强化深化优化' +
  '完善健全落实开展组织培育引进引领打造建立形成实现达到超过确保力争争创争取新增新建改造提高扩大稳定持续积极有效全面重点重大基础设施' +
  '科技教育文化医疗卫生养老住房就业收入消费出口外贸外资财政预算资金债券金融市场主体民营国有国资数字智能制造工业农业乡村农村城乡区域' +
  '规划方案计划目标任务责任措施政策制度机制体系标准平台中心基地园区集群人才高校学校医院机构部门委员领导小组办公会议行政执法监管' +
  '安全生产应急消防风险防范治理整治环保污染排放能源电力交通铁路公路机场航空港口水利水库供水排水垃圾绿色低碳发改财政公安民政司法' +
  '审计统计税务商务旅游体育广电林水园文综合街道社区居民群众企事机关团体协会联合合作协同共同富裕示范试点首批第一';

function pairsOf(signs: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < signs.length; i += 2) pairs.add(signs.slice(i, i + 2));
  return pairs;
}

/** Words of two signs. */
export const brokenWords = pairsOf(words);
