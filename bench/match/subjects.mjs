// Synthetic enterprises: 23 columns, 117 bytes each, the same for the same seed. Shares follow a large city: a quarter industry,
// three in ten with research spending, one in eight above scale.
const day = (text) => Math.floor(Date.parse(`${text}T00:00:00Z`) / 86_400_000);
export const wan = (n) => n * 1_000_000;
export const yi = (n) => n * 10_000_000_000;

export const FLAGS = [
  'highTech',
  'techSmall',
  'highTechFirst',
  'highTechAgain',
  'newEagle',
  'converted',
  'littleGiant',
  'hiddenChampion',
  'specialised',
  'incubator',
  'incubatorRaised',
  'researchCentreNew',
  'dishonest',
  'classD',
];
export const AWARDS = [
  'firstScale',
  'thirdYear',
  'incubator',
  'newEagle',
  'highTech',
  'specialised',
  'centre',
];

const column = (name, storage, greatest, more = {}) => ({
  name,
  storage,
  measure: 'count',
  nullable: false,
  least: 0,
  greatest,
  ...more,
});
const fen = (name, greatest, nullable = true) => column(name, 'f64', greatest, { measure: 'fen', nullable });

export const schema = [
  column('industry', 'u16', 9999, { measure: 'code' }),
  column('district', 'u8', 20, { measure: 'code' }),
  column('employees', 'i32', 1e7),
  fen('revenue', 1e14, false),
  fen('revenue_last', 1e14),
  fen('research', 1e13),
  fen('research_last', 1e13),
  fen('research_before', 1e13),
  fen('equipment', 1e13),
  fen('project', 1e14),
  fen('premium', 1e12),
  fen('contracts', 1e13),
  fen('rent', 1e10),
  fen('research_paid', 1e10, false),
  column('scale_year', 'u16', 2100, { measure: 'year' }),
  column('years_in_scale', 'u8', 100),
  column('registered', 'i32', 40_000, { measure: 'date' }),
  column('flags', 'u32', 0xffff_ffff, { measure: 'flags', bits: FLAGS, known: null }),
  column('awards', 'u32', 0xffff_ffff, { measure: 'flags', bits: AWARDS, known: null }),
  column('stars', 'u8', 5),
  column('incubated', 'u8', 100),
  column('park_area', 'i32', 1e7, { measure: 'area' }),
  column('lease_years', 'u8', 50),
];

const kinds = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, i32: Int32Array, f64: Float64Array };
const widths = { u8: 1, u16: 2, u32: 4, i32: 4, f64: 8 };
export const ROW_BYTES = schema.reduce((sum, { storage }) => sum + widths[storage], 0);

export const KEY_INDUSTRIES = [
  2710, 2720, 2730, 2740, 2750, 2760, 2770, 3511, 3562, 3563, 3569, 3581, 3821, 3825, 3841, 3849, 3911, 3912,
  3913, 3921, 3922, 3972, 3973, 3974, 3975, 3976,
];

/** Numbers from 0 up to 1 (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const flag = (name) => 1 << FLAGS.indexOf(name);

/** Fills the columns of `count` enterprises; `columnOf` may give arrays that lie in shared memory. */
export function enterprises(count, columnOf = (each) => new kinds[each.storage](count), seed = 20240229) {
  const c = Object.fromEntries(schema.map((each) => [each.name, columnOf(each)]));
  const random = randomFrom(seed);
  const [since, until] = [day('1995-01-01'), day('2026-06-01')];
  const spread = (low, high) =>
    Math.floor(Math.exp(Math.log(low) + random() * (Math.log(high) - Math.log(low))));
  const upTo = (n) => (random() * n) | 0;
  for (let i = 0; i < count; i++) {
    const kind = random();
    if (kind < 0.05) c.industry[i] = KEY_INDUSTRIES[upTo(KEY_INDUSTRIES.length)];
    else if (kind < 0.25) c.industry[i] = 600 + upTo(4100);
    else c.industry[i] = 4700 + upTo(5000);
    const industrial = c.industry[i] <= 4699;
    c.district[i] = upTo(13);
    c.employees[i] = spread(1, 4000);
    c.revenue[i] = spread(5e6, 5e11);
    c.revenue_last[i] = random() < 0.08 ? Number.NaN : Math.floor(c.revenue[i] * (0.6 + random() * 0.7));
    const researches = random() < 0.3;
    if (researches) {
      c.research[i] = Math.floor(c.revenue[i] * (0.005 + random() * 0.15));
      if (random() < 0.02) c.research[i] += spread(1e9, 1e11);
      c.research_last[i] = random() < 0.1 ? Number.NaN : Math.floor(c.research[i] * (0.5 + random() * 0.7));
      c.research_before[i] = random() < 0.2 ? Number.NaN : Math.floor(c.research[i] * (0.4 + random() * 0.7));
    } else c.research[i] = c.research_last[i] = c.research_before[i] = Number.NaN;
    const invests = industrial && random() < 0.15;
    c.equipment[i] = invests ? spread(1e7, 3e10) : Number.NaN;
    c.project[i] = invests ? Math.floor(c.equipment[i] * (1 + random() * 2)) : Number.NaN;
    c.premium[i] = random() < 0.05 ? spread(1e5, 2e9) : Number.NaN;
    c.contracts[i] = random() < 0.04 ? spread(1e7, 5e10) : Number.NaN;
    c.rent[i] = random() < 0.2 ? spread(2e5, 2e7) : Number.NaN;
    c.research_paid[i] = random() < 0.01 ? Math.floor(random() * 4e8) : 0;
    const scaled = random() < 0.12;
    c.scale_year[i] = scaled ? 2015 + upTo(11) : 0;
    c.years_in_scale[i] = scaled ? Math.min(2026 - c.scale_year[i], upTo(8)) : 0;
    c.registered[i] = since + Math.floor(random() * (until - since));
    let flags = 0;
    if (researches && random() < 0.4) flags |= flag('highTech');
    if (researches && random() < 0.5) flags |= flag('techSmall');
    const isFirst = random() < 0.01;
    if (isFirst) flags |= flag('highTechFirst');
    if (!isFirst && random() < 0.01) flags |= flag('highTechAgain');
    if (random() < 0.005) flags |= flag('newEagle');
    if (random() < 0.03) flags |= flag('converted');
    if (random() < 0.001) flags |= flag('littleGiant');
    if (random() < 0.001) flags |= flag('hiddenChampion');
    if (random() < 0.01) flags |= flag('specialised');
    const incubates = random() < 0.003;
    if (incubates) flags |= flag('incubator');
    if (incubates && random() < 0.1) flags |= flag('incubatorRaised');
    if (random() < 0.002) flags |= flag('researchCentreNew');
    if (random() < 0.02) flags |= flag('dishonest');
    if (industrial && random() < 0.05) flags |= flag('classD');
    c.flags[i] = flags;
    c.awards[i] = random() < 0.15 ? upTo(128) : 0;
    c.stars[i] = incubates ? upTo(6) : 0;
    c.incubated[i] = incubates ? upTo(12) : 0;
    c.park_area[i] = random() < 0.3 ? upTo(5000) : 0;
    c.lease_years[i] = c.park_area[i] ? upTo(8) : 0;
  }
  return c;
}

/** The row of one enterprise in the order of the schema. */
export const rowOf = (columns, index) => Float64Array.from(schema, ({ name }) => columns[name][index]);
