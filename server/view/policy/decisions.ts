// The decision log as it is read: who was told what by which rules, and one decision with the same question asked again.
import type { decisionRoutes } from '../../../core/contract/policy-decisions.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import { factTable, numberText } from '../../../core/policy/words/amount-words.ts';
import { ResultSpeaker } from '../../../core/policy/words/result-words.ts';
import { type Result, succeed } from '../../../core/result.ts';
import type { Words } from '../../../core/vocabulary/words.ts';
import { decideAgain } from '../../act/clause/decide-again.ts';
import type { Rules } from '../../act/clause/rules-on.ts';
import type { Context } from '../../context.ts';
import { countDecisions, type DecisionRow, listDecisions } from '../../store/clause/decision.ts';
import { maskedCode, moneyOf } from './said.ts';

type Log = OutputOf<(typeof decisionRoutes)['GET /api/policy-decisions']['response']>;
type Page = OutputOf<(typeof decisionRoutes)['GET /api/policy-decisions/:decisionId']['response']>;

const rowOf = ({
  id,
  purpose,
  subjectId,
  reference,
  ruleSet,
  total,
  by,
  recordedAt,
}: DecisionRow): Log['rows'][number] => ({
  ...{ id, purpose, subject: maskedCode(subjectId), reference, day: ruleSet.day, hash: ruleSet.hash },
  ...{ total: moneyOf(Number(total)), by, recordedAt },
});

export async function getDecisions(
  { db, jurisdiction }: Context,
  { reference, from = 0 }: { readonly reference?: string | undefined; readonly from?: number | undefined },
): Promise<Log> {
  const [total, rows] = await Promise.all([
    countDecisions(db, jurisdiction),
    listDecisions(db, jurisdiction, { reference, offset: from, limit: 50 }),
  ]);
  return { total, from, rows: rows.map(rowOf) };
}

function factsOf(rules: Rules, facts: DecisionRow['facts']): Page['facts'] {
  const speaker = new ResultSpeaker(rules.compiled);
  const table = factTable(rules.compiled.facts);
  return Object.entries(facts).flatMap(([name, value]) => {
    if (value === null) return [];
    const fact = table.get(name);
    const words: Words =
      typeof value === 'boolean'
        ? value
          ? { zh: '是', en: 'yes' }
          : { zh: '否', en: 'no' }
        : numberText(
            value,
            fact ? { measure: fact.measure, unit: fact.unit } : { measure: 'count', unit: null },
          );
    return [{ fact: speaker.fact(name), value: words }];
  });
}

export async function getDecision(
  context: Context,
  decisionId: string,
): Promise<Result<Page, 'decision.notFound'>> {
  const again = await decideAgain(context, decisionId);
  if (!again.ok) return again;
  const { decision, rules, sameRules, sameAnswer, changedSince } = again.value;
  const titles = new Map(rules.clauses.map(({ id, title }) => [id, title]));
  const title = (clauseId: string): Words => titles.get(clauseId) ?? { zh: clauseId, en: clauseId };
  const speaker = new ResultSpeaker(rules.compiled);
  const { results } = rules.explain(rules.encode(decision.facts));
  const rank = { yes: 0, unknown: 1, no: 2 };
  return succeed({
    decision: rowOf(decision),
    versions: decision.ruleSet.versions.map(([clauseId, number]) => ({
      clauseId,
      title: title(clauseId),
      number,
    })),
    facts: factsOf(rules, decision.facts),
    results: results
      .map((result) => {
        const { answer, reasons } = speaker.say(result);
        return {
          clauseId: result.id,
          title: title(result.id),
          answer: result.answer,
          words: answer,
          reasons: [...reasons],
        };
      })
      .sort((a, b) => rank[a.answer] - rank[b.answer]),
    ...{ sameRules, sameAnswer },
    changedSince: changedSince.map((clauseId) => ({ clauseId, title: title(clauseId) })),
  });
}
