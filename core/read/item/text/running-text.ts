// Targets and results in running text: each sentence is read in the time of its section, with the owners of its unit.
import { isIn, signSet } from '../../number/sign-set.ts';
import type { Item } from '../../reading.ts';
import { DATE, DONE, HINT } from '../../source/telling.ts';
import type { Mention, Part, Structure } from '../../structure.ts';
import { type Deadline, findDeadlines } from '../deadlines.ts';
import { cutClauses, SentenceEnds } from '../phrase/clause.ts';
import { firstMention } from '../phrase/first-mention.ts';
import { type Phrase, PhraseReader } from '../phrase/phrase.ts';
import type { Tense } from '../phrase/qualifier.ts';
import { holdsHint, readWorded } from '../phrase/worded.ts';
import { type AwardPlace, type Party, readAwards } from '../policy/award-items.ts';
import type { Owned } from '../task/task-items.ts';
import type { Unit } from '../task/unit.ts';
import { makeItem, phraseItem, type Setting } from './make-item.ts';
import { reportsDone, type Time, tenseOfLabel, tenseOfSentence, timesOf } from './tense.ts';

const timeless: Time = { tense: null, horizon: null, projects: false };

/** Time of the text at a place, by block. */
class Times {
  readonly structure: Structure;
  readonly part: Part;
  readonly times: readonly Time[];
  /** Index of the block that was asked for last. */
  block: number;

  constructor(structure: Structure, part: Part) {
    this.structure = structure;
    this.part = part;
    this.times = timesOf(structure, part);
    this.block = part.firstBlock;
  }

  /** Places are asked for in rising order; a step back starts again. */
  at(place: number): Time {
    const { blocks } = this.structure;
    if ((blocks[this.block]?.start ?? 0) > place) this.block = this.part.firstBlock;
    while (this.block + 1 < this.part.endBlock && (blocks[this.block + 1]?.start ?? place + 1) <= place)
      this.block += 1;
    return this.times[this.block - this.part.firstBlock] ?? timeless;
  }
}

export interface TextOptions {
  readonly family: Item['family'];
  /** True where sentences that grant something are awards (policy documents). */
  readonly awards: boolean;
  /** Time of text under headings that say nothing about time. */
  readonly otherwise: Tense | null;
}

const inlineNumber = /^[\s*#●■◆▲▪•○□◇►▶]*(?:[①-⑳]|[(（]\d{1,2}[)）]|\d{1,2}[.．、](?!\d))?\s*/;
/** Signs that such a number, or the space before it, can begin with. */
const numberOpeners = signSet(' \t\n*#●■◆▲▪•○□◇►▶(（0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳');
const numberLength = (words: string): number => inlineNumber.exec(words)?.[0].length ?? 0;
const undated: readonly Deadline[] = [];
const datedWords = /年底|月底|\d月|年内|[到至]20\d\d年|季度|上半年|五”?(?:规划)?末|20\d\d年底/;

const none: readonly Phrase[] = [];
const semicolons = signSet(';；');

/** How many things a chapter holds: 促进就业(3项). */
const countedChapter = /^[^,，;；。:：]{2,40}[(（]共?\d+[项个条件][)）]\s*$/;

/** The title of the document and a chapter with its count promise nothing. */
function isName(words: string, unit: Unit, part: Part): boolean {
  if (unit.level === 0)
    return words.length < part.identity.title.length + 4 && words.trim() === part.identity.title;
  return unit.chapter && words.length < 50 && countedChapter.test(words);
}

class TextReader {
  readonly structure: Structure;
  readonly part: Part;
  readonly mentions: readonly Mention[];
  readonly options: TextOptions;
  readonly times: Times;
  readonly items: Item[];
  readonly place: AwardPlace;
  readonly phrases: PhraseReader;
  /** Time that sentences fell back to where no heading speaks. */
  drift: Tense | null = null;
  /** What the label of a paragraph says about its time. */
  labelled: { readonly block: number; readonly tense: Tense } | null = null;
  last: { readonly owned: Owned; readonly time: Time; readonly setting: Setting } | null = null;

  constructor(
    structure: Structure,
    part: Part,
    mentions: readonly Mention[],
    options: TextOptions,
    into: Item[],
  ) {
    this.structure = structure;
    this.part = part;
    this.mentions = mentions;
    this.options = options;
    this.items = into;
    this.times = new Times(structure, part);
    this.phrases = new PhraseReader(structure.folded.text, structure.telling, mentions);
    this.place = { document: part.identity.number || part.identity.title, clause: '' };
  }

  tenseOf(sentence: string, time: Time, signs: number): Tense {
    const label = tenseOfLabel(sentence);
    if (label !== null) this.labelled = { block: this.times.block, tense: label };
    if (this.labelled?.block === this.times.block) return this.labelled.tense;
    const section = time.tense ?? this.options.otherwise;
    if (section === null) {
      this.drift = tenseOfSentence(sentence, this.drift);
      return this.drift;
    }
    if (section === 'target' && (signs & DONE) !== 0 && reportsDone(sentence)) return 'result';
    return section;
  }

  /** `signs` are those that SentenceEnds found in from..to. */
  sentence(owned: Owned, from: number, to: number, signs: number): void {
    const { text } = this.structure.folded;
    const lo = firstMention(this.mentions, from);
    const any = (this.mentions[lo]?.end ?? to + 1) <= to;
    const time = this.times.at(from);
    const mayWord = (time.tense ?? this.options.otherwise) !== 'result';
    if (!any && !mayWord) return;
    const worded = mayWord && (signs & HINT) !== 0 && holdsHint(text, this.structure.telling, from, to);
    if (!any && !worded) return;
    const words = text.slice(from, to);
    if (isName(words, owned.unit, this.part)) return;
    const start = from + (isIn(numberOpeners, words.charCodeAt(0)) ? numberLength(words) : 0);
    const tense = this.tenseOf(words, time, signs);
    const setting = this.settingOf(owned, time, tense);
    const stop = any && this.options.awards && tense === 'target' ? this.awards(start, to, setting) : to;
    const phrases = any ? this.phrases.read(start, stop, lo, tense) : none;
    const dated =
      tense === 'target' && (signs & DATE) !== 0 && phrases.length > 0 && datedWords.test(words)
        ? findDeadlines(words, this.part.year)
        : undated;
    for (const phrase of phrases) {
      let by = setting.deadline ?? null;
      for (const limit of dated)
        if (from + limit.start <= phrase.mention.start && limit.by !== null) by = limit.by;
      this.items.push(phraseItem(text, phrase, setting, by));
    }
    if (worded && tense === 'target') this.worded(start, stop, lo, setting, phrases);
  }

  /** The sentences of a stretch in one tense have one setting. */
  settingOf(owned: Owned, time: Time, tense: Tense): Setting {
    const { last } = this;
    if (last !== null && last.owned === owned && last.time === time && last.setting.kind === tense)
      return last.setting;
    const setting: Setting = {
      family: this.options.family === 'text' && time.projects ? 'project' : this.options.family,
      kind: tense,
      section: owned.unit.section,
      number: owned.unit.number,
      owners: owned.owners,
      official: owned.official,
      deadline: owned.deadline ?? (tense === 'target' ? time.horizon : null),
    };
    this.last = { owned, time, setting };
    return setting;
  }

  /** Adds the awards of a sentence; gives back where ordinary promises must stop. */
  awards(from: number, to: number, setting: Setting): number {
    const { text } = this.structure.folded;
    let start = from;
    let first = -1;
    let party: Party | undefined;
    for (let i = from; i <= to; i += 1) {
      if (i < to && !isIn(semicolons, text.charCodeAt(i))) continue;
      const inside = this.mentions.slice(firstMention(this.mentions, start), firstMention(this.mentions, i));
      const clause = setting.number ?? '';
      const awards = readAwards(text, start, i, inside, setting, { ...this.place, clause }, party);
      party = awards.party;
      this.items.push(...awards.items);
      if (awards.from >= 0 && first < 0) first = awards.from;
      start = i + 1;
    }
    return first < 0 ? to : first;
  }

  worded(from: number, to: number, lo: number, setting: Setting, phrases: readonly Phrase[]): void {
    const { text } = this.structure.folded;
    for (const clause of cutClauses(text, this.structure.telling, from, to, this.mentions, lo)) {
      for (const found of readWorded(text, clause)) {
        if (phrases.some((phrase) => phrase.mention.start >= found.start && phrase.mention.end <= found.end))
          continue;
        this.items.push(
          makeItem({
            kind: setting.kind,
            family: setting.family,
            section: setting.section,
            number: setting.number ?? '',
            owners: setting.owners ?? [],
            official: setting.official ?? null,
            deadline: setting.deadline ?? null,
            start: found.start,
            end: found.end,
            title: text.slice(found.start, found.end),
            metric: found.metric,
            comparator: found.comparator,
            direction: found.direction,
            relative: found.relative,
            relativeType: found.relativeType,
          }),
        );
      }
    }
  }
}

/** Adds the targets and results in the owned stretches of a part. */
export function readRunningText(
  structure: Structure,
  part: Part,
  mentions: readonly Mention[],
  stretches: readonly Owned[],
  options: TextOptions,
  into: Item[],
): void {
  const reader = new TextReader(structure, part, mentions, options, into);
  const ends = new SentenceEnds(structure.telling);
  for (const owned of stretches) {
    const from = Math.max(owned.start, Math.min(owned.unit.title.start, owned.end));
    for (let start = from; start < owned.end; ) {
      const end = ends.after(start, owned.end);
      reader.sentence(owned, start, end, ends.signs);
      start = end;
    }
  }
}
