// The decoded text of a document, kept once it was read: a text is a fact that never changes, and every look at a document asks for it.
import type { Context } from '../context.ts';
import { getDocumentText } from '../store/document.ts';
import type { Db } from '../store/open.ts';

/** Signs kept in all; a plan with its annexes has some two hundred thousand. */
const mostSigns = 8_000_000;

interface Kept {
  readonly texts: Map<string, string>;
  signs: number;
}
const kept = new WeakMap<Db, Kept>();

/** What was asked for longest ago goes first. */
function keep(own: Kept, key: string, text: string): void {
  own.texts.set(key, text);
  own.signs += text.length;
  for (const [oldest, { length }] of own.texts) {
    if (own.signs <= mostSigns) return;
    own.texts.delete(oldest);
    own.signs -= length;
  }
}

/** Undefined where there is no such document; that is asked again, for it may be added. */
export async function documentText(
  { db, jurisdiction }: Pick<Context, 'db' | 'jurisdiction'>,
  id: string,
): Promise<string | undefined> {
  const own = kept.get(db) ?? { texts: new Map(), signs: 0 };
  kept.set(db, own);
  const key = `${jurisdiction} ${id}`;
  const before = own.texts.get(key);
  if (before !== undefined) {
    own.texts.delete(key);
    own.texts.set(key, before);
    return before;
  }
  const text = (await getDocumentText(db, jurisdiction, id))?.text;
  if (text !== undefined && !own.texts.has(key)) keep(own, key, text);
  return text;
}
