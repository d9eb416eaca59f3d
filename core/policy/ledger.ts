// Where the money of awards is: double entry in whole 分, so that what was appropriated is always what is left, owed and paid.

import type { IsoDate } from '../quantity/date.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { Share } from './pay/share.ts';
import { moneyText } from './words/number-words.ts';

/**
 * Where money can be. source: the budget it comes from (the only account below zero). fund: given for a policy area, not yet
 * promised. payable: awarded to a subject, not yet paid. paid: left for the subject's bank.
 */
export type Account = 'source' | `fund:${string}` | `payable:${string}` | 'paid';

export const postingKinds = [
  'appropriate',
  'award',
  'disburse',
  'returnAward',
  'returnPayment',
  'reverse',
] as const;
export type PostingKind = (typeof postingKinds)[number];

/** Into the account (debit) where positive, out of it (credit) where negative; whole 分. */
export interface Entry {
  readonly account: Account;
  readonly amount: number;
}

export interface Posting {
  readonly id: string;
  readonly day: IsoDate;
  readonly kind: PostingKind;
  /** The award, batch or appropriation behind it. */
  readonly reference: string;
  readonly entries: readonly Entry[];
}

export type LedgerProblem =
  | 'ledger.notWhole'
  | 'ledger.notBalanced'
  | 'ledger.postedTwice'
  | 'ledger.fundExhausted'
  | 'ledger.paidMoreThanAwarded'
  | 'ledger.returnedMoreThanPaid'
  | 'ledger.notFound'
  | 'ledger.reversedAlready'
  | 'ledger.reversalFinal'
  | 'ledger.tooLarge';

export type Balances = ReadonlyMap<Account, number>;

export interface Ledger {
  readonly postings: readonly Posting[];
  readonly balances: Balances;
}

export const emptyLedger: Ledger = { postings: [], balances: new Map() };

export const balanceOf = (ledger: Ledger, account: Account): number => ledger.balances.get(account) ?? 0;

/** A fund is never promised twice over, a subject is never paid more than it was awarded. */
function overdrawn(account: Account, balance: number): LedgerProblem | null {
  if (!Number.isSafeInteger(balance)) return 'ledger.tooLarge';
  if (balance >= 0 || account === 'source') return null;
  if (account.startsWith('fund:')) return 'ledger.fundExhausted';
  return account === 'paid' ? 'ledger.returnedMoreThanPaid' : 'ledger.paidMoreThanAwarded';
}

function shapeProblem({ entries }: Posting): LedgerProblem | null {
  if (entries.length < 2 || entries.some(({ amount }) => !Number.isSafeInteger(amount) || amount === 0))
    return 'ledger.notWhole';
  return entries.reduce((sum, { amount }) => sum + amount, 0) === 0 ? null : 'ledger.notBalanced';
}

/** The ledger with all of these postings in their order, or why the first bad one cannot be posted; all or nothing. */
export function postAll(ledger: Ledger, postings: readonly Posting[]): Result<Ledger, LedgerProblem> {
  const ids = new Set(ledger.postings.map(({ id }) => id));
  const balances = new Map(ledger.balances);
  for (const posting of postings) {
    const shape = ids.has(posting.id) ? 'ledger.postedTwice' : shapeProblem(posting);
    if (shape) return fail(shape, { posting: posting.id });
    ids.add(posting.id);
    for (const { account, amount } of posting.entries)
      balances.set(account, (balances.get(account) ?? 0) + amount);
    for (const { account, amount } of posting.entries) {
      const balance = balances.get(account) ?? 0;
      const problem = overdrawn(account, balance);
      if (!problem) continue;
      const [needed, free] = [moneyText(Math.abs(amount)).zh, moneyText(balance - amount).zh];
      return fail(problem, { posting: posting.id, needed, free });
    }
  }
  return succeed({ postings: [...ledger.postings, ...postings], balances });
}

/** One more posting; the ledger given is not changed. */
export const post = (ledger: Ledger, posting: Posting): Result<Ledger, LedgerProblem> =>
  postAll(ledger, [posting]);

type Common = Pick<Posting, 'id' | 'day' | 'reference'>;

/** Every posting moves money from one place to another. */
const move = (common: Common, kind: PostingKind, from: Account, to: Account, amount: number): Posting => ({
  ...common,
  kind,
  entries: [
    { account: to, amount },
    { account: from, amount: -amount },
  ],
});

export const appropriate = (common: Common, area: string, amount: number): Posting =>
  move(common, 'appropriate', 'source', `fund:${area}`, amount);

export const award = (common: Common, area: string, subject: string, amount: number): Posting =>
  move(common, 'award', `fund:${area}`, `payable:${subject}`, amount);

export const disburse = (common: Common, subject: string, amount: number): Posting =>
  move(common, 'disburse', `payable:${subject}`, 'paid', amount);

/** An award taken back before it was paid. */
export const returnAward = (common: Common, area: string, subject: string, amount: number): Posting =>
  move(common, 'returnAward', `payable:${subject}`, `fund:${area}`, amount);

/** Money that came back from the bank is owed again. */
export const returnPayment = (common: Common, subject: string, amount: number): Posting =>
  move(common, 'returnPayment', 'paid', `payable:${subject}`, amount);

/** A counter-entry: every entry the other way round, under the name of the posting that it takes back. */
export const reverse = (common: Omit<Common, 'reference'>, first: Posting): Posting => ({
  ...common,
  kind: 'reverse',
  reference: first.id,
  entries: first.entries.map(({ account, amount }) => ({ account, amount: -amount })),
});

export interface LedgerTotals {
  readonly appropriated: number;
  readonly awarded: number;
  readonly disbursed: number;
  readonly outstanding: number;
  readonly free: number;
  /** Sum of all balances: 0, or a bug. */
  readonly difference: number;
}

const sumOf = (ledger: Ledger, isMeant: (account: Account) => boolean): number => {
  let sum = 0;
  for (const [account, balance] of ledger.balances) if (isMeant(account)) sum += balance;
  return sum;
};

export function totals(ledger: Ledger): LedgerTotals {
  const outstanding = sumOf(ledger, (account) => account.startsWith('payable:'));
  const disbursed = balanceOf(ledger, 'paid');
  return {
    appropriated: 0 - balanceOf(ledger, 'source'),
    awarded: outstanding + disbursed,
    disbursed,
    outstanding,
    free: sumOf(ledger, (account) => account.startsWith('fund:')),
    difference: sumOf(ledger, () => true),
  };
}

/** 政策兑现率: paid of what was awarded; null where nothing was awarded. */
export const fulfilment = ({ awarded, disbursed }: LedgerTotals): Share | null =>
  awarded === 0 ? null : { part: disbursed, whole: awarded };
