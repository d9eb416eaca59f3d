// Which period a report is for.
import { expect, it } from 'vitest';
import type { DocumentKind } from '../read/reading.ts';
import { reportedPeriod } from './reported-period.ts';

it.each([
  // why this row is here              kind              title                          date          plan   start         end
  [
    'the title names the half',
    'executionReport',
    '示例市2025年上半年计划执行情况',
    '2025-08-01',
    2025,
    '2025-01-01',
    '2025-06-30',
  ],
  [
    'the title names months',
    'executionReport',
    '2025年1—9月主要指标',
    '2025-10-20',
    2025,
    '2025-01-01',
    '2025-09-30',
  ],
  [
    'a year that is over',
    'executionReport',
    '示例市2024年完成情况',
    '2025-05-22',
    2024,
    '2024-01-01',
    '2024-12-31',
  ],
  [
    'a work report looks back',
    'workReport',
    '2025年政府工作报告',
    '2025-01-15',
    2025,
    '2024-01-01',
    '2024-12-31',
  ],
  [
    'a work report, for the plan it looks back on',
    'workReport',
    '2025年政府工作报告',
    '2025-01-15',
    2024,
    '2024-01-01',
    '2024-12-31',
  ],
  [
    'it cannot know more than its date',
    'executionReport',
    '示例市2025年任务进展',
    '2025-09-12',
    2025,
    '2025-01-01',
    '2025-09-12',
  ],
  ['nothing is known', 'other', '进展', '', 2025, '2025-01-01', '2025-12-31'],
] as const)('%s', (_why, kind: DocumentKind, title, date, plan, start, end) =>
  expect(reportedPeriod({ title, date, kind, number: '', issuer: '' }, plan)).toEqual({ start, end }),
);
