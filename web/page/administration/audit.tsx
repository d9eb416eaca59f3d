// The audit log: where the chain stands, whether it is whole, and every entry by act and words.
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type Answer, call } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { ForThoseWhoMay, useMay } from '../../part/me.tsx';
import { Pick } from '../../part/pick.tsx';
import { Answered, Empty, usePageTitle } from '../../part/state.tsx';
import { auditText } from '../../text/audit.ts';
import { moment } from '../../text/format.ts';
import { useFeatureText } from '../../text/language.tsx';

type AuditPage = Answer<'GET /api/audit'>;

const anything = '*';

function Verify(): ReactNode {
  const t = useFeatureText(auditText);
  const check = useQuery({
    queryKey: ['GET /api/audit/verification'],
    queryFn: ({ signal }) => call('GET /api/audit/verification', {}, signal),
    enabled: false,
  });
  const found = check.data;
  return (
    <>
      <p>
        <button
          type="button"
          className="button primary"
          disabled={check.isFetching}
          onClick={() => void check.refetch()}
        >
          {check.isFetching ? t.verifying : t.verify}
        </button>
      </p>
      {found && (
        <div className={found.faults.length === 0 ? 'alert good' : 'alert'} role="status">
          <p>
            {found.faults.length === 0
              ? `✓ ${t.good(found.head.number, found.checkpoints)}`
              : `✗ ${t.bad(found.faults.length)}`}
          </p>
          {found.faults.map(({ code, number }) => (
            <p key={`${code} ${number}`}>{t.faults[code](number)}</p>
          ))}
        </div>
      )}
    </>
  );
}

function State({ page }: { readonly page: AuditPage }): ReactNode {
  const t = useFeatureText(auditText);
  const { head, checkpoint } = page;
  return (
    <section className="card" aria-label={t.head}>
      <div className="card-body stack">
        <p>
          {t.head} {head && t.entry(head.number)} <code className="audit-hash">{head?.hash}</code>
        </p>
        <p>
          {t.checkpoint}{' '}
          {checkpoint === null ? (
            <span className="note">{t.noCheckpoint}</span>
          ) : (
            <>
              {t.entry(checkpoint.number)} <span className="note">{moment(checkpoint.at)}</span>{' '}
              <code className="audit-hash">{checkpoint.hash}</code>
            </>
          )}
        </p>
        <Verify />
      </div>
    </section>
  );
}

function Entries({ page }: { readonly page: AuditPage }): ReactNode {
  const t = useFeatureText(auditText);
  return (
    <div className="table-box">
      <table className="lined audit-table">
        <caption className="hidden">{t.title}</caption>
        <thead>
          <tr>
            <th scope="col" className="num">
              {t.number}
            </th>
            {[t.at, t.by, t.act, t.object, t.detail].map((word) => (
              <th key={word} scope="col">
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {page.entries.map((entry) => (
            <tr key={entry.number}>
              <td className="num" title={entry.hash}>
                {entry.number}
              </td>
              <td>{moment(entry.at)}</td>
              <td>{entry.by ?? t.system}</td>
              <td>
                <code>{entry.act}</code>
              </td>
              <td>
                {entry.objectKind} <span className="note audit-hash">{entry.objectId}</span>
              </td>
              <td>
                <code className="audit-hash">{entry.detail}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Log(): ReactNode {
  const t = useFeatureText(auditText);
  const [act, setAct] = useState(anything);
  const [words, setWords] = useState('');
  const [before, setBefore] = useState<number | null>(null);
  const query = useAsk('GET /api/audit', {
    query: {
      ...(act === anything ? {} : { act }),
      ...(words === '' ? {} : { words }),
      ...(before === null ? {} : { before }),
    },
  });
  return (
    <Answered query={query}>
      {(page) => (
        <div className="stack">
          <State page={page} />
          <section className="card" aria-label={t.title}>
            <div className="filters">
              <div className="filter-line">
                <label className="word-field">
                  <span className="hidden">{t.words}</span>
                  <input
                    type="search"
                    value={words}
                    placeholder={t.words}
                    maxLength={80}
                    onChange={(event) => {
                      setWords(event.target.value);
                      setBefore(null);
                    }}
                  />
                </label>
                <Pick
                  label={t.act}
                  hideLabel
                  choices={[
                    { id: anything, label: t.anyAct },
                    ...page.acts.map((each) => ({ id: each.act, label: each.act, note: String(each.total) })),
                  ]}
                  chosen={act}
                  choose={(id) => {
                    setAct(id);
                    setBefore(null);
                  }}
                />
              </div>
            </div>
            {page.entries.length === 0 ? <Empty title={t.none} /> : <Entries page={page} />}
            <p className="card-body">
              {page.more && (
                <button
                  type="button"
                  className="button"
                  onClick={() => setBefore(page.entries.at(-1)?.number ?? null)}
                >
                  {t.more}
                </button>
              )}{' '}
              {before !== null && (
                <button type="button" className="link" onClick={() => setBefore(null)}>
                  {t.newest}
                </button>
              )}
            </p>
          </section>
        </div>
      )}
    </Answered>
  );
}

export default function AuditScreen(): ReactNode {
  const t = useFeatureText(auditText);
  usePageTitle(t.title);
  const mayRead = useMay('audit.read');
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
      </div>
      <ForThoseWhoMay permission="audit.read">{mayRead && <Log />}</ForThoseWhoMay>
    </>
  );
}
