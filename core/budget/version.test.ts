// Lines and their codes, versions by resolution, execution against the revised budget, parts that do not add up.
import { describe, expect, it } from 'vitest';
import { isoDate as day } from '../quantity/date.ts';
import { type BudgetLine, checkLines, codeDepth } from './book.ts';
import { executionOn, yearOnYear } from './execution.ts';
import { checkParts } from './parts.ts';
import { defaultBudgetSettings as settings } from './settings.ts';
import { bridge, budgetOn, checkVersion, type VersionEntry } from './version.ts';

const line = (given: Partial<BudgetLine> = {}): BudgetLine => ({
  id: 'education',
  year: 2023,
  book: 'generalPublic',
  level: 'ownLevel',
  side: 'expenditure',
  name: '教育支出',
  parentId: null,
  functionCode: '205',
  economicCode: null,
  basic: false,
  ...given,
});

const congress = {
  body: 'congress' as const,
  number: '市十四届人大三次会议决议',
  adoptedOn: day('2023-02-10'),
};
const committee = {
  body: 'standingCommittee' as const,
  number: '市十四届人大常委会第十四次会议决议',
  adoptedOn: day('2023-08-30'),
};

const entry = (given: Partial<VersionEntry> = {}): VersionEntry => ({
  lineId: 'funds',
  version: 'approved',
  amount: '682',
  day: day('2023-02-10'),
  resolution: congress,
  specialTransfer: false,
  sequence: 1,
  ...given,
});

/** 市本级政府性基金支出 2023: 682 at the start of the year, 536.8 after the adjustment, 420.4 spent (78.3 %). */
const funds = [
  entry(),
  entry({ version: 'revised', amount: '536.8', day: day('2023-08-30'), resolution: committee, sequence: 2 }),
  entry({ version: 'executed', amount: '210', day: day('2023-06-30'), resolution: null, sequence: 3 }),
  entry({ version: 'executed', amount: '420.4', day: day('2023-12-31'), resolution: null, sequence: 4 }),
];

describe('lines', () => {
  it.each([
    ['205', 'class'],
    ['20502', 'type'],
    ['2050201', 'item'],
    ['101010101', 'subItem'],
    ['2050', null],
    ['20A', null],
  ])('%s is a %s', (code, depth) => expect(codeDepth(code)).toBe(depth));

  it.each<readonly [string, Partial<BudgetLine>, readonly string[]]>([
    ['a line of its class', {}, ['line.needsItemCode']],
    ['listed to the item', { functionCode: '2050201' }, []],
    ['printed without a code', { functionCode: null }, []],
    ['four digits', { functionCode: '2050' }, ['line.codeShape']],
    ['a code of income for an expenditure', { functionCode: '1010101' }, ['line.codeSide']],
    ['basic without its economic kind', { functionCode: '2050201', basic: true }, ['line.needsEconomicCode']],
    [
      'basic listed to the class only',
      { functionCode: '2050201', basic: true, economicCode: '301' },
      ['line.needsEconomicCode'],
    ],
    ['basic listed to the type', { functionCode: '2050201', basic: true, economicCode: '30101' }, []],
    [
      'income has no economic kind of expenditure',
      { side: 'income', functionCode: '10101', economicCode: '301' },
      ['line.economicShape'],
    ],
    ['a parent that is not there', { parentId: 'x', functionCode: '2050201' }, ['line.parentUnknown']],
    ['in a circle with itself', { parentId: 'education', functionCode: '2050201' }, ['line.circle']],
  ])('%s', (_why, given, codes) => {
    expect(checkLines([line(given)]).map(({ finding }) => finding.code)).toEqual(codes);
  });

  it('hold a code under the one above, in the same book', () => {
    const lines = [
      line(),
      line({ id: 'a', parentId: 'education', functionCode: '2060101' }),
      line({ id: 'b', parentId: 'education', functionCode: '2050201', book: 'governmentFunds' }),
    ];
    expect(checkLines(lines).map(({ lineId, finding }) => [lineId, finding.code])).toEqual([
      ['a', 'line.codeNotUnderParent'],
      ['b', 'line.parentOfAnotherBook'],
    ]);
  });
});

describe('versions', () => {
  const approved = entry();
  it.each<readonly [string, VersionEntry, readonly VersionEntry[], readonly string[]]>([
    ['approved by the congress', approved, [], []],
    ['approved by nobody', entry({ resolution: null }), [], ['version.approvedNeedsResolution']],
    [
      'a revision by the standing committee',
      entry({ version: 'revised', resolution: committee, day: day('2023-08-30'), sequence: 2 }),
      [approved],
      [],
    ],
    [
      'a revision without a resolution (§69)',
      entry({ version: 'revised', amount: '536.8', resolution: null, day: day('2023-08-30'), sequence: 2 }),
      [approved],
      ['version.revisedNeedsResolution'],
    ],
    [
      'a resolution without its number',
      entry({
        version: 'revised',
        resolution: { ...committee, number: ' ' },
        day: day('2023-08-30'),
        sequence: 2,
      }),
      [approved],
      ['version.revisedNeedsResolution'],
    ],
    [
      'a special transfer is reported, not adopted (§71)',
      entry({
        version: 'revised',
        resolution: null,
        specialTransfer: true,
        day: day('2023-08-30'),
        sequence: 2,
      }),
      [approved],
      ['version.transferReported'],
    ],
    [
      'a revision of nothing',
      entry({ version: 'revised', resolution: committee, day: day('2023-08-30') }),
      [],
      ['version.revisedNeedsApproved'],
    ],
    [
      'in force before it was adopted',
      entry({ version: 'revised', resolution: committee, day: day('2023-08-01'), sequence: 2 }),
      [approved],
      ['version.resolutionLater'],
    ],
    [
      'the congress revises at its session only',
      entry({ version: 'revised', resolution: congress, day: day('2023-02-10'), sequence: 2 }),
      [approved],
      ['version.revisedByCongress'],
    ],
    [
      'execution falls',
      entry({ version: 'executed', amount: '200', day: day('2023-07-31'), sequence: 5 }),
      funds,
      ['version.executedBelowLast'],
    ],
    [
      'execution of another year may be less',
      entry({ version: 'executed', amount: '20', day: day('2024-01-31'), sequence: 5 }),
      funds,
      [],
    ],
    [
      'final accounts say the same',
      entry({ version: 'final', amount: '420.40', day: day('2024-07-31'), sequence: 6 }),
      funds,
      [],
    ],
    [
      'final accounts differ',
      entry({ version: 'final', amount: '421', day: day('2024-07-31'), sequence: 6 }),
      funds,
      ['version.finalDiffers'],
    ],
    ['not a number', entry({ amount: '约682' }), [], ['version.unreadable']],
  ])('%s', (_why, given, before, codes) =>
    expect(checkVersion(given, before).map(({ code }) => code)).toEqual(codes),
  );

  it('names both numbers of a revision without a resolution', () => {
    const [found] = checkVersion(
      entry({ version: 'revised', amount: '536.8', resolution: null, day: day('2023-08-30'), sequence: 2 }),
      [approved],
    );
    expect(found?.params).toEqual({ amount: '536.8', approved: '682' });
  });

  it('takes the budget in force on the day, and of one day the entry recorded last', () => {
    expect(budgetOn(funds, 'funds', day('2023-08-29'))?.amount).toBe('682');
    expect(budgetOn(funds, 'funds', day('2023-08-30'))?.amount).toBe('536.8');
    const corrected = [
      ...funds,
      entry({
        version: 'revised',
        amount: '536.9',
        day: day('2023-08-30'),
        resolution: committee,
        sequence: 9,
      }),
    ];
    expect(budgetOn(corrected, 'funds', day('2023-12-31'))?.amount).toBe('536.9');
  });

  it('bridges the approved to the revised budget', () => {
    expect(bridge(funds, 'funds', day('2023-12-31'))).toEqual([
      { day: '2023-08-30', from: '682', to: '536.8', change: '-145.2', resolution: committee },
    ]);
    expect(bridge([], 'funds', day('2023-12-31'))).toEqual([]);
  });
});

describe('execution', () => {
  it.each([
    // why                                           day           percent  against     elapsed  pace
    ['against the approved budget before August', '2023-06-30', '30.79', 'approved', '49.59', 'behind'],
    ['re-based on the revised budget', '2023-12-31', '78.32', 'revised', '100', 'behind'],
  ])('%s', (_why, on, percent, against, elapsedPercent, pace) => {
    expect(executionOn(funds, 'funds', 2023, day(on), settings)).toMatchObject({
      percent,
      against,
      elapsedPercent,
      pace,
    });
  });

  it('changes its base on the day of the resolution, for the same spending', () => {
    const before = executionOn(funds, 'funds', 2023, day('2023-08-29'), settings);
    const after = executionOn(funds, 'funds', 2023, day('2023-08-30'), settings);
    expect([before.executed, before.percent, after.executed, after.percent]).toEqual([
      '210',
      '30.79',
      '210',
      '39.12',
    ]);
    expect(after.resolution).toEqual(committee);
  });

  it('without a budget is no hundred percent', () => {
    const onlyDone = funds.filter(({ version }) => version === 'executed');
    expect(executionOn(onlyDone, 'funds', 2023, day('2023-12-31'), settings)).toMatchObject({
      budget: null,
      percent: null,
      pace: null,
    });
  });

  it.each([
    ['一般公共预算收入 2023', '2616.8', '2450.6', '6.8'],
    ['a fall', '1020', '1603.8', '-36.4'],
    ['no base', '5', '0', null],
  ])('%s year on year', (_why, now, before, growth) => expect(yearOnYear(now, before)).toBe(growth));
});

describe('parts of a line', () => {
  const lines = [line({ id: 'all' }), line({ id: 'a', parentId: 'all' }), line({ id: 'b', parentId: 'all' })];
  const of = (lineId: string, amount: string): VersionEntry => entry({ lineId, amount });
  const on = day('2023-12-31');
  it.each<readonly [string, readonly VersionEntry[], readonly string[]]>([
    ['add up', [of('all', '10'), of('a', '4'), of('b', '6')], []],
    ['add up within rounding: 0.1 of 0.15', [of('all', '10.1'), of('a', '4.1'), of('b', '5.9')], []],
    ['do not add up', [of('all', '10'), of('a', '4'), of('b', '8')], ['parts.gap']],
    ['one has no number', [of('all', '10'), of('a', '4')], ['parts.incomplete']],
    ['none has a number', [of('all', '10')], []],
  ])('%s', (_why, entries, codes) => {
    expect(checkParts(lines, entries, 'approved', on).map(({ finding }) => finding.code)).toEqual(codes);
  });
});
