// A city answers alike by threads, by plain JavaScript and after many other questions, and gives its memory back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomTrial, type Trial } from '../../core/policy/engine/random.fixture.ts';
import { City } from './city.ts';
import { Register, Room } from './memory.ts';

const ROWS = 5_000;
const trial: Trial = randomTrial(31, 20, ROWS);
let city: City;

beforeAll(async () => {
  const register = new Register(trial.ruleSet.schema, ROWS);
  trial.ruleSet.schema.forEach((column, at) => {
    register.values(column).set(trial.rows.map((row) => row[at] ?? Number.NaN));
  });
  city = await City.open(register, 2);
}, 120_000);
afterAll(() => city.close());

describe('city', () => {
  it('matches the same subjects with and without WebAssembly', () => {
    const matches = city.matches(trial.ruleSet);
    expect(matches.length).toBeGreaterThan(ROWS);
    expect(city.plainMatches(trial.ruleSet)).toEqual(matches);
  });

  it('pays each subject the sum of its matches', async () => {
    const { payouts } = await city.price(trial.ruleSet);
    const { rows, paidFen } = city.matches(trial.ruleSet);
    const sums = new Float64Array(ROWS);
    rows.forEach((row, at) => {
      sums[row] = (sums[row] ?? 0) + (paidFen[at] ?? 0);
    });
    // Sums beyond exact numbers depend on the order of adding.
    const exact = (all: Float64Array) => all.map((sum) => (sum <= Number.MAX_SAFE_INTEGER ? sum : -1));
    expect(exact(payouts)).toEqual(exact(sums));
  });

  it('answers the same after more rule sets than it keeps', async () => {
    const first = await city.price(trial.ruleSet);
    for (const seed of [41, 42, 43, 44, 45]) await city.price(randomTrial(seed, 5, 1).ruleSet);
    expect(await city.price(trial.ruleSet)).toEqual(first);
  });

  it('keeps a session open and closes the oldest', () => {
    const { ruleSet } = trial;
    const [first] = ruleSet.clauses;
    const session = city.whatIf(ruleSet, first?.id ?? '');
    expect(city.whatIf(ruleSet, first?.id ?? '')).toBe(session);
    for (const { id } of ruleSet.clauses.slice(1, 6)) city.whatIf(ruleSet, id);
    expect(city.whatIf(ruleSet, first?.id ?? '')).not.toBe(session);
  });
});

describe('room', () => {
  const PAGE = 65_536;

  it('gives back neighbours as one piece', () => {
    const room = new Room(PAGE);
    const [a, b, c] = [room.take(10), room.take(PAGE), room.take(PAGE + 1)];
    room.give(a, 10);
    room.give(c, PAGE + 1);
    room.give(b, PAGE);
    expect(room.take(4 * PAGE)).toBe(a);
  });

  it('never gives the same piece twice', () => {
    const room = new Room(PAGE);
    const first = room.take(3 * PAGE);
    room.give(first, 3 * PAGE);
    const taken = [room.take(PAGE), room.take(PAGE), room.take(PAGE), room.take(PAGE)];
    expect(new Set(taken).size).toBe(4);
  });
});
