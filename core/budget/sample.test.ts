// The facts of the published budget report as the sample city prints them: the same statements and identities as the report.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../read/read-document.ts';
import { statementsFromItems } from './statements-from-items.ts';

describe('the budget of the sample city', () => {
  const text = readFileSync(new URL('../../samples/hangzhou/2024-budget.txt', import.meta.url), 'utf8');
  const reading = readDocument(text);

  it('is twenty statements without two numbers for one', () => {
    const statements = statementsFromItems(reading.items);
    expect(statements.map(({ conflicts }) => conflicts.length)).toEqual(Array.from({ length: 20 }, () => 0));
    const footnotes = statements.find(({ amounts }) => amounts.transferBudgetAdjusted !== undefined);
    expect(footnotes?.amounts).toMatchObject({ budgetInitial: '682', budgetAdjusted: '536.8' });
  });

  it('has 103 identities: 97 hold within rounding, 6 are explained by two footnotes', () => {
    const checks = reading.checks.filter(({ rule }) => rule.startsWith('budget.'));
    const explained = checks.filter(({ ok, explainedBy }) => !ok && explainedBy);
    expect([checks.length, checks.filter(({ ok }) => ok).length, explained.length]).toEqual([103, 97, 6]);
  });
});
