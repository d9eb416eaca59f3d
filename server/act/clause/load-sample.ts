// Gives the sample city a proposed version that waits for its second person, so that the desk shows its work on a first start.
import type { Caller } from '../../../core/contract/permission.ts';
import { withValues } from '../../../core/policy/author/parameter.ts';
import { printClause } from '../../../core/policy/author/parse-clause.ts';
import { newestOf } from '../../../core/policy/version.ts';
import { addMonths } from '../../../core/quantity/calendar.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import type { Context } from '../../context.ts';
import { getAccountByLogin } from '../../store/people/account.ts';
import { readBook } from './book.ts';
import { proposeClause } from './propose.ts';

/** The clause, its number and the post that proposes it: nobody's decision, and said to be so in its own words. */
const sample = { clauseId: 'hz-2024-3-1-converted', login: 'caizheng', factor: 1.5 };

/** The first number of the clause, half as much again: 10万元 becomes 15万元. */
function raised(value: string): string {
  const [, number = '0', unit = ''] = /^([\d.]+)(.*)$/.exec(value) ?? [];
  return `${Math.round(Number(number) * sample.factor)}${unit}`;
}

export async function loadSampleProposal(context: Context): Promise<void> {
  const { db, jurisdiction } = context;
  const { versions } = await readBook(context);
  const account = await getAccountByLogin(db, jurisdiction, sample.login);
  const newest = newestOf(versions, sample.clauseId);
  const [first] = Object.entries(newest?.clause.params ?? {});
  const last = first?.[1].at(-1);
  if (!account || !newest || !first || !last) return;
  const startsOn = addMonths(context.today(), 2);
  const carriedOn = { ...newest.clause, valid: { ...newest.clause.valid, to: addMonths(startsOn, 12) } };
  const changed = withValues(carriedOn, startsOn, { [first[0]]: raised(last.value) });
  const grant = { role: 'finance', place: null, unit: null, from: isoDate('2023-01-01'), to: null } as const;
  const caller: Caller = { accountId: account.id, name: account.name, grants: [grant], scopes: null };
  const proposed = await proposeClause(context, { caller, key: null }, sample.clauseId, {
    text: printClause({ ...changed, review: carriedOn.valid.to }),
    ...{ startsOn, base: newest.number },
    document: '（演示）示例会议纪要',
    reason: '（演示）延长一年并提高标准，等待另一人审阅',
  });
  if (!proposed.ok) throw new Error(`sample proposal: ${proposed.code}`);
}
