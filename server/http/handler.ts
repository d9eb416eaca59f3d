// What a handler is: from checked parts of a request to an answer of the route's shape, or a problem code.
import type { Readable } from 'node:stream';
import type { InputOf, OutputOf } from '../../core/contract/route.ts';
import type { Routes } from '../../core/contract/routes.ts';
import type { Result } from '../../core/result.ts';
import type { ProblemCode } from '../../core/vocabulary/problem.ts';

export type RouteName = keyof Routes;

/** A file on its way out. */
export interface Download {
  readonly bytes: Buffer;
  readonly fileName: string;
  readonly mediaType: string;
}

type PartOf<R, Key extends string> = R extends Record<Key, infer S> ? OutputOf<S> : undefined;
type BodyOf<R> = R extends { body: infer B } ? (B extends 'bytes' ? Readable : OutputOf<B>) : undefined;
type AnswerOf<R> = R extends { response: infer A } ? (A extends 'bytes' ? Download : InputOf<A>) : never;

export interface Call<N extends RouteName> {
  readonly params: PartOf<Routes[N], 'params'>;
  readonly query: PartOf<Routes[N], 'query'>;
  readonly body: BodyOf<Routes[N]>;
}

export type Handler<N extends RouteName> = (
  call: Call<N>,
) => Promise<Result<AnswerOf<Routes[N]>, ProblemCode>>;

/** One handler a route: a route without one does not compile. */
export type Handlers = { readonly [N in RouteName]: Handler<N> };
