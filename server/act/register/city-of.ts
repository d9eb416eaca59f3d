// The register of the city in memory, as known on a day and as far as it may be used for matching; loaded when it is first asked
// for, kept, and renewed row by row after small changes.
import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Clause } from '../../../core/policy/clause.ts';
import { schemaOf } from '../../../core/policy/engine/compile.ts';
import type { Fact } from '../../../core/policy/register/fact.ts';
import type { Freshness } from '../../../core/policy/register/freshness.ts';
import { registerFor } from '../../../core/policy/register.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Context } from '../../context.ts';
import { City } from '../../policy/city.ts';
import { type Fill, filler } from '../../policy/fill.ts';
import { Register } from '../../policy/memory.ts';
import type { Db } from '../../store/open.ts';
import { changedCodes, getRegisterVersion, type RegisterVersion } from '../../store/register/change.ts';
import {
  countEnterprises,
  findCodes,
  getGrounds,
  getLayout,
  listCodes,
  listKept,
} from '../../store/register/stream.ts';
import { freshnessOf } from './freshness.ts';

export interface RegisterCity {
  readonly city: City;
  readonly schema: readonly Fact[];
  /** Grows with every change of figures, certificates, consents and awards. */
  readonly version: number;
  readonly day: IsoDate;
  readonly rows: number;
  /** Rows are in the order of codes. */
  codeAt(row: number): string;
  rowOf(code: string): number | undefined;
  placeAt(row: number): string;
}

export interface CityQuestion {
  readonly day: IsoDate;
  /** All clauses whose history the rule set asks for: once, this year, in a group. */
  readonly clauses: readonly Clause[];
}

/** Registers that stay in memory, each of some 450 bytes an enterprise. */
const mostKept = 3;
/** So many changes are made one by one; more than that, the register is read anew. */
const mostChanges = 5_000;
const pageRows = 4_000;
const codeLength = 18;
/** A register that makes room for another is closed after those who still use it are done. */
const patienceMs = 120_000;

interface Loaded {
  readonly answer: Omit<RegisterCity, 'version'>;
  readonly fill: Fill;
  version: RegisterVersion;
}

/** Codes side by side, found by halving: a map of a million strings would weigh ten times as much. */
class Codes {
  readonly #bytes: Buffer;
  count = 0;

  constructor(most: number) {
    this.#bytes = Buffer.alloc(most * codeLength);
  }

  add(code: string): void {
    this.#bytes.write(code, this.count * codeLength, 'latin1');
    this.count++;
  }

  at(row: number): string {
    return this.#bytes.toString('latin1', row * codeLength, (row + 1) * codeLength);
  }

  rowOf(code: string): number | undefined {
    let [low, high] = [0, this.count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.at(middle) < code) low = middle + 1;
      else high = middle;
    }
    return low < this.count && this.at(low) === code ? low : undefined;
  }
}

async function load(context: Context, { day, clauses }: CityQuestion, freshness: Freshness): Promise<Loaded> {
  const { db, jurisdiction } = context;
  const schema = registerFor('enterprise', clauses);
  const version = await getRegisterVersion(db, jurisdiction);
  const most = await countEnterprises(db, jurisdiction);
  const [layout, grounds] = [await getLayout(db, jurisdiction), await getGrounds(db, jurisdiction)];
  const register = new Register(schemaOf(schema), most);
  const fill = filler(register, schema, { day, purpose: 'matching', layout, grounds, freshness });
  const codes = new Codes(most);
  const places: string[] = [];
  const placeOf = new Uint16Array(most);
  for (let after = ''; codes.count < most; ) {
    const page = await listCodes(db, jurisdiction, after, Math.min(pageRows, most - codes.count));
    if (page.length === 0) break;
    for (const enterprise of await listKept(db, jurisdiction, page)) {
      let place = places.indexOf(enterprise.placeId);
      if (place < 0) place = places.push(enterprise.placeId) - 1;
      placeOf[codes.count] = place;
      fill(codes.count, enterprise);
      codes.add(enterprise.code);
    }
    after = page.at(-1)?.code ?? '';
    await breathe();
  }
  const city = await City.open(register, Math.min(2, availableParallelism()));
  const answer = {
    ...{ city, schema, day, rows: codes.count },
    codeAt: (row: number) => codes.at(row),
    rowOf: (code: string) => codes.rowOf(code),
    placeAt: (row: number) => places[placeOf[row] ?? 0] ?? '',
  };
  return { answer, fill, version };
}

/** Whether the register was brought up to date in place; where not, it has to be read anew. */
async function renewed({ db, jurisdiction }: Context, loaded: Loaded): Promise<boolean> {
  const version = await getRegisterVersion(db, jurisdiction);
  if (version.number === loaded.version.number && version.at === loaded.version.at) return true;
  const codes = await changedCodes(db, jurisdiction, loaded.version, mostChanges);
  if (codes === null) return false;
  const known = await findCodes(db, jurisdiction, codes);
  if (known.some(({ code }) => loaded.answer.rowOf(code) === undefined)) return false;
  const kept = await listKept(db, jurisdiction, known);
  await loaded.answer.city.renew(() => {
    for (const enterprise of kept) {
      const row = loaded.answer.rowOf(enterprise.code);
      if (row !== undefined) loaded.fill(row, enterprise);
    }
  });
  loaded.version = version;
  return true;
}

interface Kept {
  readonly loaded: Promise<Loaded>;
  /** Renewals one after the other. */
  turn: Promise<unknown>;
}

const keptOf = new WeakMap<object, Map<string, Kept>>();

/** A transaction and the pool it runs on are one database. */
const databaseOf = (db: Db): object => db.getExecutor().adapter;

function giveUp({ loaded }: Kept): void {
  const close = (): void => void loaded.then(({ answer }) => answer.city.close()).catch(() => {});
  setTimeout(close, patienceMs).unref();
}

function keepIn(kept: Map<string, Kept>, key: string, made: Kept): void {
  kept.set(key, made);
  for (const [oldest, each] of kept) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
    giveUp(each);
  }
  made.loaded.catch(() => kept.get(key) === made && kept.delete(key));
}

export async function cityOf(context: Context, question: CityQuestion): Promise<RegisterCity> {
  const database = databaseOf(context.db);
  const kept = keptOf.get(database) ?? new Map<string, Kept>();
  keptOf.set(database, kept);
  const freshness = await freshnessOf(context);
  const columns = createHash('sha256').update(
    JSON.stringify(schemaOf(registerFor('enterprise', question.clauses))),
  );
  const key = `${context.jurisdiction} ${question.day} ${JSON.stringify(freshness)} ${columns.digest('hex')}`;
  for (;;) {
    const found = kept.get(key) ?? { loaded: load(context, question, freshness), turn: Promise.resolve() };
    kept.delete(key);
    keepIn(kept, key, found);
    const loaded = await found.loaded;
    const turn = found.turn.then(() => renewed(context, loaded));
    found.turn = turn.catch(() => undefined);
    if (await turn) return { ...loaded.answer, version: loaded.version.number };
    if (kept.get(key) === found) {
      kept.delete(key);
      giveUp(found);
    }
  }
}
