// How many promises the name of a project holds: one for each number that says how much is to be done.
import type { Comparator, Direction, Span, Value } from '../../reading.ts';
import type { Mention } from '../../structure.ts';
import { isQualifier } from '../phrase/qualifier.ts';
import { mentionsIn } from '../tables/mentions-in.ts';

/** A promise, with the clause that makes it as its span. */
export interface Promised extends Span {
  readonly metric: string;
  readonly comparator: Comparator;
  readonly value: Value;
  readonly unit: string;
  readonly direction: Direction;
  readonly strive: boolean;
  readonly clause: string;
}

const separators = ',,;。、';

function clauseSpan(text: string, mention: Mention, from: number, to: number): Span {
  let start = mention.start;
  while (start > from && !separators.includes(text.charAt(start - 1))) start -= 1;
  let end = mention.end;
  while (end < to && !separators.includes(text.charAt(end))) end += 1;
  return { start, end };
}

const leadVerb = /^(?:全市|市级)?(?:计划|力争|确保|争取)?(?:实施|开展|推进|实现|完成|组织|举办)(?=.{4})/;
const boundBefore = /(?:不少于|不低于|不超过|达到|超过|突破|至少|达|为|约|至|到)$/;

/** 规范提升26家残疾人托养机构 measures 规范提升残疾人托养机构; the verb that only says "do it" is dropped. */
export function metricOf(before: string, after: string): string {
  const head = before.trim().replace(boundBefore, '').replace(/^为/, '');
  const tail = after.trim().replace(/^(?:以上|以下|以内|左右)/, '');
  const whole = `${head}${tail}`.replace(/\s/g, '');
  return whole.replace(leadVerb, '');
}

/** Enumerations (新建学校、幼儿园70所) keep the words before the 、 of the same promise. */
function openStart(text: string, span: Span, from: number, floor: number): number {
  let start = span.start;
  while (start > floor && text.charAt(start - 1) === '、') {
    let next = start - 1;
    while (next > from && !separators.includes(text.charAt(next - 1))) next -= 1;
    if (next < floor) break;
    start = next;
  }
  return start;
}

/** A cell that names more numbers is a text of its own, not the name of a project. */
const MOST_PROMISES = 40;

export function readPromises(text: string, within: Span, mentions: readonly Mention[]): readonly Promised[] {
  const inside = mentionsIn(mentions, within.start, within.end).slice(0, MOST_PROMISES);
  const counted = inside.filter(
    (mention, index) => !isQualifier(text, mention, inside[index + 1], within.start, within.end, 'target'),
  );
  const promises: Promised[] = [];
  let floor = within.start;
  for (const mention of counted) {
    const clause = clauseSpan(text, mention, within.start, within.end);
    const start = openStart(text, clause, within.start, floor);
    promises.push({
      start,
      end: clause.end,
      clause: text.slice(start, clause.end),
      metric: metricOf(text.slice(start, mention.start), text.slice(mention.end, clause.end)),
      comparator: mention.comparator,
      value: mention.value,
      unit: mention.unit,
      direction: mention.direction,
      strive: mention.strive,
    });
    floor = clause.end;
  }
  return promises;
}
