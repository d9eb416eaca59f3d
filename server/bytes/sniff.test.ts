import { describe, expect, it } from 'vitest';
import { limits } from './limits.ts';
import { makePdf } from './pdf/pdf.fixture.ts';
import { readBytes } from './read-bytes.ts';
import { makeZip } from './zip.fixture.ts';

const text = (content: string) => new TextEncoder().encode(content);
const latin = (content: string) => Uint8Array.from(content, (sign) => sign.charCodeAt(0));
const pdf = makePdf([{ texts: [{ text: '目标', x: 72, y: 700 }] }]);
const ole = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

describe('what a file is', () => {
  it.each([
    ['an empty file', new Uint8Array(), 'a.txt', 'document.empty'],
    ['white space only', text(' \n\t'), 'a.txt', 'document.noText'],
    ['one byte too many', new Uint8Array(limits.uploadBytes + 1), 'a.txt', 'document.tooLarge'],
    ['an old Word file', latin(`${ole}${'\0'.repeat(600)}`), '报告.doc', 'document.typeUnknown'],
    ['an old Word file without a name', latin(`${ole}${'\0'.repeat(600)}`), '-', 'document.typeUnknown'],
    ['a rar', latin('Rar!\x1a\x07\x01\0'), 'a.rar', 'document.typeUnknown'],
    ['a zip of anything', makeZip([{ name: 'x', data: text('x') }]), 'a.zip', 'document.typeUnknown'],
    ['text under a name nobody knows', text('x'), 'a.xyz', 'document.typeUnknown'],
    [
      'an encrypted Office file',
      latin(`${ole}${'\0'.repeat(600)}${[...'EncryptedPackage'].join('\0')}\0`),
      'a.docx',
      'document.encrypted',
    ],
    ['an old Word file renamed', latin(`${ole}${'\0'.repeat(600)}`), 'a.docx', 'document.typeMismatch'],
    ['a program called pdf', latin(`MZ\x90\0${'\0'.repeat(600)}`), 'a.pdf', 'document.typeMismatch'],
    ['a page called txt', text('<!DOCTYPE html><p>x</p>'), 'a.txt', 'document.typeMismatch'],
    ['a PDF called docx', pdf, 'a.docx', 'document.typeMismatch'],
    ['text called docx', text('目标'), 'a.docx', 'document.typeMismatch'],
    [
      'a picture that is a PDF as well',
      Uint8Array.from([...latin('GIF89a'), ...pdf]),
      'a.pdf',
      'document.typeMismatch',
    ],
    ['a zip called xlsx', makeZip([{ name: 'x', data: text('x') }]), 'a.xlsx', 'document.typeMismatch'],
  ])('refuses %s', async (_why, bytes, name, code) => {
    expect(await readBytes(bytes, name)).toMatchObject({ ok: false, code });
  });

  it.each([
    ['no extension', text('目标5%'), '计划', 'txt'],
    ['standard input', pdf, '-', 'pdf'],
    ['capital letters', pdf, 'A.PDF', 'pdf'],
    ['a path in the name', text('目标5%'), '../../etc/x.txt', 'txt'],
    ['text that begins with MZ', text('MZ is a code'), 'a.txt', 'txt'],
  ])('reads by content: %s', async (_why, bytes, name, format) => {
    expect(await readBytes(bytes, name)).toMatchObject({ ok: true, value: { format } });
  });

  it('says what to save an old file as', async () => {
    expect(await readBytes(latin(`${ole}${'\0'.repeat(600)}`), '报告.doc')).toMatchObject({
      params: { name: '报告.doc (Word 97–2003 → docx)' },
    });
  });
});
