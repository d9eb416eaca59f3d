import { describe, expect, it } from 'vitest';
import { findDeadlines, readDeadline } from './deadlines.ts';

describe('readDeadline', () => {
  it.each([
    // why this row is here                      text                        printed         by             kind
    ['end of a month, before', '11月底前完成', '11月底前', '2024-11-30', 'end'],
    ['end of a month', '9月底', '9月底', '2024-09-30', 'end'],
    ['February of a leap year', '2月底前', '2月底前', '2024-02-29', 'end'],
    ['a day', '5月18日公布名单', '5月18日', '2024-05-18', 'exact'],
    ['a day, before', '12月31日前', '12月31日前', '2024-12-31', 'exact'],
    ['its own year', '2026年3月底前', '2026年3月底前', '2026-03-31', 'end'],
    ['within the year', '年内建成', '年内', '2024-12-31', 'during'],
    ['end of the year', '年底前开工', '年底前', '2024-12-31', 'end'],
    ['end of a named year', '2025年底前', '2025年底前', '2025-12-31', 'end'],
    ['up to a year', '到2026年达到40家', '到2026年', '2026-12-31', 'end'],
    ['a quarter', '一季度前完成招标', '一季度前', '2024-03-31', 'end'],
    ['third quarter in digits', '第3季度末', '第3季度末', '2024-09-30', 'end'],
    ['half year', '上半年开工', '上半年', '2024-06-30', 'during'],
    ['all year', '全年新增40家', '全年', '2024-12-31', 'during'],
    ['a range of months ends with the last', '4月—8月开展改造', '4月—8月', '2024-08-31', 'during'],
    ['a bare month is within it', '9月份委托评估', '9月份', '2024-09-30', 'during'],
    ['month in words', '十一月底前', '十一月底前', '2024-11-30', 'end'],
    ['middle of a month', '6月中旬', '6月中旬', '2024-06-20', 'end'],
    ['dotted date', '2024.10.8前', '2024.10.8前', '2024-10-08', 'exact'],
    ['end of a five-year plan', '“十五五”末', '“十五五”末', '2030-12-31', 'end'],
    ['next year', '明年6月底前', '明年6月底前', '2025-06-30', 'end'],
  ])('%s', (_why, text, printed, by, kind) =>
    expect(readDeadline(text, 2024)).toMatchObject({ printed, by, kind }),
  );

  it.each([
    ['3月前 has two readings', '3月前启动', 'start'],
    ['3月初 names no day', '3月初', 'start'],
    ['2025年前 has two readings', '2025年前', 'start'],
    ['every month', '每月上报', 'recurring'],
    ['no end', '长期坚持', 'standing'],
  ])('%s', (_why, text, kind) => expect(readDeadline(text, 2024)).toMatchObject({ by: null, kind }));

  it('without a year a month has no day', () => expect(readDeadline('6月底前', null)?.by).toBeNull());
  it('a text without a time has none', () => expect(readDeadline('加快推进项目建设', 2024)).toBeNull());
  it('prefers words that name a day', () =>
    expect(readDeadline('每月上报,11月底前完成', 2024)?.by).toBe('2024-11-30'));
  it('finds all, with their places', () => {
    const text = '3月底前定点;6月底前开工;11月底建成';
    expect(findDeadlines(text, 2024).map((d) => text.slice(d.start, d.end))).toEqual([
      '3月底前',
      '6月底前',
      '11月底',
    ]);
  });
});
