// The desk of clauses: which version of each holds, what ends or must be decided soon, and what is being written.
import type { clauseRoutes } from '../../../core/contract/clauses.ts';
import type { Caller } from '../../../core/contract/permission.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import { versionsOn } from '../../../core/policy/version.ts';
import { areaLabel, automationLabel, subjectLabel } from '../../../core/policy/words/clause-labels.ts';
import { dayNumber } from '../../../core/quantity/calendar.ts';
import { type IsoDate, isoDate } from '../../../core/quantity/date.ts';
import { type PublishedVersion, readBook } from '../../act/clause/book.ts';
import { readSettings } from '../../act/setting/read.ts';
import type { Context } from '../../context.ts';
import { listClauseDrafts } from '../../store/clause/draft.ts';
import { listProposals, type ProposalRow } from '../../store/clause/proposal.ts';
import { titleOf } from './said.ts';

export type Desk = OutputOf<(typeof clauseRoutes)['GET /api/clause-desk']['response']>;
type Row = Desk['clauses'][number];

const daysBetween = (from: IsoDate, to: string): number => dayNumber(isoDate(to)) - dayNumber(from);

/** A clause with its present version, and the one that will follow it. */
export function deskRow(
  all: readonly PublishedVersion[],
  clauseId: string,
  { day, ahead }: { readonly day: IsoDate; readonly ahead: number },
): Omit<Row, 'drafted' | 'proposed'> | null {
  const own = all.filter(({ clause }) => clause.id === clauseId);
  const started = versionsOn(own, day)[0];
  const shown = started ?? own[0];
  if (!shown) return null;
  const { clause, number, startsOn } = shown;
  const next = own.findLast((version) => version.startsOn > day && version.number > number) ?? null;
  const [endsIn, reviewIn] = [daysBetween(day, clause.valid.to), daysBetween(day, clause.review)];
  const ended = endsIn < 0;
  const due = endsIn <= ahead || reviewIn <= ahead;
  return {
    ...{ id: clause.id, title: clause.title, lead: clause.lead, version: number, startsOn },
    ...{ area: areaLabel[clause.area], automation: automationLabel[clause.automation] },
    subject: subjectLabel[clause.subject],
    next: next && { number: next.number, startsOn: next.startsOn },
    ...{ from: isoDate(clause.valid.from), to: isoDate(clause.valid.to), review: isoDate(clause.review) },
    state: ended ? 'ended' : started && clause.valid.from <= day ? 'inForce' : 'later',
    ...{ endsIn, reviewIn },
    // What ended long ago is history, and a later version carries on.
    ending: due && next === null && endsIn >= -ahead,
  };
}

export const proposalRow = (
  proposal: ProposalRow,
  all: readonly PublishedVersion[],
  caller: Caller,
): Desk['proposals'][number] => {
  const { id, clauseId, startsOn, base, document, reason, by, recordedAt, state, number } = proposal;
  const written: unknown = JSON.parse(proposal.content);
  const title =
    typeof written === 'object' && written !== null && 'title' in written ? wordsOf(written.title) : null;
  return {
    ...{ id, clauseId, startsOn, base, document, reason, by, recordedAt, state, number },
    title: title ?? titleOf(all, clauseId) ?? { zh: clauseId, en: clauseId },
    mine: caller.accountId !== null && proposal.recordedBy === caller.accountId,
  };
};

function wordsOf(value: unknown): Row['title'] | null {
  if (typeof value !== 'object' || value === null || !('zh' in value) || !('en' in value)) return null;
  return { zh: String(value.zh), en: String(value.en) };
}

export async function getDesk(context: Context, caller: Caller): Promise<Desk> {
  const { db, jurisdiction } = context;
  const [{ versions }, rules, drafts, proposals] = await Promise.all([
    readBook(context),
    readSettings(context, 'policy.endingDays'),
    caller.accountId === null ? [] : listClauseDrafts(db, jurisdiction, caller.accountId),
    listProposals(db, jurisdiction, {}),
  ]);
  const on = { day: context.today(), ahead: rules['policy.endingDays'] };
  const open = proposals.filter(({ state }) => state === 'proposed');
  const [drafted, proposed] = [drafts, open].map((all) => new Set(all.map(({ clauseId }) => clauseId)));
  const ids = [...new Set(versions.map(({ clause }) => clause.id))];
  const rows = ids.flatMap((id) => deskRow(versions, id, on) ?? []);
  return {
    ...on,
    clauses: rows.map((row) => ({
      ...row,
      drafted: drafted?.has(row.id) ?? false,
      proposed: proposed?.has(row.id) ?? false,
    })),
    drafts: drafts.map(({ clauseId, savedAt }) => ({
      clauseId,
      title: titleOf(versions, clauseId),
      savedAt,
    })),
    proposals: proposals.slice(0, 50).map((proposal) => proposalRow(proposal, versions, caller)),
  };
}
