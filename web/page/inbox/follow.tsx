// The button that follows a commitment, for whoever is signed in.
import type { ReactNode } from 'react';
import { useAsk, useSend } from '../../ask.ts';
import { useMay } from '../../part/me.tsx';
import { useFeatureText } from '../../text/language.tsx';
import { messagesText } from '../../text/messages.ts';

export function Follow({ commitmentId }: { readonly commitmentId: string }): ReactNode {
  const t = useFeatureText(messagesText);
  const may = useMay('commitment.follow');
  const { data } = useAsk('GET /api/me/follows', {}, { enabled: may });
  const send = useSend('PUT /api/commitments/:commitmentId/follow');
  if (!may || data === undefined) return null;
  const follows = data.follows.some(({ id }) => id === commitmentId);
  return (
    <button
      type="button"
      className="button"
      aria-pressed={follows}
      disabled={send.isPending}
      onClick={() => send.mutate({ params: { commitmentId }, body: { follows: !follows } })}
    >
      {follows ? `★ ${t.following}` : `☆ ${t.follow}`}
    </button>
  );
}
