// Prints the automatic numbers of a word-processor document (一、（一）1.) that are nowhere in its text.
import { writeNumber } from '../number-word.ts';
import { attribute, local, readXml } from '../xml.ts';
import type { Archive } from '../zip.ts';

interface Level {
  start: number;
  format: string;
  text: string;
  legal: boolean;
  restarts: boolean;
  /** tab, space or nothing between number and text. */
  suffix: string;
  style: string;
}

interface List {
  abstractId: string;
  /** startOverride by level. */
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
}

interface Style {
  basedOn: string;
  numId: string | undefined;
  level: number | undefined;
}

interface Abstract {
  readonly levels: Map<number, Level>;
  styleLink: string;
  numStyleLink: string;
}

const newLevel = (): Level => ({
  start: 1,
  format: 'decimal',
  text: '',
  legal: false,
  restarts: true,
  suffix: 'tab',
  style: '',
});

/** The definitions as the file gives them; counters live in Counters. */
export interface Numbering {
  readonly lists: ReadonlyMap<string, List>;
  readonly abstracts: ReadonlyMap<string, Abstract>;
  readonly styles: ReadonlyMap<string, Style>;
  readonly defaultStyle: string;
}

const whole = (text: string | undefined, otherwise: number): number => {
  const value = Number.parseInt(text ?? '', 10);
  return Number.isFinite(value) ? value : otherwise;
};

const isOn = (value: string | undefined): boolean => !['0', 'false', 'off'].includes(value ?? '1');

function setLevel(level: Level, name: string, value: string | undefined): void {
  if (name === 'start') level.start = whole(value, 1);
  else if (name === 'numFmt') level.format = value ?? 'decimal';
  else if (name === 'lvlText') level.text = value ?? '';
  else if (name === 'isLgl') level.legal = isOn(value);
  else if (name === 'lvlRestart') level.restarts = value !== '0';
  else if (name === 'suff') level.suffix = value ?? 'tab';
  else if (name === 'pStyle') level.style = value ?? '';
}

/** numbering.xml, ECMA-376 part 1, 17.9. */
function readLists(archive: Archive, part: string) {
  const abstracts = new Map<string, Abstract>();
  const lists = new Map<string, List>();
  let abstract: Abstract | undefined;
  let list: List | undefined;
  let level: Level | undefined;
  let at = 0;
  const open = (name: string, value: string | undefined, id: string) => {
    if (name === 'abstractNum') {
      abstract = { levels: new Map(), styleLink: '', numStyleLink: '' };
      abstracts.set(id, abstract);
    } else if (name === 'num') {
      list = { abstractId: '', starts: new Map(), levels: new Map() };
      lists.set(id, list);
    } else if (name === 'lvl') {
      level = newLevel();
      (list ?? abstract)?.levels.set(at, level);
    } else if (name === 'abstractNumId' && list) list.abstractId = value ?? '';
    else if (name === 'startOverride' && list) list.starts.set(at, whole(value, 1));
    else if (name === 'styleLink' && abstract) abstract.styleLink = value ?? '';
    else if (name === 'numStyleLink' && abstract) abstract.numStyleLink = value ?? '';
    else if (level) setLevel(level, name, value);
  };
  if (archive.has(part))
    readXml(archive, part, {
      open: (name, attributes) => {
        const short = local(name);
        if (short === 'lvl' || short === 'lvlOverride') at = whole(attribute(attributes, 'ilvl'), 0);
        const id = attribute(attributes, short === 'num' ? 'numId' : 'abstractNumId') ?? '';
        open(short, attribute(attributes, 'val'), id);
      },
      close: (name) => {
        const short = local(name);
        if (short === 'abstractNum') abstract = undefined;
        else if (short === 'num') list = undefined;
        else if (short === 'lvl') level = undefined;
      },
    });
  return { abstracts, lists };
}

/** The numbering that paragraph styles carry (headings usually do). */
function readStyles(archive: Archive, part: string) {
  const styles = new Map<string, Style>();
  let style: Style | undefined;
  let defaultStyle = '';
  if (archive.has(part))
    readXml(archive, part, {
      open: (name, attributes) => {
        const [short, value] = [local(name), attribute(attributes, 'val')];
        if (short === 'style') {
          const id = attribute(attributes, 'styleId') ?? '';
          style = { basedOn: '', numId: undefined, level: undefined };
          styles.set(id, style);
          const isDefault = isOn(attribute(attributes, 'default') ?? '0');
          if (isDefault && attribute(attributes, 'type') === 'paragraph') defaultStyle = id;
        } else if (!style) return;
        else if (short === 'basedOn') style.basedOn = value ?? '';
        else if (short === 'numId') style.numId = value;
        else if (short === 'ilvl') style.level = whole(value, 0);
      },
      close: (name) => {
        if (local(name) === 'style') style = undefined;
      },
    });
  return { styles, defaultStyle };
}

export function readNumbering(archive: Archive, parts: { numbering: string; styles: string }): Numbering {
  return { ...readLists(archive, parts.numbering), ...readStyles(archive, parts.styles) };
}

/** What a paragraph says about its own number. */
export interface ParagraphNumber {
  readonly style: string;
  readonly numId: string | undefined;
  readonly level: number | undefined;
}

/** Follows basedOn until a style carries a list; a loop ends after as many steps as there are styles. */
function styleNumber(
  numbering: Numbering,
  id: string,
): { numId: string; level: number | undefined } | undefined {
  let style = numbering.styles.get(id === '' ? numbering.defaultStyle : id);
  let [level, steps] = [style?.level, 0];
  while (style && steps++ <= numbering.styles.size) {
    level ??= style.level;
    if (style.numId !== undefined) return { numId: style.numId, level };
    style = numbering.styles.get(style.basedOn);
  }
  return undefined;
}

/** Walks through a document in order and gives each numbered paragraph its printed number. */
export class Counters {
  readonly #numbering: Numbering;
  readonly #counts = new Map<string, number[]>();
  readonly #begun = new Set<string>();

  constructor(numbering: Numbering) {
    this.#numbering = numbering;
  }

  /** Number with its separator, or an empty string where the paragraph has none. */
  next(paragraph: ParagraphNumber): string {
    const styled = paragraph.numId === undefined ? styleNumber(this.#numbering, paragraph.style) : undefined;
    const numId = paragraph.numId ?? styled?.numId ?? '0';
    const list = this.#numbering.lists.get(numId);
    if (!list || numId === '0') return '';
    const abstract = this.#abstractOf(list);
    const at = paragraph.level ?? styled?.level ?? this.#levelOfStyle(abstract, paragraph.style) ?? 0;
    const level = list.levels.get(at) ?? abstract?.levels.get(at);
    if (!level) return '';
    const counts = this.#count(numId, list, abstract, at, level);
    return this.#print(list, abstract, at, level, counts);
  }

  #abstractOf(list: List): Abstract | undefined {
    const abstract = this.#numbering.abstracts.get(list.abstractId);
    if (!abstract || abstract.numStyleLink === '') return abstract;
    return (
      [...this.#numbering.abstracts.values()].find((other) => other.styleLink === abstract.numStyleLink) ??
      abstract
    );
  }

  #levelOfStyle(abstract: Abstract | undefined, style: string): number | undefined {
    for (const [at, level] of abstract?.levels ?? [])
      if (level.style !== '' && level.style === style) return at;
    return undefined;
  }

  /** Lists of one abstract definition share their count until one of them overrides the start. */
  #count(numId: string, list: List, abstract: Abstract | undefined, at: number, level: Level): number[] {
    const counts = this.#counts.get(list.abstractId) ?? [];
    this.#counts.set(list.abstractId, counts);
    const first = `${numId} ${at}`;
    const override = list.starts.get(at);
    if (override !== undefined && !this.#begun.has(first)) counts[at] = override;
    else counts[at] = counts[at] === undefined ? (override ?? level.start) : counts[at] + 1;
    this.#begun.add(first);
    for (let deeper = at + 1; deeper < counts.length; deeper++)
      if (abstract?.levels.get(deeper)?.restarts !== false) delete counts[deeper];
    return counts;
  }

  #print(list: List, abstract: Abstract | undefined, at: number, level: Level, counts: number[]): string {
    if (level.format === 'bullet') return /^[\ue000-\uf8ff]?$/.test(level.text) ? '' : `${level.text} `;
    const text = level.text.replace(/%([1-9])/g, (_all, which: string) => {
      const index = Number(which) - 1;
      const of = index === at ? level : (list.levels.get(index) ?? abstract?.levels.get(index) ?? newLevel());
      return writeNumber(counts[index] ?? of.start, level.legal ? 'decimal' : of.format);
    });
    if (text === '' || level.suffix === 'nothing') return text;
    // 、 and brackets close the number by themselves; after a stop or a digit only a space keeps "1." from "2024".
    return /[、，。：）)】〕〉》]$/.test(text) ? text : `${text} `;
  }
}
