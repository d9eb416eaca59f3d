// What the results of a document add to a plan: figures on the commitments that they answer.
import { randomUUID } from 'node:crypto';
import { answersOf, type Promised } from '../../core/assess/answers.ts';
import { reportedPeriod } from '../../core/observe/reported-period.ts';
import type { DraftObservation } from '../../core/plan/draft.ts';
import type { Matchable } from '../../core/plan/match-commitment.ts';
import { mergeTargets } from '../../core/plan/merge-targets.ts';
import { observationsFromItems } from '../../core/plan/observations-from-items.ts';
import type { IsoDate } from '../../core/quantity/date.ts';
import type { DocumentIdentity } from '../../core/read/reading.ts';
import type { Context } from '../context.ts';
import { listCommitments, listSources } from '../store/commitment.ts';
import type { NewObservation } from '../store/observation.ts';
import { quoteOf, type StoredItem, type Surroundings } from './adopt.ts';
import { comparedSeries } from './compared-series.ts';

export interface KeptPromise extends Promised, Matchable {}

/** Commitments of a plan with all they promise, from every document. */
export async function promisedIn({ db, jurisdiction }: Context, planId: string): Promise<KeptPromise[]> {
  const [commitments, sources] = await Promise.all([
    listCommitments(db, jurisdiction, planId, null),
    listSources(db, jurisdiction, planId, null),
  ]);
  return commitments.map(({ id, kind, number, title, targets }) => ({
    id,
    kind,
    number,
    title,
    targets: sources
      .filter(({ commitment_id }) => commitment_id === id)
      .reduce((merged, source) => mergeTargets(merged, source.targets), targets),
  }));
}

interface Found {
  readonly commitmentId: string;
  readonly metric: string;
}

/** What each result answers: the person's choice or the row it is printed in, else the likest promises. */
function findAnswers(
  items: readonly StoredItem[],
  promised: readonly Promised[],
  commitmentOf: ReadonlyMap<string, string>,
  text: string,
): ReadonlyMap<string, readonly Found[]> {
  const found = new Map<string, readonly Found[]>();
  const open: StoredItem[] = [];
  for (const item of items) {
    const own = commitmentOf.get(item.id);
    if (own === undefined) {
      open.push(item);
      continue;
    }
    const commitment = promised.find(({ id }) => id === own);
    const [answer] = commitment ? answersOf([commitment], [{ ...item.body, kind: 'result' }], text) : [];
    const metric = answer?.metric ?? commitment?.targets[0]?.metric ?? item.body.metric;
    found.set(item.id, [{ commitmentId: own, metric }]);
  }
  const bodies = open.map(({ body }) => body);
  for (const { commitmentId, metric, itemIndex } of answersOf(promised, bodies, text)) {
    const id = open[itemIndex]?.id;
    if (id !== undefined) found.set(id, [...(found.get(id) ?? []), { commitmentId, metric }]);
  }
  return found;
}

const periodName = (start: IsoDate, end: IsoDate): string =>
  start.endsWith('-01-01') && end.endsWith('-12-31')
    ? end.slice(0, 4)
    : `${start.slice(0, 7)}/${end.slice(0, 7)}`;

function rowOf(
  draft: DraftObservation,
  item: StoredItem,
  { commitmentId, metric }: Found,
  inside: Surroundings,
): NewObservation {
  const { amount, unit, statement, nature, periodStart, periodEnd, start, end } = draft;
  const period = periodName(periodStart, periodEnd);
  const place = {
    documentId: inside.documentId,
    itemId: item.id,
    start,
    end,
    quote: quoteOf(inside.text, item.body),
  };
  const figure = {
    metric,
    place: '',
    period,
    periodStart,
    periodEnd,
    amount,
    unit,
    statement,
    nature,
    compares: false,
  };
  return { id: randomUUID(), commitmentId, ...figure, ...place };
}

/** Figures of the results among the items, one for each commitment that is answered. */
export function observationsOf(
  items: readonly StoredItem[],
  identity: DocumentIdentity,
  promised: readonly Promised[],
  commitmentOf: ReadonlyMap<string, string>,
  inside: Surroundings,
): readonly NewObservation[] {
  const period = reportedPeriod(identity, inside.year);
  const bodies = items.map(({ body }) => body);
  const drafts = observationsFromItems(bodies, inside.text, period);
  const answered = drafts.flatMap(({ itemIndex }) => items[itemIndex] ?? []);
  const answers = findAnswers(answered, promised, commitmentOf, inside.text);
  const figures = drafts.flatMap((draft) => {
    const item = items[draft.itemIndex];
    return item ? (answers.get(item.id) ?? []).map((found) => rowOf(draft, item, found, inside)) : [];
  });
  return [...figures, ...comparedSeries(figures, promised, inside.text)];
}
