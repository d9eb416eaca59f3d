// The lines of a batch by what became of them: paid, paid by another clause, held before, taken out, or without a decision.
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { moneyText } from '../../../core/policy/words/number-words.ts';
import { type Answer, call } from '../../api.ts';
import { useWords } from '../../ask.ts';
import { useChoose } from '../../part/filters.tsx';
import { PlainForm } from '../../part/plain-form.tsx';
import { Empty } from '../../part/state.tsx';
import { awardText } from '../../text/awards.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';

type Page = Answer<'GET /api/batches/:batchId'>;
type Line = Page['lines'][number];

const views = ['pays', 'beaten', 'held', 'removed', 'unknown'] as const;
type View = (typeof views)[number];
export const isView = (text: string | undefined): text is View => views.some((view) => view === text);

function LineRow({
  line,
  page,
  open,
  toggle,
}: {
  readonly line: Line;
  readonly page: Page;
  readonly open: boolean;
  readonly toggle: () => void;
}): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(awardText);
  const mayRemove = page.mayRemove && line.removed === null && line.beatenBy === null;
  return (
    <>
      <tr>
        <th scope="row">
          {line.name}
          <span className="note cut">
            {line.code} {line.place}
          </span>
        </th>
        <td data-label={t.clause} className="whole-line">
          <Link
            to="/policies/$clauseId"
            params={{ clauseId: line.clause.id }}
            search={{ asOf: page.batch.day }}
          >
            {line.clause.title[language]}
          </Link>
          {line.beatenBy !== null && (
            <span className="note cut">
              {t.paidBy}
              {language === 'zh' ? '：' : ': '}
              {line.beatenBy.title[language]}
            </span>
          )}
          {line.removed !== null && (
            <span className="note cut">
              {line.removed}（{t.removedBy(line.removedBy ?? '—')}）
            </span>
          )}
        </td>
        <td data-label={t.amount} className="num figure">
          {moneyText(line.amount)[language]}
        </td>
        <td>
          {mayRemove && (
            <button type="button" className="link" aria-expanded={open} onClick={toggle}>
              {t.remove}
            </button>
          )}
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={4}>
            <PlainForm
              fields={[{ name: 'reason', label: t.removeReason }]}
              submit={t.remove}
              danger
              send={async ({ reason = '' }) => {
                await call('POST /api/batches/:batchId/removals', {
                  params: { batchId: page.batch.id },
                  body: { line: line.number, reason },
                });
                toggle();
              }}
            />
          </td>
        </tr>
      )}
    </>
  );
}

function Table({ page }: { readonly page: Page }): ReactNode {
  const t = useFeatureText(awardText);
  const [open, setOpen] = useState<number | null>(null);
  return (
    <div className="table-box">
      <table className="lined cards">
        <caption className="hidden">{t.lines}</caption>
        <colgroup>
          <col />
          <col />
          <col className="col-money" />
          <col className="col-narrow" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t.enterprise}</th>
            <th scope="col">{t.clause}</th>
            <th scope="col" className="num">
              {t.amount}
            </th>
            <th scope="col">
              <span className="hidden">{t.remove}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {page.lines.map((line) => (
            <LineRow
              key={line.number}
              line={line}
              page={page}
              open={open === line.number}
              toggle={() => setOpen(open === line.number ? null : line.number)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Gaps({ page }: { readonly page: Page }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(awardText);
  return (
    <div className="table-box">
      <table className="lined cards">
        <caption className="hidden">{t.views.unknown}</caption>
        <thead>
          <tr>
            <th scope="col">{t.clause}</th>
            <th scope="col">{t.missing}</th>
            <th scope="col" className="num">
              {t.count}
            </th>
            <th scope="col">{t.examples}</th>
          </tr>
        </thead>
        <tbody>
          {page.gaps.map(({ clause, missing, subjects, examples }) => (
            <tr key={clause.id + missing.map(({ zh }) => zh).join()}>
              <th scope="row">
                <Link
                  to="/policies/$clauseId"
                  params={{ clauseId: clause.id }}
                  search={{ asOf: page.batch.day }}
                >
                  {clause.title[language]}
                </Link>
              </th>
              <td data-label={t.missing} className="whole-line">
                {missing.map((fact) => fact[language]).join(language === 'zh' ? '、' : ', ')}
              </td>
              <td data-label={t.count} className="num">
                {subjects}
              </td>
              <td data-label={t.examples} className="note two-lines">
                {examples
                  .slice(0, 3)
                  .map(({ name }) => name)
                  .join(language === 'zh' ? '、' : ', ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Pager({ page }: { readonly page: Page }): ReactNode {
  const t = useFeatureText(awardText);
  const choose = useChoose();
  if (page.pages <= 1) return null;
  const go = (at: number) => choose({ at: String(at) });
  return (
    <nav className="pager" aria-label={t.lines}>
      <button
        type="button"
        className="button small"
        disabled={page.page <= 1}
        onClick={() => go(page.page - 1)}
      >
        {t.previous}
      </button>
      <span>{t.page(page.page, page.pages)}</span>
      <button
        type="button"
        className="button small"
        disabled={page.page >= page.pages}
        onClick={() => go(page.page + 1)}
      >
        {t.next}
      </button>
    </nav>
  );
}

export function Lines({ page }: { readonly page: Page }): ReactNode {
  const t = useFeatureText(awardText);
  const choose = useChoose();
  const { view, search = '' } = useWords();
  const shown: View = isView(view) ? view : 'pays';
  const isEmpty = shown === 'unknown' ? page.gaps.length === 0 : page.lines.length === 0;
  return (
    <section className="card" aria-label={t.lines}>
      <div className="filters">
        <div className="chips">
          {views.map((each) => (
            <button
              key={each}
              type="button"
              className="chip"
              aria-pressed={shown === each}
              onClick={() => choose({ view: each === 'pays' ? undefined : each, at: undefined })}
            >
              {t.views[each]} {page.counts[each]}
            </button>
          ))}
        </div>
        <p className="note">{t.viewHints[shown]}</p>
        {shown !== 'unknown' && (
          <label className="word-field">
            <span className="hidden">{t.find}</span>
            <input
              type="search"
              value={search}
              placeholder={t.find}
              onChange={(event) => choose({ search: event.target.value || undefined, at: undefined })}
            />
          </label>
        )}
      </div>
      {isEmpty ? (
        <Empty title={t.none} />
      ) : shown === 'unknown' ? (
        <Gaps page={page} />
      ) : (
        <Table page={page} />
      )}
      {shown !== 'unknown' && <Pager page={page} />}
    </section>
  );
}
