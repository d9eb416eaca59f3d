// One consultation: shares of every line by place with the running sum; and one letter: what a place is asked, beside its own plan.

import type { exchangeRoutes } from '../../../core/contract/exchange.ts';
import { type Caller, mayOn } from '../../../core/contract/permission.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import { availableMoves } from '../../../core/place/lifecycle.ts';
import { rolesOver } from '../../../core/place/role.ts';
import { consultationLifecycle } from '../../../core/plan/consultation.ts';
import { runningCap } from '../../../core/plan/exchange/cap.ts';
import { differencesOf } from '../../../core/plan/exchange/difference.ts';
import type { ExchangeLine, PlanPackage } from '../../../core/plan/exchange/package.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { type ProblemCode, problemText } from '../../../core/vocabulary/problem.ts';
import { openLines } from '../../act/exchange/move-letter.ts';
import type { Context } from '../../context.ts';
import {
  listConsultationLines,
  listConsultations,
  listShares,
  type NewLine,
} from '../../store/exchange/consultation.ts';
import {
  type LetterRow,
  listLetterEvents,
  listLetters,
  listRemarks,
  type RemarkRow,
} from '../../store/exchange/letter.ts';
import { listPackages } from '../../store/exchange/package.ts';
import { placesAround } from '../../store/scope.ts';
import { consultationView, letterView, seenLetters } from './exchange.ts';

type Answers = typeof exchangeRoutes;
type Page = OutputOf<Answers['GET /api/consultations/:consultationId']['response']>;
type LetterPage = OutputOf<Answers['GET /api/letters/:letterId']['response']>;

const lineView = ({ id, ...line }: NewLine) => ({ lineId: id, ...line });

const asExchange = (line: NewLine, share: string | null): ExchangeLine => ({
  ...{ kind: 'indicator', number: '', title: line.metric, metric: line.metric, unit: line.unit },
  ...{
    comparator: 'eq',
    values: line.goal === null ? [] : [line.goal],
    measure: 'flow',
    printed: line.printed,
  },
  ...{ share, figure: null },
});

interface Planned {
  readonly planned: string | null;
  readonly gap: string | null;
}

/** What the place plans of each line, in the line's unit, from its last package. */
function plannedOf(
  lines: readonly NewLine[],
  shareOf: (line: NewLine) => string | null,
  body: PlanPackage | null,
): ReadonlyMap<string, Planned> {
  const ours = lines.map((line) => ({ line, given: asExchange(line, shareOf(line)) }));
  const found = differencesOf(
    ours.map(({ given }) => given),
    body?.lines ?? [],
  );
  return new Map(
    ours.map(({ line, given }) => {
      const row = found.find(({ above }) => above === given);
      return [line.id, { planned: row?.belowValue ?? null, gap: row?.gap ?? null }];
    }),
  );
}

async function packagesOf({ db, jurisdiction }: Context, year: number): Promise<Map<string, PlanPackage>> {
  const rows = await listPackages(db, jurisdiction, year, null);
  const received = rows.filter(({ side }) => side === 'received').toReversed();
  return new Map(received.map(({ partnerId, body }) => [partnerId, body]));
}

const lastWish = (remarks: readonly RemarkRow[], lineId: string, placeId: string): string | null =>
  remarks.findLast((one) => one.action === 'comment' && one.lineId === lineId && one.placeId === placeId)
    ?.wanted ?? null;

export async function getConsultation(
  context: Context,
  caller: Caller,
  id: string,
): Promise<Result<Page, ProblemCode>> {
  const { db, jurisdiction } = context;
  const [row] = await listConsultations(db, jurisdiction, { id });
  if (!row) return fail('object.notFound');
  const all = await listLetters(db, jurisdiction, { consultationIds: [id] });
  const letters = seenLetters(caller, all);
  if (letters.length === 0) return fail('object.notFound');
  const [lines, shares, remarks, packages] = await Promise.all([
    listConsultationLines(db, jurisdiction, id),
    listShares(db, jurisdiction, id),
    listRemarks(db, jurisdiction, id),
    packagesOf(context, row.year),
  ]);
  const shareAt = (lineId: string, placeId: string) =>
    shares.find((share) => share.lineId === lineId && share.placeId === placeId);
  const planned = new Map(
    letters.map(({ placeId }) => [
      placeId,
      plannedOf(lines, (line) => shareAt(line.id, placeId)?.value ?? null, packages.get(placeId) ?? null),
    ]),
  );
  return succeed({
    consultation: consultationView(row, letters),
    mayWrite: mayOn(caller, 'exchange.write', { places: [], leadUnit: null, units: [], owner: null }),
    lines: lines.map((line) => ({
      ...lineView(line),
      cap: runningCap(
        line.goal,
        all.map(({ placeId }) => shareAt(line.id, placeId)?.value ?? null),
      ),
      shares: letters.map(({ placeId }) => ({
        placeId,
        value: shareAt(line.id, placeId)?.value ?? null,
        number: shareAt(line.id, placeId)?.number ?? 0,
        planned: planned.get(placeId)?.get(line.id)?.planned ?? null,
        wanted: lastWish(remarks, line.id, placeId),
      })),
    })),
  });
}

async function offersOf(context: Context, caller: Caller, letter: LetterRow, dueOn: IsoDate) {
  const { db, jurisdiction, today } = context;
  const places = letter.placeId === '' ? [] : await placesAround(db, jurisdiction, letter.placeId);
  const roles = rolesOver(caller.grants, { places, leadUnit: null, units: [] }, today());
  // The form itself asks for comments and answers; only what it cannot mend is told beforehand.
  const open = Math.max(1, (await openLines(context, letter)).size);
  const facts = { today: today(), dueOn, comments: open, answered: open, reason: '' };
  return availableMoves(consultationLifecycle, letter.state, roles, facts).map(({ action, unmet }) => ({
    action,
    unmet: unmet.map(({ code, params }) => {
      const put = (text: string) => text.replace(/\{(\w+)\}/g, (mark, key: string) => params[key] ?? mark);
      return { code, message: { zh: put(problemText[code].zh), en: put(problemText[code].en) } };
    }),
  }));
}

export async function getLetter(
  context: Context,
  caller: Caller,
  id: string,
): Promise<Result<LetterPage, ProblemCode>> {
  const { db, jurisdiction } = context;
  const [letter] = await listLetters(db, jurisdiction, { id });
  const [asked] = letter ? await listConsultations(db, jurisdiction, { id: letter.consultationId }) : [];
  if (!letter || !asked) return fail('object.notFound');
  const [lines, shares, remarks, packages, events, offers] = await Promise.all([
    listConsultationLines(db, jurisdiction, asked.id),
    listShares(db, jurisdiction, asked.id),
    listRemarks(db, jurisdiction, asked.id),
    packagesOf(context, asked.year),
    listLetterEvents(db, jurisdiction, id),
    offersOf(context, caller, letter, asked.dueOn),
  ]);
  const shareOf = (line: NewLine): string | null =>
    shares.find((share) => share.lineId === line.id && share.placeId === letter.placeId)?.value ?? null;
  const planned = plannedOf(lines, shareOf, packages.get(letter.placeId) ?? null);
  const { id: consultationId, title, dueOn, isDemonstration } = asked;
  return succeed({
    letter: letterView(letter),
    consultation: { consultationId, title, dueOn, isDemonstration },
    lines: lines.map((line) => ({
      ...lineView(line),
      share: shareOf(line),
      ...(planned.get(line.id) ?? { planned: null, gap: null }),
      remarks: remarks
        .filter(({ letterId, lineId }) => letterId === id && lineId === line.id)
        .map(({ number, action, wanted, words }) => ({ number, action, wanted, words })),
    })),
    events: events.map(({ letterId: _letter, ...event }) => event),
    offers,
  });
}
