// Heads of the audit chain kept outside the database: what a chain that was cut, rewritten or set back is held against.
import { existsSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Db } from '../open.ts';

export const Checkpoint = z.strictObject({
  jurisdiction: z.string(),
  number: z.number().int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.string(),
});
export type Checkpoint = z.infer<typeof Checkpoint>;

async function append(file: string, checkpoint: Checkpoint): Promise<void> {
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.write(`${JSON.stringify(checkpoint)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Checkpoints of a file, oldest first. A last line that was cut by a crash is left out; any other bad line is an error. */
export async function readCheckpoints(file: string): Promise<Checkpoint[]> {
  if (!existsSync(file)) return [];
  const lines = (await readFile(file, 'utf8')).split('\n');
  const cut = lines.pop();
  const found = lines.map((line) => Checkpoint.parse(JSON.parse(line)));
  if (cut === undefined || cut === '') return found;
  return found;
}

export interface Checkpoints {
  /** Notes the head now, where it moved since the last time. */
  note(): Promise<void>;
}

/** `tell` gets each head too, so that a log that is collected elsewhere holds it out of this machine's reach. */
export function openCheckpoints(
  db: Db,
  jurisdiction: string,
  file: string,
  { now, tell }: { readonly now: () => Date; readonly tell: (checkpoint: Checkpoint) => void },
): Checkpoints {
  let last = 0;
  return {
    note: async () => {
      const head = await db
        .selectFrom('audit_entry')
        .select(['number', 'hash'])
        .where('jurisdiction_id', '=', jurisdiction)
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirst();
      if (!head || Number(head.number) <= last) return;
      last = Number(head.number);
      const checkpoint = { jurisdiction, number: last, hash: head.hash, at: now().toISOString() };
      await append(file, checkpoint);
      tell(checkpoint);
    },
  };
}
