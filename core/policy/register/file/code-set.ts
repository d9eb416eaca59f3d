// Which codes of a year a file has named already, in a few bytes each: a million of them in 36 MB.

const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const signValue = new Uint8Array(128);
for (let at = 0; at < signs.length; at++) signValue[signs.charCodeAt(at)] = at;

/** Six signs of 31 fit into 32 bits. The check sign follows from the others, so 17 signs say it all. */
function part(code: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) value = value * 31 + (signValue[code.charCodeAt(at)] ?? 0);
  return value;
}

export class CodeSet {
  #room = 1 << 12;
  #count = 0;
  #high = new Uint32Array(this.#room);
  #middle = new Uint32Array(this.#room);
  #low = new Uint32Array(this.#room);
  #year = new Uint16Array(this.#room);
  #line = new Uint32Array(this.#room);

  /** What the file said of the sound code before: its line in this year, another year alone, or nothing. Lines count from 1. */
  add(code: string, year: number, line: number): number | 'otherYear' | 'new' {
    if (this.#count * 10 > this.#room * 6) this.#grow();
    return this.#put(part(code, 0, 6), part(code, 6, 12), part(code, 12, 17), year, line);
  }

  #put(high: number, middle: number, low: number, year: number, line: number): ReturnType<CodeSet['add']> {
    const mask = this.#room - 1;
    let hash = Math.imul(high, 0x9e3779b1) ^ Math.imul(middle, 0x85ebca6b) ^ Math.imul(low, 0xc2b2ae35);
    hash ^= hash >>> 15;
    let isKnown = false;
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const there = this.#line[at] ?? 0;
      if (there === 0) {
        this.#high[at] = high;
        this.#middle[at] = middle;
        this.#low[at] = low;
        this.#year[at] = year;
        this.#line[at] = line;
        this.#count++;
        return isKnown ? 'otherYear' : 'new';
      }
      const same = this.#high[at] === high && this.#middle[at] === middle && this.#low[at] === low;
      if (same && this.#year[at] === year) return there;
      isKnown ||= same;
    }
  }

  #grow(): void {
    const old = {
      high: this.#high,
      middle: this.#middle,
      low: this.#low,
      year: this.#year,
      line: this.#line,
    };
    this.#room *= 2;
    this.#count = 0;
    this.#high = new Uint32Array(this.#room);
    this.#middle = new Uint32Array(this.#room);
    this.#low = new Uint32Array(this.#room);
    this.#year = new Uint16Array(this.#room);
    this.#line = new Uint32Array(this.#room);
    old.line.forEach((line, at) => {
      if (line > 0)
        this.#put(old.high[at] ?? 0, old.middle[at] ?? 0, old.low[at] ?? 0, old.year[at] ?? 0, line);
    });
  }
}
