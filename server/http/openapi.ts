// Prints the route table as OpenAPI 3.1.
import { z } from 'zod';
import type { Route, Shape } from '../../core/contract/route.ts';
import { routes } from '../../core/contract/routes.ts';
import { Problem } from '../../core/contract/shapes.ts';

type Json = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Schemas that have a name move to the components; what is left points there. */
function schemaOf(shape: Shape, components: Map<string, unknown>): Json {
  if (!(shape instanceof z.ZodType)) throw new TypeError('a route shape is a zod schema');
  const printed: unknown = JSON.parse(
    JSON.stringify(z.toJSONSchema(shape, { target: 'draft-2020-12', io: 'output' })).replaceAll(
      '"#/$defs/',
      '"#/components/schemas/',
    ),
  );
  if (!isRecord(printed)) return {};
  const { $schema: _dialect, $defs, ...schema } = printed;
  if (isRecord($defs))
    for (const [name, inner] of Object.entries($defs)) components.set(name, withoutId(inner));
  const { id } = schema;
  if (typeof id !== 'string') return schema;
  components.set(id, withoutId(schema));
  return { $ref: `#/components/schemas/${id}` };
}

const withoutId = (schema: unknown): unknown => {
  if (!isRecord(schema)) return schema;
  const { id: _id, ...rest } = schema;
  return rest;
};

function parametersOf(
  shape: Shape | undefined,
  place: 'path' | 'query',
  components: Map<string, unknown>,
): Json[] {
  if (!shape) return [];
  const { properties, required } = schemaOf(shape, components);
  const needed = Array.isArray(required) ? required : [];
  return Object.entries(isRecord(properties) ? properties : {}).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || needed.includes(name),
    schema,
  }));
}

const bytesContent = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } };

function operationOf(route: Route, components: Map<string, unknown>): Json {
  const content = (shape: Shape | 'bytes') =>
    shape === 'bytes' ? bytesContent : { 'application/json': { schema: schemaOf(shape, components) } };
  const parameters = [
    ...parametersOf(route.params, 'path', components),
    ...parametersOf(route.query, 'query', components),
  ];
  return {
    summary: route.summary,
    'x-permission': route.permission,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(route.body ? { requestBody: { required: true, content: content(route.body) } } : {}),
    responses: {
      200: { description: 'OK', content: content(route.response) },
      default: { description: 'Refused, with the reason', content: content(Problem) },
    },
  };
}

export function openApi(): Json {
  const components = new Map<string, unknown>();
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, route] of Object.entries<Route>(routes)) {
    const [method = '', url = ''] = name.split(' ');
    const path = url.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(route, components) };
  }
  const schemas = Object.fromEntries([...components].sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    openapi: '3.1.0',
    info: { title: 'Bihuan 闭环', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
    components: { schemas },
  };
}
