// A person's word over the computed verdict: both are shown, each with its reason; the office may overrule or take it back.
import { type ReactNode, useState } from 'react';
import type { CommitmentPage } from '../../api.ts';
import { call } from '../../api.ts';
import { useMay } from '../../part/me.tsx';
import { PlainForm } from '../../part/plain-form.tsx';
import { StatusLabel, statusOrder } from '../../part/status.tsx';
import { statusWord } from '../../text/domain.ts';
import { day, moment } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { overruleText } from '../../text/overrule.ts';

type Override = CommitmentPage['overrides'][number];

const key = () => crypto.randomUUID();

function TakeBack({
  page,
  override,
}: {
  readonly page: CommitmentPage;
  readonly override: Override;
}): ReactNode {
  const t = useFeatureText(overruleText);
  return (
    <details>
      <summary>{t.withdraw}</summary>
      <PlainForm
        submit={t.withdraw}
        danger
        fields={[{ name: 'reason', label: t.reason, maxLength: 1000 }]}
        send={async ({ reason = '' }) => {
          const params = { commitmentId: page.commitment.id, overrideId: override.id };
          const ask = { params, body: { reason } };
          await call(
            'POST /api/commitments/:commitmentId/overrides/:overrideId/withdrawal',
            ask,
            undefined,
            key(),
          );
        }}
      />
    </details>
  );
}

function Line({ page, override }: { readonly page: CommitmentPage; readonly override: Override }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(overruleText);
  const mayOverrule = useMay('verdict.overrule');
  const takenBack = page.overrides.find(({ withdraws }) => withdraws === override.id);
  return (
    <li className={takenBack ? 'overrule-over' : ''}>
      <p>
        <StatusLabel status={override.overruled} /> → <StatusLabel status={override.status} />{' '}
        {takenBack && <span className="tag">{t.withdrawn}</span>}
      </p>
      <p>{override.reason}</p>
      <p className="note">
        {override.by} · {moment(override.recordedAt)} ·{' '}
        {t.holds(day(override.from, language), day(override.until, language))}
      </p>
      {takenBack && (
        <p className="note">
          {t.withdrawnBy(takenBack.by ?? '—', moment(takenBack.recordedAt))} {takenBack.reason}
        </p>
      )}
      {!takenBack && mayOverrule && <TakeBack page={page} override={override} />}
    </li>
  );
}

function Overrule({ page }: { readonly page: CommitmentPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(overruleText);
  const [open, setOpen] = useState(false);
  const { verdict, id: commitmentId } = page.commitment;
  const computed = verdict.overruled?.computed ?? verdict.status;
  if (!open)
    return (
      <p>
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {t.open}
        </button>
      </p>
    );
  return (
    <div className="overrule-form">
      <p className="note">{t.hint}</p>
      <PlainForm
        submit={t.send}
        fields={[
          {
            name: 'status',
            label: t.status,
            options: statusOrder
              .filter((status) => status !== computed)
              .map((status) => ({ value: status, label: statusWord(status, language) })),
          },
          { name: 'reason', label: t.reason, hint: t.reasonHint, maxLength: 1000 },
          { name: 'from', label: t.from, kind: 'day', start: page.asOf },
          { name: 'until', label: t.until, hint: t.untilHint, kind: 'day', start: `${page.plan.year}-12-31` },
        ]}
        send={async ({ status = '', reason = '', from = '', until = '' }) => {
          const chosen = statusOrder.find((each) => each === status) ?? 'noJudgement';
          const ask = { params: { commitmentId }, body: { status: chosen, reason, from, until } };
          await call('POST /api/commitments/:commitmentId/overrides', ask, undefined, key());
          setOpen(false);
        }}
      />
      <button type="button" className="link" onClick={() => setOpen(false)}>
        {t.cancel}
      </button>
    </div>
  );
}

/** Nothing where nobody overruled anything and the reader may not. */
export function Overrides({ page }: { readonly page: CommitmentPage }): ReactNode {
  const t = useFeatureText(overruleText);
  const mayOverrule = useMay('verdict.overrule');
  const own = page.overrides.filter(({ withdraws }) => withdraws === null).toReversed();
  if (own.length === 0 && !mayOverrule) return null;
  return (
    <section className="card" aria-labelledby="overrides">
      <div className="card-head">
        <h2 id="overrides">{t.title}</h2>
      </div>
      <div className="card-body stack">
        {own.length === 0 ? (
          <p className="note">{t.none}</p>
        ) : (
          <ol className="overrules">
            {own.map((override) => (
              <Line key={override.id} page={page} override={override} />
            ))}
          </ol>
        )}
        {mayOverrule && <Overrule page={page} />}
      </div>
    </section>
  );
}
