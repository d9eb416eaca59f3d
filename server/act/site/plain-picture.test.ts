// What a camera writes into a picture goes, the picture stays.
import { describe, expect, it } from 'vitest';
import { plainPicture } from './plain-picture.ts';

const segment = (marker: number, text: string): Buffer => {
  const body = Buffer.from(text, 'latin1');
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};
const jpeg = (...parts: readonly Buffer[]): Buffer => Buffer.concat([Buffer.from([0xff, 0xd8]), ...parts]);
const scan = Buffer.concat([segment(0xda, 'scan'), Buffer.from('PIXELS'), Buffer.from([0xff, 0xd9])]);
const chunk = (kind: string, text: string): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  return Buffer.concat([length, Buffer.from(`${kind}${text}`, 'latin1'), Buffer.alloc(4)]);
};
const sign = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const text = (bytes: Buffer): string => {
  const plain = plainPicture(bytes);
  return plain.ok ? plain.value.bytes.toString('latin1') : plain.code;
};

describe('a picture', () => {
  it('loses Exif, XMP, comments and what hangs behind it (JPEG)', () => {
    const kept = text(
      jpeg(
        segment(0xe0, 'JFIF'),
        segment(0xe1, 'Exif GPS'),
        segment(0xfe, 'owner'),
        segment(0xdb, 'table'),
        scan,
        Buffer.from('FILM'),
      ),
    );
    expect(kept).toMatch(/JFIF.*table.*scanPIXELS/s);
    expect(kept).not.toMatch(/GPS|owner|FILM/);
  });
  it('loses text and Exif chunks (PNG)', () => {
    const kept = text(
      Buffer.concat([
        sign,
        chunk('IHDR', 'size'),
        chunk('tEXt', 'owner'),
        chunk('eXIf', 'GPS'),
        chunk('IDAT', 'pixels'),
        chunk('IEND', ''),
      ]),
    );
    expect(kept).toMatch(/IHDRsize.*IDATpixels.*IEND/s);
    expect(kept).not.toMatch(/owner|GPS/);
  });
  it.each([
    ['a program under the name of a picture', Buffer.from('MZ program'), 'photo.typeUnknown'],
    ['an SVG, which could carry a script', Buffer.from('<svg onload="x()"/>'), 'photo.typeUnknown'],
    ['a JPEG without an end', jpeg(segment(0xe0, 'JFIF'), segment(0xda, 'scan')), 'photo.damaged'],
    [
      'a JPEG whose segment is longer than the file',
      jpeg(Buffer.from([0xff, 0xe1, 0xff, 0xff])),
      'photo.damaged',
    ],
    ['a PNG without an end', Buffer.concat([sign, chunk('IHDR', 'size')]), 'photo.damaged'],
  ])('%s is refused', (_why, bytes, code) => expect(text(bytes)).toBe(code));
});
