// Names of units and places as documents print them.
import { describe, expect, it } from 'vitest';
import { findPlace, type PlaceList, placeOrder } from './jurisdiction.ts';
import { aliasesOf, isUnitGroup, normaliseUnitName, sameUnit, unitKey, unitNames } from './org-unit.ts';

const housing = {
  id: 'housing',
  name: '市住保房管局',
  kind: 'department',
  aliases: ['市住房保障局', '市住房管局', '市住房房管局'],
} as const;
const aliases = aliasesOf([housing]);

describe('sameUnit', () => {
  it.each([
    // why this row is here                        a                  b                         same
    ['four spellings of one unit, first', '市住保房管局', '市住房保障局', true],
    ['second', '市住保房管局', '市住房管局', true],
    ['third, both aliases', '市住房房管局', '市住房管局', true],
    ['spaces inside a name', '市 财政局', '市财政局', true],
    ['a bracketed second name', '市住房和城市更新局(市住房保障局)', '市住保房管局', true],
    ['full-width brackets', '市建委（市人防办）', '市建委', true],
    ['the city before the name', '江城市财政局', '市财政局', true],
    ['a long ending', '市卫生健康委员会', '市卫健委', true],
    ['development and reform', '江城市发展和改革委员会', '市发改委', true],
    ['the mark of the lead', '★市民政局', '市民政局', true],
    ['two units stay two', '市民政局', '市财政局', false],
    ['a bureau of the city and one of a district', '市财政局', '上城区财政局', false],
  ])('%s', (_why, a, b, same) => {
    expect(sameUnit(a, b, aliases, '江城市')).toBe(same);
    expect(unitKey(a, aliases, '江城市') === unitKey(b, aliases, '江城市')).toBe(same);
  });

  it('knows no alias that nobody gave', () => expect(sameUnit('市住保房管局', '市住房保障局')).toBe(false));

  it('keeps the bracket of a group inside its name', () => {
    expect(unitNames('各区、县(市)政府')).toHaveLength(1);
    expect(normaliseUnitName('市住房房管局 (市住房保障局)')).toBe('市住房房管局');
  });

  it('does not turn in circles on a circular table', () => {
    const circle = new Map([
      ['甲局', '乙局'],
      ['乙局', '甲局'],
    ]);
    expect(typeof sameUnit('甲局', '丙局', circle)).toBe('boolean');
  });

  it.each([
    ['各区、县(市)政府', true],
    ['市级有关部门', true],
    ['市政府各部门', true],
    ['上城区政府', false],
    ['市财政局', false],
  ])('%s is a group: %s', (name, group) => expect(isUnitGroup(name)).toBe(group));
});

describe('places', () => {
  const list: PlaceList = {
    jurisdiction: { code: '339900', name: '江城市', level: 'city' },
    places: [
      { id: 'own', name: '市本级', kind: 'ownLevel', aliases: [] },
      { id: 'east', name: '东河区', kind: 'district', aliases: [] },
      { id: 'lake', name: '江城南湖风景名胜区', kind: 'zone', aliases: ['南湖景区', '名胜区'] },
    ],
  };
  it.each([
    ['东河区', 'east'],
    ['东 河 区', 'east'],
    ['东河区政府', 'east'],
    ['江城市东河区', 'east'],
    ['南湖景区管委会', 'lake'],
    ['西河区', null],
  ])('%s is %s', (printed, id) => expect(findPlace(list, printed)?.id ?? null).toBe(id));

  it('keeps the order of the city', () => {
    expect(placeOrder(list, '东河区')).toBe(1);
    expect(placeOrder(list, '西河区')).toBe(3);
  });
});
