// What was known on a day: facts recorded until its end in Asia/Shanghai; without a day, everything.
import { type RawBuilder, sql } from 'kysely';
import type { IsoDate } from '../../core/quantity/date.ts';

/** Condition on a table's recorded_at, for a where clause. */
export const knownBy = (table: string, knownOn: IsoDate | null): RawBuilder<boolean> =>
  knownOn === null
    ? sql<boolean>`true`
    : sql<boolean>`${sql.ref(`${table}.recorded_at`)} < ((${knownOn}::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')`;
