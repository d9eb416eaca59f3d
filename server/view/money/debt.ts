// Debt by year and level: ceiling against balance, issues, uses, repayment, interest, and what the settings warn of.
import { budgetLevels } from '../../../core/budget/book.ts';
import { checkDebt, type DebtYear, debtRatio } from '../../../core/budget/debt.ts';
import { debtYearOf } from '../../../core/budget/debt-figures.ts';
import type { moneyRoutes } from '../../../core/contract/money.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import { type SettingKey, settingTable } from '../../../core/contract/settings.ts';
import { numberOf, percentOf } from '../../../core/project/money.ts';
import { readBudgetSettings } from '../../act/budget/settings.ts';
import { readSettings } from '../../act/setting/read.ts';
import type { Context } from '../../context.ts';
import { listDebtFigures, type NewDebtFigure } from '../../store/budget/debt.ts';
import { listEntries } from '../../store/budget/entry.ts';
import { listAllLines } from '../../store/budget/line.ts';
import { findingView, loadTitles, originView } from '../budget/line.ts';

type DebtPage = OutputOf<(typeof moneyRoutes)['GET /api/debt']['response']>;
type YearView = DebtPage['years'][number];
type Spent = Pick<DebtYear, 'generalExpenditure' | 'fundExpenditure'>;

/** Expenditure that interest is held against: what was executed, in final accounts where they are there. */
async function spentOf({ db, jurisdiction }: Context): Promise<(year: number, level: string) => Spent> {
  const lines = (await listAllLines(db, jurisdiction)).filter(({ key }) => key === 'expenditure');
  const entries = await listEntries(
    db,
    jurisdiction,
    lines.map(({ id }) => id),
  );
  const amountOf = (year: number, level: string, book: string): string | null => {
    const line = lines.find((each) => each.year === year && each.level === level && each.book === book);
    const own = entries.filter(({ lineId }) => lineId === line?.id);
    const last =
      own.filter(({ version }) => version === 'final').at(-1) ??
      own.filter(({ version, day }) => version === 'executed' && day.endsWith('-12-31')).at(-1);
    return last?.amount ?? null;
  };
  return (year, level) => ({
    generalExpenditure: amountOf(year, level, 'generalPublic'),
    fundExpenditure: amountOf(year, level, 'governmentFunds'),
  });
}

const useOf = ({ ceiling, balance }: DebtYear, kind: 'total' | 'general' | 'special'): string | null => {
  const [most, held] = [numberOf(ceiling[kind]), numberOf(balance[kind])];
  return most && held ? percentOf(held, most) : null;
};

const settingKeys = [
  'budget.ceilingUse',
  'budget.interestShare',
  'budget.debtYellow',
  'budget.debtOrange',
  'budget.debtRed',
] as const satisfies readonly SettingKey[];

export async function getDebt(context: Context): Promise<DebtPage> {
  const { db, jurisdiction } = context;
  const [figures, titles, rules, spent, values] = await Promise.all([
    listDebtFigures(db, jurisdiction, null),
    loadTitles(context),
    readBudgetSettings(context),
    spentOf(context),
    readSettings(context, ...settingKeys),
  ]);
  const years = [...new Set(figures.map(({ year }) => year))].sort((a, b) => b - a);
  const viewOf = (year: number, level: 'cityWide' | 'ownLevel', own: readonly NewDebtFigure[]): YearView => {
    const debt = debtYearOf(year, own, spent(year, level));
    const before = figures.filter((figure) => figure.year === year - 1 && figure.level === level);
    const last = before.length === 0 ? null : debtYearOf(year - 1, before, spent(year - 1, level)).balance;
    return {
      ...{ year, level },
      figures: own.map(({ name, kind, purpose, amount, explanation, origin }) => ({
        ...{ name, kind, purpose, amount, explanation, source: originView(titles, origin) },
      })),
      use: { total: useOf(debt, 'total'), general: useOf(debt, 'general'), special: useOf(debt, 'special') },
      ratio: debtRatio(debt, rules),
      findings: checkDebt(debt, rules, last).map(findingView),
    };
  };
  return {
    years: years.flatMap((year) =>
      budgetLevels.flatMap((level) => {
        const own = figures.filter((figure) => figure.year === year && figure.level === level);
        return own.length === 0 ? [] : [viewOf(year, level, own)];
      }),
    ),
    settings: settingKeys.map((key) => {
      const { words, basis, source } = settingTable[key];
      return { key, zh: words.zh, en: words.en, value: String(values[key]), basis, source };
    }),
  };
}
