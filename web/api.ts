// The one way to the server: paths, parameters and answers come from the route table, so a wrong call does not compile.
import type { InputOf, OutputOf } from '../core/contract/route.ts';
import type { Routes } from '../core/contract/routes.ts';
import type { Problem as ProblemShape } from '../core/contract/shapes.ts';

export type Problem = OutputOf<typeof ProblemShape>;
export type RouteName = keyof Routes;
export type Answer<N extends RouteName> = OutputOf<Routes[N]['response']>;

type Part<N extends RouteName, Key extends 'params' | 'query'> =
  Routes[N] extends Record<Key, infer S> ? { [K in Key]: InputOf<S> } : { [K in Key]?: undefined };
type Body<N extends RouteName> = Routes[N] extends { body: infer B }
  ? { body: B extends 'bytes' ? Blob : InputOf<B> }
  : { body?: undefined };

export type Ask<N extends RouteName> = Part<N, 'params'> & Part<N, 'query'> & Body<N>;

/** What the server refused, with its words in both languages; code `network` when it could not be reached. */
export class Refusal extends Error {
  readonly problem: Problem;
  readonly status: number;
  constructor(problem: Problem, status: number) {
    super(problem.code);
    this.problem = problem;
    this.status = status;
  }
}

const plainProblem = (code: string, zh: string, en: string): Problem => ({
  code,
  message: { zh, en },
  params: {},
  fields: [],
  requestId: '',
});

const unreachable = plainProblem(
  'network',
  '连接不上服务器，内容未提交，请检查网络后重试',
  'The server cannot be reached; nothing was sent. Check the connection and try again',
);

const unreadable = (status: number): Problem =>
  plainProblem(
    'answer',
    `服务器的回答无法识别（${status}），请稍后重试`,
    `The server's answer cannot be read (${status}); try again shortly`,
  );

const isProblem = (answer: unknown): answer is Problem =>
  typeof answer === 'object' && answer !== null && 'code' in answer && 'message' in answer;

function addressOf(name: string, params: object | undefined, query: object | undefined): string {
  const given = new Map(Object.entries(params ?? {}));
  const path = name
    .slice(name.indexOf(' ') + 1)
    .replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(String(given.get(key) ?? '')));
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {}))
    if (value !== undefined && value !== '') search.set(key, String(value));
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

function bodyOf(body: unknown): { body?: BodyInit; headers?: Record<string, string> } {
  if (body === undefined) return {};
  if (body instanceof Blob) return { body, headers: { 'content-type': 'application/octet-stream' } };
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

async function refusalOf(response: Response): Promise<Refusal> {
  const answer: unknown = await response.json().catch(() => null);
  return new Refusal(isProblem(answer) ? answer : unreadable(response.status), response.status);
}

/** @throws Refusal with the server's problem, or with `network` when there is no answer. */
export async function call<N extends RouteName>(
  name: N,
  ask: Ask<N>,
  signal?: AbortSignal,
  /** The same key again means the same write: the server answers as before and does nothing twice. */
  key?: string,
): Promise<Answer<N>> {
  const method = name.slice(0, name.indexOf(' '));
  const address = addressOf(name, ask.params, ask.query);
  const sent = bodyOf(ask.body);
  const response = await fetch(address, {
    method,
    ...sent,
    headers: { ...sent.headers, ...(key === undefined ? {} : { 'idempotency-key': key }) },
    ...(signal ? { signal } : {}),
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw new Refusal(unreachable, 0);
  });
  if (!response.ok) throw await refusalOf(response);
  return response.json().catch(() => {
    throw new Refusal(unreadable(response.status), response.status);
  });
}

export type Overview = Answer<'GET /api/overview'>;
export type CommitmentList = Answer<'GET /api/commitments'>;
export type CommitmentRow = CommitmentList['rows'][number];
export type CommitmentPage = Answer<'GET /api/commitments/:commitmentId'>;
export type LivelihoodPage = Answer<'GET /api/livelihood'>;
export type Review = Answer<'GET /api/documents/:documentId'>;
export type DocumentRow = Review['document'];
export type ReviewItem = Review['items'][number];
export type Reading = Answer<'GET /api/readings/:readingId'>;
export type SearchHit = Answer<'GET /api/search'>['hits'][number];
export type Status = CommitmentRow['verdict']['status'];
export type Kind = CommitmentRow['kind'];
export type Target = CommitmentRow['targets'][number];
export type Figure = NonNullable<CommitmentRow['latest']>;
export type Source = NonNullable<Figure['source']>;
export type Verdict = CommitmentRow['verdict'];
export type RollUp = Overview['units'][number];
