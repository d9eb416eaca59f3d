// What is refused after the text is known: a register is no plan, however small its bytes.
import { describe, expect, it } from 'vitest';
import { limits } from './limits.ts';
import { readBytes } from './read-bytes.ts';

const table = (rows: number, columns: number): Uint8Array => {
  const line = Array.from({ length: columns }, (_, at) => String(at)).join('\t');
  return new TextEncoder().encode(`表1 项目\n${Array.from({ length: rows }, () => line).join('\n')}\n`);
};

describe('tables', () => {
  it('as large as a register are refused, with how large they are and what to do', async () => {
    const rows = limits.readCells / 10 + 1;
    expect(await readBytes(table(rows, 10), 'a.txt')).toEqual({
      ok: false,
      code: 'document.tooManyCells',
      params: { cells: String(rows * 10), rows: String(rows), limit: String(limits.readCells) },
    });
  });

  it('of exactly the limit are read', async () => {
    expect(await readBytes(table(limits.readCells / 10, 10), 'a.txt')).toMatchObject({ ok: true });
  });
});
