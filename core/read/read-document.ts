// How a plan document is read, from decoded text to everything it promises and reports: the table of contents of the reader.
import { cutStructure } from './block/cut-structure.ts';
import { readItems } from './item/read-items.ts';
import { locate } from './locate.ts';
import { findMentions } from './number/find-mentions.ts';
import type { Reading } from './reading.ts';
import { foldText } from './source/fold-text.ts';

/** Reads one document; offsets are UTF-16 offsets into `source`. */
export function readDocument(source: string): Reading {
  const folded = foldText(source);
  const structure = cutStructure(folded);
  const mentions = findMentions(structure);
  const items = readItems(structure, mentions);
  return locate(structure, mentions, items);
}
