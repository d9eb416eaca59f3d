// The money that people linked to one project: budget lines, bonds and funds from above, each with what is spent of it.
import type { IsoDate } from '../../../core/quantity/date.ts';
import { readBudgetSettings } from '../../act/budget/settings.ts';
import type { Context } from '../../context.ts';
import { listLinks } from '../../store/budget/link.ts';
import { loadMoney } from '../money/quadrants.ts';
import type { PageAnswer } from './page.ts';

export async function linkedMoney(
  context: Context,
  projectId: string,
  asOf: IsoDate,
): Promise<PageAnswer['money']> {
  const links = (await listLinks(context.db, context.jurisdiction)).filter(
    ({ decision, target }) => decision === 'accept' && target.kind === 'project' && target.id === projectId,
  );
  if (links.length === 0) return [];
  const money = await loadMoney(context, asOf, await readBudgetSettings(context));
  return links.flatMap(({ source }) => money.get(`${source.kind}\t${source.id}`) ?? []);
}
