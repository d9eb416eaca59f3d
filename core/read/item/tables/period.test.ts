// Year and period of a column of figures.
import { expect, it } from 'vitest';
import { periodOf } from './period.ts';

it.each([
  // why this row is here              texts from near to far                       year  expected
  ['head names year, nothing months', ['2023年实绩', '主要目标完成情况'], 2024, ['2023-01-01', '2023-12-31']],
  ['half year', ['上半年完成情况', '表1 2025年主要目标'], 2025, ['2025-01-01', '2025-06-30']],
  ['months with a dash', ['1—9月完成情况', ''], 2025, ['2025-01-01', '2025-09-30']],
  ['three quarters', ['前三季度实际', ''], 2024, ['2024-01-01', '2024-09-30']],
  ['up to a month', ['截至10月底完成', ''], 2024, ['2024-01-01', '2024-10-31']],
  ['leap February', ['1-2月累计', ''], 2024, ['2024-01-01', '2024-02-29']],
  ['months from the title', ['完成情况', '', '2025年上半年计划执行情况'], 2025, ['2025-01-01', '2025-06-30']],
  [
    'another year than the title',
    ['2024年实际', '', '2025年上半年计划执行情况'],
    2025,
    ['2024-01-01', '2024-12-31'],
  ],
  ['no year anywhere', ['完成情况'], null, [null, null]],
])('%s', (_why, texts, year, [start, end]) => {
  expect(periodOf(texts, year)).toMatchObject({ start, end });
});
