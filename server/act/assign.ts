// Gives every promise of a filtered list to other owners, all or none: new facts with a reason, told to whoever leads now.
import { randomUUID } from 'node:crypto';
import type { ownershipRoutes } from '../../core/contract/ownership.ts';
import type { OutputOf } from '../../core/contract/route.ts';
import { unitKey } from '../../core/place/org-unit.ts';
import { changedOwners, isEmptyChange, type OwnerChange, type Owners } from '../../core/plan/ownership.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import { type ProblemCode, problemText } from '../../core/vocabulary/problem.ts';
import type { Context } from '../context.ts';
import { chooseCommitments } from '../judge/choose.ts';
import { type CommitmentFact, loadPlan, type PlanFacts } from '../judge/plan-facts.ts';
import { listUnitAliases } from '../store/jurisdiction.ts';
import { addOwners } from '../store/owner.ts';
import { addRevision, lockPlan } from '../store/plan.ts';
import { getPlanClose } from '../store/plan-close.ts';
import { listReportHeads } from '../store/report/head.ts';
import { tell } from './message/tell.ts';
import { type Actor, perform } from './perform.ts';
import { listUnitNames } from './supervise/unit-name.ts';

type Check = OutputOf<(typeof ownershipRoutes)['POST /api/commitments/assignments/check']['response']>;
type Body = OutputOf<(typeof ownershipRoutes)['POST /api/commitments/assignments']['body']>;
type Wish = Pick<Body, 'filter' | 'change'>;

interface Outcome {
  readonly commitment: CommitmentFact;
  readonly now: Owners;
  readonly result: ReturnType<typeof changedOwners>;
}

const ownersOf = (row: CommitmentFact): Owners => ({
  leadUnit: row.lead_unit,
  supportUnits: row.support_units,
  official: row.official,
  taskForce: row.task_force,
});

/** A unit that neither the organisation nor the plan has is a slip of the pen, not a new unit. */
async function unknownUnit(
  context: Context,
  facts: PlanFacts,
  change: OwnerChange,
  keyOf: (unit: string) => string,
): Promise<string | null> {
  const wanted = [...(change.leadUnit === undefined ? [] : [change.leadUnit]), ...(change.addSupport ?? [])];
  if (wanted.length === 0) return null;
  const printed = facts.commitments.flatMap((row) => [row.lead_unit ?? '', ...row.support_units]);
  const known = new Set([...printed, ...(await listUnitNames(context))].map(keyOf));
  return wanted.find((unit) => !known.has(keyOf(unit))) ?? null;
}

interface LookedAt {
  readonly facts: PlanFacts;
  readonly outcomes: readonly Outcome[];
}

async function lookAt(context: Context, { filter, change }: Wish): Promise<Result<LookedAt, ProblemCode>> {
  if (isEmptyChange(change)) return fail('owner.nothing');
  const loaded = await loadPlan(context, filter);
  if (!loaded.ok) return loaded;
  const facts = loaded.value;
  const { db, jurisdiction } = context;
  if (await getPlanClose(db, jurisdiction, facts.plan.id))
    return fail('plan.closed', { year: `${facts.plan.year}` });
  const keyOf = (unit: string): string => unitKey(unit, facts.units, facts.city);
  const stranger = await unknownUnit(context, facts, change, keyOf);
  if (stranger !== null) return fail('owner.unitUnknown', { unit: stranger });
  const heads = await listReportHeads(db, jurisdiction, facts.plan.id);
  const waiting = new Set(
    heads.flatMap(({ commitmentId, state }) => (state === 'submitted' ? [commitmentId] : [])),
  );
  const outcomes = chooseCommitments(facts, filter).map(({ commitment }) => {
    const now = ownersOf(commitment);
    return { commitment, now, result: changedOwners(now, change, keyOf, waiting.has(commitment.id)) };
  });
  return succeed({ facts, outcomes });
}

const fill = (text: string, params: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (_mark, name: string) => params[name] ?? '');

const refusedOf = (outcomes: readonly Outcome[]): Check['refused'] =>
  outcomes.flatMap(({ commitment: { id, number, title }, result }) => {
    if (result.ok) return [];
    const words = problemText[result.code];
    return [{ id, number, title, zh: fill(words.zh, result.params), en: fill(words.en, result.params) }];
  });

const changesOf = (outcomes: readonly Outcome[]) =>
  outcomes.flatMap(({ commitment, now, result }) =>
    result.ok && result.value !== null ? [{ commitment, now, next: result.value }] : [],
  );

const mostExamples = 5;

export async function checkAssignment(context: Context, wish: Wish): Promise<Result<Check, ProblemCode>> {
  const looked = await lookAt(context, wish);
  if (!looked.ok) return looked;
  const { outcomes } = looked.value;
  const [changes, refused] = [changesOf(outcomes), refusedOf(outcomes)];
  return succeed({
    ...{ total: outcomes.length, changes: changes.length, refused },
    same: outcomes.length - changes.length - refused.length,
    examples: changes.slice(0, mostExamples).map(({ commitment: { id, title }, now, next }) => ({
      ...{ id, title, before: now.leadUnit, after: next.leadUnit },
    })),
  });
}

const mostNamed = 5;

/** Whoever leads from now on is told once, with the first of its promises. */
async function tellLeaders(
  inside: Context,
  accountId: string | null,
  changes: ReturnType<typeof changesOf>,
  reason: string,
): Promise<void> {
  const aliases = await listUnitAliases(inside.db, inside.jurisdiction);
  const nameOf = (unit: string): string => aliases.find(({ alias }) => alias === unit)?.name ?? unit;
  const byLead = new Map<string, CommitmentFact[]>();
  for (const { commitment, now, next } of changes) {
    if (next.leadUnit === null || next.leadUnit === now.leadUnit) continue;
    byLead.set(next.leadUnit, [...(byLead.get(next.leadUnit) ?? []), commitment]);
  }
  const events = [...byLead].flatMap(([unit, [first, ...rest]]) =>
    first === undefined
      ? []
      : [
          {
            ...({ kind: 'commitment.assigned', objectKind: 'commitment', objectId: first.id } as const),
            ...{ title: first.title, detail: { count: `${rest.length + 1}`, reason } },
            to: { seats: [{ roles: ['leadUnit'], unit: nameOf(unit) }] } as const,
          },
        ],
  );
  await tell(inside, accountId, events);
}

export function assignOwners(
  context: Context,
  actor: Actor,
  { filter, change, count, reason }: Body,
): Promise<Result<{ batchId: string; changed: number; same: number }, ProblemCode>> {
  return perform<{ batchId: string; changed: number; same: number }, ProblemCode>(
    context,
    actor,
    async (inside, note) => {
      const { db, jurisdiction } = inside;
      const plan = await loadPlan(inside, filter);
      if (!plan.ok) return plan;
      await lockPlan(db, jurisdiction, plan.value.plan.id);
      const looked = await lookAt(inside, { filter, change });
      if (!looked.ok) return looked;
      const { outcomes } = looked.value;
      if (outcomes.length !== count)
        return fail('owner.countChanged', { seen: `${count}`, now: `${outcomes.length}` });
      const refused = refusedOf(outcomes);
      if (refused.length > 0) {
        const named = refused.slice(0, mostNamed).map(({ number, title }) => `${number} ${title}`.trim());
        const rows = named.join('；') + (refused.length > mostNamed ? '；…' : '');
        return fail('owner.refused', { count: `${refused.length}`, rows });
      }
      const changes = changesOf(outcomes);
      const batchId = randomUUID();
      const { accountId } = actor.caller;
      const rows = changes.map(({ commitment, next }) => ({ commitmentId: commitment.id, ...next }));
      await addOwners(db, jurisdiction, { id: batchId, reason, recordedBy: accountId }, rows);
      await addRevision(db, jurisdiction, plan.value.plan.id, 'assign');
      await tellLeaders(inside, accountId, changes, reason);
      const detail = { planId: plan.value.plan.id, changed: changes.length, filter, change };
      note({ act: 'plan.assign', objectKind: 'plan', objectId: batchId, detail });
      return succeed({ batchId, changed: changes.length, same: outcomes.length - changes.length });
    },
  );
}
