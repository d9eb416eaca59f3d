// Computes a batch: what the rules of a day pay over the whole register without being asked, what another clause pays instead,
// what was paid before, and who lacks which facts. Nothing is awarded yet; every answer is logged with its rules and facts.
import { randomUUID } from 'node:crypto';
import { mayOn } from '../../../core/contract/permission.ts';
import type { Clause } from '../../../core/policy/clause.ts';
import type { Explanation } from '../../../core/policy/engine/explain-result.ts';
import {
  type BatchGap,
  type BatchLine,
  batchFinding,
  gapGroups,
  isBatched,
} from '../../../core/policy/pay/batch-lines.ts';
import type { Facts } from '../../../core/policy/row.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { listHeldKeys } from '../../store/award/award.ts';
import { addBatch, addBatchEvent } from '../../store/award/batch.ts';
import { addGaps, addLines } from '../../store/award/line.ts';
import { listEnterprises } from '../../store/register/current.ts';
import { logDecisions } from '../clause/log-decisions.ts';
import { type Rules, rulesOn } from '../clause/rules-on.ts';
import { type Actor, perform } from '../perform.ts';
import { factsFrom, roster } from './roster.ts';

interface Found {
  readonly code: string;
  readonly placeId: string;
  readonly facts: Facts;
  readonly explanation: Explanation;
  readonly lines: readonly BatchLine[];
}

interface Computed {
  readonly subjects: number;
  readonly found: readonly Found[];
  readonly gaps: readonly BatchGap[];
}

async function compute(
  context: Context,
  rules: Rules,
  day: IsoDate,
  clauses: ReadonlyMap<string, Clause>,
): Promise<Computed> {
  const held = new Map<string, number>();
  for (const { key } of await listHeldKeys(context.db, context.jurisdiction)) {
    const own = key.split('#')[0] ?? key;
    held.set(own, (held.get(own) ?? 0) + 1);
  }
  const heldParts = (key: string) => held.get(key) ?? 0;
  const found: Found[] = [];
  const gaps: BatchGap[] = [];
  let subjects = 0;
  for await (const { code, placeId, row } of roster(context, rules, day)) {
    subjects += 1;
    const explanation = rules.explain(row);
    const finding = batchFinding(clauses, explanation, code, day, heldParts);
    gaps.push(...finding.gaps);
    if (finding.lines.length === 0) continue;
    const facts = factsFrom(rules.compiled.ruleSet.schema, row);
    found.push({ ...{ code, placeId, facts, explanation }, lines: finding.lines });
  }
  return { subjects, found, gaps };
}

const isClause = (clause: Clause, unit: string): boolean =>
  clause.subject === 'enterprise' && isBatched(clause, unit);

export interface BatchWish {
  readonly day: IsoDate;
  /** Only clauses that this unit leads; '' for all. */
  readonly unit: string;
}

export async function proposeBatch(
  context: Context,
  actor: Actor,
  { day, unit }: BatchWish,
): Promise<Result<{ batchId: string; lines: number }, ProblemCode>> {
  const { caller } = actor;
  const scope = { places: [], leadUnit: unit === '' ? null : unit, units: [], owner: null };
  if (!mayOn({ ...caller, scopes: null }, 'award.move', scope)) return fail('permission.denied');
  const rules = await rulesOn(context, 'enterprise', day);
  const clauses = new Map(
    rules.clauses.filter((clause) => isClause(clause, unit)).map((clause) => [clause.id, clause]),
  );
  const computed = await compute(context, rules, day, clauses);
  const batchId = randomUUID();
  return perform<{ batchId: string; lines: number }, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction, now } = inside;
    const recordedBy = caller.accountId;
    const ruleSetHash = rules.compiled.ruleSet.hash;
    await addBatch(db, jurisdiction, {
      ...{ id: batchId, day, unit, ruleSetHash, subjects: computed.subjects, recordedBy },
    });
    const lines = await keep(inside, rules, batchId, computed, recordedBy);
    await addBatchEvent(db, jurisdiction, {
      ...{
        batchId,
        number: 1,
        action: 'propose',
        state: 'draft',
        words: '',
        noticeFrom: null,
        noticeTo: null,
      },
      ...{ receivedAt: now().toISOString(), recordedBy },
    });
    note({
      act: 'batch.propose',
      objectKind: 'batch',
      objectId: batchId,
      detail: { day, unit, lines, ruleSetHash },
    });
    return succeed({ batchId, lines });
  });
}

async function keep(
  inside: Context,
  rules: Rules,
  batchId: string,
  { found, gaps }: Computed,
  recordedBy: string | null,
): Promise<number> {
  const { db, jurisdiction } = inside;
  const decisions = found.map(({ code, facts, explanation }) => ({
    ...{ purpose: 'batch' as const, subjectId: code, reference: batchId, facts, explanation },
  }));
  const ids = await logDecisions(inside, rules, decisions, recordedBy);
  const codes = [...new Set(found.map(({ code }) => code))];
  const names = new Map(
    (await listEnterprises(db, jurisdiction, codes)).map(({ code, name }) => [code, name]),
  );
  const rows = found.flatMap(({ code, placeId, lines }, at) =>
    lines.map((line) => ({
      ...line,
      ...{ placeId, subjectName: names.get(code) ?? code, decisionId: ids[at] ?? '' },
    })),
  );
  const numbered = rows.map((row, at) => ({ ...row, number: at + 1 }));
  await addLines(db, jurisdiction, batchId, numbered);
  await addGaps(db, jurisdiction, batchId, gapGroups(gaps));
  return numbered.length;
}
