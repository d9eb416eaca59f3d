// Accounts and roles: who may do what where, since when; inviting, suspending, granting and withdrawing.
import { type ReactNode, useState } from 'react';
import type { Answer } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { ForThoseWhoMay, useMay } from '../../part/me.tsx';
import { Loading, usePageTitle } from '../../part/state.tsx';
import { administrationText } from '../../text/administration.ts';
import { day, moment } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { signInText } from '../../text/sign-in.ts';
import { Invitations } from './invitations.tsx';
import { ManageAccount } from './manage-account.tsx';

export type AccountList = Answer<'GET /api/accounts'>;
export type AccountRow = AccountList['accounts'][number];

function Row({ account, list }: { readonly account: AccountRow; readonly list: AccountList }): ReactNode {
  const t = useFeatureText(administrationText);
  const { roles } = useFeatureText(signInText);
  const { language } = useLanguage();
  const mayManage = useMay('account.manage');
  const [open, setOpen] = useState(false);
  return (
    <>
      <tr>
        <td>
          <b>{account.name}</b>
          <br />
          <code>{account.login}</code>
        </td>
        <td>
          <span className="tag">
            {account.state === 'suspended' ? '⏸ ' : '● '}
            {t.states[account.state]}
          </span>
        </td>
        <td>
          <ul>
            {account.grants.map((grant) => (
              <li key={grant.id}>
                {roles[grant.role]}
                {grant.unit !== null && ` · ${grant.unit}`}
                {grant.placeName !== null && ` · ${grant.placeName}`}
                <span className="note">
                  {' '}
                  {day(grant.from, language)}–{grant.to === null ? '' : day(grant.to, language)}
                </span>
              </li>
            ))}
          </ul>
        </td>
        <td>{account.hasFactor ? t.yes : t.no}</td>
        <td>{account.seenAt === null ? t.never : moment(account.seenAt)}</td>
        <td>
          {mayManage && (
            <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? t.close : t.manage}
            </button>
          )}
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={6}>
            <ManageAccount account={account} list={list} />
          </td>
        </tr>
      )}
    </>
  );
}

function List(): ReactNode {
  const t = useFeatureText(administrationText);
  const mayManage = useMay('account.manage');
  const { data } = useAsk('GET /api/accounts', {});
  if (data === undefined) return <Loading />;
  return (
    <>
      <section className="card" aria-labelledby="accounts">
        <div className="card-head">
          <h2 id="accounts">{t.accounts}</h2>
          <span className="note">{data.accounts.length}</span>
        </div>
        <div className="table-box">
          <table>
            <thead>
              <tr>
                <th>{t.name}</th>
                <th>{t.state}</th>
                <th>{t.roles}</th>
                <th>{t.factor}</th>
                <th>{t.lastSeen}</th>
                <th>
                  <span className="hidden">{t.manage}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {data.accounts.map((account) => (
                <Row key={account.id} account={account} list={data} />
              ))}
            </tbody>
          </table>
        </div>
      </section>
      {mayManage && <Invitations list={data} />}
    </>
  );
}

export default function Accounts(): ReactNode {
  const t = useFeatureText(administrationText);
  usePageTitle(t.accounts);
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t.accounts}</h1>
          <p>{t.accountsHint}</p>
        </div>
      </div>
      <ForThoseWhoMay permission="account.read">
        <div className="stack">
          <List />
        </div>
      </ForThoseWhoMay>
    </>
  );
}
