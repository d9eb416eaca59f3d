// Which indicators a report's own sentence names as missed or reached, where the table prints no assessment:
// “……等31项指标可以达到目标，6项指标还有差距：……”。
import { foldCell } from '../../plan/words/cell-words.ts';
import { type PrintedClass, printedClass } from './words.ts';

export interface SentenceVerdict {
  readonly class: PrintedClass;
  /** The words of the sentence that say so. */
  readonly words: string;
  /** named: the sentence names the indicator; remaining: it counts all the others. */
  readonly from: 'named' | 'remaining';
}

interface Group {
  readonly class: PrintedClass;
  readonly words: string;
  readonly count: number | null;
  readonly names: ReadonlySet<string>;
  /** True for 其余 and 其他: everything that no other group names. */
  readonly rest: boolean;
}

const digits = '一二三四五六七八九十';
const countPattern =
  /(?:(\d{1,3})|([一二三四五六七八九]?十?[一二三四五六七八九十])|(其余|其他|其它))(?:[\d一二三四五六七八九十]*)(?:项|个)?(?:主要|约束性|预期性|年度|计划|核心|经济)*(?:指标|目标|任务|项)/g;

function countOf(arabic: string | undefined, chinese: string | undefined): number | null {
  if (arabic !== undefined) return Number(arabic);
  if (chinese === undefined) return null;
  const ten = chinese.indexOf('十');
  if (ten < 0) return digits.indexOf(chinese) + 1;
  const tens = ten === 0 ? 1 : digits.indexOf(chinese.charAt(0)) + 1;
  const ones = ten === chinese.length - 1 ? 0 : digits.indexOf(chinese.charAt(ten + 1)) + 1;
  return tens * 10 + ones;
}

const bare = (name: string): string => name.replace(/\([^()]*\)/g, '');

/** Names of the table that a list of words names: in quotes where the text quotes, else between 、 and ,. */
export function namesIn(region: string, names: readonly string[]): ReadonlySet<string> {
  const quoted = [...region.matchAll(/[“"「]([^“”"「」]{2,40})[”"」]/g)].map((match) => match[1] ?? '');
  const tokens = quoted.length > 0 ? quoted : region.split(/[、,;:]|以及|和(?=.{3})|及(?!其?相关)/);
  const found = new Set<string>();
  for (const token of tokens) {
    const word = token.replace(/^(?:其中|包括|分别为|分别是|即|有|是|如)+/, '').replace(/(?:等|指标)+$/, '');
    if (word.length < 2) continue;
    const name =
      names.find((each) => each === word) ??
      names.find((each) => bare(each) === bare(word)) ??
      longest(names.filter((each) => word.startsWith(each) || (word.length >= 4 && each.startsWith(word)))) ??
      longest(names.filter((each) => bare(word).startsWith(bare(each)) && bare(each).length >= 4));
    if (name !== undefined) found.add(name);
  }
  for (const name of names) if (name.includes('、') && region.includes(name)) found.add(name);
  return found;
}

const longest = (names: readonly string[]): string | undefined =>
  names.reduce<string | undefined>(
    (best, name) => (best === undefined || name.length > best.length ? name : best),
    undefined,
  );

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly count: number | null;
  readonly rest: boolean;
}

function marksIn(sentence: string): readonly Mark[] {
  return [...sentence.matchAll(countPattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    count: countOf(match[1], match[2]),
    rest: match[3] !== undefined,
  }));
}

/** Groups that a sentence counts: N项指标 + what is said of them + the names before 等 or behind a colon. */
function countedGroups(sentence: string, names: readonly string[]): readonly Group[] {
  const marks = marksIn(sentence);
  const groups: Group[] = [];
  marks.forEach((mark, index) => {
    const until = marks[index + 1]?.start ?? sentence.length;
    const text = sentence.slice(mark.end, until);
    const headEnd = text.search(/[:,;。(]/);
    const words = headEnd < 0 ? text : text.slice(0, headEnd);
    const said = printedClass(words);
    if (!said) return;
    const from = Math.max(marks[index - 1]?.end ?? 0, sentence.lastIndexOf(';', mark.start) + 1);
    const before = sentence.slice(from, mark.start);
    const listed = /等$/.test(before) || (headEnd < 0 && before !== '') ? before : '';
    const behind = headEnd >= 0 && text[headEnd] !== ';' ? text.slice(headEnd + 1) : '';
    const region = text[headEnd] === ':' || text[headEnd] === '(' ? `${listed},${behind}` : listed;
    groups.push({
      class: said,
      words,
      count: mark.count,
      rest: mark.rest,
      names: mark.rest ? new Set() : namesIn(region, names),
    });
  });
  return groups;
}

/** Without counts: names carried from clause to clause until one says how they stand. */
function namedGroups(sentence: string, names: readonly string[]): readonly Group[] {
  const groups: Group[] = [];
  const excepted = /除(.{3,80}?)(?:以?外|之外)/.exec(sentence);
  if (excepted && /指标|目标/.test(sentence)) {
    const rest = sentence.slice(excepted.index + excepted[0].length);
    if (printedClass(rest) === 'reached')
      return [
        { class: 'lagging', words: rest, count: null, rest: false, names: namesIn(excepted[1] ?? '', names) },
        { class: 'reached', words: rest, count: null, rest: true, names: new Set() },
      ];
  }
  if (!/指标/.test(sentence)) return groups;
  const clauses = sentence.split(/[,;]/);
  for (const [index, clause] of clauses.entries()) {
    const said = printedClass(clause);
    const found = namesIn(clause, names);
    const colon = /(?:指标|目标)(?:有|包括|是|为)?:/.test(clause) ? clauses.slice(index).join(',') : '';
    const all = colon === '' ? found : namesIn(colon.slice(colon.indexOf(':') + 1), names);
    if (said && all.size > 0)
      groups.push({ class: said, words: clause, count: null, rest: false, names: all });
  }
  return groups;
}

/** `figured` are the names that have a figure: a report that counts only those leaves the others unsaid. */
function verdictsFrom(
  groups: readonly Group[],
  names: readonly string[],
  figured: readonly string[],
): Map<string, SentenceVerdict> {
  const verdicts = new Map<string, SentenceVerdict>();
  for (const group of groups)
    for (const name of group.names)
      verdicts.set(name, { class: group.class, words: group.words, from: 'named' });
  const missed = groups.find((group) => group.class === 'lagging' && !group.rest);
  const others = groups.find((group) => group.class === 'reached');
  if (!missed || !others) return verdicts;
  if (missed.count !== null && missed.count !== missed.names.size) return verdicts;
  const inAll = others.count === null ? Number.NaN : others.count + missed.names.size;
  const rest = others.rest || inAll === names.length ? names : inAll === figured.length ? figured : [];
  for (const name of rest)
    if (!verdicts.has(name)) verdicts.set(name, { class: 'reached', words: others.words, from: 'remaining' });
  return verdicts;
}

/** Text near a table that may hold the sentence: what leads up to it, then what follows. */
const BEFORE = 4000;
const AFTER = 2500;

/**
 * How the report itself speaks of the indicators of one table. Empty where no sentence names a missed one: to be
 * silent about an indicator is not to say that it was reached.
 */
export function sentenceVerdicts(
  source: string,
  tableStart: number,
  tableEnd: number,
  printedNames: readonly string[],
  figuredNames: readonly string[] = printedNames,
): ReadonlyMap<string, SentenceVerdict> {
  const names = printedNames.map(foldCell);
  const figured = figuredNames.map(foldCell);
  const near = [
    source.slice(Math.max(0, tableStart - BEFORE), tableStart),
    source.slice(tableEnd, tableEnd + AFTER),
  ];
  let best = new Map<string, SentenceVerdict>();
  for (const window of near) {
    for (const sentence of foldSentence(window)) {
      const counted = verdictsFrom(countedGroups(sentence, names), names, figured);
      const found = counted.size > 0 ? counted : verdictsFrom(namedGroups(sentence, names), names, figured);
      const missed = [...found.values()].some((each) => each.class === 'lagging');
      if (missed && found.size > best.size) best = found;
    }
  }
  return best;
}

const foldSentence = (window: string): readonly string[] =>
  foldCell(window).replace(/[，]/g, ',').replace(/[；]/g, ';').replace(/[：]/g, ':').split('。');
