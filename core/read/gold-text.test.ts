// The reader of running text against the answers made by hand: tasks, policies, awards, budgets, project statements, links.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from './read-document.ts';
import type { Item, Reading, Span } from './reading.ts';

const shared = `${import.meta.dirname}/../../../shared`;
const present = existsSync(`${shared}/gold/tasks.json`);

interface Answer extends Span {
  readonly quote: string;
  readonly doc: string;
  readonly value: number | readonly number[] | null;
  readonly unit: string | null;
  readonly comparator: string | null;
}
interface GoldTask extends Answer {
  readonly number: number;
  readonly owners: readonly string[];
  readonly targets: readonly Answer[];
  readonly qualitative_targets: readonly Answer[];
}
interface GoldPolicy extends Answer {
  readonly number: number;
  readonly owners: readonly string[];
  readonly commitments: readonly Answer[];
}
interface GoldAward extends Answer {
  readonly id: string;
  readonly award: Readonly<Record<string, number | string>>;
}
interface GoldBook {
  readonly year: number;
  readonly level: string;
  readonly book: string;
  readonly items: readonly Answer[];
}
interface GoldIdentity {
  readonly year: number;
  readonly basis: string;
  readonly level: string;
  readonly book: string;
  readonly name: string;
  readonly residual: number;
}
interface GoldLink {
  readonly target: Answer;
  readonly outcome: Answer | null;
}

const gold = <T>(name: string): T => {
  const parsed: T = JSON.parse(readFileSync(`${shared}/gold/${name}.json`, 'utf8'));
  return parsed;
};

const readings = new Map<string, Reading>();
function readingOf(file: string): Reading {
  const known = readings.get(file);
  if (known) return known;
  const reading = readDocument(readFileSync(`${shared}/seeds/${file}`, 'utf8'));
  readings.set(file, reading);
  return reading;
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
const plainUnit = (unit: string | null): string => (unit === '百分点' ? '个百分点' : (unit ?? ''));
const comparators: Readonly<Record<string, string>> = {
  exactly: 'eq',
  about: 'approx',
  at_least: 'ge',
  above: 'ge',
  at_most: 'le',
  below: 'le',
  range: 'range',
};
const agrees = (item: Item, answer: Answer): boolean =>
  overlaps(item, answer) &&
  JSON.stringify(item.value) === JSON.stringify(answer.value) &&
  plainUnit(item.unit) === plainUnit(answer.unit);

interface Score {
  readonly found: number;
  readonly of: number;
  readonly extra: readonly Item[];
  readonly comparator: number;
  readonly missed: readonly string[];
}

/** Each answer takes one item; items of the same stretch that no answer took are extra. */
function score(items: readonly Item[], answers: readonly Answer[], within: Span): Score {
  const used = new Set<Item>();
  const missed: string[] = [];
  let comparator = 0;
  for (const answer of answers) {
    const hit = items.find((item) => !used.has(item) && agrees(item, answer));
    if (!hit) missed.push(`${answer.start} ${String(answer.value)}${answer.unit ?? ''}`);
    else {
      used.add(hit);
      if (answer.comparator === null || comparators[answer.comparator] === hit.comparator) comparator += 1;
    }
  }
  const extra = items.filter(
    (item) => item.start >= within.start && item.end <= within.end && !used.has(item),
  );
  return { found: used.size, of: answers.length, extra, comparator, missed };
}

const say = (name: string, words: string): void => {
  process.stdout.write(`  gold ${name}: ${words}\n`);
};
const f1 = ({ found, of, extra }: Score): number => (200 * found) / (of + found + extra.length);

describe.skipIf(!present)('gold answers (skipped where ../shared/gold is absent)', () => {
  it('tasks: wording, owners in order, targets', () => {
    const tasks = gold<readonly GoldTask[]>('tasks');
    const first = tasks[0];
    const last = tasks[tasks.length - 1];
    if (!first || !last) throw new Error('no gold tasks');
    const { items } = readingOf(first.doc);
    const all = items.filter((item) => item.kind === 'task' && item.family === 'task');
    const wrong = tasks.filter((task) => {
      const item = all.find((found) => found.number === String(task.number) && overlaps(found, task));
      // One name in the answers corrects a misprint of the document.
      const names = item?.owners.map((owner) => owner.name.replace('住房房管', '住保房管')) ?? [];
      return (
        item?.start !== task.start ||
        item.end !== task.end ||
        item.owners[0]?.role !== 'lead' ||
        names.join() !== task.owners.join()
      );
    });
    const targets = items.filter(
      (item) => item.kind === 'target' && item.family === 'task' && item.value !== null,
    );
    const result = score(
      targets,
      tasks.flatMap((task) => task.targets),
      { start: first.start, end: last.end },
    );
    const worded = tasks.flatMap((task) => task.qualitative_targets);
    const inWords = worded.filter((answer) =>
      items.some((item) => item.kind === 'target' && item.value === null && overlaps(item, answer)),
    );
    say(
      'tasks',
      `${tasks.length - wrong.length}/${tasks.length} whole (${all.length} in all), targets F1 ${f1(result).toFixed(1)}, comparators ${result.comparator}/${result.of}, in words ${inWords.length}/${worded.length}`,
    );
    expect(wrong.map((task) => task.number)).toEqual([]);
    expect(all.length).toBe(193);
    expect(result.missed).toEqual([]);
    expect(result.extra.map((item) => item.metric)).toEqual([]);
    expect(inWords.length).toBe(worded.length);
  });

  it('policies: owners, commitments, funds, awards', () => {
    const { areas, policies, award_rules } = gold<{
      areas: readonly GoldPolicy[];
      policies: readonly GoldPolicy[];
      award_rules: readonly GoldAward[];
    }>('policies');
    const [from, to] = [areas[0], policies[policies.length - 1]];
    if (!from || !to) throw new Error('no gold policies');
    const { items, checks } = readingOf(to.doc);
    const all = items.filter((item) => item.kind === 'task' && item.family === 'policy');
    const wrong = policies.filter((policy) => {
      const item = all.find((found) => found.number === String(policy.number) && overlaps(found, policy));
      return item?.owners.map((owner) => owner.name).join() !== policy.owners.join();
    });
    const promised = items.filter(
      (item) => item.kind === 'target' && item.family === 'policy' && item.value !== null,
    );
    const result = score(
      promised,
      [...areas, ...policies].flatMap((entry) => entry.commitments),
      {
        start: from.start,
        end: to.end,
      },
    );
    const awards = award_rules.filter((rule) => {
      const { award } = rule;
      const amount = award.amount ?? award.rate ?? award.multiple ?? award.to ?? award.duration;
      return items.some(
        (item) =>
          item.detail?.of === 'award' &&
          overlaps(item, rule) &&
          item.value === amount &&
          (award.cap === undefined || item.detail.cap?.value === award.cap),
      );
    });
    say(
      'policies',
      `owners ${policies.length - wrong.length}/${policies.length} (${all.length} in all), commitments F1 ${f1(result).toFixed(1)}, awards ${awards.length}/${award_rules.length}`,
    );
    expect(wrong.map((policy) => policy.number)).toEqual([]);
    expect(all.length).toBe(86);
    expect(f1(result)).toBeGreaterThanOrEqual(95);
    expect(awards.length).toBe(award_rules.length);
    const total = checks.find((check) => check.rule === 'fund.total');
    expect([total?.ok, total?.expected, total?.found]).toEqual([false, 490, 569]);
    expect(checks.filter((check) => check.rule === 'fund.parts').every((check) => check.ok)).toBe(true);
  });

  it('budgets: lines where they stand, identities with their residuals', () => {
    const { books, identities } = gold<{ books: readonly GoldBook[]; identities: readonly GoldIdentity[] }>(
      'budget',
    );
    const doc = books[0]?.items[0]?.doc ?? '';
    const { items, checks } = readingOf(doc);
    const lines = items.filter((item) => item.family === 'budget');
    const missed = books.flatMap((book) =>
      book.items.filter(
        (answer) =>
          !lines.some(
            (item) =>
              overlaps(item, answer) &&
              typeof item.value === 'number' &&
              Math.abs(item.value) === Math.abs(Number(answer.value)) &&
              item.detail?.of === 'budget' &&
              item.detail.year === book.year &&
              item.detail.level === book.level &&
              item.detail.book === bookOf[book.book],
          ),
      ),
    );
    const told = checks.filter((check) => check.rule.startsWith('budget.'));
    const unknown = identities.filter(
      (identity) =>
        !told.some(
          (check) =>
            check.what.startsWith(
              `${identity.year} ${identity.basis === 'draft' ? 'budget' : 'execution'} ${identity.level} ${bookOf[identity.book] ?? ''}`,
            ) &&
            formulaOf[identity.name]?.test(check.what) === true &&
            Math.abs(Math.abs(check.residual ?? 0) - Math.abs(identity.residual)) < 0.01,
        ),
    );
    const failed = told.filter((check) => !check.ok);
    say(
      'budget',
      `${books.flatMap((book) => book.items).length - missed.length} lines, missed ${missed.length}; ${told.length} checks, ${failed.length} fail, ${failed.filter((check) => check.explainedBy).length} explained; identities ${identities.length - unknown.length}/${identities.length}`,
    );
    expect(missed.map((answer) => answer.start)).toEqual([]);
    expect(unknown.map((identity) => identity.name)).toEqual([]);
    expect(failed.filter((check) => !check.explainedBy).map((check) => check.what)).toEqual([]);
    expect(failed.length).toBe(6);
  });

  it('project statements', () => {
    const { statements } = gold<{ statements: readonly Answer[] }>('projects');
    const result = score(
      readingOf(statements[0]?.doc ?? '').items.filter((item) => item.kind === 'target'),
      statements,
      { start: 0, end: 0 },
    );
    say('projects', `${result.found}/${result.of}`);
    expect(result.missed).toEqual([]);
  });

  it('sentences that links join: promises as targets, outcomes as results', () => {
    const links = gold<readonly GoldLink[]>('links');
    const sentences = (answers: readonly (Answer | null)[]): readonly Answer[] =>
      answers.filter(
        (answer): answer is Answer =>
          answer !== null && typeof answer.value === 'number' && !/[\t|]/.test(answer.quote),
      );
    const lost = (answers: readonly Answer[], kind: Item['kind']): readonly Answer[] =>
      answers.filter(
        (answer) => !readingOf(answer.doc).items.some((item) => item.kind === kind && agrees(item, answer)),
      );
    const [promises, outcomes] = [
      sentences(links.map((link) => link.target)),
      sentences(links.map((link) => link.outcome)),
    ];
    const [noPromise, noOutcome] = [lost(promises, 'target'), lost(outcomes, 'result')];
    say(
      'links',
      `promises ${promises.length - noPromise.length}/${promises.length}, outcomes ${outcomes.length - noOutcome.length}/${outcomes.length}`,
    );
    expect(noPromise.length).toBeLessThanOrEqual(1);
    expect(noOutcome.length).toBeLessThanOrEqual(2);
  });

  it('two numbers for one promise', () => {
    const twice = readingOf('001_ccd5309b306f7828.txt').checks.filter(
      (check) => check.rule === 'number.twice',
    );
    expect(twice.map((check) => [check.expected, check.found])).toContainEqual([5, 5.5]);
  });
});

const bookOf: Readonly<Record<string, string>> = {
  一般公共预算: 'generalPublic',
  政府性基金预算: 'governmentFunds',
  国有资本经营预算: 'stateCapital',
  社会保险基金预算: 'socialInsurance',
};

const formulaOf: Readonly<Record<string, RegExp>> = {
  'income side': /income .*= totalIn/,
  'expenditure side': /expenditure .*= totalOut/,
  balance: /totalIn = totalOut/,
  'tax + nontax': /nonTaxIncome = income/,
  'own + bonds': /ownExpenditure/,
  'tax share': /taxShare/,
  'year balance': /= yearBalance/,
  'closing balance': /= closingBalance/,
};
