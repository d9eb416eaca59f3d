// Offsets of a reading: everything it names stands in the source where it says.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutStructure } from './block/cut-structure.ts';
import { locate, spanInSource } from './locate.ts';
import { foldText } from './source/fold-text.ts';

const nothing = { items: [], checks: [], unread: [], appointments: [] };
const noMentions = { mentions: [], neutrals: [], unread: [], appointments: [] };

describe('spans in the source', () => {
  it.each([
    // why                         source                     folded wording    printed wording
    ['spaces inside a figure', '共 1. 6 万 个。', '1.6万个', '1. 6 万 个'],
    ['full-width digits', '增长５．５％。', '5.5%', '５．５％'],
    ['pinyin inside', '中國(guó)人民', '中国人', '中國(guó)人'],
    ['a break inside', '产值稳定增长,达到357\n\n亿元。', '357亿元', '357\n\n亿元'],
    ['nothing of what follows', '建成5处 ** 。', '5处', '5处'],
  ])('%s', (_why, source, words, printed) => {
    const { folded } = cutStructure(foldText(source));
    const start = folded.text.indexOf(words);
    const span = spanInSource(folded, { start, end: start + words.length });
    expect(source.slice(span.start, span.end)).toBe(printed);
  });

  it('an empty span stays empty', () => {
    expect(spanInSource(foldText('全市'), { start: 1, end: 1 })).toEqual({ start: 1, end: 1 });
  });
});

describe('a located reading', () => {
  const source =
    '２０２４年　重点工作\n\n一、 工作目标\n\n序号\t指标\t目标\n1\t甲 某\t５\n2\t乙\t25\n\n（一）强化督查。抓好落实。\n';
  const reading = locate(cutStructure(foldText(source)), noMentions, nothing);

  it('headings are the printed words', () => {
    expect(reading.headings.map((one) => source.slice(one.start, one.end))).toEqual([
      '一、 工作目标',
      '（一）强化督查',
    ]);
    expect(reading.headings.map((one) => [one.level, one.num, one.title])).toEqual([
      [1, '一、', '工作目标'],
      [2, '(一)', '强化督查'],
    ]);
  });
  it('cells are the printed words', () => {
    const cells = reading.tables[0]?.rows.flatMap((row) => row.cells) ?? [];
    expect(cells.map((cell) => source.slice(cell.start, cell.end))).toEqual([
      '1',
      '甲 某',
      '５',
      '2',
      '乙',
      '25',
    ]);
  });
});

const line = fc.constantFrom(
  ...[
    '一、工作回顾',
    '(一)抓投资。推进5个项目。',
    '1. 全市',
    '全市生产总值增长５．５%,其中',
    '亿元。',
    '— 3 —',
    '',
    '¹ 剔除因素。',
    '收入3亿元¹',
  ],
  ...[
    '序号\t指标\t目标',
    '1\t甲\t5',
    '2\t乙\t',
    '|甲|乙|',
    '|1|2|',
    '责任单位:市发改委二、安排',
    '表1 目标',
    '注:无。',
    '目录',
    '临政函〔2024〕3号',
  ],
);

it('every block of any mixture of lines stands within the text, in order, and maps into the source', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 24 }), (lines) => {
      const source = lines.join('\n');
      const structure = cutStructure(foldText(source));
      const { text, at } = structure.folded;
      expect(at.length).toBe(text.length + 1);
      let last = 0;
      for (const block of structure.blocks) {
        expect(block.start).toBeGreaterThanOrEqual(last);
        expect(block.end).toBeGreaterThanOrEqual(block.start);
        expect(block.end).toBeLessThanOrEqual(text.length);
        last = block.end;
        for (let i = block.start + 1; i < block.end; i += 1) expect(at[i]).toBeGreaterThan(at[i - 1] ?? -1);
      }
    }),
    { numRuns: 400 },
  );
});
