// Which commitments of a plan the results of a report answer, and with which of their targets.
import type { Target } from '../plan/commitment.ts';
import { plainName, similarity } from '../plan/words/name-similarity.ts';
import { sameSeries } from '../plan/words/series-name.ts';
import { readUnit } from '../quantity/unit.ts';
import type { Item, Reading } from '../read/reading.ts';
import { linkReadings } from './link.ts';

export interface Promised {
  readonly id: string;
  readonly title: string;
  readonly targets: readonly Target[];
}

export interface Answer {
  readonly commitmentId: string;
  /** Metric of the target that is answered; the title where the commitment has no target. */
  readonly metric: string;
  readonly itemIndex: number;
  readonly score: number;
}

const emptyReading: Omit<Reading, 'items'> = {
  document: { title: '', number: '', issuer: '', date: '', kind: 'other' },
  headings: [],
  tables: [],
  quantities: [],
  checks: [],
  unread: [],
  appointments: [],
};

interface PromisedTarget {
  readonly commitmentId: string;
  readonly metric: string;
  readonly target: Target | null;
  readonly item: Item;
}

/** 2025年计划投资 of a field is answered by its 1-6月完成投资额: both are that field's investment. */
const plannedPart = /(?:20\d\d年)?度?计划(?=投资)/;

const doneInvestment = (item: Item): Item =>
  item.detail?.of === 'project' && /完成.*投资|投资.*完成/.test(item.detail.column) && item.unit !== '%'
    ? { ...item, metric: `${item.detail.row}投资` }
    : item;

/** A kept target in the terms of a reading; `start` numbers it, so that a link can be led back to it. */
function promiseItem(start: number, metric: string, target: Target | null): Item {
  const [least, greatest] = (target?.values ?? []).map(Number);
  return {
    start,
    end: start + 1,
    kind: 'target',
    family: 'text',
    number: '',
    title: metric,
    metric: metric.replace(plannedPart, ''),
    comparator: target?.comparator ?? null,
    value: least === undefined ? null : greatest === undefined ? least : [least, greatest],
    unit: target?.unit ?? '',
    direction: target?.direction ?? 'none',
    relative: null,
    relativeType: null,
    force: null,
    modality: null,
    owners: [],
    official: null,
    deadline: null,
    milestones: [],
    allocations: [],
    section: '',
  };
}

const promisedTargets = (commitments: readonly Promised[]): readonly PromisedTarget[] => {
  const found: PromisedTarget[] = [];
  for (const { id, title, targets } of commitments)
    for (const target of targets.length === 0 ? [null] : targets) {
      const metric = target?.metric ?? title;
      found.push({ commitmentId: id, metric, target, item: promiseItem(found.length, metric, target) });
    }
  return found;
};

/** Names that share less than this are linked by what stands around them only. Default of this software. */
const leastLikeness = 0.3;
/** Counts are done under many verbs (新建, 建成); rates and shares are series, whose names begin with what tells them apart. */
const leastLikenessOfSeries = 0.5;

/** 服务贸易出口 is 服务贸易出口额; 货物贸易出口额 is neither. */
function namesOneSeries(a: string, b: string): boolean {
  if (sameSeries(a, b)) return true;
  const [left, right] = [plainName(a), plainName(b)];
  if (left.includes(right) || right.includes(left)) return true;
  return left.slice(0, 2) === right.slice(0, 2) && similarity(left, right) >= leastLikenessOfSeries;
}

/** A link is a proposal; a figure is a fact. What changes by a rate is answered in percent, a share by no growth. */
function isAnswer({ target, metric: printed }: PromisedTarget, result: Item): boolean {
  const metric = printed.replace(plannedPart, '');
  const named = result.metric || result.title;
  if (target?.measure !== 'rate' && target?.measure !== 'share')
    return sameSeries(metric, named) || similarity(metric, named) >= leastLikeness;
  if (!namesOneSeries(metric, named)) return false;
  if (result.value === null) return true;
  const { base } = readUnit(result.unit);
  if (target.measure === 'share') return result.direction !== 'up' && result.direction !== 'down';
  return base === 'percent' || base === 'percentagePoint';
}

/** At most one answer for a target, and each result once for a commitment: with the target that it fits best. */
export function answersOf(
  commitments: readonly Promised[],
  items: readonly Item[],
  source: string,
): readonly Answer[] {
  const results = items
    .map((item, index) => ({ item: doneInvestment(item), index }))
    .filter(({ item }) => item.kind === 'result');
  if (results.length === 0) return [];
  const promised = promisedTargets(commitments);
  const { links } = linkReadings(
    { ...emptyReading, items: promised.map(({ item }) => item) },
    '',
    { ...emptyReading, items: results.map(({ item }) => item) },
    source,
  );
  const best = new Map<string, Answer>();
  for (const { promise, outcome, score } of links) {
    const target = promised[promise.start];
    const result = results.find(({ item }) => item.start === outcome.start && item.end === outcome.end);
    if (!target || !result || !isAnswer(target, result.item)) continue;
    const key = `${target.commitmentId} ${result.index}`;
    const { commitmentId, metric } = target;
    if (score > (best.get(key)?.score ?? 0))
      best.set(key, { commitmentId, metric, itemIndex: result.index, score });
  }
  return [...best.values()];
}
