// Whether two tables of one document print the same number for the same promise (a list and its decomposition by district).
import { readUnit, sameBase } from '../../quantity/unit.ts';
import { likeness } from '../item/tables/likeness.ts';
import type { Check, Item } from '../reading.ts';

/** Wordings of one project differ by a sign or a word between annexes; below this they are two projects. */
const SAME_NAME = 0.8;
const SAME_NAME_AND_NUMBER = 0.5;

const projectOf = (item: Item): string =>
  item.detail?.of === 'livelihood' ? item.detail.project : item.title;
const bare = (name: string): string => name.replace(/[\s“”"()\d.,,、;]/g, '');

const amount = (item: Item): number | null =>
  typeof item.value === 'number' ? item.value * 10 ** readUnit(item.unit).power : null;

/** 859万 in a column of people is 859万人: a bare scale counts whatever the other wording counts. */
const comparable = (a: string, b: string): boolean =>
  sameBase(a, b) || readUnit(a).base === 'none' || readUnit(b).base === 'none';

interface Project {
  readonly number: string;
  readonly name: string;
  readonly items: Item[];
}

function projects(items: readonly Item[]): readonly Project[] {
  const found = new Map<string, Project>();
  for (const item of items) {
    const key = `${item.number} ${projectOf(item)}`;
    const known = found.get(key);
    if (known) known.items.push(item);
    else found.set(key, { number: item.number, name: bare(projectOf(item)), items: [item] });
  }
  return [...found.values()];
}

/** Comparing every wording with every other is for annexes of some hundred projects. */
const MOST_COMPARED = 300;

interface Others {
  readonly all: readonly Project[];
  readonly byName: ReadonlyMap<string, Project>;
  readonly byNumber: ReadonlyMap<string, Project>;
}

function othersOf(all: readonly Project[]): Others {
  const byName = new Map<string, Project>();
  const byNumber = new Map<string, Project>();
  for (const project of all) {
    if (!byName.has(project.name)) byName.set(project.name, project);
    if (!byNumber.has(project.number)) byNumber.set(project.number, project);
  }
  return { all, byName, byNumber };
}

function partnerOf(project: Project, others: Others): Project | undefined {
  const exact = others.byName.get(project.name);
  if (exact) return exact;
  const numbered = others.byNumber.get(project.number);
  if (numbered && likeness(numbered.name, project.name) >= SAME_NAME_AND_NUMBER) return numbered;
  if (others.all.length > MOST_COMPARED) return undefined;
  return others.all.find((other) => likeness(other.name, project.name) >= SAME_NAME);
}

/** The same promise in the other table: an equal number first, else the only one of its unit. */
function twin(item: Item, others: readonly Item[]): Item | undefined {
  const candidates = others.filter((other) => comparable(item.unit, other.unit) && amount(other) !== null);
  return (
    candidates.find((other) => amount(other) === amount(item)) ??
    (candidates.length === 1 ? candidates[0] : undefined)
  );
}

export function numbersTwice(list: readonly Item[], decomposition: readonly Item[]): readonly Check[] {
  const checks: Check[] = [];
  const others = othersOf(projects(decomposition));
  for (const project of projects(list)) {
    const partner = partnerOf(project, others);
    if (partner === undefined) continue;
    for (const item of project.items) {
      const other = amount(item) === null ? undefined : twin(item, partner.items);
      if (other === undefined) continue;
      const [expected, found] = [amount(item) ?? 0, amount(other) ?? 0];
      checks.push({
        rule: 'number.twice',
        ok: Math.abs(expected - found) < 1e-6,
        expected,
        found,
        residual: found - expected,
        rounding: 0,
        what: `${item.number} ${item.metric}`,
        start: item.start,
        end: item.end,
        other: { start: other.start, end: other.end },
      });
    }
  }
  return checks;
}
