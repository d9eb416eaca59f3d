// Taking an organisation from a workbook: checked first, every bad cell named, the sound rows taken.
import { type ReactNode, useRef, useState } from 'react';
import { type Answer, call } from '../../api.ts';
import { PlainForm } from '../../part/plain-form.tsx';
import { administrationText } from '../../text/administration.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';

type Imported = Answer<'POST /api/organisation/import'>;

function Outcome({ imported }: { readonly imported: Imported }): ReactNode {
  const t = useFeatureText(administrationText);
  const { language } = useLanguage();
  const { accepted, rejected, total, cells, passwords } = imported;
  return (
    <div role="status">
      <p>
        <b>{t.counts(accepted, rejected, total)}</b>
      </p>
      {cells.length > 0 && (
        <div className="table-box">
          <table>
            <thead>
              <tr>
                {[t.sheet, t.row, t.column, t.value, t.problem].map((heading) => (
                  <th key={heading}>{heading}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {cells.map((cell) => (
                <tr key={`${cell.sheet} ${cell.row} ${cell.column} ${cell.code}`}>
                  <td>{cell.sheet}</td>
                  <td className="num">{cell.row}</td>
                  <td>{cell.column}</td>
                  <td>{cell.value}</td>
                  <td>{cell.message[language]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {passwords.length > 0 && (
        <>
          <p>{t.passwords}</p>
          <ul>
            {passwords.map(({ login, password }) => (
              <li key={login}>
                {login} <code>{password}</code>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

export function ImportOrganisation(): ReactNode {
  const t = useFeatureText(administrationText);
  const file = useRef<HTMLInputElement>(null);
  const [imported, setImported] = useState<Imported | null>(null);
  return (
    <section className="card" aria-labelledby="import">
      <div className="card-head">
        <h2 id="import">{t.take}</h2>
        <a href="/api/organisation/template" download>
          {t.template}
        </a>
      </div>
      <div className="card-body">
        <PlainForm
          fields={[
            {
              name: 'mode',
              label: t.check,
              options: [
                { value: 'check', label: t.check },
                { value: 'take', label: t.take },
              ],
            },
          ]}
          submit={t.take}
          send={async ({ mode = '' }) => {
            const chosen = file.current?.files?.[0];
            if (!chosen) return file.current?.focus();
            const query = { mode: mode === 'take' ? 'take' : 'check' } as const;
            setImported(await call('POST /api/organisation/import', { query, body: chosen }));
          }}
        >
          <label className="labelled over">
            {t.chooseFile}
            <input ref={file} type="file" accept=".xlsx" className="field-input" />
          </label>
        </PlainForm>
        {imported && <Outcome imported={imported} />}
      </div>
    </section>
  );
}
