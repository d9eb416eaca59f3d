import { describe, expect, it } from 'vitest';
import { readTextItems } from './read-text-items.ts';
import { sampleOf } from './structure.fixture.ts';

/** Time for a text, the least of five: a machine that is taken away for a while makes single ones long. */
function milliseconds(lines: readonly string[], kind: 'policyPackage' | 'workReport'): number {
  const sample = sampleOf(lines, { kind, year: 2025 });
  const times = [1, 2, 3, 4, 5].map(() => {
    const start = performance.now();
    readTextItems(sample.structure, sample.mentions);
    return performance.now() - start;
  });
  return Math.min(...times);
}

describe('reading takes time in step with the text', () => {
  it.each([
    ['one endless list', '甲项目5个、'],
    ['one endless clause', '快于面上的投资和'],
    ['brackets that never close', '(新增3个'],
    ['awards without an end', '对企业给予最高5万元奖励'],
    ['owners without an end', '责任单位:甲局、'],
    ['quotes that never close', '“推进8项'],
  ])('%s', (_why, piece) => {
    const time = (times: number): number =>
      milliseconds([`(一)支持。${piece.repeat(times)}`], 'policyPackage');
    // Eight times the text: quadratic reading would take 64 times as long, and would do so again; a busy machine would not.
    const ratio = (): number => time(8000) / Math.max(2, time(1000));
    expect([1, 2, 3, 4].some(() => ratio() < 28)).toBe(true);
  });
});

describe('names', () => {
  it('neither the title nor a chapter with its count promises anything', () => {
    const title = '关于2025年实施12项民生实事的通知';
    const lines = [title, '一、促进就业(3项)', '1.新增就业岗位200个。', '2.举办招聘会5场。'];
    const { structure, mentions } = sampleOf(lines, { kind: 'livelihoodList', title, year: 2025 });
    const { items } = readTextItems(structure, mentions);
    expect(items.filter(({ kind }) => kind === 'target').map(({ value }) => value)).toEqual([200, 5]);
  });
});

describe('every item', () => {
  it('lies inside the text and is not empty', () => {
    const { structure, mentions, text } = sampleOf(
      [
        '一、2024年工作回顾',
        '建成食堂30家、驿站20个,覆盖率达到85%。',
        '二、2025年工作安排',
        '新增食堂40家,收入与经济增长同步。',
      ],
      { kind: 'workReport', year: 2025 },
    );
    const { items } = readTextItems(structure, mentions);
    expect(items.length).toBe(5);
    expect(
      items.filter((item) => item.start < 0 || item.end > text.length || item.end <= item.start),
    ).toEqual([]);
  });
});
