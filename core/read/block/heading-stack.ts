// How headings nest: the level of a number style and the path of numbers down to a heading.
import { type NumberStyle, numberStyles } from '../line/heading-number.ts';

interface Entry {
  readonly style: NumberStyle;
  readonly label: string;
}

const rank = new Map(numberStyles.map((style, i) => [style, i]));
const firstWithoutChapter = rank.get('han') ?? 4;

/** Below chapters: 1.1 and (1) are both one step under 1. */
const depths: Partial<Record<NumberStyle, number>> = {
  han: 1,
  hanParen: 2,
  digit: 3,
  dotted: 4,
  dottedTwice: 5,
  digitParen: 4,
  digitHalf: 5,
  circled: 6,
};

/** Keeps the numbers above the present place. */
export class HeadingStack {
  #entries: Entry[] = [];
  /** Path of numbers, such as 二/(三)/4. */
  path = '';

  /** Enters a heading and answers its level: 一、 is 1, (一) 2, 1. 3; below chapters and sections one more for each. */
  enter(style: NumberStyle, label: string): number {
    const own = rank.get(style) ?? 0;
    this.#entries = this.#entries.filter((entry) => (rank.get(entry.style) ?? 0) < own);
    const chapters = this.#entries.filter(
      (entry) => (rank.get(entry.style) ?? 0) < firstWithoutChapter,
    ).length;
    this.#entries.push({ style, label });
    this.path = this.#entries.map((entry) => entry.label).join('/');
    return chapters + (own < firstWithoutChapter ? 1 : (depths[style] ?? 1));
  }

  clear(): void {
    this.#entries = [];
    this.path = '';
  }
}
