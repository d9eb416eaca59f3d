// Gives a day of knowledge a name (2025 年中), moves the name to another day, or takes it back; every row stays.
import { namedDayProblem } from '../../../core/observe/named-day.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { addNamedDay, listNamedDays } from '../../store/remark/named-day.ts';
import { type Actor, perform } from '../perform.ts';

export function nameDay(
  context: Context,
  actor: Actor,
  { name: given, day }: { readonly name: string; readonly day: IsoDate | null },
): Promise<Result<{ name: string; number: number }, ProblemCode>> {
  return perform<{ name: string; number: number }, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction } = inside;
    const name = given.trim().normalize('NFC');
    const own = (await listNamedDays(db, jurisdiction)).filter((row) => row.name === name);
    const last = own.toSorted((a, b) => a.sequence - b.sequence).at(-1);
    const problem = namedDayProblem({ name, day }, last?.day ?? null, inside.today());
    if (problem) return fail(problem, { day: day ?? '' });
    const number = (last?.sequence ?? 0) + 1;
    const row = { name, day, sequence: number, recordedBy: actor.caller.accountId };
    if (!(await addNamedDay(db, jurisdiction, row))) return fail('state.changed');
    note({ act: 'day.name', objectKind: 'namedDay', objectId: name, detail: { day, number } });
    return succeed({ name, number });
  });
}
