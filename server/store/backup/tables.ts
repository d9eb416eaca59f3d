// Which tables a backup holds and in which order they can be filled again: a table after those it points to.
import type { Client } from 'pg';

export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  /** Order by which two copies of the same rows print alike. */
  readonly key: readonly string[];
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

interface Found {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[] | null;
  readonly needs: readonly string[];
}

/** @throws Error where two tables point at each other: then no order fills them. */
function inOrder(found: readonly Found[]): Table[] {
  const ordered: Table[] = [];
  const done = new Set<string>();
  let waiting = [...found];
  while (waiting.length > 0) {
    const ready = waiting.filter(({ name, needs }) => needs.every((need) => need === name || done.has(need)));
    if (ready.length === 0)
      throw new Error(`tables in a circle: ${waiting.map(({ name }) => name).join(', ')}`);
    for (const { name, columns, key } of ready) {
      ordered.push({ name, columns, key: key ?? columns });
      done.add(name);
    }
    waiting = waiting.filter(({ name }) => !done.has(name));
  }
  return ordered;
}

/** Tables of the application; the queue's own schema and the list of migrations are made anew. */
export async function listTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Found>(`
    SELECT class.relname AS name,
           (SELECT json_agg(attname ORDER BY attnum) FROM pg_attribute
            WHERE attrelid = class.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '') AS columns,
           (SELECT json_agg(attname ORDER BY place) FROM pg_constraint
            CROSS JOIN LATERAL unnest(conkey) WITH ORDINALITY AS part(number, place)
            JOIN pg_attribute ON attrelid = conrelid AND attnum = part.number
            WHERE conrelid = class.oid AND contype = 'p') AS key,
           coalesce((SELECT json_agg(DISTINCT confrelid::regclass::text) FROM pg_constraint
                     WHERE conrelid = class.oid AND contype = 'f'), '[]') AS needs
    FROM pg_class AS class
    WHERE class.relnamespace = 'public'::regnamespace AND class.relkind = 'r' AND class.relname <> 'migration'
    ORDER BY class.relname`);
  return inOrder(rows);
}
