// A photograph without what the camera wrote into it: place, time, device, owner. JPEG (ITU T.81) and PNG (ISO/IEC 15948) only.
import { fail, type Result, succeed } from '../../../core/result.ts';

export interface PlainPicture {
  readonly mediaType: 'image/jpeg' | 'image/png';
  readonly bytes: Buffer;
}

type PictureProblem = 'photo.typeUnknown' | 'photo.damaged';

const pngSign = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Chunks that a decoder needs or that say how colours are meant; everything else goes. */
const pngKept = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'sBIT',
  'pHYs',
  'bKGD',
]);

function plainPng(bytes: Buffer): Result<Buffer, 'photo.damaged'> {
  const parts: Buffer[] = [pngSign];
  for (let at = pngSign.length; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) break;
    const kind = bytes.toString('latin1', at + 4, at + 8);
    if (pngKept.has(kind)) parts.push(bytes.subarray(at, end));
    if (kind === 'IEND') return succeed(Buffer.concat(parts));
    at = end;
  }
  return fail('photo.damaged');
}

/** Application segments 1–15 (Exif, XMP, IPTC, maker notes) and comments; 14 says how Adobe meant the colours and stays. */
const isForeign = (marker: number): boolean =>
  (marker >= 0xe1 && marker <= 0xef && marker !== 0xee) || marker === 0xfe;

function plainJpeg(bytes: Buffer): Result<Buffer, 'photo.damaged'> {
  const parts: Buffer[] = [bytes.subarray(0, 2)];
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return fail('photo.damaged');
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length) return fail('photo.damaged');
    if (marker === 0xda) return scanOf(bytes, at, parts);
    if (!isForeign(marker)) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return fail('photo.damaged');
}

/** From the first scan to the end mark; what a camera hangs behind it (previews, films) goes too. */
function scanOf(bytes: Buffer, from: number, parts: Buffer[]): Result<Buffer, 'photo.damaged'> {
  const end = bytes.indexOf(Buffer.from([0xff, 0xd9]), from);
  if (end < 0) return fail('photo.damaged');
  return succeed(Buffer.concat([...parts, bytes.subarray(from, end + 2)]));
}

export function plainPicture(bytes: Buffer): Result<PlainPicture, PictureProblem> {
  const isPng = bytes.subarray(0, 8).equals(pngSign);
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
  if (!isPng && !isJpeg) return fail('photo.typeUnknown');
  const plain = isPng ? plainPng(bytes) : plainJpeg(bytes);
  return plain.ok ? succeed({ mediaType: isPng ? 'image/png' : 'image/jpeg', bytes: plain.value }) : plain;
}
