// Writes small Chinese PDFs as office software of governments does: standard Song type, not embedded, UniGB-UCS2-H codes.
import { createHash } from 'node:crypto';

export interface PdfText {
  readonly text: string;
  readonly x: number;
  /** From the bottom of the page, in points. */
  readonly y: number;
  readonly size?: number;
}

export interface PdfPage {
  readonly texts?: readonly PdfText[];
  /** x1 y1 x2 y2. */
  readonly lines?: readonly (readonly [number, number, number, number])[];
  /** A picture that fills the page. */
  readonly picture?: boolean;
}

const hex = (text: string): string =>
  [...text].map((sign) => (sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('');

function contentOf(page: PdfPage): string {
  const texts = (page.texts ?? []).map(
    ({ text, x, y, size = 12 }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj ET`,
  );
  const lines = (page.lines ?? []).map(([x1, y1, x2, y2]) => `${x1} ${y1} m ${x2} ${y2} l S`);
  const picture = page.picture ? ['q 595 0 0 842 0 0 cm /Im1 Do Q'] : [];
  return [...picture, '0.5 w', ...lines, ...texts].join('\n');
}

const latin = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

const font = [
  '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [5 0 R] >>',
  '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500] /FontDescriptor 6 0 R' +
    ' /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>',
  '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0' +
    ' /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
];
const image =
  '<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 4 >>' +
  '\nstream\nabcd\nendstream';

/** Objects 1 catalogue, 2 pages, 3 image, 4 to 6 font, then a page and its content each; `encrypt` is 0 or the last. */
export function makePdf(
  pages: readonly PdfPage[],
  more: { catalogue?: string; encrypt?: string; id?: string } = {},
): Uint8Array {
  const first = 7;
  const kids = pages.map((_, at) => `${first + at * 2} 0 R`).join(' ');
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${more.catalogue ?? ''} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    image,
    ...font,
    ...pages.flatMap((page, at) => {
      const content = contentOf(page);
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${first + at * 2 + 1} 0 R` +
          ' /Resources << /Font << /F1 4 0 R >> /XObject << /Im1 3 0 R >> >> >>',
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
    ...(more.encrypt ? [more.encrypt] : []),
  ];
  let file = '%PDF-1.4\n%\xe2\xe3\xcf\xd3\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const encrypted = more.encrypt ? `/Encrypt ${objects.length} 0 R /ID [<${more.id}> <${more.id}>]` : '';
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${encrypted} >>\nstartxref\n${start}\n%%EOF\n`;
  return latin(file);
}

const padding = latin('(\xbfN^Nu\x8aAd\x00NV\xff\xfa\x01\x08..\x00\xb6\xd0h>\x80/\x0c\xa9\xfedSiz');
const padded = (password: string): Uint8Array =>
  Uint8Array.from([...latin(password), ...padding]).slice(0, 32);
const md5 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('md5').update(bytes).digest());

function rc4(key: Uint8Array, data: Uint8Array): Uint8Array {
  const box = Uint8Array.from({ length: 256 }, (_, at) => at);
  const swap = (a: number, b: number) => {
    const kept = box[a] ?? 0;
    box[a] = box[b] ?? 0;
    box[b] = kept;
  };
  for (let at = 0, other = 0; at < 256; at++) {
    other = (other + (box[at] ?? 0) + (key[at % key.length] ?? 0)) & 255;
    swap(at, other);
  }
  let [i, j] = [0, 0];
  return data.map((byte) => {
    i = (i + 1) & 255;
    j = (j + (box[i] ?? 0)) & 255;
    swap(i, j);
    return byte ^ (box[((box[i] ?? 0) + (box[j] ?? 0)) & 255] ?? 0);
  });
}

const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** ISO 32000-1, 7.6.3, revision 2: nobody can open it without the password. */
export function makeEncryptedPdf(password: string): Uint8Array {
  const id = '0123456789abcdef0123456789abcdef';
  const owner = rc4(md5(padded('owner')).slice(0, 5), padded(password));
  const rights = Uint8Array.from([0xfc, 0xff, 0xff, 0xff]);
  const seed = Uint8Array.from([...padded(password), ...owner, ...rights, ...Buffer.from(id, 'hex')]);
  const user = rc4(md5(seed).slice(0, 5), padding);
  const encrypt = `<< /Filter /Standard /V 1 /R 2 /O <${toHex(owner)}> /U <${toHex(user)}> /P -4 >>`;
  return makePdf([{ texts: [{ text: '加密', x: 72, y: 700 }] }], { encrypt, id });
}
