// Fields that are nobody's to send: each is added to a sound body, at every level of it, and must be refused by name.
import { z } from 'zod';
import type { Route } from '../../../core/contract/route.ts';
import type { Walk, Walked } from './walk.fixture.ts';
import { oneAllowed, send } from './walk.fixture.ts';
import type { World } from './world.fixture.ts';

/** What peers let in: CVE-2026-44732 and its kin. `__proto__` and `constructor` belong to the language. */
export const foreignFields = [
  'id',
  'jurisdictionId',
  'jurisdiction_id',
  'recordedBy',
  'recorded_by',
  'recordedAt',
  'createdAt',
  'state',
  'status',
  'ownerId',
  'accountId',
  'unit',
  'place',
  'role',
  'score',
  'verifiedBy',
  'isSample',
  'scopes',
  '__proto__',
  'constructor',
] as const;

/** Refused by the JSON parser itself, which names nothing. */
const byParser: ReadonlySet<string> = new Set(['__proto__']);

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !Buffer.isBuffer(value);

/** The body once for each object in it, with the field added there; where the object has such a field of its own, not. */
function* withField(value: unknown, field: string, open: string | undefined): Generator<unknown> {
  if (Array.isArray(value)) {
    for (const [index, inner] of value.entries())
      for (const changed of withField(inner, field, open)) yield value.toSpliced(index, 1, changed);
    return;
  }
  if (!isObject(value)) return;
  if (!Object.hasOwn(value, field)) {
    const text = JSON.stringify(value);
    const entry = `${JSON.stringify(field)}:"foreign"`;
    yield { raw: text === '{}' ? `{${entry}}` : `${text.slice(0, -1)},${entry}}` };
  }
  for (const [key, inner] of Object.entries(value).filter(([key]) => key !== open))
    for (const changed of withField(inner, field, open)) yield { ...value, [key]: changed };
}

/** `__proto__` cannot be set by assignment, so changed objects are put in as text. */
const textOf = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(textOf).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  if (typeof value.raw === 'string' && Object.keys(value).length === 1) return value.raw;
  return `{${Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .map(([key, inner]) => `${JSON.stringify(key)}:${textOf(inner)}`)
    .join(',')}}`;
};

/** Every field name that the body's shape knows at any level. */
function knownFields({ body }: Route): ReadonlySet<string> {
  const names = new Set<string>();
  const collect = (schema: unknown): void => {
    if (Array.isArray(schema)) schema.forEach(collect);
    if (!isObject(schema)) return;
    if (isObject(schema.properties)) for (const name of Object.keys(schema.properties)) names.add(name);
    Object.values(schema).forEach(collect);
  };
  if (body instanceof z.ZodType) collect(z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }));
  return names;
}

export async function walkFields(world: World, walk: Walk, walked: Walked): Promise<void> {
  const known = knownFields(walk.route);
  const ready = await oneAllowed(world, walk);
  if (!ready || !isObject(ready.sent.body)) return;
  const { body } = ready.sent;
  await world.readings.idle();
  const before = await world.fingerprint();
  for (const field of foreignFields) {
    if (known.has(field)) continue;
    for (const changed of withField(body, field, walk.sample.openField)) {
      const payload = textOf(changed);
      const answer = await send(world, walk, ready.actor.headers, ready.object, {
        ...ready.sent,
        raw: payload,
      });
      walked.checks += 1;
      const said = `${walk.name} · field ${field} in ${payload.slice(0, 120)} → ${answer.status} ${answer.code}`;
      if (answer.status >= 200 && answer.status < 300) walked.successes.push(said);
      else if (answer.status !== 400) walked.faults.push(`${said}: 400 expected`);
      else if (!answer.text.includes(field) && !byParser.has(field))
        walked.faults.push(`${said}: the field is not named`);
    }
  }
  const after = await world.fingerprint();
  for (const [table, print] of after)
    if (before.get(table) !== print)
      walked.faults.push(`${walk.name}: a body with a foreign field wrote to ${table}`);
}
