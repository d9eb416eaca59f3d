import { describe, expect, it } from 'vitest';
import { decodeText, type Encoding, firstInvalid } from './charset.ts';
import { encode } from './encode.fixture.ts';
import { Notes } from './note.ts';
import { readBytes } from './read-bytes.ts';

const simplified = '一、主要目标\r\n地区生产总值增长5.5%左右，城镇新增就业20万人，各项民生实事按期完成。\n';
const traditional = '一、主要目標\r\n地區生產總值增長5.5%左右，城鎮新增就業20萬人，各項民生實事按期完成。\n';
const utf8 = (text: string) => new TextEncoder().encode(text);
const marked = (mark: number[], bytes: Uint8Array) => Uint8Array.from([...mark, ...bytes]);
const decode = (bytes: Uint8Array, more: { encoding?: Encoding; html?: boolean } = {}) =>
  decodeText(bytes, new Notes(), more);

describe('encodings', () => {
  it.each([
    ['UTF-8', utf8(simplified), 'utf-8', simplified],
    ['UTF-8 with mark', marked([0xef, 0xbb, 0xbf], utf8(simplified)), 'utf-8', simplified],
    ['GB18030', encode(simplified, 'gb18030'), 'gb18030', simplified],
    ['GB18030 with a sign of four bytes', encode(`${simplified}𠮷`, 'gb18030'), 'gb18030', `${simplified}𠮷`],
    ['Big5, every pair of which GB18030 knows too', encode(traditional, 'big5'), 'big5', traditional],
    ['traditional signs in GB18030', encode(traditional, 'gb18030'), 'gb18030', traditional],
    ['UTF-16LE with mark', marked([0xff, 0xfe], encode(simplified, 'utf-16le')), 'utf-16le', simplified],
    ['UTF-16BE with mark', marked([0xfe, 0xff], encode(simplified, 'utf-16be')), 'utf-16be', simplified],
    ['UTF-16LE by its NULs', encode(simplified, 'utf-16le'), 'utf-16le', simplified],
    ['UTF-16BE by its NULs', encode(simplified, 'utf-16be'), 'utf-16be', simplified],
    ['plain ASCII', utf8('GDP +5.5%'), 'utf-8', 'GDP +5.5%'],
  ])('%s is decoded exactly', (_why, bytes, encoding, text) => {
    expect(decode(bytes)).toEqual({ text, encoding });
  });

  const gb = encode(simplified, 'gb18030');
  it.each([
    ['UTF-8 cut in a sign', utf8('甲乙').slice(0, 5), 3, 'UTF-8'],
    [
      'UTF-8 with GB18030 in the middle',
      Uint8Array.from([...utf8(simplified), ...encode('镇', 'gb18030'), ...utf8(simplified)]),
      utf8(simplified).length,
      'UTF-8',
    ],
    ['GB18030 cut in a sign', gb.slice(0, 1 + gb.indexOf(0xa3)), gb.indexOf(0xa3), 'GB18030'],
    ['GB18030 with a byte that begins nothing', Uint8Array.from([...gb, 0xff, 0x41]), gb.length, 'GB18030'],
    ['a NUL among letters', utf8('abc\0def'), 3, 'UTF-8'],
    ['a replacement character left by an earlier conversion', utf8('甲\uFFFD乙'), 3, 'UTF-8'],
    [
      'half a surrogate pair in UTF-16',
      marked([0xff, 0xfe], Uint8Array.of(0x41, 0, 0, 0xd8, 0x42, 0)),
      4,
      'UTF-16LE',
    ],
    ['a surrogate written in UTF-8', Uint8Array.of(0x41, 0xed, 0xa0, 0x80, 0x42), 1, 'UTF-8'],
    ['an odd byte at the end of UTF-16', marked([0xff, 0xfe], Uint8Array.of(0x41, 0, 0x42)), 4, 'UTF-16LE'],
  ])('%s is refused with its byte', async (_why, bytes, offset, encoding) => {
    expect(await readBytes(bytes, 'a.txt')).toEqual({
      ok: false,
      code: 'document.encodingUnknown',
      params: { offset: String(offset), encoding },
    });
  });

  it('obeys the user', async () => {
    expect(decode(encode(traditional, 'big5'), { encoding: 'big5' }).text).toBe(traditional);
    expect(await readBytes(encode('镇街', 'gb18030'), 'a.txt', { encoding: 'utf-8' })).toMatchObject({
      code: 'document.encodingUnknown',
      params: { offset: '0', encoding: 'UTF-8' },
    });
  });

  it('obeys what a page declares, unless the bytes are valid UTF-8', () => {
    const page = (charset: string) => `<meta charset="${charset}"><p>目标</p>`;
    expect(decode(encode(page('gb2312'), 'gb18030'), { html: true }).encoding).toBe('gb18030');
    expect(decode(encode('<meta charset="big5"><p>目標</p>', 'big5'), { html: true }).encoding).toBe('big5');
    expect(decode(utf8(page('gb2312')), { html: true }).encoding).toBe('utf-8');
  });

  it('decodes every two-byte and a sweep of four-byte sequences of GB18030 as the platform does, or refuses', () => {
    for (let lead = 0x81; lead <= 0xfe; lead++)
      for (let trail = 0x30; trail <= 0xfe; trail++) {
        const bytes = Uint8Array.of(0x41, lead, trail, ...(trail < 0x40 ? [0x81, 0x30] : []));
        const invalid = firstInvalid(bytes, 'gb18030');
        if (invalid === bytes.length)
          expect(new TextDecoder('gb18030').decode(bytes)).not.toContain('\uFFFD');
        else expect(invalid).toBeLessThanOrEqual(3);
      }
  });
});
