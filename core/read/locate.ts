// Where everything that was read stands in the source: offsets of the folded text become offsets of the printed one.

import { tablesOf } from './grid/tables.ts';
import type { ReadItems } from './item/read-items.ts';
import type {
  Allocation,
  Check,
  Heading,
  Item,
  ItemDetail,
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
  return {
    document: identityOf(structure),
    headings: headingsOf(structure),
    tables: tablesOf(structure),
    quantities: mentions.mentions.map((mention) => locateQuantity(folded, mention)),
    items: items.items.map((item) => locateItem(folded, item)),
    checks: items.checks.map((check) => locateCheck(folded, check)),
    unread: items.unread.map((one): Unread => {
      return { start: startIn(folded, one.start), end: endIn(folded, one.start, one.end), why: one.why };
    }),
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

function locateItem(folded: FoldedText, item: Item): Item {
  const located = {
    start: startIn(folded, item.start),
    end: endIn(folded, item.start, item.end),
    kind: item.kind,
    family: item.family,
    number: item.number,
    title: item.title,
    metric: item.metric,
    comparator: item.comparator,
    value: item.value,
    unit: item.unit,
    direction: item.direction,
    relative: item.relative,
    relativeType: item.relativeType,
    force: item.force,
    modality: item.modality,
    owners: item.owners,
    official: item.official,
    deadline: item.deadline,
    milestones:
      item.milestones.length === 0
        ? item.milestones
        : item.milestones.map((one) => locateMilestone(folded, one)),
    allocations:
      item.allocations.length === 0
        ? item.allocations
        : item.allocations.map((one) => locateAllocation(folded, one)),
    section: item.section,
  };
  return item.detail === undefined ? located : { ...located, detail: locateDetail(folded, item.detail) };
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

function locateDetail(folded: FoldedText, detail: ItemDetail): ItemDetail {
  if (detail.of !== 'indicator') return detail;
  const { targetSpan, actualSpan } = detail;
  return {
    ...detail,
    targetSpan: targetSpan === null ? null : spanInSource(folded, targetSpan),
    actualSpan: actualSpan === null ? null : spanInSource(folded, actualSpan),
  };
}

function locateCheck(folded: FoldedText, check: Check): Check {
  const { other, explainedBy } = check;
  const located = {
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
  if (other === undefined && explainedBy === undefined) return located;
  return {
    ...located,
    ...(other === undefined ? {} : { other: spanInSource(folded, other) }),
    ...(explainedBy === undefined ? {} : { explainedBy: spanInSource(folded, explainedBy) }),
  };
}
