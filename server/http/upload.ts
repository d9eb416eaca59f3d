// Bytes of an upload, taken in as they come; one that grows too large is dropped at once.
import type { Readable } from 'node:stream';
import { fail, type Result, succeed } from '../../core/result.ts';
import { limits } from '../bytes/limits.ts';

export async function collect(
  stream: Readable,
  most: number = limits.uploadBytes,
): Promise<Result<Buffer, 'document.tooLarge'>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size > most) return fail('document.tooLarge', { limit: `${most / 1024 / 1024} MB` });
    chunks.push(bytes);
  }
  return succeed(Buffer.concat(chunks));
}
