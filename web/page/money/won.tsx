// 向上争取: what was won from above by kind and batch, its share of the province, what is used, and projects that are ready.
import '../budget/budget.css';
import type { ReactNode } from 'react';
import { type WonKind, wonKinds } from '../../../core/budget/won.ts';
import { wonKindLabel } from '../../../core/vocabulary/budget.ts';
import { type Answer, call } from '../../api.ts';
import { useAsk, useWords } from '../../ask.ts';
import { useChoose } from '../../part/filters.tsx';
import { useMay } from '../../part/me.tsx';
import { Pick } from '../../part/pick.tsx';
import { PlainForm } from '../../part/plain-form.tsx';
import { Answered, Empty, usePageTitle } from '../../part/state.tsx';
import { budgetsText } from '../../text/budgets.ts';
import { amount, day } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { key } from '../budget/shared.tsx';

type Page = Answer<'GET /api/won'>;

function Kinds({ page }: { readonly page: Page }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(budgetsText);
  return (
    <section className="card" aria-labelledby="won-kinds">
      <div className="card-head">
        <h2 id="won-kinds">{page.year}</h2>
      </div>
      <div className="table-box">
        <table className="lined cards won-table">
          <thead>
            <tr>
              <th scope="col">{t.kind}</th>
              {[t.won, t.lastYear, t.provinceShare, t.used, t.stock].map((word) => (
                <th key={word} scope="col" className="num">
                  {word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.kinds.map((row) => (
              <tr key={row.kind}>
                <th scope="row">{wonKindLabel[row.kind][language]}</th>
                <td className="num figure" data-label={t.won}>
                  {row.batches === 0 ? '—' : amount(row.amount)}
                </td>
                <td className="num" data-label={t.lastYear}>
                  {row.lastYear === null ? '—' : amount(row.lastYear)}
                </td>
                <td className="num" data-label={t.provinceShare}>
                  {row.provinceShare === null ? '—' : `${amount(row.provinceShare)}%`}
                  {row.shareFrom === 'printed' && <span className="note"> {t.sharePrinted}</span>}
                </td>
                <td className="num" data-label={t.used}>
                  {row.used === null ? '—' : amount(row.used)}
                  {row.usedPercent !== null && <span className="note"> {amount(row.usedPercent)}%</span>}
                </td>
                <td className="num whole-line" data-label={t.stock}>
                  {row.stock === null ? '—' : t.stockOf(row.stock.projects, row.stock.wanted)}
                  {row.stock !== null && <span className="note two-lines">{row.stock.source}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Batches({ page }: { readonly page: Page }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(budgetsText);
  return (
    <section className="card" aria-labelledby="won-batches">
      <div className="card-head">
        <h2 id="won-batches">{t.batches}</h2>
      </div>
      <div className="table-box">
        <table className="lined cards won-table">
          <thead>
            <tr>
              <th scope="col">{t.batch}</th>
              <th scope="col">{t.day}</th>
              <th scope="col" className="num">
                {t.won}
              </th>
              <th scope="col" className="num">
                {t.used}
              </th>
              <th scope="col">{t.source}</th>
            </tr>
          </thead>
          <tbody>
            {page.batches.map((batch) => (
              <tr key={`${batch.kind} ${batch.batch}`}>
                <th scope="row">
                  {batch.batch} <span className="note">{wonKindLabel[batch.kind][language]}</span>
                </th>
                <td data-label={t.day}>{day(batch.day, language)}</td>
                <td className="num figure" data-label={t.won}>
                  {amount(batch.amount)}
                </td>
                <td className="num" data-label={t.used}>
                  {batch.used === null ? '—' : amount(batch.used)}
                </td>
                <td data-label={t.source} className="whole-line">
                  {batch.source}
                  {batch.explanation !== '' && <span className="note two-lines">{batch.explanation}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const isKind = (text: string): text is WonKind => wonKinds.some((kind) => kind === text);
const orNull = (text: string): string | null => (text.trim() === '' ? null : text.replaceAll(',', '').trim());

function Forms({ page }: { readonly page: Page }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(budgetsText);
  const kindField = {
    name: 'kind',
    label: t.kind,
    options: wonKinds.map((value) => ({ value, label: wonKindLabel[value][language] })),
  };
  const yearField = { name: 'year', label: t.year, start: String(page.year ?? ''), maxLength: 4 };
  return (
    <section className="card" aria-labelledby="enter-won">
      <div className="card-head">
        <h2 id="enter-won">{t.enterWon}</h2>
      </div>
      <div className="card-body">
        <details>
          <summary>{t.enterWon}</summary>
          <PlainForm
            submit={t.save}
            fields={[
              kindField,
              yearField,
              { name: 'batch', label: t.batch, maxLength: 100 },
              { name: 'day', label: t.day, kind: 'day' },
              { name: 'amount', label: `${t.won}（亿元）`, maxLength: 20 },
              { name: 'province', label: t.province, maxLength: 20, optional: true },
              { name: 'printedShare', label: t.printedShare, maxLength: 10, optional: true },
              { name: 'used', label: t.used, maxLength: 20, optional: true },
              { name: 'source', label: t.source, maxLength: 300 },
              { name: 'explanation', label: t.reason, hint: t.reasonHint, maxLength: 1000, optional: true },
            ]}
            send={async ({
              kind = '',
              year = '',
              batch = '',
              day: on = '',
              amount: won = '',
              source = '',
              ...more
            }) => {
              const body = {
                kind: isKind(kind) ? kind : ('specialBond' as const),
                ...{ year: Number(year), batch, day: on, amount: orNull(won) ?? '', source },
                province: orNull(more.province ?? ''),
                printedShare: orNull(more.printedShare ?? ''),
                used: orNull(more.used ?? ''),
                explanation: more.explanation ?? '',
              };
              await call('POST /api/won', { body }, undefined, key());
            }}
          />
        </details>
        <details>
          <summary>{t.enterStock}</summary>
          <PlainForm
            submit={t.save}
            fields={[
              kindField,
              yearField,
              { name: 'projects', label: t.projects, maxLength: 7, optional: true },
              { name: 'wanted', label: `${t.wanted}（亿元）`, maxLength: 20, optional: true },
              { name: 'source', label: t.source, maxLength: 300 },
            ]}
            send={async ({ kind = '', year = '', projects = '', wanted = '', source = '' }) => {
              const body = {
                kind: isKind(kind) ? kind : ('specialBond' as const),
                ...{ year: Number(year), source, wanted: orNull(wanted) },
                projects: projects.trim() === '' ? null : Number(projects),
              };
              await call('POST /api/won/stock', { body }, undefined, key());
            }}
          />
        </details>
      </div>
    </section>
  );
}

export default function WonScreen(): ReactNode {
  const t = useFeatureText(budgetsText);
  const mayWrite = useMay('budget.write');
  const { at } = useWords();
  const choose = useChoose();
  usePageTitle(t.wonTitle);
  const year = at !== undefined && /^\d{4}$/.test(at) ? { year: at } : {};
  const query = useAsk('GET /api/won', { query: year });
  return (
    <Answered query={query}>
      {(page) => (
        <>
          <div className="page-head">
            <div>
              <h1>{t.wonTitle}</h1>
              <p>{t.wonLead}</p>
            </div>
            {page.years.length > 0 && (
              <div className="page-tools">
                <Pick
                  label={t.year}
                  hideLabel
                  choices={page.years.map((each) => ({ id: String(each), label: String(each) }))}
                  chosen={String(page.year)}
                  choose={(id) => choose({ at: id })}
                />
              </div>
            )}
          </div>
          <div className="stack">
            {page.year === null ? (
              <div className="card">
                <Empty title={t.noWon} />
              </div>
            ) : (
              <>
                <Kinds page={page} />
                <Batches page={page} />
              </>
            )}
            {mayWrite && <Forms page={page} />}
          </div>
        </>
      )}
    </Answered>
  );
}
