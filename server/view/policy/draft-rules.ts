// The rules of a day with a draft among them, and without it: what the desk previews, prices and compares.
import { checkDraft } from '../../../core/policy/author/check-draft.ts';
import type { PlacedProblem } from '../../../core/policy/author/check-text.ts';
import type { Clause } from '../../../core/policy/clause.ts';
import { type ClauseVersion, newestOf, versionsOn } from '../../../core/policy/version.ts';
import { type IsoDate, isIsoDate, isoDate } from '../../../core/quantity/date.ts';
import { type ClauseBook, readBook, sha256 } from '../../act/clause/book.ts';
import { type Rules, rulesOf } from '../../act/clause/rules-on.ts';
import type { Context } from '../../context.ts';

export interface DraftQuestion {
  readonly clauseId: string | null;
  readonly text: string;
  readonly startsOn: string;
}

export interface DraftRules {
  readonly book: ClauseBook;
  readonly problems: readonly PlacedProblem[];
  readonly clause: Clause | null;
  /** The first day on which the draft would hold. */
  readonly day: IsoDate;
  /** null where the text does not bind beside the others. Both sets have the same columns. */
  readonly drafted: Rules | null;
  readonly published: Rules | null;
}

const firstDay = (clause: Clause, startsOn: IsoDate): IsoDate =>
  isIsoDate(clause.valid.from) && clause.valid.from > startsOn ? clause.valid.from : startsOn;

/** The draft in the place of the version it would follow. */
function withDraft(
  book: ClauseBook,
  clause: Clause,
  startsOn: IsoDate,
  day: IsoDate,
): readonly ClauseVersion[] {
  const number = (newestOf(book.versions, clause.id)?.number ?? 0) + 1;
  const all: readonly ClauseVersion[] = [...book.versions, { clause, number, startsOn }];
  return versionsOn(all, day);
}

async function load(context: Context, { clauseId, text, startsOn }: DraftQuestion): Promise<DraftRules> {
  const book = await readBook(context);
  const starts = isoDate(startsOn);
  const { clause, problems } = checkDraft({ text, clauseId, startsOn: starts }, book.versions);
  if (!clause) return { book, problems, clause, day: starts, drafted: null, published: null };
  const day = firstDay(clause, starts);
  // What a draft says can be shown with a wrong test, not with a clause that does not stand beside the others.
  const stands = problems.every(({ problem }) => problem.code.startsWith('test.'));
  if (!stands) return { book, problems, clause, day, drafted: null, published: null };
  const now = versionsOn(book.versions, day);
  const history = [...now.map((version) => version.clause), clause];
  return {
    ...{ book, problems, clause, day },
    drafted: rulesOf(withDraft(book, clause, starts, day), clause.subject, day, history),
    published: rulesOf(now, clause.subject, day, history),
  };
}

/** A slider asks for one text again and again, and compares it; the least recently used goes. */
const mostKept = 16;
const kept = new Map<string, { readonly stamp: string; readonly rules: DraftRules }>();

/** The text as checked, with its rules; kept while nothing is published. */
export async function draftRules(context: Context, question: DraftQuestion): Promise<DraftRules> {
  const key = sha256(JSON.stringify([context.jurisdiction, question]));
  const { stamp } = await readBook(context);
  const before = kept.get(key);
  const rules = before?.stamp === stamp ? before.rules : await load(context, question);
  kept.delete(key);
  kept.set(key, { stamp, rules });
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return rules;
}
