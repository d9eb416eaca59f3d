// Invented enterprises, the same for the same seed: rows of a register file for demonstration, tests and measurements. Shares
// follow a large city: a quarter industry, three in ten with research, one in eight above scale. Codes lie in a region that does
// not exist (339900), identity numbers too (000000), telephone numbers begin as none does: none can be a real one.
import { creditCheckSign } from '../credit-code.ts';
import { enterpriseFacts } from '../enterprise.ts';
import { idCheckSign } from '../person.ts';
import { headingOf, plainLabels } from './column.ts';

export interface SyntheticOptions {
  readonly seed: number;
  readonly year: number;
  /** Names of the places to spread them over. */
  readonly places: readonly string[];
  /** One row in so many has a bad cell; 0 for none. */
  readonly badEvery?: number;
}

/** Numbers from 0 up to 1 (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** Check sign of an organisation code (GB 11714-1997): letters count from 10, all of them. */
function organisationCheck(body: string): string {
  let sum = 0;
  for (let at = 0; at < 8; at++) sum += Number.parseInt(body.charAt(at), 36) * (organisationWeights[at] ?? 0);
  return '0123456789X0'.charAt((11 - (sum % 11)) % 11);
}

export function syntheticCode(index: number): string {
  let [number, left] = ['', index];
  for (let at = 0; at < 6; at++) {
    number = signs.charAt(left % 31) + number;
    left = Math.floor(left / 31);
  }
  const organisation = `MA${number}`;
  const body = `91339900${organisation}${organisationCheck(organisation)}`;
  return body + (creditCheckSign(body) ?? '');
}

function idNumber(index: number): string {
  const body = `00000019${70 + (index % 30)}0${1 + (index % 9)}${10 + (index % 18)}${String(index % 1000).padStart(3, '0')}`;
  return body + idCheckSign(body);
}

const trades: readonly (readonly [string, readonly number[]])[] = [
  ['精密机械', [3421, 3441, 3484, 3489]],
  ['电子元件', [3981, 3983, 3974, 3969]],
  ['生物医药', [2710, 2720, 2750, 2770]],
  ['新材料', [2651, 2659, 2661, 2669]],
  ['智能装备', [3491, 3562, 3569, 3595]],
  ['食品', [1411, 1439, 1492, 1529]],
  ['纺织服装', [1711, 1761, 1811, 1819]],
  ['软件技术', [6511, 6513, 6519, 6560]],
  ['数据服务', [6531, 6540, 6550, 6579]],
  ['供应链', [5920, 5990, 6020, 5810]],
  ['国际贸易', [5172, 5179, 5193, 5199]],
  ['检测服务', [7452, 7455, 7320, 7340]],
];
const shops = ['恒', '远', '明', '华', '信', '和', '正', '达', '宏', '新', '康', '同'];

const number = (name: string, unit: string): string => {
  const fact = enterpriseFacts.find((each) => each.name === name);
  if (!fact) throw new Error(`no fact ${name}`);
  return headingOf({ kind: 'number', fact, unit });
};
const flag = (name: string): string => {
  const found = enterpriseFacts.flatMap((fact) => fact.flags ?? []).find((each) => each.name === name);
  if (!found) throw new Error(`no flag ${name}`);
  return headingOf({ kind: 'flag', flag: found });
};

/** Headings of the file, in the order of `syntheticRow`. */
export const syntheticHeadings: readonly string[] = [
  ...(['code', 'name', 'place', 'year', 'representative', 'phone', 'idNumber'] as const).map(
    (field) => plainLabels[field].zh,
  ),
  number('industry', ''),
  number('registeredOn', ''),
  number('employees', ''),
  ...['revenue', 'assets', 'research', 'researchBefore', 'techTrade', 'techInsurance', 'exportInsurance'].map(
    (name) => number(name, '万元'),
  ),
  number('boothFees', '元'),
  number('monthlyRent', '元'),
  number('rentedArea', ''),
  number('leaseYears', ''),
  number('scaleYear', ''),
  number('yearsInScale', ''),
  ...['converted', 'nurturing', 'dishonest', 'gradeD', 'foreignTrade', 'exchangeEligible'].map(flag),
  headingOf({ kind: 'certificate', certificate: 'highTech', end: 'startsOn' }),
  headingOf({ kind: 'certificate', certificate: 'highTech', end: 'endsOn' }),
  headingOf({ kind: 'certificate', certificate: 'techEnterprise', end: 'startsOn' }),
  headingOf({ kind: 'certificate', certificate: 'littleGiant', end: 'startsOn' }),
  headingOf({ kind: 'certificate', certificate: 'newEagle', end: 'startsOn' }),
];

const yesNo = (is: boolean): string => (is ? '是' : '否');
const wan = (value: number): string => value.toFixed(2);

/** Bad cells in turn: each row of a test file fails in one way. */
const spoil: readonly ((cells: string[]) => void)[] = [
  (cells) => (cells[0] = `${cells[0]?.slice(0, 17)}${cells[0]?.endsWith('0') ? '1' : '0'}`),
  (cells) => (cells[9] = '-3'),
  (cells) => (cells[8] = '2024-02-30'),
  (cells) => (cells[10] = '1e400'),
  (cells) => (cells[11] = '35人'),
  (cells) => (cells[0] = syntheticCode(0)),
];

/** Row number `index` (from 0) of the file. */
export function syntheticRow(
  index: number,
  { seed, year, places, badEvery = 0 }: SyntheticOptions,
): string[] {
  const random = randomFrom(Math.imul(index + 1, 0x9e3779b1) ^ seed);
  const upTo = (most: number): number => Math.floor(random() * most);
  const spread = (low: number, high: number): number =>
    Math.exp(Math.log(low) + random() * Math.log(high / low));
  const [trade, codes] = trades[upTo(trades.length)] ?? ['', [1]];
  const industry = codes[upTo(codes.length)] ?? 1;
  const industrial = industry <= 4699;
  const place = places.length === 0 ? '' : (places[upTo(places.length)] ?? '');
  const employees = Math.floor(spread(2, 3000));
  const revenue = employees * spread(15, 180);
  const researches = random() < 0.3;
  const research = researches ? revenue * (0.01 + random() * 0.12) : null;
  const scaled = industrial && random() < 0.4;
  const scaleYear = scaled ? year - upTo(9) : 0;
  const trading = random() < 0.15;
  const rents = random() < 0.25;
  const founded = 1995 + upTo(year - 1996);
  const highTechFrom = researches && random() < 0.5 ? Math.max(founded + 1, year - upTo(6)) : null;
  const day = (of: number): string =>
    `${of}-${String(1 + upTo(12)).padStart(2, '0')}-${String(1 + upTo(28)).padStart(2, '0')}`;
  const highTechStart = highTechFrom === null ? '' : day(highTechFrom);
  const name = `（示例）${place.replace(/[区县市]$/, '')}${shops[upTo(12)] ?? ''}${shops[upTo(12)] ?? ''}${trade}有限公司${String(index + 1).padStart(4, '0')}`;
  const cells = [
    ...[syntheticCode(index), name, place, String(year), `演${(index % 900) + 100}`],
    ...[`0571-0${String(index % 10_000_000).padStart(7, '0')}`, idNumber(index)],
    ...[String(industry).padStart(4, '0'), day(founded), String(employees)],
    ...[wan(revenue), random() < 0.05 ? '' : wan(revenue * (0.4 + random() * 2))],
    ...[research === null ? (random() < 0.5 ? '0' : '') : wan(research)],
    ...[research === null ? '' : random() < 0.15 ? '' : wan(research * (0.4 + random() * 0.7))],
    ...[random() < 0.04 ? wan(spread(10, 20_000)) : '', random() < 0.05 ? wan(spread(0.5, 60)) : ''],
    ...[
      trading ? wan(spread(0.5, 90)) : '',
      trading && random() < 0.5 ? String(Math.floor(spread(8_000, 400_000))) : '',
    ],
    ...[
      rents ? String(Math.floor(spread(2_000, 90_000))) : '',
      rents ? String(Math.floor(spread(60, 5_000))) : '',
    ],
    ...[
      rents ? String(1 + upTo(6)) : '',
      String(scaleYear),
      scaleYear === 0 ? '0' : String(Math.min(year - scaleYear, upTo(9))),
    ],
    ...[yesNo(random() < 0.03), yesNo(scaleYear > year - 3 && scaled), yesNo(random() < 0.02)],
    ...[industrial ? yesNo(random() < 0.05) : '', yesNo(trading), yesNo(trading && employees < 100)],
    ...[highTechStart, highTechFrom === null ? '' : `${highTechFrom + 3}${highTechStart.slice(4)}`],
    ...[researches && random() < 0.5 ? day(year - upTo(3)) : '', random() < 0.004 ? day(year - upTo(4)) : ''],
    random() < 0.006 ? day(year - upTo(2)) : '',
  ];
  if (badEvery > 0 && index > 0 && index % badEvery === 0) spoil[(index / badEvery) % spoil.length]?.(cells);
  return cells;
}

const columnNamed = (heading: string): number => syntheticHeadings.indexOf(heading);
const at = {
  year: columnNamed(plainLabels.year.zh),
  industry: columnNamed(number('industry', '')),
  employees: columnNamed(number('employees', '')),
  research: columnNamed(number('research', '万元')),
  researchBefore: columnNamed(number('researchBefore', '万元')),
  scaleYear: columnNamed(number('scaleYear', '')),
  yearsInScale: columnNamed(number('yearsInScale', '')),
  nurturing: columnNamed(flag('nurturing')),
  highTechFrom: columnNamed(headingOf({ kind: 'certificate', certificate: 'highTech', end: 'startsOn' })),
  highTechTo: columnNamed(headingOf({ kind: 'certificate', certificate: 'highTech', end: 'endsOn' })),
  techFrom: columnNamed(headingOf({ kind: 'certificate', certificate: 'techEnterprise', end: 'startsOn' })),
  newEagle: columnNamed(headingOf({ kind: 'certificate', certificate: 'newEagle', end: 'startsOn' })),
};
const growing: readonly number[] = [
  ...['revenue', 'assets', 'techTrade', 'techInsurance', 'exportInsurance'].map((name) =>
    columnNamed(number(name, '万元')),
  ),
];

const later = (day: string, years: number): string => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;

/**
 * The same firm in a later year: grown or shrunk, some of them now above scale or newly recognised, certificates renewed as they ran
 * out. What lasts (code, place, founding, years already recognised) stays as the earlier row has it.
 */
export function laterRow(
  cells: readonly string[],
  index: number,
  { seed, year }: Pick<SyntheticOptions, 'seed' | 'year'>,
): string[] {
  const random = randomFrom(Math.imul(index + 1, 0x85ebca6b) ^ seed ^ year);
  const grown = [...cells];
  const set = (column: number, text: string): void => {
    grown[column] = text;
  };
  const of = (column: number): string => cells[column] ?? '';
  const passed = year - Number(of(at.year));
  const growth = (0.93 + random() * 0.24) ** passed;
  const by = (text: string, factor: number): string => (text === '' ? '' : wan(Number(text) * factor));
  set(at.year, String(year));
  set(at.employees, String(Math.max(1, Math.round(Number(of(at.employees)) * growth))));
  for (const column of growing) set(column, by(of(column), growth));
  set(at.research, by(of(at.research), growth * (0.9 + random() * 0.4)));
  set(at.researchBefore, of(at.research) === '' ? '' : by(of(at.research), growth ** (1 - 1 / passed)));
  const rises = of(at.scaleYear) === '0' && Number(of(at.industry)) <= 4699 && random() < 0.12;
  const scaleYear = rises ? year - Math.floor(random() * 2) : Number(of(at.scaleYear));
  set(at.scaleYear, String(scaleYear));
  set(at.yearsInScale, scaleYear === 0 ? '0' : String(year - scaleYear));
  set(at.nurturing, yesNo(scaleYear > year - 3));
  const [from, until] = [of(at.highTechFrom), of(at.highTechTo)];
  if (until !== '' && Number(until.slice(0, 4)) <= year && random() < 0.7) {
    set(at.highTechFrom, later(from, 3));
    set(at.highTechTo, later(until, 3));
  }
  if (of(at.techFrom) !== '' && random() < 0.7) set(at.techFrom, `${year}${of(at.techFrom).slice(4)}`);
  if (of(at.newEagle) === '' && of(at.research) !== '' && random() < 0.02)
    set(at.newEagle, `${year}-09-1${index % 9}`);
  return grown;
}
