// Inviting somebody to a role by a link for one use, and the invitations so far.
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { call } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { PlainForm } from '../../part/plain-form.tsx';
import { administrationText } from '../../text/administration.ts';
import { moment } from '../../text/format.ts';
import { useFeatureText } from '../../text/language.tsx';
import { signInText } from '../../text/sign-in.ts';
import type { AccountList } from './accounts.tsx';
import { grantFields, grantOf } from './grant-fields.ts';
import { today } from './today.ts';

function Invite({ list }: { readonly list: AccountList }): ReactNode {
  const t = useFeatureText(administrationText);
  const { roles } = useFeatureText(signInText);
  const [link, setLink] = useState('');
  return (
    <section className="card" aria-labelledby="invite">
      <div className="card-head">
        <h2 id="invite">{t.invite}</h2>
      </div>
      <div className="card-body">
        <p className="note">{t.inviteHint}</p>
        {link !== '' && (
          <p className="alert plain" role="status">
            {t.linkOnce} <code className="invitation-link">{link}</code>
          </p>
        )}
        <PlainForm
          fields={[
            { name: 'name', label: t.name, maxLength: 80 },
            { name: 'mail', label: t.mail, optional: true },
            ...grantFields(t, roles, list, today()),
          ]}
          submit={t.makeLink}
          send={async ({ name = '', mail = '', ...grant }) => {
            const { code } = await call('POST /api/invitations', { body: { name, mail, ...grantOf(grant) } });
            // after the #: what stands there is never sent to a server
            setLink(`${window.location.origin}/invitation#${code}`);
          }}
        />
      </div>
    </section>
  );
}

export function Invitations({ list }: { readonly list: AccountList }): ReactNode {
  const t = useFeatureText(administrationText);
  const { roles } = useFeatureText(signInText);
  const client = useQueryClient();
  const { data } = useAsk('GET /api/invitations', {});
  const withdraw = async (invitationId: string): Promise<void> => {
    await call('DELETE /api/invitations/:invitationId', { params: { invitationId } });
    await client.invalidateQueries();
  };
  const rows = data?.invitations ?? [];
  return (
    <>
      <Invite list={list} />
      <section className="card" aria-labelledby="invitations">
        <div className="card-head">
          <h2 id="invitations">{t.invitations}</h2>
        </div>
        <ul className="card-body">
          {rows.length === 0 && <li className="quiet">{t.noInvitations}</li>}
          {rows.map((row) => (
            <li key={row.id}>
              <b>{row.name}</b> · {roles[row.role]}{' '}
              <span className="tag">{t.invitationStates[row.state]}</span>{' '}
              <span className="note">
                {t.expires} {moment(row.expiresAt)}
              </span>{' '}
              {row.state === 'open' && (
                <button type="button" className="link" onClick={() => void withdraw(row.id)}>
                  {t.withdraw}
                </button>
              )}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
