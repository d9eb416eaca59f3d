// A list on paper: the same filters as the screen it comes from, named on a cover line; for one leader or unit it is the sheet of the weekly meeting.
import type { ReactNode } from 'react';
import type { CommitmentList, CommitmentRow, Kind } from '../../api.ts';
import { useWords } from '../../ask.ts';
import { type Column, useList, useSorted, useSorting } from '../../part/list.ts';
import { Answered, Empty, usePageTitle } from '../../part/state.tsx';
import { isStatus, StatusLabel, statusOrder, VerdictLabel } from '../../part/status.tsx';
import type { Search } from '../../router.tsx';
import { becauseOf, kindsWord, statusWord } from '../../text/domain.ts';
import { day, figureText, percent, shortDay, targetShort, unitOf, wide } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { sheetText } from '../../text/sheet.ts';
import { Cover, Paper } from './paper.tsx';

const kinds: readonly Kind[] = ['task', 'indicator', 'livelihood', 'project', 'budget', 'policy'];
const isKind = (text: string | undefined): text is Kind => kinds.some((kind) => kind === text);

/** What the list was cut by, in words; the search of the address is all there is. */
function useFilterWords(): readonly string[] {
  const { language, t } = useLanguage();
  const words = useWords();
  return [
    isKind(words.kind) ? kindsWord(words.kind, language) : undefined,
    isStatus(words.status) ? `${t.filter.status} ${statusWord(words.status, language)}` : undefined,
    words.unit && `${t.filter.unit} ${wide(words.unit)}`,
    words.official && `${t.filter.official} ${words.official}`,
    words.field && `${t.filter.field} ${wide(words.field)}`,
    words.taskForce,
    words.search && `“${words.search}”`,
  ].flatMap((word) => (word ? [word] : []));
}

function Row({ row, year }: { readonly row: CommitmentRow; readonly year: number }): ReactNode {
  const { language } = useLanguage();
  const [target] = row.targets;
  return (
    <tr>
      <td className="num">{row.number}</td>
      <th scope="row">
        {wide(row.title)}
        {row.targets.length > 0 && (
          <span className="note">
            {' '}
            {targetShort(target, language)} {unitOf(target?.unit ?? '')}
          </span>
        )}
      </th>
      <td>
        {row.leadUnit === null ? '—' : wide(row.leadUnit)}
        {row.taskForce !== '' && <span className="note"> {row.taskForce}</span>}
        {row.official !== null && <span className="note"> {row.official}</span>}
      </td>
      <td className="num">{shortDay(row.dueOn, year)}</td>
      <td className="num">
        {figureText(row.latest)}
        {row.latest && <span className="note"> {row.latest.period}</span>}
      </td>
      <td className="num">{row.verdict.share === null ? '—' : `${percent(row.verdict.share)}%`}</td>
      <td>
        <VerdictLabel verdict={row.verdict} />
      </td>
      <td className="note">{becauseOf(row.verdict, language)}</td>
    </tr>
  );
}

function Table({
  list,
  rows,
}: {
  readonly list: CommitmentList;
  readonly rows: readonly CommitmentRow[];
}): ReactNode {
  const { t } = useLanguage();
  return (
    <div className="table-box sheet-table">
      <table>
        <colgroup>
          <col className="sheet-number" />
          <col />
          <col className="sheet-owner" />
          <col className="sheet-day" />
          <col className="sheet-figure" />
          <col className="sheet-share" />
          <col className="sheet-verdict" />
          <col className="sheet-why" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className="num">
              {t.table.number}
            </th>
            <th scope="col">{t.table.task}</th>
            <th scope="col">{t.table.lead}</th>
            <th scope="col" className="num">
              {t.table.due}
            </th>
            <th scope="col" className="num">
              {t.table.figure}
            </th>
            <th scope="col" className="num">
              {t.table.share}
            </th>
            <th scope="col">{t.table.status}</th>
            <th scope="col">{t.table.because}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} year={list.plan.year} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How many of each verdict, over the whole list and not the page of it. */
function Counts({ list }: { readonly list: CommitmentList }): ReactNode {
  const counts = new Map(list.facets.status.map(({ value, count }) => [value, count]));
  return (
    <p className="sheet-counts">
      {statusOrder.map((status) => {
        const count = counts.get(status) ?? 0;
        return count === 0 ? null : <StatusLabel key={status} status={status} count={count} />;
      })}
    </p>
  );
}

function Sheet({ list }: { readonly list: CommitmentList }): ReactNode {
  const { language, t } = useLanguage();
  const words = useWords();
  const s = useFeatureText(sheetText);
  const filters = useFilterWords();
  const sorting = useSorting();
  const byStatus = useSorted(list.rows, { ...sorting, column: 'status', way: 'ascending' });
  const asAsked = useSorted(list.rows, sorting);
  const person = words.official ?? words.unit;
  const rows = sorting.column === null && person !== undefined ? byStatus : asAsked;
  const lateFirst = rows === byStatus;
  const names: Partial<Record<Column, string>> = {
    ...{ number: t.table.number, title: t.table.task, target: t.table.target, figure: t.table.figure },
    ...{ share: t.table.share, status: t.table.status, unit: t.table.lead, official: t.table.official },
    due: t.table.due,
  };
  const orderWords =
    sorting.column === null
      ? s.asPrinted
      : t.table.sortedBy(names[sorting.column] ?? '', t.table[sorting.way]);
  const kind = isKind(words.kind) ? kindsWord(words.kind, language) : t.tasks.all;
  const title =
    words.official !== undefined
      ? `${words.official} · ${s.leaderSheet}`
      : words.unit !== undefined
        ? `${wide(words.unit)} · ${s.unitSheet}`
        : `${list.plan.year} ${kind}`;
  usePageTitle(title);
  const back: Search = { ...words };
  return (
    <Paper
      title={title}
      lead={`${list.plan.title} · ${t.when.elapsed(percent(list.elapsedShare))}`}
      back={{
        to:
          words.kind === 'indicator' ? '/indicators' : words.kind === 'livelihood' ? '/livelihood' : '/tasks',
        search: back,
      }}
      wide
    >
      <Cover
        facts={[
          [s.plan, list.plan.title],
          [s.filters, filters.length === 0 ? s.noFilters : filters.join(' · ')],
          [s.order, lateFirst ? s.lateFirst : orderWords],
          [s.asOf, day(list.asOf, language)],
          [s.rows, s.rowsOf(rows.length)],
          [s.printedOn, new Date().toLocaleDateString(language === 'zh' ? 'zh-CN' : 'en-GB')],
        ]}
      />
      {words.status === undefined && <Counts list={list} />}
      {rows.length === 0 ? (
        <Empty title={t.state.empty} hint={t.state.emptyHint} />
      ) : (
        <Table list={list} rows={rows} />
      )}
    </Paper>
  );
}

export default function ListSheet(): ReactNode {
  const words = useWords();
  const kind = isKind(words.kind) ? words.kind : undefined;
  const query = useList(kind);
  return <Answered query={query}>{(list) => <Sheet list={list} />}</Answered>;
}
