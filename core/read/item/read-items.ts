// Everything a document promises and reports: what its tables hold, what its sentences say, and what was mended on the way.
import { numberTwice } from '../check/number-twice.ts';
import { repairChecks } from '../check/repairs.ts';
import type { Appointment, Check, Item, Unread } from '../reading.ts';
import type { Mentions, Structure } from '../structure.ts';
import { readAppointments } from './appointments.ts';
import { readTables } from './tables/read-tables.ts';
import { readTextItems } from './text/read-text-items.ts';

export interface ReadItems {
  readonly items: Item[];
  readonly checks: Check[];
  readonly unread: Unread[];
  readonly appointments: Appointment[];
}

// One comparison for each kind: what compares objects of many shapes has to look every field up.
const itemsByPlace = (a: Item, b: Item): number => a.start - b.start || a.end - b.end;
const checksByPlace = (a: Check, b: Check): number => a.start - b.start || a.end - b.end;
const unreadByPlace = (a: Unread, b: Unread): number => a.start - b.start || a.end - b.end;

/** All offsets are into the folded text. */
export function readItems(structure: Structure, mentions: Mentions): ReadItems {
  const tables = readTables(structure, mentions);
  const text = readTextItems(structure, mentions);
  const items = [...tables.items, ...text.items].sort(itemsByPlace);
  const checks = [
    ...repairChecks(structure.repairs),
    ...tables.checks,
    ...text.checks,
    ...numberTwice(items, structure.parts),
  ];
  return {
    items,
    checks: checks.sort(checksByPlace),
    unread: [...tables.unread, ...text.unread].sort(unreadByPlace),
    appointments: readAppointments(structure),
  };
}
