import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from 'docx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Notes } from '../note.ts';
import { readBytes } from '../read-bytes.ts';
import { readDocx } from './read-docx.ts';

type Children = NonNullable<ConstructorParameters<typeof Document>[0]['sections'][number]['children']>;

async function docx(children: Children, more: Partial<ConstructorParameters<typeof Document>[0]> = {}) {
  return new Uint8Array(await Packer.toBuffer(new Document({ ...more, sections: [{ children }] })));
}
const read = (bytes: Uint8Array, notes = new Notes()) => readDocx(bytes, notes);
const line = (text: string) => new Paragraph(text);

const level = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: at,
  format,
  text,
  alignment: AlignmentType.START,
});
const numbering = {
  config: [
    {
      reference: 'outline',
      levels: [
        level(0, LevelFormat.CHINESE_COUNTING, '%1、'),
        level(1, LevelFormat.CHINESE_COUNTING, '（%2）'),
        level(2, LevelFormat.DECIMAL, '%3.'),
      ],
    },
  ],
};
const numbered = (text: string, at: number, instance = 0) =>
  new Paragraph({ text, numbering: { reference: 'outline', level: at, instance } });

describe('docx', () => {
  it('prints automatic numbers of every level and restarts the deeper ones', async () => {
    const text = await read(
      await docx(
        [
          numbered('总体要求', 0),
          numbered('主要目标', 0),
          numbered('经济', 1),
          numbered('2025年增长5%', 2),
          numbered('就业', 2),
          numbered('民生', 1),
          numbered('托位', 2),
        ],
        { numbering },
      ),
    );
    expect(text.split('\n')).toEqual([
      '一、总体要求',
      '二、主要目标',
      '（一）经济',
      '1. 2025年增长5%',
      '2. 就业',
      '（二）民生',
      '1. 托位',
    ]);
  });

  it('starts anew where a list overrides its start', async () => {
    const text = await read(
      await docx([numbered('甲', 0, 1), numbered('乙', 0, 1), numbered('丙', 0, 2)], { numbering }),
    );
    expect(text.split('\n')).toEqual(['一、甲', '二、乙', '一、丙']);
  });

  it('prints tables as tab rows with merged cells filled', async () => {
    const cell = (text: string, more = {}) => new TableCell({ children: [line(text)], ...more });
    const table = new Table({
      rows: [
        new TableRow({
          children: [
            cell('指标', { verticalMerge: VerticalMergeType.RESTART }),
            cell('目标', { columnSpan: 2 }),
          ],
        }),
        new TableRow({
          children: [cell('', { verticalMerge: VerticalMergeType.CONTINUE }), cell('2024年'), cell('2025年')],
        }),
        new TableRow({
          children: [
            cell('绿化', { verticalMerge: VerticalMergeType.RESTART }),
            cell('10公顷'),
            cell('12公顷'),
          ],
        }),
        new TableRow({
          children: [cell('', { verticalMerge: VerticalMergeType.CONTINUE }), cell('20处'), cell('22处')],
        }),
        new TableRow({ children: [cell('注：数据为初步统计', { columnSpan: 3 })] }),
      ],
    });
    expect((await read(await docx([line('表前'), table, line('表后')]))).split('\n')).toEqual([
      '表前',
      '',
      '指标\t目标\t目标',
      '指标\t2024年\t2025年',
      '绿化\t10公顷\t12公顷',
      '绿化\t20处\t22处',
      '注：数据为初步统计',
      '',
      '表后',
    ]);
  });

  it('puts a footnote under its paragraph, with a sign that cannot join the number before it', async () => {
    const body = [
      new Paragraph({ children: [new TextRun('增长2.7%'), new FootnoteReferenceRun(1), new TextRun('。')] }),
      line('下一段'),
    ];
    const text = await read(await docx(body, { footnotes: { 1: { children: [line('按可比价格计算')] } } }));
    expect(text.split('\n').map((one) => one.trim())).toEqual(['增长2.7%①。', '①按可比价格计算', '下一段']);
  });

  it('raises superscript digits, keeps line breaks and drops hidden text with a note', async () => {
    const notes = new Notes();
    const children = [
      new TextRun('绿地500m'),
      new TextRun({ text: '2', superScript: true }),
      new TextRun({ text: '密', vanish: true }),
      new TextRun({ text: '次行', break: 1 }),
    ];
    expect(await read(await docx([new Paragraph({ children })]), notes)).toBe('绿地500m²\n次行');
    expect(notes.list()).toEqual([{ code: 'hiddenText', place: '密' }]);
  });

  it('names a script link and leaves an ordinary one alone', async () => {
    const notes = new Notes();
    const links = ['https://example.org/a', 'javascript:alert(1)'].map(
      (target) =>
        new Paragraph({
          children: [new ExternalHyperlink({ link: target, children: [new TextRun('链接')] })],
        }),
    );
    expect(await read(await docx(links), notes)).toBe('链接\n链接');
    expect(notes.list()).toEqual([{ code: 'externalIgnored', place: 'hyperlink: javascript:alert(1)' }]);
  });
});

/** A document of hand-written XML, for what the writer library cannot be made to do. */
function raw(body: string, more: Record<string, string> = {}): Uint8Array {
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<w:document ${w} xmlns:mc="mc" xmlns:wps="wps" xmlns:v="v"><w:body>${body}</w:body></w:document>`,
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

describe('docx by hand', () => {
  it.each([
    [
      'deleted text is gone, inserted text stays',
      '<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins></w:p>',
      '新',
    ],
    [
      'a text box is read once, not again in its fallback',
      '<w:p><w:r><w:t>主</w:t><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>',
      '主\n框',
    ],
    [
      'field codes are not text, their result is',
      '<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>3</w:t></w:r></w:p>',
      '3',
    ],
    [
      'tab stops are no tabs, tabs become spaces',
      '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r></w:p>',
      '甲 乙',
    ],
    [
      'a nested table becomes part of its cell',
      '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>外</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>内1</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>内2</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:tc><w:tc><w:p><w:r><w:t>旁</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>下</w:t></w:r></w:p></w:tc><w:tc/></w:tr></w:tbl>',
      '外 内1 内2\t旁\n下\t',
    ],
  ])('%s', (_why, body, expected) => {
    expect(readDocx(raw(body), new Notes())).toBe(expected);
  });

  it('keeps the paragraphs inside a frame', () => {
    const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
    expect(readDocx(raw(`<w:tbl><w:tr><w:tc>${p('甲')}${p('乙')}</w:tc></w:tr></w:tbl>`), new Notes())).toBe(
      '甲\n乙',
    );
  });

  it('fetches nothing a document wants loaded, and lists it', () => {
    const external = (type: string, target: string) =>
      `<Relationship Id="${type}" Type="x/${type}" Target="${target}" TargetMode="External"/>`;
    const notes = new Notes();
    const text = readDocx(
      raw('<w:p><w:r><w:t>甲</w:t></w:r></w:p><w:altChunk/>', {
        'word/_rels/document.xml.rels': `<R>${external('image', 'http://127.0.0.1:1/x.png')}${external('oleObject', 'file:///etc/passwd')}</R>`,
        'word/_rels/settings.xml.rels': `<R>${external('attachedTemplate', 'http://127.0.0.1:1/x.dotm')}</R>`,
      }),
      notes,
    );
    expect(text).toBe('甲');
    expect(notes.list().map(({ place }) => place)).toEqual([
      'image: http://127.0.0.1:1/x.png',
      'oleObject: file:///etc/passwd',
      'attachedTemplate: http://127.0.0.1:1/x.dotm',
      'altChunk',
    ]);
  });

  it('takes the numbers of headings from their styles', () => {
    const rels =
      '<Relationships><Relationship Id="1" Type="x/styles" Target="styles.xml"/><Relationship Id="2" Type="x/numbering" Target="numbering.xml"/></Relationships>';
    const styles =
      '<w:styles xmlns:w="w"><w:style w:styleId="1"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style><w:style w:styleId="2"><w:basedOn w:val="1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style></w:styles>';
    const levels = ['第%1章', '%1.%2']
      .map(
        (text, at) =>
          `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${at ? 'decimal' : 'chineseCountingThousand'}"/>${at ? '<w:isLgl/>' : ''}<w:lvlText w:val="${text}"/></w:lvl>`,
      )
      .join('');
    const lists = `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="3">${levels}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>`;
    const p = (style: number, text: string) =>
      `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const bytes = raw(p(1, '总则') + p(2, '范围') + p(2, '对象') + p(1, '附则') + p(2, '施行'), {
      'word/_rels/document.xml.rels': rels,
      'word/styles.xml': styles,
      'word/numbering.xml': lists,
    });
    expect(readDocx(bytes, new Notes()).split('\n')).toEqual([
      '第一章 总则',
      '1.1 范围',
      '1.2 对象',
      '第二章 附则',
      '2.1 施行',
    ]);
  });

  const entity = '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
  it.each([
    [
      'an external entity in the body',
      raw('').length > 0 ? { 'word/document.xml': `${entity}<w>&x;</w>` } : {},
      'word/document.xml',
    ],
    [
      'a parameter entity',
      { 'word/document.xml': '<!DOCTYPE w [<!ENTITY % p SYSTEM "http://127.0.0.1:1/x">%p;]><w/>' },
      'word/document.xml',
    ],
    [
      'a billion laughs',
      { 'word/document.xml': `<!DOCTYPE w [<!ENTITY a "aa"><!ENTITY b "${'&a;'.repeat(10)}">]><w>&b;</w>` },
      'word/document.xml',
    ],
    [
      'an external DTD',
      { 'word/document.xml': '<!DOCTYPE w SYSTEM "http://127.0.0.1:1/x.dtd"><w/>' },
      'word/document.xml',
    ],
    ['a part that is never parsed', { 'word/settings.xml': `${entity}<w/>` }, 'word/settings.xml'],
    [
      'XInclude',
      {
        'word/document.xml':
          '<w xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="file:///etc/passwd"/></w>',
      },
      'word/document.xml XInclude',
    ],
  ])('refuses %s', async (_why, parts, place) => {
    expect(await readBytes(raw('<w:p/>', parts), 'a.docx')).toEqual({
      ok: false,
      code: 'document.entityForbidden',
      params: { place },
    });
  });

  it('says damaged for XML that is not well formed, with the part', async () => {
    expect(await readBytes(raw('<w:p>'), 'a.docx')).toMatchObject({
      code: 'document.damaged',
      params: { place: 'word/document.xml' },
    });
  });
});
