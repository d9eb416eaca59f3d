// Government debt by year and level: ceiling against balance, issues, uses, repayment, interest, warnings with their rules.
import '../budget/budget.css';
import type { ReactNode } from 'react';
import {
  budgetLevelLabel,
  debtColourLabel,
  debtKindLabel,
  debtNumberLabel,
} from '../../../core/vocabulary/budget.ts';
import { type Answer, call } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { useMay } from '../../part/me.tsx';
import { PlainForm } from '../../part/plain-form.tsx';
import { Answered, Empty, usePageTitle } from '../../part/state.tsx';
import { budgetsText } from '../../text/budgets.ts';
import { amount, barWidth } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { Findings, key, Printed } from '../budget/shared.tsx';

type Page = Answer<'GET /api/debt'>;
type Year = Page['years'][number];
type Figure = Year['figures'][number];

const kinds = ['total', 'general', 'special'] as const;
const names = ['ceiling', 'balance', 'newBonds', 'refinancing', 'repaid', 'interest'] as const;
const find = ({ figures }: Year, name: Figure['name'], kind: Figure['kind']): Figure | undefined =>
  figures.find((figure) => figure.name === name && figure.kind === kind);

function Use({ year }: { readonly year: Year }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(budgetsText);
  const shown = kinds.filter((kind) => year.use[kind] !== null);
  if (shown.length === 0) return null;
  return (
    <div>
      <h3>{t.use}</h3>
      {shown.map((kind) => {
        const percent = year.use[kind] ?? '0';
        const [ceiling, balance] = [find(year, 'ceiling', kind), find(year, 'balance', kind)];
        const isOver = Number(percent) > 100;
        return (
          <div key={kind}>
            <p>
              {debtKindLabel[kind][language]}{' '}
              <b>
                <Printed value={balance?.amount ?? null} source={balance?.source ?? null} />
              </b>{' '}
              / <Printed value={ceiling?.amount ?? null} source={ceiling?.source ?? null} />{' '}
              <span className={isOver ? 'tag late' : 'note'}>{amount(percent)}%</span>
            </p>
            <div className={`debt-bar ${isOver ? 'over' : ''}`} aria-hidden="true">
              <i style={{ width: `${barWidth(String(Number(percent) / 100))}%` }} />
            </div>
          </div>
        );
      })}
    </div>
  );
}

function Numbers({ year }: { readonly year: Year }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(budgetsText);
  const shown = [...names, 'newCeiling' as const].filter((name) =>
    year.figures.some((figure) => figure.name === name),
  );
  return (
    <div className="table-box">
      <table>
        <thead>
          <tr>
            <th scope="col">{t.flow}</th>
            {kinds.map((kind) => (
              <th key={kind} scope="col" className="num">
                {kind === 'total' ? t.total : kind === 'general' ? t.general : t.special2}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((name) => (
            <tr key={name}>
              <th scope="row">{debtNumberLabel[name]?.[language] ?? t.newCeiling}</th>
              {kinds.map((kind) => {
                const figure = find(year, name, kind);
                return (
                  <td key={kind} className="num" title={figure?.explanation}>
                    <Printed value={figure?.amount ?? null} source={figure?.source ?? null} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Uses({ year }: { readonly year: Year }): ReactNode {
  const t = useFeatureText(budgetsText);
  const uses = year.figures
    .filter(({ name }) => name === 'use')
    .toSorted((a, b) => Number(b.amount) - Number(a.amount));
  if (uses.length === 0) return null;
  const most = Number(uses[0]?.amount ?? 1);
  return (
    <div>
      <h3>{t.uses}</h3>
      {uses.map((use) => (
        <div key={use.purpose}>
          <p>
            {use.purpose}{' '}
            <b>
              <Printed value={use.amount} source={use.source} />
            </b>
          </p>
          <div className="debt-bar" aria-hidden="true">
            <i style={{ width: `${barWidth(String(Number(use.amount) / most))}%` }} />
          </div>
        </div>
      ))}
    </div>
  );
}

function YearCard({ year }: { readonly year: Year }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(budgetsText);
  const id = `debt-${year.year}-${year.level}`;
  return (
    <section className="card debt-year" aria-labelledby={id}>
      <div className="card-head">
        <h2 id={id}>
          {year.year} {budgetLevelLabel[year.level][language]}
        </h2>
        {year.ratio ? (
          <span className="tag mark end">
            {t.ratio} {amount(year.ratio.percent)}% · {debtColourLabel[year.ratio.colour][language]}
          </span>
        ) : (
          <span className="note end">{t.noRatio}</span>
        )}
      </div>
      {year.findings.length > 0 && <Findings findings={year.findings} />}
      <div className="debt-grid">
        <Use year={year} />
        <Uses year={year} />
      </div>
      <Numbers year={year} />
    </section>
  );
}

function Rules({ page }: { readonly page: Page }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(budgetsText);
  return (
    <section className="card" aria-labelledby="debt-rules">
      <div className="card-head">
        <h2 id="debt-rules">{t.settings}</h2>
        <span className="note">{t.settingsHint}</span>
      </div>
      <ul className="card-body">
        {page.settings.map((setting) => (
          <li key={setting.key}>
            {setting[language]} <b>{setting.value}</b> <span className="note">{setting.source}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const isLevel = (text: string): text is 'cityWide' | 'ownLevel' => text === 'cityWide' || text === 'ownLevel';

function Enter({ page }: { readonly page: Page }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(budgetsText);
  const fields = names.flatMap((name) =>
    kinds.map((kind) => ({
      name: `${name} ${kind}`,
      label: `${debtNumberLabel[name]?.[language] ?? name} · ${debtKindLabel[kind][language]}`,
      optional: true,
      maxLength: 20,
    })),
  );
  return (
    <section className="card debt-form" aria-labelledby="enter-debt">
      <div className="card-head">
        <h2 id="enter-debt">{t.enterDebt}</h2>
        <span className="note">{t.enterDebtHint}</span>
      </div>
      <div className="card-body">
        <details>
          <summary>{t.enterDebt}</summary>
          <PlainForm
            submit={t.save}
            fields={[
              { name: 'year', label: t.year, start: String(page.years[0]?.year ?? ''), maxLength: 4 },
              {
                name: 'level',
                label: t.level,
                options: (['cityWide', 'ownLevel'] as const).map((value) => ({
                  value,
                  label: budgetLevelLabel[value][language],
                })),
              },
              ...fields,
              { name: 'means total', label: t.means, optional: true, maxLength: 20 },
              { name: 'explanation', label: t.reason, hint: t.reasonHint, maxLength: 1000, optional: true },
            ]}
            send={async ({ year = '', level = '', explanation = '', ...given }) => {
              const figures = [...names, 'means' as const].flatMap((name) =>
                kinds.flatMap((kind) => {
                  const typed = (given[`${name} ${kind}`] ?? '').replaceAll(',', '').trim();
                  return typed === '' ? [] : [{ name, kind, purpose: '', amount: typed }];
                }),
              );
              const of = isLevel(level) ? level : ('cityWide' as const);
              const body = { year: Number(year), level: of, figures, explanation };
              await call('POST /api/debt', { body }, undefined, key());
            }}
          />
        </details>
      </div>
    </section>
  );
}

export default function DebtScreen(): ReactNode {
  const t = useFeatureText(budgetsText);
  const mayWrite = useMay('budget.write');
  usePageTitle(t.debtTitle);
  const query = useAsk('GET /api/debt', {});
  return (
    <Answered query={query}>
      {(page) => (
        <>
          <div className="page-head">
            <div>
              <h1>{t.debtTitle}</h1>
              <p>{t.debtLead}</p>
            </div>
          </div>
          <div className="stack">
            {page.years.length === 0 && (
              <div className="card">
                <Empty title={t.noDebt} hint={t.noneHint} />
              </div>
            )}
            {page.years.map((year) => (
              <YearCard key={`${year.year} ${year.level}`} year={year} />
            ))}
            <Rules page={page} />
            {mayWrite && <Enter page={page} />}
          </div>
        </>
      )}
    </Answered>
  );
}
