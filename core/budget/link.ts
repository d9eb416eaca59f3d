// Which money may stand behind which promise: proposed by the words of both names, decided by a person.
import type { GoalAndMoney } from './quadrant.ts';

/** A budget line, a use of new bonds, or a batch won from above. */
export const moneyKinds = ['line', 'bond', 'fund'] as const;
export type MoneyKind = (typeof moneyKinds)[number];
export const promiseKinds = ['commitment', 'project', 'announcement'] as const;
export type PromiseKind = (typeof promiseKinds)[number];
export const linkDecisions = ['accept', 'reject', 'withdraw'] as const;
export type LinkDecision = (typeof linkDecisions)[number];

export interface Named<Kind extends string> {
  readonly kind: Kind;
  readonly id: string;
  readonly name: string;
}

export interface LinkProposal {
  readonly source: Named<MoneyKind>;
  readonly target: Named<PromiseKind>;
  /** Of the pieces of the shorter name, how many the other has: 0 to 1. */
  readonly score: number;
}

/** Words that every line and every promise has: they tell nothing. */
const empty =
  /(?:演示|民生实事|项目|专项|资金|经费|支出|补助|建设|新增|新建|完成|实施|推进|支持|安排|全市|市本级|市级|合计|达到|不少于|以上|\d+(?:\.\d+)?|[()（）“”、,，。:：])/g;

/** Pairs of neighbouring signs: Chinese has no spaces to cut at. */
function piecesOf(name: string): ReadonlySet<string> {
  const pieces = new Set<string>();
  for (const part of name.replace(empty, ' ').split(/\s+/))
    for (let at = 0; at + 1 < part.length; at += 1) pieces.add(part.slice(at, at + 2));
  return pieces;
}

export function likeness(a: string, b: string): number {
  const [one, other] = [piecesOf(a), piecesOf(b)];
  const least = Math.min(one.size, other.size);
  if (least < 2) return 0;
  const shared = [...one].filter((piece) => other.has(piece)).length;
  return Math.round((shared / least) * 100) / 100;
}

/** Below this a proposal is more often wrong than right. */
const leastLikeness = 0.6;

/** The best promise for each piece of money, where its name says so; a pair that somebody has decided on is not proposed again. */
export function proposeLinks(
  sources: readonly Named<MoneyKind>[],
  targets: readonly Named<PromiseKind>[],
  decided: ReadonlySet<string>,
): readonly LinkProposal[] {
  return sources
    .flatMap((source) => {
      const best = targets
        .map((target) => ({ source, target, score: likeness(source.name, target.name) }))
        .filter(({ score, target }) => score >= leastLikeness && !decided.has(pairKey(source, target)))
        .sort((a, b) => b.score - a.score)[0];
      return best ? [best] : [];
    })
    .sort((a, b) => b.score - a.score);
}

export const pairKey = (source: Omit<Named<string>, 'name'>, target: Omit<Named<string>, 'name'>): string =>
  [source.kind, source.id, target.kind, target.id].join('\t');

/** What a decision may follow: a link that is there can be withdrawn, one that is not can be made or turned down. */
export const mayDecide = (last: LinkDecision | null, next: LinkDecision): boolean =>
  last === 'accept' ? next === 'withdraw' : next !== 'withdraw' && last !== next;

/** A promise judged, with the money of its links. */
export interface PromiseMoney {
  readonly id: string;
  readonly share: string | null;
  readonly expectedShare: string | null;
  readonly money: readonly {
    readonly budget: string | null;
    readonly spent: string | null;
    /** Time gone by the day that the spending is counted to. */
    readonly elapsedShare: string | null;
  }[];
}

/** One promise as the two watches look at it; its money is counted to the last of the days that its parts are. */
export function goalAndMoney(
  { id, share, expectedShare, money }: PromiseMoney,
  behind: { readonly budget: string | null; readonly spent: string | null },
): GoalAndMoney {
  const shares = money.flatMap(({ elapsedShare }) => (elapsedShare === null ? [] : [elapsedShare]));
  const spendExpected = shares.toSorted((a, b) => Number(a) - Number(b)).at(-1) ?? null;
  return { id, goalShare: share, goalExpected: expectedShare, ...behind, spendExpected };
}
