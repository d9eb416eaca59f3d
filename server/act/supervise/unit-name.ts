// The one name of a unit, however a document or a person prints it: what notices and inspections are addressed to.

import type { Context } from '../../context.ts';
import { listUnitAliases } from '../../store/jurisdiction.ts';

/** 市卫健委 and 市卫生健康委员会 are one addressee; a unit that has no other names keeps the one it was given. */
export async function unitNameReader({
  db,
  jurisdiction,
}: Pick<Context, 'db' | 'jurisdiction'>): Promise<(printed: string) => string> {
  const names = new Map((await listUnitAliases(db, jurisdiction)).map(({ alias, name }) => [alias, name]));
  return (printed) => names.get(printed.trim()) ?? printed.trim();
}
