// Computed figures name every missing input; another value stands beside the first until somebody else decides.
import { describe, expect, it } from 'vitest';
import { makeMove, tableProblems } from '../place/lifecycle.ts';
import { alternativeLifecycle } from './alternative.ts';
import { type ComputedInput, computeFigure } from './computed-figure.ts';

const input = (name: string, amount: string | null, unit = '亿元'): ComputedInput => ({ name, amount, unit });

describe('computeFigure', () => {
  it.each([
    // why this row is here               how          inputs                                                        answer
    [
      'done of planned',
      'share',
      [input('完成', '640.3'), input('计划', '1069')],
      { kind: 'value', amount: '59.8971', unit: '%' },
    ],
    [
      'units of one kind',
      'share',
      [input('完成', '32000', '万元'), input('计划', '6.4')],
      { kind: 'value', amount: '50', unit: '%' },
    ],
    [
      'growth',
      'growth',
      [input('今年', '105.5'), input('去年', '100')],
      { kind: 'value', amount: '5.5', unit: '%' },
    ],
    [
      'a fall',
      'growth',
      [input('今年', '49.9'), input('去年', '100')],
      { kind: 'value', amount: '-50.1', unit: '%' },
    ],
    [
      'a sum',
      'sum',
      [input('甲', '0.1'), input('乙', '0.2'), input('丙', '1000', '万元')],
      { kind: 'value', amount: '0.4', unit: '亿元' },
    ],
    [
      'a difference',
      'difference',
      [input('收', '5'), input('支', '7')],
      { kind: 'value', amount: '-2', unit: '亿元' },
    ],
    [
      'every input that is missing',
      'sum',
      [input('甲', null), input('乙', '1'), input('丙', null)],
      { kind: 'missing', inputs: ['甲', '丙'] },
    ],
    [
      'nothing planned is no 0 % and no 100 %',
      'share',
      [input('完成', '3'), input('计划', '0')],
      { kind: 'divisorZero', input: '计划' },
    ],
    [
      'apples and money',
      'sum',
      [input('甲', '1'), input('乙', '1', '家')],
      { kind: 'unitsDiffer', units: ['亿元', '家'] },
    ],
    ['one of two', 'share', [input('完成', '3')], { kind: 'tooFewInputs' }],
    ['nothing', 'sum', [], { kind: 'tooFewInputs' }],
  ] as const)('%s', (_why, how, inputs, answer) => expect(computeFigure(how, inputs)).toEqual(answer));
});

describe('an alternative value', () => {
  it('has a sound table', () => expect(tableProblems(alternativeLifecycle)).toEqual([]));
  const good = { actorId: 'lead', proposerId: 'district', source: '区统计局快报', reason: '口径不同' };
  it.each([
    ['adopted by the lead', 'adopt', 'leadUnit', {}, 'adopted'],
    ['not by who proposed it', 'adopt', 'leadUnit', { actorId: 'district' }, 'alternative.ownProposal'],
    ['not without a source', 'adopt', 'leadUnit', { source: '' }, 'alternative.needsSource'],
    ['declined with a reason', 'decline', 'planOffice', {}, 'declined'],
    ['not without one', 'decline', 'planOffice', { reason: '' }, 'alternative.needsReason'],
    [
      'not by who proposed it, either',
      'decline',
      'planOffice',
      { actorId: 'district' },
      'alternative.ownProposal',
    ],
    ['withdrawn by who proposed it', 'withdraw', 'district', { actorId: 'district' }, 'withdrawn'],
    ['not by a neighbour', 'withdraw', 'district', { actorId: 'other' }, 'alternative.notYours'],
    ['the district does not decide', 'adopt', 'district', {}, 'permission.denied'],
  ] as const)('%s', (_why, action, role, facts, outcome) => {
    const moved = makeMove(alternativeLifecycle, 'proposed', action, [role], { ...good, ...facts });
    expect(moved.ok ? moved.value : moved.code).toBe(outcome);
  });
});
