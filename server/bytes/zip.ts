// Opens a zip archive only after its central directory has been judged, and inflates no byte more than it declares.
import { crc32 } from 'node:zlib';
import { Inflate } from 'fflate';
import { limits } from './limits.ts';
import { damaged, Refusal } from './refusal.ts';

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly crc: number;
  readonly headerAt: number;
  readonly dataAt: number;
}

export interface Archive {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** Inflates one entry piece by piece; stops early when `take` returns false. */
  stream(name: string, take: (chunk: Uint8Array) => boolean | undefined): void;
}

const tooLarge = (place: string) => new Refusal('document.archiveTooLarge', { place });
const endSignature = 0x06054b50;
const directorySignature = 0x02014b50;
const localSignature = 0x04034b50;
const zip64 = 0xffffffff;

/** APPNOTE.TXT 4.3.16: the end record is the last thing in the file but for a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
    if (
      view.getUint32(at, true) === endSignature &&
      at + 22 + view.getUint16(at + 20, true) === view.byteLength
    )
      return at;
  }
  throw damaged('zip');
}

function readName(bytes: Uint8Array, flags: number): string {
  // Bit 11 says UTF-8; without it office files still only use ASCII names.
  if (flags & 0x800) return new TextDecoder('utf-8').decode(bytes);
  return String.fromCharCode(...bytes.subarray(0, 1024));
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): { entry: Entry; next: number } {
  if (at + 46 > bytes.length || view.getUint32(at, true) !== directorySignature) throw damaged('zip');
  const flags = view.getUint16(at + 8, true);
  if (flags & 1) throw new Refusal('document.encrypted');
  const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
  const next = at + 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  const name = readName(bytes.subarray(at + 46, at + 46 + (nameLength ?? 0)), flags).replace(/^\/+/, '');
  const [packed, size, headerAt] = [20, 24, 42].map((offset) => view.getUint32(at + offset, true));
  if (packed === undefined || size === undefined || headerAt === undefined) throw damaged('zip');
  if (packed === zip64 || size === zip64 || headerAt === zip64) throw tooLarge(`${name} (ZIP64)`);
  if (headerAt + 30 > bytes.length || view.getUint32(headerAt, true) !== localSignature) throw damaged(name);
  const dataAt = headerAt + 30 + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true);
  if (dataAt + packed > bytes.length) throw damaged(name);
  const method = view.getUint16(at + 10, true);
  const crc = view.getUint32(at + 16, true);
  return { entry: { name, method, packed, size, crc, headerAt, dataAt }, next };
}

/** Sizes, ratios and overlaps, from the directory alone: nothing has been unpacked yet. */
function judgeEntries(entries: readonly Entry[], directoryAt: number): void {
  let [total, packed] = [0, 0];
  for (const entry of entries) {
    total += entry.size;
    packed += entry.packed;
    if (entry.size > limits.ratioFromBytes && entry.size > limits.ratio * Math.max(1, entry.packed))
      throw tooLarge(entry.name);
  }
  if (total > limits.unpackedBytes) throw tooLarge(`${Math.ceil(total / 1024 / 1024)} MB`);
  if (total > limits.ratioFromBytes && total > limits.ratio * Math.max(1, packed)) throw tooLarge('zip');
  const inOrder = [...entries].sort((a, b) => a.headerAt - b.headerAt);
  for (const [index, entry] of inOrder.entries()) {
    const bound = inOrder[index + 1]?.headerAt ?? directoryAt;
    if (entry.dataAt + entry.packed > bound) throw tooLarge(`${entry.name} (overlap)`);
  }
}

/** Reads the central directory and refuses what is too many, too large, overlapping, doubled or encrypted. */
export function openArchive(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 22) throw damaged('zip');
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const directoryAt = view.getUint32(end + 16, true);
  if (count === 0xffff || directoryAt === zip64) throw tooLarge('ZIP64');
  if (count > limits.entries) throw tooLarge(`${count} entries`);
  const entries: Entry[] = [];
  let at = directoryAt;
  for (let index = 0; index < count; index++) {
    const read = readEntry(bytes, view, at);
    entries.push(read.entry);
    at = read.next;
  }
  // A directory longer than its count hides entries from some unpackers and shows them to others.
  if (at > end || (at + 4 <= end && view.getUint32(at, true) === directorySignature)) throw damaged('zip');
  judgeEntries(entries, directoryAt);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  if (byName.size !== entries.length) throw damaged('zip: doubled name');
  return {
    names: [...byName.keys()],
    has: (name) => byName.has(name),
    stream: (name, take) => {
      const entry = byName.get(name);
      if (!entry) throw damaged(name);
      inflateEntry(bytes, entry, take);
    },
  };
}

function inflateEntry(
  bytes: Uint8Array,
  entry: Entry,
  take: (chunk: Uint8Array) => boolean | undefined,
): void {
  const packed = bytes.subarray(entry.dataAt, entry.dataAt + entry.packed);
  let [size, sum, wanted] = [0, 0, true];
  const pass = (chunk: Uint8Array) => {
    size += chunk.length;
    if (size > entry.size) throw tooLarge(`${entry.name} (declared ${entry.size} bytes)`);
    sum = crc32(chunk, sum);
    if (wanted && take(chunk) === false) wanted = false;
  };
  if (entry.method === 0) pass(packed);
  else if (entry.method === 8) {
    const inflate = new Inflate((chunk) => pass(chunk));
    // Small pieces keep the declared size an honest bound: deflate cannot expand one by more than about 1032 times.
    const step = 16 * 1024;
    for (let at = 0; wanted && at < packed.length; at += step) {
      pushPiece(inflate, packed.subarray(at, at + step), at + step >= packed.length, entry.name);
    }
  } else throw damaged(`${entry.name}: method ${entry.method}`);
  if (wanted && (size !== entry.size || sum !== entry.crc)) throw damaged(entry.name);
}

function pushPiece(inflate: Inflate, piece: Uint8Array, last: boolean, name: string): void {
  try {
    inflate.push(piece, last);
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'number') throw damaged(name);
    throw error;
  }
}
