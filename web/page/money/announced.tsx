// Money that policies announce by area, gross and net, beside the lines that pay it; and cuts of expenses as ceilings.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Answer } from '../../api.ts';
import { useAsk, useWords } from '../../ask.ts';
import { useChoose } from '../../part/filters.tsx';
import { useMay } from '../../part/me.tsx';
import { Pick } from '../../part/pick.tsx';
import { Answered, Empty } from '../../part/state.tsx';
import { budgetsText } from '../../text/budgets.ts';
import { amount, barWidth } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { Findings } from '../budget/shared.tsx';
import { EnterAnnounced, EnterCut, EnterDocument } from './enter.tsx';

type Page = Answer<'GET /api/money/announced'>;
type Document = Page['documents'][number];

function DocumentCard({ document, year }: { readonly document: Document; readonly year: number }): ReactNode {
  const t = useFeatureText(budgetsText);
  const mayWrite = useMay('budget.write');
  const most = Math.max(...document.areas.map((area) => Number(area.amount ?? 0)), 1);
  const sums: readonly (readonly [string, string | null])[] = [
    [t.gross, document.gross],
    [t.net, document.net],
    [t.overlap, document.overlap],
    [t.behind, document.behind],
  ];
  const told = document.findings.filter(({ code }) => code !== 'announced.unlinked');
  return (
    <section className="card" aria-label={document.document}>
      <div className="card-head">
        <h2 lang="zh-CN">{document.document}</h2>
        <span className="note">{t.announcedHint}</span>
      </div>
      <dl className="budget-tiles">
        {sums.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {value === null ? '—' : amount(value)} {value !== null && <span className="unit">亿元</span>}
            </dd>
          </div>
        ))}
      </dl>
      <Findings findings={told} />
      <div className="table-box">
        <table className="lined budget-table">
          <thead>
            <tr>
              <th scope="col">{t.area}</th>
              <th scope="col" className="num">
                {t.amount}
              </th>
              <th scope="col">
                <span className="hidden">{t.share}</span>
              </th>
              <th scope="col">{t.linesBehind}</th>
            </tr>
          </thead>
          <tbody>
            {document.areas.map((area) => (
              <tr key={area.id}>
                <th scope="row">
                  {area.area} <span className="note">{area.ref}</span>
                  {area.number > 1 && (
                    <span className="note two-lines">
                      <span className="tag mark">{t.corrected(area.number)}</span> {area.source}
                    </span>
                  )}
                </th>
                <td className="num figure">{area.amount === null ? '—' : amount(area.amount)}</td>
                <td className="budget-bridge-cell">
                  <div className="debt-bar" aria-hidden="true">
                    <i style={{ width: `${barWidth(String(Number(area.amount ?? 0) / most))}%` }} />
                  </div>
                </td>
                <td>
                  {area.lines.length === 0
                    ? '—'
                    : area.lines.map((line) => (
                        <span key={line.id}>
                          <Link to="/budget-lines/$lineId" params={{ lineId: line.id }}>
                            {line.name}
                          </Link>{' '}
                          {line.budget === null ? '' : amount(line.budget)}{' '}
                        </span>
                      ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {document.overlaps.length > 0 && (
        <div className="card-body">
          <h3>{t.twice}</h3>
          <ul>
            {document.overlaps.map((overlap) => (
              <li key={overlap.lineId}>
                {overlap.name}：{overlap.areas.join('、')} {amount(overlap.announced)} /{' '}
                {overlap.budget === null ? '—' : amount(overlap.budget)}
              </li>
            ))}
          </ul>
        </div>
      )}
      {mayWrite && <EnterAnnounced document={document} year={year} />}
    </section>
  );
}

/** The year that is looked at stands in the address; the newest where none does. */
function useAnnounced() {
  const { at } = useWords();
  return useAsk('GET /api/money/announced', {
    query: at !== undefined && /^\d{4}$/.test(at) ? { year: at } : {},
  });
}

function Years({ page }: { readonly page: Page }): ReactNode {
  const t = useFeatureText(budgetsText);
  const choose = useChoose();
  if (page.years.length < 2) return null;
  return (
    <Pick
      label={t.year}
      choices={page.years.map((each) => ({ id: String(each), label: String(each) }))}
      chosen={String(page.year)}
      choose={(id) => choose({ at: id })}
    />
  );
}

export function Announced(): ReactNode {
  const t = useFeatureText(budgetsText);
  const mayWrite = useMay('budget.write');
  const query = useAnnounced();
  return (
    <Answered query={query}>
      {(page) => (
        <div className="stack">
          <Years page={page} />
          {page.documents.length === 0 && (
            <div className="card">
              <Empty title={t.none} />
            </div>
          )}
          {page.documents.map((document) => (
            <DocumentCard key={document.document} document={document} year={page.year ?? 0} />
          ))}
          {mayWrite && <EnterDocument year={page.year} />}
        </div>
      )}
    </Answered>
  );
}

function CutRow({ cut, year }: { readonly cut: Page['cuts'][number]; readonly year: number }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(budgetsText);
  const state = cut.kept === null ? t.unknown : cut.kept ? t.kept : t.over;
  const tag = cut.kept === null ? '' : cut.kept ? 'good' : 'late';
  const number = (value: string | null): string => (value === null ? '—' : amount(value));
  return (
    <tr lang={language === 'zh' ? undefined : 'zh-CN'}>
      <th scope="row">
        {cut.commitmentId === null ? (
          cut.metric
        ) : (
          <Link to="/commitments/$commitmentId" params={{ commitmentId: cut.commitmentId }}>
            {cut.metric}
          </Link>
        )}
        <span className="note two-lines">
          {cut.number > 1 && <span className="tag mark">{t.corrected(cut.number)}</span>} {cut.source}
        </span>
      </th>
      <td className="num">{cut.percent === '0' ? t.notMore : `${amount(cut.percent)}%`}</td>
      <td className="num">
        {number(cut.base)}
        {cut.baseFrom === 'lastYear' && (
          <span className="note two-lines">{t.baseFrom.lastYear(year - 1)}</span>
        )}
      </td>
      <td className="num">{number(cut.most)}</td>
      <td className="num figure">
        {cut.lineId === null || cut.spent === null ? (
          number(cut.spent)
        ) : (
          <Link to="/budget-lines/$lineId" params={{ lineId: cut.lineId }}>
            {amount(cut.spent)}
          </Link>
        )}
      </td>
      <td className="num">{cut.reached === null ? '—' : `${amount(cut.reached)}%`}</td>
      <td>
        <span className={`tag ${tag}`}>{state}</span>
      </td>
    </tr>
  );
}

export function Cuts(): ReactNode {
  const t = useFeatureText(budgetsText);
  const mayWrite = useMay('budget.write');
  const query = useAnnounced();
  return (
    <Answered query={query}>
      {(page) => (
        <section className="card" aria-labelledby="cuts">
          <div className="card-head">
            <h2 id="cuts">{t.cutsTitle}</h2>
            <span className="note">{t.cutsHint}</span>
            <Years page={page} />
          </div>
          <div className="table-box">
            <table className="lined budget-table">
              <thead>
                <tr>
                  <th scope="col">{t.metric}</th>
                  {[t.percent, t.base, t.most, t.spent, t.reached].map((word) => (
                    <th key={word} scope="col" className="num">
                      {word}
                    </th>
                  ))}
                  <th scope="col">{t.outcome}</th>
                </tr>
              </thead>
              <tbody>
                {page.cuts.map((cut) => (
                  <CutRow key={cut.id} cut={cut} year={page.year ?? 0} />
                ))}
              </tbody>
            </table>
          </div>
          {mayWrite && <EnterCut page={page} />}
        </section>
      )}
    </Answered>
  );
}
