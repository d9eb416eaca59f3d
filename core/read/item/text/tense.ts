// Whether a place of a document looks back or ahead: headings decide, a sentence of its own may say otherwise.
import type { Block, HeadingBlock, Part, Structure } from '../../structure.ts';
import type { Tense } from './qualifier.ts';

const lookingBack =
  /回顾|执行情况|完成情况|进展情况|落实情况|开展情况|运行情况|实施情况|收支情况|工作总结|总结|过去[一二三四五五两]年|年来|工作成效|成绩|成就|取得|工作情况|主要情况|基本情况|情况$|实绩/;
const lookingAhead =
  /安排|目标|任务|部署|下半年|下一步|下一阶段|今后|打算|草案|预期|展望|工作重点|重点工作|思路|举措|措施|政策|要求|分工|分解|清单|方案|计划|[三四]季度(?:工作|重点)/;
const year = /(20\d\d)\s*年/g;

/** What a heading says about the time of the text below it, null for nothing. */
export function tenseOfHeading(title: string, planYear: number | null): Tense | null {
  const words = title.slice(0, 60);
  const back = lookingBack.test(words);
  const ahead = lookingAhead.test(words);
  if (back !== ahead) return back ? 'result' : 'target';
  const years = [...words.matchAll(year)].map((match) => Number(match[1]));
  if (back && ahead) {
    // 计划执行情况 looks back; 执行情况与…草案 names both and decides nothing.
    if (years.length > 1) return null;
    return /(?:计划|规划|预算|任务|目标|要求|政策|方案)[^与和及、]{0,12}(?:执行|完成|落实|实施|进展|收支)(?:的)?(?:总体|基本)?情况|情况$/.test(
      words,
    )
      ? 'result'
      : null;
  }
  const one = years[0];
  if (years.length === 1 && one !== undefined && planYear !== null) return one < planYear ? 'result' : null;
  return null;
}

function tenseOfPart(part: Part): Tense | null {
  switch (part.identity.kind) {
    case 'decomposition':
    case 'livelihoodList':
    case 'policyPackage':
      return 'target';
    case 'executionReport':
      return 'result';
    default:
      return null;
  }
}

const headingLike = (block: Block, text: string): boolean =>
  block.kind === 'paragraph' &&
  block.end - block.start <= 32 &&
  !/[。;；,，]/.test(text.slice(block.start, block.end));

/** The tense of every block of a part, by heading; null where no heading says. Index 0 is the part's first block. */
export function tensesOf(structure: Structure, part: Part): readonly (Tense | null)[] {
  const { text } = structure.folded;
  const own = tenseOfPart(part);
  const stack: { level: number; tense: Tense | null }[] = [];
  const tenses: (Tense | null)[] = [];
  for (let i = part.firstBlock; i < part.endBlock; i += 1) {
    const block = structure.blocks[i];
    if (!block) continue;
    if (block.kind === 'heading') {
      while ((stack[stack.length - 1]?.level ?? 0) >= block.level) stack.pop();
      const known = stack.some((entry) => entry.tense !== null);
      stack.push({ level: block.level, tense: cueOf(text, block, part.year, known) });
    } else if (headingLike(block, text)) {
      const cue = tenseOfHeading(text.slice(block.start, block.end), part.year);
      if (cue !== null && stack.length === 0) stack.push({ level: 1, tense: cue });
    }
    let tense: Tense | null = own;
    for (const entry of stack) if (entry.tense !== null) tense = entry.tense;
    tenses.push(tense);
  }
  return tenses;
}

const firm = /回顾|执行情况|完成情况|进展情况|工作总结|预期目标|主要目标|下半年|下一步|工作安排|工作任务|预算草案|工作计划|工作打算/;

/** Below a heading that spoke, only plain words turn the time: 3.政策支持精准高效 in a report is no plan. */
function cueOf(text: string, block: HeadingBlock, planYear: number | null, known: boolean): Tense | null {
  const title = text.slice(block.titleStart, block.titleEnd);
  if (known && !firm.test(title)) return null;
  return block.level > 2 && title.length > 16 ? null : tenseOfHeading(title, planYear);
}

const backMarks =
  /(?:截至(?!今年底|年底|20\d\d年底)|去年|上年末|过去|一年来|五年来|已经?(?:完成|建成|实现|达到|累计|发放|兑付|开工)|同比|比上年|较上年|创历史)/;
const aheadMarks =
  /(?:力争|争取|确保|预期目标|目标是|将[^军领]|计划|到20\d\d年|今年(?:要|将|政府工作|主要)|下一步|要[加推进做抓坚深全])/;

/** What a sentence says where no heading does; `planYear` turns 2024年… and 2023年… into ahead and back. */
export function tenseOfSentence(sentence: string, before: Tense | null): Tense {
  const ahead = aheadMarks.test(sentence);
  const back = backMarks.test(sentence);
  if (ahead !== back) return ahead ? 'target' : 'result';
  return before ?? 'result';
}

const done =
  /截至(?!今年底|年底|20\d\d年(?:年)?底)[^,，]{0,12}[,，]|(?:目前|已)(?:累计)?(?:完成|建成|实现|发放|兑付|开工|争取到|下达)/;

/** A target section may still report (截至6月底,已完成…). */
export const reportsDone = (sentence: string): boolean => done.test(sentence);
