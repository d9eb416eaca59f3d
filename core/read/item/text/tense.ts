// Whether a place of a document looks back or ahead: headings decide, a sentence of its own may say otherwise.
import { isIn, signSet } from '../../number/sign-set.ts';
import type { Block, HeadingBlock, Part, Structure } from '../../structure.ts';
import type { Tense } from '../phrase/qualifier.ts';

const lookingBack =
  /回顾|执行情况|完成情况|进展情况|落实情况|开展情况|运行情况|实施情况|收支情况|工作总结|总结|过去[一二三四五五两]年|年来|工作成效|成绩|成就|取得|工作情况|主要情况|基本情况|情况$|实绩/;
const lookingAhead =
  /安排|目标|任务|部署|下半年|下一步|下一阶段|今后|打算|草案|预期|展望|工作重点|重点工作|思路|举措|措施|政策|要求|分工|分解|清单|方案|计划|[三四]季度(?:工作|重点)/;
const noYears: readonly number[] = [];
const year = /(20\d\d)\s*年/g;

/** What a heading says about the time of the text below it, null for nothing. */
export function tenseOfHeading(title: string, planYear: number | null): Tense | null {
  const words = title.slice(0, 60);
  const back = lookingBack.test(words);
  const ahead = lookingAhead.test(words);
  if (back !== ahead) return back ? 'result' : 'target';
  const years = words.includes('20') ? [...words.matchAll(year)].map((match) => Number(match[1])) : noYears;
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

/** 民生实事1—9月进度公示, 重点任务完成情况: a list that reports. */
const reporting = /(?:完成|进展|落实|推进|进度)(?:情况|公示|通报|一览)/;

function tenseOfPart(part: Part): Tense | null {
  switch (part.identity.kind) {
    case 'decomposition':
    case 'livelihoodList':
      return reporting.test(part.identity.title) ? 'result' : 'target';
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

const fiveYears = /今后五年|未来五年|五年(?:发展)?(?:主要)?目标/;
const planOf = /“?十([三四五六七])五”?/;

/** Last day that a chapter of aims reaches to where it is not the year of the plan (今后五年, “十五五”), or null. */
export function horizonOf(title: string, planYear: number | null): string | null {
  if (!title.includes('五')) return null;
  const plan = planOf.exec(title)?.[1];
  if (plan && /目标|指标|规划|时期/.test(title))
    return `${2010 + ('三四五六七'.indexOf(plan) + 2) * 5}-12-31`;
  // The report that opens a term is given in its first year; the term lasts five.
  return fiveYears.test(title) && planYear !== null ? `${planYear + 4}-12-31` : null;
}

/** What the headings above a block say about its time. */
export interface Time {
  readonly tense: Tense | null;
  /** ISO date of the last day that its aims reach to, null for the plan's own year. */
  readonly horizon: string | null;
  /** True under a heading about the arrangement or progress of construction projects. */
  readonly projects: boolean;
}

const projectChapter =
  /(?:重点|重大|投资)(?:建设|实施|产业)?项目[^。]{0,20}(?:安排|进展|完成情况|计划|推进情况|建设情况)/;

interface Level extends Time {
  readonly level: number;
  /** A short line without a number: the next such line takes its place. */
  readonly loose: boolean;
}

/** The time of every block of a part. Index 0 is the part's first block. */
export function timesOf(structure: Structure, part: Part): readonly Time[] {
  const { text } = structure.folded;
  const own = tenseOfPart(part);
  const stack: Level[] = [];
  const times: Time[] = [];
  let now: Time = { tense: own, horizon: null, projects: false };
  for (let i = part.firstBlock; i < part.endBlock; i += 1) {
    const block = structure.blocks[i];
    if (!block) continue;
    const turned =
      block.kind === 'heading' ? enter(text, block, part.year, stack) : turn(text, block, part.year, stack);
    if (turned) {
      let tense = own;
      let horizon: string | null = null;
      let projects = false;
      for (const level of stack) {
        tense = level.tense ?? tense;
        horizon = level.horizon ?? horizon;
        projects ||= level.projects;
      }
      now = { tense, horizon, projects };
    }
    times.push(now);
  }
  return times;
}

function enter(text: string, block: HeadingBlock, planYear: number | null, stack: Level[]): boolean {
  while ((stack.at(-1)?.level ?? 0) >= block.level) stack.pop();
  const known = stack.some((level) => level.tense !== null);
  const words = text.slice(block.titleStart, Math.min(block.titleEnd, block.titleStart + 60));
  stack.push({
    level: block.level,
    loose: false,
    tense: cueOf(text, block, planYear, known),
    horizon: horizonOf(words, planYear),
    projects: words.includes('项目') && projectChapter.test(words),
  });
  return true;
}

/** A short line without a number may be a heading too (工作回顾). */
function turn(text: string, block: Block, planYear: number | null, stack: Level[]): boolean {
  if (stack.some(({ loose }) => !loose) || !headingLike(block, text)) return false;
  const words = text.slice(block.start, block.end);
  const cue = tenseOfHeading(words, planYear);
  if (cue === null) return false;
  stack.length = 0;
  stack.push({
    level: 1,
    loose: true,
    tense: cue,
    horizon: horizonOf(words, planYear),
    projects: words.includes('项目') && projectChapter.test(words),
  });
  return true;
}

const firm =
  /回顾|执行情况|完成情况|进展情况|工作总结|预期目标|主要目标|下半年|下一步|工作安排|工作任务|预算草案|工作计划|工作打算/;

/** Below a heading that spoke, only plain words turn the time: 3.政策支持精准高效 in a report is no plan. */
function cueOf(text: string, block: HeadingBlock, planYear: number | null, known: boolean): Tense | null {
  const title = text.slice(block.titleStart, block.titleEnd);
  if (known && !firm.test(title)) return null;
  return block.level > 2 && title.length > 16 ? null : tenseOfHeading(title, planYear);
}

const backMarks =
  /(?:截至(?!今年底|年底|20\d\d年底)|去年|上年末|过去|一年来|五年来|已经?(?:完成|建成|实现|达到|累计|发放|兑付|开工)|同比|比上年|较上年|创历史)/;
const aheadMarks =
  /(?:力争|争取|确保|不少于|预期目标|目标是|将[^军领]|计划|到20\d\d年|今年(?:要|将|政府工作|主要)|下一步|要[加推进做抓坚深全])/;

/** What a sentence says where no heading does; `planYear` turns 2024年… and 2023年… into ahead and back. */
export function tenseOfSentence(sentence: string, before: Tense | null): Tense {
  const ahead = aheadMarks.test(sentence);
  const back = backMarks.test(sentence);
  if (ahead !== back) return ahead ? 'target' : 'result';
  return before ?? 'result';
}

const backLabel = /^(?:实际|目前|当前|工作)?(?:完成|进展|落实|推进|实施|办理)(?:情况|成效)\s*[:：]/;
const aheadLabel = /^下一?步(?:工作)?(?:计划|打算|安排|措施|举措|思路)?\s*[:：]/;
/** First signs of both. */
const labelSigns = signSet('实目当工完进落推办下');

/** 完成情况:…, 下一步打算:… settle the time of the rest of their paragraph; null for other words. */
export function tenseOfLabel(words: string): Tense | null {
  if (!isIn(labelSigns, words.charCodeAt(0))) return null;
  const head = words.slice(0, 16);
  return backLabel.test(head) ? 'result' : aheadLabel.test(head) ? 'target' : null;
}

const done =
  /截至(?!今年底|年底|20\d\d年(?:年)?底)[^,，]{0,12}[,，]|(?:目前|已)(?:累计)?(?:完成|建成|实现|发放|兑付|开工|争取到|下达)/;

/** A target section may still report (截至6月底,已完成…). */
export const reportsDone = (sentence: string): boolean => done.test(sentence);
