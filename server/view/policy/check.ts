// What an author sees while typing: every problem with its line, the clause's own tests, its words, and what examples would get.
import type { clauseRoutes } from '../../../core/contract/clauses.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import { runTest } from '../../../core/policy/author/clause-test.ts';
import { locate } from '../../../core/policy/author/locate.ts';
import { slidersOf } from '../../../core/policy/author/parameter.ts';
import { type SampleSubject, sampleSubjects } from '../../../core/policy/author/sample-firms.ts';
import { testFromFacts } from '../../../core/policy/author/test-from-facts.ts';
import type { Clause, ClauseTest } from '../../../core/policy/clause.ts';
import type { ClauseResult } from '../../../core/policy/engine/explain-result.ts';
import { factsOf } from '../../../core/policy/register.ts';
import { newestOf } from '../../../core/policy/version.ts';
import { inSentence } from '../../../core/policy/words/number-words.ts';
import { parameterWords } from '../../../core/policy/words/parameter-words.ts';
import { ResultSpeaker } from '../../../core/policy/words/result-words.ts';
import type { Words } from '../../../core/vocabulary/words.ts';
import type { Rules } from '../../act/clause/rules-on.ts';
import type { Context } from '../../context.ts';
import { type DraftQuestion, type DraftRules, draftRules } from './draft-rules.ts';
import { previewOf, problemsOf } from './said.ts';

export type Checked = OutputOf<(typeof clauseRoutes)['POST /api/clause-desk/check']['response']>;
type Sample = Checked['samples'][number];

const listed = (names: readonly string[], factWords: (name: string) => Words): Words => {
  const words = names.map(factWords);
  return {
    zh: words.map(({ zh }) => zh).join('、'),
    en: words.map(({ en }) => inSentence(en)).join(', '),
  };
};

function expectedWords({ expect }: ClauseTest, factWords: (name: string) => Words): Words {
  if (expect.answer === 'yes') return { zh: `可得${expect.amount}`, en: `Pays ${expect.amount}` };
  if (expect.answer === 'no') {
    const because = listed(expect.because, factWords);
    return { zh: `不符合：${because.zh}`, en: `Does not qualify: ${because.en}` };
  }
  const missing = listed(expect.missing, factWords);
  return { zh: `待补数据：${missing.zh}`, en: `Facts missing: ${missing.en}` };
}

/** What a wrong test came to, from the problem's own words: `yes 20万元`, `no: employees`, `unknown: research`. */
function foundWords(found: string, factWords: (name: string) => Words): Words {
  const names = (text: string): readonly string[] => text.split(', ').filter((name) => name !== '');
  if (found.startsWith('no: ')) {
    const because = listed(names(found.slice(4)), factWords);
    return { zh: `算得：不符合（${because.zh}）`, en: `Computed: does not qualify (${because.en})` };
  }
  if (found.startsWith('unknown: ')) {
    const missing = listed(names(found.slice(9)), factWords);
    return { zh: `算得：待补数据（${missing.zh}）`, en: `Computed: facts missing (${missing.en})` };
  }
  if (found.startsWith('yes '))
    return { zh: `算得：可得${found.slice(4)}`, en: `Computed: pays ${found.slice(4)}` };
  return { zh: `当日不在有效期内`, en: 'Not in force on the day' };
}

function labelsOf(clause: Clause): (name: string) => Words {
  const labels = new Map(
    factsOf[clause.subject].flatMap((fact) => [
      [fact.name, fact.label] as const,
      ...(fact.flags ?? []).map((flag) => [flag.name, flag.label] as const),
    ]),
  );
  return (name) =>
    labels.get(name) ??
    (name === 'once' ? { zh: '已享受过', en: 'Received before' } : { zh: name, en: name });
}

function testsOf(clause: Clause, text: string): Checked['tests'] {
  const factWords = labelsOf(clause);
  return clause.tests.map((test, at) => {
    const outcome = runTest(clause, at);
    const [problem] = outcome.ok ? [] : outcome.problems;
    const expected = expectedWords(test, factWords);
    const found = outcome.ok
      ? expected
      : problem?.code === 'test.wrongAnswer'
        ? foundWords(problem.params.found ?? '', factWords)
        : {
            zh: `“${problem?.params.name ?? ''}”读不出`,
            en: `“${problem?.params.name ?? ''}” cannot be read`,
          };
    return {
      ...{ number: at + 1, line: locate(text, `tests[${at}]`).line, ok: outcome.ok },
      ...{ on: test.on ?? clause.valid.from, expected, found },
    };
  });
}

const resultOf = (rules: Rules, sample: SampleSubject, clauseId: string): ClauseResult | undefined =>
  rules.explain(rules.encode(sample.facts)).results.find(({ id }) => id === clauseId);

function getsOf(rules: Rules, sample: SampleSubject, clauseId: string): Sample['after'] {
  const result = resultOf(rules, sample, clauseId);
  if (!result) return null;
  const { answer, reasons } = new ResultSpeaker(rules.compiled).say(result);
  return { answer: result.answer, words: answer, reasons: [...reasons] };
}

function testOf(rules: Rules, sample: SampleSubject, clauseId: string): string | null {
  const detail = rules.compiled.details.find(({ clause }) => clause.id === clauseId);
  const result = resultOf(rules, sample, clauseId);
  return detail && result
    ? JSON.stringify(testFromFacts(detail, rules.compiled, sample.facts, result))
    : null;
}

function samplesOf({ clause, drafted, published, day }: DraftRules): Sample[] {
  if (!clause || !drafted || !published) return [];
  return sampleSubjects(clause.subject, day).map((sample) => ({
    ...{ name: sample.name, profile: sample.profile },
    before: getsOf(published, sample, clause.id),
    after: getsOf(drafted, sample, clause.id),
    test: testOf(drafted, sample, clause.id),
  }));
}

export async function checkClauseDraft(context: Context, question: DraftQuestion): Promise<Checked> {
  const rules = await draftRules(context, question);
  const { clause, day, problems, drafted, book } = rules;
  return {
    ...{ day, readable: clause !== null, problems: problemsOf(problems, book.versions) },
    tests: clause ? testsOf(clause, question.text) : [],
    words: clause && drafted ? previewOf(drafted, clause.id) : null,
    samples: samplesOf(rules),
    sliders: clause
      ? slidersOf(clause, day, newestOf(book.versions, clause.id)?.clause).map((slider) => ({
          ...slider,
          label: parameterWords(clause, slider.name, labelsOf(clause)),
        }))
      : [],
  };
}
