// Expected failures travel as codes; throwing is for bugs.

/** Either a value, or a problem code with the words to fill into its text. */
export type Result<T, Code extends string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: Code; readonly params: Readonly<Record<string, string>> };

export const succeed = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const fail = <Code extends string>(
  code: Code,
  params: Readonly<Record<string, string>> = {},
): { readonly ok: false; readonly code: Code; readonly params: Readonly<Record<string, string>> } => ({
  ok: false,
  code,
  params,
});
