import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { Notes } from '../note.ts';
import { makeZip } from '../zip.fixture.ts';
import { showNumber } from './number-format.ts';
import { readXlsx } from './read-xlsx.ts';

const read = (bytes: Uint8Array, notes = new Notes()) => readXlsx(bytes, notes);

describe('numbers as the sheet shows them', () => {
  it.each([
    ['noise of doubles', 0.1 + 0.2, 'General', '0.3'],
    ['percent', 0.055, '0.0%', '5.5%'],
    ['percent without decimals', 0.055, '0%', '6%'],
    ['fixed decimals round half up', 1.005, '0.00', '1.01'],
    ['thousands are layout', 1234567.891, '#,##0.00', '1234567.89'],
    ['words around', 12.5, '0.0"亿元"', '12.5亿元'],
    ['optional decimals', 12.5, '0.##', '12.5'],
    ['scaled by a thousand', 1234567, '0.0,', '1234.6'],
    ['negative section', -3, '0;(0)', '(3)'],
    ['negative without section', -3.456, '0.00', '-3.46'],
    ['text format', 5, '@', '5'],
    ['Chinese date', 45658, 'yyyy"年"m"月"d"日"', '2025年1月1日'],
    ['date with locale tag', 45658, '[$-804]yyyy/mm/dd;@', '2025/01/01'],
    ['small numbers are written out', 1e-7, 'General', '0.0000001'],
    ['great numbers are written out', 1e21, 'General', '1000000000000000000000'],
    ['day 60 was never', 61, 'yyyy-mm-dd', '1900-03-01'],
  ])('%s', (_why, value, code, shown) => {
    expect(showNumber(value, code, false)).toBe(shown);
  });

  it('counts from 1904 where the workbook says so', () => {
    expect(showNumber(44196, 'yyyy-mm-dd', true)).toBe('2025-01-01');
  });
});

/** A workbook by hand: the sheet's XML and, if need be, other parts. */
const raw = (
  sheet: string,
  more: Record<string, string> = {},
  sheets = '<sheet name="表一" sheetId="1" r:id="rId1"/>',
) => {
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${sheets}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<R><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="worksheets/sheet2.xml"/><Relationship Id="rId9" Target="sharedStrings.xml"/></R>',
    'xl/worksheets/sheet1.xml': `<worksheet>${sheet}</worksheet>`,
    ...more,
  };
  return makeZip(
    Object.entries(parts).map(([name, text]) => ({ name, data: new TextEncoder().encode(text) })),
  );
};
const c = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;

describe('xlsx', () => {
  it('gives the sheet name, the title, then rows, with merged cells filled', async () => {
    const bytes = await writeXlsxFile(
      [
        [{ value: '主要指标计划', columnSpan: 3 }, null, null],
        [{ value: '领域', rowSpan: 2 }, { value: '目标', columnSpan: 2 }, null],
        [null, '数值', '单位'],
        [{ value: '经济', rowSpan: 2 }, { value: 5.5, type: Number, format: '0.0' }, '%'],
        [null, { value: 0.06, type: Number, format: '0%' }, ''],
      ],
      { sheet: '附表' },
    ).toBuffer();
    expect(read(new Uint8Array(bytes)).split('\n')).toEqual([
      '附表',
      '',
      '主要指标计划',
      '领域\t目标\t目标',
      '领域\t数值\t单位',
      '经济\t5.5\t%',
      '经济\t6%\t',
    ]);
  });

  it('agrees with another reader on plain values', async () => {
    const rows = Array.from({ length: 200 }, (_, at) => [`指标${at}`, at * 1.25, at % 2 === 0 ? '增' : '减']);
    const bytes = Buffer.from(
      await writeXlsxFile(rows.map((row) => row.map((value) => ({ value })))).toBuffer(),
    );
    const [other] = await readExcelFile(bytes);
    const expected = other?.data.map((row) => row.join('\t'));
    expect(read(new Uint8Array(bytes)).split('\n').slice(2)).toEqual(expected);
  });

  it('clips a merge of the whole sheet and keeps blank rows as breaks', () => {
    const sheet = `<sheetData><row r="1">${c('A1', '甲')}${c('B1', '1')}</row><row r="4">${c('A4', '乙')}${c('B4', '2')}</row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`;
    expect(read(raw(sheet))).toBe('表一\n\n甲\t1\n\n乙\t2');
  });

  it('prints error cells, leaves out hidden sheets, and says both', () => {
    const notes = new Notes();
    const sheet =
      '<sheetData><row><c r="A1" t="e"><v>#REF!</v></c><c r="B1" t="b"><v>1</v></c></row></sheetData>';
    const sheets =
      '<sheet name="表一" sheetId="1" r:id="rId1"/><sheet name="藏" sheetId="2" state="hidden" r:id="rId2"/>';
    const text = read(
      raw(
        sheet,
        {
          'xl/worksheets/sheet2.xml': `<worksheet><sheetData><row>${c('A1', '密')}</row></sheetData></worksheet>`,
        },
        sheets,
      ),
      notes,
    );
    expect(text).toBe('表一\n\n#REF!\tTRUE');
    expect(notes.list().map(({ code, place }) => `${code} ${place}`)).toEqual([
      'errorCell 表一 R1C1 #REF!',
      'hiddenSheet 藏',
    ]);
  });

  it('joins rich text and drops phonetic aids', () => {
    const strings = '<sst><si><r><t>新</t></r><r><t>增</t></r><rPh><t>xin</t></rPh></si></sst>';
    const sheet =
      '<sheetData><row><c r="A1" t="s"><v>0</v></c><c r="B1"><f>SUM(1)</f><v>7</v></c></row></sheetData>';
    expect(read(raw(sheet, { 'xl/sharedStrings.xml': strings }))).toBe('表一\n\n新增\t7');
  });

  it.each([
    ['a column beyond the 256th', `<sheetData><row>${c('ZZ1', 'x')}</row></sheetData>`],
    ['a row beyond the last', '<sheetData><row r="2000000"/></sheetData>'],
  ])('refuses %s', (_why, sheet) => {
    expect(() => read(raw(sheet))).toThrow(/archiveTooLarge/);
  });
});
