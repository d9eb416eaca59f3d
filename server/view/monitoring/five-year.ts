// Five-year targets as they are shown: every year with its figure, the path and the annual target, what is left, mid-term and pace.
import { annualShare, fiveYearStanding, midTerm, type YearFigure } from '../../../core/budget/five-year.ts';
import { pathStanding, referencePath } from '../../../core/budget/five-year-path.ts';
import type { monitoringRoutes } from '../../../core/contract/monitoring.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import { yearEnd } from '../../../core/quantity/calendar.ts';
import { type IsoDate, isoDate } from '../../../core/quantity/date.ts';
import { add, parseDecimal, printDecimal, trim, ZERO } from '../../../core/quantity/decimal.ts';
import type { Context } from '../../context.ts';
import {
  type FiveYearFigureRow,
  type FiveYearTargetRow,
  listFiveYearFigures,
  listFiveYearTargets,
} from '../../store/series/five-year.ts';

type Page = OutputOf<(typeof monitoringRoutes)['GET /api/five-year']['response']>;
type Row = Page['rows'][number];

function yearsView(target: FiveYearTargetRow, entries: readonly FiveYearFigureRow[]): Row['years'] {
  const path = new Map(referencePath(target).map(({ year, value }) => [year, value]));
  const at = (year: number, role: FiveYearFigureRow['role']) =>
    entries.find((entry) => entry.year === year && entry.role === role);
  let sum = ZERO;
  return Array.from({ length: target.toYear - target.fromYear + 1 }, (_, index) => {
    const year = target.fromYear + index;
    const [figure, annual] = [at(year, 'figure'), at(year, 'annual')];
    const value = figure ? parseDecimal(figure.value) : null;
    if (value) sum = add(sum, value);
    return {
      year,
      soFar: value && printDecimal(trim(target.kind === 'cumulative' ? sum : value)),
      value: figure?.value ?? null,
      source: figure?.source ?? '',
      isDemonstration: figure?.isDemonstration ?? false,
      number: figure?.number ?? 0,
      due: path.get(year) ?? null,
      annual: annual?.value ?? null,
      annualNumber: annual?.number ?? 0,
      annualShare: annual ? annualShare(annual.value, target) : null,
    };
  });
}

function rowView(target: FiveYearTargetRow, entries: readonly FiveYearFigureRow[], asOf: IsoDate): Row {
  const figures: YearFigure[] = entries.filter(({ role }) => role === 'figure');
  const { met: _met, missingYears, ...standing } = fiveYearStanding(target, figures, asOf);
  const { pace, year, gap, reachedIn } = pathStanding(target, figures, asOf);
  const half = midTerm(target);
  const byHalf = figures.filter((figure) => yearEnd(figure.year) <= half);
  const then = pathStanding(target, byHalf, half);
  const { id, metric, unit, kind, fromYear, toYear, baseline, force, source, isDemonstration } = target;
  return {
    ...{ id, metric, unit, kind, fromYear, toYear, baseline, force, source, isDemonstration },
    target: target.target,
    years: yearsView(target, entries),
    standing: { ...standing, missingYears: [...missingYears] },
    ...{ pace, paceYear: year, gap, reachedIn },
    midTerm: {
      day: half,
      pace: half <= asOf ? then.pace : 'open',
      reached: half <= asOf ? fiveYearStanding(target, byHalf, half).reached : null,
      due: then.due,
    },
  };
}

export async function getFiveYear(
  { db, jurisdiction, today }: Context,
  looking: { readonly asOf?: string | undefined; readonly knownOn?: string | undefined },
): Promise<Page> {
  const knownOn = looking.knownOn === undefined ? null : isoDate(looking.knownOn);
  const asOf = looking.asOf === undefined ? today() : isoDate(looking.asOf);
  const [targets, figures] = await Promise.all([
    listFiveYearTargets(db, jurisdiction, knownOn),
    listFiveYearFigures(db, jurisdiction, knownOn),
  ]);
  const rows = targets.map((target) =>
    rowView(
      target,
      figures.filter(({ targetId }) => targetId === target.id),
      asOf,
    ),
  );
  return { asOf, rows };
}
