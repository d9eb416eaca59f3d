// What the public says of a site: one to five with words; which ratings become leads for the office; how a few are not taken for all.
import type { IsoDate } from '../quantity/date.ts';
import { type Decimal, divide, printDecimal, trim } from '../quantity/decimal.ts';
import { fail, type Result, succeed } from '../result.ts';

export const scores = [1, 2, 3, 4, 5] as const;
export type Score = (typeof scores)[number];

export interface Rating {
  readonly id: string;
  readonly siteId: string;
  readonly score: Score;
  readonly words: string;
  readonly givenOn: IsoDate;
}

export type RatingProblem = 'rating.scoreInvalid' | 'rating.lowNeedsWords' | 'rating.wordsTooLong';

export interface RatingSettings {
  /** A score at or below this becomes a lead. */
  readonly leadAtMost: Score;
  /** Fewer ratings than this are shown as a count, without a mean. */
  readonly leastForMean: number;
  readonly longestWords: number;
}

/** Defaults of this software; no published rule was found. */
export const defaultRatingSettings: RatingSettings = { leadAtMost: 2, leastForMean: 5, longestWords: 500 };

export const isScore = (value: number): value is Score => scores.some((score) => score === value);

/** A low score without a word tells the office nothing it could look into. */
export function checkRating(
  score: number,
  words: string,
  settings: RatingSettings,
): Result<{ readonly score: Score; readonly words: string }, RatingProblem> {
  const said = words.trim();
  if (!isScore(score)) return fail('rating.scoreInvalid', { score: `${score}` });
  if ([...said].length > settings.longestWords)
    return fail('rating.wordsTooLong', { limit: `${settings.longestWords}` });
  if (score <= settings.leadAtMost && said === '') return fail('rating.lowNeedsWords');
  return succeed({ score, words: said });
}

export const becomesLead = (rating: Rating, settings: RatingSettings): boolean =>
  rating.score <= settings.leadAtMost;

export interface Felt {
  readonly count: number;
  readonly byScore: Readonly<Record<Score, number>>;
  /** Mean to one decimal; null where too few have rated. */
  readonly mean: string | null;
  /** Share of fours and fives to four places; null where too few have rated. */
  readonly satisfied: string | null;
  readonly leads: number;
}

const whole = (value: number): Decimal => ({ coefficient: BigInt(value), places: 0 });
const ratio = (part: number, all: number, places: number): string | null => {
  const value = divide(whole(part), whole(all), places, 'halfUp');
  return value ? printDecimal(trim(value)) : null;
};

/** What the ratings of one site, or of several together, say. */
export function feltFrom(ratings: readonly Rating[], settings: RatingSettings): Felt {
  const byScore = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 };
  for (const { score } of ratings) byScore[score] += 1;
  const count = ratings.length;
  const enough = count >= settings.leastForMean;
  const total = scores.reduce<number>((sum, score) => sum + score * byScore[score], 0);
  return {
    count,
    byScore,
    mean: enough ? ratio(total, count, 1) : null,
    satisfied: enough ? ratio(byScore[4] + byScore[5], count, 4) : null,
    leads: ratings.filter((rating) => becomesLead(rating, settings)).length,
  };
}
