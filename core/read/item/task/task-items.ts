// Every numbered task of a decomposition: its wording, its owners in printed order, its officer and its time limit.
import type { Item, Milestone, Owner, Unread } from '../../reading.ts';
import type { Part, Structure } from '../../structure.ts';
import { findDeadlines } from '../deadlines.ts';
import { readSchedule } from '../list/schedule.ts';
import { readOwners } from '../owners.ts';
import { makeItem } from '../text/make-item.ts';
import { readCharge } from './official.ts';
import { type Stretch, type Unit, unitsOf } from './unit.ts';

/** A stretch of running text with everything its place says about it. */
export interface Owned {
  readonly start: number;
  readonly end: number;
  readonly unit: Unit;
  readonly owners: readonly Owner[];
  readonly official: string | null;
  readonly deadline: string | null;
}

export interface Tasks {
  readonly items: readonly Item[];
  readonly owned: readonly Owned[];
  readonly unread: readonly Unread[];
}

const limitLabel =
  /(?:完成时限|完成时间|时限要求|办理时限|时间节点|时限|进度要求)\s*[::：]\s*([^;；()（）。]{2,30})/;

/** …配合,12月底前完成。 */
const limitClause = /[,，;；]\s*([^,，;；。:：]{2,20}(?:前|内|底))(?:全面|全部)?(?:完成|建成|完工|落实到位)/;

/** (责任领导:分管副县长;责任单位:…) */
const officerLabel = /(?:责任|分管|牵头|包保|挂点|联系|主管)领导\s*[:：]\s*([^;；,，、。()（）\s]{2,16})/;

function officerOf(text: string, stretch: Stretch): string | null {
  if (!stretch.owners) return null;
  const words = text.slice(stretch.owners.start, stretch.owners.end);
  return words.includes('领导') ? (officerLabel.exec(words)?.[1] ?? null) : null;
}

/** 进度安排:6月底前开工;12月底前建成 on the line below the units. */
const scheduleLabel = /进度安排\s*[:：]/;

/** The steps of a task; of a task in words every step is one in words. */
function stepsOf(text: string, stretch: Stretch, year: number | null): readonly Milestone[] {
  const { owners } = stretch;
  if (!owners) return noSteps;
  const words = text.slice(owners.start, owners.end);
  const label = words.includes('进度安排') ? scheduleLabel.exec(words) : null;
  if (!label) return noSteps;
  const start = owners.start + label.index + label[0].length;
  const line = text.indexOf('\n', start);
  const end = line < 0 ? owners.end : Math.min(line, owners.end);
  return readSchedule(text, [{ start, end }], year, [], []).of[0] ?? noSteps;
}

const noSteps: readonly Milestone[] = [];

function limitOf(text: string, stretch: Stretch, year: number | null): string | null {
  if (!stretch.owners) return null;
  const words = text.slice(stretch.owners.start, stretch.owners.end);
  const limit = limitLabel.exec(words)?.[1] ?? limitClause.exec(words)?.[1];
  if (limit === undefined) return null;
  const found = findDeadlines(limit, year);
  return found.at(-1)?.by ?? null;
}

const titleOf = (text: string, unit: Unit, stretch: Stretch): string => {
  const start = Math.max(unit.title.start, stretch.start);
  const from = start < stretch.end && start >= stretch.start ? start : stretch.start;
  const words = text.slice(from, stretch.end);
  const stop = words.search(/[。;；]/);
  return (stop > 0 ? words.slice(0, stop) : words).replace(/\s+/g, ' ').trim().slice(0, 80);
};

const nobody: readonly Owner[] = [];

interface InCharge {
  readonly level: number;
  readonly owners: readonly Owner[];
  readonly official: string | null;
}

/** The tasks of a part: units whose owners are printed with them, or that stand under somebody's heading. */
export function readTasks(structure: Structure, part: Part): Tasks {
  const { text } = structure.folded;
  const candidates: Candidate[] = [];
  const owned: Owned[] = [];
  const unread: Unread[] = [];
  const charges: InCharge[] = [];
  for (const unit of unitsOf(structure, part)) {
    if (unit.isHeading) enter(text, unit, charges);
    const official = charges.findLast((charge) => charge.official !== null)?.official ?? null;
    const inherited = charges.findLast((charge) => charge.owners.length > 0)?.owners ?? nobody;
    for (const stretch of unit.stretches) {
      const printed = ownersOf(text, stretch);
      if (stretch.owners && printed.length === 0) unread.push({ ...stretch.owners, why: 'ownerUnknown' });
      const place: Owned = {
        start: stretch.start,
        end: stretch.end,
        unit,
        owners: printed.length > 0 ? printed : inherited,
        official: officerOf(text, stretch) ?? official,
        deadline: limitOf(text, stretch, part.year),
      };
      owned.push(place);
      if (unit.chapter && isHeadingOf(unit, stretch)) continue;
      const inCharge = official !== null && unit.number !== '' && !unit.chapter;
      candidates.push({ place, stretch, sure: printed.length > 0 || inCharge });
    }
  }
  return { items: tasksAmong(text, candidates, part.year), owned, unread };
}

interface Candidate {
  readonly place: Owned;
  readonly stretch: Stretch;
  readonly sure: boolean;
}

/** Tasks that make a list: below this many a label is a chance find. */
const listLength = 3;

/** Where tasks of a level carry owners, a numbered unit of that level between them is a task too, its owners left out. */
function tasksAmong(text: string, candidates: readonly Candidate[], year: number | null): Item[] {
  const sure = candidates.filter((candidate) => candidate.sure);
  const levels = new Map<number, number>();
  for (const { place } of sure) levels.set(place.unit.level, (levels.get(place.unit.level) ?? 0) + 1);
  const first = sure[0]?.place.start ?? 0;
  return candidates
    .filter(
      ({ place, sure: printed }) =>
        printed ||
        (place.start > first &&
          !place.unit.chapter &&
          place.unit.isHeading &&
          place.unit.number !== '' &&
          (levels.get(place.unit.level) ?? 0) >= listLength),
    )
    .map(({ place, stretch }) => taskItem(text, place, stretch, year));
}

const isHeadingOf = (unit: Unit, stretch: Stretch): boolean =>
  stretch.start <= unit.title.start && stretch.end <= unit.title.end;

/** A heading may put an officer or a unit in charge of everything below it. */
function enter(text: string, unit: Unit, charges: InCharge[]): void {
  while ((charges.at(-1)?.level ?? 0) >= unit.level) charges.pop();
  const charge = readCharge(text.slice(unit.title.start, unit.title.end));
  const first = unit.stretches[0];
  const owners = unit.chapter && first && isHeadingOf(unit, first) ? ownersOf(text, first) : [];
  if (charge || owners.length > 0)
    charges.push({
      level: unit.level,
      owners: charge && charge.owners.length > 0 ? charge.owners : owners,
      official: charge?.official ?? null,
    });
}

const ownersOf = (text: string, stretch: Stretch | undefined): readonly Owner[] =>
  stretch?.owners ? readOwners(text.slice(stretch.owners.start, stretch.owners.end)) : nobody;

const taskItem = (text: string, place: Owned, stretch: Stretch, year: number | null): Item =>
  makeItem({
    start: place.start,
    end: place.end,
    kind: 'task',
    family: 'task',
    number: place.unit.number,
    title: titleOf(text, place.unit, stretch),
    owners: place.owners,
    official: place.official,
    deadline: place.deadline,
    milestones: stepsOf(text, stretch, year),
    section: place.unit.section,
  });
