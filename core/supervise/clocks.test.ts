// Which clocks run in which state, and for whom.
import { describe, expect, it } from 'vitest';
import type { reportStates } from '../observe/report.ts';
import type { Site } from '../plan/site.ts';
import { isoDate } from '../quantity/date.ts';
import { workingDays } from '../quantity/deadline.ts';
import { holidayYears, workCalendar } from '../quantity/work-calendar.ts';
import {
  clocksOfInspection,
  clocksOfNotice,
  clocksOfReport,
  clocksOfSite,
  type NoticeClockFacts,
  noticeDays,
} from './clocks.ts';
import type { NoticeState } from './notice.ts';
import { defaultSuperviseSettings, type SuperviseSettings } from './settings.ts';

const issued = isoDate('2025-07-10');

describe('noticeDays', () => {
  it('counts the defaults without a holiday list', () =>
    expect(noticeDays('order', issued, defaultSuperviseSettings, null)).toEqual({
      ok: true,
      value: { answerBy: '2025-07-17', remedyBy: '2025-08-09' },
    }));

  const inWorkingDays: SuperviseSettings = {
    ...defaultSuperviseSettings,
    answerTerm: {
      ...defaultSuperviseSettings.answerTerm,
      listed: { value: workingDays(3), basis: 'document', source: '江政办〔2025〕3号' },
    },
  };
  it('counts working days where the city does', () =>
    expect(
      noticeDays('listed', isoDate('2025-09-26'), inWorkingDays, workCalendar(holidayYears)),
    ).toMatchObject({
      value: { answerBy: '2025-09-30' },
    }));
  it('and says so where the holidays are not known', () =>
    expect(noticeDays('listed', issued, inWorkingDays, null)).toMatchObject({
      code: 'clock.holidaysUnknown',
    }));
});

describe('the clocks of a notice', () => {
  const facts = (state: NoticeState, given: Partial<NoticeClockFacts> = {}): NoticeClockFacts => ({
    notice: {
      id: 'n',
      commitmentId: 'c',
      siteId: null,
      placeId: 'east',
      unitId: 'east',
      grade: 'order',
      state,
      reasons: ['behindSchedule'],
      issuedOn: issued,
      answerBy: isoDate('2025-07-17'),
      remedyBy: isoDate('2025-08-09'),
    },
    title: '社区食堂',
    addressee: 'district',
    since: issued,
    extensionSince: null,
    extensionDecideBy: null,
    ...given,
  });
  const asked = { extensionSince: isoDate('2025-07-15'), extensionDecideBy: isoDate('2025-07-20') };
  it.each([
    // why this row is here                       facts                        clocks
    ['a draft waits for nobody', facts('draft'), []],
    [
      'issued: the unit answers and puts right',
      facts('issued'),
      ['answer district 2025-07-17', 'remedy district 2025-08-09'],
    ],
    [
      'an extension is asked for: the office first',
      facts('issued', asked),
      ['extensionDecision supervisionOffice 2025-07-20'],
    ],
    [
      'answered: the office judges, the remedy runs on',
      facts('answered'),
      ['answerReview supervisionOffice null', 'remedy district 2025-08-09'],
    ],
    ['accepted: put right, then closed', facts('accepted'), ['remedy district 2025-08-09']],
    ['closed', facts('closed'), []],
    ['withdrawn', facts('withdrawn'), []],
  ] as const)('%s', (_why, given, clocks) =>
    expect(clocksOfNotice(given).map((each) => `${each.kind} ${each.waitingFor} ${each.dueOn}`)).toEqual(
      clocks,
    ),
  );
});

it.each([
  ['fedBack', 'objection district 2025-08-01'],
  ['fedBack and its thirty days are over', 'closing supervisionOffice null'],
  ['reviewed', 'closing supervisionOffice null'],
  ['objected', 'objectionReview supervisionOffice 2025-09-01'],
  ['rectifying', 'rectification district 2025-10-01'],
  ['planned', undefined],
  ['approved', 'inspection inspector 2025-07-20'],
  ['underway', 'inspection inspector 2025-07-20'],
  ['concluded', 'feedback supervisionOffice null'],
  ['closed', undefined],
] as const)('an inspection that is %s: %s', (name, clock) => {
  const state = name === 'fedBack and its thirty days are over' ? 'fedBack' : name;
  const [found] = clocksOfInspection({
    inspectionId: 'i',
    title: '专项督查',
    state,
    placeId: 'east',
    unitId: 'east',
    addressee: 'district',
    since: issued,
    endsOn: isoDate('2025-07-20'),
    today: isoDate(state === name ? '2025-08-01' : '2025-08-02'),
    objectBy: isoDate('2025-08-01'),
    reviewBy: isoDate('2025-09-01'),
    rectifyBy: isoDate('2025-10-01'),
  });
  expect(found && `${found.kind} ${found.waitingFor} ${found.dueOn}`).toBe(clock);
});

describe('the clocks of a report', () => {
  const waits = (state: (typeof reportStates)[number], fromLead: boolean): string | undefined => {
    const [found] = clocksOfReport({
      reportId: 'r',
      title: '6月',
      state,
      placeId: 'east',
      leadUnitId: 'civil',
      authorUnitId: 'east',
      author: 'district',
      since: issued,
      fromLead,
    });
    return found && `${found.kind} ${found.waitingFor} ${found.waitingForId}`;
  };
  it.each([
    ['submitted', false, 'acceptance leadUnit civil'],
    ['submitted', true, 'verification supervisionOffice null'],
    ['accepted', false, 'verification supervisionOffice null'],
    ['returned', false, 'report district east'],
    ['draft', false, undefined],
    ['verified', false, undefined],
    ['locked', false, undefined],
  ] as const)('%s (from the lead: %s): %s', (state, fromLead, clock) =>
    expect(waits(state, fromLead)).toBe(clock),
  );
});

it.each([
  ['started', 'commitment 2025-11-30'],
  ['accepted', undefined],
  ['inUse', 'upkeep 2029-12-31'],
  ['cancelled', undefined],
] as const)('a site that is %s: %s', (state, clock) => {
  const site: Site = {
    id: 's',
    commitmentId: 'c',
    metric: '食堂',
    placeId: 'east',
    name: '一号点',
    address: '',
    coordinate: null,
    standard: '',
    acceptance: '',
    share: '1',
    unit: '家',
    unitId: 'east-civil',
    dueOn: isoDate('2025-11-30'),
    upkeep: { unitId: 'street', from: isoDate('2025-12-01'), until: isoDate('2029-12-31'), duty: '每日开放' },
  };
  const [found] = clocksOfSite(site, state, issued, 'district');
  expect(found && `${found.kind} ${found.dueOn}`).toBe(clock);
});
