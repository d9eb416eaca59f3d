// Whether a sender may write where a project stands: for tables of many rows, each place looked up once.
import { mayOn } from '../../../core/contract/permission.ts';
import type { ProjectEntry } from '../../../core/project/project.ts';
import type { Context } from '../../context.ts';
import { placesAround } from '../../store/scope.ts';
import type { Actor } from '../perform.ts';
import { unitNameReader } from '../supervise/unit-name.ts';

export async function dutyReader(
  context: Context,
  actor: Actor,
  entries: readonly ProjectEntry[],
): Promise<(entry: ProjectEntry) => boolean> {
  const { db, jurisdiction } = context;
  const nameOf = await unitNameReader(context);
  const around = new Map<string, readonly string[]>();
  for (const place of new Set(entries.flatMap(({ placeIds }) => placeIds)))
    around.set(place, await placesAround(db, jurisdiction, place));
  const caller = { ...actor.caller, scopes: null };
  return ({ placeIds, leadUnit }) => {
    const places = placeIds.flatMap((place) => around.get(place) ?? []);
    const lead = leadUnit === null ? null : nameOf(leadUnit);
    return mayOn(caller, 'project.write', { places, leadUnit: lead, units: [], owner: null });
  };
}
