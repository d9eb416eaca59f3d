// Entries of a zip archive on disk, inflated as they are read: only the directory is held in memory.
import { createReadStream } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { limits } from '../limits.ts';
import { damaged, Refusal } from '../refusal.ts';

export interface ZipEntry {
  readonly name: string;
  readonly packed: number;
  readonly size: number;
}

interface Placed extends ZipEntry {
  readonly method: number;
  readonly headerAt: number;
}

export interface ZipFile {
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /** Bytes of an entry as they inflate. */
  stream(name: string): Promise<Readable>;
}

/** A register is large and repeats itself: its bound is higher than a document's, and rows and cells have bounds of their own. */
const mostUnpacked = 4 * 1024 * 1024 * 1024;
const directorySignature = 0x02014b50;

const tooLarge = (place: string) => new Refusal('document.archiveTooLarge', { place });

async function bytesAt(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
  if (bytesRead < length) throw damaged('zip');
  return buffer;
}

async function directory(file: FileHandle, size: number): Promise<Placed[]> {
  const tail = await bytesAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557));
  const end = tail.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  if (end < 0) throw damaged('zip');
  const [count, length, from] = [
    tail.readUInt16LE(end + 10),
    tail.readUInt32LE(end + 12),
    tail.readUInt32LE(end + 16),
  ];
  if (count > limits.entries || from === 0xffffffff) throw tooLarge(`${count} entries`);
  const bytes = await bytesAt(file, from, length);
  const entries: Placed[] = [];
  for (let at = 0; entries.length < count; ) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== directorySignature) throw damaged('zip');
    if (bytes.readUInt16LE(at + 8) & 1) throw new Refusal('document.encrypted');
    const [packed, unpacked, headerAt] = [20, 24, 42].map((offset) => bytes.readUInt32LE(at + offset));
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes
      .subarray(at + 46, at + 46 + nameLength)
      .toString('utf8')
      .replace(/^\/+/, '');
    const place = { name, packed: packed ?? 0, size: unpacked ?? 0, headerAt: headerAt ?? 0 };
    entries.push({ ...place, method: bytes.readUInt16LE(at + 10) });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function judge(entries: readonly Placed[]): void {
  let total = 0;
  for (const { name, packed, size } of entries) {
    total += size;
    if (size > limits.ratioFromBytes && size > limits.ratio * Math.max(1, packed)) throw tooLarge(name);
  }
  if (total > mostUnpacked) throw tooLarge(`${Math.ceil(total / 1024 / 1024)} MB`);
  if (new Set(entries.map(({ name }) => name)).size !== entries.length) throw damaged('zip: doubled name');
}

export async function openZipFile(path: string): Promise<ZipFile> {
  const { size } = await stat(path);
  const file = await open(path);
  try {
    const placed = new Map((await directory(file, size)).map((entry) => [entry.name, entry]));
    judge([...placed.values()]);
    return {
      entries: placed,
      stream: async (name) => {
        const entry = placed.get(name);
        if (!entry || (entry.method !== 0 && entry.method !== 8)) throw damaged(name);
        const handle = await open(path);
        const header = await bytesAt(handle, entry.headerAt, 30).finally(() => handle.close());
        const start = entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
        const packed = createReadStream(path, { start, end: start + Math.max(0, entry.packed - 1) });
        if (entry.method === 0) return packed;
        const inflated = createInflateRaw();
        packed.on('error', (error) => inflated.destroy(error));
        return packed.pipe(inflated);
      },
    };
  } finally {
    await file.close();
  }
}
