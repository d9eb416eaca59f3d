// A cell is read in the unit of its column or named; nothing is repaired.
import { describe, expect, it } from 'vitest';
import { enterpriseFacts } from './enterprise.ts';
import { readCell, readFlagCell } from './read-cell.ts';

const read = (name: string, text: string, unit = '') => {
  const fact = enterpriseFacts.find((each) => each.name === name);
  if (!fact) throw new Error(`no fact ${name}`);
  const cell = readCell(text, fact, unit);
  return cell.ok ? cell.value : cell.code;
};

describe('cells', () => {
  it.each([
    // why this row is here             fact           text           header   value
    ['people', 'employees', '30', '', 30],
    ['people with their unit', 'employees', '30人', '', 30],
    ['thousands', 'employees', '1,234', '', 1234],
    ['a negative headcount', 'employees', '-3', '', 'cell.outOfBounds'],
    ['half a person', 'employees', '2.5', '', 'cell.notWhole'],
    ['firms where people belong', 'employees', '3家', '', 'cell.wrongUnit'],
    ['1e400', 'employees', '1e400', '', 'cell.notNumber'],
    ['more people than there can be', 'employees', '99999999999', '', 'cell.outOfBounds'],
    ['a number that is longer than any', 'employees', '9'.repeat(40), '', 'cell.notNumber'],
    ['words', 'employees', '约30', '', 'cell.notNumber'],
    ['nothing is not known', 'employees', ' ', '', null],
    ['a dash is not known', 'employees', '—', '', null],
    ['money in the unit of the header', 'revenue', '120.5', '万元', 120_500_000],
    ['money in its own unit', 'revenue', '1.2亿元', '万元', 12_000_000_000],
    ['money without a unit', 'revenue', '120', '', 'cell.wrongUnit'],
    ['money in dollars', 'revenue', '120美元', '', 'cell.wrongUnit'],
    ['less than a 分', 'revenue', '0.001', '元', 'cell.notWhole'],
    ['a loss', 'revenue', '-5', '万元', 'cell.outOfBounds'],
    ['a day', 'registeredOn', '1970-01-02', '', 1],
    ['a day with slashes', 'registeredOn', '1970/1/2', '', 1],
    ['a Chinese day', 'registeredOn', '1970年1月2日', '', 1],
    ['2月30日', 'registeredOn', '2月30日', '', 'cell.noSuchDay'],
    ['30 February of a year', 'registeredOn', '2024-02-30', '', 'cell.noSuchDay'],
    ['no day', 'registeredOn', '去年', '', 'cell.notDay'],
    ['an industry', 'industry', '0610', '', 610],
    ['an industry that lost its zero', 'industry', '610', '', 'cell.badCode'],
    ['a year', 'scaleYear', '2024', '', 2024],
    ['never', 'scaleYear', '0', '', 0],
    ['no year', 'scaleYear', '24', '', 'cell.notNumber'],
    ['an area', 'rentedArea', '1200平方米', '', 1200],
    ['an area in hectares', 'rentedArea', '0.12公顷', '', 1200],
  ])('%s', (_why, fact, text, unit, value) => expect(read(fact, text, unit)).toBe(value));

  it.each([
    ['是', true],
    ['否', false],
    ['TRUE', true],
    ['0', false],
    ['', null],
    ['可能', 'cell.notYesNo'],
  ])('flag %s', (text, value) => {
    const cell = readFlagCell(text);
    expect(cell.ok ? cell.value : cell.code).toBe(value);
  });
});
