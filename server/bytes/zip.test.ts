import { describe, expect, it } from 'vitest';
import { limits } from './limits.ts';
import { readBytes } from './read-bytes.ts';
import { makeZip } from './zip.fixture.ts';
import { openArchive } from './zip.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const zeros = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024);
const content = { name: '[Content_Types].xml', data: bytes('<Types/>') };
const body = {
  name: 'word/document.xml',
  data: bytes('<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>正文</w:t></w:r></w:p></w:body></w:document>'),
};
const refused = (place: RegExp) => ({
  ok: false,
  code: 'document.archiveTooLarge',
  params: { place: expect.stringMatching(place) },
});

describe('archives', () => {
  it('reads an honest one', async () => {
    expect(await readBytes(makeZip([content, body]), 'a.docx')).toMatchObject({
      ok: true,
      value: { text: '正文' },
    });
  });

  it.each([
    [
      'a flat bomb: 100 MB out of 100 KB',
      makeZip([content, body, { name: 'word/x.bin', data: zeros(100) }]),
      /x\.bin/,
    ],
    [
      'many entries that are harmless one by one',
      makeZip([content, ...Array.from({ length: 260 }, (_, at) => ({ name: `word/${at}`, data: zeros(1) }))]),
      /MB|zip/,
    ],
    [
      'entries that share one body',
      makeZip([
        content,
        body,
        { name: 'word/a', data: bytes('x'.repeat(2000)) },
        { name: 'word/b', data: bytes('x'.repeat(2000)), shares: 2 },
      ]),
      /overlap/,
    ],
    [
      'more entries than allowed',
      makeZip([
        content,
        ...Array.from({ length: limits.entries }, (_, at) => ({ name: `word/${at}`, data: bytes('x') })),
      ]),
      /2001 entries/,
    ],
    ['65,535 entries', makeZip([content, body], { count: 0xffff }), /ZIP64/],
    ['a size of ZIP64', makeZip([content, { ...body, size: 0xffffffff }]), /ZIP64/],
    [
      'a header that declares too little',
      makeZip([content, { ...body, data: zeros(30), size: 1000 }]),
      /declared 1000 bytes/,
    ],
  ])('refuses %s', async (_why, archive, place) => {
    const before = process.memoryUsage().rss;
    expect(await readBytes(archive, 'a.docx')).toMatchObject(refused(place));
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
  });

  it.each([
    ['a header that declares too much', makeZip([content, { ...body, size: 5000 }])],
    ['a wrong checksum', makeZip([content, { ...body, crc: 1 }])],
    ['two entries of one name', makeZip([content, body, body])],
    ['fewer entries declared than there are', makeZip([content, body], { count: 1 })],
    ['an unknown method', makeZip([content, { ...body, method: 12 }])],
    ['a file cut short', makeZip([content, body]).slice(0, 120)],
    ['a directory cut away', makeZip([content, body]).slice(0, -30)],
  ])('calls %s damaged', async (_why, archive) => {
    expect(await readBytes(archive, 'a.docx')).toMatchObject({ ok: false, code: 'document.damaged' });
  });

  it('calls an encrypted entry encrypted', async () => {
    expect(await readBytes(makeZip([content, { ...body, flags: 1 }]), 'a.docx')).toMatchObject({
      code: 'document.encrypted',
    });
  });

  it('never opens an archive inside an archive', async () => {
    const inner = makeZip([{ name: 'bomb', data: zeros(50) }]);
    const archive = makeZip([content, body, { name: 'word/embeddings/inner.zip', data: inner }]);
    expect(await readBytes(archive, 'a.docx')).toMatchObject({ ok: true, value: { text: '正文' } });
    const plain = makeZip([{ name: 'a.docx', data: archive }]);
    expect(await readBytes(plain, 'a.zip')).toMatchObject({ code: 'document.typeUnknown' });
  });

  it('keeps names as they are and never makes a path of them', () => {
    const names = ['../../etc/passwd', 'C:\\x', 'CON', 'a\u202eb', '长'.repeat(300)];
    expect(
      openArchive(makeZip(names.map((name) => ({ name, data: bytes('x'), flags: 0x800 })))).names,
    ).toEqual(names);
  });
});
