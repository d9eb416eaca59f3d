// The desk over a small register: live checks with places, prices that agree with the whole city run again, winners and losers.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visitor } from '../../../core/contract/permission.ts';
import { withValues } from '../../../core/policy/author/parameter.ts';
import { parseClause, printClause } from '../../../core/policy/author/parse-clause.ts';
import { catalog } from '../../../core/policy/catalog/catalog.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { loadCatalogue } from '../../act/clause/load-catalogue.ts';
import { type Example, openExample } from '../../act/example.fixture.ts';
import { checkClauseDraft } from './check.ts';
import { getDesk } from './desk.ts';
import { getEditor } from './editor.ts';
import { getCatalogue, getClause } from './policies.ts';

let example: Example;
const clauseId = 'hz-2024-3-1-first';
const startsOn = '2024-10-01';
const original = catalog.find(({ id }) => id === clauseId);
const text = original ? printClause(original) : '';
const check = (given: string, of: string | null = clauseId) =>
  checkClauseDraft(example.context, { clauseId: of, text: given, startsOn });

beforeAll(async () => {
  example = await openExample();
  await loadCatalogue(example.context);
});
afterAll(() => example.store.close());

describe('what an author sees while typing', () => {
  it('the published text has no problems, and its tests, words and examples stand beside it', async () => {
    const checked = await check(text);
    expect(checked.problems).toEqual([]);
    expect(checked.tests.length).toBeGreaterThanOrEqual(3);
    expect(checked.tests.every(({ ok }) => ok)).toBe(true);
    expect(checked.words?.conditions.length).toBeGreaterThan(0);
    expect(checked.samples).toHaveLength(5);
    expect(new Set(checked.samples.map(({ after }) => after?.answer)).size).toBe(3);
    for (const { before, after } of checked.samples) expect(after).toEqual(before);
    expect(checked.sliders.length).toBeGreaterThan(0);
  });

  it('a wrong test is found at its line, and the rest is shown all the same', async () => {
    const wrong = text.replace(/"amount": "20万元"\n/, '"amount": "21万元"\n');
    expect(wrong).not.toBe(text);
    const checked = await check(wrong);
    const [problem] = checked.problems;
    const [test] = checked.tests.filter(({ ok }) => !ok);
    expect(problem?.code).toBe('test.wrongAnswer');
    expect(problem?.line).toBe(test?.line);
    expect(wrong.split('\n')[(problem?.line ?? 0) - 1]).toContain('{');
    expect(test?.found.zh).toContain('20万元');
    expect(checked.samples).toHaveLength(5);
  });

  it('a test made from an example holds when it is put into the clause', async () => {
    const { samples } = await check(text);
    const read = parseClause(JSON.parse(text));
    if (!read.ok) throw new Error('the catalogue reads');
    const tests = samples.map(({ test }) => JSON.parse(test ?? '{}'));
    const more = printClause({ ...read.clause, tests: [...read.clause.tests, ...tests] });
    expect((await check(more)).problems).toEqual([]);
  });

  it('what cannot be read has a line and a mend, and nothing else is claimed', async () => {
    const checked = await check(text.replace('"subject"', '"subjekt"'));
    expect(checked).toMatchObject({ readable: false, tests: [], words: null, samples: [] });
    for (const { line, what, mend } of checked.problems) {
      expect(line).toBeGreaterThan(0);
      expect(what.zh.length * mend.en.length).toBeGreaterThan(0);
    }
  });

  it('a changed number changes what examples get', async () => {
    if (!original) throw new Error('the clause is there');
    const name = Object.keys(original.params)[0] ?? '';
    const checked = await check(printClause(withValues(original, startsOn, { [name]: '30万元' })));
    const paid = checked.samples.find(({ after }) => after?.answer === 'yes');
    expect(paid?.before?.words).not.toEqual(paid?.after?.words);
  });

  it.each(['project', 'park', 'person'])('a clause for a %s shows its examples', async (subject) => {
    const clause = catalog.find((each) => each.subject === subject);
    if (!clause) throw new Error('the catalogue has one');
    const { problems, samples } = await checkClauseDraft(example.context, {
      ...{ clauseId: clause.id, text: printClause(clause), startsOn: clause.valid.from },
    });
    expect(problems).toEqual([]);
    expect(samples.length).toBeGreaterThan(0);
  });
});

describe('the desk', () => {
  it('lists every clause with its version and what ends soon', async () => {
    const late = { ...example.context, today: () => isoDate('2024-11-01') };
    const desk = await getDesk(late, visitor);
    expect(desk.clauses).toHaveLength(catalog.length);
    const of = (id: string) => desk.clauses.find((row) => row.id === id);
    expect(of('hz-2024-16-15-headquarters')).toMatchObject({
      state: 'inForce',
      endsIn: 60,
      ending: true,
      version: 1,
    });
    expect(of(clauseId)).toMatchObject({ state: 'inForce', ending: false });
  });

  it('offers a new clause that reads, binds and passes its own tests', async () => {
    const editor = await getEditor(example.context, { ...visitor, accountId: randomUUID() }, 'new-clause');
    expect(editor).toMatchObject({ base: 0, title: null, draft: null });
    const checked = await checkClauseDraft(example.context, {
      ...{ clauseId: null, text: editor.text, startsOn: editor.startsOn },
    });
    expect(checked.problems).toEqual([]);
  });
});

describe('the catalogue by day', () => {
  it('shows a clause before its first day as not in force, and tells its versions', async () => {
    const early = await getCatalogue(example.context, { day: '2023-12-31' });
    expect(early.clauses).toHaveLength(catalog.length);
    expect(early.clauses.every(({ inForce }) => !inForce)).toBe(true);
    const page = await getClause(example.context, clauseId, { day: '2024-06-30' });
    if (!page.ok) throw new Error(page.code);
    expect(page.value).toMatchObject({ clause: { version: 1, inForce: true }, versions: [{ number: 1 }] });
  });
});
