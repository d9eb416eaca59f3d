import { describe, expect, it } from 'vitest';
import { makeOfd } from './ofd.fixture.ts';
import { deltas } from './ofd.ts';
import { readBytes } from './read-bytes.ts';

const textOf = async (bytes: Uint8Array) => {
  const read = await readBytes(bytes, 'a.ofd');
  return read.ok ? read.value.text : read;
};

describe('OFD', () => {
  it('reads lines in their order on the page, whatever their order in the file', async () => {
    const texts = [
      { text: '第二段。', x: 30, y: 40 },
      { text: '第一段。', x: 30, y: 30 },
    ];
    expect(await textOf(makeOfd([{ texts }, { texts: [{ text: '第三段。', x: 30, y: 30 }] }]))).toBe(
      '第一段。\n第二段。\n第三段。',
    );
  });

  it('cuts a text code where its distances leave a column free', async () => {
    const row = (text: string, y: number) => ({ text, x: 30, y, deltaX: 'g 3 4 40 4' });
    expect(await textOf(makeOfd([{ texts: [row('指标名称目标', 30), row('社区食堂四十', 38)] }]))).toBe(
      '指标名称\t目标\n社区食堂\t四十',
    );
  });

  it('reads a ruled table', async () => {
    const lines = [
      [30, 30, 150, 30],
      [30, 40, 150, 40],
      [30, 50, 150, 50],
      [30, 30, 30, 50],
      [90, 30, 90, 50],
      [150, 30, 150, 50],
    ];
    const texts = [
      { text: '区县', x: 35, y: 32 },
      { text: '任务', x: 95, y: 32 },
      { text: '甲区', x: 35, y: 42 },
      { text: '12', x: 95, y: 42 },
    ];
    expect(await textOf(makeOfd([{ texts, lines }]))).toBe('区县\t任务\n甲区\t12');
  });

  it.each([
    ['a scan', makeOfd([{ picture: true }]), 'document.scanned'],
    [
      'an encrypted file',
      makeOfd([{ texts: [{ text: '甲', x: 1, y: 1 }] }], { 'Encryptions.xml': '<a/>' }),
      'document.encrypted',
    ],
    [
      'a missing page',
      makeOfd([], { 'Doc_0/Document.xml': '<D><Pages><Page ID="1" BaseLoc="Pages/x.xml"/></Pages></D>' }),
      'document.damaged',
    ],
    [
      'declared entities',
      makeOfd([{}], { 'Doc_0/Document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><D/>' }),
      'document.entityForbidden',
    ],
    ['no text', makeOfd([{}]), 'document.noText'],
  ])('refuses %s', async (_why, bytes, code) => {
    expect(await textOf(bytes)).toMatchObject({ ok: false, code });
  });

  it('reads repeated distances', () => {
    expect(deltas('g 3 4.5 2')).toEqual([4.5, 4.5, 4.5, 2]);
    expect(deltas('g x 1')).toEqual([]);
  });
});
