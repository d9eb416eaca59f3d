// The catalogue as people read it, one clause as a page, and what one subject gets of all clauses of a day.

import type { policyRoutes } from '../../../core/contract/policies.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import type { Subject } from '../../../core/policy/clause.ts';
import { isValidOn } from '../../../core/policy/engine/compile.ts';
import { questionsOf } from '../../../core/policy/questions.ts';
import { tracer } from '../../../core/policy/trace.ts';
import { versionsOn } from '../../../core/policy/version.ts';
import { areaLabel, automationLabel, benefitLabel } from '../../../core/policy/words/clause-labels.ts';
import { clauseWords } from '../../../core/policy/words/clause-words.ts';
import { interpretation } from '../../../core/policy/words/interpretation.ts';
import { moneyText } from '../../../core/policy/words/number-words.ts';
import { ResultSpeaker } from '../../../core/policy/words/result-words.ts';
import { type IsoDate, isoDate } from '../../../core/quantity/date.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { type PublishedVersion, readBook } from '../../act/clause/book.ts';
import { type Rules, rulesOf, rulesOn } from '../../act/clause/rules-on.ts';
import { fieldsOf, readTyped } from '../../act/clause/typed-facts.ts';
import type { Context } from '../../context.ts';

type Routes = typeof policyRoutes;
type Catalogue = OutputOf<Routes['GET /api/policies']['response']>;
type ClausePage = OutputOf<Routes['GET /api/policies/:clauseId']['response']>;
type Checked = OutputOf<Routes['POST /api/policies/check']['response']>;
type ClauseRow = Catalogue['clauses'][number];

/** A day inside the version's own time, so that its words and numbers are those it had. */
function insideOf({ clause: { valid }, startsOn }: PublishedVersion, day: IsoDate): IsoDate {
  const first = startsOn > valid.from ? startsOn : isoDate(valid.from);
  return day < first ? first : day > valid.to ? isoDate(valid.to) : day;
}

/** The rules on a day inside the version's own time, with this very version among them. */
async function rulesWith(context: Context, version: PublishedVersion, day: IsoDate): Promise<Rules> {
  const { clause, number } = version;
  const inside = insideOf(version, day);
  const rules = await rulesOn(context, clause.subject, inside);
  if (rules.versions.some((each) => each.clause.id === clause.id && each.number === number)) return rules;
  const others = rules.versions.filter((each) => each.clause.id !== clause.id);
  return rulesOf([...others, version], clause.subject, inside);
}

/** Each clause as it is on the day; one whose first version has not started yet as that version will be. */
function shownOn(versions: readonly PublishedVersion[], day: IsoDate): readonly PublishedVersion[] {
  const started = new Map(versionsOn(versions, day).map((version) => [version.clause.id, version]));
  return versions.filter(({ number }) => number === 1).map((first) => started.get(first.clause.id) ?? first);
}

async function rowOf(context: Context, version: PublishedVersion, day: IsoDate): Promise<ClauseRow> {
  const { clause, number, startsOn } = version;
  const { compiled } = await rulesWith(context, version, day);
  const detail = compiled.details.find((each) => each.clause.id === clause.id);
  if (!detail) throw new Error(`clause ${clause.id} is not in force inside its own time`);
  const words = clauseWords(detail, compiled);
  return {
    id: clause.id,
    title: words.title,
    source: words.source,
    area: areaLabel[clause.area],
    automation: words.automation,
    benefit: benefitLabel[clause.benefit],
    subject: clause.subject,
    lead: clause.lead,
    amount: words.amount,
    conditions: [...words.conditions],
    from: isoDate(clause.valid.from),
    to: isoDate(clause.valid.to),
    inForce: startsOn <= day && isValidOn(clause, day),
    version: number,
  };
}

const dayOf = (context: Context, day: string | undefined): IsoDate =>
  day === undefined ? context.today() : isoDate(day);

export async function getCatalogue(
  context: Context,
  query: { readonly day?: string | undefined; readonly subject?: Subject | undefined },
): Promise<Catalogue> {
  const day = dayOf(context, query.day);
  const { subject } = query;
  const { versions } = await readBook(context);
  const wanted = shownOn(versions, day).filter(
    ({ clause }) => subject === undefined || clause.subject === subject,
  );
  const clauses: ClauseRow[] = [];
  for (const version of wanted) clauses.push(await rowOf(context, version, day));
  const { compiled } = await rulesOn(context, subject ?? 'enterprise', day);
  const areas = Object.values(areaLabel).map((words) => ({
    words,
    clauses: clauses.filter(({ area }) => area.zh === words.zh).length,
  }));
  return {
    ...{ day, hash: compiled.ruleSet.hash, clauses, facts: fieldsOf(compiled) },
    areas: areas.filter((area) => area.clauses > 0),
  };
}

export async function getClause(
  context: Context,
  clauseId: string,
  query: { readonly day?: string | undefined },
): Promise<Result<ClausePage, 'policy.notFound'>> {
  const { versions } = await readBook(context);
  const asked = dayOf(context, query.day);
  const version = shownOn(versions, asked).find(({ clause }) => clause.id === clauseId);
  if (!version) return fail('policy.notFound');
  const { clause } = version;
  const { compiled } = await rulesWith(context, version, asked);
  const page = interpretation(clause.id, compiled);
  if (!page) return fail('policy.notFound');
  const { words, numbers, examples } = page;
  return succeed({
    day: asked,
    clause: await rowOf(context, version, asked),
    versions: versions
      .filter((each) => each.clause.id === clauseId)
      .map(({ number, startsOn, document, reason }) => ({ number, startsOn, document, reason }))
      .reverse(),
    limits: [...words.limits],
    validity: words.validity,
    overlap: words.overlap,
    review: isoDate(clause.review),
    numbers: numbers.map((number) => ({ ...number, from: isoDate(number.from) })),
    examples: examples.map(({ given, result }) => ({
      ...{ given: [...given], answer: result.answer, reasons: [...result.reasons] },
    })),
  });
}

const rank = { yes: 0, unknown: 1, no: 2 } as const;

export async function checkPolicies(
  context: Context,
  body: {
    readonly day?: string | undefined;
    readonly subject?: Subject | undefined;
    readonly given: Readonly<Record<string, string>>;
    readonly trace?: string | undefined;
  },
): Promise<Checked> {
  const day = dayOf(context, body.day);
  const rules = await rulesOn(context, body.subject ?? 'enterprise', day);
  const { facts, wrong } = readTyped(rules.compiled, body.given);
  const row = rules.encode(facts);
  const explanation = rules.explain(row);
  const speaker = new ResultSpeaker(rules.compiled);
  const clauseOf = new Map(rules.compiled.details.map((detail) => [detail.clause.id, detail]));
  const results = explanation.results.map((result): Checked['results'][number] => {
    const clause = clauseOf.get(result.id)?.clause;
    const said = speaker.say(result);
    return {
      id: result.id,
      title: clause?.title ?? { zh: result.id, en: result.id },
      source: { zh: clause?.source.document ?? '', en: clause?.source.document ?? '' },
      automation: automationLabel[clause?.automation ?? 'reviewed'],
      answer: result.answer,
      words: said.answer,
      reasons: [...said.reasons],
      pays: result.answer === 'yes' ? result.pays : 0,
      failed: result.answer === 'no' ? result.failed.length : 0,
    };
  });
  const traced = body.trace === undefined ? undefined : clauseOf.get(body.trace);
  return {
    ...{ day, hash: rules.compiled.ruleSet.hash, total: explanation.total },
    totalWords: moneyText(explanation.total),
    results: results.sort(
      (a, b) => rank[a.answer] - rank[b.answer] || b.pays - a.pays || a.failed - b.failed,
    ),
    questions: questionsOf(explanation).map(({ fact, decides, asked }) => ({
      ...{ fact, label: speaker.fact(fact), decides: decides.length, asked: asked.length },
    })),
    wrong: [...wrong],
    trace: traced ? copyOf(tracer(traced, rules.compiled)(row)) : null,
  };
}

type Traced = ReturnType<ReturnType<typeof tracer>>;
const copyOf = ({ words, answer, actual, kind, of }: Traced): NonNullable<Checked['trace']> => ({
  ...{ words, answer, actual, kind, of: of.map(copyOf) },
});
