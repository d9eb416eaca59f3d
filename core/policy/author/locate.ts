// Where a path of a clause stands in the text it was written in: line and column, so that an author is led to the place.

export interface TextPlace {
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
}

/** Offsets of every value of a JSON text by its path; the text has been parsed before, so it is well formed. */
function offsets(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  let at = 0;
  const blank = (): void => {
    while (/\s/.test(text.charAt(at))) at += 1;
  };
  const string = (): string => {
    const start = at;
    for (at += 1; text.charAt(at) !== '"' && at < text.length; at += 1) if (text.charAt(at) === '\\') at += 1;
    at += 1;
    const read: unknown = JSON.parse(text.slice(start, at));
    return String(read);
  };
  /** What stands between two brackets, part by part. */
  const parts = (end: string, part: (number: number) => void): void => {
    at += 1;
    for (let number = 0; at < text.length; number += 1) {
      blank();
      if (text.charAt(at) === end) break;
      part(number);
      blank();
      if (text.charAt(at) === ',') at += 1;
    }
    at += 1;
  };
  const value = (path: string): void => {
    blank();
    if (!found.has(path)) found.set(path, at);
    const sign = text.charAt(at);
    if (sign === '[') parts(']', (number) => value(`${path}[${number}]`));
    else if (sign === '{') parts('}', () => member(path));
    else if (sign === '"') string();
    else while (at < text.length && !/[\s,\]}]/.test(text.charAt(at))) at += 1;
  };
  const member = (path: string): void => {
    const start = at;
    const key = string();
    const own = path === '' ? key : `${path}.${key}`;
    found.set(own, start);
    blank();
    at += 1;
    value(own);
  };
  value('');
  return found;
}

function placeOf(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** The path one step up; empty at the top, and for what is no path. */
const parent = (path: string): string => path.slice(0, Math.max(0, path.search(/(?:\.?[^.[\]]+|\[\d+\])$/)));

/** The place of a path, or of the nearest part of it that is written: a missing field is shown where it should stand. */
export function locate(text: string, path: string): TextPlace {
  const found = offsets(text);
  let nearest = path;
  while (nearest !== '' && !found.has(nearest)) nearest = parent(nearest);
  return placeOf(text, found.get(nearest) ?? 0);
}
