// How folded text is collected: code units and their way back in preallocated arrays, made a string once at the end. Long
// stretches that folding left alone are cut from the source, which is ten times as fast as putting them together again.

export interface UnitBuffer {
  readonly units: Uint16Array;
  readonly at: Uint32Array;
  /** Places where the text stops following the source unit by unit, in rising order. */
  readonly edits: number[];
}

// Units are of no use once they are text, so one array serves all documents but the longest: fresh memory costs more than
// writing to it.
const longestKept = 4_000_000;
let kept = new Uint16Array(0);

function unitsFor(capacity: number): Uint16Array {
  if (capacity > longestKept) return new Uint16Array(capacity);
  if (kept.length < capacity) kept = new Uint16Array(capacity);
  return kept;
}

export const unitBuffer = (capacity: number): UnitBuffer => ({
  units: unitsFor(capacity),
  at: new Uint32Array(capacity + 1),
  edits: [],
});

// Longer argument lists overflow the stack of some engines.
const chunk = 8192;
// Shorter stretches cost more to cut than to put together.
const worthCutting = 20;

function pushUnits(parts: string[], units: Uint16Array, start: number, end: number): void {
  for (let i = start; i < end; i += chunk) {
    // A plain array is taken as it is where a typed one would first be made a list of.
    const list: number[] = [];
    for (let k = i; k < Math.min(end, i + chunk); k += 1) list.push(units[k] ?? 0);
    parts.push(String.fromCharCode.apply(null, list));
  }
}

/** The first `length` units of the buffer as a string. */
export function textOf(source: string, buffer: UnitBuffer, length: number): string {
  const { units, at, edits } = buffer;
  const parts: string[] = [];
  let done = 0;
  let last = 0;
  for (let k = 0; k <= edits.length; k += 1) {
    const edit = Math.min(edits[k] ?? length, length);
    // The unit at `last` itself may have been changed.
    const start = last + 1;
    if (edit - start >= worthCutting) {
      pushUnits(parts, units, done, start);
      const from = at[start] ?? 0;
      parts.push(source.slice(from, from + edit - start));
      done = edit;
    }
    last = edit;
  }
  pushUnits(parts, units, done, length);
  return parts.join('');
}
