// The city's channels, for the administrator: the mail server, webhooks with their deliveries, jobs that failed.
import './inbox.css';
import { type ReactNode, useState } from 'react';
import { call } from '../../api.ts';
import { useAsk, useSend } from '../../ask.ts';
import { ForThoseWhoMay, useMay } from '../../part/me.tsx';
import { PlainForm } from '../../part/plain-form.tsx';
import { Answered, usePageTitle, useProblemWords } from '../../part/state.tsx';
import { moment } from '../../text/format.ts';
import { useFeatureText } from '../../text/language.tsx';
import { messagesText } from '../../text/messages.ts';
import { Hooks } from './hooks.tsx';

const securities = ['tls', 'startTls', 'none'] as const;
const securityOf = (text: string | undefined) => securities.find((each) => each === text) ?? 'tls';

function MailServerForm({ close }: { readonly close: () => void }): ReactNode {
  const t = useFeatureText(messagesText);
  const { data } = useAsk('GET /api/mail-server', {});
  if (data === undefined) return null;
  const { server } = data;
  return (
    <PlainForm
      fields={[
        { name: 'host', label: t.host, start: server?.host ?? '' },
        { name: 'port', label: t.port, kind: 'number', start: `${server?.port ?? 465}` },
        {
          name: 'security',
          label: t.security,
          start: server?.security ?? 'tls',
          options: securities.map((value) => ({ value, label: t.securities[value] })),
        },
        { name: 'login', label: t.login, start: server?.login ?? '', optional: true },
        {
          ...{ name: 'password', label: t.password, hint: t.passwordHint, kind: 'password', optional: true },
          autoComplete: 'new-password',
          maxLength: 500,
        },
        { name: 'sender', label: t.sender, start: server?.sender ?? '' },
      ]}
      submit={t.setServer}
      send={async ({ host = '', port = '', security, login = '', password = '', sender = '' }) => {
        const given = { host, port: Number(port), security: securityOf(security), login, sender };
        const secret = password === '' ? {} : { password };
        await call('PUT /api/mail-server', { body: { server: { ...given, ...secret } } });
        close();
      }}
    />
  );
}

function MailServer(): ReactNode {
  const t = useFeatureText(messagesText);
  const words = useProblemWords();
  const [open, setOpen] = useState(false);
  const query = useAsk('GET /api/mail-server', {});
  const test = useSend('POST /api/mail-server/test');
  const put = useSend('PUT /api/mail-server');
  return (
    <section className="card" aria-labelledby="mail-server">
      <div className="card-head">
        <h2 id="mail-server">{t.mailServer}</h2>
      </div>
      <Answered query={query}>
        {({ server }) => (
          <div className="card-body stack">
            {server === null ? (
              <p className="note">{t.mailServerNone}</p>
            ) : (
              <p>
                <b className="figure">
                  {server.host}:{server.port}
                </b>{' '}
                <span className="tag">{t.securities[server.security]}</span> {server.sender}
              </p>
            )}
            <p className="button-row">
              <button type="button" className="button" aria-expanded={open} onClick={() => setOpen(!open)}>
                {open ? t.close : t.setServer}
              </button>
              {server !== null && (
                <>
                  <button
                    type="button"
                    className="button"
                    disabled={test.isPending}
                    onClick={() => test.mutate({ body: {} })}
                  >
                    {t.test}
                  </button>
                  <button
                    type="button"
                    className="button"
                    disabled={put.isPending}
                    onClick={() => put.mutate({ body: { server: null } })}
                  >
                    {t.removeServer}
                  </button>
                </>
              )}
            </p>
            <p role="status">
              {test.isSuccess && `✓ ${t.testSent}`}
              {test.isError && words(test.error)}
              {put.isError && words(put.error)}
            </p>
            {open && <MailServerForm close={() => setOpen(false)} />}
          </div>
        )}
      </Answered>
    </section>
  );
}

function Jobs(): ReactNode {
  const t = useFeatureText(messagesText);
  const words = useProblemWords();
  const query = useAsk('GET /api/jobs', {}, { every: 15_000 });
  const retry = useSend('POST /api/jobs/:jobId/retry');
  const mayRetry = useMay('job.retry');
  return (
    <section className="card" aria-labelledby="jobs">
      <div className="card-head">
        <h2 id="jobs">{t.jobs}</h2>
      </div>
      <p className="card-body note">{t.jobsHint}</p>
      {retry.isError && (
        <p className="alert" role="alert">
          {words(retry.error)}
        </p>
      )}
      <Answered query={query}>
        {({ waiting, failed }) =>
          failed.length === 0 ? (
            <p className="card-body">✓ {t.jobsGood(waiting)}</p>
          ) : (
            <div className="table-box">
              <table>
                <thead>
                  <tr>
                    <th>{t.task}</th>
                    <th>{t.lastError}</th>
                    <th>{t.since}</th>
                    <th>
                      <span className="hidden">{t.retry}</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {failed.map(({ id, task, tries, lastError, since }) => (
                    <tr key={id}>
                      <th scope="row">{t.tasks[task] ?? task}</th>
                      <td>
                        {lastError} <span className="note">{t.tries(tries)}</span>
                      </td>
                      <td>{moment(since)}</td>
                      <td>
                        {mayRetry && (
                          <button
                            type="button"
                            className="link"
                            disabled={retry.isPending}
                            onClick={() => retry.mutate({ params: { jobId: id }, body: {} })}
                          >
                            {t.retry}
                          </button>
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Answered>
    </section>
  );
}

export default function Channels(): ReactNode {
  const t = useFeatureText(messagesText);
  usePageTitle(t.channels);
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t.channels}</h1>
          <p>{t.channelsHint}</p>
        </div>
      </div>
      <ForThoseWhoMay permission="webhook.manage">
        <div className="stack">
          <MailServer />
          <Hooks />
          <Jobs />
        </div>
      </ForThoseWhoMay>
    </>
  );
}
