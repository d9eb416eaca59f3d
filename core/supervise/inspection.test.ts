// Inspections by Order 733: approved (§11), not repeated (§15), fed back (§16), objected to within 30 days and reviewed by others (§17).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roleLines, unmetLines } from '../place/lifecycle.fixture.ts';
import { makeMove, tableProblems } from '../place/lifecycle.ts';
import { roles } from '../place/role.ts';
import { addDays } from '../quantity/calendar.ts';
import { isoDate } from '../quantity/date.ts';
import { termEnd } from '../quantity/deadline.ts';
import {
  type InspectionFacts,
  type InspectionPlan,
  inspectionActions,
  inspectionLifecycle,
} from './inspection.ts';
import { clashesOf, inspectionsPerUnit, openClashes } from './inspection-plan.ts';
import { candidatesFor, type Inspector, type PoolQuestion, recusedOf, standsAside } from './inspector.ts';
import { defaultSuperviseSettings } from './settings.ts';

const good: InspectionFacts = {
  today: isoDate('2025-06-30'),
  actorId: 'a',
  methods: ['onSite'],
  approval: '市政府年度督查计划',
  departmentAssignment: null,
  clashes: 0,
  team: ['a', 'b'],
  teamLeast: 2,
  recused: [],
  findings: 2,
  conclusion: '两处未达标准',
  receivedOn: isoDate('2025-06-01'),
  objectBy: isoDate('2025-07-01'),
  objection: '现场已整改',
  objectionDecided: false,
  rectification: '补建无障碍设施',
  rectified: true,
  reason: '核查属实',
};

describe('an inspection', () => {
  it('has a sound table', () => expect(tableProblems(inspectionLifecycle)).toEqual([]));

  it.each([
    // why this row is here                   state           action                role                 facts                                     outcome
    ['§11 approved by the head', 'planned', 'approve', 'supervisionOffice', {}, 'approved'],
    [
      '§11 not without approval',
      'planned',
      'approve',
      'supervisionOffice',
      { approval: '' },
      'inspection.needsApproval',
    ],
    [
      '§12 not without a method',
      'planned',
      'approve',
      'supervisionOffice',
      { methods: [] },
      'inspection.needsMethod',
    ],
    [
      '§7 a department that was not assigned',
      'planned',
      'approve',
      'supervisionOffice',
      { departmentAssignment: '' },
      'inspection.departmentNotAssigned',
    ],
    [
      '§7 one that was',
      'planned',
      'approve',
      'supervisionOffice',
      { departmentAssignment: '市政府指定函' },
      'approved',
    ],
    ['§15 a repeated one', 'planned', 'approve', 'supervisionOffice', { clashes: 1 }, 'inspection.repeats'],
    ['nobody goes alone', 'approved', 'begin', 'inspector', { team: ['a'] }, 'inspection.teamTooSmall'],
    [
      'nobody with an interest goes',
      'approved',
      'begin',
      'inspector',
      { recused: ['b'] },
      'inspection.mustRecuse',
    ],
    ['only the team begins', 'approved', 'begin', 'inspector', { actorId: 'c' }, 'inspection.notInTeam'],
    [
      'a conclusion rests on findings',
      'underway',
      'conclude',
      'inspector',
      { findings: 0 },
      'inspection.needsFinding',
    ],
    [
      '§16 a conclusion is required',
      'underway',
      'conclude',
      'inspector',
      { conclusion: '' },
      'inspection.needsConclusion',
    ],
    ['§16 and fed back', 'concluded', 'feedBack', 'supervisionOffice', {}, 'fedBack'],
    [
      '§16 with the day of receipt',
      'concluded',
      'feedBack',
      'supervisionOffice',
      { receivedOn: null },
      'inspection.needsReceipt',
    ],
    ['§17 the unit objects', 'fedBack', 'object', 'district', {}, 'objected'],
    [
      '§17 on the thirtieth day',
      'fedBack',
      'object',
      'district',
      { today: isoDate('2025-07-01') },
      'objected',
    ],
    [
      '§17 not on the thirty-first',
      'fedBack',
      'object',
      'district',
      { today: isoDate('2025-07-02') },
      'inspection.objectionTooLate',
    ],
    ['§17 while it is being rectified', 'rectifying', 'object', 'district', {}, 'objected'],
    [
      '§17 a review decides once',
      'rectifying',
      'object',
      'district',
      { objectionDecided: true },
      'inspection.objectionDecided',
    ],
    [
      'nothing is closed over the unit’s head',
      'fedBack',
      'close',
      'supervisionOffice',
      {},
      'inspection.objectionOpen',
    ],
    [
      'closed once the days are over',
      'fedBack',
      'close',
      'supervisionOffice',
      { today: isoDate('2025-07-02') },
      'closed',
    ],
    [
      'a reviewed one is closed when nothing is left to put right',
      'reviewed',
      'close',
      'supervisionOffice',
      { objectionDecided: true },
      'closed',
    ],
    [
      '§17 the original staff do not review',
      'objected',
      'review',
      'supervisionOffice',
      { actorId: 'a' },
      'inspection.reviewerWasInspector',
    ],
    ['§17 others do', 'objected', 'review', 'supervisionOffice', { actorId: 'c' }, 'reviewed'],
    [
      '§18 rectification is ordered in words',
      'reviewed',
      'orderRectification',
      'supervisionOffice',
      { rectification: '' },
      'inspection.needsRectification',
    ],
    [
      '§18 and checked',
      'rectifying',
      'acceptRectification',
      'inspector',
      { rectified: null },
      'inspection.notRectified',
    ],
    ['§18 then closed', 'rectifying', 'acceptRectification', 'inspector', {}, 'closed'],
    ['the inspected do not close', 'rectifying', 'acceptRectification', 'district', {}, 'permission.denied'],
    ['what has begun is not cancelled', 'underway', 'cancel', 'supervisionOffice', {}, 'move.notFromHere'],
  ] as const)('%s', (_why, state, action, role, facts, outcome) => {
    const moved = makeMove(inspectionLifecycle, state, action, [role], { ...good, ...facts });
    expect(moved.ok ? moved.value : moved.code).toBe(outcome);
  });

  it('names everything that is unmet when nothing is known', () => {
    const nothing: InspectionFacts = {
      today: undefined,
      actorId: undefined,
      methods: [],
      approval: '',
      departmentAssignment: undefined,
      clashes: undefined,
      team: [],
      teamLeast: undefined,
      recused: undefined,
      findings: undefined,
      conclusion: '',
      receivedOn: undefined,
      objectBy: undefined,
      objection: '',
      rectification: '',
      rectified: undefined,
      reason: '',
    };
    expect(unmetLines(inspectionLifecycle, nothing)).toEqual([
      'planned approve approved: needsMethod needsApproval departmentNotAssigned repeats',
      'planned cancel cancelled: needsReason',
      'approved begin underway: teamTooSmall mustRecuse notInTeam',
      'approved cancel cancelled: needsReason',
      'underway conclude concluded: notInTeam needsFinding needsConclusion',
      'concluded feedBack fedBack: needsReceipt',
      'fedBack object objected: objectionTooLate objectionDecided needsReason',
      'fedBack orderRectification rectifying: needsRectification',
      'fedBack close closed: objectionOpen',
      'objected review reviewed: reviewerWasInspector needsReason',
      'reviewed orderRectification rectifying: needsRectification',
      'reviewed close closed: objectionOpen',
      'rectifying object objected: objectionTooLate objectionDecided needsReason',
      'rectifying acceptRectification closed: notRectified',
    ]);
  });

  it('is moved by these roles and no others', () =>
    expect(roleLines(inspectionLifecycle, inspectionActions)).toEqual([
      'approve: supervisionOffice',
      'begin: supervisionOffice inspector',
      'conclude: supervisionOffice inspector',
      'feedBack: supervisionOffice',
      'object: leadUnit supportingUnit district street',
      'review: supervisionOffice',
      'orderRectification: supervisionOffice',
      'acceptRectification: supervisionOffice inspector',
      'close: supervisionOffice',
      'cancel: supervisionOffice',
    ]));

  it('never leaves a terminal state', () => {
    for (const state of inspectionLifecycle.terminal)
      for (const action of inspectionActions)
        expect(makeMove(inspectionLifecycle, state, action, roles, good).ok).toBe(false);
  });

  it('§17: thirty days from the day of receipt, that day not counted', () => {
    const { objectionTerm, reviewTerm } = defaultSuperviseSettings;
    expect([objectionTerm.basis, reviewTerm.basis]).toEqual(['law', 'law']);
    expect(termEnd(isoDate('2025-06-01'), objectionTerm.value, null)).toEqual({
      ok: true,
      value: '2025-07-01',
    });
  });
});

const plan = (
  id: string,
  from: string,
  days: number,
  given: Partial<InspectionPlan> = {},
): InspectionPlan => ({
  id,
  kind: 'special',
  methods: ['onSite'],
  subject: '民生实事',
  placeId: 'east',
  unitId: 'east',
  byUnitId: 'office',
  from: isoDate(from),
  to: addDays(isoDate(from), days - 1),
  commitmentIds: [],
  ...given,
});
const settings = { inspectionGap: 90, gapExempt: ['event', 'lead'] as const };

describe('clashesOf (§15)', () => {
  const march = plan('march', '2025-03-01', 5);
  it.each([
    // why this row is here                     other                                                           clash
    ['the same body again too soon', plan('x', '2025-05-01', 3), 'repeats'],
    ['another body too soon', plan('x', '2025-05-01', 3, { byUnitId: 'audit' }), 'manyHeads'],
    ['at the same time', plan('x', '2025-03-05', 3), 'overlaps'],
    ['at the same time by another body', plan('x', '2025-03-05', 3, { byUnitId: 'audit' }), 'manyHeads'],
    ['90 days later, still within the gap', plan('x', '2025-06-03', 1), 'repeats'],
    ['91 days later', plan('x', '2025-06-04', 1), null],
    ['the quarter before', plan('x', '2024-12-01', 5), 'repeats'],
    ['another unit', plan('x', '2025-03-05', 3, { unitId: 'west' }), null],
    ['an event cannot wait', plan('x', '2025-05-01', 3, { kind: 'event' }), null],
    ['but not on the same days', plan('x', '2025-03-02', 1, { kind: 'event' }), 'overlaps'],
    ['itself', march, null],
  ] as const)('%s', (_why, other, kind) =>
    expect(clashesOf(march, [other], settings)[0]?.kind ?? null).toBe(kind),
  );

  it('knows the same matter under another name', () => {
    const [a, b] = [
      plan('a', '2025-03-01', 5, { commitmentIds: ['c1'] }),
      plan('b', '2025-05-01', 5, { commitmentIds: ['c1', 'c2'], byUnitId: 'audit' }),
    ];
    expect(clashesOf(a, [b], settings)[0]?.kind).toBe('sameMatter');
  });

  it('an exception covers the inspections it names and no others', () => {
    const [first, second] = [plan('x', '2025-05-01', 3), plan('y', '2025-03-03', 1)];
    const clashes = clashesOf(march, [first, second], settings);
    const excepted = { withIds: ['x'], reason: '防汛应急', approval: '市领导批示' };
    const open = (given: readonly (typeof excepted)[]) =>
      openClashes(clashes, given).map(({ withId }) => withId);
    expect([open([]), open([excepted]), open([{ ...excepted, reason: ' ' }])]).toEqual([
      ['y', 'x'],
      ['y'],
      ['y', 'x'],
    ]);
  });

  it('is mutual', () => {
    const anyPlan = fc.record({
      start: fc.nat(400),
      days: fc.integer({ min: 1, max: 20 }),
      body: fc.constantFrom('office', 'audit'),
    });
    const made = (
      id: string,
      { start, days, body }: { start: number; days: number; body: string },
    ): InspectionPlan => plan(id, addDays(isoDate('2025-01-01'), start), days, { byUnitId: body });
    fc.assert(
      fc.property(anyPlan, anyPlan, (one, two) => {
        const [a, b] = [made('a', one), made('b', two)];
        const [forward, back] = [clashesOf(a, [b], settings)[0], clashesOf(b, [a], settings)[0]];
        expect([forward?.kind, forward?.days]).toEqual([back?.kind, back?.days]);
      }),
    );
  });

  it('counts how often each unit is visited in a year', () => {
    const plans = [
      march,
      plan('b', '2025-09-01', 2),
      plan('c', '2025-09-01', 2, { unitId: 'west' }),
      plan('d', '2024-12-01', 2),
    ];
    expect(inspectionsPerUnit(plans, '2025')).toEqual([
      { unitId: 'east', count: 2, days: 7 },
      { unitId: 'west', count: 1, days: 2 },
    ]);
  });
});

describe('the pool', () => {
  const member = (accountId: string, given: Partial<Inspector> = {}): Inspector => ({
    accountId,
    fields: [],
    from: isoDate('2024-01-01'),
    until: null,
    services: [],
    interests: [],
    certificateUntil: isoDate('2026-12-31'),
    ...given,
  });
  const question: PoolQuestion = {
    plan: plan('p', '2025-06-01', 5),
    field: '养老',
    assignments: [
      { inspectionId: 'x', accountId: 'busy', from: isoDate('2025-06-05'), to: isoDate('2025-06-09') },
      { inspectionId: 'y', accountId: 'loaded', from: isoDate('2025-02-01'), to: isoDate('2025-02-10') },
    ],
    recusalYears: 3,
    originalTeam: ['first'],
    needsCertificate: true,
  };
  const service = (from: string, until: string | null, unitId = 'east') => ({
    unitId,
    from: isoDate(from),
    until: until === null ? null : isoDate(until),
  });
  it.each([
    ['nothing against it', member('a'), []],
    ['works there', member('a', { services: [service('2020-01-01', null)] }), ['worksThere']],
    ['left two years ago', member('a', { services: [service('2010-01-01', '2023-05-31')] }), ['workedThere']],
    [
      'left on the day three years before',
      member('a', { services: [service('2010-01-01', '2022-06-01')] }),
      ['workedThere'],
    ],
    ['left a day earlier', member('a', { services: [service('2010-01-01', '2022-05-31')] }), []],
    ['works elsewhere', member('a', { services: [service('2020-01-01', null, 'west')] }), []],
    ['has an interest', member('a', { interests: ['east'] }), ['hasInterest']],
    ['is elsewhere on one of the days', member('busy'), ['busy']],
    ['made the conclusion', member('first'), ['madeConclusion']],
    [
      'the certificate ends on one of the days',
      member('a', { certificateUntil: isoDate('2025-06-04') }),
      ['noCertificate'],
    ],
    ['has none', member('a', { certificateUntil: null }), ['noCertificate']],
    ['it ends with the last day', member('a', { certificateUntil: isoDate('2025-06-05') }), []],
    ['left the pool meanwhile', member('a', { until: isoDate('2025-06-03') }), ['notInPool']],
    [
      'every reason, not the first',
      member('first', { interests: ['east'], services: [service('2020-01-01', null)] }),
      ['worksThere', 'hasInterest', 'madeConclusion'],
    ],
  ] as const)('%s', (_why, inspector, reasons) => expect(standsAside(inspector, question)).toEqual(reasons));

  it('sends first who knows the field, then who has least to do, and says why of the others', () => {
    const pool = [member('loaded'), member('busy'), member('fresh'), member('expert', { fields: ['养老'] })];
    expect(candidatesFor(pool, question).map(({ accountId }) => accountId)).toEqual([
      'expert',
      'fresh',
      'loaded',
      'busy',
    ]);
    expect(candidatesFor(pool, question)[2]?.load).toBe(10);
  });

  it('nobody outside the pool goes', () =>
    expect(recusedOf(['fresh', 'stranger'], [member('fresh')], question)).toEqual(['stranger']));
});
