// The text of a clause as the form reads and writes it: the same JSON, printed the same way. What cannot be read closes the form.

type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** null where the text is no JSON object. */
export function readJson(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

export const printJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

export type Path = readonly (string | number)[];

/** What stands at a path; undefined where nothing does. */
export function at(value: unknown, path: Path): unknown {
  let found = value;
  for (const step of path) {
    if (isList(found)) found = found[Number(step)];
    else if (isObject(found)) found = found[String(step)];
    else return undefined;
  }
  return found;
}

export const textAt = (value: unknown, path: Path): string => {
  const found = at(value, path);
  return typeof found === 'string' ? found : '';
};

export const listAt = (value: unknown, path: Path): readonly unknown[] => {
  const found = at(value, path);
  return isList(found) ? found : [];
};

/** The value with another one at the path; undefined takes a list's entry or an object's field away. */
export function put(value: unknown, path: Path, to: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return to;
  if (isList(value)) {
    const place = Number(step);
    if (rest.length === 0 && to === undefined) return value.filter((_, index) => index !== place);
    if (place >= value.length) return [...value, put(undefined, rest, to)];
    return value.map((each, index) => (index === place ? put(each, rest, to) : each));
  }
  const object = isObject(value) ? value : {};
  if (rest.length === 0 && to === undefined)
    return Object.fromEntries(Object.entries(object).filter(([key]) => key !== String(step)));
  return { ...object, [String(step)]: put(object[String(step)], rest, to) };
}
