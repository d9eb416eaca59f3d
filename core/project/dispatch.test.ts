// The dispatch sheet: who is talked about first, and why.
import { describe, expect, it } from 'vitest';
import type { Blocker } from './blocker.ts';
import { dispatchSheet } from './dispatch.ts';
import { aProject, day, month } from './project.fixture.ts';
import { defaultProjectSettings } from './settings.ts';

const blocker = (projectId: string, given: Partial<Blocker> = {}): Blocker => ({
  id: `b-${projectId}`,
  projectId,
  kind: 'land',
  words: '用地未批',
  raisedOn: day('2025-05-01'),
  raisedBy: 'district',
  unitId: 'u',
  dueOn: day('2025-07-31'),
  state: 'assigned',
  closedOn: null,
  ...given,
});

const signed = { signed: day('2025-01-10') };

describe('the dispatch sheet', () => {
  const lines = dispatchSheet({
    entries: [
      aProject({ id: 'well' }),
      aProject({ id: 'silent' }),
      aProject({ id: 'behind' }),
      aProject({ id: 'furtherBehind' }),
      aProject({ id: 'blocked' }),
      aProject({ id: 'blockedLate' }),
      aProject({ id: 'gate', passedOn: signed, plannedOn: { land: day('2025-05-31') } }),
    ],
    reports: [
      month('2025-06-30', '6.5', { projectId: 'well', picture: '主体结顶' }),
      month('2025-06-30', '5.9', { projectId: 'behind' }),
      month('2025-05-31', '1', { projectId: 'furtherBehind' }),
      month('2025-06-30', '7', { projectId: 'blocked' }),
      month('2025-06-30', '7', { projectId: 'blockedLate' }),
      month('2025-06-30', '7', { projectId: 'gate' }),
      month('2025-07-31', '9', { projectId: 'silent' }),
    ],
    blockers: [
      blocker('blocked'),
      blocker('blockedLate', { dueOn: day('2025-06-15') }),
      blocker('well', { state: 'closed', closedOn: day('2025-06-01') }),
      blocker('behind', { raisedOn: day('2025-07-02') }),
    ],
    chain: defaultProjectSettings.chain.value,
    year: 2025,
    asOf: day('2025-06-30'),
  });

  it('begins with what presses most, and among equals with what is missing most', () => {
    expect(lines.map(({ id, reasons }) => [id, reasons])).toEqual([
      ['gate', ['gateLate']],
      ['blockedLate', ['blockerLate', 'blockerOpen']],
      ['silent', ['noReport']],
      ['furtherBehind', ['behindTime']],
      ['behind', ['behindTime']],
      ['blocked', ['blockerOpen']],
      ['well', []],
    ]);
  });

  it('holds investment against the time gone: 12 × 0.4959 = 5.9508', () => {
    const well = lines.find(({ id }) => id === 'well');
    expect(well).toMatchObject({ done: '6.5', percent: '54.17', againstTime: '0.5492', picture: '主体结顶' });
    expect(lines.find(({ id }) => id === 'silent')).toMatchObject({
      done: null,
      percent: null,
      againstTime: null,
    });
  });
});
