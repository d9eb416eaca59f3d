// Where everything that was read stands in the source: offsets of the folded text become offsets of the printed one.

import { tablesOf } from './grid/tables.ts';
import type { ReadItems } from './item/read-items.ts';
import type {
  Allocation,
  Check,
  Heading,
  IndicatorDetail,
  Item,
  Milestone,
  Quantity,
  Reading,
  Span,
  Unread,
} from './reading.ts';
import type { FoldedText, Mention, Mentions, Structure } from './structure.ts';

/** Source offset of a folded start. */
const startIn = (folded: FoldedText, start: number): number => folded.at[start] ?? folded.source.length;

/** Source offset behind the last unit of a folded span; what folding dropped inside the span is printed inside it. */
const endIn = (folded: FoldedText, start: number, end: number): number =>
  end > start ? (folded.at[end - 1] ?? 0) + 1 : startIn(folded, start);

export const spanInSource = (folded: FoldedText, span: Span): Span => ({
  start: startIn(folded, span.start),
  end: endIn(folded, span.start, span.end),
});

// Objects below are written out field by field: a reading holds thousands of them, and copying by spread costs more than
// all of the folding.

/** The whole reading in offsets of the source. */
export function locate(structure: Structure, mentions: Mentions, items: ReadItems): Reading {
  const { folded } = structure;
  for (const item of items.items) moveItem(folded, item);
  return {
    document: identityOf(structure),
    headings: headingsOf(structure),
    tables: tablesOf(structure),
    quantities: mentions.mentions.map((mention) => locateQuantity(folded, mention)),
    items: items.items,
    checks: items.checks.map((check) => locateCheck(folded, check)),
    unread: items.unread.map((one): Unread => {
      return { start: startIn(folded, one.start), end: endIn(folded, one.start, one.end), why: one.why };
    }),
    appointments: items.appointments.map((one) => ({ ...one, ...spanInSource(folded, one) })),
  };
}

/** A gazette is named by its first part; a single document by its only one. */
function identityOf(structure: Structure): Reading['document'] {
  const first = structure.parts[0]?.identity ?? {
    title: '',
    number: '',
    issuer: '',
    date: '',
    kind: 'other',
  };
  if (structure.parts.length < 2 || first.kind === 'gazette') return first;
  return { ...first, kind: 'gazette' };
}

function headingsOf(structure: Structure): Heading[] {
  const { folded, blocks } = structure;
  const headings: Heading[] = [];
  for (const block of blocks) {
    if (block.kind !== 'heading') continue;
    headings.push({
      level: block.level,
      num: block.num,
      title: folded.text.slice(block.titleStart, block.titleEnd),
      start: startIn(folded, block.start),
      end: endIn(folded, block.start, block.end),
    });
  }
  return headings;
}

function locateQuantity(folded: FoldedText, mention: Mention): Quantity {
  return {
    start: startIn(folded, mention.start),
    end: endIn(folded, mention.start, mention.end),
    value: mention.value,
    unit: mention.unit,
    comparator: mention.comparator,
    direction: mention.direction,
    unitFrom: mention.unitFrom,
  };
}

/** An item is moved in place, as nothing but the reading itself has it by now; what items may share is made anew. */
type Movable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

function moveItem(folded: FoldedText, item: Movable<Item>): void {
  const { start, end, milestones, allocations, detail } = item;
  item.start = startIn(folded, start);
  item.end = endIn(folded, start, end);
  if (milestones.length > 0) item.milestones = milestones.map((one) => locateMilestone(folded, one));
  if (allocations.length > 0) item.allocations = allocations.map((one) => locateAllocation(folded, one));
  if (detail?.of === 'indicator') item.detail = locateDetail(folded, detail);
}

function locateMilestone(folded: FoldedText, one: Milestone): Milestone {
  return {
    start: startIn(folded, one.start),
    end: endIn(folded, one.start, one.end),
    by: one.by,
    value: one.value,
    unit: one.unit,
    of: one.of,
    cumulative: one.cumulative,
    comparator: one.comparator,
  };
}

function locateAllocation(folded: FoldedText, one: Allocation): Allocation {
  const located = {
    start: startIn(folded, one.start),
    end: endIn(folded, one.start, one.end),
    unit: one.unit,
    value: one.value,
  };
  return one.second === undefined ? located : { ...located, second: one.second };
}

function locateDetail(folded: FoldedText, detail: IndicatorDetail): IndicatorDetail {
  const { targetSpan, actualSpan } = detail;
  return {
    of: 'indicator',
    table: detail.table,
    year: detail.year,
    name: detail.name,
    part: detail.part,
    targetText: detail.targetText,
    targetSpan: targetSpan === null ? null : spanInSource(folded, targetSpan),
    actualText: detail.actualText,
    actualSpan: actualSpan === null ? null : spanInSource(folded, actualSpan),
    periodStart: detail.periodStart,
    periodEnd: detail.periodEnd,
    printed: detail.printed,
  };
}

function locateCheck(folded: FoldedText, check: Check): Check {
  const { other, explainedBy } = check;
  const located: Movable<Check> = {
    start: startIn(folded, check.start),
    end: endIn(folded, check.start, check.end),
    rule: check.rule,
    ok: check.ok,
    expected: check.expected,
    found: check.found,
    residual: check.residual,
    rounding: check.rounding,
    what: check.what,
  };
  if (other !== undefined) located.other = spanInSource(folded, other);
  if (explainedBy !== undefined) located.explainedBy = spanInSource(folded, explainedBy);
  return located;
}
