// What a person decided survives a reload, can be undone step by step, and never comes from a stranger's storage.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Choice, choicesOf, type Draft, draftFrom, moved, refusedAt, sentOf, yearOf } from './draft.ts';

const empty: Draft = { year: 2024, steps: [], typing: null };
const adopt = (itemId: string): Choice => ({ itemId, decision: 'adopt' });
const reject = (itemId: string): Choice => ({ itemId, decision: 'reject', reason: '与第 2 项重复' });

describe('a draft', () => {
  it('keeps the last choice for an item', () => {
    const draft = [adopt('a'), reject('a')].reduce(
      (before, choice) => moved(before, { do: 'choose', choices: [choice] }),
      empty,
    );
    expect(choicesOf(draft).get('a')).toEqual(reject('a'));
  });

  it('undoes a whole family as one step and gives back the choice before it', () => {
    const one = moved(empty, { do: 'choose', choices: [reject('a')] });
    const family = moved(one, { do: 'choose', choices: [adopt('a'), adopt('b')] });
    expect([...choicesOf(moved(family, { do: 'undo' })).values()]).toEqual([reject('a')]);
  });

  it('does not take an empty step that undo would then spend', () =>
    expect(moved(empty, { do: 'choose', choices: [] }).steps).toHaveLength(0));

  it('is the same after it was kept and read again', () => {
    const choice = fc.record({
      itemId: fc.string(),
      decision: fc.constantFrom('adopt' as const, 'merge' as const),
    });
    fc.assert(
      fc.property(fc.array(fc.array(choice, { minLength: 1 })), (steps) => {
        const draft = steps.reduce((before, choices) => moved(before, { do: 'choose', choices }), empty);
        expect(draftFrom(JSON.stringify(draft))).toEqual(draft);
      }),
    );
  });

  it.each([null, '', '{', '{"year":"2024","steps":[]}', '[]', '{"year":2024}'])(
    'is nothing when storage holds %j',
    (text) => expect(draftFrom(text)).toBeNull(),
  );

  it('drops choices that are not ours and keeps the rest', () =>
    expect(
      draftFrom('{"year":2024,"steps":[[{"itemId":1},{"itemId":"a","decision":"adopt"}]]}')?.steps,
    ).toEqual([[adopt('a')]]));
});

describe('yearOf', () => {
  it.each([
    ['某市2025年主要指标上半年执行情况', '2025-08-27', 2025, 'the year in the title'],
    ['关于2023年计划执行情况与2024年计划草案的报告', '2024-01-30', 2024, 'promises belong to the later year'],
    ['政府工作报告', '2024-01-30', 2024, 'else the year of the date'],
    ['政府工作报告', '', 2026, 'else what is given'],
  ])('%s, %s → %d (%s)', (title, date, expected) => expect(yearOf(title, date, 2026)).toBe(expected));
});

describe('what is sent and what comes back', () => {
  const merge: Choice = { itemId: 'm', decision: 'merge', commitmentId: 'c', into: '植树' };
  const edit: Choice = { itemId: 'e', decision: 'adopt', edit: { printed: '若干', unit: '棵' } };
  const choices = new Map([merge, edit, reject('r')].map((choice) => [choice.itemId, choice]));

  it('leaves out the words that are for the reader only', () =>
    expect(sentOf(choices)[0]).toEqual({ itemId: 'm', decision: 'merge', commitmentId: 'c' }));

  it.each([
    ['an item named by the server', { item: 'e' }, [], 'edit', { printed: '若干', unit: '棵' }],
    [
      'a place among the decisions',
      {},
      ['body.decisions.1.edit.title'],
      'edit',
      { printed: '若干', unit: '棵' },
    ],
    ['a refused reason', {}, ['body.decisions.2.reason'], 'reject', { reason: '与第 2 项重复' }],
  ])('opens the form of %s with everything that was typed', (_why, params, paths, form, values) => {
    expect(refusedAt(choices, params, paths)).toMatchObject({ form, values });
  });

  it('opens nothing where the refusal is about the whole', () =>
    expect(refusedAt(choices, {}, ['body.planYear'])).toBeNull());
});
