// A register file: headings, cells, rows; every bad cell is named, and a fast reader says what the slow one says.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditCodeProblem } from '../credit-code.ts';
import { enterpriseFacts } from '../enterprise.ts';
import { layoutOf } from '../known.ts';
import { isIdNumber } from '../person.ts';
import { readCell } from '../read-cell.ts';
import { cellReader, foldWidth } from './cell.ts';
import { columnOf, nearestHeading, templateHeadings } from './column.ts';
import { isHeading, type RowReader, rowReader } from './row.ts';
import { laterRow, syntheticCode, syntheticHeadings, syntheticRow } from './synthetic.ts';

const layout = layoutOf(enterpriseFacts);
const places = ['余杭区', '西湖区'];
const options = {
  year: 2023,
  placeOf: (name: string) => (places.includes(name) ? name : null),
  positionOf: (fact: string) => layout.indexOf(fact),
};

function readerOf(...heading: string[]): RowReader {
  const made = rowReader(heading, options);
  if (!made.ok) throw new Error(made.code);
  return made.reader;
}

describe('headings', () => {
  it.each([
    ['the label', '统一社会信用代码', { kind: 'plain', field: 'code' }],
    ['a name of the column', 'employees', { kind: 'number', unit: '' }],
    ['a unit in full-width brackets', '上年营业收入（万元）', { kind: 'number', unit: '万元' }],
    ['spaces and narrow brackets', ' 上年营业收入 (元)', { kind: 'number', unit: '元' }],
    [
      'a certificate',
      '高新技术企业证书有效期止',
      { kind: 'certificate', certificate: 'highTech', end: 'endsOn' },
    ],
    ['quotation marks as people type them', '国家级专精特新小巨人证书有效期起', { kind: 'certificate' }],
    ['a column that nobody knows', '星座', null],
  ])('%s', (_why, heading, meant) =>
    meant === null ? expect(columnOf(heading)).toBeNull() : expect(columnOf(heading)).toMatchObject(meant),
  );

  it('of the template are all known, and each means one thing', () => {
    expect(templateHeadings.filter((heading) => columnOf(heading) === null)).toEqual([]);
    expect(rowReader(templateHeadings, options).ok).toBe(true);
  });

  it.each([
    ['职工人数量', '职工人数（人）'],
    ['年度研发投入', '年度研发投入额（万元）'],
    ['星座与血型', null],
  ])('%s was perhaps meant as %s', (heading, meant) => expect(nearestHeading(heading)).toBe(meant));

  it('refuses one thing in two columns, and a table without a code', () => {
    const twice = rowReader(['统一社会信用代码', '企业名称', '职工人数', 'employees'], options);
    expect(twice).toEqual({ ok: false, code: 'register.columnTwice', column: 3 });
    expect(isHeading(['企业名称', '职工人数'])).toBe(false);
  });
});

describe('rows', () => {
  const code = '91350100M000100Y43';
  const reader = readerOf(
    ...['统一社会信用代码', '企业名称', '所在区县', '职工人数', '上年营业收入（万元）', '成立日期'],
    ...['高新技术企业证书有效期起', '高新技术企业证书有效期止', '联系电话', '法定代表人证件号码', '数据年度'],
  );
  const faultsOf = (...cells: string[]) => {
    const read = reader.read(cells);
    return read.ok ? [] : read.faults.map((fault) => `${fault.column} ${fault.code}`);
  };

  it('are numbers by the place of their fact', () => {
    const read = reader.read([
      code,
      '甲公司',
      '余杭区',
      '30',
      '120.5',
      '2015-03-01',
      '2023-01-01',
      '2025-12-31',
      '',
      '',
      '',
    ]);
    if (!read.ok) throw new Error('refused');
    expect(read.row).toMatchObject({ code, year: 2023, placeId: '余杭区' });
    expect(read.row.figures[layout.indexOf('revenue')]).toBe(120_500_000);
    expect(read.row.figures[layout.indexOf('employees')]).toBe(30);
    expect(read.row.certificates).toEqual([{ kind: 'highTech', startsOn: 19358, endsOn: 20453 }]);
  });

  it.each([
    ['a code whose check sign is wrong', ['91350100M000100Y44', '甲'], ['0 creditCode.check']],
    ['no name', [code, ''], ['1 row.missing']],
    ['a place that is not here', [code, '甲', '浦东新区'], ['2 row.placeUnknown']],
    ['people below nothing', [code, '甲', '', '-3'], ['3 cell.outOfBounds']],
    ['half a person', [code, '甲', '', '2.5'], ['3 cell.notWhole']],
    ['1e400', [code, '甲', '', '', '1e400'], ['4 cell.notNumber']],
    ['people where money belongs', [code, '甲', '', '', '35人'], ['4 cell.wrongUnit']],
    ['30 February', [code, '甲', '', '', '', '2月30日'], ['5 cell.noSuchDay']],
    ['30 February with a year', [code, '甲', '', '', '', '2024-02-30'], ['5 cell.noSuchDay']],
    [
      'a certificate that ends before it begins',
      [code, '甲', '', '', '', '', '2024-01-01', '2023-01-01'],
      ['7 row.certificateEnds'],
    ],
    ['a certificate with an end alone', [code, '甲', '', '', '', '', '', '2023-01-01'], ['6 row.missing']],
    ['a telephone number in words', [code, '甲', '', '', '', '', '', '', '见名片'], ['8 row.phoneInvalid']],
    [
      'an identity number with a slip',
      [code, '甲', '', '', '', '', '', '', '', '11010519491231002Y'],
      ['9 row.idInvalid'],
    ],
    ['a year in two digits', [code, '甲', '', '', '', '', '', '', '', '', '23'], ['10 row.yearInvalid']],
    [
      'everything at once',
      ['x', '', '火星', '-1', '1e400', '2024-02-30'],
      [
        '0 creditCode.length',
        '1 row.missing',
        '2 row.placeUnknown',
        '3 cell.outOfBounds',
        '4 cell.notNumber',
        '5 cell.noSuchDay',
      ],
    ],
  ])('%s: named', (_why, cells, faults) => expect(faultsOf(...cells)).toEqual(faults));

  it('of money without a unit anywhere are refused', () => {
    const read = readerOf('统一社会信用代码', '企业名称', '上年营业收入').read([code, '甲', '120']);
    expect(read).toEqual({ ok: false, faults: [{ column: 2, code: 'cell.wrongUnit' }] });
  });
});

it('the fast reader says what the slow one says', () => {
  const numbers = enterpriseFacts.filter((fact) => !fact.flags && fact.known !== null);
  const text = fc.oneof(
    fc.stringMatching(/^\d{1,17}(\.\d{0,6})?$/),
    fc.stringMatching(/^[+-]?\d{1,4}(\.\d{1,3})?(万元|元|人|亿元|平方米)?$/),
    fc.constantFrom(
      '',
      '-',
      '—',
      '1e400',
      '1,200',
      '.5',
      '5.',
      '2024-02-30',
      '2月30日',
      ' 12 ',
      '00012',
      '1..2',
      '９',
    ),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...numbers),
      fc.constantFrom('', '元', '万元', '亿元', '人', '平方米', '亩'),
      text,
      (fact, unit, cell) => {
        expect(cellReader(fact, unit)(cell)).toEqual(readCell(foldWidth(cell), fact, unit));
      },
    ),
    { numRuns: 3_000 },
  );
});

describe('synthetic rows', () => {
  const made = { seed: 7, year: 2023, places };
  const reader = readerOf(...syntheticHeadings);

  it('are sound, the same for the same seed, and no real enterprise or person', () => {
    expect(reader.unknown).toEqual([]);
    for (let index = 0; index < 300; index++) {
      const cells = syntheticRow(index, made);
      expect(cells.length).toBe(syntheticHeadings.length);
      expect(reader.read(cells)).toMatchObject({ ok: true });
      expect(syntheticRow(index, made)).toEqual(cells);
      expect(creditCodeProblem(syntheticCode(index))).toBeNull();
      expect(isIdNumber(cells[6] ?? '')).toBe(true);
    }
    expect(new Set(Array.from({ length: 2_000 }, (_, index) => syntheticCode(index))).size).toBe(2_000);
  });

  it('of a later year are the same firms: sound, what lasts has stayed, and some are newly above scale', () => {
    const [years, scaleYear] = ['数据年度', '首次上规纳统年份'].map((name) =>
      syntheticHeadings.indexOf(name),
    );
    let risen = 0;
    for (let index = 0; index < 300; index++) {
      const cells = syntheticRow(index, made);
      const grown = laterRow(cells, index, { seed: 1, year: made.year + 2 });
      expect(reader.read(grown)).toMatchObject({ ok: true });
      expect([grown[0], grown[2], grown[8]]).toEqual([cells[0], cells[2], cells[8]]);
      expect(grown[years ?? -1]).toBe(String(made.year + 2));
      const before = cells[scaleYear ?? -1];
      if (grown[scaleYear ?? -1] !== before) {
        expect(before).toBe('0');
        risen++;
      }
    }
    expect(risen).toBeGreaterThan(5);
  });

  it('are bad where that was asked for, each in its own way', () => {
    const codes = Array.from({ length: 5 }, (_, at) => {
      const read = reader.read(syntheticRow((at + 1) * 10, { ...made, badEvery: 10 }));
      return read.ok ? 'fine' : read.faults[0]?.code;
    });
    expect(codes).toEqual(['cell.outOfBounds', 'cell.noSuchDay', 'cell.notNumber', 'cell.wrongUnit', 'fine']);
  });
});
