// The sheet of the monthly dispatch meeting 单月调度: the projects that the caller follows, the ones to talk about first.
import type { Caller } from '../../../core/contract/permission.ts';
import type { projectRoutes } from '../../../core/contract/projects.ts';
import type { InputOf } from '../../../core/contract/route.ts';
import { isLate } from '../../../core/project/blocker.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Context } from '../../context.ts';
import { followReader, isInCut } from './cut.ts';
import type { Registered } from './judge.ts';
import { type ListWish, registerWish } from './list.ts';
import { readRegister } from './register.ts';
import { elapsedPercent } from './summary.ts';
import { chainView, placesView } from './words.ts';

export type DispatchAnswer = InputOf<(typeof projectRoutes)['GET /api/projects/dispatch']['response']>;
type Line = DispatchAnswer['lines'][number];

/** Lines of a screen; the files hold all. */
const linesShown = 200;

const lineOf = (project: Registered, asOf: IsoDate): Line => ({
  id: project.entry.id,
  name: project.entry.name,
  placeIds: [...project.entry.placeIds],
  leadUnit: project.entry.leadUnit,
  stage: { ...project.stage },
  annualPlan: project.entry.annualPlan,
  done: project.done,
  percent: project.percent,
  againstTime: project.againstTime,
  picture: project.month?.picture ?? '',
  blockers: project.openBlockers.map((blocker) => ({
    ...{ words: blocker.words, unit: blocker.unitId, dueOn: blocker.dueOn },
    late: isLate(blocker, asOf),
  })),
  reasons: [...project.flags],
});

export async function getDispatch(
  context: Context,
  caller: Caller,
  wish: ListWish,
  most: number = linesShown,
): Promise<DispatchAnswer> {
  const [register, mayFollow, places] = await Promise.all([
    readRegister(context, registerWish(wish)),
    followReader(context, caller),
    placesView(context),
  ]);
  const { year, asOf, settings } = register;
  const own = register.projects.filter(
    (project) => mayFollow(project) && isInCut(project, wish, project.flags),
  );
  // The meeting talks about what has a reason; the rest is counted.
  const pressing = own.filter(({ flags }) => flags.length > 0);
  const counts: Record<string, number> = { all: own.length, pressing: pressing.length };
  for (const flag of pressing.flatMap(({ flags }) => flags)) counts[flag] = (counts[flag] ?? 0) + 1;
  return {
    ...{ asOf, year, elapsed: elapsedPercent(year, asOf), chain: chainView(settings), places, counts },
    lines: pressing.slice(0, most).map((project) => lineOf(project, asOf)),
    more: Math.max(0, pressing.length - most),
  };
}
