// The catalogue holds: every clause has its tests and they agree, and every number stands in the item that is cited.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkClauses } from '../author/check-clause.ts';
import { runTest } from '../author/clause-test.ts';
import { parseClause, printClause } from '../author/parse-clause.ts';
import { problemWords } from '../clause-problem.ts';
import { announced2024 } from '../pay/area-money.ts';
import { moneyText } from '../words/number-words.ts';
import { catalog } from './catalog.ts';

describe('the catalogue', () => {
  it('has nothing an author would be told to mend', () => {
    const found = checkClauses(catalog).map(
      (each) => `${each.clause} ${each.path}: ${problemWords(each).what.en}`,
    );
    expect(found).toEqual([]);
  });

  it.each(catalog.map((clause) => [clause.id, clause] as const))('%s: tests hold', (_id, clause) => {
    expect(clause.tests.length).toBeGreaterThanOrEqual(3);
    const answers = new Set(clause.tests.map((test) => test.expect.answer));
    expect([...answers].sort()).toEqual(['no', 'unknown', 'yes']);
    clause.tests.forEach((_test, at) => {
      const outcome = runTest(clause, at);
      expect(outcome.ok ? [] : outcome.problems.map((each) => problemWords(each).what.en)).toEqual([]);
    });
  });

  it('is printed and parsed without a change', () => {
    for (const clause of catalog) {
      const read = parseClause(JSON.parse(printClause(clause)));
      expect(read.ok && read.clause).toEqual(clause);
    }
  });

  it('has at least fifty clauses', () => {
    const tests = catalog.reduce((sum, clause) => sum + clause.tests.length, 0);
    process.stdout.write(`${catalog.length} clauses, ${tests} tests\n`);
    expect(catalog.length).toBeGreaterThanOrEqual(50);
    expect(new Set(catalog.map((clause) => clause.id)).size).toBe(catalog.length);
  });
});

const seed = new URL('../../../../shared/seeds/001_ccd5309b306f7828.txt', import.meta.url);
const present = existsSync(seed);

const digits = '零一二三四五六七八九十';

/** The text of one item: from its number to the next number of the same kind. */
function itemText(text: string, document: string, clause: string): string {
  const at = text.indexOf(`\n${document}\n`);
  const after = text.slice(at < 0 ? text.length : at);
  const start = clause.startsWith('(') ? after.indexOf(`\n${clause}`) : after.indexOf(`\n${clause}、`);
  const body = after.slice(start + 1);
  const next = clause.startsWith('(') ? /\n\([一二三四五六七八九十]+\)/ : /\n[一二三四五六七八九十]+、/;
  const end = body.search(next);
  return start < 0 ? '' : body.slice(0, end < 0 ? 3000 : end).replaceAll('\n', '');
}

/** As printed, or with a Chinese digit (三星 for 3星). */
const isPrinted = (value: string, item: string): boolean =>
  item.includes(value) ||
  item.includes(value.replace(/^\d$|^\d(?=\D)/, (digit) => digits.charAt(Number(digit))));

describe.skipIf(!present)('sources (skipped where ../shared/seeds is absent)', () => {
  const text = present ? readFileSync(seed, 'utf8') : '';
  const cited = catalog.flatMap((clause) =>
    Object.values(clause.params).flatMap((dated) =>
      dated
        .filter((entry) => entry.document === undefined)
        .map((entry) => ({ id: clause.id, document: clause.source.document, ...entry })),
    ),
  );

  it('every number stands in the item it cites', () => {
    const wrong = cited.filter(
      (entry) => !isPrinted(entry.value, itemText(text, entry.document ?? '', entry.ref)),
    );
    expect(
      wrong.map((entry) => `${entry.id}: ${entry.value} is not in ${entry.document} ${entry.ref}`),
    ).toEqual([]);
    expect(cited.length).toBeGreaterThan(60);
  });

  it('the announced money of each area stands in its item, and the net total in the document', () => {
    for (const { amount, ref } of announced2024.areas) {
      expect(itemText(text, announced2024.document, ref)).toContain(moneyText(amount).zh);
    }
    expect(text).toContain(moneyText(announced2024.net).zh);
  });

  it('a number that is not there is noticed', () => {
    expect(isPrinted('21万元', itemText(text, '杭政办函〔2024〕3号', '一'))).toBe(false);
    expect(itemText(text, '杭政办函〔2024〕3号', '一').length).toBeGreaterThan(50);
  });
});
