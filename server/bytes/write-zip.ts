// Writes a ZIP archive of files as they are (APPNOTE 6.3.10, method 0): small, and any tool can open it. Names are UTF-8.
import { crc32 } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Bit 11: the name is UTF-8. */
const utf8 = 0x0800;
/** 1 January 1980: an archive of the same files has the same bytes whenever it is made. */
const dosDay = 0x0021;

function header(signature: number, length: number, { name, bytes }: ZipEntry, offset: number | null): Buffer {
  const nameBytes = Buffer.from(name, 'utf8');
  const isCentral = offset !== null;
  const head = Buffer.alloc(length);
  head.writeUInt32LE(signature, 0);
  const at = isCentral ? 6 : 4;
  if (isCentral) head.writeUInt16LE(20, 4);
  head.writeUInt16LE(20, at);
  head.writeUInt16LE(utf8, at + 2);
  head.writeUInt16LE(dosDay, at + 8);
  head.writeUInt32LE(crc32(bytes), at + 10);
  head.writeUInt32LE(bytes.length, at + 14);
  head.writeUInt32LE(bytes.length, at + 18);
  head.writeUInt16LE(nameBytes.length, at + 22);
  if (isCentral) head.writeUInt32LE(offset, 42);
  return Buffer.concat([head, nameBytes]);
}

export function writeZip(entries: readonly ZipEntry[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const head = header(0x04034b50, 30, entry, null);
    local.push(head, entry.bytes);
    central.push(header(0x02014b50, 46, entry, offset));
    offset += head.length + entry.bytes.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}
