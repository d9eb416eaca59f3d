// What a city may set for its projects: the chain of stage gates, what counts as stuck, rates, thresholds; each with its source.
import type { Setting } from '../quantity/deadline.ts';
import { type Decimal, decimal } from '../quantity/decimal.ts';

/** What a city calls a gate, the state of being stuck before it, and its rate. */
export interface GateWords {
  readonly gate: string;
  readonly stuck: string;
  readonly rate: string;
}

/** One gate of the chain, in order; a project passes it on a day. */
export interface Gate {
  readonly id: string;
  /** Needed for gates beyond those of the default chain. */
  readonly words?: GateWords | undefined;
  /** Name of the state of a project that passed the gate before and not this one (签约未落地). */
  readonly stuckId: string;
  /** Id of the rate that counts those that passed (落地率). */
  readonly rateId: string;
  /** Days after the gate before within which this one is due where the project has no planned day; null for none. */
  readonly dueAfterDays: number | null;
}

export interface GateChain {
  /** Gate that puts a project into the chain; it has no state before it. */
  readonly first: string;
  readonly gates: readonly Gate[];
}

export interface ProjectSettings {
  readonly chain: Setting<GateChain>;
  /** Share of new projects due to be started by a month, in percent: { 6: 80 } is 80 % by the end of June. */
  readonly startDue: Setting<Readonly<Record<number, Decimal>>>;
  /** Estimate over the feasibility study, in percent, beyond which a report is due. */
  readonly estimateOver: Setting<Decimal>;
  /** A month is asked about where it brings more than this share of the year's plan, in percent. */
  readonly monthShare: Setting<Decimal>;
  /** Two observations of progress further apart than this many points disagree. */
  readonly evidenceGap: Setting<Decimal>;
  /** An observation says something about a report of this many days before or after it. */
  readonly evidenceDays: Setting<number>;
}

/** Not a rule that was found: see the source of the setting. */
const assumedChain: GateChain = {
  first: 'signed',
  gates: [
    { id: 'land', stuckId: 'signedNoLand', rateId: 'landRate', dueAfterDays: null },
    { id: 'started', stuckId: 'landNotStarted', rateId: 'startRate', dueAfterDays: null },
    { id: 'completed', stuckId: 'startedNotCompleted', rateId: 'completionRate', dueAfterDays: null },
    { id: 'producing', stuckId: 'completedNotProducing', rateId: 'productionRate', dueAfterDays: null },
    { id: 'fullCapacity', stuckId: 'producingNotFull', rateId: 'capacityRate', dueAfterDays: null },
  ],
};

export const defaultProjectSettings: ProjectSettings = {
  chain: {
    value: assumedChain,
    basis: 'default',
    source:
      '假定：“五未”“五率”的环节定义未检索到公开文件，按签约、供地、开工、竣工、投产、达产的常见顺序设定，请按本地文件修改',
  },
  startDue: {
    value: { 6: decimal('80'), 12: decimal('100') },
    basis: 'document',
    source:
      '2025年上半年计划执行情况报告：省委、省政府提出上半年开工率80%；2023年省重大项目计划：全年开工率100%',
  },
  estimateOver: { value: decimal('10'), basis: 'law', source: '政府投资条例（国务院令第712号）第十二条' },
  monthShare: { value: decimal('50'), basis: 'default', source: '软件默认值，未检索到公开规定' },
  evidenceGap: { value: decimal('10'), basis: 'default', source: '软件默认值，未检索到公开规定' },
  evidenceDays: { value: 31, basis: 'default', source: '软件默认值，未检索到公开规定' },
};

export type SettingProblem =
  | 'projectSettings.gateTwice'
  | 'projectSettings.chainEmpty'
  | 'projectSettings.dueInvalid';

/** What is wrong with a chain as somebody set it; empty where it can be used. */
export function chainProblems({ first, gates }: GateChain): readonly { code: SettingProblem; at: string }[] {
  if (gates.length === 0 || first === '') return [{ code: 'projectSettings.chainEmpty', at: first }];
  const ids = [first, ...gates.map(({ id }) => id)];
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  const late = gates.filter(({ dueAfterDays }) => dueAfterDays !== null && !(dueAfterDays > 0));
  return [
    ...twice.map((at) => ({ code: 'projectSettings.gateTwice' as const, at })),
    ...late.map(({ id }) => ({ code: 'projectSettings.dueInvalid' as const, at: id })),
  ];
}
