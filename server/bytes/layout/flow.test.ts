import { describe, expect, it } from 'vitest';
import { flowText } from './flow.ts';
import type { Page, Piece, Rule } from './piece.ts';
import { withoutRadicals } from './radical.ts';

const piece = (text: string, x: number, y: number, size = 12): Piece => ({
  text,
  x,
  y,
  size,
  width: [...text].reduce((sum, sign) => sum + (sign < '\u2e80' ? size / 2 : size), 0),
});
const page = (pieces: readonly Piece[], rules: readonly Rule[] = []): Page => ({
  width: 595,
  height: 842,
  pieces,
  rules,
});
const full = (sign: string, x: number, y: number) => piece(sign.repeat(Math.round((504 - x) / 12)), x, y);

/** Two columns and one row from `top` to `bottom`. */
const frame = (top: number, bottom: number): Rule[] => [
  ...[top, bottom].map((y) => ({ x1: 72, x2: 500, y1: y, y2: y })),
  ...[72, 200, 500].map((x) => ({ x1: x, x2: x, y1: top, y2: bottom })),
];

describe('flow of text over lines and pages', () => {
  it.each([
    [
      'a full line goes on in the next',
      [full('甲', 72, 100), piece('乙。', 72, 120)],
      `${'甲'.repeat(36)}乙。`,
    ],
    [
      'an indented line begins a paragraph',
      [full('甲', 72, 100), full('乙', 96, 120), full('丙', 72, 140), piece('丁。', 96, 160)],
      `${'甲'.repeat(36)}\n${'乙'.repeat(34)}${'丙'.repeat(36)}\n丁。`,
    ],
    [
      'a short line ends one',
      [full('甲', 72, 100), piece('乙', 72, 120), piece('丙', 72, 140)],
      `${'甲'.repeat(36)}乙\n丙`,
    ],
    [
      'another size is another paragraph',
      [full('甲', 72, 100), piece('注', 72, 120, 9)],
      `${'甲'.repeat(36)}\n注`,
    ],
    ['a great gap is a break', [full('甲', 72, 100), piece('乙', 72, 180)], `${'甲'.repeat(36)}\n乙`],
    [
      'numbers broken by a line are whole again',
      [piece(`${'甲'.repeat(34)}357`, 72, 100), piece('亿元', 72, 120)],
      `${'甲'.repeat(34)}357亿元`,
    ],
    [
      'letters keep a space',
      [piece(`${'甲'.repeat(33)}annual`, 72, 100), piece('plan', 72, 120)],
      `${'甲'.repeat(33)}annual plan`,
    ],
    ['a spaced title is one text', [piece('目', 250, 100), piece('录', 290, 100)], '目 录'],
    [
      'a raised digit does not join the number',
      [piece('增长2.7%', 72, 100), piece('1', 120, 95, 7), piece('，', 124, 100)],
      '增长2.7%¹，',
    ],
    ['a raised sign stays in its line', [piece('增长2.7%', 72, 100), piece('①', 120, 95, 7)], '增长2.7%①'],
  ])('%s', (_why, pieces, text) => {
    expect(flowText([page(pieces)])).toBe(text);
  });

  it('keeps a running head once', () => {
    const pages = [1, 2, 3, 4].map((number) =>
      page([
        piece(`某市公报 ${number}`, 72, 40),
        piece(`正文${'甲乙丙丁'[number - 1]}`, 72, 100),
        piece(`— ${number} —`, 280, 810),
      ]),
    );
    expect(flowText(pages)).toBe('某市公报 1\n正文甲\n正文乙\n正文丙\n正文丁');
  });

  it('keeps lines that return in the text', () => {
    const pages = [1, 2, 3].map(() => page([piece('新增托位500个', 72, 150)]));
    expect(flowText(pages)).toBe(Array(3).fill('新增托位500个').join('\n'));
  });

  it('joins a row that a page break cut in two, and one table over two pages', () => {
    const first = page([piece('12', 80, 780), piece('完成初验并', 210, 780)], frame(760, 790));
    const rest = page(
      [piece('投入使用。', 210, 100), piece('13', 80, 130), piece('开工', 210, 130)],
      [...frame(80, 110), ...frame(110, 140)],
    );
    expect(flowText([first, rest])).toBe('12\t完成初验并投入使用。\n13\t开工');
  });

  it('does not join a row of its own', () => {
    const first = page([piece('12', 80, 780), piece('完成初验。', 210, 780)], frame(760, 790));
    const rest = page(
      [piece('另一项', 210, 100), piece('13', 80, 130), piece('开工', 210, 130)],
      [...frame(80, 110), ...frame(110, 140)],
    );
    expect(flowText([first, rest]).split('\n')).toEqual(['12\t完成初验。', '\t另一项', '13\t开工']);
  });

  it('gives radicals back as signs', () => {
    expect(withoutRadicals('⼈⺠⽣活⻓期⼾数⸺⻋⻔')).toBe('人民生活长期户数——车门');
  });
});
