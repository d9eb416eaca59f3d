// Where found quantities go, and what a scan carries along while it reads a stretch of text.
import type { Span } from '../reading.ts';
import type { Mention, Neutral } from '../structure.ts';

/** A mention while its list is still open; the scan fills in what the end of the list gives to all. */
export type MentionDraft = { -readonly [Key in keyof Mention]: Mention[Key] };

export interface Sink {
  readonly mentions: MentionDraft[];
  readonly neutrals: Neutral[];
  readonly unread: Span[];
}

export const newSink = (): Sink => ({ mentions: [], neutrals: [], unread: [] });

export interface ScanContext {
  /** Unit of the column or row, for numbers without one; '' in running text. */
  readonly unit: string;
  /** In a cell a bare number is a figure, not a number that fits no class. */
  readonly cell: boolean;
}

export const runningText: ScanContext = { unit: '', cell: false };

export interface Scan {
  readonly text: string;
  readonly floor: number;
  readonly end: number;
  readonly sink: Sink;
  readonly context: ScanContext;
  /** Index of the opening quote that is not closed yet, or -1. */
  quote: number;
  /** Index of the last 争 of 力争 or 争取, or -1. */
  strive: number;
  /** Index of the last mention if a list can go on from it, or -1; `tail` is where it ends with its comparator. */
  last: number;
  tail: number;
  /** How many numbers without a unit wait for the unit at the end of their list. */
  pending: number;
}

export const newScan = (
  text: string,
  floor: number,
  end: number,
  sink: Sink,
  context: ScanContext,
): Scan => ({
  text,
  floor,
  end,
  sink,
  context,
  quote: -1,
  strive: -1,
  last: -1,
  tail: -1,
  pending: 0,
});
