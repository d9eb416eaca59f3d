// Tables in and out: what goes out comes back as it was, every bad cell is named, and taken plus refused is all there was.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { type City, openCity } from '../../act/report/city.fixture.ts';
import { readSheetRows } from '../../bytes/sheet-rows.ts';
import { type FiguresPage, getFigures } from './desk.ts';
import { placeOnTable, readTable } from './table.ts';
import { csvOf, workbookOf } from './template.ts';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.example.store.close());

const july = () => city.on('2024-07-05');

async function deskOf(person: 'east' | 'jianwei', month = '2024-07-31'): Promise<FiguresPage> {
  const desk = person === 'east' ? {} : { desk: 'unit:市建委' };
  const page = await getFigures(july(), city.caller(person), { month, ...desk });
  if (!page.ok) throw new Error(page.code);
  return page.value;
}

const workbook = (rows: readonly (readonly string[])[]): Promise<Buffer> =>
  writeExcelFile(
    rows.map((cells) => cells.map((value) => ({ value, type: String }))),
    { sheet: '七月' },
  ).toBuffer();

async function read(bytes: Buffer, name: string, page: FiguresPage) {
  const sheets = await readSheetRows(bytes, name);
  if (!sheets.ok) throw new Error(sheets.code);
  const outcome = await readTable(july(), page, sheets.value);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

const heading = ['指标名称', '地区', '完成值', '计量单位', '进展情况'];

describe('a workbook', () => {
  it('names every bad cell by sheet, row and column, and takes the rest', async () => {
    const bytes = await workbook([
      heading,
      ['新建口袋公园', '', '12', '个', ''],
      ['建筑业总产值', '', '三千', '亿元', ''],
      ['没有的指标', '', '1', '个', ''],
      ['新建口袋公园', '', '13', '个', ''],
    ]);
    const outcome = await read(bytes, '填报.xlsx', await deskOf('jianwei'));
    expect(outcome.taken.map(({ metric, value }) => [metric, value])).toEqual([['新建口袋公园', '12']]);
    expect(outcome.refused.map(({ sheet, at, row, column, code }) => [sheet, at, row, column, code])).toEqual(
      [
        ['七月', 'C3', 3, 3, 'figure.numberInvalid'],
        ['七月', 'A4', 4, 1, 'rows.figureUnknown'],
        ['七月', 'A5', 5, 1, 'rows.figureTwice'],
      ],
    );
    expect(outcome.accepted + outcome.rejected).toBe(outcome.total);
    expect(outcome.total).toBe(4);
  });

  it('that went out empty comes back as nothing, and filled in as what was entered', async () => {
    const page = await deskOf('jianwei');
    expect(await read(await workbookOf(page), '填报表.xlsx', page)).toMatchObject({ total: 0 });
    const filled = {
      ...page,
      rows: page.rows.map((row) => ({ ...row, submitted: { value: '7', statement: '已完工' } })),
    };
    const outcome = await read(await workbookOf(filled), '填报表.xlsx', page);
    expect(outcome.taken.map(({ value, statement }) => [value, statement])).toEqual([
      ['7', '已完工'],
      ['7', '已完工'],
    ]);
    expect(outcome.rejected).toBe(0);
  });

  it('of another desk is not taken by it', async () => {
    const { desk: _desk, ...page } = await deskOf('jianwei');
    expect(await readTable(july(), { ...page, desk: null, mine: false }, [])).toMatchObject({ ok: false });
  });

  it('that is none is refused with its reason', async () => {
    expect(await readSheetRows(Buffer.from('%PDF-1.7\n'), '报告.pdf')).toMatchObject({ ok: false });
    expect(await readSheetRows(Buffer.alloc(0), '空.xlsx')).toMatchObject({
      ok: false,
      code: 'document.empty',
    });
  });
});

describe('CSV', () => {
  it('comes back as it went out, and no cell of it is a formula', async () => {
    const page = await deskOf('jianwei');
    const statement = '=HYPERLINK("http://example.org"),"引号"\n第二行';
    const filled = {
      ...page,
      rows: page.rows.map((row) => ({ ...row, submitted: { value: '-0.5', statement } })),
    };
    const text = csvOf(filled).toString('utf8');
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text).not.toMatch(/(^|,)"?=/m);
    expect(text).toContain(',-0.5,');
    const outcome = await read(csvOf(filled), '填报表.csv', page);
    expect(outcome.total).toBe(2);
    expect(outcome.refused.map(({ code }) => code)).toEqual(['figure.outOfRange']);
    expect(outcome.taken[0]?.statement).toBe(`'${statement}`);
  });
});

describe('pasted text', () => {
  const cells = (page: FiguresPage) =>
    page.rows.map(({ commitmentId, placeId, period, metric }) => ({ commitmentId, placeId, period, metric }));

  it('fills the rows below the focus, and names what does not fit', async () => {
    const page = await deskOf('jianwei');
    const outcome = await placeOnTable(july(), city.caller('jianwei'), {
      ...{ text: '约三\n700\n5', row: 0 },
      cells: cells(page),
    });
    expect(outcome).toMatchObject({ ok: true, value: { accepted: 1, rejected: 2, total: 3 } });
    expect(outcome.ok && outcome.value.refused.map(({ at, code }) => [at, code])).toEqual([
      ['A1', 'figure.numberInvalid'],
      ['A3', 'paste.outsideTable'],
    ]);
  });

  it('into cells that are not asked of the caller is refused as if they did not exist', async () => {
    const page = await deskOf('jianwei');
    const outcome = await placeOnTable(july(), city.caller('east'), {
      text: '1',
      row: 0,
      cells: cells(page),
    });
    expect(outcome).toMatchObject({ ok: false, code: 'object.notFound' });
  });
});
