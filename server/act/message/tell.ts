// Tells what happened, inside the act's own transaction: a row, and a job that spreads it. A refused act tells nothing.
import { randomUUID } from 'node:crypto';
import type { Audience, Detail, EventKind, ObjectPathKind } from '../../../core/publish/event.ts';
import type { Context } from '../../context.ts';
import { queueJob } from '../../store/message/job.ts';
import { addTold } from '../../store/message/told.ts';

export interface Telling {
  readonly kind: EventKind;
  readonly objectKind: ObjectPathKind;
  readonly objectId: string;
  /** The promise it is about, where there is one: its followers can be told. */
  readonly commitmentId?: string | null;
  /** The thing as it is called on screen. */
  readonly title: string;
  /** What the kind's sentence needs; words in both languages, or a figure, a day, a name. */
  readonly detail?: Detail;
  readonly to: Partial<Audience>;
  /** Whoever did it, where that is not the one actor of all. */
  readonly by?: string | null;
  /** Told once under this key, however often this is asked. */
  readonly once?: string;
}

/** `actorId` is whoever did it: nobody is told what they did themselves. */
export async function tell(
  { db, jurisdiction, now, isQuiet }: Pick<Context, 'db' | 'jurisdiction' | 'now' | 'isQuiet'>,
  actorId: string | null,
  events: readonly Telling[],
): Promise<void> {
  if (events.length === 0 || isQuiet === true) return;
  const rows = events.map(({ kind, objectKind, objectId, commitmentId, title, detail, to, by, once }) => ({
    ...{ id: randomUUID(), kind, objectKind, objectId, commitmentId: commitmentId ?? null, title },
    ...{
      detail: detail ?? {},
      onceKey: once ?? null,
      toldAt: now().toISOString(),
      recordedBy: by === undefined ? actorId : by,
    },
    audience: { seats: to.seats ?? [], accounts: to.accounts ?? [], followers: to.followers ?? false },
  }));
  const told = await addTold(db, jurisdiction, rows);
  if (told.length > 0) await queueJob(db, { task: 'spread', payload: { told } });
}
