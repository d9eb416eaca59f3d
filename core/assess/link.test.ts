// Pairs that must and must not be linked, each with its reason; sentences written for the purpose.
import { describe, expect, it } from 'vitest';
import { readDocument } from '../read/read-document.ts';
import { linkReadings } from './link.ts';

const plan = (body: string): string =>
  `2024年海州市政府工作报告\n\n(2024年1月10日在海州市第九届人民代表大会第三次会议上)\n\n一、2024年工作安排\n\n(一)重点任务。${body}\n`;
const report = (body: string): string =>
  `2025年海州市政府工作报告\n\n(2025年1月12日在海州市第九届人民代表大会第四次会议上)\n\n一、2024年工作回顾\n\n(一)主要成绩。${body}\n`;

function link(promise: string, outcome: string) {
  const [a, b] = [plan(promise), report(outcome)];
  return linkReadings(readDocument(a), a, readDocument(b), b).links.map((each) => ({
    promise: a.slice(each.promise.start, each.promise.end),
    outcome: b.slice(each.outcome.start, each.outcome.end),
    verdict: each.verdict,
  }));
}

describe('what is linked', () => {
  it.each([
    // why this row is here           promise                              outcome                                   verdict
    ['same words, more than promised', '新增上市公司8家。', '新增上市公司11家。', 'met'],
    ['same words, less than promised', '新增上市公司8家。', '新增上市公司5家。', 'missed'],
    ['a shorter name for the same firms', '新增国家高新技术企业300家。', '新认定国高企352家。', 'met'],
    ['万 beside plain numbers', '完成回迁安置1.2万户。', '完成回迁安置12350户。', 'met'],
    ['growth beside an amount', '地区生产总值增长6%左右。', '地区生产总值3120亿元、增长5.7%。', 'met'],
    [
      'two figures answer a promise for both',
      '新建社区食堂和老年驿站50家。',
      '新建社区食堂32家、老年驿站24家。',
      'met',
    ],
    ['started is not finished', '完成10个土地整理项目验收。', '新启动土地整理项目14个。', 'unclear'],
    [
      'a part of the services, not of the factories',
      '新开工1亿元以上制造业项目80个、其中10亿元以上项目12个,1亿元以上服务业项目40个、其中10亿元以上项目9个。',
      '新开工1亿元以上制造业项目86个、其中10亿元以上13个,1亿元以上服务业项目44个、其中10亿元以上10个。',
      'met',
    ],
    [
      'one thing that runs on trial',
      '力争重离子加速器投运一个。',
      '首个重离子加速器海州装置试运行。',
      'unclear',
    ],
    [
      'a part that falls short says nothing of the whole',
      '新增孵化器(众创空间)40家。',
      '新增省级科技企业孵化器11家。',
      'unclear',
    ],
    [
      'a promise without a number',
      '争创国家级海洋经济发展示范城市。',
      '成功创建国家级海洋经济发展示范城市。',
      'met',
    ],
  ])('%s', (_why, promise, outcome, verdict) => {
    expect(link(promise, outcome).map((each) => each.verdict)).toContain(verdict);
  });
});

describe('what is not linked', () => {
  it.each([
    // why this row is here      promise                                outcome
    ['income is not spending', '一般公共预算支出210亿元。', '一般公共预算收入198亿元。'],
    ['the narrower measure', '制造业实际利用外资3亿美元。', '实际利用外资9.8亿美元。'],
    ['imports and exports', '跨境电商进出口额90亿元。', '跨境电商出口52亿元。'],
    ['another industry', '金融业增加值增长7%。', '农林牧渔业增加值增长3.4%。'],
    ['a share is not a growth', '数字经济核心产业增加值增长9%。', '数字经济核心产业增加值占比12.5%。'],
    ['one quarter of the next year', '城镇新增就业5万人。', '今年以来,一季度城镇新增就业1.6万人。'],
    ['another stage of one thing', '大科学装置开工一个。', '首个大科学装置海州光源试运行。'],
    ['a common word at the end', '新增企业200家。', '新增省级专精特新中小企业90家。'],
    ['nothing in common', '新建公园12个。', '开通国际航线4条。'],
  ])('%s', (_why, promise, outcome) => {
    expect(link(promise, outcome)).toEqual([]);
  });
});
