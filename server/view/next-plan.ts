// The end of a year on one page: what stands in the way of closing, and each promise as a proposal for the next year.
import type { planYearRoutes } from '../../core/contract/plan-year.ts';
import type { OutputOf } from '../../core/contract/route.ts';
import { promiseKey } from '../../core/plan/carry.ts';
import { unmetForClosing } from '../../core/plan/closing.ts';
import { type Result, succeed } from '../../core/result.ts';
import { type ProblemCode, problemText } from '../../core/vocabulary/problem.ts';
import { closingFacts } from '../act/plan-year.ts';
import type { Context } from '../context.ts';
import { judgePlan } from '../judge/judge.ts';
import { loadPlan } from '../judge/plan-facts.ts';
import { listCommitments } from '../store/commitment.ts';
import { getPlanOfYear } from '../store/plan.ts';
import { getPlanClose, listCarried } from '../store/plan-close.ts';
import { rowView } from './row.ts';

type Answer = OutputOf<(typeof planYearRoutes)['GET /api/plans/:planId/next']['response']>;

const fill = (text: string, params: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (_mark, name: string) => params[name] ?? '');

export async function getNextPlan(context: Context, planId: string): Promise<Result<Answer, ProblemCode>> {
  const loaded = await loadPlan(context, { plan: planId });
  if (!loaded.ok) return loaded;
  const facts = loaded.value;
  const { db, jurisdiction } = context;
  const nextYear = facts.plan.year + 1;
  const [closed, carried, next, closing] = await Promise.all([
    getPlanClose(db, jurisdiction, facts.plan.id),
    listCarried(db, jurisdiction, facts.plan.id),
    getPlanOfYear(db, jurisdiction, nextYear),
    closingFacts(context, facts, ''),
  ]);
  const there = next ? await listCommitments(db, jurisdiction, next.id, null) : [];
  const already = new Map(there.map(({ id, kind, title }) => [`${kind} ${promiseKey(title)}`, id]));
  const decisions = new Map(carried.map((one) => [one.commitmentId, one]));
  return succeed({
    ...{ planId: facts.plan.id, year: facts.plan.year, nextYear, closed: closed ?? null },
    unmet: unmetForClosing(closing).map(({ code, params }) => ({
      code,
      zh: fill(problemText[code].zh, params),
      en: fill(problemText[code].en, params),
    })),
    unjudged: closing.unjudged,
    lines: judgePlan(facts).map((judged) => {
      const { id, kind, title } = judged.commitment;
      const decided = decisions.get(id);
      const alreadyId = already.get(`${kind} ${promiseKey(title)}`) ?? null;
      return {
        row: rowView(facts, judged),
        ...{ decision: decided?.decision ?? null, reason: decided?.reason ?? '' },
        nextId: decided?.nextId ?? null,
        alreadyId: decided ? null : alreadyId,
      };
    }),
  });
}
