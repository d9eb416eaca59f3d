// What a person adds to a promise in words, and of which kind: progress, risk, measure, next step, request. Words without content are refused.
import { saysNothing } from './empty-words.ts';

export const commentKinds = ['progress', 'risk', 'measure', 'nextStep', 'request'] as const;
export type CommentKind = (typeof commentKinds)[number];

/** Progress is told once; the others stay open until somebody says how they ended. */
export const staysOpen = (kind: CommentKind): boolean => kind !== 'progress';

export type CommentProblem = 'comment.needsWords' | 'comment.saysNothing';

export function commentProblem(words: string): CommentProblem | null {
  if (words.trim().length < 2) return 'comment.needsWords';
  return saysNothing(words) ? 'comment.saysNothing' : null;
}

export type ClosingProblem = 'comment.alreadyClosed' | 'comment.hasNoEnd' | CommentProblem;

/** Closed once, with words that say how it ended. */
export function closingProblem(kind: CommentKind, isClosed: boolean, words: string): ClosingProblem | null {
  if (!staysOpen(kind)) return 'comment.hasNoEnd';
  return isClosed ? 'comment.alreadyClosed' : commentProblem(words);
}
