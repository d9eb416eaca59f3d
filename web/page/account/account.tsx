// My account: the post I am signed in as, the roles it holds and where.
import './account.css';
import type { ReactNode } from 'react';
import { call } from '../../api.ts';
import { SignInLink, useMe } from '../../part/me.tsx';
import { PlainForm } from '../../part/plain-form.tsx';
import { Empty, Loading, usePageTitle } from '../../part/state.tsx';
import { accountText } from '../../text/account.ts';
import { day } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { signInText } from '../../text/sign-in.ts';
import { OwnPassword } from './own-password.tsx';
import { SecondFactor } from './second-factor.tsx';
import { Sessions, Tokens } from './sessions.tsx';

/** Links the account to the person at the other house, where the city has set one. */
function LinkHouse(): ReactNode {
  const t = useFeatureText(accountText);
  const house = useMe()?.otherHouse ?? null;
  if (house === null) return null;
  return (
    <section className="card" aria-labelledby="my-house">
      <div className="card-head">
        <h2 id="my-house">{t.house(house)}</h2>
      </div>
      <div className="card-body">
        <PlainForm
          fields={[]}
          submit={t.house(house)}
          send={async () => {
            const { url } = await call('POST /api/oidc/links', { body: { returnTo: '/me' } });
            window.location.assign(url);
          }}
        >
          <p className="note">{t.houseHint}</p>
        </PlainForm>
      </div>
    </section>
  );
}

export default function Account(): ReactNode {
  const me = useMe();
  const { language } = useLanguage();
  const t = useFeatureText(accountText);
  const words = useFeatureText(signInText);
  usePageTitle(t.title);
  if (me === undefined) return <Loading />;
  if (me.accountId === null)
    return (
      <div className="card">
        <Empty title={words.toDoThis}>
          <SignInLink>{words.signIn}</SignInLink>
        </Empty>
      </div>
    );
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{me.name}</h1>
          <p>{me.login}</p>
        </div>
      </div>
      <div className="stack">
        <section className="card" aria-labelledby="my-roles">
          <div className="card-head">
            <h2 id="my-roles">{t.roles}</h2>
          </div>
          <ul className="card-body">
            {me.grants.map((grant) => (
              <li key={`${grant.role} ${grant.place} ${grant.unit}`}>
                {words.roles[grant.role]}
                {grant.unit !== null && ` · ${grant.unit}`}
                {grant.placeName !== null && ` · ${grant.placeName}`}
                <span className="note"> {t.since(day(grant.from, language))}</span>
              </li>
            ))}
          </ul>
        </section>
        <OwnPassword />
        <SecondFactor />
        <LinkHouse />
        <Sessions />
        <Tokens />
      </div>
    </>
  );
}
