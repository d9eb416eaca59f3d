// Enters what a document announces for a policy area, or its net total, and corrects it later: facts are added, each with its source.
import { randomUUID } from 'node:crypto';
import { checkAnnounced } from '../../../core/budget/announced-check.ts';
import { isReason } from '../../../core/place/lifecycle.ts';
import type { Finding } from '../../../core/project/finding.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { MoneyProblem } from '../../../core/vocabulary/money-sentence.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import {
  addAnnouncements,
  correctAnnouncement,
  type KeptAnnouncement,
  listAnnouncements,
} from '../../store/budget/announced.ts';
import { type Actor, perform } from '../perform.ts';
import { standsInTheWay } from './asked.ts';

export interface AnnouncedBody {
  readonly document: string;
  readonly year: number;
  /** The net total, which has no area. */
  readonly isNet: boolean;
  readonly area: string;
  readonly ref: string;
  readonly amount: string | null;
  readonly source: string;
  readonly explanation: string;
  /** Number that the person saw; 0 where it is new. */
  readonly after: number;
}

export interface Entered {
  readonly number: number;
  readonly findings: readonly Finding<MoneyProblem>[];
}

/** Behind the areas that were entered before; the net total stands first. */
const positionOf = (area: string, rows: readonly KeptAnnouncement[]): number =>
  area === '' ? 0 : Math.max(0, ...rows.map(({ position }) => position)) + 1;

export function enterAnnounced(
  context: Context,
  actor: Actor,
  body: AnnouncedBody,
): Promise<Result<Entered, ProblemCode>> {
  return perform<Entered, ProblemCode>(context, actor, async ({ db, jurisdiction }, note) => {
    const [document, area] = [body.document.trim(), body.area.trim()];
    const { year, amount, after } = body;
    if (body.isNet !== (area === '')) return fail('announced.needsArea');
    const rows = (await listAnnouncements(db, jurisdiction)).filter(
      (row) => row.document === document && row.year === year,
    );
    const before = rows.find((row) => row.area === area);
    if ((before?.number ?? 0) !== after) return fail('state.changed');
    if (document === '' || (before && !isReason(body.source))) return fail('won.needsSource');
    if (area === '' && amount === null) return fail('debt.nothing');
    const findings = checkAnnounced({ area, amount }, rows, before?.amount ?? null);
    const blocked = standsInTheWay(findings, body.explanation);
    if (blocked) return blocked;
    const { accountId } = actor.caller;
    const ref = body.ref.trim();
    const number = after + 1;
    const id = before?.id ?? randomUUID();
    const said = { ref, amount, source: body.source.trim(), explanation: body.explanation.trim() };
    const kept = before
      ? await correctAnnouncement(db, jurisdiction, { announcementId: id, number, ...said }, accountId)
      : await addAnnouncements(
          db,
          jurisdiction,
          [{ id, document, year, position: positionOf(area, rows), area, ...said }],
          accountId,
        );
    if (!kept) return fail('state.changed');
    const detail = { document, year, area, amount, number };
    note({ act: 'announced.enter', objectKind: 'announcement', objectId: id, detail });
    return succeed({ number, findings });
  });
}
