// Thousands of broken files of every format: each is read or refused with a known code; nothing throws, nothing hangs.
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { problemText } from '../../core/vocabulary/problem.ts';
import { encode } from './encode.fixture.ts';
import { makeOfd } from './ofd.fixture.ts';
import { makePdf } from './pdf/pdf.fixture.ts';
import { readBytes } from './read-bytes.ts';
import { makeZip } from './zip.fixture.ts';

const prose = '一、主要目标\n地区生产总值增长5.5%左右，城镇新增就业20万人。\n指标\t目标\n托位\t500个\n';
const utf8 = (content: string) => new TextEncoder().encode(content);

async function wholeFiles(): Promise<Record<string, Uint8Array>> {
  const cell = (content: string) => new TableCell({ children: [new Paragraph(content)] });
  const table = new Table({ rows: [new TableRow({ children: [cell('托位'), cell('500个')] })] });
  const document = new Document({ sections: [{ children: [new Paragraph('目标'), table] }] });
  const sheet = await writeXlsxFile([[{ value: '托位' }, { value: 500 }]]).toBuffer();
  return {
    'a.txt': utf8(prose),
    'gb.txt': encode(prose, 'gb18030'),
    'a.html': utf8(
      `<html><h1>目标</h1><table><tr><td rowspan=2>甲</td><td>1</td></tr><tr><td>2</td></tr></table>${prose}</html>`,
    ),
    'a.docx': new Uint8Array(await Packer.toBuffer(document)),
    'a.xlsx': new Uint8Array(sheet),
    'a.ofd': makeOfd([{ texts: [{ text: '新增托位500个', x: 30, y: 30 }], lines: [[30, 30, 90, 30]] }]),
    'a.pdf': makePdf([{ texts: [{ text: '新增托位500个', x: 72, y: 700 }], lines: [[72, 690, 300, 690]] }]),
  };
}

/** A few bytes changed, a stretch cut out, doubled or zeroed. */
const mutation = fc.record({
  kind: fc.constantFrom('set', 'cut', 'double', 'zero', 'end'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(64),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 6 }),
});
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutate(whole: Uint8Array, changes: readonly Mutation[]): Uint8Array {
  let bytes = whole;
  for (const { kind, at, length, bytes: given } of changes) {
    const from = Math.floor(at * bytes.length);
    const [before, middle, after] = [
      bytes.subarray(0, from),
      bytes.subarray(from, from + length),
      bytes.subarray(from + length),
    ];
    if (kind === 'end') bytes = before;
    else if (kind === 'cut') bytes = Uint8Array.from([...before, ...after]);
    else if (kind === 'double') bytes = Uint8Array.from([...before, ...middle, ...middle, ...after]);
    else if (kind === 'zero') bytes = Uint8Array.from([...before, ...middle.map(() => 0), ...after]);
    else bytes = Uint8Array.from(bytes, (byte, index) => given[index - from] ?? byte);
  }
  return bytes;
}

async function judge(bytes: Uint8Array, name: string): Promise<void> {
  const read = await readBytes(bytes, name);
  if (!read.ok) expect(problemText[read.code]).toBeDefined();
  else expect(read.value.text).not.toMatch(/[\0\uFFFD\p{Surrogate}]/u);
}

const runs: Readonly<Record<string, number>> = {
  'a.txt': 2000,
  'gb.txt': 2000,
  'a.html': 1500,
  'a.docx': 800,
  'a.xlsx': 1500,
  'a.ofd': 1500,
  'a.pdf': 250,
};

// Twelve seconds on an idle machine; a busy one may take its time.
describe('mutated files', { timeout: 120_000 }, async () => {
  const files = await wholeFiles();
  for (const [name, whole] of Object.entries(files))
    it(`${name}: ${runs[name]} mutations, none uncaught`, async () => {
      expect((await readBytes(whole, name)).ok).toBe(true);
      const changes = fc.array(mutation, { minLength: 1, maxLength: 4 });
      await fc.assert(
        fc.asyncProperty(changes, (list) => judge(mutate(whole, list), name)),
        { numRuns: runs[name] ?? 100 },
      );
    });

  const xmlOf: Readonly<Record<string, (xml: Uint8Array) => Uint8Array>> = {
    'a.docx': (xml) =>
      makeZip([
        { name: '[Content_Types].xml', data: utf8('<T/>') },
        { name: 'word/document.xml', data: xml },
      ]),
    'a.xlsx': (xml) =>
      makeZip([
        { name: '[Content_Types].xml', data: utf8('<T/>') },
        { name: 'xl/workbook.xml', data: utf8('<w xmlns:r="r"><sheet name="a" r:id="1"/></w>') },
        {
          name: 'xl/_rels/workbook.xml.rels',
          data: utf8('<R><Relationship Id="1" Target="worksheets/s.xml"/></R>'),
        },
        { name: 'xl/worksheets/s.xml', data: xml },
      ]),
  };
  const seeds: Readonly<Record<string, string>> = {
    'a.docx':
      '<w:d xmlns:w="w"><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl></w:d>',
    'a.xlsx':
      '<s><row r="1"><c r="A1" s="1"><v>5</v></c><c t="inlineStr"><is><t>甲</t></is></c></row><mergeCells><mergeCell ref="A1:B9"/></mergeCells></s>',
  };
  for (const [name, wrap] of Object.entries(xmlOf))
    it(`${name}: XML mutated inside an honest archive`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), (list) =>
          judge(wrap(mutate(utf8(seeds[name] ?? ''), list)), name),
        ),
        { numRuns: 600 },
      );
    });
});
