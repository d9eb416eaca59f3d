// My account: the post I am signed in as, the roles it holds and where.
import type { ReactNode } from 'react';
import { SignInLink, useMe } from '../../part/me.tsx';
import { Empty, Loading, usePageTitle } from '../../part/state.tsx';
import { accountText } from '../../text/account.ts';
import { day } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { signInText } from '../../text/sign-in.ts';

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
      <section className="card" aria-labelledby="my-roles">
        <div className="card-head">
          <h2 id="my-roles">{t.roles}</h2>
        </div>
        <ul className="card-body">
          {me.grants.map((grant) => (
            <li key={`${grant.role} ${grant.place} ${grant.unit}`}>
              {words.roles[grant.role]}
              {grant.unit !== null && ` · ${grant.unit}`}
              {grant.place !== null && ` · ${grant.place}`}
              <span className="note"> {t.since(day(grant.from, language))}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
