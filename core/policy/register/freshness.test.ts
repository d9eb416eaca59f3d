// What has grown old is unknown: figures after the months a city set, lasting facts never, an open certificate after its own.
import { expect, it } from 'vitest';
import { isoDate } from '../../quantity/date.ts';
import { certifiedFacts } from './certificate.ts';
import { enterpriseFacts } from './enterprise.ts';
import { alwaysFresh, type Freshness } from './freshness.ts';
import { factsKnown, factTable, ownDuty } from './known.ts';

const layout = ['employees', 'industry', 'scaleYear', 'dishonest'];
const statements = [{ year: 2023, number: 1, figures: [77, 3421, 2022, 0], importId: null }];
const known = (day: string, freshness: Freshness) =>
  factsKnown(
    { statements, certificates: [], consents: [] },
    {
      ...{ day: isoDate(day), purpose: 'matching', layout, facts: factTable(enterpriseFacts) },
      ...{ groundOf: () => ownDuty, freshness },
    },
  );
const months = { figureMonths: 18, certificateMonths: 36 };
const all = { employees: 77, industry: 3421, scaleYear: 2022, dishonest: false };

it.each([
  ['on the last day, the figures of 2023 count', '2025-06-30', months, all],
  [
    'a day later what is of its year is unknown; what lasts stays',
    '2025-07-01',
    months,
    { industry: 3421, scaleYear: 2022 },
  ],
  ['a city that sets no end keeps them', '2031-01-01', alwaysFresh, all],
])('%s', (_why, day, freshness, facts) => {
  expect(known(day, freshness)).toEqual(facts);
});

it.each([
  ['an open one counts while it is fresh', '2022-06-30', null, '2025-06-30', true],
  ['then nobody knows', '2022-06-30', null, '2025-07-01', undefined],
  ['one with its own end is over on the day after', '2022-06-30', '2023-06-29', '2023-06-30', false],
  ['one with its own end outlasts the rule', '2018-01-01', '2027-12-31', '2025-07-01', true],
])('certificates: %s', (_why, startsOn, endsOn, day, flag) => {
  const held = [
    { kind: 'highTech', startsOn: isoDate(startsOn), endsOn: endsOn === null ? null : isoDate(endsOn) },
  ] as const;
  const facts = certifiedFacts(held, isoDate(day), months);
  expect(facts.get('highTech')).toBe(flag);
  expect(facts.get('highTechFirstYear')).toBe(Number(startsOn.slice(0, 4)));
});
