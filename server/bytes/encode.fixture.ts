// Encodes text into GB18030, Big5 and UTF-16 by turning the platform's decoders round: they have no encoders.

function tableOf(encoding: 'gb18030' | 'big5'): Map<string, number[]> {
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder(encoding);
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const sign = decoder.decode(Uint8Array.of(lead, trail));
      if ([...sign].length === 1 && sign !== '\uFFFD' && !table.has(sign)) table.set(sign, [lead, trail]);
    }
  return table;
}

const tables: Partial<Record<'gb18030' | 'big5', Map<string, number[]>>> = {};

/** GB 18030-2022 4.2: linear numbering of the four-byte sequences of the supplementary planes. */
function fourBytes(point: number): number[] {
  const at = point - 0x10000;
  return [
    0x90 + Math.floor(at / 12600),
    0x30 + (Math.floor(at / 1260) % 10),
    0x81 + (Math.floor(at / 10) % 126),
    0x30 + (at % 10),
  ];
}

export function encode(text: string, encoding: 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be'): Uint8Array {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const bytes = new Uint8Array(Buffer.from(text, 'utf16le'));
    return encoding === 'utf-16le' ? bytes : new Uint8Array(Buffer.from(bytes).swap16());
  }
  tables[encoding] ??= tableOf(encoding);
  const bytes: number[] = [];
  for (const sign of text) {
    const point = sign.codePointAt(0) ?? 0;
    const pair = tables[encoding]?.get(sign);
    if (point < 0x80) bytes.push(point);
    else if (pair) bytes.push(...pair);
    else if (encoding === 'gb18030' && point > 0xffff) bytes.push(...fourBytes(point));
    else throw new Error(`${encoding} has no ${sign}`);
  }
  return Uint8Array.from(bytes);
}
