// The local rules of reporting: how often figures are asked, how soon, and from which step they count. Defaults with their source.
import { type Frequency, frequencies } from '../../../core/observe/figure-ask.ts';
import { type AskRules, defaultAskRules } from '../../../core/observe/plan-asks.ts';
import type { CommitmentKind } from '../../../core/plan/commitment.ts';
import type { Context } from '../../context.ts';
import { listSettings } from '../../store/report/stamp.ts';

/** From which step a figure becomes an observation that verdicts rest on. */
export type CountsFrom = 'accepted' | 'verified';

export interface ReportRules extends AskRules {
  readonly countsFrom: CountsFrom;
}

const isFrequency = (value: unknown): value is Frequency => frequencies.some((each) => each === value);
const isDays = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 366;

/**
 * Settings `report.delayDays`, `report.countsFrom` and `report.frequency.<kind>`. Default of this software: 10 days, and
 * verified figures count. A value that cannot be read is not used.
 */
export async function readReportRules({ db, jurisdiction }: Context): Promise<ReportRules> {
  const set = await listSettings(db, jurisdiction, 'report.');
  const delay = set.get('report.delayDays');
  const kinds: readonly CommitmentKind[] = ['indicator', 'task', 'livelihood', 'project', 'budget', 'policy'];
  const frequency = { ...defaultAskRules.frequency };
  for (const kind of kinds) {
    const value = set.get(`report.frequency.${kind}`);
    if (isFrequency(value)) frequency[kind] = value;
  }
  return {
    frequency,
    delayDays: isDays(delay) ? delay : defaultAskRules.delayDays,
    countsFrom: set.get('report.countsFrom') === 'accepted' ? 'accepted' : 'verified',
  };
}
