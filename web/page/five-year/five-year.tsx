// Five-year targets: each with its years, the reference path, what is left for each year, mid-term and pace; and the forms that enter them.
import './five-year.css';
import type { ReactNode } from 'react';
import { fiveYearKindLabel } from '../../../core/vocabulary/budget.ts';
import { pathPaceLabel } from '../../../core/vocabulary/monitoring.ts';
import { type Answer, call } from '../../api.ts';
import { useAsk, useWhen } from '../../ask.ts';
import { useMay } from '../../part/me.tsx';
import { PlainForm } from '../../part/plain-form.tsx';
import { Answered, Empty, usePageTitle } from '../../part/state.tsx';
import { LookingBack } from '../../part/when.tsx';
import { amount, day, percent } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { monitoringText } from '../../text/monitoring.ts';
import { Demonstration } from '../monitoring/words.tsx';
import { PathDrawing } from './path.tsx';

type Page = Answer<'GET /api/five-year'>;
export type FiveYearRow = Page['rows'][number];

const paceMark = { met: '✓', onPath: '✓', behind: '▲', open: '○' } as const;
const paceTag = { met: 'tag good', onPath: 'tag good', behind: 'tag warn', open: 'tag' } as const;

export function Pace({ pace }: { readonly pace: FiveYearRow['pace'] }): ReactNode {
  const { language } = useLanguage();
  return (
    <span className={paceTag[pace]}>
      <span aria-hidden="true">{paceMark[pace]}</span> {pathPaceLabel[pace][language]}
    </span>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Facts({ row }: { readonly row: FiveYearRow }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(monitoringText);
  const { standing, midTerm } = row;
  return (
    <dl className="five-facts">
      <Fact name={t.goal}>
        {amount(row.target)} <span className="unit">{row.unit}</span>
      </Fact>
      {row.baseline !== null && (
        <Fact name={`${t.baseline} ${row.fromYear - 1}`}>{amount(row.baseline)}</Fact>
      )}
      <Fact name={t.reached}>
        {standing.reached === null ? '—' : amount(standing.reached)}{' '}
        {standing.share !== null && (
          <span className="note">
            {t.share} {percent(standing.share)}% · {t.expected} {percent(standing.expectedShare)}%
          </span>
        )}
      </Fact>
      {standing.left !== null && (
        <Fact name={t.left}>
          {amount(standing.left)}{' '}
          {standing.eachYear !== null && (
            <span className="note">
              {t.eachYear} {amount(standing.eachYear)}
            </span>
          )}
        </Fact>
      )}
      <Fact name={`${t.judged}${row.paceYear === null ? '' : ` ${row.paceYear}`}`}>
        <Pace pace={row.pace} />{' '}
        <span className="note">
          {row.gap !== null && t.gapOf(amount(row.gap))}
          {row.kind !== 'averageGrowth' &&
            row.pace === 'behind' &&
            ` · ${row.reachedIn === null ? t.never : t.reachedIn(row.reachedIn)}`}
          {standing.missingYears.length > 0 && ` · ${t.missing(standing.missingYears.join('、'))}`}
        </span>
      </Fact>
      <Fact name={`${t.midTerm} ${day(midTerm.day, language)}`}>
        <Pace pace={midTerm.pace} />{' '}
        {midTerm.reached !== null && midTerm.due !== null && (
          <span className="note">
            {amount(midTerm.reached)} / {t.dueValue} {amount(midTerm.due)}
          </span>
        )}
      </Fact>
    </dl>
  );
}

function Years({ row }: { readonly row: FiveYearRow }): ReactNode {
  const t = useFeatureText(monitoringText);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="table-box" tabIndex={0} aria-label={t.years}>
      <table className="five-years">
        <thead>
          <tr>
            <th scope="col">{t.years}</th>
            {row.years.map(({ year }) => (
              <th key={year} scope="col" className="num">
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t.roles.figure}</th>
            {row.years.map(({ year, value, source, isDemonstration }) => (
              <td key={year} className="num" title={source}>
                {value === null ? <span className="quiet">—</span> : amount(value)}{' '}
                {isDemonstration && <Demonstration />}
              </td>
            ))}
          </tr>
          {row.kind === 'cumulative' && (
            <tr>
              <th scope="row">{t.soFar}</th>
              {row.years.map(({ year, soFar }) => (
                <td key={year} className="num">
                  {soFar === null ? <span className="quiet">—</span> : amount(soFar)}
                </td>
              ))}
            </tr>
          )}
          <tr>
            <th scope="row">{t.dueValue}</th>
            {row.years.map(({ year, due }) => (
              <td key={year} className="num quiet">
                {due === null ? '—' : amount(due)}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t.annual}</th>
            {row.years.map(({ year, annual, annualShare }) => (
              <td key={year} className="num">
                {annual === null ? <span className="quiet">—</span> : amount(annual)}
                {annualShare !== null && <span className="note"> {t.annualShare(amount(annualShare))}</span>}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function EnterYear({ row }: { readonly row: FiveYearRow }): ReactNode {
  const t = useFeatureText(monitoringText);
  const open = row.years.find(({ value }) => value === null)?.year ?? row.toYear;
  return (
    <details>
      <summary>{t.enterFigure}</summary>
      <PlainForm
        key={row.years.map(({ number, annualNumber }) => number + annualNumber).join(' ')}
        submit={t.save}
        fields={[
          {
            name: 'year',
            label: t.yearOf,
            start: String(open),
            options: row.years.map(({ year }) => ({ value: String(year), label: String(year) })),
          },
          {
            name: 'role',
            label: t.role,
            options: [
              { value: 'figure', label: t.roles.figure },
              { value: 'annual', label: t.roles.annual },
            ],
          },
          { name: 'value', label: `${t.value}（${row.unit}）`, maxLength: 30 },
          { name: 'source', label: t.source, maxLength: 300 },
        ]}
        send={async ({ year = '', role: chosen = '', value = '', source = '' }) => {
          const role = chosen === 'annual' ? ('annual' as const) : ('figure' as const);
          const seen = row.years.find((each) => String(each.year) === year);
          const after = (role === 'annual' ? seen?.annualNumber : seen?.number) ?? 0;
          const body = { year: Number(year), role, value, source, after };
          const params = { targetId: row.id };
          await call(
            'POST /api/five-year/:targetId/figures',
            { params, body },
            undefined,
            crypto.randomUUID(),
          );
        }}
      />
    </details>
  );
}

function Card({ row }: { readonly row: FiveYearRow }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(monitoringText);
  const mayWrite = useMay('monitoring.write');
  return (
    <section className="card" aria-labelledby={`five-${row.id}`}>
      <div className="card-head">
        <h2 id={`five-${row.id}`} lang="zh-CN">
          {row.metric}
        </h2>
        <span className="note">
          {fiveYearKindLabel[row.kind][language]} · {row.fromYear}—{row.toYear}
          {row.force !== null && ` · ${t.forces[row.force]}`} · {row.source}
        </span>
        {row.isDemonstration && <Demonstration />}
      </div>
      <div className="card-body">
        <Facts row={row} />
        <div className="five-body">
          <PathDrawing row={row} />
          <Years row={row} />
        </div>
        {mayWrite && <EnterYear row={row} />}
      </div>
    </section>
  );
}

function EnterTarget(): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(monitoringText);
  const kinds = ['cumulative', 'endLevel', 'averageGrowth'] as const;
  return (
    <section className="card" aria-labelledby="enter-target">
      <div className="card-head">
        <h2 id="enter-target">{t.enterTarget}</h2>
      </div>
      <div className="card-body">
        <PlainForm
          submit={t.save}
          fields={[
            { name: 'metric', label: t.metric, maxLength: 120 },
            { name: 'unit', label: t.unit, maxLength: 20 },
            {
              name: 'kind',
              label: t.kind,
              options: kinds.map((value) => ({ value, label: fiveYearKindLabel[value][language] })),
            },
            { name: 'fromYear', label: t.from, kind: 'number', start: '2021' },
            { name: 'toYear', label: t.to, kind: 'number', start: '2025' },
            { name: 'target', label: t.goal, maxLength: 30 },
            { name: 'baseline', label: t.baseline, optional: true, maxLength: 30 },
            {
              name: 'force',
              label: t.force,
              options: (['none', 'binding', 'anticipatory'] as const).map((value) => ({
                value,
                label: t.forces[value],
              })),
            },
            { name: 'source', label: t.source, maxLength: 300 },
          ]}
          send={async ({ metric = '', unit = '', source = '', target = '', baseline = '', ...given }) => {
            const kind = kinds.find((one) => one === given.kind) ?? 'cumulative';
            const force = (['binding', 'anticipatory'] as const).find((one) => one === given.force) ?? null;
            const years = { fromYear: Number(given.fromYear), toYear: Number(given.toYear) };
            const base = baseline === '' ? null : baseline;
            const body = { metric, unit, kind, ...years, target, baseline: base, force, source };
            await call('POST /api/five-year', { body }, undefined, crypto.randomUUID());
          }}
        />
      </div>
    </section>
  );
}

function FiveYears({ page }: { readonly page: Page }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(monitoringText);
  const mayWrite = useMay('monitoring.write');
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t.fiveTitle}</h1>
          <p>
            {t.fiveLead(day(page.asOf, language))} · {t.midTermBasis}
          </p>
        </div>
      </div>
      <div className="stack">
        {page.rows.length === 0 && (
          <section className="card">
            <Empty title={t.fiveNone} hint={t.fiveNoneHint} />
          </section>
        )}
        {page.rows.map((row) => (
          <Card key={row.id} row={row} />
        ))}
        {mayWrite && <EnterTarget />}
      </div>
    </>
  );
}

export default function FiveYearScreen(): ReactNode {
  const t = useFeatureText(monitoringText);
  usePageTitle(t.fiveTitle);
  const { asOf, knownOn } = useWhen();
  const query = useAsk('GET /api/five-year', {
    query: { ...(asOf === undefined ? {} : { asOf }), ...(knownOn === undefined ? {} : { knownOn }) },
  });
  return (
    <>
      {knownOn !== undefined && <LookingBack knownOn={knownOn} />}
      <Answered query={query}>{(page) => <FiveYears page={page} />}</Answered>
    </>
  );
}
