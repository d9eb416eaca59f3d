// What a handler is: from checked parts of a request to an answer of the route's shape, or a problem code.
import type { Readable } from 'node:stream';
import type { InputOf, OutputOf } from '../../core/contract/route.ts';
import type { Routes } from '../../core/contract/routes.ts';
import type { Result } from '../../core/result.ts';
import type { ProblemCode } from '../../core/vocabulary/problem.ts';
import type { Actor } from '../act/perform.ts';
import type { FoundSession } from '../store/people/session.ts';

export type RouteName = keyof Routes;

/** A file on its way out. */
export interface Download {
  /** A long one comes as it is made. */
  readonly bytes: Buffer | Readable;
  readonly fileName: string;
  readonly mediaType: string;
}

type PartOf<R, Key extends string> = R extends Record<Key, infer S> ? OutputOf<S> : undefined;
type BodyOf<R> = R extends { body: infer B } ? (B extends 'bytes' ? Readable : OutputOf<B>) : undefined;
type AnswerOf<R> = R extends { response: infer A } ? (A extends 'bytes' ? Download : InputOf<A>) : never;

/** The browser or program at the other end. */
export interface Client {
  readonly address: string;
  readonly agent: string;
  /** Gives the browser its session, or takes it away. */
  setSession(token: string | null): void;
  /** Where the browser reached us, without a path. */
  readonly origin: string;
  /** Remembered by the browser while it is away at the other house. */
  readonly browser: string | null;
  setBrowser(secret: string | null): void;
}

export interface Call<N extends RouteName> extends Actor {
  readonly client: Client;
  readonly session: FoundSession | null;
  /** When the request reached the server: it decides lateness, however long the rest takes. */
  readonly receivedAt: Date;
  readonly params: PartOf<Routes[N], 'params'>;
  readonly query: PartOf<Routes[N], 'query'>;
  readonly body: BodyOf<Routes[N]>;
}

export type Handler<N extends RouteName> = (
  call: Call<N>,
) => Promise<Result<AnswerOf<Routes[N]>, ProblemCode>>;

/** One handler a route: a route without one does not compile. */
export type Handlers = { readonly [N in RouteName]: Handler<N> };
/** The handlers of one feature's routes. */
export type HandlersOf<Table> = { readonly [N in keyof Table & RouteName]: Handler<N> };
