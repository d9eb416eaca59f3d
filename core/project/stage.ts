// Where a project stands in the chain of gates, whether it is stuck there, and since when: 五未 as a setting, not a constant.
import { addDays, daysBetween } from '../quantity/calendar.ts';
import type { IsoDate } from '../quantity/date.ts';
import { type Finding, finding } from './finding.ts';
import type { ProjectEntry } from './project.ts';
import type { Gate, GateChain } from './settings.ts';

export interface Stage {
  /** Last gate passed by the day; null before the first. */
  readonly passed: string | null;
  readonly since: IsoDate | null;
  /** Gate that comes next; null where the chain is done. */
  readonly next: string | null;
  /** When the next gate is due: the project's own planned day, else so many days after the one before. */
  readonly nextDueOn: IsoDate | null;
  /** State 未: the gate before is passed and the next is not. Null outside the chain. */
  readonly stuckId: string | null;
  /** open: not passed yet and not late, or nobody set a day. late: the due day has passed. */
  readonly state: 'outside' | 'open' | 'late' | 'done';
  readonly daysLate: number;
}

const passedBy = (entry: ProjectEntry, gate: string, asOf: IsoDate): IsoDate | null => {
  const day = entry.passedOn[gate];
  return day !== undefined && day <= asOf ? day : null;
};

const dueOf = (entry: ProjectEntry, gate: Gate, before: IsoDate): IsoDate | null =>
  entry.plannedOn[gate.id] ?? (gate.dueAfterDays === null ? null : addDays(before, gate.dueAfterDays));

/** The stage by the furthest gate passed: a gate that was skipped on paper is told by `gateFindings`, not repaired. */
export function stageOn(entry: ProjectEntry, chain: GateChain, asOf: IsoDate): Stage {
  const ids = [chain.first, ...chain.gates.map(({ id }) => id)];
  const at = ids.findLastIndex((id) => passedBy(entry, id, asOf) !== null);
  const passed = ids[at] ?? null;
  const since = passed === null ? null : passedBy(entry, passed, asOf);
  if (passed === null || since === null)
    return {
      passed: null,
      since: null,
      next: chain.first,
      nextDueOn: entry.plannedOn[chain.first] ?? null,
      stuckId: null,
      state: 'outside',
      daysLate: 0,
    };
  const gate = chain.gates[at];
  if (!gate) return { passed, since, next: null, nextDueOn: null, stuckId: null, state: 'done', daysLate: 0 };
  const nextDueOn = dueOf(entry, gate, since);
  const late = nextDueOn !== null && asOf > nextDueOn;
  return {
    passed,
    since,
    next: gate.id,
    nextDueOn,
    stuckId: gate.stuckId,
    state: late ? 'late' : 'open',
    daysLate: late && nextDueOn !== null ? daysBetween(nextDueOn, asOf) : 0,
  };
}

export type GateProblem = 'gate.outOfOrder' | 'gate.skipped' | 'gate.ahead';

/** Days that contradict the chain: a later gate passed before an earlier one, a gate left out, a day still to come. */
export function gateFindings(
  entry: ProjectEntry,
  chain: GateChain,
  today: IsoDate,
): readonly Finding<GateProblem>[] {
  const ids = [chain.first, ...chain.gates.map(({ id }) => id)];
  const found: Finding<GateProblem>[] = [];
  let last: { id: string; day: IsoDate } | null = null;
  for (const [index, id] of ids.entries()) {
    const day = entry.passedOn[id];
    if (day === undefined) continue;
    if (day > today) found.push(finding('gate.ahead', 'refuses', { gate: id, day, today }));
    if (last !== null && day < last.day)
      found.push(finding('gate.outOfOrder', 'asks', { gate: id, day, before: last.id, beforeDay: last.day }));
    const skipped = ids.slice(0, index).filter((before) => entry.passedOn[before] === undefined);
    for (const gate of skipped) found.push(finding('gate.skipped', 'asks', { gate, passed: id }));
    if (last === null || day > last.day) last = { id, day };
  }
  // A gate is left out once, however many later ones were passed.
  return found.filter(
    ({ code, params }, index) =>
      code !== 'gate.skipped' ||
      found.findIndex((other) => other.code === code && other.params.gate === params.gate) === index,
  );
}
