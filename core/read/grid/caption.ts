// Which words above a table are its caption: 表1 …, a title of a list, and the line 单位:亿元 between caption and table.

import { lineStartOf } from '../line/line-start.ts';
import type { Span } from '../reading.ts';
import type { ParagraphBlock } from '../structure.ts';

export interface Caption {
  readonly caption: string;
  readonly span: Span | null;
  readonly notes: readonly Span[];
  /** How many of the blocks above belong to the table. */
  readonly taken: number;
}

const listTitle = /(?:表|清单|一览|情况|安排|目标|名单|计划|分解|汇总|指标|任务|明细|台账)(?:\([^)]*\))?$/;
const unitLine = /^[([]?单位[:.][^。]{1,20}[)\]]?$/;
const longest = 60;

/** Takes caption and unit line from the paragraphs right above a table, nearest last. */
export function captionAbove(text: string, above: readonly ParagraphBlock[]): Caption {
  let i = above.length - 1;
  const notes: Span[] = [];
  const unit = above[i];
  if (unit !== undefined && unitLine.test(text.slice(unit.start, unit.end))) {
    notes.push({ start: unit.start, end: unit.end });
    i -= 1;
  }
  const line = above[i];
  if (line === undefined) return { caption: '', span: null, notes, taken: notes.length };
  const lead =
    /^-?附(?:件|表)\s?[\d一二三四五六七八九十]{0,2}[:.](?=.{4})/.exec(text.slice(line.start, line.end))?.[0]
      .length ?? 0;
  const words = text.slice(line.start + lead, line.end);
  const opening = lineStartOf(text, line.start + lead, line.end);
  const isTitle = opening === 'caption' || (opening === 'plain' && listTitle.test(words));
  if (!isTitle || words.length > longest || /[。;]/.test(words)) {
    return { caption: '', span: null, notes, taken: notes.length };
  }
  return {
    caption: words,
    span: { start: line.start + lead, end: line.end },
    notes,
    taken: notes.length + 1,
  };
}
