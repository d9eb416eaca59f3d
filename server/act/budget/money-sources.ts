// Everything that money can come from and go to, with names: what links are proposed among, and what a decision must name.
import type { MoneyKind, Named, PromiseKind } from '../../../core/budget/link.ts';
import { budgetLevelLabel, wonKindLabel } from '../../../core/vocabulary/budget.ts';
import type { Context } from '../../context.ts';
import { listAnnouncements } from '../../store/budget/announced.ts';
import { listDebtFigures } from '../../store/budget/debt.ts';
import { listAllLines } from '../../store/budget/line.ts';
import { listProjectNames } from '../../store/budget/project-names.ts';
import { listWon } from '../../store/budget/won.ts';
import { listCommitments } from '../../store/commitment.ts';
import { listPlans } from '../../store/plan.ts';

/** Lines of subjects only: a total pays for everything and so for nothing in particular. */
export async function moneySources({ db, jurisdiction }: Context): Promise<readonly Named<MoneyKind>[]> {
  const [lines, debt, won] = await Promise.all([
    listAllLines(db, jurisdiction),
    listDebtFigures(db, jurisdiction, null),
    listWon(db, jurisdiction),
  ]);
  const parents = new Set(lines.map(({ parentId }) => parentId));
  return [
    ...lines
      .filter(({ id, key }) => key === '' && !parents.has(id))
      .map(({ id, year, name }) => ({ kind: 'line' as const, id, name: `${year} ${name}` })),
    ...debt
      .filter(({ name }) => name === 'use')
      .map(({ year, level, purpose }) => ({
        kind: 'bond' as const,
        id: `${year}/${level}/${purpose}`,
        name: `${year} 新增债券（${budgetLevelLabel[level].zh}） ${purpose}`,
      })),
    ...won.map(({ kind, year, batch }) => ({
      kind: 'fund' as const,
      id: `${kind}/${year}/${batch}`,
      name: `${year} ${wonKindLabel[kind].zh} ${batch}`,
    })),
  ];
}

/** Promises of one plan, and what was announced. */
export async function promisesOf(
  { db, jurisdiction }: Context,
  wanted: string | undefined,
): Promise<readonly Named<PromiseKind>[]> {
  const plans = await listPlans(db, jurisdiction, null);
  const plan =
    wanted === undefined
      ? (plans.find(({ data_until }) => data_until !== null) ?? plans[0])
      : plans.find(({ id, year }) => id === wanted || String(year) === wanted);
  const [commitments, announced, projects] = await Promise.all([
    plan ? listCommitments(db, jurisdiction, plan.id, null) : [],
    listAnnouncements(db, jurisdiction),
    listProjectNames(db, jurisdiction),
  ]);
  return [
    ...commitments.map(({ id, number, title }) => ({
      kind: 'commitment' as const,
      id,
      name: `${number} ${title}`.trim(),
    })),
    ...announced
      .filter(({ area }) => area !== '')
      .map(({ id, area, year }) => ({ kind: 'announcement' as const, id, name: `${year} ${area}` })),
    ...projects.map(({ id, name }) => ({ kind: 'project' as const, id, name })),
  ];
}
