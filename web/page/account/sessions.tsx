// Where I am signed in, and my access tokens: each can be ended here.
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { isPermission } from '../../../core/contract/permission.ts';
import { call } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { PlainForm } from '../../part/plain-form.tsx';
import { Loading } from '../../part/state.tsx';
import { accountText } from '../../text/account.ts';
import { moment } from '../../text/format.ts';
import { useFeatureText } from '../../text/language.tsx';

/** The browser in a few words; the whole line is for machines. */
const browserOf = (agent: string): string =>
  /(Edg|Firefox|Chrome|Safari)\/[\d]+/.exec(agent)?.[0].replace('/', ' ').replace('Edg', 'Edge') ??
  agent.slice(0, 40);

export function Sessions(): ReactNode {
  const t = useFeatureText(accountText);
  const client = useQueryClient();
  const { data } = useAsk('GET /api/me/sessions', {});
  const end = async (sessionId: string): Promise<void> => {
    await call('DELETE /api/me/sessions/:sessionId', { params: { sessionId } });
    await client.invalidateQueries();
  };
  return (
    <section className="card" aria-labelledby="my-sessions">
      <div className="card-head">
        <h2 id="my-sessions">{t.sessions}</h2>
      </div>
      <div className="table-box">
        {data === undefined ? (
          <Loading rows={2} />
        ) : (
          <table>
            <thead>
              <tr>
                <th>{t.browser}</th>
                <th>{t.startedAt}</th>
                <th>{t.seenAt}</th>
                <th>
                  <span className="hidden">{t.end}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {data.sessions.map((session) => (
                <tr key={session.id}>
                  <td>
                    {browserOf(session.agent)} {session.isThis && <span className="tag">{t.thisOne}</span>}
                  </td>
                  <td>{moment(session.startedAt)}</td>
                  <td>{moment(session.seenAt)}</td>
                  <td>
                    {!session.isThis && (
                      <button type="button" className="link" onClick={() => void end(session.id)}>
                        {t.end}
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </section>
  );
}

function NewToken({
  possible,
  longest,
}: {
  readonly possible: readonly string[];
  readonly longest: number;
}): ReactNode {
  const t = useFeatureText(accountText);
  const [token, setToken] = useState('');
  return (
    <details>
      <summary>{t.newToken}</summary>
      {token !== '' && (
        <p className="alert plain" role="status">
          {t.tokenOnce} <code className="factor-secret">{token}</code>
        </p>
      )}
      <PlainForm
        fields={[
          { name: 'label', label: t.tokenLabel, maxLength: 80 },
          {
            name: 'scope',
            label: t.tokenScope,
            many: true,
            options: possible.map((value) => ({ value, label: value })),
          },
          { name: 'days', label: t.tokenDays(longest), kind: 'number', start: '30' },
        ]}
        submit={t.tokenMake}
        send={async ({ label = '', scope = '', days = '' }) => {
          const scopes = scope.split(' ').filter(isPermission);
          const made = await call('POST /api/me/tokens', { body: { label, scopes, days: Number(days) } });
          setToken(made.token);
        }}
      />
    </details>
  );
}

export function Tokens(): ReactNode {
  const t = useFeatureText(accountText);
  const client = useQueryClient();
  const { data } = useAsk('GET /api/me/tokens', {});
  const end = async (tokenId: string): Promise<void> => {
    await call('DELETE /api/me/tokens/:tokenId', { params: { tokenId } });
    await client.invalidateQueries();
  };
  if (data === undefined) return null;
  return (
    <section className="card" aria-labelledby="my-tokens">
      <div className="card-head">
        <h2 id="my-tokens">{t.tokens}</h2>
      </div>
      <div className="card-body">
        <p className="note">{t.tokensHint}</p>
        {data.tokens.length === 0 && <p className="quiet">{t.noTokens}</p>}
        <ul>
          {data.tokens.map((token) => (
            <li key={token.id}>
              <b>{token.label}</b> <code>{token.scopes.join(' ')}</code>{' '}
              <span className="note">{t.until(moment(token.expiresAt))}</span>{' '}
              <button type="button" className="link" onClick={() => void end(token.id)}>
                {t.end}
              </button>
            </li>
          ))}
        </ul>
        <NewToken possible={data.possible} longest={data.longestDays} />
      </div>
    </section>
  );
}
