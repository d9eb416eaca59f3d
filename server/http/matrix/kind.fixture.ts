// What the matrix must be told about each kind of object and each route, so that it can ask for real.
import type { Axis } from './standing.fixture.ts';
import type { World } from './world.fixture.ts';

/** Where a new object is to stand. */
export interface Placed {
  /** Id of a place, or null for the city itself. */
  readonly place: string | null;
  readonly lead: string;
  readonly supports: readonly string[];
  /** Id of an account. */
  readonly owner: string;
}

/** One function a kind: makes an object that stands there, and gives its id. */
export interface KindFixture {
  /** On which of place, unit and owner an object of this kind stands somewhere; the others are ignored. */
  readonly axes: readonly Axis[];
  make(world: World, placed: Placed): Promise<string>;
}

/** What a request needs beside the object: everything is made anew at each call, so that one write does not spoil the next. */
export interface Asked {
  readonly world: World;
  /** Id of the object that the route names or `about` says; '' where there is none. */
  readonly object: string;
  /** The account that asks; null for a visitor. */
  readonly accountId: string | null;
  readonly password: string;
}

export interface Sent {
  /** Path parameters other than the object's own. */
  readonly params?: Readonly<Record<string, string>>;
  /** Query text, as after the question mark. */
  readonly query?: string;
  /** A body that the route takes: JSON, or bytes of a file. */
  readonly body?: unknown;
  /** JSON text to send instead of the body. */
  readonly raw?: string;
}

export interface RouteSample {
  /** A sound request; needed where the route has parameters beside its object, a required query or a body. */
  readonly request?: (asked: Asked) => Sent | Promise<Sent>;
  /**
   * For a route that says `inAct`: the kind of object its body or list is about, or why there is none. A list is checked
   * not to tell of objects out of reach; a write is walked over the standings like a route that names its object.
   */
  readonly about?: { readonly kind: string } | { readonly none: string };
  /** A route about many objects that answers 200 and names refused ones: the text of its answer that means it refused. */
  readonly refusedInside?: string;
  /** A field of the body that holds named data, not fields: its names are the sender's to choose. */
  readonly openField?: string;
  /** Statuses other than 2xx that a sound request may get here, with the reason. */
  readonly alsoFine?: Readonly<Record<number, string>>;
  /** The route cannot be answered with 2xx in a test, and why. */
  readonly neverDone?: string;
}
