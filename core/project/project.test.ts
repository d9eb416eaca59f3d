// What is wrong with an entry of the register, and codes that stand twice. Names and figures are made for these tests.
import { describe, expect, it } from 'vitest';
import { mayKeep } from './finding.ts';
import { aProject, day } from './project.fixture.ts';
import {
  checkEntry,
  codesTwice,
  type EntryProblem,
  foldCode,
  isProjectCode,
  type ProjectEntry,
} from './project.ts';

const codesOf = (entry: ProjectEntry): readonly EntryProblem[] => checkEntry(entry).map(({ code }) => code);

describe('an entry', () => {
  it.each<readonly [string, Partial<ProjectEntry>, readonly EntryProblem[]]>([
    ['complete', {}, []],
    [
      'a project that is built must have its code (政府投资条例 §10)',
      { code: null },
      ['project.codeMissing'],
    ],
    ['one still being prepared need not', { code: null, kind: 'reserve', lists: ['prepare'] }, []],
    ['a code of another shape is no code', { code: '330100-2301' }, ['project.codeShape']],
    ['full-width dashes print the same code', { code: '2301－330100－04－01－123456' }, []],
    ['no name, no place', { name: ' ', placeIds: [] }, ['project.nameMissing', 'project.placeMissing']],
    ['the year costs more than the whole', { annualPlan: '30.1' }, ['project.annualOverTotal']],
    ['the whole in one year is possible', { annualPlan: '30' }, []],
    [
      'the plan of the year in 万元, the total in 亿元: one question, not two',
      { annualPlan: '120000' },
      ['project.unitJump'],
    ],
    ['the total in 万元, the plan of the year in 亿元', { total: '300000' }, ['project.unitJump']],
    ['a year of very little is possible', { annualPlan: '0.01' }, []],
    ['亿 written into the number', { total: '30亿' }, ['project.moneyUnreadable']],
    ['money is not negative', { annualPlan: '-1' }, ['project.moneyNegative']],
    [
      'sources do not add up to the total',
      {
        financing: [
          { source: 'cityBudget', amount: '10' },
          { source: 'specialBond', amount: '19.9' },
        ],
      },
      ['project.financingGap'],
    ],
    [
      'a source without its amount leaves the sum open',
      {
        financing: [
          { source: 'cityBudget', amount: '10' },
          { source: 'loan', amount: null },
        ],
      },
      [],
    ],
    ['government money without any source (§16)', { governmentFunded: true }, ['project.sourceMissing']],
    [
      'started the day before it was approved',
      { passedOn: { started: day('2024-11-19') } },
      ['project.startBeforeApproval'],
    ],
    [
      'the design costs more than a tenth above the study (§12)',
      {
        governmentFunded: true,
        financing: [{ source: 'cityBudget', amount: '30' }],
        feasibility: '27.2',
        designEstimate: '30',
      },
      ['project.estimateOver'],
    ],
    [
      'a tenth is allowed',
      {
        governmentFunded: true,
        financing: [{ source: 'cityBudget', amount: '30' }],
        feasibility: '27.3',
        designEstimate: '30',
      },
      [],
    ],
    ['private money may cost what it will', { feasibility: '10', designEstimate: '30' }, []],
    ['a continuing project on the list of starts', { kind: 'continuing' }, ['project.listOfKind']],
    ['a new project that is pushed ahead', { lists: ['start', 'advance'] }, []],
    ['started on the day of approval', { passedOn: { started: day('2024-11-20') } }, []],
  ])('%s', (_why, given, codes) => expect(codesOf(aProject(given))).toEqual(codes));

  it('names both days of a start before approval', () => {
    const [found] = checkEntry(aProject({ passedOn: { started: day('2024-10-08') } }));
    expect(found?.params).toMatchObject({ started: '2024-10-08', approved: '2024-11-20' });
  });

  it('may be kept with an explanation where it is only asked about', () => {
    const asked = checkEntry(aProject({ code: null }));
    expect([mayKeep(asked, ''), mayKeep(asked, '涉密项目')]).toEqual([false, true]);
    expect(mayKeep(checkEntry(aProject({ name: '' })), '说明')).toBe(false);
  });
});

describe('the code of the national platform', () => {
  it.each([
    ['2301-330100-04-01-123456', true],
    ['2017-330102-48-03-000001', true],
    ['2301-330100-04-01-12345', false],
    ['23013301000401123456', false],
    ['', false],
  ])('%s: %s', (code, is) => expect(isProjectCode(code)).toBe(is));

  it('is folded to plain digits and dashes', () => {
    expect(foldCode(' ２３０１–330100—04-01-123456 ')).toBe('2301-330100-04-01-123456');
  });

  it('stands once', () => {
    const twice = codesTwice([
      aProject(),
      aProject({ id: 'p2', name: '乙桥改建', code: '2301－330100-04-01-123456' }),
      aProject({ id: 'p3', code: null }),
      aProject({ id: 'p4', code: null }),
    ]);
    expect(twice).toEqual([
      {
        code: 'project.codeTwice',
        weight: 'refuses',
        params: { code: '2301-330100-04-01-123456', first: '甲桥改建', second: '乙桥改建', count: '2' },
      },
    ]);
  });
});
