// Which items of a reading make one commitment: a task and its targets, a list row and its row in the district matrix.
import { yearEnd, yearStart } from '../quantity/calendar.ts';
import { isIsoDate } from '../quantity/date.ts';
import type { CommitmentKind, Target } from './commitment.ts';
import type { DraftCommitment } from './draft.ts';
import type { PrintedHeading, PrintedItem } from './printed-item.ts';
import { sameValues, sharesIn } from './same-values.ts';
import { spreadOf, targetFromItem } from './target-from-item.ts';
import { foldCell } from './words/cell-words.ts';
import { similarity } from './words/name-similarity.ts';

interface Placed {
  readonly item: PrintedItem;
  readonly index: number;
}

interface Group {
  readonly key: string;
  readonly members: Placed[];
  /** Matrix rows that were attached: they spread a target of the group over places. */
  readonly matrix: Placed[];
}

/** How alike two names of one project must be for its list row and its matrix row to be one. */
const SAME_PROJECT = 0.5;

const projectName = (item: PrintedItem): string =>
  item.detail?.of === 'livelihood' && item.detail.project !== '' ? item.detail.project : item.title;

const yearOfItem = (item: PrintedItem, year: number): number =>
  (item.detail?.of === 'indicator'
    ? item.detail.year
    : item.detail?.of === 'budget'
      ? item.detail.year
      : null) ?? year;

function keyOf(item: PrintedItem, index: number): string {
  const { detail } = item;
  if (detail?.of === 'indicator')
    return ['indicator', detail.table, detail.year, item.number, foldCell(detail.name)].join('\t');
  if (detail?.of === 'livelihood') return [item.family, item.number, foldCell(projectName(item))].join('\t');
  if (detail?.of === 'policy') return ['policy', item.section, detail.area, item.number].join('\t');
  if (detail?.of === 'project') return ['project', detail.table, foldCell(detail.row)].join('\t');
  if (item.family === 'task' && item.number !== '') return ['task', item.section, item.number].join('\t');
  return `${item.family}\t${index}`;
}

/** Awards are clauses of a policy, results are figures: neither is a promise. */
const isPromise = (item: PrintedItem): boolean =>
  item.kind !== 'result' && item.family !== 'award' && !(item.family === 'text' && item.kind === 'task');

/** Tasks by start, to find the one whose text holds a target. */
function holderOf(tasks: readonly Placed[], item: PrintedItem): Placed | null {
  let [low, high] = [0, tasks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tasks[middle]?.item.start ?? 0) <= item.start) low = middle + 1;
    else high = middle;
  }
  const before = tasks[low - 1];
  return before && before.item.end >= item.end && before.item !== item ? before : null;
}

function groupItems(items: readonly PrintedItem[]): { groups: Group[]; matrix: Placed[] } {
  const placed = items.map((item, index) => ({ item, index })).filter(({ item }) => isPromise(item));
  const tasks = placed
    .filter(({ item }) => item.kind === 'task' && item.family !== 'allocation')
    .sort((a, b) => a.item.start - b.item.start);
  const byKey = new Map<string, Group>();
  const groups: Group[] = [];
  const matrix: Placed[] = [];
  // Holders first, so that a target finds its task's group whatever the order of the items.
  for (const each of [
    ...tasks,
    ...placed.filter(({ item }) => item.kind !== 'task' || item.family === 'allocation'),
  ]) {
    if (each.item.family === 'allocation') {
      matrix.push(each);
      continue;
    }
    const holder = each.item.kind === 'target' ? holderOf(tasks, each.item) : null;
    const key = holder ? keyOf(holder.item, holder.index) : keyOf(each.item, each.index);
    let group = byKey.get(key);
    if (!group) {
      group = { key, members: [], matrix: [] };
      byKey.set(key, group);
      groups.push(group);
    }
    group.members.push(each);
  }
  return { groups, matrix };
}

/** The commitment that a matrix row belongs to: same number and a like name, else the likest name alone. */
function ownerOf(row: Placed, groups: readonly Group[]): Group | null {
  let best: Group | null = null;
  let most = SAME_PROJECT;
  for (const group of groups) {
    const first = group.members[0]?.item;
    if (!first || (first.family !== 'livelihood' && first.family !== 'allocation')) continue;
    const names = [projectName(row.item), row.item.title, row.item.metric];
    const own = [projectName(first), first.title, ...group.members.map(({ item }) => item.metric)];
    const like = Math.max(...names.flatMap((name) => own.map((other) => similarity(name, other))));
    const score = like + (first.number !== '' && first.number === row.item.number ? 0.3 : 0);
    if (score > most) [best, most] = [group, score];
  }
  return best;
}

function attachMatrix(groups: Group[], matrix: readonly Placed[]): void {
  const lists = [...groups];
  const own = new Map<string, Group>();
  for (const row of matrix) {
    const owner = ownerOf(row, lists);
    if (owner) {
      owner.matrix.push(row);
      continue;
    }
    const key = `matrix\t${row.item.number}\t${foldCell(projectName(row.item))}`;
    const group = own.get(key) ?? { key, members: [], matrix: [] };
    if (!own.has(key)) groups.push(group);
    own.set(key, group);
    group.members.push(row);
  }
}

const kinds: Readonly<Record<PrintedItem['family'], CommitmentKind>> = {
  indicator: 'indicator',
  task: 'task',
  livelihood: 'livelihood',
  allocation: 'livelihood',
  project: 'project',
  budget: 'budget',
  policy: 'policy',
  award: 'policy',
  text: 'task',
};

/** A target of running text that is a rate or a share is an indicator; a count is a task. */
const kindOf = (item: PrintedItem, targets: readonly Target[]): CommitmentKind =>
  item.family === 'text' && targets.some((target) => target.measure === 'rate' || target.measure === 'share')
    ? 'indicator'
    : kinds[item.family];

/** Targets of a group; a matrix row gives its places to the target with its number, and is its own target otherwise. */
function targetsOf(group: Group, source: string): readonly Target[] {
  const targets: Target[] = [];
  for (const { item } of group.members) {
    if (item.kind !== 'target' && item.milestones.length === 0) continue;
    const target = targetFromItem(item, source);
    const again = targets.some(
      (other) =>
        sameValues(other, target) && (other.metric === target.metric || other.printed === target.printed),
    );
    if (!again) targets.push(target);
  }
  for (const { item } of group.matrix) {
    const target = targetFromItem(item, source);
    const match = targets.findIndex((other) => sameValues(other, target) && other.allocations.length === 0);
    const found = targets[match];
    if (found) {
      const { checkpoints, allocations, allocationMode } = spreadOf(item, source);
      targets[match] = {
        ...found,
        allocationMode,
        allocations: sharesIn(allocations, target.unit, found.unit),
        checkpoints: found.checkpoints.length > 0 ? found.checkpoints : checkpoints,
      };
    } else if (item.allocations.length > 0 || item.value !== null) targets.push(target);
  }
  return targets;
}

/** 经济运行 names a field; 二、2024年经济社会发展主要目标 names a chapter, and the table's caption says more. */
const isField = (title: string): boolean => title.length <= 8 && !/\d|目标|情况/.test(title);

function fieldOf(item: PrintedItem, headings: readonly PrintedHeading[]): string {
  const { detail } = item;
  if (detail?.of === 'livelihood' && detail.category !== '') return detail.category;
  if (detail?.of === 'policy') return detail.area;
  if (detail?.of === 'project') return detail.table;
  let nearest: PrintedHeading | null = null;
  for (const heading of headings) {
    if (heading.start > item.start) break;
    if (heading.end <= item.start || heading.title !== item.title) nearest = heading;
  }
  if (detail?.of === 'indicator') return nearest && isField(nearest.title) ? nearest.title : detail.table;
  return nearest?.title ?? '';
}

function ownersOf(members: readonly Placed[]): { lead: string | null; support: readonly string[] } {
  const owners = members.find(({ item }) => item.owners.length > 0)?.item.owners ?? [];
  const lead = owners.find((owner) => owner.role === 'lead') ?? owners[0];
  const support = owners
    .filter((owner) => owner !== lead && owner.role !== 'data')
    .map((owner) => owner.name);
  return { lead: lead?.name ?? null, support: [...new Set(support)] };
}

const titleOf = (item: PrintedItem): string =>
  item.detail?.of === 'indicator'
    ? item.detail.name
    : item.detail?.of === 'livelihood'
      ? projectName(item)
      : item.title || item.metric;

function latestDeadline(members: readonly Placed[]): string | null {
  return members.reduce<string | null>((latest, { item }) => {
    const own = item.deadline;
    return own !== null && isIsoDate(own) && (latest === null || own > latest) ? own : latest;
  }, null);
}

function draftOf(
  group: Group,
  source: string,
  year: number,
  headings: readonly PrintedHeading[],
): DraftCommitment | null {
  const [first] = group.members;
  if (!first) return null;
  const { item } = first;
  const own = yearOfItem(item, year);
  const all = [...group.members, ...group.matrix];
  const targets = targetsOf(group, source);
  const deadline = latestDeadline(all);
  const { lead, support } = ownersOf(all);
  const startsOn = yearStart(own);
  return {
    kind: kindOf(item, targets),
    year: own,
    number: item.number,
    title: titleOf(item),
    field: fieldOf(item, headings),
    leadUnit: lead,
    supportUnits: support,
    official: all.find((each) => each.item.official !== null)?.item.official ?? null,
    startsOn,
    dueOn: deadline !== null && isIsoDate(deadline) && deadline >= startsOn ? deadline : yearEnd(own),
    force: all.find((each) => each.item.force !== null)?.item.force ?? null,
    targets,
    section: item.section,
    spans: all.map((each) => ({ start: each.item.start, end: each.item.end })),
    itemIndexes: all.map((each) => each.index),
  };
}

/** The commitments that a reading's items print, in order of the text. */
export function commitmentsFromItems(
  items: readonly PrintedItem[],
  source: string,
  year: number,
  headings: readonly PrintedHeading[] = [],
): readonly DraftCommitment[] {
  const { groups, matrix } = groupItems(items);
  attachMatrix(groups, matrix);
  return groups
    .flatMap((group) => draftOf(group, source, year, headings) ?? [])
    .sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0));
}
