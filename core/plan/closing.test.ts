// Closing a year: each condition by itself, and all of them named at once.
import { expect, it } from 'vitest';
import { isoDate } from '../quantity/date.ts';
import { type ClosingFacts, unmetForClosing } from './closing.ts';

const ready: ClosingFacts = {
  today: isoDate('2025-01-01'),
  endsOn: isoDate('2024-12-31'),
  closed: false,
  reportsOpen: 0,
  noticesOpen: 0,
  unjudged: 0,
  words: '',
};
const codes = (facts: Partial<ClosingFacts>) =>
  unmetForClosing({ ...ready, ...facts }).map(({ code }) => code);

it.each<{ why: string; facts: Partial<ClosingFacts>; gives: readonly string[] }>([
  { why: 'all done', facts: {}, gives: [] },
  {
    why: 'on its last day the year still runs',
    facts: { today: isoDate('2024-12-31') },
    gives: ['closing.notEnded'],
  },
  { why: 'unjudged promises need a word', facts: { unjudged: 3 }, gives: ['closing.needsWords'] },
  { why: 'a blank word is none', facts: { unjudged: 3, words: '  ' }, gives: ['closing.needsWords'] },
  { why: 'with a word they may stay unjudged', facts: { unjudged: 3, words: '转入五年规划评估' }, gives: [] },
  {
    why: 'everything that is open is named at once',
    facts: { reportsOpen: 2, noticesOpen: 1 },
    gives: ['closing.reportsOpen', 'closing.noticesOpen'],
  },
  { why: 'closed once is closed', facts: { closed: true, reportsOpen: 9 }, gives: ['closing.already'] },
])('$why', ({ facts, gives }) => {
  expect(codes(facts)).toEqual(gives);
});
