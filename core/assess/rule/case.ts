// What one target is judged on: the target, its latest figure, its base, the dates and the settings.
import type { Target } from '../../plan/commitment.ts';
import type { IsoDate } from '../../quantity/date.ts';
import type { FigureFact, Series } from '../facts.ts';
import type { JudgingSettings } from '../settings.ts';

export interface TargetCase {
  readonly target: Target;
  readonly figure: FigureFact;
  /** The same metric's last figure from before the plan, null where none is known. */
  readonly base: FigureFact | null;
  readonly startsOn: IsoDate;
  readonly dueOn: IsoDate;
  readonly asOf: IsoDate;
  readonly series: Series;
  readonly settings: JudgingSettings;
}
