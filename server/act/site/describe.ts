// Says anew what is known of a site: where it is, its standard and acceptance, who answers for it, its due day.
import { type CoordinateSystem, readCoordinate } from '../../../core/plan/coordinate.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { addDetail } from '../../store/site/detail.ts';
import { getSite } from '../../store/site/site.ts';
import { type Actor, perform } from '../perform.ts';
import { readSettings } from '../setting/read.ts';

export interface SiteDescription {
  /** Number of the detail the person saw. */
  readonly after: number;
  readonly address: string;
  /** Both empty where it is not on the map. */
  readonly longitude: string;
  readonly latitude: string;
  readonly system: CoordinateSystem;
  readonly standard: string;
  readonly acceptance: string;
  readonly responsible: string;
  readonly dueOn: IsoDate;
}

export function describeSite(
  context: Context,
  actor: Actor,
  siteId: string,
  body: SiteDescription,
): Promise<Result<{ number: number }, ProblemCode>> {
  return perform<{ number: number }, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction } = inside;
    const found = await getSite(db, jurisdiction, siteId);
    if (!found) return fail('object.notFound');
    if (body.after !== found.detail) return fail('state.changed');
    const bounds = (await readSettings(inside, 'site.bounds'))['site.bounds'];
    const isPlaced = body.longitude.trim() !== '' || body.latitude.trim() !== '';
    const point = isPlaced ? readCoordinate(body.longitude, body.latitude, body.system, bounds) : null;
    if (point && !point.ok) return point;
    const number = found.detail + 1;
    const added = await addDetail(db, jurisdiction, {
      ...{ siteId, number, address: body.address.trim() },
      ...{ longitude: point?.value.longitude ?? null, latitude: point?.value.latitude ?? null },
      ...{ standard: body.standard.trim(), acceptance: body.acceptance.trim() },
      ...{ responsible: body.responsible.trim(), dueOn: body.dueOn, recordedBy: actor.caller.accountId },
    });
    if (!added) return fail('state.changed');
    note({ act: 'site.describe', objectKind: 'site', objectId: siteId, detail: { number } });
    return succeed({ number });
  });
}
