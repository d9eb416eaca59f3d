// One lead: what was said, what became of it, and the next step for whoever may take it.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isScore } from '../../../core/observe/rating.ts';
import { leadActions } from '../../../core/observe/site-lead.ts';
import { leadActionLabel, leadStateLabel, scoreLabel } from '../../../core/vocabulary/site.ts';
import { type Answer, call } from '../../api.ts';
import { PlainForm } from '../../part/plain-form.tsx';
import { day, moment, wide } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { sitesText } from '../../text/sites.ts';

export type Lead = Answer<'GET /api/leads'>['rows'][number];

const isAction = (text: string): text is (typeof leadActions)[number] =>
  leadActions.some((action) => action === text);

async function send(lead: Lead, action: string, words: string): Promise<void> {
  const params = { siteId: lead.siteId, leadId: lead.id };
  const { after } = lead;
  if (!isAction(action)) return;
  if (action === 'answer')
    await call('POST /api/sites/:siteId/leads/:leadId/answers', { params, body: { after, words } });
  else
    await call('POST /api/sites/:siteId/leads/:leadId/decisions', { params, body: { action, after, words } });
}

export function LeadCard({ lead }: { readonly lead: Lead }): ReactNode {
  const t = useFeatureText(sitesText);
  const { language } = useLanguage();
  const actions = lead.offers.flatMap(({ action }) => (isAction(action) ? [action] : []));
  return (
    <li>
      <p>
        <b>{isScore(lead.score) ? `${lead.score} · ${scoreLabel[lead.score][language]}` : lead.score}</b>{' '}
        <span className="tag mark">{leadStateLabel[lead.state][language]}</span>{' '}
        <span className="note">{day(lead.givenOn, language)}</span>
      </p>
      <blockquote className="lead-words">{wide(lead.words)}</blockquote>
      <p className="note">
        <Link to="/sites/$siteId" params={{ siteId: lead.siteId }}>
          {wide(lead.site)}
        </Link>{' '}
        · {lead.place} · {wide(lead.project)} · {lead.leadUnit}
      </p>
      {lead.moves.map(({ action, words, by, at }) => (
        <p key={at} className="note">
          {leadActionLabel[action][language]} · {by} · {moment(at)}
          {words !== '' && `：${wide(words)}`}
        </p>
      ))}
      {actions.length > 0 && (
        <PlainForm
          fields={[
            {
              name: 'action',
              label: t.next,
              options: actions.map((value) => ({ value, label: leadActionLabel[value][language] })),
            },
            { name: 'words', label: t.words, optional: true, maxLength: 2000 },
          ]}
          submit={t.send}
          send={({ action = '', words = '' }) => send(lead, action, words)}
        />
      )}
    </li>
  );
}
