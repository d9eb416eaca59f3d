// The table of sites, and coordinates in three systems that come back where they were.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roleLines, unmetLines } from '../place/lifecycle.fixture.ts';
import { makeMove, tableProblems } from '../place/lifecycle.ts';
import { roles } from '../place/role.ts';
import { isoDate } from '../quantity/date.ts';
import {
  bdFromGcj,
  type Coordinate,
  coordinateSystems,
  fromWgs,
  gcjFromWgs,
  readCoordinate,
  toWgs,
} from './coordinate.ts';
import { type SiteFacts, siteActions, siteLifecycle } from './site.ts';

const good: SiteFacts = {
  today: isoDate('2025-12-01'),
  actorId: 'lead',
  claimantId: 'street',
  standard: '面积不少于100平方米',
  acceptanceRecord: '验收单3号',
  upkeep: { unitId: 'street', from: isoDate('2025-12-01'), until: null, duty: '每日开放' },
  amendment: '',
  reason: '',
};

describe('a site', () => {
  it('has a sound table', () => expect(tableProblems(siteLifecycle)).toEqual([]));

  it.each([
    // why this row is here                 state        action     role          facts                                       outcome
    ['claimed finished', 'started', 'finish', 'street', {}, 'finished'],
    ['a small thing is finished in one step', 'planned', 'finish', 'street', {}, 'finished'],
    ['finished against no standard', 'started', 'finish', 'street', { standard: '' }, 'site.needsStandard'],
    ['accepted by another person', 'finished', 'accept', 'leadUnit', {}, 'accepted'],
    ['not by who claimed it', 'finished', 'accept', 'leadUnit', { actorId: 'street' }, 'site.ownClaim'],
    [
      'not without a record',
      'finished',
      'accept',
      'leadUnit',
      { acceptanceRecord: '' },
      'site.needsAcceptance',
    ],
    ['not by the district', 'finished', 'accept', 'district', {}, 'permission.denied'],
    ['opened with a duty of upkeep', 'accepted', 'open', 'district', {}, 'inUse'],
    ['not without one', 'accepted', 'open', 'district', { upkeep: null }, 'site.needsUpkeep'],
    [
      'given up by a document',
      'planned',
      'cancel',
      'leadUnit',
      { reason: '选址调整', amendment: '江政办〔2025〕9号' },
      'cancelled',
    ],
    ['not by a word alone', 'planned', 'cancel', 'leadUnit', { reason: '选址调整' }, 'site.needsAmendment'],
    [
      'what is in use is not given up',
      'inUse',
      'cancel',
      'leadUnit',
      { reason: '选址调整', amendment: '文件' },
      'move.notFromHere',
    ],
    ['an inspector sends it back', 'finished', 'rework', 'inspector', { reason: '消防未验收' }, 'started'],
  ] as const)('%s', (_why, state, action, role, facts, outcome) => {
    const moved = makeMove(siteLifecycle, state, action, [role], { ...good, ...facts });
    expect(moved.ok ? moved.value : moved.code).toBe(outcome);
  });

  it('names everything that is unmet when nothing is known', () => {
    const nothing: SiteFacts = {
      today: undefined,
      actorId: undefined,
      claimantId: undefined,
      standard: '',
      acceptanceRecord: '',
      upkeep: undefined,
      amendment: '',
      reason: '',
    };
    expect(unmetLines(siteLifecycle, nothing)).toEqual([
      'planned start started: ',
      'planned finish finished: needsStandard',
      'planned cancel cancelled: needsReason needsAmendment',
      'started finish finished: needsStandard',
      'started cancel cancelled: needsReason needsAmendment',
      'finished rework started: needsReason',
      'finished accept accepted: ownClaim needsAcceptance',
      'accepted rework started: needsReason',
      'accepted open inUse: needsUpkeep upkeepOver',
      'inUse suspend suspended: needsReason',
      'suspended resume inUse: needsUpkeep upkeepOver',
      'suspended cancel cancelled: needsReason needsAmendment',
    ]);
  });

  it('is moved by these roles and no others', () =>
    expect(roleLines(siteLifecycle, siteActions)).toEqual([
      'start: leadUnit district street',
      'finish: leadUnit district street',
      'rework: leadUnit inspector supervisionOffice',
      'accept: leadUnit supervisionOffice',
      'open: leadUnit district street',
      'suspend: leadUnit district street',
      'resume: leadUnit district street',
      'cancel: leadUnit supervisionOffice',
    ]));

  it('stays cancelled', () => {
    for (const action of siteActions)
      expect(
        makeMove(siteLifecycle, 'cancelled', action, roles, { ...good, reason: '理由', amendment: '文件' })
          .ok,
      ).toBe(false);
  });
});

const inChina = fc.record({
  longitude: fc.double({ min: 73.5, max: 135, noNaN: true }),
  latitude: fc.double({ min: 3.9, max: 53.5, noNaN: true }),
});
const apart = (a: Coordinate, b: Coordinate): number =>
  Math.max(Math.abs(a.longitude - b.longitude), Math.abs(a.latitude - b.latitude));

describe('coordinates', () => {
  it.each(coordinateSystems)('%s goes there and back within 1e-9 degrees', (system) => {
    fc.assert(
      fc.property(inChina, (point) => {
        expect(apart(toWgs(fromWgs(point, system), system), point)).toBeLessThan(1e-9);
        expect(apart(fromWgs(toWgs(point, system), system), point)).toBeLessThan(1e-9);
      }),
      { numRuns: 500 },
    );
  });

  it('GCJ-02 of the point that every published port of the formula uses as its example', () => {
    const shifted = gcjFromWgs({ longitude: 116.404, latitude: 39.915 });
    expect(shifted.longitude).toBeCloseTo(116.41024449916938, 9);
    expect(shifted.latitude).toBeCloseTo(39.91640428150164, 9);
  });

  it('BD-09 of the same example', () => {
    const shifted = bdFromGcj({ longitude: 116.404, latitude: 39.915 });
    expect(shifted.longitude).toBeCloseTo(116.41036949371029, 9);
    expect(shifted.latitude).toBeCloseTo(39.92133699351021, 9);
  });

  it('shifts by less than a kilometre inside the country, and nothing outside', () => {
    fc.assert(
      fc.property(inChina, (point) => {
        expect(apart(gcjFromWgs(point), point)).toBeLessThan(0.02);
      }),
    );
    expect(gcjFromWgs({ longitude: -0.1, latitude: 51.5 })).toEqual({ longitude: -0.1, latitude: 51.5 });
  });

  const city = { west: 118.3, east: 120.8, south: 29.1, north: 30.6 };
  it.each([
    ['inside the city', '120.15', '30.28', 'ok'],
    ['turned round', '30.28', '120.15', 'coordinate.swapped'],
    ['another city', '116.4', '39.9', 'coordinate.outsideCity'],
    ['the ocean', '0', '0', 'coordinate.outsideCountry'],
    ['degrees and minutes', '120°9′', '30°16′', 'coordinate.unreadable'],
    ['an exponent', '1.2e2', '30.28', 'coordinate.unreadable'],
    ['nothing', '', '', 'coordinate.unreadable'],
  ])('%s', (_why, longitude, latitude, outcome) => {
    const read = readCoordinate(longitude, latitude, 'gcj02', city);
    expect(read.ok ? 'ok' : read.code).toBe(outcome);
  });
});
