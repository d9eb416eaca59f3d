// A condition as one clause asks it: what the row that was just read leads to, looked up by the truths of its leaves.
//
// A city asks the same questions of a million firms, and most fail for the same few reasons: each combination of truths is
// thought through once and kept with its answer, and a failure is written anew only where its number differs from the last.
import { FALSE, TRUE, type Truth, UNKNOWN } from './closure.ts';
import { outcomeOf, type Tree } from './explain-condition.ts';
import type { Looks } from './explain-leaf.ts';
import type { NoteMissing, Notes } from './explain-note.ts';
import type { FailedLeaf, LeafNote, No, Unknown } from './explain-result.ts';

/** `above` and `below` need one more step (1 分, 1 person) than the number they name. */
const stepBeyond = { atLeast: 0, above: 1, atMost: 0, below: -1, equal: 0, unequal: 0 } as const;

type Tells = 'flag' | 'number' | 'distance';

/** A leaf as clauses ask it; those that ask it in the same words share it, and with it what was told about a number. */
export class AskedLeaf {
  /** In the table of leaves. */
  readonly number: number;
  readonly missing: readonly NoteMissing[];
  /** A flag has no number, a range has one, a comparison has two and the distance between them. */
  readonly tells: Tells;
  private readonly note: LeafNote;
  private readonly beyond: number;
  private actual = Number.NaN;
  private required = Number.NaN;
  private told: FailedLeaf;

  constructor(number: number, note: LeafNote, missing: readonly NoteMissing[]) {
    const { leaf } = note;
    this.number = number;
    this.note = note;
    this.missing = missing;
    this.tells =
      leaf.op === 'compare' ? 'distance' : leaf.op === 'has' || leaf.op === 'lacks' ? 'flag' : 'number';
    this.beyond = leaf.op === 'compare' ? stepBeyond[leaf.comparison] : 0;
    this.told = { note, actual: null, required: null, distance: null };
  }

  /** What is told where it fails: the same as last time where its numbers are. */
  failure(looks: Looks): FailedLeaf {
    if (this.tells === 'flag') return this.told;
    const actual = looks.actual[this.number] ?? Number.NaN;
    const required = looks.required[this.number] ?? Number.NaN;
    if (actual === this.actual && required === this.required) return this.told;
    this.actual = actual;
    this.required = required;
    const { note } = this;
    this.told =
      this.tells === 'number'
        ? { note, actual, required: null, distance: null }
        : { note, actual, required, distance: required - actual + this.beyond };
    return this.told;
  }
}

/** Of answers with other numbers than the one that is kept, so many pass before one takes its place: most come only once. */
const KEEP_EVERY = 16;

interface Lists {
  readonly is: Truth;
  readonly failed: readonly AskedLeaf[];
  readonly unknown: readonly AskedLeaf[];
}

/** What one combination of truths leads to, and the answers it gave last. */
class Told {
  readonly key: number;
  readonly is: Truth;
  readonly missing: readonly NoteMissing[];
  private readonly failed: readonly AskedLeaf[];
  /** Places in `failed` of what has numbers. */
  private readonly places: Int32Array;
  private no: No;
  private changes = 0;
  private maybe: Unknown;

  constructor(id: string, key: number, { is, failed, unknown }: Lists, looks: Looks) {
    this.key = key;
    this.is = is;
    this.failed = failed;
    this.missing = unknown.flatMap((leaf) => leaf.missing);
    this.places = Int32Array.from(failed.flatMap(({ tells }, place) => (tells === 'flag' ? [] : [place])));
    this.no = { answer: 'no', id, failed: failed.map((leaf) => leaf.failure(looks)) };
    this.maybe = { answer: 'unknown', id, missing: [] };
  }

  /** The answer given last where every number is the same; otherwise a new one that shares what is. */
  sayNo(looks: Looks): No {
    const { places } = this;
    const told = this.no.failed;
    let failed: FailedLeaf[] | null = null;
    for (let at = 0; at < places.length; at++) {
      const place = places[at] ?? 0;
      const failure = this.failed[place]?.failure(looks);
      if (failure === undefined || failure === told[place]) continue;
      failed ??= told.slice();
      failed[place] = failure;
    }
    if (failed === null) return this.no;
    const no: No = { answer: 'no', id: this.no.id, failed };
    this.changes += 1;
    if (this.changes % KEEP_EVERY === 0) this.no = no;
    return no;
  }

  sayUnknown({ missing }: Notes): Unknown {
    if (!missing.isCopiedBy(this.maybe.missing))
      this.maybe = { answer: 'unknown', id: this.maybe.id, missing: missing.copy() };
    return this.maybe;
  }
}

/** Two bits a leaf: so many fit a key; a longer condition is thought through every time. */
const LEAVES_IN_KEY = 15;
/** A clause keeps at most 2 to this power of combinations; those of the catalogue meet a few dozen. */
const MOST_BITS = 9;
/** 2^32 ÷ the golden ratio spreads keys over places (Knuth, volume 3, 6.4). */
const SPREAD = 0x9e3779b1;

const truthAt = ({ truths }: Looks, leaf: number): Truth => {
  const truth = truths[leaf];
  return truth === TRUE ? TRUE : truth === FALSE ? FALSE : UNKNOWN;
};

export class AskedCondition {
  private readonly id: string;
  private readonly tree: Tree;
  private readonly leaves: readonly AskedLeaf[];
  private readonly numbers: Int32Array;
  private bits = 1;
  private kept: (Told | null)[] = [null, null];

  /** The tree names leaves by their place in `leaves`. */
  constructor(id: string, tree: Tree, leaves: readonly AskedLeaf[]) {
    this.id = id;
    this.tree = tree;
    this.leaves = leaves;
    this.numbers = Int32Array.from(leaves, ({ number }) => number);
  }

  told(looks: Looks): Told {
    const { numbers, kept } = this;
    const { truths } = looks;
    if (numbers.length > LEAVES_IN_KEY) return this.think(0, looks);
    let key = 0;
    for (let at = 0; at < numbers.length; at++) key = (key << 2) | (truths[numbers[at] ?? 0] ?? 0);
    const last = kept[this.placeOf(key)];
    return last?.key === key ? last : this.keep(this.think(key, looks));
  }

  private placeOf(key: number): number {
    return Math.imul(key, SPREAD) >>> (32 - this.bits);
  }

  /** Two keys that want one place double the room, up to a limit; then the newer one has it. */
  private keep(told: Told): Told {
    if (this.kept[this.placeOf(told.key)] && this.bits < MOST_BITS) {
      const before = this.kept;
      this.bits += 1;
      this.kept = Array.from({ length: 2 ** this.bits }, () => null);
      for (const each of before) if (each) this.kept[this.placeOf(each.key)] = each;
    }
    this.kept[this.placeOf(told.key)] = told;
    return told;
  }

  private think(key: number, looks: Looks): Told {
    const { leaves } = this;
    const outcome = outcomeOf(this.tree, (place) => truthAt(looks, leaves[place]?.number ?? 0));
    const pick = (places: readonly number[]): AskedLeaf[] => places.flatMap((place) => leaves[place] ?? []);
    const lists = { failed: pick(outcome.failed), unknown: pick(outcome.unknown) };
    return new Told(this.id, key, { is: outcome.is, ...lists }, looks);
  }
}
