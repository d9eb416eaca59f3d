// Writes zip archives that lie: about sizes, about counts, about where their entries are.
import { crc32, deflateRawSync } from 'node:zlib';

export interface LyingEntry {
  readonly name: string;
  readonly data: Uint8Array;
  /** What the headers say instead of the truth. */
  readonly size?: number;
  readonly crc?: number;
  readonly flags?: number;
  readonly method?: number;
  /** Takes the data of the entry with this index instead of its own. */
  readonly shares?: number;
}

export function makeZip(entries: readonly LyingEntry[], more: { count?: number } = {}): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  const offsets: number[] = [];
  let at = 0;
  for (const entry of entries) {
    const packed = deflateRawSync(entry.data, { level: 9 });
    const name = Buffer.from(entry.name);
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE(entry.flags ?? 0, 2);
    header.writeUInt16LE(entry.method ?? 8, 4);
    header.writeUInt32LE(entry.crc ?? crc32(entry.data), 10);
    header.writeUInt32LE(packed.length, 14);
    header.writeUInt32LE(entry.size ?? entry.data.length, 18);
    header.writeUInt16LE(name.length, 22);
    const offset = entry.shares === undefined ? at : (offsets[entry.shares] ?? 0);
    offsets.push(offset);
    if (entry.shares === undefined) {
      const whole = Buffer.concat([Buffer.from('PK\x03\x04'), header, name, packed]);
      local.push(whole);
      at += whole.length;
    }
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), header, tail, name]));
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(more.count ?? entries.length, 8);
  end.writeUInt16LE(more.count ?? entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...local, directory, end]));
}
