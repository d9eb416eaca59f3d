// Takes the city's own approved outlines from GeoJSON (RFC 7946), in the coordinate system that is declared, with their approval number.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type CoordinateSystem, toWgs } from '../../../core/plan/coordinate.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import type { Outline } from '../../store/json.ts';
import { listAllPlaces } from '../../store/jurisdiction.ts';
import { addOutlines } from '../../store/site/outline.ts';
import { type Actor, perform } from '../perform.ts';

const Position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).rest(z.number());
const Ring = z.array(Position).min(4).max(100_000);
const Geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring)) }),
]);
const Collection = z.object({
  type: z.literal('FeatureCollection'),
  features: z
    .array(z.object({ properties: z.record(z.string(), z.unknown()).nullable(), geometry: Geometry }))
    .min(1)
    .max(500),
});

/** Under which property a feature is named differs by the office that drew it. */
const nameKeys = ['name', 'NAME', '名称', 'adcode', 'code', 'id'] as const;

function parse(bytes: Buffer): Result<z.infer<typeof Collection>, 'outline.unreadable'> {
  try {
    const read = Collection.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    if (read.success) return succeed(read.data);
    const [issue] = read.error.issues;
    return fail('outline.unreadable', { detail: issue?.path.join('.') || 'FeatureCollection' });
  } catch {
    return fail('outline.unreadable', { detail: 'JSON' });
  }
}

/** A metre is enough for a picture of a city, and keeps it small. */
const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

export interface OutlineWish {
  readonly approval: string;
  readonly system: CoordinateSystem;
}

export function takeOutlines(
  context: Context,
  actor: Actor,
  { approval, system }: OutlineWish,
  bytes: Buffer,
): Promise<Result<{ taken: number; passedOver: string[] }, ProblemCode>> {
  return perform<{ taken: number; passedOver: string[] }, ProblemCode>(
    context,
    { caller: actor.caller, key: null },
    async ({ db, jurisdiction }, note) => {
      const read = parse(bytes);
      if (!read.ok) return read;
      const places = await listAllPlaces(db, jurisdiction);
      const idOf = new Map(places.flatMap(({ id, name }) => [[name, id] as const, [id, id] as const]));
      const outlines: Outline[] = [];
      const passedOver: string[] = [];
      for (const { properties, geometry } of read.value.features) {
        const names = nameKeys.map((key) => String(properties?.[key] ?? '').trim()).filter(Boolean);
        const placeId = names.map((name) => idOf.get(name)).find((id) => id !== undefined);
        if (placeId === undefined) {
          passedOver.push(names[0] ?? '—');
          continue;
        }
        const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
        const rings = polygons.flat().map((ring) =>
          ring.map(([longitude, latitude]): readonly [number, number] => {
            const point = toWgs({ longitude, latitude }, system);
            return [round(point.longitude), round(point.latitude)];
          }),
        );
        outlines.push({ placeId, rings });
      }
      if (outlines.length === 0) return fail('outline.noPlace');
      const id = randomUUID();
      const recordedBy = actor.caller.accountId;
      await addOutlines(db, jurisdiction, { id, approval: approval.trim(), rings: outlines, recordedBy });
      const detail = { approval, taken: outlines.length };
      note({ act: 'map.outlines', objectKind: 'map', objectId: id, detail });
      return succeed({ taken: outlines.length, passedOver });
    },
  );
}
