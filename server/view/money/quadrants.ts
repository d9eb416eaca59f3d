// 双监控: goal progress of each promise beside the spending of the money behind it; four quadrants with the list of each.
import { executionOn } from '../../../core/budget/execution.ts';
import { goalAndMoney } from '../../../core/budget/link.ts';
import {
  type GoalAndMoney,
  moneyBehind,
  quadrantGroups,
  type Standing,
} from '../../../core/budget/quadrant.ts';
import type { BudgetSettings } from '../../../core/budget/settings.ts';
import type { moneyRoutes } from '../../../core/contract/money.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import { printed } from '../../../core/project/money.ts';
import { elapsedShare, yearEnd, yearStart } from '../../../core/quantity/calendar.ts';
import { type IsoDate, isoDate } from '../../../core/quantity/date.ts';
import { type Result, succeed } from '../../../core/result.ts';
import { wonKindLabel } from '../../../core/vocabulary/budget.ts';
import { readBudgetSettings } from '../../act/budget/settings.ts';
import type { Context } from '../../context.ts';
import { type JudgedCommitment, judgePlan } from '../../judge/judge.ts';
import { loadPlan, type PlanFacts, type When } from '../../judge/plan-facts.ts';
import { listDebtFigures } from '../../store/budget/debt.ts';
import { listEntries } from '../../store/budget/entry.ts';
import { listAllLines } from '../../store/budget/line.ts';
import { type KeptLink, listLinks } from '../../store/budget/link.ts';
import { listWon } from '../../store/budget/won.ts';
import { listPlans } from '../../store/plan.ts';

type Page = OutputOf<(typeof moneyRoutes)['GET /api/money']['response']>;
type Row = Page['groups'][number]['rows'][number];
type Money = Row['money'][number];
type Kind = Page['kind'];

function groups<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) found.set(keyOf(row), [...(found.get(keyOf(row)) ?? []), row]);
  return found;
}

/** Every piece of money that a link may name, with what is there and what is spent of it on a day. */
export async function loadMoney(
  { db, jurisdiction }: Context,
  asOf: IsoDate,
  settings: BudgetSettings,
): Promise<ReadonlyMap<string, Money>> {
  const [lines, debt, won] = await Promise.all([
    listAllLines(db, jurisdiction),
    listDebtFigures(db, jurisdiction, null),
    listWon(db, jurisdiction),
  ]);
  const entries = await listEntries(
    db,
    jurisdiction,
    lines.map(({ id }) => id),
  );
  const byLine = groups(entries, ({ lineId }) => lineId);
  const found = new Map<string, Money>();
  for (const { id, name, year, sample } of lines) {
    const { budget, executed, countedTo } = executionOn(byLine.get(id) ?? [], id, year, asOf, settings);
    found.set(`line\t${id}`, { kind: 'line', id, name, budget, spent: executed, countedTo, sample });
  }
  for (const { name, purpose, year, level, amount } of debt) {
    const id = `${year}/${level}/${purpose}`;
    const said = { budget: amount, spent: null, countedTo: null, sample: false };
    if (name === 'use') found.set(`bond\t${id}`, { kind: 'bond', id, name: purpose, ...said });
  }
  for (const { kind, year, batch, amount, used, day } of won) {
    const id = `${kind}/${year}/${batch}`;
    const name = `${wonKindLabel[kind].zh} ${batch}`;
    const said = { budget: amount, spent: used, countedTo: used === null ? null : day, sample: false };
    found.set(`fund\t${id}`, { kind: 'fund', id, name, ...said });
  }
  return found;
}

const goneBy = (day: IsoDate | null): string | null =>
  day === null
    ? null
    : printed(elapsedShare(yearStart(Number(day.slice(0, 4))), yearEnd(Number(day.slice(0, 4))), day));

const isGone = (countedTo: string | null): string | null =>
  goneBy(countedTo === null ? null : isoDate(countedTo));

function watched(judged: JudgedCommitment, links: readonly KeptLink[], money: ReadonlyMap<string, Money>) {
  const own = links.flatMap(({ source }) => money.get(`${source.kind}\t${source.id}`) ?? []);
  const { share, expectedShare, status } = judged.verdict;
  // What is done is done: a statement of completion has no number and stands for the whole.
  const goal = share ?? (status === 'achieved' ? '1' : null);
  const row: GoalAndMoney = goalAndMoney(
    {
      id: judged.commitment.id,
      share: goal,
      expectedShare,
      money: own.map(({ budget, spent, countedTo }) => ({ budget, spent, elapsedShare: isGone(countedTo) })),
    },
    moneyBehind(own),
  );
  return { judged, own, row };
}

const rowView = (
  { judged, own, row }: ReturnType<typeof watched>,
  { spendShare, missing }: Standing,
): Row => ({
  id: judged.commitment.id,
  number: judged.commitment.number,
  title: judged.commitment.title,
  kind: judged.commitment.kind,
  leadUnit: judged.commitment.lead_unit,
  status: judged.verdict.status,
  goalShare: row.goalShare,
  goalExpected: row.goalExpected,
  spendShare,
  spendExpected: row.spendExpected,
  budget: row.budget,
  spent: row.spent,
  missing: [...missing],
  money: [...own],
});

/** The plan asked for; else the newest judged one that has promises of the kind: four empty quadrants tell nobody anything. */
async function planWith(context: Context, query: When, kind: Kind): ReturnType<typeof loadPlan> {
  const usual = await loadPlan(context, query);
  const has = ({ commitments }: PlanFacts): boolean => commitments.some((one) => one.kind === kind);
  if (!usual.ok || query.plan !== undefined || has(usual.value)) return usual;
  const knownOn = query.knownOn === undefined ? null : isoDate(query.knownOn);
  const plans = await listPlans(context.db, context.jurisdiction, knownOn);
  for (const { id } of plans.toSorted((a, b) => b.year - a.year)) {
    const other = await loadPlan(context, { ...query, plan: id });
    if (other.ok && other.value.plan.data_until !== null && has(other.value)) return other;
  }
  return usual;
}

export async function getQuadrants(
  context: Context,
  query: When & { readonly kind?: Kind | undefined },
): Promise<Result<Page, 'plan.none' | 'plan.notFound'>> {
  const kind = query.kind ?? 'livelihood';
  const loaded = await planWith(context, query, kind);
  if (!loaded.ok) return loaded;
  const facts = loaded.value;
  const settings = await readBudgetSettings(context);
  const [money, links] = await Promise.all([
    loadMoney(context, facts.asOf, settings),
    listLinks(context.db, context.jurisdiction),
  ]);
  const accepted = links.filter(
    ({ decision, target }) => decision === 'accept' && target.kind === 'commitment',
  );
  const byTarget = groups(accepted, ({ target }) => target.id);
  const rows = judgePlan(facts)
    .filter(({ commitment }) => commitment.kind === kind)
    .map((judged) => watched(judged, byTarget.get(judged.commitment.id) ?? [], money));
  const byId = new Map(rows.map((each) => [each.row.id, each]));
  const quadrants = quadrantGroups(
    rows.map(({ row }) => row),
    settings,
  );
  return succeed({
    plan: { id: facts.plan.id, year: facts.plan.year },
    asOf: facts.asOf,
    kind,
    margin: printed(settings.quadrantMargin.value),
    total: rows.length,
    groups: quadrants.map((group) => ({
      ...group,
      rows: group.rows.flatMap((standing) => {
        const row = byId.get(standing.id);
        return row ? [rowView(row, standing)] : [];
      }),
    })),
  });
}
