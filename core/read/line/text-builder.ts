// How the final text is put together from stretches of the folded one, and how positions are carried over. Stretches that
// follow one another unbroken are copied as one.
import type { FoldedText } from '../structure.ts';

const mostBreaks = 8;

export class TextBuilder {
  readonly #folded: FoldedText;
  readonly #parts: string[] = [];
  readonly #at: Uint32Array;
  /** Triples: start in the folded text, end, start in the final text. */
  readonly #stretches: number[] = [];
  #runStart = 0;
  #runEnd = 0;
  #written = 0;

  constructor(folded: FoldedText) {
    this.#folded = folded;
    this.#at = new Uint32Array(folded.text.length + 2);
  }

  /** Length of the final text so far. */
  get length(): number {
    return this.#written + this.#runEnd - this.#runStart;
  }

  /** Folded position of the last unit added. */
  get lastPosition(): number {
    return this.#runEnd - 1;
  }

  /**
   * Ends the line before and answers where the next one, which begins at `next` of the folded text, starts. Empty lines
   * between them stay, so that long stretches are copied as one.
   */
  openLine(next: number): number {
    if (this.length === 0) return 0;
    if (this.#onlyBreaksTo(next)) this.#runEnd = next;
    else if (this.#folded.text.charCodeAt(this.#runEnd) === 0x0a) this.#runEnd += 1;
    else this.#putUnit('\n');
    return this.length;
  }

  #onlyBreaksTo(next: number): boolean {
    if (next <= this.#runEnd || next - this.#runEnd > mostBreaks) return false;
    for (let i = this.#runEnd; i < next; i += 1) if (this.#folded.text.charCodeAt(i) !== 0x0a) return false;
    return true;
  }

  /** Adds a stretch of the folded text to the open line. */
  add(start: number, end: number, spaced: boolean): void {
    if (spaced) this.#putUnit(' ');
    if (start === this.#runEnd && this.#runEnd > this.#runStart) this.#runEnd = end;
    else {
      this.#flush();
      this.#runStart = start;
      this.#runEnd = end;
    }
  }

  /** Goes on in the line that was written last. */
  reopen(start: number, end: number, spaced: boolean): void {
    this.add(start, end, spaced);
  }

  finish(): FoldedText {
    this.#flush();
    const { source } = this.#folded;
    this.#at[this.#written] = source.length;
    return { source, text: this.#parts.join(''), at: this.#at.subarray(0, this.#written + 1) };
  }

  /** Position in the final text of a position of the folded one, -1 where it was left out. */
  moved(position: number): number {
    let low = 0;
    let high = this.#stretches.length / 3 - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const start = this.#stretches[middle * 3] ?? 0;
      const end = this.#stretches[middle * 3 + 1] ?? 0;
      if (position < start) high = middle - 1;
      else if (position > end) low = middle + 1;
      else return (this.#stretches[middle * 3 + 2] ?? 0) + position - start;
    }
    return -1;
  }

  /** Writes one unit that stands for the break after the last stretch. */
  #putUnit(unit: string): void {
    const position = this.#runEnd;
    this.#flush();
    this.#parts.push(unit);
    this.#at[this.#written] = this.#folded.at[position] ?? 0;
    this.#written += 1;
    this.#runStart = position + 1;
    this.#runEnd = position + 1;
  }

  #flush(): void {
    if (this.#runEnd > this.#runStart) {
      this.#parts.push(this.#folded.text.slice(this.#runStart, this.#runEnd));
      this.#at.set(this.#folded.at.subarray(this.#runStart, this.#runEnd), this.#written);
      this.#stretches.push(this.#runStart, this.#runEnd, this.#written);
      this.#written += this.#runEnd - this.#runStart;
    }
    this.#runStart = this.#runEnd;
  }
}
