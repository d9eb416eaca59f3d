// Changing one's own password.
import { type ReactNode, useState } from 'react';
import { call } from '../../api.ts';
import { useMe } from '../../part/me.tsx';
import { PlainForm } from '../../part/plain-form.tsx';
import { accountText } from '../../text/account.ts';
import { useFeatureText } from '../../text/language.tsx';

export function OwnPassword(): ReactNode {
  const t = useFeatureText(accountText);
  const me = useMe();
  const [done, setDone] = useState(false);
  const code = { name: 'code', label: t.code, autoComplete: 'one-time-code' };
  return (
    <section className="card" aria-labelledby="my-password">
      <div className="card-head">
        <h2 id="my-password">{t.password}</h2>
      </div>
      <div className="card-body">
        {me?.mustChangePassword && <p className="alert">{t.mustChange}</p>}
        {done && <p role="status">{t.passwordChanged}</p>}
        <PlainForm
          fields={[
            { name: 'current', label: t.current, kind: 'password', autoComplete: 'current-password' },
            { name: 'next', label: t.next, kind: 'password', autoComplete: 'new-password', hint: t.nextHint },
            ...(me?.hasFactor ? [code] : []),
          ]}
          submit={t.changePassword}
          send={async ({ current = '', next = '', code: given = '' }) => {
            const body = { current, next, ...(given === '' ? {} : { code: given }) };
            await call('POST /api/me/password', { body });
            setDone(true);
          }}
        />
      </div>
    </section>
  );
}
