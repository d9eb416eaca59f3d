// Finds every quantity of a document, block by block: running text with its own words, cells with the unit of their table.
import type { Telling } from '../source/telling.ts';
import type { Block, GridBlock, HeadingBlock, Mentions, Structure } from '../structure.ts';
import { findGridMentions } from './grid-mentions.ts';
import { restoreLostPercents } from './lost-percent.ts';
import { findMentionsIn } from './scan.ts';
import { newSink, runningText, type Sink } from './sink.ts';

function findInHeading(text: string, telling: Telling, block: HeadingBlock, sink: Sink): void {
  for (let i = block.start; i < block.titleStart; i++) {
    const sign = text.charCodeAt(i);
    if (sign < 48 || sign > 57) continue;
    sink.neutrals.push({ start: block.start, end: block.titleStart, why: 'listNumber' });
    break;
  }
  findMentionsIn(text, block.titleStart, block.titleEnd, sink, runningText, telling);
}

/** The caption of a table, unless it has been read: two tables may share one, and it may be a paragraph as well. */
function findInCaption(text: string, { captionSpan }: GridBlock, sink: Sink, done: number): void {
  if (captionSpan !== null && captionSpan.start >= done)
    findMentionsIn(text, captionSpan.start, captionSpan.end, sink, runningText);
}

/** `done` is where the blocks before this one end. */
function findInBlock(text: string, telling: Telling, block: Block, sink: Sink, done: number): void {
  switch (block.kind) {
    case 'heading':
      findInHeading(text, telling, block, sink);
      break;
    case 'grid':
      findInCaption(text, block, sink, done);
      findGridMentions(text, block, sink);
      break;
    case 'paragraph':
    case 'footnote':
      findMentionsIn(text, block.start, block.end, sink, runningText, telling);
      break;
  }
}

/** All quantities, neutral numbers and unread digits of the document, each list in order of place. */
export function findMentions(structure: Structure): Mentions {
  const { text } = structure.folded;
  const sink = newSink();
  let done = 0;
  for (const block of structure.blocks) {
    findInBlock(text, structure.telling, block, sink, done);
    done = Math.max(done, block.end);
  }
  restoreLostPercents(text, sink);
  return sink;
}
