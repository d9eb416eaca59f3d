// Rows of decisions on links of money to promises; of each pair the newest counts.
import { sql } from 'kysely';
import type { LinkDecision, MoneyKind, PromiseKind } from '../../../core/budget/link.ts';
import type { Db } from '../open.ts';

export interface LinkEnds {
  readonly source: { readonly kind: MoneyKind; readonly id: string };
  readonly target: { readonly kind: PromiseKind; readonly id: string };
}

export interface NewLink extends LinkEnds {
  readonly number: number;
  readonly decision: LinkDecision;
  readonly reason: string;
}

/** False where somebody else's decision came first. */
export async function addLinks(
  db: Db,
  jurisdiction: string,
  links: readonly NewLink[],
  recordedBy: string | null,
): Promise<boolean> {
  if (links.length === 0) return true;
  const added = await db
    .insertInto('money_link')
    .values(
      links.map(({ source, target, number, decision, reason }) => ({
        ...{ jurisdiction_id: jurisdiction, source_kind: source.kind, source_id: source.id },
        ...{
          target_kind: target.kind,
          target_id: target.id,
          number,
          decision,
          reason,
          recorded_by: recordedBy,
        },
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('number')
    .execute();
  return added.length === links.length;
}

export interface KeptLink extends NewLink {
  readonly by: string | null;
  readonly at: string;
}

interface Row {
  readonly sourceKind: MoneyKind;
  readonly sourceId: string;
  readonly targetKind: PromiseKind;
  readonly targetId: string;
  readonly number: number;
  readonly decision: LinkDecision;
  readonly reason: string;
  readonly by: string | null;
  readonly at: string;
}

/** The newest decision on each pair. */
export async function listLinks(db: Db, jurisdiction: string): Promise<KeptLink[]> {
  const { rows } = await sql<Row>`
    SELECT DISTINCT ON (source_kind, source_id, target_kind, target_id) source_kind AS "sourceKind",
           source_id AS "sourceId", target_kind AS "targetKind", target_id AS "targetId", number, decision, reason,
           account.name AS by, money_link.recorded_at AS at
    FROM money_link
    LEFT JOIN account ON account.jurisdiction_id = money_link.jurisdiction_id AND account.id = money_link.recorded_by
    WHERE money_link.jurisdiction_id = ${jurisdiction}
    ORDER BY source_kind, source_id, target_kind, target_id, number DESC`.execute(db);
  return rows.map(({ sourceKind, sourceId, targetKind, targetId, ...row }) => ({
    ...row,
    source: { kind: sourceKind, id: sourceId },
    target: { kind: targetKind, id: targetId },
  }));
}
