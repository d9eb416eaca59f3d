// Puts the new policies of a year into the mailbox of every enterprise they fit, each once; those with an account are told.
import { randomUUID } from 'node:crypto';
import { isValidOn } from '../../../core/policy/engine/compile.ts';
import { yearEnd, yearOf, yearStart } from '../../../core/quantity/calendar.ts';
import { type IsoDate, isoDate } from '../../../core/quantity/date.ts';
import { type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { listAccountsByCode } from '../../store/award/holder.ts';
import { addPushes, type NewPush } from '../../store/award/push.ts';
import { type PublishedVersion, versionsOfDay } from '../clause/book.ts';
import { type Rules, rulesOn } from '../clause/rules-on.ts';
import { tell } from '../message/tell.ts';
import { type Actor, perform } from '../perform.ts';
import { roster } from './roster.ts';

/** The first day on which the version holds. */
export const firstDayOf = ({ clause, startsOn }: Pick<PublishedVersion, 'clause' | 'startsOn'>): IsoDate =>
  startsOn > clause.valid.from ? startsOn : isoDate(clause.valid.from);

/** Policies for enterprises that came into force in the year of the day, by the day, and still hold. */
export async function newPolicies(
  context: Context,
  day: IsoDate,
  unit = '',
): Promise<ReadonlyMap<string, IsoDate>> {
  const year = yearOf(day);
  const found = (await versionsOfDay(context, day)).filter((version) => {
    const first = firstDayOf(version);
    const isNew = first >= yearStart(year) && first <= yearEnd(year) && first <= day;
    const isMeant = unit === '' || version.clause.lead === unit;
    return isMeant && version.clause.subject === 'enterprise' && isNew && isValidOn(version.clause, day);
  });
  return new Map(found.map((version) => [version.clause.id, firstDayOf(version)]));
}

/** Every enterprise that a new policy fits, with what it pays. */
export async function matching(
  context: Context,
  rules: Rules,
  day: IsoDate,
  policies: ReadonlyMap<string, IsoDate>,
): Promise<readonly NewPush[]> {
  const found: NewPush[] = [];
  for await (const { code, row } of roster(context, rules, day))
    for (const result of rules.explain(row).results) {
      const validFrom = policies.get(result.id);
      // What another clause of the group pays is no news to the firm.
      if (validFrom !== undefined && result.answer === 'yes' && result.beatenBy === null)
        found.push({ clauseId: result.id, validFrom, subject: code, amount: result.pays });
    }
  return found;
}

export interface PushWish {
  readonly day: IsoDate;
  /** Only clauses that this unit leads; '' for all. */
  readonly unit: string;
}

export interface Pushed {
  readonly pushed: number;
  readonly firms: number;
  /** Enterprises with an account, who see it at once. */
  readonly told: number;
}

export async function pushPolicies(
  context: Context,
  actor: Actor,
  { day, unit }: PushWish,
): Promise<Result<Pushed, ProblemCode>> {
  const rules = await rulesOn(context, 'enterprise', day);
  const pushes = await matching(context, rules, day, await newPolicies(context, day, unit));
  return perform<Pushed, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction, today } = inside;
    const recordedBy = actor.caller.accountId;
    const added = await addPushes(db, jurisdiction, pushes, { pushedOn: today(), recordedBy });
    const accounts = await listAccountsByCode(db, jurisdiction);
    const clausesOf = new Map<string, string[]>();
    for (const { subject, clauseId } of added)
      clausesOf.set(subject, [...(clausesOf.get(subject) ?? []), clauseId]);
    const titles = new Map(rules.clauses.map(({ id, title }) => [id, title]));
    const reached = [...clausesOf].flatMap(([code, ids]) => {
      const account = accounts.get(code);
      const [first = ''] = ids;
      return account === undefined ? [] : [{ account, first, count: ids.length }];
    });
    await tell(
      inside,
      recordedBy,
      reached.map(({ account, first, count }) => ({
        ...{ kind: 'policy.moved' as const, objectKind: 'claims' as const, objectId: randomUUID() },
        title: titles.get(first)?.zh ?? first,
        detail: {
          what: { zh: `贵企业符合 ${count} 条新增政策`, en: `${count} new policies fit your enterprise` },
        },
        to: { accounts: [account] },
      })),
    );
    const result = { pushed: added.length, firms: clausesOf.size, told: reached.length };
    note({ act: 'policy.push', objectKind: 'policy', objectId: day, detail: { ...result } });
    return succeed(result);
  });
}
