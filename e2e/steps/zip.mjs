// Opens a docx or xlsx as its reader does: by the directory at its end, each part unpacked whole.
import { inflateRawSync } from 'node:zlib';

const DIRECTORY = 0x02014b50;

/** Text of a part of the package; null where it has no such part. Throws where the package is broken. */
export function partOf(bytes, name) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0) throw new Error('no package: its directory is missing');
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== DIRECTORY) throw new Error('the directory of the package is broken');
    const [nameSize, extraSize, noteSize] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    if (bytes.toString('utf8', at + 46, at + 46 + nameSize) === name) {
      const local = view.getUint32(at + 42, true);
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const packed = bytes.subarray(start, start + view.getUint32(at + 20, true));
      return (view.getUint16(at + 10, true) === 0 ? packed : inflateRawSync(packed)).toString('utf8');
    }
    at += 46 + nameSize + extraSize + noteSize;
  }
  return null;
}
