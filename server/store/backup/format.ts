// The lines of a backup: one that says what it is, each table's rows as PostgreSQL copies them, one that seals them all.
//
//   {"bihuan":"backup","format":1,"migrations":[{"name":…,"sha256":…}],"takenAt":…}
//   {"table":"commitment","columns":[…]}      then one line a row, then  \.
//   {"sealed":{"commitment":{"rows":193,"sha256":…},…}}
//
// The whole is gzip, so every byte is covered by its checksum, and a file that was cut has no seal.
import { z } from 'zod';

export const Head = z.strictObject({
  bihuan: z.literal('backup'),
  format: z.literal(1),
  takenAt: z.string(),
  migrations: z.array(z.strictObject({ name: z.string(), sha256: z.string() })),
});
export type Head = z.infer<typeof Head>;

export const TableHead = z.strictObject({ table: z.string(), columns: z.array(z.string()) });

export const Seal = z.strictObject({
  sealed: z.record(z.string(), z.strictObject({ rows: z.number().int(), sha256: z.string() })),
});
export type Seal = z.infer<typeof Seal>;

/** Ends the rows of a table; in a row the sign would be escaped. */
export const endOfRows = '\\.';

/** A backup that cannot be trusted, with what is wrong with it. */
export class DamagedBackup extends Error {
  constructor(why: string) {
    super(`备份已损坏，未恢复任何内容（${why}）/ the backup is damaged; nothing was restored (${why})`);
  }
}
