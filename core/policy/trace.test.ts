// The trace of a clause says of every condition whether it holds, with the subject's own number beside it.
import { expect, it } from 'vitest';
import { isoDate } from '../quantity/date.ts';
import { catalog } from './catalog/catalog.ts';
import { compileRules } from './engine/compile.ts';
import { rowEncoder } from './row.ts';
import { type TraceNode, tracer } from './trace.ts';

const compiled = compileRules(catalog, { subject: 'enterprise', day: isoDate('2024-06-01'), hash: String });
const lines = (node: TraceNode): readonly string[] =>
  node.kind === 'leaf'
    ? [`${node.answer}: ${node.words.zh}${node.actual ? ` [${node.actual.zh}]` : ''}`]
    : [`${node.answer}: ${node.kind}`, ...node.of.flatMap(lines)];

it('shows what holds, what fails and what is not known', () => {
  if (!compiled.ok) throw new Error('the catalogue compiles');
  const { rules } = compiled;
  const detail = rules.details.find(({ clause }) => clause.id === 'hz-2024-16-14-large-growth');
  const row = rowEncoder(rules.ruleSet.schema)({
    techEnterprise: true,
    employees: 30,
    assets: 30_000_000_000,
    research: 900_000_000,
  });
  expect(detail && lines(tracer(detail, rules)(row))).toEqual([
    'unknown: all',
    'yes: 经认定的科技型企业',
    'yes: any',
    'no: 职工人数超过500人 [30人]',
    'unknown: 上年营业收入超过2亿元',
    'yes: 资产总额超过2亿元 [3亿元]',
    'unknown: 年度研发投入额减去上一年度研发投入额不少于500万元',
  ]);
});
