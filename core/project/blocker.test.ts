// Blockers, guarantees and evidence of a project.
import { describe, expect, it } from 'vitest';
import { makeMove, tableProblems } from '../place/lifecycle.ts';
import {
  type Blocker,
  type BlockerAction,
  type BlockerFacts,
  type BlockerState,
  blockerLifecycle,
  blockerStanding,
} from './blocker.ts';
import { type EvidenceKind, evidenceFlags, lastSeen, type ProjectEvidence } from './evidence.ts';
import { checkGuarantee, type GuaranteeEntry, guaranteeList } from './guarantee.ts';
import { day } from './project.fixture.ts';
import { defaultProjectSettings as settings } from './settings.ts';

const facts = (given: Partial<BlockerFacts> = {}): BlockerFacts => ({
  unitId: '市规划资源局',
  dueOn: day('2025-07-15'),
  today: day('2025-06-30'),
  solution: '用地批复已取得',
  reason: '手续不全',
  actorId: 'office',
  solverId: 'unit',
  ...given,
});

describe('a blocker', () => {
  it('has a sound table', () => expect(tableProblems(blockerLifecycle)).toEqual([]));

  it.each<readonly [string, BlockerState, BlockerAction, string, Partial<BlockerFacts>, string]>([
    // why                                    state       action      role                given                        answer
    ['is assigned to a unit with a day', 'raised', 'assign', 'planOffice', {}, 'assigned'],
    ['not without a unit', 'raised', 'assign', 'planOffice', { unitId: null }, 'blocker.needsUnit'],
    ['not without a day', 'raised', 'assign', 'planOffice', { dueOn: null }, 'blocker.needsDay'],
    ['not for yesterday', 'raised', 'assign', 'planOffice', { dueOn: day('2025-06-29') }, 'blocker.dayPast'],
    ['the district does not assign', 'raised', 'assign', 'district', {}, 'permission.denied'],
    ['is reported solved with what was done', 'assigned', 'solve', 'leadUnit', {}, 'solved'],
    ['not in silence', 'assigned', 'solve', 'leadUnit', { solution: '' }, 'blocker.needsSolution'],
    ['closed by acceptance', 'solved', 'accept', 'planOffice', {}, 'closed'],
    [
      'whoever solved it does not accept it',
      'solved',
      'accept',
      'leadUnit',
      { actorId: 'unit' },
      'blocker.ownSolution',
    ],
    [
      'nobody known to have solved it',
      'solved',
      'accept',
      'planOffice',
      { solverId: undefined },
      'blocker.ownSolution',
    ],
    ['is not closed before it is solved', 'assigned', 'accept', 'planOffice', {}, 'move.notFromHere'],
    ['is sent back with a reason', 'solved', 'sendBack', 'planOffice', { reason: '' }, 'blocker.needsReason'],
    ['comes back', 'closed', 'reopen', 'supervisionOffice', {}, 'assigned'],
  ])('%s', (_why, state, action, role, given, answer) => {
    const found = makeMove(blockerLifecycle, state, action, [role], facts(given));
    expect(found.ok ? found.value : found.code).toBe(answer);
  });

  it('is counted on a day', () => {
    const blocker = (given: Partial<Blocker>): Blocker => ({
      id: 'b',
      projectId: 'p1',
      kind: 'land',
      words: '',
      raisedOn: day('2025-05-01'),
      raisedBy: 'x',
      unitId: 'u',
      dueOn: day('2025-06-15'),
      state: 'assigned',
      closedOn: null,
      ...given,
    });
    const all = [
      blocker({}),
      blocker({ state: 'raised', unitId: null, dueOn: null, kind: 'money' }),
      blocker({ state: 'closed', closedOn: day('2025-05-31') }),
      blocker({ raisedOn: day('2025-07-01') }),
      blocker({ state: 'withdrawn' }),
    ];
    expect(blockerStanding(all, day('2025-06-30'))).toEqual({
      open: 2,
      unassigned: 1,
      late: 1,
      closed: 1,
      meanDays: 30,
      byKind: { land: 1, money: 1 },
    });
  });
});

describe('the guarantee list', () => {
  const entry = (given: Partial<GuaranteeEntry>): GuaranteeEntry => ({
    projectId: 'p1',
    factor: 'land',
    kind: 'asked',
    day: day('2025-02-01'),
    amount: '120',
    unit: '亩',
    source: '',
    ...given,
  });
  const granted = (given: Partial<GuaranteeEntry>): GuaranteeEntry =>
    entry({ kind: 'granted', day: day('2025-03-01'), amount: '80', source: '供地批复', ...given });

  it.each<readonly [string, GuaranteeEntry, readonly string[]]>([
    ['land is asked in 亩', entry({}), []],
    ['energy is no 亩', entry({ factor: 'energy' }), ['guarantee.unitOfFactor']],
    ['energy in standard coal', entry({ factor: 'energy', unit: '万吨标准煤' }), []],
    ['granted by nothing', granted({ source: ' ' }), ['guarantee.grantNeedsSource']],
    ['no number', entry({ amount: '若干' }), ['guarantee.unreadable']],
  ])('%s', (_why, given, codes) => expect(checkGuarantee(given).map(({ code }) => code)).toEqual(codes));

  it('stands asked beside granted, the gap printed', () => {
    const list = guaranteeList(
      [
        entry({ amount: '100' }),
        entry({ day: day('2025-02-20') }),
        granted({}),
        granted({ day: day('2025-07-01') }),
        granted({ factor: 'money', amount: '20000', unit: '万元' }),
        entry({ factor: 'money', amount: '3', unit: '亿元' }),
        granted({ factor: 'energy', amount: '1', unit: '万吨标准煤' }),
      ],
      day('2025-06-30'),
    );
    expect(
      list.map(({ factor, asked, granted: got, gap, percent, unit }) => [
        factor,
        asked,
        got,
        gap,
        percent,
        unit,
      ]),
    ).toEqual([
      ['land', '120', '80', '40', '66.67', '亩'],
      ['energy', null, '1', null, null, '万吨标准煤'],
      ['money', '3', '2', '1', '66.67', '亿元'],
    ]);
  });

  it('asks about a grant above the wish, and counts no unlike units', () => {
    const [land] = guaranteeList(
      [entry({}), granted({ amount: '130' }), granted({ amount: '1', unit: '公顷' })],
      day('2025-06-30'),
    );
    expect(land?.findings.map(({ code }) => code)).toEqual(['guarantee.unitsDiffer', 'guarantee.overAsked']);
  });
});

describe('evidence', () => {
  const seen = (kind: EvidenceKind, given: Partial<ProjectEvidence> = {}): ProjectEvidence => ({
    id: kind,
    projectId: 'p1',
    kind,
    observedOn: day('2025-06-20'),
    activity: 'active',
    physical: null,
    source: '系统',
    ...given,
  });
  const claim = { projectId: 'p1', periodEnd: day('2025-06-30'), building: true, physical: '60' };

  it.each<readonly [string, readonly ProjectEvidence[], boolean, readonly string[]]>([
    ['nobody looked', [], true, []],
    ['everyone agrees', [seen('drone'), seen('attendance')], true, []],
    ['nobody at work on site', [seen('attendance', { activity: 'idle' })], true, ['idleOnSite']],
    ['at work although not reported', [seen('satellite')], false, ['activeUnreported']],
    ['clouds say nothing', [seen('satellite', { activity: 'unclear' })], true, []],
    [
      'two kinds contradict each other',
      [seen('satellite', { activity: 'idle' }), seen('attendance')],
      true,
      ['evidenceSplit'],
    ],
    [
      'too old to say anything',
      [seen('drone', { activity: 'idle', observedOn: day('2025-04-01') })],
      true,
      [],
    ],
    ['another project', [seen('drone', { activity: 'idle', projectId: 'p2' })], true, []],
    [
      'the later picture of one kind counts',
      [seen('drone', { activity: 'idle', observedOn: day('2025-06-01') }), seen('drone')],
      true,
      [],
    ],
    ['10 points apart is not yet far', [seen('drone', { physical: '50' })], true, []],
    ['further than the setting', [seen('drone', { physical: '49.9' })], true, ['progressApart']],
  ])('%s', (_why, evidence, building, flags) => {
    const found = evidenceFlags({ ...claim, building }, evidence, settings);
    expect(found.map(({ disagreement }) => disagreement)).toEqual(flags);
  });

  it('names both percentages', () => {
    expect(evidenceFlags(claim, [seen('satellite', { physical: '35' })], settings)[0]).toMatchObject({
      reported: '60',
      seen: '35',
    });
  });

  it('says when anybody looked last, by kind', () => {
    const all = [
      seen('drone'),
      seen('drone', { observedOn: day('2025-05-01') }),
      seen('spoil', { observedOn: day('2025-07-02') }),
    ];
    expect([...lastSeen(all, 'p1', day('2025-06-30'))]).toEqual([['drone', '2025-06-20']]);
  });
});
