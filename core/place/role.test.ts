// A role is held for a place or a unit, for a time; without its scope it gives nothing.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../quantity/date.ts';
import { isRole, type RoleGrant, roleGrantProblem, roles, rolesOver } from './role.ts';

const day = isoDate('2025-06-30');
const grant = (given: Partial<RoleGrant>): RoleGrant => ({
  role: 'district',
  place: 'east',
  unit: null,
  from: isoDate('2025-01-01'),
  to: null,
  ...given,
});
const inEast = { places: ['city', 'east', 'east-1'], leadUnit: 'civil', units: ['finance'] };

describe('rolesOver', () => {
  it.each([
    // why this row is here              grant                                                    gives the role
    ['its own district', grant({}), true],
    ['a street inside it', grant({ role: 'street', place: 'east-1' }), true],
    ['a sibling district', grant({ place: 'west' }), false],
    ['the first day counts', grant({ from: day }), true],
    ['not before it begins', grant({ from: isoDate('2025-07-01') }), false],
    ['the last day counts', grant({ to: day }), true],
    ['not after it ends', grant({ to: isoDate('2025-06-29') }), false],
    ['a district role without a place', grant({ place: null }), false],
    ['the lead of the matter', grant({ role: 'leadUnit', place: null, unit: 'civil' }), true],
    ['a helper is not the lead', grant({ role: 'leadUnit', place: null, unit: 'finance' }), false],
    ['the helper helps', grant({ role: 'supportingUnit', place: null, unit: 'finance' }), true],
    ['a lead role without a unit', grant({ role: 'leadUnit', place: null, unit: null }), false],
    ['the office of the whole city', grant({ role: 'supervisionOffice', place: null }), true],
    ['the office of another district', grant({ role: 'supervisionOffice', place: 'west' }), false],
    ['the office of this district', grant({ role: 'supervisionOffice', place: 'east' }), true],
  ])('%s', (_why, given, gives) => {
    expect(rolesOver([given], inEast, day).includes(given.role)).toBe(gives);
  });

  it('makes everybody public, and nobody more than that without a grant', () =>
    expect(rolesOver([], inEast, day)).toEqual(['public']));

  it('never gives a role that was not granted', () => {
    const anyGrant = fc.record({
      role: fc.constantFrom(...roles),
      place: fc.constantFrom(null, 'east', 'west'),
      unit: fc.constantFrom(null, 'civil', 'finance', 'other'),
      from: fc.constantFrom(isoDate('2025-01-01'), isoDate('2026-01-01')),
      to: fc.constantFrom(null, isoDate('2025-03-31'), isoDate('2026-12-31')),
    });
    fc.assert(
      fc.property(fc.array(anyGrant), (grants) => {
        const granted = new Set([...grants.map(({ role }) => role), 'public']);
        expect(rolesOver(grants, inEast, day).every((role) => granted.has(role))).toBe(true);
      }),
    );
  });

  it('a lead unit of nothing leads nothing', () =>
    expect(
      rolesOver(
        [grant({ role: 'leadUnit', unit: 'civil', place: null })],
        { ...inEast, leadUnit: null },
        day,
      ),
    ).toEqual(['public']));
});

it('names what is wrong with a grant', () => {
  expect(roleGrantProblem(grant({ place: null }))).toBe('role.needsPlace');
  expect(roleGrantProblem(grant({ role: 'leadUnit' }))).toBe('role.needsUnit');
  expect(roleGrantProblem(grant({ to: isoDate('2024-12-31') }))).toBe('role.endsBeforeStart');
  expect(isRole('toString')).toBe(false);
});
