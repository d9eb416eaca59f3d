// Sites from a table, ratings that become leads, and the three facts side by side; a person's confidence beside the verdict.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isClaimed, type Site, type SiteState } from '../plan/site.ts';
import { isoDate } from '../quantity/date.ts';
import { type Confidence, confidenceOn, confidenceProblem, disagreement } from './confidence.ts';
import {
  becomesLead,
  checkRating,
  defaultRatingSettings,
  feltFrom,
  type Rating,
  type Score,
} from './rating.ts';
import {
  checkOn,
  rollUpSites,
  type SiteCheck,
  type SiteStanding,
  signalsOf,
  upkeepOn,
} from './site-roll-up.ts';
import { readSiteRows } from './site-rows.ts';

const site = (given: Partial<Site> = {}): Site => ({
  id: 's1',
  commitmentId: 'c1',
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
  upkeep: null,
  ...given,
});
const rating = (score: Score, siteId = 's1'): Rating => ({
  id: `${siteId}-${score}`,
  siteId,
  score,
  words: '',
  givenOn: isoDate('2025-12-01'),
});
const check = (outcome: SiteCheck['outcome'], on = '2025-12-01', sequence = 1): SiteCheck => ({
  siteId: 's1',
  outcome,
  checkedOn: isoDate(on),
  sequence,
});
const standing = (
  state: SiteState,
  found: SiteCheck | null,
  ratings: readonly Rating[] = [],
  of: Partial<Site> = {},
): SiteStanding => ({ site: site(of), state, check: found, ratings });

describe('ratings', () => {
  it.each([
    [5, '', 'ok'],
    [2, '', 'rating.lowNeedsWords'],
    [2, ' 脏 ', 'ok'],
    [0, '差', 'rating.scoreInvalid'],
    [3.5, '差', 'rating.scoreInvalid'],
    [5, '好'.repeat(501), 'rating.wordsTooLong'],
  ])('%s with “%s” is %s', (score, words, outcome) => {
    const found = checkRating(score, words, defaultRatingSettings);
    expect(found.ok ? 'ok' : found.code).toBe(outcome);
  });

  it('of one and two become leads', () =>
    expect(
      ([1, 2, 3, 4, 5] as const).filter((score) => becomesLead(rating(score), defaultRatingSettings)),
    ).toEqual([1, 2]));

  it('have no mean while they are few', () => {
    expect(feltFrom([rating(1)], defaultRatingSettings)).toMatchObject({
      count: 1,
      mean: null,
      satisfied: null,
      leads: 1,
    });
    const five = ([1, 3, 4, 5, 5] as const).map((score) => rating(score));
    expect(feltFrom(five, defaultRatingSettings)).toMatchObject({
      count: 5,
      mean: '3.6',
      satisfied: '0.6',
      leads: 1,
    });
  });
});

describe('claimed, verified, felt', () => {
  it.each([
    // why this row is here               state        check                  ratings              signals
    ['claimed and refuted', 'finished', check('refuted'), [], ['claimedRefuted']],
    ['claimed and not looked at', 'inUse', null, [], ['claimedUnchecked']],
    ['confirmed before it was claimed', 'started', check('confirmed'), [], ['confirmedUnclaimed', 'overdue']],
    ['confirmed and disliked', 'inUse', check('confirmed'), [1, 1, 2, 2, 2], ['confirmedDisliked']],
    ['confirmed, but too few to say', 'inUse', check('confirmed'), [1, 1], []],
    ['late', 'started', null, [], ['overdue']],
    ['given up', 'cancelled', null, [], []],
  ] as const)('%s', (_why, state, found, scores, signals) => {
    const given = standing(
      state,
      found,
      scores.map((score) => rating(score)),
    );
    expect(signalsOf(given, defaultRatingSettings, isoDate('2025-12-31'))).toEqual(signals);
  });

  it('add up by district and unit, each in its own column', () => {
    const rows = rollUpSites(
      [
        standing('inUse', check('confirmed'), [], { share: '10' }),
        standing('finished', check('refuted'), [rating(1)], { share: '5' }),
        standing('started', null, [], { share: '2.5' }),
        standing('cancelled', null, [], { share: '99' }),
        standing('inUse', null, [], { share: '3', unit: '张' }),
      ],
      (each) => each.placeId,
      defaultRatingSettings,
    );
    expect(rows).toMatchObject([
      {
        key: 'east',
        unit: '家',
        sites: 3,
        planned: '17.5',
        claimed: '15',
        verified: '10',
        refuted: '5',
        felt: { count: 1 },
      },
      { key: 'east', unit: '张', sites: 1, planned: '3', claimed: '3', verified: '0', refuted: '0' },
    ]);
  });

  it('what is claimed never exceeds what is planned', () => {
    const states = fc.constantFrom<SiteState>(
      'planned',
      'started',
      'finished',
      'accepted',
      'inUse',
      'suspended',
      'cancelled',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(states, fc.nat(50))), (given) => {
        const rows = rollUpSites(
          given.map(([state, share]) => standing(state, null, [], { share: `${share}` })),
          () => 'all',
          defaultRatingSettings,
        );
        const sum = (wanted: (state: SiteState) => boolean): number =>
          given.reduce((total, [state, share]) => total + (wanted(state) ? share : 0), 0);
        expect(Number(rows[0]?.planned ?? 0)).toBe(sum((state) => state !== 'cancelled'));
        expect(Number(rows[0]?.claimed ?? 0)).toBe(sum(isClaimed));
      }),
    );
  });

  it('the latest check on or before the day counts', () => {
    const checks = [
      check('confirmed', '2025-06-01', 1),
      check('refuted', '2025-06-01', 2),
      check('confirmed', '2025-09-01', 3),
    ];
    expect(checkOn(checks, 's1', isoDate('2025-05-31'))).toBeNull();
    expect(checkOn(checks, 's1', isoDate('2025-06-30'))?.outcome).toBe('refuted');
    expect(checkOn(checks, 's1', isoDate('2025-12-31'))?.outcome).toBe('confirmed');
    expect(checkOn(checks, 's2', isoDate('2025-12-31'))).toBeNull();
  });
});

describe('upkeep', () => {
  const upkeep = (from: string, until: string | null) => ({
    unitId: 'u',
    from: isoDate(from),
    until: until === null ? null : isoDate(until),
    duty: '每日巡查',
  });
  it.each([
    ['not open yet', 'accepted', null, 'notYet'],
    ['nobody', 'inUse', null, 'none'],
    ['not begun', 'inUse', upkeep('2026-07-01', null), 'none'],
    ['for good', 'inUse', upkeep('2026-01-01', null), 'holds'],
    ['for years', 'inUse', upkeep('2026-01-01', '2029-12-31'), 'holds'],
    ['ends soon', 'suspended', upkeep('2026-01-01', '2026-06-20'), 'endsSoon'],
    ['its last day', 'inUse', upkeep('2026-01-01', '2026-06-01'), 'endsSoon'],
    ['the day after', 'inUse', upkeep('2026-01-01', '2026-05-31'), 'over'],
  ] as const)('%s', (_why, state, duty, answer) =>
    expect(upkeepOn(site({ upkeep: duty }), state, isoDate('2026-06-01'), isoDate('2026-07-01'))).toBe(
      answer,
    ),
  );
});

describe('readSiteRows', () => {
  const read = (rows: readonly (readonly string[])[]) =>
    readSiteRows({
      sheet: '点位',
      rows,
      system: 'wgs84',
      bounds: { west: 118, east: 121, south: 29, north: 31 },
      findPlaceId: (printed) => (printed === '东河区' ? 'east' : null),
      unit: '家',
    });
  const heading = ['点位名称', '区县', '经度', '纬度', '数量', '完成时限'];
  it('takes good rows and names each bad cell', () => {
    const found = read([
      heading,
      ['一号', '东河区', '120.1', '30.2', '', '2025年11月30日'],
      ['', '东河区', '', '', '', ''],
      ['二号', '西河区', '', '', '', ''],
      ['一号', '东河区', '', '', '', ''],
      ['三号', '东河区', '120.1', '', '', ''],
      ['四号', '东河区', '30.2', '120.1', '', ''],
      ['五号', '东河区', '116.4', '39.9', '', ''],
      ['六号', '东河区', '120°6′', '30.2', '', ''],
      ['七号', '东河区', '', '', '0', ''],
      ['八号', '东河区', '', '', '', '2025-02-30'],
      ['九号', '东河区', '', '', '12', '2025/9/1'],
    ]);
    expect(found.taken.map(({ name, share, unit, dueOn }) => [name, share, unit, dueOn])).toEqual([
      ['一号', '1', '家', '2025-11-30'],
      ['九号', '12', '家', '2025-09-01'],
    ]);
    expect(found.refused.map(({ at, code }) => `${at} ${code}`)).toEqual([
      'A3 siteRows.nameMissing',
      'B4 siteRows.placeUnknown',
      'A5 siteRows.nameTwice',
      'D6 siteRows.coordinateHalf',
      'C7 coordinate.swapped',
      'C8 coordinate.outsideCity',
      'C9 coordinate.unreadable',
      'E10 siteRows.shareInvalid',
      'F11 siteRows.dayInvalid',
    ]);
    expect(found.total).toBe(11);
  });

  it('refuses every row of a sheet without a heading', () => {
    const found = read([['一号', '东河区'], [''], ['二号', '东河区']]);
    expect(found.refused.map(({ code }) => code)).toEqual(['rows.noHeading', 'rows.noHeading']);
    expect(found.total).toBe(2);
  });
});

describe('confidence', () => {
  const said = (word: Confidence['word'], on: string, sequence: number): Confidence => ({
    commitmentId: 'c',
    word,
    note: '',
    accountId: 'a',
    saidOn: isoDate(on),
    sequence,
  });
  it('is a dated history', () => {
    const history = [
      said('doubtful', '2025-06-01', 2),
      said('secured', '2025-06-01', 1),
      said('reachable', '2025-09-01', 3),
    ];
    expect(confidenceOn(history, isoDate('2025-05-31'))).toBeNull();
    expect(confidenceOn(history, isoDate('2025-08-31'))?.word).toBe('doubtful');
    expect(confidenceOn(history, isoDate('2025-09-01'))?.word).toBe('reachable');
  });

  it.each([
    ['secured', 'late', 'ownerMoreHopeful'],
    ['doubtful', 'late', 'none'],
    ['needsHelp', 'fine', 'ownerMoreWorried'],
    ['reachable', 'fine', 'none'],
    ['secured', 'open', 'none'],
    [null, 'late', 'none'],
  ] as const)('%s beside %s: %s', (word, computed, answer) =>
    expect(disagreement(word, computed)).toBe(answer),
  );

  it('asks what would help', () => {
    expect(confidenceProblem('needsHelp', '')).toBe('confidence.needsNote');
    expect(confidenceProblem('needsHelp', '需协调用地')).toBeNull();
    expect(confidenceProblem('secured', '')).toBeNull();
  });
});
