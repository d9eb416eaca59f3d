// Counts push rate and direct payment on a day and records both as figures of the promises of the plan that ask for them: the
// verdict follows from the figure, nobody types it.
import { randomUUID } from 'node:crypto';
import { mergeTargets } from '../../../core/plan/merge-targets.ts';
import type { Clause } from '../../../core/policy/clause.ts';
import { directCoverage, type Matched, toldRate } from '../../../core/policy/pay/coverage.ts';
import { percentOf, type Share } from '../../../core/policy/pay/share.ts';
import { yearOf, yearStart } from '../../../core/quantity/calendar.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { printDecimal } from '../../../core/quantity/decimal.ts';
import { type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { listAwardedPairs } from '../../store/award/award.ts';
import { addMeasure, addMeasuredFigure, type MeasureKind } from '../../store/award/measure.ts';
import { listToldPairs } from '../../store/award/push.ts';
import { listCommitments, listSources } from '../../store/commitment.ts';
import { addRevision, getPlanOfYear, lockPlan } from '../../store/plan.ts';
import { rulesOn } from '../clause/rules-on.ts';
import { type Actor, perform } from '../perform.ts';
import { matching, newPolicies } from './push.ts';

export interface Counted {
  readonly push: Share;
  /** New policies that fit at least one enterprise, and how many of them reached one. */
  readonly policies: Share;
  readonly direct: Share;
  readonly clauses: readonly (Matched & { readonly clause: Clause })[];
  readonly ruleSetHash: string;
}

export async function countOn(context: Context, day: IsoDate): Promise<Counted> {
  const { db, jurisdiction, today } = context;
  const rules = await rulesOn(context, 'enterprise', day);
  const policies = await newPolicies(context, day);
  const [pairs, told, awarded] = await Promise.all([
    matching(context, rules, day, policies),
    listToldPairs(db, jurisdiction, today()),
    listAwardedPairs(db, jurisdiction, yearStart(yearOf(day))),
  ]);
  // Who received the award fits no longer by the rules, and did: told and awarded firms count as those it fits.
  const fits = new Set([
    ...pairs.map(({ clauseId, subject }) => `${clauseId} ${subject}`),
    ...told,
    ...awarded,
  ]);
  const matched = new Map<string, { firms: number; told: number }>();
  for (const id of policies.keys()) matched.set(id, { firms: 0, told: 0 });
  for (const pair of fits) {
    const entry = matched.get(pair.split(' ')[0] ?? '');
    if (!entry) continue;
    entry.firms += 1;
    if (told.has(pair)) entry.told += 1;
  }
  const clauses = rules.clauses.flatMap((clause) => {
    const found = matched.get(clause.id);
    return found ? [{ clause, clauseId: clause.id, ...found }] : [];
  });
  const fitting = clauses.filter(({ firms }) => firms > 0);
  return {
    push: toldRate(clauses),
    policies: { part: fitting.filter((one) => one.told > 0).length, whole: fitting.length },
    direct: directCoverage(rules.clauses, day),
    ...{ clauses, ruleSetHash: rules.compiled.ruleSet.hash },
  };
}

export interface PlanPromise {
  readonly commitmentId: string;
  readonly title: string;
  readonly metric: string;
  readonly kind: MeasureKind;
  readonly target: string;
}

const asks: Readonly<Record<MeasureKind, RegExp>> = {
  push: /推送/,
  direct: /免申即享|即申即享/,
};

/** Promises of the year's plan whose target names one of the two shares. */
export async function promisesOf(context: Context, day: IsoDate): Promise<readonly PlanPromise[]> {
  const { db, jurisdiction } = context;
  const plan = await getPlanOfYear(db, jurisdiction, yearOf(day));
  if (!plan) return [];
  const [commitments, sources] = await Promise.all([
    listCommitments(db, jurisdiction, plan.id, null),
    listSources(db, jurisdiction, plan.id, null),
  ]);
  return commitments.flatMap(({ id, title, targets: own }) => {
    const targets = sources
      .filter(({ commitment_id }) => commitment_id === id)
      .reduce((merged, source) => mergeTargets(merged, source.targets), own);
    return (['push', 'direct'] as const).flatMap((kind) =>
      targets
        .filter(({ metric, unit }) => unit === '%' && asks[kind].test(metric))
        .map(({ metric, printed }) => ({ commitmentId: id, title, metric, kind, target: printed })),
    );
  });
}

const month = (day: IsoDate): string => day.slice(0, 7);

export async function measurePolicies(
  context: Context,
  actor: Actor,
  day: IsoDate,
): Promise<Result<{ figures: number }, ProblemCode>> {
  const [counted, promises] = await Promise.all([countOn(context, day), promisesOf(context, day)]);
  return perform<{ figures: number }, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction } = inside;
    const plan = await getPlanOfYear(db, jurisdiction, yearOf(day));
    const startsOn = yearStart(yearOf(day));
    const recordedBy = actor.caller.accountId;
    const whole = { startsOn, endsOn: day, ruleSetHash: counted.ruleSetHash, recordedBy };
    if (plan) await lockPlan(db, jurisdiction, plan.id);
    let figures = 0;
    for (const kind of ['push', 'direct'] as const) {
      const share = counted[kind];
      const percent = percentOf(share);
      const own = promises.filter((promise) => promise.kind === kind);
      const targets = own.length === 0 ? [null] : own;
      for (const promise of targets) {
        const measureId = randomUUID();
        const commitmentId = promise?.commitmentId ?? null;
        await addMeasure(db, jurisdiction, { ...whole, ...share, id: measureId, kind, commitmentId });
        if (!promise || !percent) continue;
        const { metric } = promise;
        await addMeasuredFigure(db, jurisdiction, {
          ...{
            commitmentId: promise.commitmentId,
            metric,
            period: `${month(startsOn)}/${month(day)}`,
            startsOn,
          },
          ...{
            endsOn: day,
            amount: printDecimal(percent),
            statement: `${share.part}/${share.whole}`,
            measureId,
          },
        });
        figures += 1;
      }
    }
    if (plan && figures > 0) await addRevision(db, jurisdiction, plan.id, 'report');
    note({ act: 'policy.measure', objectKind: 'policy', objectId: day, detail: { figures } });
    return succeed({ figures });
  });
}
