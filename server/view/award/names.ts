// Names that lists of awards show: clauses by their titles, places by their names, accounts of the ledger in words.

import type { Lifecycle } from '../../../core/place/lifecycle.ts';
import { availableMoves } from '../../../core/place/lifecycle.ts';
import type { Clause, PolicyArea } from '../../../core/policy/clause.ts';
import { areaLabel } from '../../../core/policy/words/clause-labels.ts';
import { type ProblemCode, problemText } from '../../../core/vocabulary/problem.ts';
import type { Words } from '../../../core/vocabulary/words.ts';
import { readBook } from '../../act/clause/book.ts';
import type { Context } from '../../context.ts';
import { listAllPlaces } from '../../store/jurisdiction.ts';

export interface ClauseName {
  readonly id: string;
  readonly title: { zh: string; en: string };
}

export type NameClause = (id: string) => ClauseName;

/** Titles of the newest version; a clause that is gone goes by its id. */
export async function clauseNames(context: Context): Promise<NameClause> {
  const { versions } = await readBook(context);
  const titles = new Map<string, Clause['title']>(versions.map(({ clause }) => [clause.id, clause.title]));
  return (id) => ({ id, title: { ...(titles.get(id) ?? { zh: id, en: id }) } });
}

export async function placeNames({ db, jurisdiction }: Context): Promise<(id: string) => string> {
  const names = new Map((await listAllPlaces(db, jurisdiction)).map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? '';
}

export const isArea = (text: string): text is PolicyArea => Object.hasOwn(areaLabel, text);

export const areaWords = (area: string): { zh: string; en: string } =>
  isArea(area) ? { ...areaLabel[area] } : { zh: area, en: area };

const filled = ({ zh, en }: Words, params: Readonly<Record<string, string>>): { zh: string; en: string } => {
  const put = (text: string) => text.replace(/\{(\w+)\}/g, (mark, key: string) => params[key] ?? mark);
  return { zh: put(zh), en: put(en) };
};

export interface OfferView<State, Action> {
  readonly action: Action;
  readonly to: State;
  readonly unmet: { code: string; zh: string; en: string }[];
}

/** Moves the caller may make, each with what is not met yet; what the form itself will ask for is no obstacle. */
export function offersOf<State extends string, Action extends string, Facts, Code extends ProblemCode>(
  lifecycle: Lifecycle<State, Action, Facts, Code>,
  state: State,
  roles: readonly string[],
  facts: Facts,
  askedInForm: ReadonlySet<string>,
): OfferView<State, Action>[] {
  return availableMoves(lifecycle, state, roles, facts).map(({ action, to, unmet }) => ({
    ...{ action, to },
    unmet: unmet
      .filter(({ code }) => !askedInForm.has(code))
      .map(({ code, params }) => ({ code, ...filled(problemText[code], params) })),
  }));
}
