// Tables of projects as documents printed them: every figure leads to its place, contradictions stand below with both numbers.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Answer, call } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { useMay } from '../../part/me.tsx';
import { PlainForm } from '../../part/plain-form.tsx';
import { Empty } from '../../part/state.tsx';
import { moment, wide } from '../../text/format.ts';
import { useFeatureText } from '../../text/language.tsx';
import { projectsText } from '../../text/projects.ts';
import { money } from './parts.tsx';

type Table = Answer<'GET /api/projects/tables'>['tables'][number];

const columns = ['projects', 'total', 'annualPlan', 'done', 'rate', 'share'] as const;

function Figure({
  table,
  row,
  column,
}: {
  readonly table: Table;
  readonly row: Table['rows'][number];
  readonly column: (typeof columns)[number];
}): ReactNode {
  const span = row.spans[column];
  const text = money(row[column]);
  if (!span) return text;
  return (
    <Link
      to="/documents/$documentId"
      params={{ documentId: table.documentId }}
      search={{ at: `${span[0]}-${span[1]}` }}
    >
      {text}
    </Link>
  );
}

function Disagreements({ table }: { readonly table: Table }): ReactNode {
  const t = useFeatureText(projectsText);
  return (
    <div className="card-body">
      {table.disagreements.length > 0 && (
        <>
          <h4>{t.disagree}</h4>
          <ul className="pj-disagree">
            {table.disagreements.map(({ what, expected, found, residual, explained, start, end }) => (
              <li key={what}>
                <Link
                  to="/documents/$documentId"
                  params={{ documentId: table.documentId }}
                  search={{ at: `${start}-${end}` }}
                >
                  {wide(what)}
                </Link>{' '}
                {t.disagreeLine(expected, found, residual)}{' '}
                {explained && <span className="tag">{t.explainedByNote}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {table.holding > 0 && <p className="note">{t.holding(table.holding)}</p>}
      {table.adopted !== null && (
        <p className="note">
          {t.adopted(table.adopted.by, moment(table.adopted.at))}
          {table.adopted.explanation !== '' && ` · ${table.adopted.explanation}`}
        </p>
      )}
    </div>
  );
}

function TableCard({ table }: { readonly table: Table }): ReactNode {
  const t = useFeatureText(projectsText);
  const mayAdopt = useMay('plan.adopt');
  const shown = columns.filter((column) => table.rows.some((row) => row[column] !== null));
  return (
    <section className="card" aria-label={wide(table.caption)}>
      <div className="card-head">
        <h3>{wide(table.caption)}</h3>
        <span className="tag mark">{t.groupedBy[table.groupedBy]}</span>
        <span className="note end">{table.documentTitle}</span>
      </div>
      <div className="table-box">
        <table>
          <thead>
            <tr>
              <th scope="col" />
              {shown.map((column) => (
                <th key={column} scope="col" className="num">
                  {t.columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.name} className={row.role === 'item' ? '' : 'pj-sum'}>
                <th scope="row">{wide(row.name)}</th>
                {shown.map((column) => (
                  <td key={column} className="num figure">
                    <Figure table={table} row={row} column={column} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Disagreements table={table} />
      {table.adopted === null && mayAdopt && (
        <div className="card-body">
          <PlainForm
            fields={[
              { name: 'year', label: t.year, kind: 'number', start: `${table.year ?? ''}` },
              {
                name: 'explanation',
                label: t.explainTable,
                optional: table.disagreements.length === 0,
                maxLength: 2000,
              },
            ]}
            submit={t.adopt}
            send={async ({ year = '', explanation = '' }) => {
              const { documentId, caption } = table;
              await call(
                'POST /api/projects/tables',
                { body: { documentId, caption, year: Number(year), explanation } },
                undefined,
                crypto.randomUUID(),
              );
            }}
          />
        </div>
      )}
    </section>
  );
}

function Waiting(): ReactNode {
  const t = useFeatureText(projectsText);
  const found = useAsk('GET /api/projects/tables', { query: {} });
  const waiting = (found.data?.tables ?? []).filter(({ adopted }) => adopted === null);
  if (waiting.length === 0) return null;
  return (
    <>
      <h2>{t.waiting}</h2>
      {waiting.map((table) => (
        <TableCard key={`${table.documentId} ${table.caption}`} table={table} />
      ))}
    </>
  );
}

export function Published({ tables }: { readonly tables: readonly Table[] }): ReactNode {
  const t = useFeatureText(projectsText);
  const mayAdopt = useMay('plan.adopt');
  return (
    <div className="stack">
      <p className="note">{t.publishedHint}</p>
      {tables.length === 0 && (
        <div className="card">
          <Empty title={t.publishedNone} hint={t.publishedNoneHint} />
        </div>
      )}
      {tables.map((table) => (
        <TableCard key={`${table.documentId} ${table.caption}`} table={table} />
      ))}
      {mayAdopt && <Waiting />}
    </div>
  );
}
