// Decides what a file is by its content, and whether its name agrees.
import { Refusal } from './refusal.ts';
import { openArchive } from './zip.ts';

export type Format = 'txt' | 'html' | 'docx' | 'xlsx' | 'pdf' | 'ofd';

export const mediaTypes: Record<Format, string> = {
  txt: 'text/plain',
  html: 'text/html',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  ofd: 'application/ofd',
};

const extensions: Readonly<Record<string, Format>> = {
  txt: 'txt',
  text: 'txt',
  md: 'txt',
  tsv: 'txt',
  htm: 'html',
  html: 'html',
  shtml: 'html',
  xhtml: 'html',
  docx: 'docx',
  docm: 'docx',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  pdf: 'pdf',
  ofd: 'ofd',
};

/** Types people do have, with what to save them as. */
const others: Readonly<Record<string, string>> = {
  doc: 'Word 97–2003 → docx',
  wps: 'WPS → docx',
  et: 'WPS → xlsx',
  xls: 'Excel 97–2003 → xlsx',
  rtf: 'RTF → docx',
  ppt: 'PowerPoint → pdf',
  pptx: 'PowerPoint → pdf',
  odt: 'OpenDocument → docx',
  rar: 'RAR → docx, pdf',
  zip: 'ZIP → docx, pdf',
  '7z': '7z → docx, pdf',
  gz: 'gzip → docx, pdf',
  csv: 'CSV → xlsx',
  caj: 'CAJ → pdf',
  png: 'PNG → pdf (OCR)',
  jpg: 'JPEG → pdf (OCR)',
  tif: 'TIFF → pdf (OCR)',
  gif: 'GIF → pdf (OCR)',
  exe: 'EXE',
};

const magic: readonly (readonly [string, string])[] = [
  ['%PDF-', 'pdf'],
  ['PK\x03\x04', 'zip'],
  ['PK\x05\x06', 'zip'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'doc'],
  ['Rar!\x1a\x07', 'rar'],
  ["7z\xbc\xaf'\x1c", '7z'],
  ['\x1f\x8b', 'gz'],
  ['\x89PNG', 'png'],
  ['\xff\xd8\xff', 'jpg'],
  ['GIF8', 'gif'],
  ['II*\0', 'tif'],
  ['MM\0*', 'tif'],
  ['MZ', 'exe'],
  ['\x7fELF', 'exe'],
  ['{\\rtf', 'rtf'],
  ['HN', 'caj'],
  ['CAJ\0', 'caj'],
];

const latin = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};

export const extensionOf = (name: string): string => /\.([^./\\]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';

const isHtml = (head: string): boolean =>
  /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]{0,2000}?-->\s*)*<(!doctype\s+html|html|head|body|meta|table|div|p|article)\b/i.test(
    head,
  );

/** What kind of archive it is, by the parts that make it one. */
function archiveKind(bytes: Uint8Array): string {
  const { names } = openArchive(bytes);
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^OFD\.xml$/i)) return 'ofd';
  if (has(/^\[Content_Types\]\.xml$/i)) {
    if (has(/^word\//i)) return 'docx';
    if (has(/^xl\//i)) return 'xlsx';
    if (has(/^ppt\//i)) return 'pptx';
  }
  return has(/^mimetype$/) && has(/^content\.xml$/) ? 'odt' : 'zip';
}

/** An encrypted Office file is an old-style container around a stream of that name. */
const isEncryptedOffice = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('EncryptedPackage', 0, 'utf16le');

/** CAJ's two letters also begin ordinary English text, so they count only before a control byte. */
function contentKind(bytes: Uint8Array): string {
  const head = latin(bytes.subarray(0, 4096));
  const start = head.replace(/^(\xef\xbb\xbf)?[\s]*(?=%PDF-)/, '');
  for (const [mark, kind] of magic) {
    if (!start.startsWith(mark)) continue;
    if (kind === 'zip') return archiveKind(bytes);
    if (kind === 'doc' && isEncryptedOffice(bytes)) throw new Refusal('document.encrypted');
    if (mark.length === 2 && /^[\x09-\x7e]/.test(start[2] ?? ' ') && kind !== 'gz' && !head.includes('\0'))
      continue;
    return kind;
  }
  return isHtml(
    head
      .replace(/^\xef\xbb\xbf/, '')
      .replace(/^\xff\xfe|^\xfe\xff/, '')
      .replaceAll('\0', ''),
  )
    ? 'html'
    : 'txt';
}

/** The format to read, or a refusal that says what the file is and what to do. A name without extension is no promise. */
export function sniff(bytes: Uint8Array, name: string): Format {
  const extension = extensionOf(name);
  const content = contentKind(bytes);
  const named = extensions[extension];
  const legacy = others[content] ?? (content === 'txt' ? others[extension] : undefined);
  if (named === undefined && legacy !== undefined && (extension in others || extension === '')) {
    const shown = name === '' || name === '-' ? content : name;
    throw new Refusal('document.typeUnknown', {
      name: `${shown} (${extension in others ? others[extension] : legacy})`,
    });
  }
  const format = Object.values(extensions).find((known) => known === content);
  if (named === undefined && extension !== '' && !(extension in others) && format === 'txt')
    throw new Refusal('document.typeUnknown', { name });
  // A page saved without any tag at its head is still a page to a browser.
  if (named === 'html' && format === 'txt') return 'html';
  if (format === undefined || (named !== undefined && named !== format))
    throw new Refusal('document.typeMismatch', {
      extension: extension || name,
      content: others[content] ?? content,
    });
  if (named === undefined && extension in others)
    throw new Refusal('document.typeMismatch', { extension, content: format });
  return format;
}
