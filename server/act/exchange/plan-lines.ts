// Our own plan as lines of a package: targets in force, what the receiver was given of each, the figure we have of it.
import type { Target } from '../../../core/plan/commitment.ts';
import type { ExchangeFigure, ExchangeLine, Party } from '../../../core/plan/exchange/package.ts';
import { levelOfCode } from '../../../core/plan/exchange/package.ts';
import type { Context } from '../../context.ts';
import { promisedTargets } from '../../judge/judge.ts';
import type { CommitmentFact, PlanFacts } from '../../judge/plan-facts.ts';
import { listConsultationLines, listConsultations, listShares } from '../../store/exchange/consultation.ts';
import { getAbove } from '../../store/exchange/package.ts';
import { listPlaces } from '../../store/jurisdiction.ts';

export const ownParty = ({ jurisdiction }: Context, { city }: Pick<PlanFacts, 'city'>): Party => ({
  level: levelOfCode(jurisdiction),
  id: jurisdiction,
  name: city,
});

/** Who is directly above, once a package came from there, and everybody directly below. */
export async function listPartners(context: Context): Promise<readonly Party[]> {
  const { db, jurisdiction } = context;
  const [above, places] = await Promise.all([getAbove(db, jurisdiction), listPlaces(db, jurisdiction)]);
  return [
    ...(above ? [{ level: above.partnerLevel, id: above.partnerId, name: above.partnerName }] : []),
    ...places.map(({ id, name }) => ({ level: 'district' as const, id, name })),
  ];
}

export const isAbove = ({ level }: Party, own: Party): boolean =>
  level === 'province' || (level === 'city' && own.level === 'district');

export const lineKey = (commitmentId: string, metric: string): string => `${commitmentId}\t${metric}`;

/** Shares of one place in consultations of the plan; those of the newest consultation count. */
async function sharesOf(context: Context, planId: string, placeId: string): Promise<Map<string, string>> {
  const { db, jurisdiction } = context;
  const found = new Map<string, string>();
  for (const { id } of await listConsultations(db, jurisdiction, { planId })) {
    const [lines, shares] = await Promise.all([
      listConsultationLines(db, jurisdiction, id),
      listShares(db, jurisdiction, id),
    ]);
    for (const line of lines) {
      const share = shares.find((each) => each.lineId === line.id && each.placeId === placeId);
      const key = lineKey(line.commitmentId, line.metric);
      if (share?.value != null && !found.has(key)) found.set(key, share.value);
    }
  }
  return found;
}

function figureOf(
  facts: PlanFacts,
  { id }: CommitmentFact,
  metric: string,
  place: string,
): ExchangeFigure | null {
  const figure = facts.observations
    .get(id)
    ?.findLast((row) => row.amount !== null && row.place === place && row.metric === metric && !row.compares);
  return figure?.amount == null
    ? null
    : { value: figure.amount, unit: figure.unit, periodEnd: figure.period_end };
}

export const metricOf = ({ metric }: Target, { title }: CommitmentFact): string =>
  metric === '' ? title : metric;

/** `partner` below gets its shares and the figures we have of it; the one above gets our figures. */
export async function linesFor(context: Context, facts: PlanFacts, partner: Party): Promise<ExchangeLine[]> {
  const below = !isAbove(partner, ownParty(context, facts));
  const given = below ? await sharesOf(context, facts.plan.id, partner.id) : new Map<string, string>();
  const place = below ? partner.name : '';
  return facts.commitments.flatMap((commitment) =>
    promisedTargets(facts, commitment).flatMap((target): readonly ExchangeLine[] => {
      if (target.values.length === 0 && commitment.kind !== 'indicator') return [];
      const metric = metricOf(target, commitment);
      const printed = target.allocations.find((share) => share.place === place)?.value ?? null;
      return [
        {
          ...{ kind: commitment.kind, number: commitment.number, title: commitment.title, metric },
          ...{ unit: target.unit, comparator: target.comparator, values: target.values.slice(0, 4) },
          ...{ measure: target.measure, printed: target.printed },
          share: given.get(lineKey(commitment.id, metric)) ?? printed,
          figure: figureOf(facts, commitment, target.metric, place),
        },
      ];
    }),
  );
}
