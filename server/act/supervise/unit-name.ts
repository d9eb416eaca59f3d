// The one name of a unit, however a document or a person prints it, and which names the city knows: what notices and
// inspections are addressed to.

import type { Context } from '../../context.ts';
import { listUnitAliases } from '../../store/jurisdiction.ts';
import { listUnits } from '../../store/people/organisation.ts';

/** 市卫健委 and 市卫生健康委员会 are one addressee; a unit that has no other names keeps the one it was given. */
export async function unitNameReader({
  db,
  jurisdiction,
}: Pick<Context, 'db' | 'jurisdiction'>): Promise<(printed: string) => string> {
  const names = new Map((await listUnitAliases(db, jurisdiction)).map(({ alias, name }) => [alias, name]));
  return (printed) => names.get(printed.trim()) ?? printed.trim();
}

/** Every name that the organisation has for a unit, printed aliases included. */
export async function listUnitNames({
  db,
  jurisdiction,
}: Pick<Context, 'db' | 'jurisdiction'>): Promise<readonly string[]> {
  const [units, aliases] = await Promise.all([
    listUnits(db, jurisdiction),
    listUnitAliases(db, jurisdiction),
  ]);
  return [...units.map(({ name }) => name), ...aliases.flatMap(({ alias, name }) => [alias, name])];
}
