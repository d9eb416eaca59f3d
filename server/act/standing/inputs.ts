// What a round is computed from: the judged plan, what was verified, notices, ratings and typed outcomes, one member each.
import { createHash } from 'node:crypto';
import { isLate } from '../../../core/assess/roll-up.ts';
import { appraised, defaultAppraisalSettings } from '../../../core/assess/standing/appraisal.ts';
import { roundText } from '../../../core/assess/standing/check-formula.ts';
import type { Formula, Member, PartValue } from '../../../core/assess/standing/formula.ts';
import {
  inPercent,
  memberOf,
  type Outcomes,
  type PromiseOutcome,
  shareDone,
  type TypedOutcome,
} from '../../../core/assess/standing/outcomes.ts';
import { rank } from '../../../core/assess/standing/rank.ts';
import { unitKey } from '../../../core/place/org-unit.ts';
import { awayOn } from '../../../core/plan/applicability.ts';
import type { Target } from '../../../core/plan/commitment.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { compare, parseDecimal, ZERO } from '../../../core/quantity/decimal.ts';
import { type Result, succeed } from '../../../core/result.ts';
import type { PlanProblem } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { leadUnitKey } from '../../judge/count.ts';
import { type JudgedCommitment, judgePlan } from '../../judge/judge.ts';
import { loadPlan, type PlanFacts } from '../../judge/plan-facts.ts';
import { listPlaces } from '../../store/jurisdiction.ts';
import { listStandingFacts, type StandingFact } from '../../store/standing/fact.ts';
import { countNotices, countSites, countVerified } from '../../store/standing/outcome.ts';
import type { Frozen } from '../../store/standing/round.ts';

const typedOf = (facts: readonly StandingFact[], memberId: string): Outcomes['typed'] =>
  Object.fromEntries(
    facts
      .filter((fact) => fact.memberId === memberId)
      .map(({ partId, value, base, source }): [string, TypedOutcome] => [
        partId,
        value === null ? { kind: 'notApplicable', reason: source } : { kind: 'value', value, base },
      ]),
  );

const shareOnDay = (facts: PlanFacts, { verdict }: JudgedCommitment): string =>
  verdict.expectedShare ?? facts.elapsedShare;

const reaches = (share: string, expected: string): boolean => {
  const [done, wanted] = [parseDecimal(share), parseDecimal(expected)];
  return done !== null && wanted !== null && compare(done, wanted) >= 0;
};

/** What one district was given of one target, and what it has reported of it. */
function districtPromises(
  facts: PlanFacts,
  rows: readonly JudgedCommitment[],
  place: string,
): PromiseOutcome[] {
  const given = (row: JudgedCommitment, target: Target): PromiseOutcome[] => {
    const share = target.allocations.find((each) => each.place === place)?.value ?? null;
    const amount = share === null ? null : parseDecimal(share);
    if (share === null || !amount || compare(amount, ZERO) <= 0 || target.goodWay !== 'higher') return [];
    const decided = facts.applicability.get(row.commitment.id) ?? [];
    if (awayOn(decided, target.metric, place, facts.asOf)) return [];
    const latest = row.figures.findLast((each) => each.place === place && each.metric === target.metric);
    const done = shareDone(latest?.amount ?? null, share);
    return [{ done, isOnSchedule: done === null ? null : reaches(done, shareOnDay(facts, row)) }];
  };
  return rows.flatMap((row) => row.targets.flatMap((target) => given(row, target)));
}

/** A promise that is not due yet and has no figure is not asked for. */
function unitPromise({ verdict }: JudgedCommitment): PromiseOutcome[] {
  const { status, share } = verdict;
  if (status === 'notDue') return [];
  if (status === 'noJudgement') return [{ done: share, isOnSchedule: null }];
  const isKept = status === 'achieved';
  return [
    {
      done: isKept ? '1' : (share ?? (isLate(status) ? '0' : null)),
      isOnSchedule: isKept || status === 'onTrack',
    },
  ];
}

interface Beside {
  readonly facts: PlanFacts;
  readonly rows: readonly JudgedCommitment[];
  readonly typed: readonly StandingFact[];
  readonly asOf: IsoDate;
}

async function districts(
  { db, jurisdiction }: Context,
  { facts, rows, typed, asOf }: Beside,
): Promise<Outcomes[]> {
  const [places, verified, notices] = await Promise.all([
    listPlaces(db, jurisdiction),
    countVerified(db, jurisdiction, facts.plan.id, asOf),
    countNotices(db, jurisdiction, facts.plan.starts_on, asOf),
  ]);
  return places.map(({ id, name }) => ({
    ...{ id, name, promises: districtPromises(facts, rows, name), satisfied: null },
    verified: sumOf(verified.filter(({ place }) => place === id)),
    notices: noticesOf(notices.filter(({ place, unit }) => place === id && unit === '')),
    typed: typedOf(typed, id),
  }));
}

const sumOf = (rows: readonly { readonly yes: number; readonly of: number }[]): Outcomes['verified'] => ({
  yes: rows.reduce((sum, { yes }) => sum + yes, 0),
  of: rows.reduce((sum, each) => sum + each.of, 0),
});

const noticesOf = (
  rows: readonly { readonly inTime: number; readonly due: number }[],
): Outcomes['notices'] => ({
  inTime: rows.reduce((sum, { inTime }) => sum + inTime, 0),
  due: rows.reduce((sum, { due }) => sum + due, 0),
});

async function departments(context: Context, { facts, rows, typed, asOf }: Beside): Promise<Outcomes[]> {
  const { db, jurisdiction } = context;
  const [verified, notices] = await Promise.all([
    countVerified(db, jurisdiction, facts.plan.id, asOf),
    countNotices(db, jurisdiction, facts.plan.starts_on, asOf),
  ]);
  const keyOf = (unit: string): string => unitKey(unit, facts.units, facts.city);
  const names = new Map<string, string>();
  for (const row of rows) {
    const key = leadUnitKey(facts, row);
    if (key !== null && !names.has(key)) names.set(key, row.commitment.lead_unit ?? key);
  }
  return [...names].map(([id, name]) => ({
    ...{ id, name, satisfied: null, typed: typedOf(typed, id) },
    promises: rows.filter((row) => leadUnitKey(facts, row) === id).flatMap(unitPromise),
    verified: sumOf(verified.filter(({ leadUnit }) => leadUnit !== null && keyOf(leadUnit) === id)),
    notices: noticesOf(notices.filter(({ unit }) => unit !== '' && keyOf(unit) === id)),
  }));
}

/** Ids of the appraisal's parts, by what they measure: a city's own formula may name its parts otherwise. */
const appraisalPart: Readonly<Partial<Record<string, string>>> = {
  shareOfTarget: 'completion',
  verifiedShare: 'verification',
  satisfaction: 'satisfaction',
  thirdParty: 'thirdParty',
  load: 'load',
};

async function projects(
  context: Context,
  formula: Formula,
  { rows, typed, asOf }: Beside,
): Promise<Member[]> {
  const { db, jurisdiction } = context;
  const sites = new Map((await countSites(db, jurisdiction, asOf)).map((row) => [row.commitmentId, row]));
  return rows
    .filter(({ commitment }) => commitment.kind === 'livelihood')
    .map(({ commitment, targets, figures }) => {
      const target = targets.find(({ values, goodWay }) => values.length > 0 && goodWay === 'higher');
      const latest = figures.findLast(({ place, metric }) => place === '' && metric === target?.metric);
      const own = sites.get(commitment.id);
      const given = typedOf(typed, commitment.id);
      const member = appraised(
        {
          ...{ id: commitment.id, name: commitment.title, promised: target?.values[0] ?? null },
          claimed: latest?.amount ?? own?.finished ?? null,
          verified: own?.accepted ?? null,
          satisfied: own && own.asked > 0 ? { yes: own.yes, asked: own.asked } : null,
          ...{ thirdParty: null, load: null, notApplicable: {} },
        },
        defaultAppraisalSettings,
      );
      const values = formula.parts.map(({ id, kind, normalisation }): [string, PartValue] => {
        const known = member.values[appraisalPart[kind] ?? ''] ?? { kind: 'missing' };
        const found = normalisation === 'share' ? inPercent(known) : known;
        const entered = given[id];
        return [
          id,
          entered && (entered.kind === 'notApplicable' || found.kind === 'missing') ? entered : found,
        ];
      });
      return { id: member.id, name: member.name, values: Object.fromEntries(values) };
    });
}

/** Everything about one round as it is now. */
export async function readRound(
  context: Context,
  { formula, planId, asOf }: { readonly formula: Formula; readonly planId: string; readonly asOf: IsoDate },
): Promise<Result<Frozen, PlanProblem>> {
  const loaded = await loadPlan(context, { plan: planId, asOf });
  if (!loaded.ok) return loaded;
  const facts = loaded.value;
  const typed = await listStandingFacts(context.db, context.jurisdiction, planId, formula.of, asOf);
  const beside = { facts, rows: judgePlan(facts), typed, asOf };
  const members =
    formula.of === 'livelihood'
      ? await projects(context, formula, beside)
      : (await (formula.of === 'district' ? districts : departments)(context, beside)).map((each) =>
          memberOf(formula, each),
        );
  const sha256 = createHash('sha256')
    .update(roundText(formula, asOf, members))
    .digest('hex');
  return succeed({ members, standing: rank(formula, members), sha256 });
}
