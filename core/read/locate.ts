// Where everything that was read stands in the source: offsets of the folded text become offsets of the printed one.

import { tablesOf } from './grid/tables.ts';
import type { ReadItems } from './item/read-items.ts';
import type {
  Allocation,
  Check,
  Item,
  ItemDetail,
  Milestone,
  Quantity,
  Reading,
  Span,
  Unread,
} from './reading.ts';
import type { FoldedText, Mentions, Structure } from './structure.ts';

/** From the first unit of the span to behind its last one; what folding dropped inside it is printed inside it. */
export function spanInSource(folded: FoldedText, span: Span): Span {
  const start = folded.at[span.start] ?? folded.source.length;
  const end = span.end > span.start ? (folded.at[span.end - 1] ?? 0) + 1 : start;
  return { start, end };
}

/** The whole reading in offsets of the source. */
export function locate(structure: Structure, mentions: Mentions, items: ReadItems): Reading {
  const { folded } = structure;
  return {
    document: identityOf(structure),
    headings: headingsOf(structure),
    tables: tablesOf(structure, (span) => spanInSource(folded, span)),
    quantities: mentions.mentions.map((mention): Quantity => {
      const { value, unit, comparator, direction, unitFrom } = mention;
      return { ...spanInSource(folded, mention), value, unit, comparator, direction, unitFrom };
    }),
    items: items.items.map((item) => locateItem(folded, item)),
    checks: items.checks.map((check) => locateCheck(folded, check)),
    unread: items.unread.map((unread): Unread => ({ why: unread.why, ...spanInSource(folded, unread) })),
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

function headingsOf(structure: Structure): Reading['headings'] {
  const { folded, blocks } = structure;
  const headings = [];
  for (const block of blocks) {
    if (block.kind !== 'heading') continue;
    const title = folded.text.slice(block.titleStart, block.titleEnd);
    headings.push({ level: block.level, num: block.num, title, ...spanInSource(folded, block) });
  }
  return headings;
}

function locateItem(folded: FoldedText, item: Item): Item {
  const { detail, ...rest } = item;
  const located = {
    ...rest,
    ...spanInSource(folded, item),
    milestones: item.milestones.map((one): Milestone => ({ ...one, ...spanInSource(folded, one) })),
    allocations: item.allocations.map((one): Allocation => ({ ...one, ...spanInSource(folded, one) })),
  };
  return detail === undefined ? located : { ...located, detail: locateDetail(folded, detail) };
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
  const { other, explainedBy, ...rest } = check;
  return {
    ...rest,
    ...spanInSource(folded, check),
    ...(other === undefined ? {} : { other: spanInSource(folded, other) }),
    ...(explainedBy === undefined ? {} : { explainedBy: spanInSource(folded, explainedBy) }),
  };
}
