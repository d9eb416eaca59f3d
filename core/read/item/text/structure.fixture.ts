// A structure made by hand from a few lines: headings by their numbers, one paragraph a line, notes by their signs.

import { findMentions } from '../../number/find-mentions.ts';
import type { DocumentIdentity } from '../../reading.ts';
import { tellingOf } from '../../source/telling.ts';
import type { Block, Mentions, Structure } from '../../structure.ts';

interface Given {
  readonly kind?: DocumentIdentity['kind'];
  readonly title?: string;
  readonly year?: number | null;
}

export interface Sample {
  readonly structure: Structure;
  readonly mentions: Mentions;
  readonly text: string;
}

const headingForms: readonly (readonly [number, RegExp])[] = [
  [1, /^[一二三四五六七八九十]+、/],
  [2, /^\([一二三四五六七八九十]+\)/],
  [2, /^第[一二三四五六七八九十]+条\s*/],
  [3, /^\d+\.\s*(?!\d)/],
];

function headingOf(line: string): { level: number; num: string } | null {
  for (const [level, form] of headingForms) {
    const num = form.exec(line)?.[0];
    if (num !== undefined) return { level, num };
  }
  return null;
}

export function sampleOf(lines: readonly string[], given: Given = {}): Sample {
  const text = lines.join('\n');
  const blocks: Block[] = [];
  const path: { level: number; num: string }[] = [];
  let at = 0;
  for (const line of lines) {
    const end = at + line.length;
    const heading = headingOf(line);
    const note = /^[¹²³⁴]/.exec(line)?.[0];
    if (note !== undefined) blocks.push({ kind: 'footnote', sign: note, part: 0, start: at, end });
    else if (heading) {
      while ((path[path.length - 1]?.level ?? 0) >= heading.level) path.pop();
      path.push(heading);
      const stop = line.indexOf('。');
      const titleEnd = stop < 0 ? end : at + stop;
      const section = path.map((entry) => entry.num.trim()).join('/');
      blocks.push({
        kind: 'heading',
        level: heading.level,
        num: heading.num.trim(),
        start: at,
        end: stop < 0 ? end : titleEnd + 1,
        titleStart: at + heading.num.length,
        titleEnd,
        path: section,
        part: 0,
      });
      if (stop >= 0 && titleEnd + 1 < end)
        blocks.push({
          kind: 'paragraph',
          path: section,
          part: 0,
          heading: blocks.length - 1,
          start: titleEnd + 1,
          end,
        });
    } else {
      const section = path.map((entry) => entry.num.trim()).join('/');
      blocks.push({ kind: 'paragraph', path: section, part: 0, heading: -1, start: at, end });
    }
    at = end + 1;
  }
  const signs = [...text.matchAll(/(?<!^|\n)[¹²³⁴]/g)].map((match) => ({ at: match.index, sign: match[0] }));
  const structure: Structure = {
    folded: { source: text, text, at: Uint32Array.from({ length: text.length + 1 }, (_, i) => i) },
    telling: tellingOf(text),
    parts: [
      {
        identity: { title: given.title ?? '', number: '', issuer: '', date: '', kind: given.kind ?? 'other' },
        year: given.year ?? null,
        firstBlock: 0,
        endBlock: blocks.length,
        start: 0,
        end: text.length,
      },
    ],
    blocks,
    repairs: [],
    footnoteSigns: signs,
  };
  return { structure, mentions: findMentions(structure), text };
}
