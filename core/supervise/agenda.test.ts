// What turned late today, what is about to, whom it waits for; and when rules propose a notice.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../quantity/calendar.ts';
import { isoDate } from '../quantity/date.ts';
import { agenda, groupOf, type RunningClock, waitingCounts, waitingFor } from './agenda.ts';
import { defaultEscalation, escalationFor, escalationProblem, type MatterSigns } from './escalation.ts';
import { noticeGrades } from './notice.ts';

const today = isoDate('2025-07-11');

describe('the agenda', () => {
  it.each([
    ['2025-07-10', 'turnedLateToday'],
    ['2025-07-09', 'late'],
    ['2025-07-11', 'dueToday'],
    ['2025-07-12', 'dueSoon'],
    ['2025-07-18', 'dueSoon'],
    ['2025-07-19', 'later'],
    [null, 'unlimited'],
  ])('due on %s: %s', (due, group) =>
    expect(groupOf(due === null ? null : isoDate(due), today, 7)).toBe(group),
  );

  const clock = (
    subjectId: string,
    dueOn: string | null,
    given: Partial<RunningClock> = {},
  ): RunningClock => ({
    kind: 'report',
    subjectId,
    title: subjectId,
    placeId: 'east',
    unitId: null,
    dueOn: dueOn === null ? null : isoDate(dueOn),
    since: isoDate('2025-07-01'),
    waitingFor: 'district',
    waitingForId: 'east',
    ...given,
  });

  it('puts what turned late today first, the oldest debts next', () => {
    const rows = agenda(
      [
        clock('soon', '2025-07-15'),
        clock('old', '2025-06-01'),
        clock('today', '2025-07-10'),
        clock('older', '2025-05-01'),
        clock('due', '2025-07-11'),
        clock('open', null),
        clock('far', '2025-12-31'),
        clock('future', '2025-07-20', { since: isoDate('2025-07-12') }),
      ],
      today,
      7,
    );
    expect(rows.map(({ subjectId }) => subjectId)).toEqual([
      'today',
      'older',
      'old',
      'due',
      'soon',
      'far',
      'open',
    ]);
    expect(rows.map(({ daysLate }) => daysLate)).toEqual([1, 71, 40, 0, -4, -173, null]);
  });

  it('says what waits for me, and how much for whom', () => {
    const rows = agenda(
      [
        clock('a', '2025-07-01'),
        clock('b', '2025-07-30'),
        clock('c', '2025-07-01', { waitingForId: 'west' }),
        clock('d', '2025-07-30', { waitingFor: 'supervisionOffice', waitingForId: null }),
      ],
      today,
      7,
    );
    expect(waitingFor(rows, ['district'], ['east']).map(({ subjectId }) => subjectId)).toEqual(['a', 'b']);
    expect(waitingFor(rows, ['supervisionOffice'], []).map(({ subjectId }) => subjectId)).toEqual(['d']);
    expect(waitingFor(rows, ['public'], ['east'])).toEqual([]);
    expect(waitingCounts(rows)).toEqual([
      { role: 'district', id: 'east', total: 2, late: 1 },
      { role: 'district', id: 'west', total: 1, late: 1 },
      { role: 'supervisionOffice', id: null, total: 1, late: 0 },
    ]);
  });
});

const quiet: MatterSigns = {
  grade: null,
  reportDueOn: null,
  behindSince: null,
  dueOn: null,
  answerBy: null,
  remedyBy: null,
  answersRefused: 0,
  noticesBefore: 0,
  extensionOpen: false,
};
const yesterday = isoDate('2025-07-10');

describe('escalationFor', () => {
  it.each([
    // why this row is here                      signs                                                       grade       reasons
    ['nothing is late', {}, null, []],
    ['a report due today is not late', { reportDueOn: today }, null, []],
    ['a report due yesterday is', { reportDueOn: yesterday }, 'reminder', ['reportMissing']],
    ['slow: a reminder', { behindSince: today }, 'reminder', ['behindSchedule']],
    [
      'past the due day: an order at once',
      { dueOn: yesterday, behindSince: yesterday },
      'order',
      ['behindSchedule', 'overdue'],
    ],
    [
      'late for the third time: an order',
      { reportDueOn: yesterday, noticesBefore: 2 },
      'order',
      ['reportMissing', 'missedAgain'],
    ],
    ['notices of the past start nothing by themselves', { noticesBefore: 5 }, null, []],
    ['a reminder not answered', { grade: 'reminder', answerBy: yesterday }, 'order', ['noticeUnanswered']],
    [
      'unless an extension is undecided',
      { grade: 'reminder', answerBy: yesterday, extensionOpen: true },
      null,
      [],
    ],
    ['answers refused twice', { grade: 'reminder', answersRefused: 2 }, 'order', ['answerRefused']],
    ['an order missed is listed', { grade: 'order', remedyBy: yesterday }, 'listed', ['missedAgain']],
    ['what is listed rises no further', { grade: 'listed', remedyBy: yesterday }, null, []],
    [
      'a reminder is not issued twice for one slowness',
      { grade: 'reminder', behindSince: yesterday },
      null,
      [],
    ],
  ] as const)('%s', (_why, signs, grade, reasons) => {
    const found = escalationFor({ ...quiet, ...signs }, defaultEscalation, today);
    expect(found?.grade ?? null).toBe(grade);
    expect(found?.because.map(({ reason }) => reason) ?? []).toEqual(reasons);
  });

  it('says since when and by how much', () =>
    expect(
      escalationFor({ ...quiet, reportDueOn: isoDate('2025-07-01') }, defaultEscalation, today)?.because,
    ).toEqual([{ rule: 'late-report', reason: 'reportMissing', count: 10, since: '2025-07-02' }]));

  it('never proposes the grade that the matter has, nor a lower one', () => {
    const day = fc.option(
      fc.integer({ min: -60, max: 60 }).map((days) => addDays(today, days)),
      { nil: null },
    );
    const signs = fc.record({
      grade: fc.constantFrom(null, ...noticeGrades),
      reportDueOn: day,
      behindSince: day,
      dueOn: day,
      answerBy: day,
      remedyBy: day,
      answersRefused: fc.nat(4),
      noticesBefore: fc.nat(4),
      extensionOpen: fc.boolean(),
    });
    fc.assert(
      fc.property(signs, (given) => {
        const found = escalationFor(given, defaultEscalation, today);
        if (!found) return;
        const have = given.grade === null ? -1 : noticeGrades.indexOf(given.grade);
        expect(noticeGrades.indexOf(found.grade)).toBeGreaterThan(have);
        expect(found.because.length).toBeGreaterThan(0);
      }),
    );
  });

  it('refuses rules that could not be meant', () => {
    const [first] = defaultEscalation;
    expect(escalationProblem(defaultEscalation)).toBeNull();
    if (!first) return;
    expect(escalationProblem([first, first])).toBe('escalation.idTwice');
    expect(escalationProblem([{ ...first, least: 0 }])).toBe('escalation.leastInvalid');
    expect(escalationProblem([{ ...first, at: 'order', to: 'reminder' }])).toBe('escalation.lowers');
  });
});
