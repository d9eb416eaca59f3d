// A promise of one year as a proposal for the next: owners, quotas and targets kept, its days a year later.
import { addMonths } from '../quantity/calendar.ts';
import type { IsoDate } from '../quantity/date.ts';
import type { Checkpoint, Commitment, Target } from './commitment.ts';

/** The same day a year later; 29 February becomes the 28th. */
export const yearLater = (day: IsoDate): IsoDate => addMonths(day, 12);

const laterPoint = (point: Checkpoint): Checkpoint => ({
  ...point,
  by: point.by === null ? null : yearLater(point.by),
});

const laterTarget = (target: Target): Target => ({
  ...target,
  checkpoints: target.checkpoints.map(laterPoint),
});

export const proposalOf = (
  old: Commitment,
  next: { readonly id: string; readonly planId: string },
): Commitment => ({
  ...old,
  ...next,
  startsOn: yearLater(old.startsOn),
  dueOn: yearLater(old.dueOn),
  targets: old.targets.map(laterTarget),
});

/** One key for a promise that is made again with another number: 新增助餐点227个 and 新增助餐点200个. */
export const promiseKey = (title: string): string => title.replace(/[\d０-９.,，．%％]+|\s+/g, '');
