// What was loaded for views, kept while the plans' revisions stay the same: facts are only added, and every act counts.
import type { Context } from '../context.ts';
import { countCutFacts } from '../store/budget/cut-fact.ts';
import type { Db } from '../store/open.ts';
import { listRevisions } from '../store/plan.ts';

/** Plans times days asked about; the one that was not asked for longest goes first. */
const mostKept = 24;

/** Values of one kind with the stamp they were loaded under. */
export class Shelf<T> {
  readonly #values = new Map<string, Promise<T>>();
  #stamp = '';

  /** What was loaded under the key and this stamp, or else what `load` gives now. A load that fails is not kept. */
  get(stamp: string, key: string, load: () => Promise<T>): Promise<T> {
    if (stamp !== this.#stamp) this.#values.clear();
    this.#stamp = stamp;
    const found = this.#values.get(key);
    this.#values.delete(key);
    const value = found ?? load();
    this.#values.set(key, value);
    const [oldest] = this.#values.keys();
    if (this.#values.size > mostKept && oldest !== undefined) this.#values.delete(oldest);
    if (!found) value.catch(() => this.#values.delete(key));
    return value;
  }
}

/** One shelf a database connection pool; a transaction is a world of its own and keeps nothing. */
export function shelfOf<T>(shelves: WeakMap<Db, Shelf<T>>, db: Db): Shelf<T> {
  const shelf = shelves.get(db) ?? new Shelf<T>();
  shelves.set(db, shelf);
  return shelf;
}

/** Changes with every act on any plan, and with the money that cuts of its promises are judged from. It is read before the facts, so they are never older than it says. */
export async function stampOf({ db, jurisdiction }: Context): Promise<string> {
  const [revisions, cuts] = await Promise.all([
    listRevisions(db, jurisdiction),
    countCutFacts(db, jurisdiction),
  ]);
  return [
    `${jurisdiction} ${cuts}`,
    ...revisions.map(({ plan_id, number }) => `${plan_id} ${number}`),
  ].join();
}
