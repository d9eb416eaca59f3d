// Reads XML from an archive as a stream of events, with no DTD, no entities, no inclusion and no bottomless nesting.
import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { limits } from './limits.ts';
import { damaged, Refusal } from './refusal.ts';
import type { Archive } from './zip.ts';

export type Attributes = Readonly<Record<string, string>>;

/** Element names come without prefix unless the prefix is one that changes the meaning (mc:, a:, m:, v:). */
export interface XmlEvents {
  open?(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

const inclusion = 'http://www.w3.org/2001/XInclude';

/** XML 1.0 appendix F: byte order mark first, then the declaration, else UTF-8. */
export function encodingOf(head: Uint8Array): string {
  const [a, b] = head;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be';
  const start = String.fromCharCode(...head.subarray(0, 120));
  const named = /^[^>]*?encoding=["']([\w-]+)["']/.exec(start)?.[1]?.toLowerCase() ?? 'utf-8';
  return /^gb/.test(named) ? 'gb18030' : named;
}

type PlainParser = SaxesParser<{ xmlns: false; position: false }>;

export function makeParser(place: string, events: XmlEvents): PlainParser {
  const parser: PlainParser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  parser.on('doctype', () => {
    throw new Refusal('document.entityForbidden', { place });
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    depth++;
    if (depth > limits.xmlDepth) throw damaged(`${place}: nesting`);
    for (const name in tag.attributes) {
      if (name.startsWith('xmlns') && tag.attributes[name] === inclusion)
        throw new Refusal('document.entityForbidden', { place: `${place} XInclude` });
    }
    events.open?.(tag.name, tag.attributes);
  });
  parser.on('closetag', (tag) => {
    depth--;
    events.close?.(tag.name);
  });
  if (events.text) {
    const onText = (text: string) => events.text?.(text);
    parser.on('text', onText);
    parser.on('cdata', onText);
  }
  return parser;
}

/** Parses one entry of the archive; anything not well formed is `document.damaged` with the entry's name. */
export function readXml(archive: Archive, name: string, events: XmlEvents): void {
  const parser = makeParser(name, events);
  let decoder: TextDecoder | undefined;
  try {
    archive.stream(name, (chunk) => {
      if (chunk.length === 0) return true;
      decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
      parser.write(decoder.decode(chunk, { stream: true }));
      return true;
    });
    parser.write(decoder?.decode() ?? '').close();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw damaged(name);
  }
}

/** Entries that are never parsed must not smuggle a DTD past the reader either. */
export function refuseEntities(archive: Archive): void {
  for (const name of archive.names) {
    if (!/\.(xml|rels|svg)$/i.test(name)) continue;
    let head = '';
    archive.stream(name, (chunk) => {
      head += String.fromCharCode(...chunk.subarray(0, 4096)).replaceAll('\0', '');
      return head.length < 4096;
    });
    if (/<!(DOCTYPE|ENTITY)/i.test(head)) throw new Refusal('document.entityForbidden', { place: name });
  }
}

/** Name without prefix: w:p and p are the same element, whatever prefix the writer chose. */
export const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Attribute by local name, whatever its prefix. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  const plain = attributes[name];
  if (plain !== undefined) return plain;
  for (const key in attributes) if (key.endsWith(`:${name}`)) return attributes[key];
  return undefined;
}
