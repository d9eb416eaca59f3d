// What a document proposes: commitments and figures that a person has not yet confirmed, each with its place in the text.
import type { IsoDate } from '../quantity/date.ts';
import type { Commitment, DecimalText } from './commitment.ts';

export interface DraftSpan {
  readonly start: number;
  readonly end: number;
}

export interface DraftCommitment extends Omit<Commitment, 'id' | 'planId'> {
  /** Year the promise is for. */
  readonly year: number;
  /** Path of heading numbers it stands under. */
  readonly section: string;
  /** Where it is printed, in order of the text; the first is the main place. */
  readonly spans: readonly DraftSpan[];
  /** Which of the reading's items it was made of. */
  readonly itemIndexes: readonly number[];
}

export type FigureNature = 'reported' | 'preliminary' | 'estimated' | 'revised' | 'final';

export interface DraftObservation extends DraftSpan {
  readonly number: string;
  readonly metric: string;
  /** Name of the sub-row, empty where the row is not composite. */
  readonly part: string;
  readonly periodStart: IsoDate;
  readonly periodEnd: IsoDate;
  /** A fall is negative unless the metric's own name is a fall. Null where only words were printed. */
  readonly amount: DecimalText | null;
  readonly unit: string;
  readonly statement: string;
  readonly nature: FigureNature;
  readonly itemIndex: number;
}
