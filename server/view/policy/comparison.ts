// A draft against the published clauses over the whole register: winners and losers by district and size, and by name.
import type { clauseRoutes } from '../../../core/contract/clauses.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import { type Change, clauseDifferences, differenceOf } from '../../../core/policy/pay/difference.ts';
import {
  differenceBy,
  type GroupDifference,
  type SizeBand,
  sizeBandOf,
  sizeBands,
} from '../../../core/policy/pay/difference-by.ts';
import { type Result, succeed } from '../../../core/result.ts';
import { sizeBandLabel } from '../../../core/vocabulary/policy.ts';
import type { Words } from '../../../core/vocabulary/words.ts';
import type { Rules } from '../../act/clause/rules-on.ts';
import type { RegisterCity } from '../../act/register/city-of.ts';
import type { Context } from '../../context.ts';
import type { Priced } from '../../policy/city.ts';
import { listPlaces } from '../../store/jurisdiction.ts';
import { listEnterprises } from '../../store/register/current.ts';
import type { DraftQuestion } from './draft-rules.ts';
import { type DraftPriceProblem, openPricing } from './price.ts';
import { maskedCode, moneyOf } from './said.ts';

type Comparison = OutputOf<(typeof clauseRoutes)['POST /api/clause-desk/comparison']['response']>;
type Named = Comparison['gains'][number];

/** Named on each side: enough to ask about, few enough to read. */
const MOST_NAMED = 20;

const elsewhere: Words = { zh: '未注明', en: 'not stated' };

const groupOf = <Id extends string>(id: Id, name: Words, group: GroupDifference) => ({
  ...{ id, name, subjects: group.subjects, winners: group.winners, losers: group.losers },
  ...{
    before: moneyOf(group.before),
    after: moneyOf(group.after),
    more: moneyOf(group.after - group.before),
  },
});

const size = ({ more }: Comparison['places'][number]): number => Math.abs(Number(more.fen));

async function placeNames({ db, jurisdiction }: Context): Promise<ReadonlyMap<string, Words>> {
  const places = await listPlaces(db, jurisdiction);
  return new Map(
    places.map(({ id, name, name_en }) => [id, { zh: name, en: name_en === '' ? name : name_en }]),
  );
}

async function named(
  { db, jurisdiction }: Context,
  register: RegisterCity,
  changes: readonly Change[],
  places: ReadonlyMap<string, Words>,
): Promise<Named[]> {
  const codes = changes.map(({ row }) => register.codeAt(row));
  const found = new Map(
    (await listEnterprises(db, jurisdiction, codes)).map((each) => [each.code, each.name]),
  );
  return changes.map(({ row, before, after }, at): Named => {
    const code = codes[at] ?? '';
    return {
      ...{
        code: maskedCode(code),
        name: found.get(code) ?? '',
        place: places.get(register.placeAt(row)) ?? elsewhere,
      },
      ...{ before: moneyOf(before), after: moneyOf(after), more: moneyOf(after - before) },
    };
  });
}

function clausesOf(
  published: Rules,
  drafted: Rules,
  [before, after]: readonly [Priced, Priced],
): Comparison['clauses'] {
  const totals = (rules: Rules, { figures }: Priced) =>
    rules.compiled.ruleSet.clauses.map(({ id }, at) => ({
      ...{ id, subjects: figures[at]?.paid ?? 0, amount: figures[at]?.paidFen ?? 0 },
    }));
  const titles = new Map([...published.clauses, ...drafted.clauses].map(({ id, title }) => [id, title]));
  return clauseDifferences(totals(published, before), totals(drafted, after)).flatMap((each) =>
    each.change === 'same'
      ? []
      : [
          {
            ...{
              id: each.id,
              title: titles.get(each.id) ?? { zh: each.id, en: each.id },
              change: each.change,
            },
            ...{ before: moneyOf(each.before?.amount ?? 0), after: moneyOf(each.after?.amount ?? 0) },
            ...{ subjectsBefore: each.before?.subjects ?? 0, subjectsAfter: each.after?.subjects ?? 0 },
          },
        ],
  );
}

const isBand = (text: string): text is SizeBand => sizeBands.some((band) => band === text);

export async function compareDraft(
  context: Context,
  question: DraftQuestion,
): Promise<Result<Comparison, DraftPriceProblem>> {
  const opened = await openPricing(context, question);
  if (!opened.ok) return opened;
  const { rules, register } = opened.value;
  const { published, drafted, day } = rules;
  const before = await register.city.price(published.compiled.ruleSet);
  const after = await register.city.price(drafted.compiled.ruleSet);
  const whole = differenceOf(before.payouts, after.payouts, MOST_NAMED);
  const employees = register.city.register.values({ name: 'employees', storage: 'f64' });
  const places = await placeNames(context);
  const by = (of: (row: number) => string) => differenceBy(before.payouts, after.payouts, of);
  const sizes = by((row) => sizeBandOf(employees[row] ?? Number.NaN));
  return succeed({
    ...{
      day,
      subjects: whole.subjects,
      winners: whole.winners,
      losers: whole.losers,
      unchanged: whole.unchanged,
    },
    ...{
      before: moneyOf(whole.before),
      after: moneyOf(whole.after),
      more: moneyOf(whole.after - whole.before),
    },
    places: by((row) => register.placeAt(row))
      .map((group) => groupOf(group.group, places.get(group.group) ?? elsewhere, group))
      .sort((a, b) => size(b) - size(a) || (a.id < b.id ? -1 : 1)),
    sizes: sizeBands.flatMap((band) => {
      const group = sizes.find((each) => each.group === band);
      return group && isBand(group.group) ? [groupOf(group.group, sizeBandLabel[band], group)] : [];
    }),
    gains: await named(context, register, whole.largestGains, places),
    losses: await named(context, register, whole.largestLosses, places),
    clauses: clausesOf(published, drafted, [before, after]),
  });
}
