// Digits of the genre that are no quantity, and the reason the reader gives.
import { describe, expect, it } from 'vitest';
import { findMentionsIn } from '../scan.ts';
import { newSink, runningText, type Sink } from '../sink.ts';

const read = (text: string): Sink => {
  const sink = newSink();
  findMentionsIn(text, 0, text.length, sink, runningText);
  return sink;
};

/** text | printed reason, parted by ; */
const rows = `
2026年、2026年3月5日、2021—2025年、2025-03-18 | 2026年 year; 2026年3月5日 date; 2021—2025年 year; 2025-03-18 date
2026年1-6月,6月底前、3—5月、15:30 | 2026年1-6月 date; 6月 date; 3—5月 date; 15:30 time
前5个月、20世纪90年代 | 5个月 date; 20世纪 date; 90年代 date
2023、2024年均 | 2023、2024年 year
2025-05-2911:59 来源 | 2025-05-29 date; 11:59 time
(某政发〔2025〕18号)、某政办函〔2025 3号 | 2025〕18号 documentNumber; 2025 3号 documentNumber
1.总体要求。2.主要任务。(3)保障 | 1. listNumber; 2. listNumber; 3 listNumber
1.2固定资产投资稳步增长。 | 1.2 listNumber
见附件2和表3 | 2 listNumber; 3 listNumber
第3位、第1—3名、前10强、居全国23位 | 3 ordinal; 1—3 ordinal; 10 ordinal; 23 ordinal
“526”工程、“7+3”体系、"906"计划、“三个12%” | 526 name; 7 name; 3 name; 906 name; 12 name
1+5+N、7×24小时、4A级、5G、3D | 1+5+N name; 7×24小时 name; 4A级 name; 5G name; 3D name
500强、204国道、12345热线、1号线 | 500强 name; 204国道 name; 12345 name; 1号线 name
G25、S208、PM2.5、PM_2.5、C919 | 25 code; 208 code; 2.5 code; 2.5 code; 919 code
平台2.0建设、数字3.0版 | 2.0 name; 3.0版 name
20分钟便民生活圈、24小时值守、90后 | 20分钟 name; 24小时 time; 90后 name
《促进消费20条措施(2025年版)》 | 20 name; 2025 name
获2025世界奖项 | 2025 year
电话0571-85250000,邮编 | 0571 code; 85250000 code
高质量发展90条举措清单 | 90 name
报督查室420室、3号楼501室 | 420室 name; 3号楼 name; 501室 name
`
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((part) => part.trim()))
  .map(([text = '', wanted = '']) => ({ text, wanted }));

describe('digits that are no quantity', () => {
  it.each(rows)('$text', ({ text, wanted }) => {
    const { neutrals, mentions } = read(text);
    expect(neutrals.map(({ start, end, why }) => `${text.slice(start, end)} ${why}`).join('; ')).toBe(wanted);
    expect(mentions).toEqual([]);
  });

  it.each([
    '前20%的企业',
    '代表5名',
    '2068.5亿元',
    '“上半年60%”目标',
    '24小时内办结',
    '5000年文明',
    '前移2位',
    '第二批25个',
    'GDP5.5%',
  ])('%s holds a quantity', (text) => {
    expect(read(text).mentions).toHaveLength(1);
  });

  it('leaves digits that fit no class as unread', () => {
    const text = '浏览次数:9128 卡号66,张三';
    const { unread } = read(text);
    expect(unread.map(({ start, end }) => text.slice(start, end))).toContain('66');
  });
});
