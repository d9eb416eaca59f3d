// Pages that lost all their % signs, and pages that did not.
import { describe, expect, it } from 'vitest';
import { restoreLostPercents } from './lost-percent.ts';
import { findMentionsIn } from './scan.ts';
import { newSink, runningText } from './sink.ts';

function figures(text: string): string[] {
  const sink = newSink();
  findMentionsIn(text, 0, text.length, sink, runningText);
  restoreLostPercents(text, sink);
  return sink.mentions.map(({ value, unit, unitFrom }) => `${value} ${unit} ${unitFrom}`);
}

const lost = '工业增加值增长6.2,投资下降1.5,出口分别增长8.1、3.4。';

describe('lost percent signs', () => {
  it('come back after growth and along its lists', () => {
    expect(figures(lost)).toEqual(['6.2 % context', '1.5 % context', '8.1 % context', '3.4 % context']);
  });

  it('come back after the name of a share, also where the digits fitted no class', () => {
    expect(figures(`${lost}占全省比重12.5,满意率99,失业率控制在5以内,覆盖面保持50以上。`).slice(4)).toEqual([
      '12.5 % context',
      '99 % context',
      '5 % context',
      '50 % context',
    ]);
  });

  it('are not put where a number has its unit', () => {
    expect(figures(`${lost}新增3家、4所,倍差1.7`).slice(4)).toEqual(['3 家 text', '4 所 text', '1.7  text']);
  });

  it.each([
    ['one figure alone may lack its unit', '投资增长6.2,建成3座。'],
    ['where the page kept its signs', '投资增长6.2,出口增长3.1,消费增长2.2,税收增长5%。'],
  ])('are not inferred: %s', (_, text) => {
    expect(figures(text).some((figure) => figure.endsWith('% context'))).toBe(false);
  });

  it('leave lists pointing at their first member', () => {
    const text = `满意率99,${lost}满意率98`;
    const sink = newSink();
    findMentionsIn(text, 0, text.length, sink, runningText);
    restoreLostPercents(text, sink);
    expect(sink.mentions.map((mention) => mention.list)).toEqual([-1, -1, -1, 3, 3, -1]);
  });
});
