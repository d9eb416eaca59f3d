// Walks one route: every caller against every standing of its object, refused ones first and counted against the database.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { permissions } from '../../../core/contract/permission.ts';
import type { Route } from '../../../core/contract/route.ts';
import { isExpected, type Target } from './expectation.fixture.ts';
import type { Asked, KindFixture, RouteSample, Sent } from './kind.fixture.ts';
import { type Holder, holders, type Standing, standings } from './standing.fixture.ts';
import { type Actor, password, type World } from './world.fixture.ts';

export interface Walked {
  checks: number;
  readonly successes: string[];
  readonly refusals: string[];
  /** Anything else: a write by a refused request, a refusal that came too late, a sample that never gets through. */
  readonly faults: string[];
}

export const nothingWalked = (): Walked => ({ checks: 0, successes: [], refusals: [], faults: [] });

export interface Walk {
  readonly name: string;
  readonly route: Route;
  readonly sample: RouteSample;
  /** The kind of object the route names or is about; null where there is none. */
  readonly kind: KindFixture | null;
  /** Path parameter that holds the object's id; null where the body or a list does. */
  readonly param: string | null;
}

interface Try {
  readonly holder: Holder;
  readonly standing: Standing | null;
  readonly expected: boolean;
}

export interface Answered {
  readonly status: number;
  readonly code: string;
  readonly text: string;
}

const atOnce = 6;

async function forAll<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  const next = async (): Promise<void> => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, next));
}

const standsFor = ({ axis }: Standing, kind: KindFixture): boolean =>
  axis === 'any' || kind.axes.includes(axis);

const targetOf = ({ kind, param, route }: Walk, standing: Standing | null): Target | null | undefined => {
  if (kind && standing) return { kind, standing };
  return param === null && route.object === 'inAct' ? undefined : null;
};

function triesOf(walk: Walk): readonly Try[] {
  const { kind } = walk;
  const all = kind ? standings.filter((standing) => standsFor(standing, kind)) : [null];
  return holders.flatMap((holder) =>
    all.map((standing) => ({
      holder,
      standing,
      expected: isExpected(walk.route, holder, targetOf(walk, standing)),
    })),
  );
}

/** The one scope of a token: the route's own permission, or some other one. */
const scopesOf = ({ route }: Walk, { means }: Holder): readonly string[] =>
  means === 'tokenOfThis'
    ? [route.permission]
    : permissions.filter((permission) => permission !== route.permission).slice(0, 1);

async function objectFor(world: World, { kind }: Walk, standing: Standing | null, accountId: string | null) {
  if (!kind || !standing) return '';
  if (standing.missing) return randomUUID();
  const owner = standing.owner === 'caller' && accountId !== null ? accountId : world.stranger;
  const { place, lead, supports } = standing;
  return kind.make(world, { place, lead, supports, owner });
}

async function sendOnce(
  world: World,
  walk: Walk,
  headers: Actor['headers'],
  object: string,
  sent: Sent,
): Promise<Answered> {
  const [method = '', path = ''] = walk.name.split(' ');
  const params = { ...sent.params, ...(walk.param === null ? {} : { [walk.param]: object }) };
  const url = path.replace(/:(\w+)/g, (_mark, key: string) =>
    encodeURIComponent(new Map(Object.entries(params)).get(key) ?? ''),
  );
  const isFile = Buffer.isBuffer(sent.body);
  const type = { 'content-type': isFile ? 'application/octet-stream' : 'application/json' };
  const answer = await world.app.inject({
    method: method === 'GET' ? 'GET' : method === 'PUT' ? 'PUT' : method === 'DELETE' ? 'DELETE' : 'POST',
    url: sent.query ? `${url}?${sent.query}` : url,
    headers: { ...headers, ...(sent.body === undefined ? {} : type) },
    ...(sent.body === undefined
      ? {}
      : { payload: sent.raw ?? (Buffer.isBuffer(sent.body) ? sent.body : JSON.stringify(sent.body)) }),
  });
  const isJson = String(answer.headers['content-type']).startsWith('application/json');
  const body: unknown = isJson ? answer.json() : null;
  const code = typeof body === 'object' && body && 'code' in body ? String(body.code) : '';
  return { status: answer.statusCode, code, text: isJson ? answer.body : '' };
}

/** A server that has no room just now says so with 503 and refuses nobody: asked again a little later, as Retry-After says. */
const full: ReadonlySet<string> = new Set(['server.overloaded', 'server.busy']);

export async function send(...given: Parameters<typeof sendOnce>): Promise<Answered> {
  for (let patience = 40; ; patience--) {
    const answer = await sendOnce(...given);
    if (!full.has(answer.code) || patience === 0) return answer;
    await wait(250);
  }
}

const isDone = ({ status }: Answered): boolean => status >= 200 && status < 300;
const isRefused = ({ status, code }: Answered): boolean =>
  status === 401 || status === 403 || (status === 404 && code === 'object.notFound');

/** An answer about many objects may be 200 and say of each that it was refused. */
const isRefusedInside = ({ sample }: Walk, answer: Answered): boolean =>
  isDone(answer) && sample.refusedInside !== undefined && answer.text.includes(sample.refusedInside);

const line = ({ name }: Walk, { holder, standing }: Try, { status, code }: Answered): string =>
  `${name} · ${holder.label}${standing ? ` · object ${standing.label}` : ''} → ${status} ${code}`;

/** Tables whose print differs. */
function changed(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...after].filter(([name, print]) => before.get(name) !== print).map(([name]) => name);
}

interface Prepared extends Try {
  readonly actor: Actor;
  readonly object: string;
  readonly sent: Sent;
}

async function prepare(world: World, walk: Walk, one: Try, actor?: Actor): Promise<Prepared> {
  const asking = actor ?? (await world.actor(one.holder, scopesOf(walk, one.holder)));
  const { accountId } = asking;
  const object = await objectFor(world, walk, one.standing, accountId);
  const asked: Asked = { world, object, accountId, password };
  return { ...one, actor: asking, object, sent: (await walk.sample.request?.(asked)) ?? {} };
}

/** Everybody who should be refused asks; then nothing at all may have been written. */
async function walkRefused(world: World, walk: Walk, tries: readonly Try[], walked: Walked): Promise<void> {
  const prepared: Prepared[] = [];
  const actors = new Map<Holder, Actor>();
  // Nothing is changed by who is refused, so callers may share an object and a request, where neither is their own.
  const shared = new Map<string, Pick<Prepared, 'object' | 'sent'>>();
  for (const one of tries) {
    const { standing, holder } = one;
    const actor = actors.get(holder) ?? (await world.actor(holder, scopesOf(walk, holder)));
    actors.set(holder, actor);
    const name = standing?.owner === 'caller' ? `${standing.label} ${holder.label}` : (standing?.label ?? '');
    const ready = shared.get(name) ?? (await prepare(world, walk, one, actor));
    shared.set(name, ready);
    prepared.push({ ...one, actor, object: ready.object, sent: ready.sent });
  }
  await world.readings.idle();
  const before = await world.fingerprint();
  await forAll(prepared, async (one) => {
    const answer = await send(world, walk, one.actor.headers, one.object, one.sent);
    walked.checks += 1;
    const refused = isRefused(answer) || isRefusedInside(walk, answer);
    if (isDone(answer) && !refused) walked.successes.push(line(walk, one, answer));
    else if (!refused)
      walked.faults.push(`${line(walk, one, answer)}: refused too late, after something else`);
  });
  await world.readings.idle();
  const written = changed(before, await world.fingerprint());
  if (written.length > 0) walked.faults.push(`${walk.name}: refused requests wrote to ${written.join(', ')}`);
}

/** Everybody who should get through asks, each with an account and an object of its own. */
async function walkAllowed(world: World, walk: Walk, tries: readonly Try[], walked: Walked): Promise<void> {
  let done = 0;
  let last = '';
  const fine = Object.keys(walk.sample.alsoFine ?? {}).map(Number);
  await forAll(tries, async (one) => {
    const ready = await prepare(world, walk, one);
    const answer = await send(world, walk, ready.actor.headers, ready.object, ready.sent);
    walked.checks += 1;
    const refused = isRefused(answer) || isRefusedInside(walk, answer);
    if (isDone(answer) && !refused) done += 1;
    else last = line(walk, one, answer) + answer.text.slice(0, 600);
    if ((isDone(answer) && !refused) || fine.includes(answer.status)) return;
    if (refused) walked.refusals.push(line(walk, one, answer));
    else if (answer.status >= 500) walked.faults.push(line(walk, one, answer));
  });
  if (done === 0 && walk.sample.neverDone === undefined)
    walked.faults.push(
      `${walk.name}: nobody ever got a 2xx, so its refusals prove nothing; mend its sample. Last: ${last}`,
    );
}

export async function walkRoute(world: World, walk: Walk, walked: Walked): Promise<void> {
  const tries = triesOf(walk);
  await walkRefused(
    world,
    walk,
    tries.filter(({ expected }) => !expected),
    walked,
  );
  await walkAllowed(
    world,
    walk,
    tries.filter(({ expected }) => expected),
    walked,
  );
}

/** Somebody who gets through, ready to ask; what is wrong with the request is then the only thing wrong. */
export async function oneAllowed(world: World, walk: Walk): Promise<Prepared | null> {
  const usual = ({ holder }: Try) => holder.means === 'session' || holder.means === 'nobody';
  const one = triesOf(walk).findLast((each) => each.expected && usual(each));
  return one ? prepare(world, walk, one) : null;
}

/** A list must not tell of what its reader may not see: ids of objects out of reach appear nowhere in the answer. */
export async function walkList(world: World, walk: Walk, walked: Walked): Promise<void> {
  const { kind } = walk;
  if (!kind) return;
  const own = standings.filter((standing) => standsFor(standing, kind) && !standing.missing);
  for (const holder of holders) {
    const ready = await prepare(world, { ...walk, kind: null }, { holder, standing: null, expected: true });
    const objects: { id: string; may: boolean; standing: Standing }[] = [];
    for (const standing of own) {
      const id = await objectFor(world, walk, standing, ready.actor.accountId);
      objects.push({ id, standing, may: isExpected(walk.route, holder, { kind, standing }) });
    }
    const answer = await send(world, walk, ready.actor.headers, '', ready.sent);
    const mayAsk = isExpected(walk.route, holder, undefined);
    walked.checks += 1;
    if (isDone(answer) && !mayAsk) walked.successes.push(line(walk, ready, answer));
    if (isRefused(answer) && mayAsk) walked.refusals.push(line(walk, ready, answer));
    if (!isDone(answer) && !isRefused(answer))
      walked.faults.push(line(walk, ready, answer) + answer.text.slice(0, 300));
    for (const { id, may, standing } of objects) {
      walked.checks += 1;
      if (!may && answer.text.includes(id))
        walked.successes.push(`${line(walk, ready, answer)}: the list tells of an object ${standing.label}`);
    }
  }
}
