// Gives % back to a document that lost every one of them: growth without a unit (增长5.5,) and shares (占比24.3;).
import { clauseStart } from './cue/clause.ts';
import type { MentionDraft } from './sink.ts';

const SHARE = /(?:占比|比重|份额|率|比例|强度|覆盖面)(?:达到|达|为|提升至|提高到|超过|约)?$/;

/** How many places must show the loss before a unit is inferred from it. */
const LEAST = 3;

const isBareGrowth = (mention: MentionDraft): boolean =>
  mention.unit === '' && (mention.direction === 'up' || mention.direction === 'down');

const isBareShare = (text: string, mention: MentionDraft): boolean =>
  mention.unit === '' &&
  mention.list < 0 &&
  SHARE.test(text.slice(clauseStart(text, mention.start, 0, 20), mention.start));

/**
 * Infers % where the page lost its signs. Marked `context`, and only where bare growth figures are no accident:
 * at least three, and more of them than growth figures that kept a sign within the same page of text.
 */
export function restoreLostPercents(text: string, mentions: readonly MentionDraft[]): void {
  const bare = mentions.filter(isBareGrowth);
  if (bare.length < LEAST) return;
  const page = 4000;
  let from = 0;
  for (const mention of mentions) {
    if (mention.unit !== '' || !(isBareGrowth(mention) || isBareShare(text, mention))) continue;
    while ((bare[from]?.start ?? Number.POSITIVE_INFINITY) < mention.start - page) from++;
    const lost = bare.slice(from, from + LEAST).filter((one) => one.start <= mention.start + page).length;
    const around = text.slice(Math.max(0, mention.start - 400), mention.start + 400);
    if (lost < LEAST || around.includes('%')) continue;
    mention.unit = '%';
    mention.unitFrom = 'context';
  }
}
