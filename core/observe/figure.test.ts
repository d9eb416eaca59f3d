// Asked once, due on a day, late by receipt, and every way in which an entered figure can be wrong.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../quantity/date.ts';
import { endOfDay } from '../quantity/deadline.ts';
import { decimal, printDecimal } from '../quantity/decimal.ts';
import { saysNothing } from './empty-words.ts';
import { askOnce, type FigureAsk, isStale, nextExpected, periodsOf } from './figure-ask.ts';
import { canSubmit, checkFigure, type FigureContext, inAskedUnit, readTyped } from './figure-check.ts';
import { figuresDue, owedNow, type ReceivedFigure, reportingBurden } from './figure-due.ts';
import type { FigureEntry } from './report.ts';

const ask = (given: Partial<FigureAsk> = {}): FigureAsk => ({
  seriesKey: 'canteens',
  metric: '新增社区食堂',
  placeId: 'east',
  unitId: 'east-civil',
  unit: '家',
  cumulative: true,
  frequency: 'month',
  delayDays: 5,
  away: [],
  from: isoDate('2025-01-01'),
  to: isoDate('2025-12-31'),
  commitmentIds: ['c1'],
  lists: ['livelihood'],
  ...given,
});

describe('a figure is asked once', () => {
  it('and serves every list, at the finest frequency that any list needs', () => {
    const { asks, saved, conflicts } = askOnce([
      ask({ frequency: 'quarter', delayDays: 10 }),
      ask({ lists: ['workReport'], commitmentIds: ['c2'] }),
      ask({ placeId: 'west' }),
    ]);
    expect(asks).toHaveLength(2);
    expect(saved).toBe(1);
    expect(conflicts).toEqual([]);
    expect(asks[0]).toMatchObject({
      frequency: 'month',
      delayDays: 5,
      lists: ['livelihood', 'workReport'],
      commitmentIds: ['c1', 'c2'],
    });
  });

  it.each([
    ['two units are asked for it', { unitId: 'east-finance' }, 'askedOfTwo'],
    ['two lists want it in other units', { unit: '%' }, 'unitsDiffer'],
  ] as const)('unless %s: then both stay and the conflict is named', (_why, given, kind) => {
    const { asks, conflicts } = askOnce([ask(), ask(given)]);
    expect(asks).toHaveLength(2);
    expect(conflicts.map((each) => each.kind)).toEqual([kind]);
  });

  it('in 万元 and in 亿元 is one figure', () =>
    expect(askOnce([ask({ unit: '万元' }), ask({ unit: '亿元' })]).asks).toHaveLength(1));

  it('never loses a question: kept and saved add up', () => {
    const anyAsk = fc.record({
      seriesKey: fc.constantFrom('a', 'b'),
      placeId: fc.constantFrom('east', 'west'),
      unitId: fc.constantFrom('u', 'v'),
      unit: fc.constantFrom('家', '%'),
    });
    fc.assert(
      fc.property(fc.array(anyAsk), (given) => {
        const { asks, saved } = askOnce(given.map(ask));
        expect(asks.length + saved).toBe(given.length);
        expect(askOnce(asks)).toMatchObject({ saved: 0 });
      }),
    );
  });
});

describe('periods', () => {
  it.each([
    // why this row is here                   ask                                                           first      last        due of the last
    ['a running total by the month', ask(), 12, '2025-01', '2025', '2026-01-05'],
    [
      'a quarter of its own',
      ask({ cumulative: false, frequency: 'quarter' }),
      4,
      '2025-Q1',
      '2025-Q4',
      '2026-01-05',
    ],
    ['a running total by the quarter', ask({ frequency: 'quarter' }), 4, '2025-Q1', '2025', '2026-01-05'],
    [
      'only what ends while it stands',
      ask({ from: isoDate('2025-03-15'), to: isoDate('2025-06-29') }),
      3,
      '2025-Q1',
      '2025-01/2025-05',
      '2025-06-05',
    ],
    [
      'February of a leap year',
      ask({ cumulative: false, from: isoDate('2024-02-01'), to: isoDate('2024-02-29') }),
      1,
      '2024-02',
      '2024-02',
      '2024-03-05',
    ],
    [
      'over two years',
      ask({ cumulative: false, frequency: 'half', to: isoDate('2026-12-31') }),
      4,
      '2025-H1',
      '2026-H2',
      '2027-01-05',
    ],
  ] as const)('%s', (_why, given, count, first, last, due) => {
    const periods = periodsOf(given);
    expect([periods.length, periods[0]?.period, periods.at(-1)?.period, periods.at(-1)?.dueOn]).toEqual([
      count,
      first,
      last,
      due,
    ]);
  });

  it.each([
    ['the next figure is due five days after its month', '2025-05-31', '2025-07-05', false],
    ['and the old one is stale the day after', '2025-05-31', '2025-07-06', true],
    ['without any figure the first one counts', null, '2025-02-06', true],
    ['the last of the year never gets stale', '2025-12-31', '2030-01-01', false],
  ])('%s', (_why, last, asOf, stale) =>
    expect(isStale(ask(), last === null ? null : isoDate(last), isoDate(asOf))).toBe(stale),
  );

  it('names the next one', () =>
    expect(nextExpected(ask(), isoDate('2025-05-31'))).toMatchObject({
      period: '2025-H1',
      dueOn: '2025-07-05',
    }));
});

const received = (period: string, periodEnd: string, receivedAt: number, amount = '10'): ReceivedFigure => ({
  seriesKey: 'canteens',
  placeId: 'east',
  period,
  periodEnd: isoDate(periodEnd),
  amount,
  statement: '',
  receivedAt,
});

describe('figuresDue', () => {
  const due = isoDate('2025-02-05');
  const january = (figures: readonly ReceivedFigure[], today: string) =>
    figuresDue([ask()], figures, isoDate(today))[0];
  it.each([
    // why this row is here                    received at                today         state           days late
    ['the month is not over', null, '2025-01-31', 'notYet', 0],
    ['the month is over', null, '2025-02-01', 'due', 0],
    ['the due day itself is in time', null, '2025-02-05', 'due', 0],
    ['the day after is late', null, '2025-02-06', 'late', 1],
    ['received in the last millisecond', endOfDay(due) - 1, '2025-02-20', 'inTime', 0],
    ['received at 24:00', endOfDay(due), '2025-02-20', 'receivedLate', 1],
    ['received early', endOfDay(isoDate('2025-01-31')), '2025-02-02', 'inTime', 0],
  ] as const)('%s', (_why, moment, today, state, late) => {
    const figures = moment === null ? [] : [received('2025-01', '2025-01-31', moment)];
    expect(january(figures, today)).toMatchObject({ state, daysLate: late });
  });

  it('a correction does not make it late', () => {
    const first = received('2025-01', '2025-01-31', endOfDay(due) - 1);
    const later = received('2025-01', '2025-01-31', endOfDay(isoDate('2025-04-01')), '12');
    expect(january([later, first], '2025-05-01')?.state).toBe('inTime');
  });

  it('shows the last value and what the schedule expects', () => {
    const rows = figuresDue(
      [ask()],
      [received('2025-01', '2025-01-31', 0, '3'), received('2025-01/2025-02', '2025-02-28', 1, '7')],
      isoDate('2025-04-20'),
      (_ask, end) => (end >= '2025-03-31' ? '10' : null),
    );
    expect(rows[2]).toMatchObject({
      period: { period: '2025-Q1' },
      last: { amount: '7' },
      expected: '10',
      state: 'late',
    });
    expect(owedNow(rows).map(({ period }) => period.period)).toEqual(['2025-Q1']);
  });

  it('counts the burden by unit and month', () => {
    const burden = reportingBurden([
      ask(),
      ask({ placeId: 'west' }),
      ask({ unitId: 'other', frequency: 'year' }),
    ]);
    expect(burden[0]).toEqual({ unitId: 'east-civil', month: '2025-02-28', figures: 2 });
    expect(burden.filter(({ unitId }) => unitId === 'other')).toEqual([
      { unitId: 'other', month: '2026-01-31', figures: 1 },
    ]);
    expect(burden.reduce((sum, each) => sum + each.figures, 0)).toBe(25);
  });
});

const context = (given: Partial<FigureContext> = {}): FigureContext => ({
  metric: '新增社区食堂',
  measure: 'flow',
  goodWay: 'higher',
  unit: '家',
  cumulative: true,
  last: '20',
  lastPeriod: '2025-01/2025-05',
  least: null,
  most: null,
  today: isoDate('2025-07-03'),
  periods: ['2025-H1', '2025'],
  ...given,
});
const entry = (given: Partial<FigureEntry> = {}): FigureEntry => ({
  commitmentId: 'c1',
  metric: '新增社区食堂',
  placeId: 'east',
  period: '2025-H1',
  value: '25',
  unit: '',
  statement: '',
  nature: 'reported',
  ...given,
});
const money = context({ metric: '投资', unit: '亿元', last: '3.2' });
const share = context({ metric: '占比', measure: 'share', unit: '%', cumulative: false, last: '47.7' });

describe('checkFigure', () => {
  it.each([
    // why this row is here                         entry                                 context     codes
    ['a good figure', { value: '25' }, context(), []],
    ['thousands grouped', { value: '1,234' }, context({ last: '1000' }), []],
    ['no number', { value: '二十五' }, context(), ['refuses figure.numberInvalid']],
    ['a guess is no number', { value: '约25' }, context(), ['refuses figure.numberInvalid']],
    ['full-width digits', { value: '２５' }, context(), ['refuses figure.numberInvalid']],
    ['an exponent', { value: '1e400' }, context(), ['refuses figure.numberInvalid']],
    ['not a number of the machine', { value: 'NaN' }, context(), ['refuses figure.numberInvalid']],
    ['two points', { value: '2.5.1' }, context(), ['refuses figure.numberInvalid']],
    ['the unit behind the number', { value: '47.9%' }, share, []],
    ['another unit behind it', { value: '47.9亿元' }, share, ['refuses figure.unitMismatch']],
    ['another unit in its column', { value: '25', unit: '万元' }, context(), ['refuses figure.unitMismatch']],
    ['万元 where 亿元 is asked is converted', { value: '40000', unit: '万元' }, money, []],
    ['亿元 entered as if 万元', { value: '40000' }, money, ['asks figure.jump']],
    ['万 too little', { value: '0.0004' }, money, ['asks figure.jump']],
    ['the total falls', { value: '19' }, context(), ['asks figure.belowLast']],
    ['a rate may fall', { value: '46' }, share, []],
    ['the same as before is only said', { value: '20' }, context(), ['notes figure.sameAsLast']],
    ['half a canteen', { value: '25.5' }, context(), ['refuses figure.notWhole']],
    ['but 1.2 万人 are people', { value: '1.2', unit: '' }, context({ unit: '万人', last: '1' }), []],
    ['fewer than none', { value: '-1' }, context({ last: null }), ['refuses figure.outOfRange']],
    ['more than all', { value: '100.0001' }, share, ['refuses figure.outOfRange']],
    ['all', { value: '100' }, share, []],
    [
      'a growth may be negative',
      { value: '-0.4' },
      context({ measure: 'rate', unit: '%', cumulative: false, last: null }),
      [],
    ],
    ['above a bound of the plan', { value: '31' }, context({ most: '30' }), ['refuses figure.outOfRange']],
    ['30 February', { period: '2025-02-30' }, context(), ['refuses figure.periodInvalid']],
    ['a month that is not', { period: '2025-13' }, context(), ['refuses figure.periodInvalid']],
    ['a period nobody asked for', { period: '2024' }, context(), ['refuses figure.periodNotAsked']],
    ['a year that is not over', { period: '2025' }, context(), ['refuses figure.periodAhead']],
    ['an estimate of it', { period: '2025', nature: 'estimated' }, context(), []],
    ['nothing', { value: '' }, context(), ['refuses figure.empty']],
    ['a blank', { value: '　' }, context(), ['refuses figure.empty']],
    ['motion instead of a number', { value: '正常进行中' }, context(), ['refuses figure.saysNothing']],
    [
      'motion as a statement',
      { value: '', statement: '按计划有序推进。' },
      context(),
      ['refuses figure.saysNothing'],
    ],
    [
      'a statement where a number is asked',
      { value: '', statement: '已开业3家' },
      context(),
      ['refuses figure.needsNumber'],
    ],
    [
      'a statement where words are asked',
      { value: '', statement: '方案已印发' },
      context({ measure: 'text' }),
      [],
    ],
    [
      'motion where words are asked',
      { value: '', statement: '正在推进' },
      context({ measure: 'text' }),
      ['asks figure.saysNothing'],
    ],
    [
      'two things wrong at once',
      { value: 'x', period: '2024' },
      context(),
      ['refuses figure.periodNotAsked', 'refuses figure.numberInvalid'],
    ],
  ] as const)('%s', (_why, given, about, codes) => {
    expect(checkFigure(entry(given), about).map(({ weight, code }) => `${weight} ${code}`)).toEqual(codes);
  });

  it('what is asked about can be submitted with an explanation, what is refused cannot', () => {
    const asked = checkFigure(entry({ value: '19' }), context());
    expect([canSubmit(asked, ''), canSubmit(asked, '核减重复统计1家')]).toEqual([false, true]);
    expect(canSubmit(checkFigure(entry({ value: 'x' }), context()), '说明')).toBe(false);
  });

  it('reads back exactly what was typed', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
        fc.integer({ min: 0, max: 12 }),
        (coefficient, places) => {
          const text = printDecimal({ coefficient, places });
          const read = readTyped(text);
          expect(read && printDecimal(read.value)).toBe(text);
        },
      ),
    );
  });

  it('converts only between units of one kind', () => {
    expect(inAskedUnit({ value: decimal('3.2'), unit: '亿元' }, '', '万元')).toEqual(decimal('32000'));
    expect(inAskedUnit({ value: decimal('3.2'), unit: '亿元' }, '家', '万元')).toBeNull();
    expect(inAskedUnit({ value: decimal('5'), unit: '个百分点' }, '', '%')).toBeNull();
  });
});

describe('saysNothing', () => {
  it.each([
    ['正常进行中', true],
    ['有序推进', true],
    ['目前正按计划有序推进中。', true],
    ['正在进一步加快推进', true],
    ['各项工作进展顺利', true],
    ['项目建设正在推进', true],
    ['In progress', true],
    ['Proceeding normally, as planned.', true],
    ['已完成', false],
    ['已完成12家', false],
    ['方案已印发', false],
    ['主体结构封顶', false],
    ['受征地影响，尚未开工', false],
    ['Opened on 3 June', false],
    ['', false],
    ['——', true],
  ])('%s: %s', (text, empty) => expect(saysNothing(text)).toBe(empty));
});
