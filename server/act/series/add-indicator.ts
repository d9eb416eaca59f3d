// Registers an indicator that is watched, or a place that the city is compared with.
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import {
  addIndicator,
  addMonitorPlace,
  type IndicatorRow,
  listMonitorPlaces,
  type MonitorPlace,
} from '../../store/series/indicator.ts';
import { type Actor, perform } from '../perform.ts';

export const registerIndicator = (
  context: Context,
  actor: Actor,
  given: IndicatorRow,
): Promise<Result<{ code: string }, ProblemCode>> =>
  perform<{ code: string }, ProblemCode>(context, actor, async ({ db, jurisdiction }, note) => {
    if (!(await addIndicator(db, jurisdiction, given, actor.caller.accountId)))
      return fail('series.indicatorKnown', { name: given.name });
    note({ act: 'series.indicator', objectKind: 'indicator', objectId: given.code });
    return succeed({ code: given.code });
  });

/** The city itself and its districts are known without being registered. */
export const registerPlace = (
  context: Context,
  actor: Actor,
  given: MonitorPlace,
): Promise<Result<{ id: string }, ProblemCode>> =>
  perform<{ id: string }, ProblemCode>(context, actor, async ({ db, jurisdiction }, note) => {
    const known = await listMonitorPlaces(db, jurisdiction);
    const isKnown = known.some(({ id, name }) => id === given.id || name === given.name);
    if (isKnown || !(await addMonitorPlace(db, jurisdiction, given, actor.caller.accountId)))
      return fail('series.placeKnown', { name: given.name });
    note({ act: 'series.place', objectKind: 'place', objectId: given.id });
    return succeed({ id: given.id });
  });
