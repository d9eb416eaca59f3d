// Every indicator with target, figure, verdict and the reason for it; sortable, filtered by verdict, field and owner.
import './indicators.css';
import type { ReactNode } from 'react';
import type { CommitmentList } from '../../api.ts';
import { Filters } from '../../part/filters.tsx';
import { type Column, useList, useSorted, useSorting } from '../../part/list.ts';
import { ListHead } from '../../part/list-head.tsx';
import { SortableHead } from '../../part/sortable.tsx';
import { Answered, Empty, usePageTitle } from '../../part/state.tsx';
import { useText } from '../../text/language.tsx';
import { IndicatorRow } from './row.tsx';

function Table({ list }: { readonly list: CommitmentList }): ReactNode {
  const t = useText();
  const sorting = useSorting();
  const rows = useSorted(list.rows, sorting);
  const trends = list.rows.some((row) => row.trend.length > 1);
  const head = (column: Column, label: string, numeric = false): ReactNode => (
    <SortableHead
      label={label}
      way={sorting.wayOf(column)}
      toggle={() => sorting.toggle(column)}
      numeric={numeric}
    />
  );
  const names: Partial<Record<Column, string>> = {
    number: t.table.number,
    title: t.table.indicator,
    target: t.table.target,
    figure: t.table.figure,
    share: t.table.share,
    status: t.table.status,
    unit: t.table.owner,
  };
  const sortedBy =
    sorting.column === null ? '' : t.table.sortedBy(names[sorting.column] ?? '', t.table[sorting.way]);
  return (
    <section className="card" aria-label={t.indicators.title}>
      <Filters list={list} names={['field', 'unit']} sortedBy={sortedBy} />
      {rows.length === 0 ? (
        <Empty title={t.state.empty} hint={t.state.emptyHint} />
      ) : (
        <div className="table-box">
          <table className="lined cards long indicators">
            <caption className="hidden">{t.indicators.title}</caption>
            <colgroup>
              <col className="col-number" />
              <col />
              <col className="col-target" />
              <col className="col-figure" />
              {trends && <col className="col-trend" />}
              <col className="col-share" />
              <col className="col-status" />
              <col className="col-why" />
              <col className="col-owner" />
              <col className="col-source" />
            </colgroup>
            <thead>
              <tr>
                {head('number', t.table.number, true)}
                {head('title', t.table.indicator)}
                {head('target', t.table.target, true)}
                {head('figure', t.table.figure, true)}
                {trends && (
                  <th scope="col" className="trend">
                    {t.table.trend}
                  </th>
                )}
                {head('share', t.table.share)}
                {head('status', t.table.status)}
                <th scope="col">{t.table.because}</th>
                {head('unit', t.table.owner)}
                <th scope="col" className="source">
                  {t.table.source}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <IndicatorRow key={row.id} row={row} trends={trends} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

export default function IndicatorsPage(): ReactNode {
  const t = useText();
  usePageTitle(t.indicators.title);
  const query = useList('indicator');
  return (
    <Answered query={query}>
      {(list) => (
        <>
          <ListHead title={t.indicators.title} list={list} kind="indicator" />
          <Table list={list} />
        </>
      )}
    </Answered>
  );
}
