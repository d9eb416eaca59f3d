// The clauses of the benchmark: 20 modelled on published award rules, and any number made from them, most of them a district's own.
import { AWARDS, FLAGS, KEY_INDUSTRIES, randomFrom, schema, wan, yi } from './subjects.mjs';

const YEAR = 2026;
const column = (name) => ({ op: 'column', column: name });
const amount = (part) =>
  typeof part === 'number' ? { op: 'number', value: part } : typeof part === 'string' ? column(part) : part;
const compare = (comparison) => (left, right) => ({
  op: 'compare',
  comparison,
  left: amount(left),
  right: amount(right),
});
const [atLeast, above, atMost, equal] = ['atLeast', 'above', 'atMost', 'equal'].map(compare);
const all = (...of) => ({ op: 'all', of });
const any = (...of) => ({ op: 'any', of });
const between = (name, least, greatest) => ({ op: 'between', column: name, least, greatest });
const among = (name, values) => ({ op: 'in', column: name, values });
const has = (name) => ({ op: 'has', column: 'flags', bit: FLAGS.indexOf(name) });
const lacks = (name) => ({ op: 'lacks', column: 'flags', bit: FLAGS.indexOf(name) });
const notYet = (name) => ({ op: 'lacks', column: 'awards', bit: AWARDS.indexOf(name) });
const pair = (op) => (left, right) => ({ op, left: amount(left), right: amount(right) });
const [minus, times, least, greatest] = ['minus', 'times', 'least', 'greatest'].map(pair);
const rate = (of, numerator, denominator) => ({ op: 'rate', of: amount(of), numerator, denominator });
const cases = (list, otherwise) => ({
  op: 'cases',
  cases: list.map(([when, pays]) => ({ when, pays: amount(pays) })),
  otherwise: amount(otherwise),
});
const brackets = (of, list) => ({
  op: 'brackets',
  of: amount(of),
  brackets: list.map(([upTo, numerator, denominator]) => ({ upTo, numerator, denominator })),
});

const industrial = between('industry', 600, 4699);
const manufacturing = between('industry', 1300, 4399);
const key = among('industry', KEY_INDUSTRIES);
const honest = lacks('dishonest');
const growth = minus('research', 'research_last');
/** 2021-07-01 in days since 1970-01-01. */
const JULY_2021 = 18_809;

const research = (most, whole) =>
  greatest(
    0,
    least(
      cases([[atLeast('research', whole), most]], least(rate(growth, 1, 20), most)),
      minus(most, 'research_paid'),
    ),
  );

const templates = [
  ['firstScale', null, all(industrial, equal('scale_year', YEAR - 1), notYet('firstScale'), honest), wan(20)],
  [
    'thirdYear',
    null,
    all(industrial, equal('scale_year', YEAR - 4), atLeast('years_in_scale', 3), notYet('thirdYear'), honest),
    wan(30),
  ],
  [
    'firstScaleConverted',
    null,
    all(industrial, equal('scale_year', YEAR - 1), has('converted'), notYet('firstScale'), honest),
    wan(10),
  ],
  [
    'researchSmall',
    'research',
    all(
      any(has('highTech'), has('techSmall')),
      atMost('employees', 500),
      atMost('revenue', yi(2)),
      honest,
      any(atLeast(growth, wan(200)), atLeast('research', yi(1))),
    ),
    research(wan(200), yi(1)),
  ],
  [
    'researchLarge',
    'research',
    all(
      any(has('highTech'), has('techSmall')),
      any(above('employees', 500), above('revenue', yi(2))),
      honest,
      any(atLeast(growth, wan(500)), atLeast('research', yi(5))),
    ),
    research(wan(300), yi(5)),
  ],
  [
    'researchDistrict',
    'research',
    all(
      among('district', [2, 5, 7, 9]),
      above(times('research', 20), 'revenue'),
      above('research', 'research_last'),
      above('research_last', 'research_before'),
      atLeast('revenue_last', wan(2000)),
      honest,
    ),
    least(rate(growth, 1, 10), wan(100)),
  ],
  [
    'incubatorYear',
    null,
    all(has('incubator'), atLeast('stars', 4)),
    cases([[equal('stars', 5), wan(30)]], wan(20)),
  ],
  [
    'incubatorFirms',
    null,
    all(has('incubator'), atLeast('stars', 3), above('incubated', 0)),
    times(wan(15), 'incubated'),
  ],
  ['incubatorRaised', null, all(has('incubatorRaised'), notYet('incubator')), wan(50)],
  [
    'newEagle',
    null,
    all(has('newEagle'), atLeast('registered', JULY_2021), notYet('newEagle'), honest, lacks('classD')),
    wan(50),
  ],
  ['highTechFirst', 'highTech', all(has('highTechFirst'), honest), wan(20)],
  ['highTechAgain', 'highTech', all(has('highTechAgain'), honest), wan(10)],
  [
    'highTechScale',
    null,
    all(has('highTech'), equal('scale_year', YEAR - 1), notYet('highTech'), honest),
    wan(30),
  ],
  [
    'specialised',
    null,
    all(any(has('littleGiant'), has('hiddenChampion'), has('specialised')), notYet('specialised'), honest),
    cases(
      [
        [has('littleGiant'), wan(100)],
        [has('hiddenChampion'), wan(100)],
      ],
      wan(20),
    ),
  ],
  [
    'equipmentNew',
    'equipment',
    all(
      industrial,
      atLeast('scale_year', YEAR - 3),
      atLeast('project', wan(500)),
      above('equipment', 0),
      lacks('classD'),
    ),
    cases([[key, least(rate('equipment', 1, 5), yi(1))]], least(rate('equipment', 1, 10), wan(5000))),
  ],
  [
    'equipment',
    'equipment',
    all(industrial, atLeast('project', wan(1000)), above('equipment', 0), lacks('classD')),
    cases([[key, least(rate('equipment', 3, 20), wan(8000))]], least(rate('equipment', 2, 25), wan(3000))),
  ],
  [
    'premium',
    null,
    all(above('premium', 0), honest),
    least(cases([[manufacturing, rate('premium', 13, 20)]], rate('premium', 3, 5)), wan(500)),
  ],
  [
    'contracts',
    null,
    atLeast('contracts', wan(100)),
    least(
      brackets('contracts', [
        [wan(1000), 1, 100],
        [wan(5000), 1, 50],
        [null, 3, 100],
      ]),
      wan(200),
    ),
  ],
  [
    'researchCentre',
    'research',
    all(has('researchCentreNew'), atLeast('research', wan(1000)), notYet('centre')),
    least(rate('research', 1, 20), wan(500)),
  ],
  [
    'rent',
    null,
    all(
      industrial,
      atLeast('scale_year', YEAR - 3),
      above('park_area', 1000),
      atLeast('lease_years', 3),
      above('rent', 0),
    ),
    'rent',
  ],
].map(([id, group, when, pays]) => ({ id, group, when, amount: amount(pays) }));

/** Members of a group side by side, in the order in which groups first appear. */
function together(clauses) {
  const groups = new Map();
  for (const clause of clauses) {
    const name = clause.group ?? `#${clause.id}`;
    groups.set(name, [...(groups.get(name) ?? []), clause]);
  }
  return [...groups.values()].flat();
}

const bound = (clauses, hash) => ({
  schema,
  clauses: together(clauses.map((clause) => ({ rule: 'highest', paid: null, ...clause }))),
  hash,
});

export const twenty = () => bound(templates, 'twenty');

/** Figures of at least 1万元 in comparisons with money and in caps are scaled; nothing else changes. */
function scaled(part, money, denominators) {
  if (Array.isArray(part)) return part.map((each) => scaled(each, money, denominators));
  if (part === null || typeof part !== 'object') return part;
  if (part.op === 'number') return { ...part, value: money(part.value) };
  const inside = Object.fromEntries(
    Object.entries(part).map(([name, each]) => [name, scaled(each, money, denominators)]),
  );
  if ('upTo' in inside)
    return {
      ...inside,
      upTo: inside.upTo && money(inside.upTo),
      denominator: inside.denominator * denominators,
    };
  return part.op === 'rate' ? { ...inside, denominator: inside.denominator * denominators } : inside;
}

/** `count` clauses from the twenty with other thresholds, rates and caps; 85 of 100 hold in one district only. */
export function many(count, { distinct = false, seed = 7 } = {}) {
  const random = randomFrom(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const clauses = Array.from({ length: count }, (_, at) => {
    const template = templates[at % templates.length];
    const factor = distinct
      ? Math.round((0.5 + 2.5 * random()) * 1000) / 1000
      : pick([0.5, 0.8, 1, 1, 1.5, 2, 3]);
    const denominators = pick([1, 1, 2, 4]);
    const money = (value) => (value >= wan(1) ? Math.round((value * factor) / 1000) * 1000 : value);
    const when = scaled(template.when, money, 1);
    const own = random() < 0.85 ? [equal('district', Math.floor(random() * 13))] : [];
    return {
      id: `${template.id}${at}`,
      group: `${template.group ?? template.id}${at % 5}`,
      when: all(...own, ...(when.op === 'all' ? when.of : [when])),
      amount: scaled(template.amount, money, denominators),
    };
  });
  return bound(clauses, `many ${count} ${distinct} ${seed}`);
}

/** The template with another threshold and rate, as a slider would make it. */
export function moved(clause, step) {
  const money = (value) => (value >= wan(1) ? value + step * 1000 : value);
  return { ...clause, when: scaled(clause.when, money, 1), amount: scaled(clause.amount, money, 1) };
}
