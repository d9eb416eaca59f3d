// Signing in: account and password, and in the sample city the posts one may try; afterwards back to where one came from.
import './sign-in.css';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { call, Refusal } from '../../api.ts';
import { useSend, useWords } from '../../ask.ts';
import { FaultSummary, Field, useForm, useRefusalFaults } from '../../part/form.tsx';
import { meKey, useMe } from '../../part/me.tsx';
import { usePageTitle } from '../../part/state.tsx';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { signInText } from '../../text/sign-in.ts';

/** Only an address of our own: anything else would send a person who just typed a password to a stranger's page. */
const isOwnAddress = (text: string | undefined): text is string =>
  text !== undefined && /^\/(?![/\\])[^\\]*$/.test(text);

function Demonstration({ choose }: { readonly choose: (login: string) => void }): ReactNode {
  const t = useFeatureText(signInText);
  const accounts = useMe()?.demonstration ?? [];
  if (accounts.length === 0) return null;
  return (
    <section className="card demonstration" aria-labelledby="demonstration">
      <div className="card-head">
        <h2 id="demonstration">{t.demonstration}</h2>
      </div>
      <p className="card-body note">{t.demonstrationHint}</p>
      <ul>
        {accounts.map(({ login, name, role }) => (
          <li key={login}>
            <button type="button" onClick={() => choose(login)}>
              <b>{name}</b>
              <span className="quiet">{t.roles[role]}</span>
              <code>{login}</code>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The way to the other house, where the city has set one. */
function OtherHouse(): ReactNode {
  const t = useFeatureText(signInText);
  const { language } = useLanguage();
  const { back } = useWords();
  const house = useMe()?.otherHouse ?? null;
  const [fault, setFault] = useState('');
  if (house === null) return null;
  const leave = async (): Promise<void> => {
    try {
      const returnTo = isOwnAddress(back) ? back : '/';
      const { url } = await call('POST /api/oidc/departures', { body: { returnTo } });
      window.location.assign(url);
    } catch (cause) {
      setFault(cause instanceof Refusal ? cause.problem.message[language] : String(cause));
    }
  };
  return (
    <>
      <button type="button" className="button" onClick={() => void leave()}>
        {t.by(house)}
      </button>
      {fault !== '' && (
        <p className="alert" role="alert">
          {fault}
        </p>
      )}
    </>
  );
}

function useSignIn(form: ReturnType<typeof useForm<'login'>>, forget: () => void, askForCode: () => void) {
  const client = useQueryClient();
  const router = useRouter();
  const { back } = useWords();
  const faultsOf = useRefusalFaults();
  return useSend('POST /api/session', {
    onSuccess: (me) => {
      client.setQueryData(meKey, me);
      form.clear();
      forget();
      const first = me.mustChangePassword || me.mustSetFactor;
      router.history.push(first ? '/me' : isOwnAddress(back) ? back : '/');
    },
    onError: (cause) => {
      const wanted = cause instanceof Refusal ? cause.problem.code : '';
      if (wanted === 'login.secondFactor') return askForCode();
      if (wanted !== 'login.codeWrong') forget();
      form.refuse(
        faultsOf(cause, (path) =>
          path === 'login.wrong' ? 'password' : path === 'login.codeWrong' ? 'code' : null,
        ),
      );
    },
  });
}

export default function SignIn(): ReactNode {
  const t = useFeatureText(signInText);
  usePageTitle(t.title);
  const form = useForm<'login'>('sign-in', { login: '' });
  // A password is never kept with the browser's store, unlike other fields.
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const codeField = useRef<HTMLInputElement>(null);
  const send = useSignIn(
    form,
    () => setPassword(''),
    () => setCode(''),
  );
  useEffect(() => {
    if (code === '') codeField.current?.focus();
  }, [code]);
  const codeId = form.idOf('code');
  const passwordId = form.idOf('password');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const login = form.values.login.trim();
    const faults = [
      ...(login === '' ? [{ field: 'login', message: t.needed(t.login) }] : []),
      ...(password === '' ? [{ field: 'password', message: t.needed(t.password) }] : []),
    ];
    form.refuse(faults);
    if (faults.length === 0)
      send.mutate({
        body: { login, password, ...(code === null || code === '' ? {} : { code: code.trim() }) },
      });
  };
  return (
    <div className="sign-in">
      <form className="card" onSubmit={submit} noValidate aria-labelledby="sign-in">
        <div className="card-head">
          <h1 id="sign-in">{t.title}</h1>
        </div>
        <div className="card-body item-form">
          <FaultSummary form={form} />
          <Field form={form} name="login" label={t.login}>
            {(given) => <input {...given} className="field-input" maxLength={64} autoComplete="username" />}
          </Field>
          <label className="labelled over" htmlFor={passwordId}>
            {t.password}
            <input
              id={passwordId}
              className="field-input"
              type="password"
              value={password}
              maxLength={200}
              autoComplete="current-password"
              aria-invalid={form.faults.some(({ field }) => field === 'password')}
              onChange={(event) => setPassword(event.target.value)}
            />
          </label>
          {code !== null && (
            <label className="labelled over" htmlFor={codeId}>
              {t.code}
              <span className="note">{t.codeHint}</span>
              <input
                id={codeId}
                ref={codeField}
                className="field-input"
                value={code}
                maxLength={20}
                inputMode="numeric"
                autoComplete="one-time-code"
                aria-invalid={form.faults.some(({ field }) => field === 'code')}
                onChange={(event) => setCode(event.target.value)}
              />
            </label>
          )}
          <button type="submit" className="button primary" disabled={send.isPending}>
            {send.isPending ? t.sending : t.submit}
          </button>
          <OtherHouse />
        </div>
      </form>
      <Demonstration
        choose={(login) => {
          form.type('login', login);
          document.getElementById(passwordId)?.focus();
        }}
      />
    </div>
  );
}
