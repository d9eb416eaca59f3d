import { describe, expect, it } from 'vitest';
import { Notes } from '../note.ts';
import { readBytes } from '../read-bytes.ts';
import { makeEncryptedPdf, makePdf, type PdfText } from './pdf.fixture.ts';
import { readPdf } from './read-pdf.ts';

const read = (bytes: Uint8Array, notes = new Notes()) => readPdf(bytes, notes);

/** Lines of a paragraph set to 36 signs, as a page of 12-point type has them; the first is indented by two. */
function paragraph(text: string, top: number, firstIndent = 24): PdfText[] {
  const texts: PdfText[] = [];
  let [rest, y, x] = [text, top, 72 + firstIndent];
  while (rest !== '') {
    const room = Math.round((504 - x) / 12);
    texts.push({ text: rest.slice(0, room), x, y });
    rest = rest.slice(room);
    [y, x] = [y - 20, 72];
  }
  return texts;
}

const long =
  '今年以来,全市上下坚持稳中求进,统筹推进各项工作,主要指标运行在合理区间,民生事业稳步改善,发展质量不断提高,为完成全年目标任务打下了较好的基础,下一步还要继续抓好落实。';

describe('PDF', () => {
  it('decodes type that is not embedded through the character maps', async () => {
    const text = await read(makePdf([{ texts: [{ text: '新增社区食堂40家', x: 72, y: 700 }] }]));
    expect(text).toBe('新增社区食堂40家');
  });

  it('joins the lines of a paragraph and keeps paragraphs apart', async () => {
    const texts = [...paragraph(long, 700), ...paragraph('二是加快项目建设。', 600)];
    expect(await read(makePdf([{ texts }]))).toBe(`${long}\n二是加快项目建设。`);
  });

  it('joins a paragraph over a page break and drops page numbers', async () => {
    const [all, half] = [paragraph(long, 120), 2];
    const first = {
      texts: [...paragraph(long, 700), ...all.slice(0, half), { text: '— 1 —', x: 280, y: 40 }],
    };
    const second = {
      texts: [
        ...all.slice(half).map((line, at) => ({ ...line, y: 780 - 20 * at })),
        ...paragraph(long, 700),
        { text: '— 2 —', x: 280, y: 40 },
      ],
    };
    expect(await read(makePdf([first, second]))).toBe([long, long, long].join('\n'));
  });

  it('reads ruled tables with merged cells and cells of several lines', async () => {
    const lines: [number, number, number, number][] = [
      [72, 700, 500, 700],
      [72, 670, 500, 670],
      [200, 640, 500, 640],
      [72, 610, 500, 610],
      [72, 610, 72, 700],
      [200, 610, 200, 700],
      [350, 610, 350, 700],
      [500, 610, 500, 700],
    ];
    const texts = [
      { text: '领域', x: 80, y: 680 },
      { text: '指标', x: 210, y: 680 },
      { text: '目标', x: 360, y: 680 },
      { text: '经济', x: 80, y: 640 },
      { text: '地区生产', x: 210, y: 658 },
      { text: '总值', x: 210, y: 644 },
      { text: '5.5%左右', x: 360, y: 650 },
      { text: '社会消费', x: 210, y: 620 },
      { text: '6%', x: 360, y: 620 },
      { text: '主要指标', x: 240, y: 720 },
    ];
    expect((await read(makePdf([{ texts, lines }]))).split('\n')).toEqual([
      '主要指标',
      '',
      '领域\t指标\t目标',
      '经济\t地区生产总值\t5.5%左右',
      '经济\t社会消费\t6%',
    ]);
  });

  it('reads a table without lines by its gaps', async () => {
    const rows = [
      ['指标', '单位', '目标'],
      ['发电量', '亿千瓦时', '120'],
      ['粮食产量', '万吨', '60'],
    ];
    const texts = rows.flatMap((row, at) =>
      row.map((text, x) => ({ text, x: 72 + x * 150, y: 700 - at * 20 })),
    );
    expect(await read(makePdf([{ texts }]))).toBe(rows.map((row) => row.join('\t')).join('\n'));
  });

  it('reads two columns of prose one after the other', async () => {
    const column = (x: number, sign: string) =>
      Array.from({ length: 12 }, (_, at) => ({ text: sign.repeat(17), x, y: 700 - 20 * at }));
    const text = await read(makePdf([{ texts: [...column(72, '左'), ...column(310, '右')] }]));
    expect(text.replaceAll('\n', '')).toBe('左'.repeat(17 * 12) + '右'.repeat(17 * 12));
  });

  const page = { texts: [{ text: '有文字的一页', x: 72, y: 700 }] };
  it.each([
    ['a scan', [{ picture: true }], 'document.scanned', 'p. 1'],
    ['a scanned page among others', [page, { picture: true }, page], 'document.scanned', 'p. 2'],
    ['blank pages only', [{}], 'document.noText', undefined],
  ])('refuses %s', async (_why, pages, code, place) => {
    expect(await readBytes(makePdf(pages), 'a.pdf')).toMatchObject({
      ok: false,
      code,
      params: place ? { place } : {},
    });
  });

  it('passes over a picture on the cover and a blank page, and says so', async () => {
    const notes = new Notes();
    await read(makePdf([{ picture: true }, page, {}, page]), notes);
    expect(notes.list().map(({ code, place }) => `${code} ${place}`)).toEqual([
      'pageBlank p. 3',
      'pageWithoutText p. 1',
    ]);
  });

  it('refuses an encrypted file', async () => {
    expect(await readBytes(makeEncryptedPdf('secret'), 'a.pdf')).toMatchObject({
      code: 'document.encrypted',
    });
  });

  it('never runs a script of the document', async () => {
    const catalogue = '/OpenAction << /S /JavaScript /JS (globalThis.wasRun = true) >>';
    expect(await read(makePdf([page], { catalogue }))).toBe('有文字的一页');
    expect(Reflect.get(globalThis, 'wasRun')).toBeUndefined();
  });
});
