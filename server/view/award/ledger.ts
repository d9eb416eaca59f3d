// Where the money of awards is: by policy area beside what was announced, in all, and posting by posting; and the two shares of
// the policy supermarket beside the promises that ask for them.

import type { awardRoutes } from '../../../core/contract/awards.ts';
import { type Caller, isAllowed } from '../../../core/contract/permission.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import type { PolicyArea } from '../../../core/policy/clause.ts';
import {
  type Account,
  type Balances,
  fulfilment,
  type PostingKind,
  totals,
} from '../../../core/policy/ledger.ts';
import { announced2024, areaMoney } from '../../../core/policy/pay/area-money.ts';
import { percentOf, type Share } from '../../../core/policy/pay/share.ts';
import { areaLabel } from '../../../core/policy/words/clause-labels.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { printDecimal } from '../../../core/quantity/decimal.ts';
import { countOn, promisesOf } from '../../act/award/measure.ts';
import type { Context } from '../../context.ts';
import { listUnpaid, sumByArea } from '../../store/award/award.ts';
import { fundBalances, listPostings, type PostingRow } from '../../store/award/ledger.ts';
import { listMeasures } from '../../store/award/measure.ts';
import { areaWords, clauseNames, isArea } from './names.ts';

type Routes = typeof awardRoutes;
type LedgerPage = OutputOf<Routes['GET /api/ledger']['response']>;
type Measures = OutputOf<Routes['GET /api/policy-measures']['response']>;

function accountWords(account: Account): { zh: string; en: string } {
  if (account === 'source') return { zh: '财政预算', en: 'Budget' };
  if (account === 'paid') return { zh: '已支付', en: 'Paid out' };
  if (account.startsWith('fund:')) {
    const { zh, en } = areaWords(account.slice('fund:'.length));
    return { zh: `资金池：${zh}`, en: `Fund: ${en}` };
  }
  const code = account.slice('payable:'.length);
  return { zh: `应付 ${code}`, en: `Owed to ${code}` };
}

const batchIn = (reference: string): string | null =>
  /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(reference) ? reference : null;

const postingView = (row: PostingRow): LedgerPage['postings'][number] => ({
  ...{ number: row.number, day: row.day, kind: row.kind, words: row.words, by: row.by },
  ...{ batchId: batchIn(row.reference), reverses: row.reverses, reversedBy: row.reversedBy },
  entries: row.entries.map(({ account, amount }) => ({ account: accountWords(account), amount })),
});

const areasIn = (rows: readonly { readonly area: string; readonly sum: number }[]): Map<PolicyArea, number> =>
  new Map(rows.flatMap(({ area, sum }): [PolicyArea, number][] => (isArea(area) ? [[area, sum]] : [])));

/** What was given to a fund: what is in it and what left it. */
function areaRows(
  balances: Balances,
  sums: Awaited<ReturnType<typeof sumByArea>>,
): Pick<LedgerPage, 'areas' | 'gross' | 'net' | 'overlap'> {
  const awarded = areasIn(sums.map(({ area, awarded: sum }) => ({ area, sum })));
  const disbursed = areasIn(sums.map(({ area, disbursed: sum }) => ({ area, sum })));
  const money = areaMoney(announced2024, awarded, disbursed);
  const announced = new Map(money.rows.map((row) => [row.area, row]));
  const areas = Object.keys(areaLabel)
    .filter(isArea)
    .map((id) => {
      const row = announced.get(id);
      const free = balances.get(`fund:${id}`) ?? 0;
      return {
        ...{ id, area: areaWords(id), announced: row?.amount ?? null, ref: row?.ref ?? '' },
        appropriated: free + (awarded.get(id) ?? 0),
        ...{ awarded: awarded.get(id) ?? 0, disbursed: disbursed.get(id) ?? 0, free },
      };
    });
  return { areas, gross: money.gross, net: money.net, overlap: money.overlap };
}

const pageSize = 50;

export async function getLedger(
  context: Context,
  caller: Caller,
  query: { readonly before?: number | undefined; readonly kind?: PostingKind | undefined },
): Promise<LedgerPage> {
  const { db, jurisdiction, today } = context;
  const ask = { before: query.before ?? null, kind: query.kind ?? null, limit: pageSize + 1 };
  const [balances, sums, postings, waiting] = await Promise.all([
    fundBalances(db, jurisdiction),
    sumByArea(db, jurisdiction),
    listPostings(db, jurisdiction, ask),
    listUnpaid(db, jurisdiction, null, null),
  ]);
  const total = totals({ postings: [], balances });
  const rate = fulfilment(total);
  const percent = rate && percentOf(rate);
  const shown = postings.slice(0, pageSize);
  return {
    ...{ today: today(), totals: total, document: announced2024.document },
    fulfilment: percent ? printDecimal(percent) : null,
    ...areaRows(balances, sums),
    claimsWaiting: {
      awards: waiting.length,
      amount: waiting.reduce((sum, { amount }) => sum + amount, 0),
    },
    postings: shown.map(postingView),
    more: postings.length > pageSize ? (shown.at(-1)?.number ?? null) : null,
    mayPost: isAllowed(caller, 'policy.pay', true),
  };
}

function shareView(share: Share): Measures['push'] {
  const percent = percentOf(share);
  return { ...share, percent: percent ? printDecimal(percent) : null };
}

export async function getMeasures(
  context: Context,
  caller: Caller,
  wanted: string | undefined,
): Promise<Measures> {
  const day = wanted === undefined ? context.today() : isoDate(wanted);
  const [counted, promises, measured, nameClause] = await Promise.all([
    countOn(context, day),
    promisesOf(context, day),
    listMeasures(context.db, context.jurisdiction),
    clauseNames(context),
  ]);
  return {
    day,
    push: shareView(counted.push),
    policies: shareView(counted.policies),
    direct: shareView(counted.direct),
    clauses: counted.clauses
      .map(({ clauseId, firms, told }) => ({ clause: nameClause(clauseId), firms, told }))
      .sort((a, b) => b.firms - b.told - (a.firms - a.told) || b.firms - a.firms),
    promises: [...promises],
    measured: measured.map(({ kind, endsOn, part, whole, recordedAt, commitmentId }) => ({
      ...{ kind, endsOn, ...shareView({ part, whole }), at: recordedAt, commitmentId },
    })),
    mayPush: isAllowed(caller, 'policy.push', true),
  };
}
