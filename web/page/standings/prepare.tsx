// For those who prepare a round: its next step, outcomes typed in with their source, and what does not apply to whom.
import type { ReactNode } from 'react';
import { roundActionLabel } from '../../../core/vocabulary/standing.ts';
import { call } from '../../api.ts';
import { PlainForm } from '../../part/plain-form.tsx';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { standingsText } from '../../text/standings.ts';
import type { RoundPage } from './round.tsx';

const key = () => crypto.randomUUID();
const typedKinds: ReadonlySet<string> = new Set([
  'indicatorValue',
  'indicatorGrowth',
  'satisfaction',
  'thirdParty',
  'load',
]);

function Steps({ page }: { readonly page: RoundPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(standingsText);
  return page.offers.map(({ action, unmet }) => (
    <details key={action} open={action !== 'withdraw' && unmet.length === 0}>
      <summary>{roundActionLabel[action][language]}</summary>
      {unmet.length > 0 ? (
        <p className="note">
          {t.cannot}: {unmet.map((each) => each[language]).join(' ')}
        </p>
      ) : (
        <PlainForm
          key={`${action} ${page.number}`}
          submit={roundActionLabel[action][language]}
          danger={action === 'withdraw'}
          fields={[{ name: 'reason', label: t.reason, maxLength: 1000, optional: action !== 'withdraw' }]}
          send={async ({ reason = '' }) => {
            const ask = { params: { roundId: page.round.id }, body: { action, reason, after: page.number } };
            await call('POST /api/standings/rounds/:roundId/moves', ask, undefined, key());
          }}
        />
      )}
    </details>
  ));
}

function Scores({ page }: { readonly page: RoundPage }): ReactNode {
  const t = useFeatureText(standingsText);
  const { planId, of: ranked, asOf } = page.round;
  const parts = page.formula.parts.filter(({ kind }) => typedKinds.has(kind));
  if (parts.length === 0) return null;
  return (
    <details>
      <summary>{t.facts}</summary>
      <p className="note">{t.factsHint}</p>
      <PlainForm
        submit={t.enter}
        fields={[
          {
            name: 'partId',
            label: t.part,
            options: parts.map(({ id, name }) => ({ value: id, label: name })),
          },
          { name: 'source', label: t.source, maxLength: 500 },
          { name: 'base', label: t.full, start: '100', optional: true },
          ...page.members.map(({ memberId, name }) => ({
            name: `of ${memberId}`,
            label: name,
            optional: true,
          })),
        ]}
        send={async ({ partId = '', source = '', base = '', ...values }) => {
          const rows = page.members.flatMap(({ memberId }) => {
            const value = (values[`of ${memberId}`] ?? '').trim();
            return value === '' ? [] : [{ memberId, value, base: base.trim() === '' ? null : base.trim() }];
          });
          const body = { planId, ranked, partId, asOf, source, rows };
          await call('POST /api/standings/facts', { body }, undefined, key());
        }}
      />
    </details>
  );
}

function NotHere({ page }: { readonly page: RoundPage }): ReactNode {
  const t = useFeatureText(standingsText);
  const { planId, of: ranked, asOf } = page.round;
  return (
    <details>
      <summary>{t.notHere}</summary>
      <PlainForm
        submit={t.mark}
        fields={[
          {
            name: 'memberId',
            label: t.member,
            options: page.members.map(({ memberId, name }) => ({ value: memberId, label: name })),
          },
          {
            name: 'partId',
            label: t.part,
            options: page.formula.parts.map(({ id, name }) => ({ value: id, label: name })),
          },
          { name: 'source', label: t.reason, maxLength: 500 },
        ]}
        send={async ({ memberId = '', partId = '', source = '' }) => {
          const rows = [{ memberId, value: null, base: null }];
          const body = { planId, ranked, partId, asOf, source, rows };
          await call('POST /api/standings/facts', { body }, undefined, key());
        }}
      />
    </details>
  );
}

export function Prepare({ page }: { readonly page: RoundPage }): ReactNode {
  const t = useFeatureText(standingsText);
  if (page.offers.length === 0) return null;
  const isDraft = page.round.state === 'draft';
  return (
    <section className="card" aria-labelledby="prepare">
      <div className="card-head">
        <h2 id="prepare">{t.act}</h2>
      </div>
      <div className="card-body stack standing-steps">
        <Steps page={page} />
        {isDraft && <Scores page={page} />}
        {isDraft && <NotHere page={page} />}
      </div>
    </section>
  );
}
