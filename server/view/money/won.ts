// Money won from above by kind: amounts, shares of the province, what is used, projects that are ready, the year before beside it.
import { type Won, wonKinds, wonStanding } from '../../../core/budget/won.ts';
import type { moneyRoutes } from '../../../core/contract/money.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import { yearEnd } from '../../../core/quantity/calendar.ts';
import type { Context } from '../../context.ts';
import { listStock, listWon } from '../../store/budget/won.ts';

type WonPage = OutputOf<(typeof moneyRoutes)['GET /api/won']['response']>;

export async function getWon(
  { db, jurisdiction }: Context,
  query: { readonly year?: string | undefined },
): Promise<WonPage> {
  const [won, stock] = await Promise.all([listWon(db, jurisdiction), listStock(db, jurisdiction)]);
  const years = [...new Set([...won, ...stock].map(({ year }) => year))].sort((a, b) => b - a);
  const year = query.year === undefined ? (years[0] ?? null) : Number(query.year);
  if (year === null) return { year, years, kinds: [], batches: [] };
  const of = (which: number, given: readonly Won[]) =>
    wonStanding(
      given,
      stock.filter((each) => each.year === which),
      which,
      yearEnd(which),
    );
  const before = of(year - 1, won);
  return {
    ...{ year, years },
    kinds: of(year, won).map(({ stock: ready, ...standing }) => {
      const kept = stock.find((each) => each.kind === standing.kind && each.year === year);
      const last = before.find(({ kind, batches }) => kind === standing.kind && batches > 0);
      return {
        ...standing,
        lastYear: last?.amount ?? null,
        stock:
          ready && kept
            ? { projects: kept.projects, wanted: kept.wanted, source: kept.source, number: kept.number }
            : null,
      };
    }),
    batches: won
      .filter((each) => each.year === year)
      .sort((a, b) => wonKinds.indexOf(a.kind) - wonKinds.indexOf(b.kind) || (a.day < b.day ? -1 : 1))
      .map(({ sequence, year: _year, ...each }) => ({ ...each, number: sequence })),
  };
}
