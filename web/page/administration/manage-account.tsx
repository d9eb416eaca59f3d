// What an administrator may do to one account; each act with its reason.
import { type ReactNode, useState } from 'react';
import { call } from '../../api.ts';
import { PlainForm } from '../../part/plain-form.tsx';
import { administrationText } from '../../text/administration.ts';
import { useFeatureText } from '../../text/language.tsx';
import { signInText } from '../../text/sign-in.ts';
import type { AccountList, AccountRow } from './accounts.tsx';
import { grantFields, grantOf } from './grant-fields.ts';
import { today } from './today.ts';

const key = () => crypto.randomUUID();

export function ManageAccount({
  account,
  list,
}: {
  readonly account: AccountRow;
  readonly list: AccountList;
}): ReactNode {
  const t = useFeatureText(administrationText);
  const { roles } = useFeatureText(signInText);
  const [password, setPassword] = useState('');
  const params = { accountId: account.id };
  const reason = { name: 'reason', label: t.reason, maxLength: 500 };
  const next = account.state === 'active' ? 'suspended' : 'active';
  return (
    <div className="stack">
      <details>
        <summary>{t.grant}</summary>
        <PlainForm
          fields={grantFields(t, roles, list, today())}
          submit={t.grant}
          send={async (values) => {
            await call(
              'POST /api/accounts/:accountId/grants',
              { params, body: grantOf(values) },
              undefined,
              key(),
            );
          }}
        />
      </details>
      {account.grants.map((grant) => (
        <details key={grant.id}>
          <summary>{t.withdrawOf(roles[grant.role])}</summary>
          <PlainForm
            fields={[reason]}
            submit={t.withdraw}
            danger
            send={async ({ reason: why = '' }) => {
              const body = { grantId: grant.id, reason: why };
              await call('POST /api/accounts/:accountId/withdrawals', { params, body }, undefined, key());
            }}
          />
        </details>
      ))}
      <details>
        <summary>{next === 'suspended' ? t.suspend : t.admit}</summary>
        <PlainForm
          fields={[reason]}
          submit={next === 'suspended' ? t.suspend : t.admit}
          danger={next === 'suspended'}
          send={async ({ reason: why = '' }) => {
            const body = { state: next, reason: why } as const;
            await call('POST /api/accounts/:accountId/state', { params, body }, undefined, key());
          }}
        />
      </details>
      <details>
        <summary>{t.firstPassword}</summary>
        {password !== '' && (
          <p className="alert plain" role="status">
            {t.firstPasswordOnce} <code>{password}</code>
          </p>
        )}
        <PlainForm
          fields={[reason]}
          submit={t.firstPassword}
          send={async ({ reason: why = '' }) => {
            const given = await call('POST /api/accounts/:accountId/first-password', {
              params,
              body: { reason: why },
            });
            setPassword(given.password);
          }}
        />
      </details>
      {account.hasFactor && (
        <details>
          <summary>{t.removeFactor}</summary>
          <PlainForm
            fields={[reason]}
            submit={t.removeFactor}
            danger
            send={async ({ reason: why = '' }) => {
              const body = { reason: why };
              await call('POST /api/accounts/:accountId/factor-removal', { params, body }, undefined, key());
            }}
          />
        </details>
      )}
    </div>
  );
}
