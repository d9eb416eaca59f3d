// A promise goes on into the next year with everything but its days.
import { expect, it } from 'vitest';
import { isoDate } from '../quantity/date.ts';
import { promiseKey, yearLater } from './carry.ts';

it.each([
  ['2024-12-31', '2025-12-31', 'the usual day'],
  ['2024-02-29', '2025-02-28', 'a leap day has no day a year later'],
  ['2023-02-28', '2024-02-28', 'and does not come back as one'],
])('%s becomes %s: %s', (day, later) => {
  expect(yearLater(isoDate(day))).toBe(later);
});

it.each([
  ['新增老年助餐服务点227个', '新增老年助餐服务点 200个', true],
  ['研发投入强度达到3.95%', '研发投入强度达到4%', true],
  ['新增老年助餐服务点227个', '新增认知障碍照护床位1000张', false],
])('%s and %s', (a, b, same) => {
  expect(promiseKey(a) === promiseKey(b)).toBe(same);
});
