// What a map of districts may show of one line: shares given, rates done, rates of sites verified.
import type { Answer } from '../../api.ts';
import { amount, percent } from '../../text/format.ts';

export type PlacesLine = Answer<'GET /api/commitments/:commitmentId/places'>['lines'][number];
export type PlaceRow = PlacesLine['places'][number];

export const measures = ['given', 'rate', 'sites'] as const;
export type Measure = (typeof measures)[number];

export const measuredOf = (row: PlaceRow, measure: Measure): string | null =>
  measure === 'sites' ? (row.sites?.rate ?? null) : row[measure];

export const measuredWords = (value: string, measure: Measure): string =>
  measure === 'given' ? amount(value) : `${percent(value)}%`;
