// What a person has decided but not sent: a pure list of steps, so that undo is dropping the last one.
import type { ReviewItem } from '../../api.ts';

export interface Edit {
  readonly title?: string;
  readonly leadUnit?: string;
  readonly dueOn?: string;
  readonly printed?: string;
  readonly unit?: string;
}

export interface Choice {
  readonly itemId: string;
  readonly decision: 'adopt' | 'merge' | 'reject';
  readonly commitmentId?: string;
  readonly reason?: string;
  readonly edit?: Edit;
  /** Title of the commitment it is merged with, for the reader; not sent. */
  readonly into?: string;
}

/** A form that is open, with what was typed into it so far. */
export interface Typing {
  readonly itemId: string;
  readonly form: 'reject' | 'edit' | 'merge';
  readonly values: Readonly<Record<string, string>>;
}

export interface Draft {
  readonly year: number;
  /** One step may hold many choices: a whole family adopted at once is undone at once. */
  readonly steps: readonly (readonly Choice[])[];
  readonly typing: Typing | null;
}

export type Move =
  | { readonly do: 'choose'; readonly choices: readonly Choice[] }
  | { readonly do: 'undo' }
  | { readonly do: 'year'; readonly year: number }
  | { readonly do: 'type'; readonly typing: Typing | null }
  | { readonly do: 'sent' };

export function moved(draft: Draft, move: Move): Draft {
  switch (move.do) {
    case 'choose':
      return move.choices.length === 0
        ? draft
        : { ...draft, steps: [...draft.steps, move.choices], typing: null };
    case 'undo':
      return { ...draft, steps: draft.steps.slice(0, -1) };
    case 'year':
      return { ...draft, year: move.year };
    case 'type':
      return { ...draft, typing: move.typing };
    case 'sent':
      return { ...draft, steps: [], typing: null };
  }
}

/** The choice that counts for each item: the last one made. */
export function choicesOf(draft: Draft): ReadonlyMap<string, Choice> {
  const found = new Map<string, Choice>();
  for (const step of draft.steps) for (const choice of step) found.set(choice.itemId, choice);
  return found;
}

const isRecord = (given: unknown): given is Record<string, unknown> =>
  typeof given === 'object' && given !== null;

const isChoice = (given: unknown): given is Choice =>
  isRecord(given) &&
  typeof given.itemId === 'string' &&
  (given.decision === 'adopt' || given.decision === 'merge' || given.decision === 'reject');

const isTyping = (given: unknown): given is Typing =>
  isRecord(given) &&
  typeof given.itemId === 'string' &&
  (given.form === 'reject' || given.form === 'edit' || given.form === 'merge') &&
  isRecord(given.values);

/** Years that a plan can be of. */
export const isPlanYear = (year: number): boolean => Number.isInteger(year) && year >= 1949 && year <= 2100;

/** What the server is told of the choices. */
export const sentOf = (choices: ReadonlyMap<string, Choice>): readonly Omit<Choice, 'into'>[] =>
  [...choices.values()].map(({ into: _, ...choice }) => choice);

/**
 * The item that a refusal is about and its form with everything that was typed: named by the server, or by its place
 * among the decisions that were sent (body.decisions.3.edit.title). Null where the refusal names none.
 */
export function refusedAt(
  choices: ReadonlyMap<string, Choice>,
  params: Readonly<Record<string, string>>,
  paths: readonly string[],
): Typing | null {
  const sent = [...choices.values()];
  const places = paths.map((path) => /^body\.decisions\.(\d+)/.exec(path)?.[1]);
  const at = places.find((place) => place !== undefined);
  const choice = at === undefined ? choices.get(params.item ?? '') : sent[Number(at)];
  if (!choice) return null;
  const { itemId, edit, reason, decision } = choice;
  if (decision === 'reject') return { itemId, form: 'reject', values: { reason: reason ?? '' } };
  return decision === 'merge'
    ? { itemId, form: 'merge', values: { words: '' } }
    : { itemId, form: 'edit', values: { ...edit } };
}

/** A draft kept by the browser, or null where it cannot be one of ours. */
export function draftFrom(text: string | null): Draft | null {
  if (text === null) return null;
  try {
    const given: unknown = JSON.parse(text);
    if (!isRecord(given) || typeof given.year !== 'number' || !Array.isArray(given.steps)) return null;
    const steps = given.steps.filter(Array.isArray).map((step: unknown[]) => step.filter(isChoice));
    return { year: given.year, steps, typing: isTyping(given.typing) ? given.typing : null };
  } catch {
    return null;
  }
}

/** 2024 and 2025 in one title: a report of the first that plans the second; promises belong to the last. */
export function yearOf(title: string, date: string, otherwise: number): number {
  const years = [...title.matchAll(/(?:19|20)\d{2}/g)].map(([year]) => Number(year));
  if (years.length > 0) return Math.max(...years);
  const year = Number(date.slice(0, 4));
  return year >= 1949 ? year : otherwise;
}

/** Items that can still be decided, in the order of the document. */
export const isOpen = (item: ReviewItem, choices: ReadonlyMap<string, Choice>): boolean =>
  item.decision === 'pending' && !choices.has(item.id);
