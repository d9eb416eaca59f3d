// docs/policy-catalogue.md is the catalogue in its own words; `npx vitest run core/policy/catalog -u` writes it anew.
import { expect, it } from 'vitest';
import { isoDate } from '../../quantity/date.ts';
import type { Clause } from '../clause.ts';
import { type CompiledRules, compileRules } from '../engine/compile.ts';
import { subjectLabel } from '../words/clause-labels.ts';
import { clauseWords } from '../words/clause-words.ts';
import type { Words } from '../words/words.ts';
import { catalog } from './catalog.ts';

const subjects = ['enterprise', 'project', 'park', 'person'] as const;

function rulesOf(subject: Clause['subject']): CompiledRules {
  const compiled = compileRules(catalog, { subject, day: isoDate('2024-03-15'), hash: String });
  if (!compiled.ok) throw new Error(`the ${subject} clauses do not compile`);
  return compiled.rules;
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function table(rules: CompiledRules, language: keyof Words): string {
  const head = {
    zh: ['条款', '出处', '条件', '金额', '方式', '例子'],
    en: ['Clause', 'Source', 'Conditions', 'Amount', 'How', 'Tests'],
  }[language];
  const rows = rules.details.map((detail) => {
    const words = clauseWords(detail, rules);
    return row([
      `${words.title[language]} \`${detail.clause.id}\``,
      words.source[language],
      words.conditions.map((each) => each[language]).join(language === 'zh' ? '；' : '; '),
      [words.amount, ...words.limits].map((each) => each[language]).join(language === 'zh' ? '；' : '; '),
      words.automation[language],
      String(detail.clause.tests.length),
    ]);
  });
  return [row(head), row(head.map(() => '---')), ...rows].join('\n');
}

it('docs/policy-catalogue.md says what the catalogue says', async () => {
  const tests = catalog.reduce((sum, clause) => sum + clause.tests.length, 0);
  const parts = (['zh', 'en'] as const).map((language) =>
    subjects
      .map((subject) => `### ${subjectLabel[subject][language]}\n\n${table(rulesOf(subject), language)}`)
      .join('\n\n'),
  );
  const page = `# The catalogue of clauses

Generated from \`core/policy/catalog\` by its test; ${catalog.length} clauses, ${tests} tests, as of 15 March 2024. Every word below is made from the clause.

## 中文

${parts[0]}

## English

${parts[1]}
`;
  await expect(page).toMatchFileSnapshot('../../../docs/policy-catalogue.md');
});
