// Codes of the register are checked by their standards, columns stay within what the engine can hold.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../catalog/catalog.ts';
import { EXACT_LIMIT } from '../engine/bounds.ts';
import { registerFor } from '../register.ts';
import { rowEncoder } from '../row.ts';
import { readValue } from '../value.ts';
import { creditCheckSign, creditCodeProblem } from './credit-code.ts';
import { isIndustryCode } from './industry.ts';

describe('unified social credit code (GB 32100-2015)', () => {
  it.each([
    // 91350100M000100Y43 is the worked example of the standard
    ['the example of the standard', '91350100M000100Y43', null],
    ['a digit changed', '91350100M000100Y44', 'creditCode.check'],
    ['two signs swapped', '91351000M000100Y43', 'creditCode.check'],
    ['a letter the alphabet does not have', '91350100I000100Y43', 'creditCode.sign'],
    ['lower case', '91350100m000100y43', 'creditCode.sign'],
    ['too short', '91350100M000100Y4', 'creditCode.length'],
    ['too long', '91350100M000100Y433', 'creditCode.length'],
    ['nothing', '', 'creditCode.length'],
    ['a space', '91350100M000100Y4 ', 'creditCode.sign'],
  ])('%s', (_why, code, problem) => expect(creditCodeProblem(code)).toBe(problem));

  it('the weighted sum of all 18 signs is a multiple of 31 (formula of the standard, in whole numbers)', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    const checks = new Set<string>();
    for (let number = 0; number < 500; number++) {
      const body = `9133010${String(number * 7919).padStart(10, '0')}`;
      const check = creditCheckSign(body) ?? '';
      checks.add(check);
      const sum = [...body].reduce(
        (total, sign, at) => total + BigInt(alphabet.indexOf(sign)) * 3n ** BigInt(at),
        0n,
      );
      expect((sum + BigInt(alphabet.indexOf(check))) % 31n).toBe(0n);
    }
    expect(checks.size).toBe(31);
  });

  it('finds every single wrong sign', () => {
    const sign = fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY');
    const body = fc.array(sign, { minLength: 17, maxLength: 17 }).map((signs) => signs.join(''));
    fc.assert(
      fc.property(body, fc.nat(16), sign, (text, at, other) => {
        const code = `${text}${creditCheckSign(text) ?? ''}`;
        expect(creditCodeProblem(code)).toBeNull();
        fc.pre(code.charAt(at) !== other);
        expect(creditCodeProblem(code.slice(0, at) + other + code.slice(at + 1))).toBe('creditCode.check');
      }),
    );
  });
});

it.each([
  ['3562', true],
  ['0111', true],
  ['9700', true],
  ['9800', false],
  ['0011', false],
  ['356', false],
  ['35.6', false],
])('industry code %s: %s', (code, is) => expect(isIndustryCode(code)).toBe(is));

describe('columns', () => {
  const facts = (['enterprise', 'project', 'park', 'person'] as const).map((subject) =>
    registerFor(subject, catalog),
  );

  it('have one name each, bounds that are exact, and at most 31 flags', () => {
    for (const columns of facts) {
      expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
      const flags = columns.flatMap((column) => column.bits ?? []);
      expect(new Set(flags).size).toBe(flags.length);
      for (const column of columns) {
        expect(column.least).toBeLessThanOrEqual(column.greatest);
        expect(Math.abs(column.greatest)).toBeLessThan(EXACT_LIMIT);
        expect(column.bits?.length ?? 0).toBeLessThanOrEqual(31);
        expect(column.nullable).toBe(column.storage === 'f64' && column.nullable);
        expect(column.flags?.map(({ name }) => name)).toEqual(column.bits);
      }
    }
  });

  it('hold a subject as a row: what is not given is missing, history is nothing', () => {
    const columns = facts[0] ?? [];
    const row = rowEncoder(columns)({ employees: 30, highTech: true, dishonest: false });
    const at = (name: string): number | undefined => row[columns.findIndex((column) => column.name === name)];
    expect([at('employees'), at('revenue'), at('paidOnce0')]).toEqual([30, Number.NaN, 0]);
    expect([at('standing'), at('standing_known')]).toEqual([0b10, 0b10010]);
    for (const facts of [
      { employees: -3 },
      { employees: 0.5 },
      { employees: Number.POSITIVE_INFINITY },
      { nobody: 1 },
    ])
      expect(() => rowEncoder(columns)(facts)).toThrow(RangeError);
  });
});

describe('values with their unit', () => {
  it.each([
    ['20万元', 'fen', 20_000_000, 1],
    ['1.5亿元', 'fen', 15_000_000_000, 1],
    ['0.01元', 'fen', 1, 1],
    ['5%', 'rate', 1, 20],
    ['2.5%', 'rate', 1, 40],
    ['8‰', 'rate', 1, 125],
    ['2倍', 'rate', 2, 1],
    ['1:1', 'rate', 1, 1],
    ['1000平方米', 'area', 1000, 1],
    ['500人', 'count', 500, 1],
    ['3年', 'count', 3, 1],
    ['1970-01-02', 'date', 1, 1],
  ])('%s', (text, kind, number, denominator) => {
    expect(readValue(text)).toMatchObject({ kind, number, denominator });
  });

  it.each([
    ['20', 'value.notRead'],
    ['万元', 'value.notRead'],
    ['-5万元', 'value.notRead'],
    ['20美元', 'value.notRead'],
    ['1e400元', 'value.notRead'],
    ['1:0', 'value.notRead'],
    ['0.001元', 'value.notWhole'],
    ['2.5人', 'value.notWhole'],
    ['2月30日', 'value.notRead'],
    ['2024-02-30', 'value.noSuchDay'],
    ['2024-2-3', 'value.noSuchDay'],
    ['99999999亿元', 'value.tooLarge'],
  ])('refuses %s', (text, problem) => expect(readValue(text)).toBe(problem));
});
