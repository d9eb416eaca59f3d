// Words of the domain for the screen, from the vocabulary that documents and exports use as well.
import { reasonText, reasonSentence as sentenceOf, statusLabel } from '../../core/vocabulary/assessment.ts';
import { forceLabel, kindLabel, kindsLabel, natureLabel } from '../../core/vocabulary/plan.ts';
import type { CommitmentRow, Figure, Kind, Status, Verdict } from '../api.ts';
import { amount } from './format.ts';
import type { Language } from './language.tsx';

type Reason = Verdict['because'][number];
type ReasonCode = keyof typeof reasonText;

export const statusWord = (status: Status, language: Language): string => statusLabel[status][language];

export const kindWord = (kind: Kind, language: Language): string => kindLabel[kind][language];

/** For the head of a list or a count. */
export const kindsWord = (kind: Kind, language: Language): string => kindsLabel[kind][language];

export const forceWord = (force: NonNullable<CommitmentRow['force']>, language: Language): string =>
  forceLabel[force][language];

export const natureWord = (nature: Figure['nature'], language: Language): string =>
  natureLabel[nature][language];

const isReasonCode = (code: string): code is ReasonCode => Object.hasOwn(reasonText, code);

/** A reason as a sentence, its figures written as everywhere; a code that is unknown here is shown as it is. */
export function reasonSentence(reason: Reason, language: Language): string {
  if (!isReasonCode(reason.code)) return reason.code;
  const detail = Object.fromEntries(Object.entries(reason.detail).map(([key, text]) => [key, amount(text)]));
  return sentenceOf({ code: reason.code, detail }, language);
}

/** Each sentence once, with the targets it is said of where it is said of several. */
export function reasonsOf(
  { because }: Verdict,
  language: Language,
): readonly { readonly sentence: string; readonly targets: readonly string[] }[] {
  const found = new Map<string, string[]>();
  for (const reason of because) {
    const sentence = reasonSentence(reason, language);
    const targets = found.get(sentence) ?? [];
    found.set(sentence, targets);
    if (reason.detail.target !== undefined) targets.push(reason.detail.target);
  }
  return [...found].map(([sentence, targets]) => ({ sentence, targets: targets.length > 1 ? targets : [] }));
}

export const becauseOf = (verdict: Verdict, language: Language): string =>
  reasonsOf(verdict, language)
    .map(({ sentence }) => sentence)
    .join(language === 'zh' ? '；' : '; ');
