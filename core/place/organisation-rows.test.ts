// A workbook of an organisation: sound rows are taken, every bad cell is named, nothing is counted twice.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../quantity/date.ts';
import { columnName, type KnownOrganisation, readOrganisation } from './organisation-rows.ts';

const known: KnownOrganisation = {
  units: ['市财政局'],
  posts: ['市财政局\n局长'],
  logins: ['caizheng'],
  places: new Map([['东区', 'east']]),
  roles: new Map([
    ['牵头单位', 'leadUnit'],
    ['街道', 'street'],
  ]),
  today: isoDate('2024-09-01'),
};
const units = (...rows: string[][]) => ({
  name: '单位',
  rows: [['单位', '类型', '所在地区', '上级单位', '其他名称'], ...rows],
});
const posts = (...rows: string[][]) => ({ name: '岗位', rows: [['单位', '岗位', '主要负责'], ...rows] });
const accounts = (...rows: string[][]) => ({
  name: '账号',
  rows: [['账号名', '显示名称', '邮箱', '角色', '地区', '单位', '起始日'], ...rows],
});

describe('sound rows', () => {
  it('are taken, units before posts before accounts whatever the order of the sheets', () => {
    const read = readOrganisation(
      [
        accounts(['jianwei', '市建委', '', '牵头单位', '', '市建委', '2024-01-01']),
        posts(['市建委', '主任', '是']),
        units(['市建委', '部门', '', '', '市城乡建设委员会、市建设委']),
      ],
      known,
    );
    expect(read).toMatchObject({ total: 3, accepted: 3, rejected: 0, cells: [] });
    expect(read.units[0]?.aliases).toEqual(['市城乡建设委员会', '市建设委']);
    expect(read.posts).toEqual([{ unit: '市建委', title: '主任', leads: true }]);
    expect(read.accounts[0]).toMatchObject({ role: 'leadUnit', unit: '市建委', place: null });
  });
  it('blank rows count for nothing, columns may stand in any order', () => {
    const sheet = {
      name: '岗位',
      rows: [
        ['主要负责', '岗位', '单位'],
        ['', '', ''],
        ['否', '副局长', '市财政局'],
      ],
    };
    expect(readOrganisation([sheet], known)).toMatchObject({ total: 1, accepted: 1 });
  });
});

describe('bad cells', () => {
  it.each([
    // why this row is here            sheet                                                   cell   code
    ['a unit without a name', units(['', '部门', '', '', '']), 'A2', 'organisation.cellMissing'],
    ['a unit that is there', units(['市财政局', '部门', '', '', '']), 'A2', 'organisation.nameTwice'],
    [
      'the same unit in other words',
      units(['市 财政局', '部门', '', '', '']),
      'A2',
      'organisation.nameTwice',
    ],
    ['an unknown kind', units(['市建委', '局', '', '', '']), 'B2', 'organisation.kindUnknown'],
    [
      'a kind that every object has',
      units(['市建委', '__proto__', '', '', '']),
      'B2',
      'organisation.kindUnknown',
    ],
    ['an unknown place', units(['市建委', '部门', '南区', '', '']), 'C2', 'organisation.placeUnknown'],
    ['an unknown parent', units(['市建委', '部门', '', '市府', '']), 'D2', 'organisation.unitUnknown'],
    ['a post of nobody', posts(['市建委', '主任', '']), 'A2', 'organisation.unitUnknown'],
    ['a post that is there', posts(['市财政局', '局长', '']), 'B2', 'organisation.nameTwice'],
    ['neither yes nor no', posts(['市财政局', '副局长', '对']), 'C2', 'organisation.yesOrNo'],
    [
      'a login with capitals and spaces',
      accounts(['张 三', 'x', '', '街道', '东区', '', '']),
      'A2',
      'organisation.loginInvalid',
    ],
    [
      'a login that is taken',
      accounts(['caizheng', 'x', '', '街道', '东区', '', '']),
      'A2',
      'organisation.nameTwice',
    ],
    [
      'no mail address',
      accounts(['a1', 'x', 'a@b', '街道', '东区', '', '']),
      'C2',
      'organisation.mailInvalid',
    ],
    ['an unknown role', accounts(['a1', 'x', '', '局长', '', '', '']), 'D2', 'organisation.roleUnknown'],
    [
      'a street without a place',
      accounts(['a1', 'x', '', '街道', '', '', '']),
      'E2',
      'organisation.roleNeedsPlace',
    ],
    [
      'a lead without a unit',
      accounts(['a1', 'x', '', '牵头单位', '', '', '']),
      'F2',
      'organisation.roleNeedsUnit',
    ],
    [
      '30 February',
      accounts(['a1', 'x', '', '街道', '东区', '', '2024-02-30']),
      'G2',
      'organisation.dayInvalid',
    ],
  ] as const)('%s', (_why, sheet, cell, code) => {
    const { cells, accepted, rejected } = readOrganisation([sheet], known);
    expect(cells.map(({ column, row, code: found }) => [`${column}${row}`, found])).toEqual([[cell, code]]);
    expect([accepted, rejected]).toEqual([0, 1]);
  });
  it('every bad cell of a row is named, not the first', () => {
    const { cells } = readOrganisation([accounts(['张三', '', 'x', '局长', '南区', '市府', '昨天'])], known);
    expect(cells.map(({ column }) => column)).toEqual(['A', 'B', 'C', 'D', 'E', 'F', 'G']);
  });
  it('a sheet or a column that is missing is said', () => {
    const read = readOrganisation(
      [
        { name: 'Sheet1', rows: [] },
        { name: '岗位', rows: [['单位'], ['市财政局']] },
      ],
      known,
    );
    expect(read.cells.map(({ code }) => code)).toEqual([
      'organisation.sheetUnknown',
      'organisation.headingMissing',
      'organisation.headingMissing',
    ]);
    expect(read).toMatchObject({ total: 1, rejected: 1 });
  });
});

it('whatever the cells hold, accepted and rejected make the total, and each rejected row has a bad cell', () => {
  const cell = fc.constantFrom(
    '',
    '市财政局',
    '市建委',
    '部门',
    '东区',
    '是',
    '街道',
    'a1',
    '2024-01-01',
    '=1+1',
    '__proto__',
  );
  const row = fc.array(cell, { minLength: 0, maxLength: 8 });
  const rows = fc.array(row, { maxLength: 6 });
  fc.assert(
    fc.property(rows, rows, rows, (a, b, c) => {
      const read = readOrganisation([units(...a), posts(...b), accounts(...c)], known);
      const bad = new Set(read.cells.map(({ sheet, row: at }) => `${sheet} ${at}`));
      expect(read.accepted + read.rejected).toBe(read.total);
      expect(bad.size).toBe(read.rejected);
      expect(read.units.length + read.posts.length + read.accounts.length).toBe(read.accepted);
    }),
  );
});

it.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
])('column %i is %s', (index, name) => expect(columnName(index)).toBe(name));
