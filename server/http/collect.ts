// Bytes of an upload, taken in as they come; one that grows too large is dropped at once.
import type { Readable } from 'node:stream';
import { fail, type Result, succeed } from '../../core/result.ts';

export async function collect(
  stream: Readable,
  largest: number,
): Promise<Result<Buffer, 'document.tooLarge'>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size > largest) return fail('document.tooLarge', { limit: `${largest / 1024 / 1024} MB` });
    chunks.push(bytes);
  }
  return succeed(Buffer.concat(chunks));
}

/** A name may come from any system: only its last part counts, and no control or direction signs. */
export const safeName = (name: string): string =>
  (name.split(/[/\\]/).at(-1) ?? '').replace(/[\p{Cc}\p{Cf}]/gu, '').trim() || 'file';
