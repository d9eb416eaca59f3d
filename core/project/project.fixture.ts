// A project for tests: say only what the test is about.
import { type IsoDate, isoDate } from '../quantity/date.ts';
import type { Counted } from './group.ts';
import type { MonthReport } from './investment.ts';
import type { ProjectEntry } from './project.ts';
import { defaultProjectSettings } from './settings.ts';
import { stageOn } from './stage.ts';
import { tallyOf } from './tally.ts';

export const day = isoDate;

export const aProject = (given: Partial<ProjectEntry> = {}): ProjectEntry => ({
  id: 'p1',
  code: '2301-330100-04-01-123456',
  name: '甲桥改建',
  content: '桥梁一座，长1.2公里',
  kind: 'new',
  field: '综合交通强省领域',
  levels: ['city'],
  placeIds: ['上城区'],
  ownerUnit: '市交投集团',
  leadUnit: '市交通运输局',
  total: '30',
  annualPlan: '12',
  beforeYear: null,
  feasibility: null,
  designEstimate: null,
  year: 2025,
  financing: [],
  governmentFunded: false,
  lists: ['start'],
  approvedOn: day('2024-11-20'),
  plannedOn: {},
  passedOn: {},
  ...given,
});

export const month = (
  periodEnd: string,
  sinceJanuary: string,
  given: Partial<MonthReport> = {},
): MonthReport => ({
  projectId: 'p1',
  periodEnd: day(periodEnd),
  sinceJanuary,
  picture: '',
  physical: null,
  sequence: 1,
  ...given,
});

export const chain = defaultProjectSettings.chain.value;

/** A project as the register counts it on a day. */
export function aStanding(
  entry: ProjectEntry,
  { done = null, asOf, flags = [] }: { done?: string | null; asOf: IsoDate; flags?: readonly string[] },
): Counted {
  const stage = stageOn(entry, chain, asOf);
  return { entry, tally: tallyOf({ entry, stage, done, flags }, { year: 2025, asOf, chain }) };
}
