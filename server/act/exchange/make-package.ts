// Makes the package for a partner: our lines under the schema, with the hash of their text; what went out is kept.
import { createHash, randomUUID } from 'node:crypto';
import { mayOn } from '../../../core/contract/permission.ts';
import {
  canonicalText,
  type Party,
  type PlanPackage,
  packageFormat,
  packageVersion,
} from '../../../core/plan/exchange/package.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { loadPlan, type PlanFacts } from '../../judge/plan-facts.ts';
import { addPackage } from '../../store/exchange/package.ts';
import { type Actor, perform } from '../perform.ts';
import { isAbove, linesFor, listPartners, ownParty } from './plan-lines.ts';

export interface MadePackage {
  readonly fileName: string;
  readonly text: string;
  readonly sha256: string;
}

export const hashOf = (body: PlanPackage): string =>
  createHash('sha256').update(canonicalText(body), 'utf8').digest('hex');

/** Where a partner stands: a place below, or the city itself for the level above. */
export const scopeOf = (partner: Party, above: boolean) => ({
  ...{ leadUnit: null, units: [], owner: null },
  places: above ? [] : [partner.id],
});

async function packageFor(context: Context, facts: PlanFacts, partner: Party): Promise<PlanPackage> {
  const own = ownParty(context, facts);
  return {
    ...{ format: packageFormat, version: packageVersion, year: facts.plan.year, title: facts.plan.title },
    direction: isAbove(partner, own) ? 'up' : 'down',
    ...{ from: own, to: partner, issuedOn: context.today() },
    lines: await linesFor(context, facts, partner),
  };
}

export function makePackage(
  context: Context,
  actor: Actor,
  partnerId: string,
  plan: string | undefined,
): Promise<Result<MadePackage, ProblemCode>> {
  return perform<MadePackage, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction } = inside;
    const facts = await loadPlan(inside, { plan });
    if (!facts.ok) return facts;
    const partner = (await listPartners(inside)).find(({ id }) => id === partnerId);
    const own = ownParty(inside, facts.value);
    if (!partner || !mayOn(actor.caller, 'exchange.send', scopeOf(partner, isAbove(partner, own))))
      return fail('object.notFound');
    const body = await packageFor(inside, facts.value, partner);
    const sha256 = hashOf(body);
    const row = {
      id: randomUUID(),
      sha256,
      side: 'sent',
      body,
      isDemonstration: false,
      documentId: null,
    } as const;
    const who = { partnerId: partner.id, partnerName: partner.name, partnerLevel: partner.level };
    await addPackage(db, jurisdiction, { ...row, ...who, recordedBy: actor.caller.accountId });
    note({ act: 'exchange.send', objectKind: 'partner', objectId: partner.id, detail: { sha256 } });
    const fileName = `bihuan-plan-${body.year}-${own.id}-${partner.id}.json`;
    return succeed({ fileName, text: JSON.stringify({ ...body, sha256 }, null, 1), sha256 });
  });
}
