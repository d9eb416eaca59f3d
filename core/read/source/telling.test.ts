// What each sign tells, and that a text is told sign by sign.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CLAUSE,
  DATE,
  ENDS,
  FIGURE,
  FULL_STOP,
  LABEL,
  LIST_COMMA,
  PARTS,
  tellingOf,
  toldIn,
} from './telling.ts';

describe('tellingOf', () => {
  it.each([
    ['a full stop ends sentence, clause and appointment', '。', ENDS | CLAUSE | PARTS | FULL_STOP],
    ['a comma only cuts a clause', '，', CLAUSE],
    ['a colon may end a label of owners', '：', CLAUSE | LABEL],
    ['、 parts a list', '、', LIST_COMMA],
    ['a digit may begin a figure', '7', FIGURE],
    ['年 may stand in a date', '年', DATE],
    ['most signs tell nothing', '市', 0],
  ])('%s', (_why, sign, told) => expect(tellingOf(sign)).toEqual(Uint16Array.of(told)));

  it('says of each sign what it says of it alone', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const alone = Array.from({ length: text.length }, (_, i) => tellingOf(text.charAt(i))[0]);
        expect([...tellingOf(text)]).toEqual(alone);
      }),
    ));

  it('a stretch tells what its signs tell', () => {
    const telling = tellingOf('到2025年,新增5个、');
    expect(toldIn(telling, 0, 6) & DATE).toBe(DATE);
    expect(toldIn(telling, 6, 11) & DATE).toBe(0);
  });
});
