// In the top bar: the way to one's messages, with how many are unread.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAsk } from '../ask.ts';
import { useFeatureText } from '../text/language.tsx';
import { messagesText } from '../text/messages.ts';
import { useMay } from './me.tsx';

const everyMinute = 60_000;

export function Unread(): ReactNode {
  const t = useFeatureText(messagesText);
  const may = useMay('message.own');
  const { data } = useAsk('GET /api/messages/unread', {}, { enabled: may, every: everyMinute });
  if (!may) return null;
  const unread = data?.unread ?? 0;
  return (
    <Link to="/messages" className="bell" aria-label={t.bell(unread)}>
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
        <path
          d="M10 3a4.5 4.5 0 0 0-4.5 4.5V11L4 14h12l-1.5-3V7.5A4.5 4.5 0 0 0 10 3Zm-1.8 13a1.9 1.9 0 0 0 3.6 0"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinejoin="round"
        />
      </svg>
      {unread > 0 && <b className="bell-count">{unread > 99 ? '99+' : unread}</b>}
    </Link>
  );
}
