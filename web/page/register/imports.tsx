// Register files on their way in: how far each is, what was taken, and every row that was not with the mend of each cell.
import './register.css';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useRef, useState } from 'react';
import { basisNames, purposeNames, purposes } from '../../../core/policy/register/consent.ts';
import { type Answer, call } from '../../api.ts';
import { useAsk, useWords } from '../../ask.ts';
import { useChoose } from '../../part/filters.tsx';
import { ForThoseWhoMay } from '../../part/me.tsx';
import { PlainForm, type Values } from '../../part/plain-form.tsx';
import { Answered, Empty, usePageTitle } from '../../part/state.tsx';
import { moment } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { registerText } from '../../text/register.ts';

type Import = Answer<'GET /api/register/imports'>['imports'][number];
type ImportPage = Answer<'GET /api/register/imports/:importId'>;

const onTheWay = ({ state }: Import): boolean => state !== 'done' && state !== 'refused';
const askAgainMs = 700;

function Upload({
  year,
  sent,
}: {
  readonly year: number;
  readonly sent: (id: string, same: boolean) => void;
}): ReactNode {
  const t = useFeatureText(registerText);
  const { language } = useLanguage();
  const file = useRef<HTMLInputElement>(null);
  const send = async ({
    year: given = '',
    source = '',
    basis = '',
    purposes: wanted = '',
    until = '',
    proof = '',
  }: Values) => {
    const chosen = file.current?.files?.[0];
    const ground = basisNames.find((name) => name === basis);
    if (!chosen || !ground) return file.current?.focus();
    const consent = { ...(until === '' ? {} : { until }), ...(proof === '' ? {} : { proof }) };
    const query = {
      name: chosen.name,
      year: given,
      source,
      basis: ground,
      purposes: wanted.trim().replaceAll(' ', ','),
      ...consent,
    };
    const received = await call('POST /api/register/imports', { query, body: chosen });
    sent(received.importId, received.alreadyHere);
  };
  return (
    <section className="card" aria-labelledby="register-import">
      <div className="card-head">
        <h2 id="register-import">{t.importTitle}</h2>
        <a href="/api/register/template" download>
          {t.template}
        </a>
      </div>
      <div className="card-body">
        <p className="note">{t.importLead}</p>
        <PlainForm
          fields={[
            { name: 'year', label: t.fileYear, kind: 'number', start: String(year) },
            { name: 'source', label: t.source, maxLength: 100 },
            {
              name: 'basis',
              label: t.basis,
              options: basisNames.map((value) => ({ value, label: t.bases[value] })),
            },
            {
              name: 'purposes',
              label: t.purposes,
              many: true,
              options: purposeNames.map((value) => ({ value, label: purposes[value][language] })),
              start: 'matching',
            },
            { name: 'until', label: t.consentUntil, kind: 'day', optional: true },
            { name: 'proof', label: t.proof, optional: true, maxLength: 100 },
          ]}
          submit={t.upload}
          send={send}
        >
          <label className="labelled over">
            {t.file}
            <input ref={file} type="file" accept=".csv,.xlsx,.parquet" className="field-input" required />
          </label>
        </PlainForm>
      </div>
    </section>
  );
}

function Progress({ row }: { readonly row: Import }): ReactNode {
  const t = useFeatureText(registerText);
  const { language } = useLanguage();
  return (
    <>
      {onTheWay(row) && (
        <progress className="import-bar" max={100} value={row.percent} aria-label={row.step[language]} />
      )}
      <p>
        <span className="tag">{row.step[language]}</span>{' '}
        <span className="num">{t.rows(row.total, row.accepted, row.rejected)}</span>
        {row.state === 'done' && <span className="note"> · {t.seconds(row.milliseconds)}</span>}
      </p>
    </>
  );
}

function Outcome({ page }: { readonly page: ImportPage }): ReactNode {
  const t = useFeatureText(registerText);
  const { language } = useLanguage();
  const { import: row, faults, rejected } = page;
  const rowsAt = (format: string) => `/api/register/imports/${row.id}/rejected?format=${format}`;
  return (
    <>
      {row.problem && (
        <div className="alert" role="alert">
          {row.problem[language]}
        </div>
      )}
      {row.state === 'done' && <p>{t.outcome(row.enterprises, row.added, row.changed, row.unchanged)}</p>}
      {row.unknownColumns.length > 0 && (
        <p className="alert plain">
          {t.unknownColumns}
          {row.unknownColumns.join(language === 'zh' ? '；' : '; ')}
        </p>
      )}
      {faults.length > 0 && (
        <>
          <h3>{t.faults}</h3>
          <ul>
            {faults.map(({ code, heading, count, message }) => (
              <li key={`${code} ${heading}`}>
                {heading}：{message[language]} <span className="note">{t.times(count)}</span>
              </li>
            ))}
          </ul>
          <p>
            {t.download}{' '}
            <a href={rowsAt('xlsx')} download>
              xlsx
            </a>{' '}
            <a href={rowsAt('csv')} download>
              CSV
            </a>
          </p>
          <h3>{t.firstRows}</h3>
          <div className="table-box">
            <table className="lined">
              <thead>
                <tr>
                  <th scope="col">{t.cell}</th>
                  <th scope="col">{t.fact}</th>
                  <th scope="col">{t.content}</th>
                  <th scope="col">{t.problem}</th>
                </tr>
              </thead>
              <tbody>
                {rejected.flatMap(({ sheet, faults: own }) =>
                  own.map(({ at, heading, text, code, message }) => (
                    <tr key={`${sheet} ${at} ${code}`}>
                      <th scope="row">{at}</th>
                      <td>{heading}</td>
                      <td>{text}</td>
                      <td>{message[language]}</td>
                    </tr>
                  )),
                )}
              </tbody>
            </table>
          </div>
        </>
      )}
    </>
  );
}

function Chosen({ importId, same }: { readonly importId: string; readonly same: boolean }): ReactNode {
  const t = useFeatureText(registerText);
  const [running, run] = useState(true);
  const query = useAsk(
    'GET /api/register/imports/:importId',
    { params: { importId } },
    { every: running ? askAgainMs : 0 },
  );
  const isOver = query.data !== undefined && !onTheWay(query.data.import);
  if (isOver === running) run(!isOver);
  return (
    <section className="card" aria-live="polite">
      <Answered query={query}>
        {(page) => (
          <>
            <div className="card-head">
              <h2>{page.import.fileName}</h2>
            </div>
            <div className="card-body">
              {same && <p className="alert plain">{t.same}</p>}
              <Progress row={page.import} />
              <Outcome page={page} />
            </div>
          </>
        )}
      </Answered>
    </section>
  );
}

function List({ imports }: { readonly imports: readonly Import[] }): ReactNode {
  const t = useFeatureText(registerText);
  const { language } = useLanguage();
  const choose = useChoose();
  return (
    <section className="card" aria-labelledby="import-list">
      <div className="card-head">
        <h2 id="import-list">{t.list}</h2>
      </div>
      {imports.length === 0 ? (
        <Empty title={t.noImports} />
      ) : (
        <ul className="card-body imports">
          {imports.map((row) => (
            <li key={row.id}>
              <b>{row.fileName}</b>{' '}
              <button type="button" className="link" onClick={() => choose({ at: row.id })}>
                {t.details}
              </button>
              <Progress row={row} />
              <p className="note">
                {moment(row.at)} · {row.year} · {row.source} · {row.basis[language]}
                {row.by !== null && ` · ${row.by}`}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

export default function ImportsPage(): ReactNode {
  const t = useFeatureText(registerText);
  usePageTitle(t.importTitle);
  const { at } = useWords();
  const choose = useChoose();
  const [same, setSame] = useState(false);
  const query = useAsk('GET /api/register/imports', {}, { every: 3_000 });
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t.importTitle}</h1>
          <p>
            <Link to="/register">{t.back}</Link>
          </p>
        </div>
      </div>
      <ForThoseWhoMay permission="enterprise.load">
        <Answered query={query}>
          {({ imports, year }) => (
            <div className="enterprise-grid">
              <div>
                {at !== undefined && <Chosen key={at} importId={at} same={same} />}
                <List imports={imports} />
              </div>
              <div>
                <Upload
                  year={year}
                  sent={(id, isSame) => {
                    setSame(isSame);
                    choose({ at: id });
                  }}
                />
              </div>
            </div>
          )}
        </Answered>
      </ForThoseWhoMay>
    </>
  );
}
