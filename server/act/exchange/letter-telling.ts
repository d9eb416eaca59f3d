// Who is told of a letter: the place of what was sent, answered or closed, the plan office of what the place said.
import type { ConsultationAction } from '../../../core/plan/consultation.ts';
import { consultationActionLabel } from '../../../core/vocabulary/proposal.ts';
import type { Words } from '../../../core/vocabulary/words.ts';
import type { Telling } from '../message/tell.ts';

export interface ToldLetter {
  readonly letterId: string;
  readonly placeId: string;
  readonly placeName: string;
  /** Of the consultation. */
  readonly title: string;
  readonly dueOn: string;
}

const wordsOf = (action: ConsultationAction | 'send', dueOn: string): Words =>
  action === 'send'
    ? { zh: `已发出，请于 ${dueOn} 前反馈`, en: `sent, comments until ${dueOn}` }
    : consultationActionLabel[action];

export function letterTelling(
  { letterId, placeId, placeName, title, dueOn }: ToldLetter,
  action: ConsultationAction | 'send',
): Telling {
  const isPlaces = action === 'comment' || action === 'agree';
  return {
    ...{ kind: 'letter.moved', objectKind: 'letter', objectId: letterId, title },
    detail: { place: placeName, what: wordsOf(action, dueOn) },
    to: { seats: [isPlaces ? { roles: ['planOffice'] } : { roles: ['district'], place: placeId }] },
  };
}
