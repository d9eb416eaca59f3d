// The city's rules of sites now: which ratings become leads, how many make a mean, when an ending upkeep is shown.
import { defaultRatingSettings, isScore, type RatingSettings } from '../../../core/observe/rating.ts';
import type { Context } from '../../context.ts';
import { readSettings } from '../setting/read.ts';

export async function readRatingRules(
  context: Pick<Context, 'db' | 'jurisdiction'>,
): Promise<RatingSettings> {
  const set = await readSettings(context, 'site.leadAtMost', 'site.leastForMean');
  const leadAtMost = set['site.leadAtMost'];
  return {
    ...defaultRatingSettings,
    leadAtMost: isScore(leadAtMost) ? leadAtMost : defaultRatingSettings.leadAtMost,
    leastForMean: set['site.leastForMean'],
  };
}
