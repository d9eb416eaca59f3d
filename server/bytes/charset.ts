// Decides in which encoding a text file is, and decodes it exactly or names the byte that cannot be decoded.
import { analyse } from 'chardet';
import type { Notes } from './note.ts';
import { Refusal } from './refusal.ts';

export const encodings = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof encodings)[number];

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

const printed: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  gb18030: 'GB18030',
  big5: 'Big5',
  'utf-16le': 'UTF-16LE',
  'utf-16be': 'UTF-16BE',
};

const unknownAt = (offset: number, encoding: Encoding) =>
  new Refusal('document.encodingUnknown', { offset: String(offset), encoding: printed[encoding] });

const decodes = (bytes: Uint8Array, encoding: Encoding, more = false): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes, { stream: more });
  } catch {
    return null;
  }
};

/** Offset of the first byte of the first sequence that is not valid; bytes.length when all are. */
export function firstInvalid(bytes: Uint8Array, encoding: Encoding): number {
  if (decodes(bytes, encoding) !== null) return bytes.length;
  let [good, bad] = [0, bytes.length + 1];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (middle <= bytes.length && decodes(bytes.subarray(0, middle), encoding, true) !== null) good = middle;
    else bad = middle;
  }
  // `good` bytes are a valid beginning; go back to where its last sequence is complete.
  for (let back = 0; back < 4 && good - back >= 0; back++)
    if (decodes(bytes.subarray(0, good - back), encoding) !== null) return good - back;
  return good;
}

/** Number of bytes that a prefix of the decoded text took up. */
function offsetOf(bytes: Uint8Array, encoding: Encoding, characters: number): number {
  let [low, high] = [0, bytes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const length = (decodes(bytes.subarray(0, middle), encoding, true) ?? '').length;
    if (length <= characters) low = middle + 1;
    else high = middle;
  }
  for (let back = 1; back <= 4; back++)
    if ((decodes(bytes.subarray(0, low - back), encoding) ?? '').length === characters) return low - back;
  return low - 1;
}

/** Decodes all bytes in one encoding; a replacement character, a NUL or half a pair is as bad as an invalid byte. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): string {
  const text = decodes(bytes, encoding);
  if (text === null) throw unknownAt(firstInvalid(bytes, encoding), encoding);
  const wrong = text.search(/[\0\uFFFD\p{Surrogate}]/u);
  if (wrong >= 0) throw unknownAt(offsetOf(bytes, encoding, wrong), encoding);
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

const marks: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
];

const labels: readonly (readonly [RegExp, Encoding])[] = [
  [/^(gb2312|gbk|gb18030|gb_2312-80|cp936|x-gbk|chinese)$/, 'gb18030'],
  [/^(big5|big5-hkscs|cn-big5|x-x-big5)$/, 'big5'],
  [/^(utf-?8|unicode-1-1-utf-8)$/, 'utf-8'],
];

/** The charset an HTML page declares for itself, looked for in its first 4,096 bytes. */
export function declaredEncoding(bytes: Uint8Array): Encoding | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 4096));
  const label = /<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]{1,30})/i.exec(
    head,
  )?.[1];
  return labels.find(([pattern]) => pattern.test((label ?? '').toLowerCase()))?.[1];
}

/** NULs at every other byte are UTF-16; a stray NUL in what is otherwise UTF-8 is no text at all. */
function utf16Of(bytes: Uint8Array): Encoding | undefined {
  let [even, odd] = [0, 0];
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === 0) at % 2 === 0 ? even++ : odd++;
  if (even + odd === 0) return undefined;
  const isStray = even + odd < bytes.length / 4 && decodes(bytes, 'utf-8') !== null;
  if (!isStray && odd > even * 8) return 'utf-16le';
  if (!isStray && even > odd * 8) return 'utf-16be';
  throw unknownAt(bytes.indexOf(0), 'utf-8');
}

/** Share of multi-byte UTF-8 sequences that are whole: a damaged UTF-8 file must not pass for GB18030. */
function looksLikeUtf8(bytes: Uint8Array): boolean {
  let [whole, broken] = [0, 0];
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      at++;
      continue;
    }
    const more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
    if (at + more >= bytes.length) break; // cut off at the end: no evidence either way
    let follows = lead >= 0xc2 && lead < 0xf5;
    for (let next = 1; next <= more && follows; next++) follows = ((bytes[at + next] ?? 0) & 0xc0) === 0x80;
    if (follows) whole++;
    else broken++;
    at += follows ? more + 1 : 1;
  }
  return whole > broken * 3;
}

// Signs so common in official prose that the right reading of it is full of them and a wrong one is not.
const common = new Set(
  '的一是在不了有和人中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处市府省县完标责项目投财支出收政策务' +
    '國個們來時會對產過發動經進說學種後電現實點機從業還應開關長萬億與無於後體當這為條變問題點業總務員統計據處縣標責項財',
);
const share = (text: string | null): number => {
  if (text === null) return -1;
  let [seen, known] = [0, 0];
  for (const sign of text.slice(0, 20_000)) {
    if (sign < '\u3400') continue;
    seen++;
    if (common.has(sign)) known++;
  }
  return seen === 0 ? 0 : known / seen;
};

interface Candidate {
  readonly encoding: Encoding;
  /** Share of common signs up to the first byte that does not decode. */
  readonly share: number;
  readonly isWhole: boolean;
}

function candidate(bytes: Uint8Array, encoding: Encoding): Candidate {
  const good = firstInvalid(bytes, encoding);
  const text = decodes(bytes.subarray(0, good), encoding);
  return { encoding, share: share(text), isWhole: good === bytes.length };
}

/** Real Chinese text reaches half; a wrong reading of it stays under a twentieth. */
const leastShare = 0.08;

/**
 * GB18030 and Big5 share most byte pairs: the reading with more common signs is the right one, even if a damaged byte
 * stops it, and chardet is asked where there are too few signs to tell.
 */
function chinese(bytes: Uint8Array): Encoding {
  const [gb, big5] = [candidate(bytes, 'gb18030'), candidate(bytes, 'big5')];
  if (Math.abs(gb.share - big5.share) >= 0.05) return gb.share > big5.share ? 'gb18030' : 'big5';
  if (bytes.length > 400 && Math.max(gb.share, big5.share) < leastShare)
    throw unknownAt(
      bytes.findIndex((byte) => byte >= 0x80),
      'utf-8',
    );
  if (gb.isWhole !== big5.isWhole) return gb.isWhole ? 'gb18030' : 'big5';
  const confidence = (name: string) =>
    analyse(bytes.subarray(0, 65_536)).find((m) => m.name === name)?.confidence ?? 0;
  return confidence('Big5') > confidence('GB18030') ? 'big5' : 'gb18030';
}

/** Byte order mark, then validity as UTF-8, then what the page declares, then UTF-16 by its NULs, then the Chinese pair. */
export function decodeText(
  bytes: Uint8Array,
  notes: Notes,
  options: { encoding?: Encoding | undefined; html?: boolean } = {},
): Decoded {
  const pick = (encoding: Encoding): Decoded => ({ text: decodeAs(bytes, encoding), encoding });
  if (options.encoding) return pick(options.encoding);
  const marked = marks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return pick(marked[0]);
  const wide = utf16Of(bytes);
  if (!wide && decodes(bytes, 'utf-8') !== null) return pick('utf-8');
  const declared = options.html && !wide ? declaredEncoding(bytes) : undefined;
  if (declared) return pick(declared);
  if (!wide && looksLikeUtf8(bytes)) throw unknownAt(firstInvalid(bytes, 'utf-8'), 'utf-8');
  const encoding = wide ?? chinese(bytes);
  notes.add('encodingGuessed', printed[encoding]);
  return pick(encoding);
}
