// What a claim still asks and what it does not: facts that the register holds are shown and never asked again, missing ones are
// fields with the files that show them.
import type { claimRoutes } from '../../../core/contract/claims.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import { namesRead } from '../../../core/policy/engine/reads.ts';
import { numberText } from '../../../core/policy/words/amount-words.ts';
import type { Judged } from '../../act/claim/standing.ts';
import { fieldsOf } from '../../act/clause/typed-facts.ts';
import type { ClaimEvidenceRow } from '../../store/award/claim-evidence.ts';

type Page = OutputOf<(typeof claimRoutes)['GET /api/claims/:claimId']['response']>;

const yes = { zh: '是', en: 'yes' };
const no = { zh: '否', en: 'no' };

export function fieldsOfClaim(
  { rules, clause, registered, result, given, typed }: Judged,
  files: readonly ClaimEvidenceRow[],
): Pick<Page, 'known' | 'asks'> {
  const detail = rules.compiled.details.find((each) => each.clause.id === clause?.id);
  const read = new Set(detail ? namesRead(detail, rules.compiled.ruleSet.schema) : []);
  const fields = fieldsOf(rules.compiled).filter(({ name }) => read.has(name));
  const isKnown = (name: string): boolean => registered[name] !== undefined && registered[name] !== null;
  const said = (name: string) => {
    const value = registered[name];
    if (typeof value === 'boolean') return value ? yes : no;
    const fact = rules.compiled.facts.find((each) => each.name === name);
    const counted = fact ? { measure: fact.measure, unit: fact.unit } : null;
    return counted && typeof value === 'number'
      ? numberText(value, counted)
      : { zh: String(value), en: String(value) };
  };
  const missing = new Set(result?.answer === 'unknown' ? result.missing : []);
  const wrong = new Map(typed.wrong.map(({ fact, words }) => [fact, words]));
  return {
    known: fields
      .filter(({ name }) => isKnown(name))
      .map(({ name, label }) => ({ label: { ...label }, value: { ...said(name) } })),
    asks: fields
      .filter(({ name }) => !isKnown(name) && (missing.has(name) || given[name] !== undefined))
      .map(({ name, label, kind, unit }) => ({
        ...{ name, label: { ...label }, kind, unit: { ...unit }, typed: given[name] ?? '' },
        problem: wrong.has(name) ? { zh: '', en: '', ...wrong.get(name) } : null,
        evidence: files.filter(({ fact }) => fact === name).map(({ id, fileName }) => ({ id, fileName })),
      })),
  };
}
