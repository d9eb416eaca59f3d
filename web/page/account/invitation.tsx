// Accepting an invitation: the code stands after the # of the address, which no server and no log ever sees.
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { call, Refusal } from '../../api.ts';
import { PlainForm } from '../../part/plain-form.tsx';
import { Loading, usePageTitle } from '../../part/state.tsx';
import { accountText } from '../../text/account.ts';
import { administrationText } from '../../text/administration.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { signInText } from '../../text/sign-in.ts';

export default function Invitation(): ReactNode {
  const t = useFeatureText(administrationText);
  const { nextHint } = useFeatureText(accountText);
  const { roles } = useFeatureText(signInText);
  const { language } = useLanguage();
  const router = useRouter();
  const [code] = useState(() => window.location.hash.slice(1));
  usePageTitle(t.join);
  const { data, error } = useQuery({
    queryKey: ['invitation', code],
    queryFn: () => call('POST /api/invitations/look', { body: { code } }),
    enabled: code.length >= 20,
    retry: false,
  });
  if (code.length < 20 || error)
    return (
      <div className="card">
        <div className="card-body">
          <h1>{t.join}</h1>
          <p className="alert" role="alert">
            {error instanceof Refusal ? error.problem.message[language] : t.badLink}
          </p>
        </div>
      </div>
    );
  if (data === undefined) return <Loading rows={2} />;
  return (
    <div className="sign-in">
      <section className="card" aria-labelledby="join">
        <div className="card-head">
          <h1 id="join">{t.joinAs(data.name)}</h1>
          <span className="tag">{roles[data.role]}</span>
        </div>
        <div className="card-body">
          <PlainForm
            fields={[
              { name: 'login', label: t.login, autoComplete: 'username', maxLength: 63 },
              {
                name: 'password',
                label: t.newPassword,
                kind: 'password',
                autoComplete: 'new-password',
                hint: nextHint,
              },
            ]}
            submit={t.create}
            send={async ({ login = '', password = '' }) => {
              await call('POST /api/invitations/take', { body: { code, login, password } });
              router.history.push('/');
            }}
          />
        </div>
      </section>
    </div>
  );
}
