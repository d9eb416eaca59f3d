// What is wrong with the route table before anything is asked, and what a helper must add; each line says where.
import { z } from 'zod';
import { isPermission, reaches } from '../../../core/contract/permission.ts';
import type { Route } from '../../../core/contract/route.ts';
import type { KindFixture, RouteSample } from './kind.fixture.ts';
import { kindFixtures, routeSamples } from './registry.fixture.ts';
import type { Walk } from './walk.fixture.ts';

const paramsIn = (name: string): string[] => [...name.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');

const here = 'server/http/matrix';

/** The kind a route is about, by its object or by what its sample says. */
function kindOf(route: Route, sample: RouteSample | undefined): string | null {
  if (typeof route.object === 'object') return route.object.kind;
  return sample?.about && 'kind' in sample.about ? sample.about.kind : null;
}

function needsQuery({ query }: Route): boolean {
  return query instanceof z.ZodType && !query.safeParse({}).success;
}

/** Permission and object of one row. */
function rowFaults(name: string, route: Route): string[] {
  const { permission, object } = route;
  if (permission === 'public') return [];
  if (!isPermission(permission))
    return [
      `${name}: permission "${permission}" has no row; add it to reaches in core/contract/permission.ts`,
    ];
  const partial = Object.values(reaches[permission]).some((reach) => reach !== 'city');
  if (partial && object === undefined)
    return [
      `${name}: "${permission}" reaches less than the city for some role, so the route must name its object (or say inAct)`,
    ];
  if (typeof object === 'object' && !paramsIn(name).includes(object.param))
    return [`${name}: its object is in parameter "${object.param}", which the path does not have`];
  return [];
}

/** What the matrix was not told. */
function sampleFaults(name: string, route: Route): string[] {
  const sample = routeSamples[name];
  const faults: string[] = [];
  const kind = kindOf(route, sample);
  const add = `add it to the samples of its feature (${here}/<feature>.fixture.ts, joined in registry.fixture.ts)`;
  if (kind !== null && !kindFixtures[kind])
    faults.push(
      `${name}: nothing makes an object of kind "${kind}"; export ${kind}: { axes: ['place' | 'unit' | 'owner'], make: async (world, placed) => id } among the kinds in ${here}/<feature>.fixture.ts, and teach server/store/scope.ts to find it`,
    );
  const param = typeof route.object === 'object' ? route.object.param : null;
  const others = paramsIn(name).filter((each) => each !== param);
  if ((others.length > 0 || route.body || needsQuery(route)) && !sample?.request)
    faults.push(
      `${name}: needs a sound request (${[...others.map((each) => `params.${each}`), ...(route.body ? ['body'] : []), ...(needsQuery(route) ? ['query'] : [])].join(', ')}); ${add}`,
    );
  if (route.object === 'inAct' && !sample?.about)
    faults.push(`${name}: says inAct, so its sample must say about: { kind } or { none: 'why' }; ${add}`);
  return faults;
}

export function tableFaults(table: Readonly<Record<string, Route>>): string[] {
  const dead = Object.keys(routeSamples).filter((name) => !Object.hasOwn(table, name));
  return [
    ...Object.entries(table).flatMap(([name, route]) => [
      ...rowFaults(name, route),
      ...sampleFaults(name, route),
    ]),
    ...dead.map((name) => `${name}: has a sample but is no route`),
  ];
}

const kindNamed = (kind: string | null): KindFixture | null =>
  kind === null ? null : (kindFixtures[kind] ?? null);

/** How each route is walked; a route with a fault of the table is left out, its fault fails the test already. */
export function walksOf(table: Readonly<Record<string, Route>>): readonly Walk[] {
  return Object.entries(table).flatMap(([name, route]) => {
    if (rowFaults(name, route).length > 0 || sampleFaults(name, route).length > 0) return [];
    const sample = routeSamples[name] ?? {};
    const param = typeof route.object === 'object' ? route.object.param : null;
    return [{ name, route, sample, kind: kindNamed(kindOf(route, sample)), param }];
  });
}

/** A list about a kind is read by everybody it is cut for; everything else is asked for object by object. */
export const isList = ({ name, param, kind }: Walk): boolean =>
  name.startsWith('GET ') && param === null && kind !== null;
