// Every indicator of the plan in rows of 28 px, by field, in two columns; filtered by verdict in place.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CommitmentRow, Overview } from '../../api.ts';
import { useWords } from '../../ask.ts';
import { SourceLink } from '../../part/source-link.tsx';
import { Spark } from '../../part/spark.tsx';
import { Progress, VerdictLabel } from '../../part/status.tsx';
import { StatusChips } from '../../part/status-chips.tsx';
import { figureText, isWorded, percent, shortField, targetShort, unitOf, wide } from '../../text/format.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { type Group, groupByField, twoColumns } from './columns.ts';

function Row({ row, trends }: { readonly row: CommitmentRow; readonly trends: boolean }): ReactNode {
  const { language, t } = useLanguage();
  const target = row.targets[0];
  const figure = figureText(row.latest);
  const worded = isWorded(target);
  return (
    <tr>
      <th scope="row">
        <span className="name-line">
          <Link to="/commitments/$commitmentId" params={{ commitmentId: row.id }} title={row.title}>
            {wide(row.title)}
          </Link>
          {target && <span className="unit">{unitOf(target.unit)}</span>}
        </span>
      </th>
      <td className={row.latest?.amount === null ? 'num note' : 'num figure'}>
        <span className="cut">
          {row.latest?.source ? <SourceLink source={row.latest.source}>{figure}</SourceLink> : figure}
        </span>
      </td>
      <td className="num target" title={target?.printed}>
        <span className={worded ? 'cut note' : 'cut'}>{targetShort(target, language)}</span>
      </td>
      {trends && (
        <td className="trend">
          <Spark trend={row.trend} status={row.verdict.status} />
        </td>
      )}
      <td className="share">
        {row.latest !== null && (
          <Progress verdict={row.verdict} label={`${row.title} ${t.commitment.share}`} />
        )}
      </td>
      <td>
        <VerdictLabel verdict={row.verdict} />
      </td>
    </tr>
  );
}

function Column({
  groups,
  total,
  trends,
  fields,
}: {
  readonly groups: readonly Group[];
  readonly total: ReadonlyMap<string, number>;
  readonly trends: boolean;
  readonly fields: boolean;
}): ReactNode {
  const t = useText();
  return (
    <table className="indicator-column">
      <caption className="hidden">{t.overview.indicators}</caption>
      <colgroup>
        <col className="col-name" />
        <col className="col-figure" />
        <col className="col-target" />
        {trends && <col className="col-trend" />}
        <col className="col-share" />
        <col className="col-status" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t.table.indicator}</th>
          <th scope="col" className="num">
            {t.table.figure}
          </th>
          <th scope="col" className="num target">
            {t.table.target}
          </th>
          {trends && (
            <th scope="col" className="trend">
              {t.table.trend}
            </th>
          )}
          <th scope="col" className="share">
            {t.table.share}
          </th>
          <th scope="col">{t.table.status}</th>
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.field}>
          {fields && (
            <tr className="group">
              <th scope="rowgroup" colSpan={2}>
                <b title={group.field}>{shortField(group.field) || t.overview.otherIndicators}</b>
                <span className="quiet">{t.table.items(total.get(group.field) ?? group.rows.length)}</span>
              </th>
              <td className="target" />
              {trends && <td className="trend" />}
              <td />
              <td />
            </tr>
          )}
          {group.rows.map((row) => (
            <Row key={row.id} row={row} trends={trends} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

export function Indicators({ overview }: { readonly overview: Overview }): ReactNode {
  const t = useText();
  const { status } = useWords();
  const tile = overview.tiles.find((one) => one.kind === 'indicator');
  const shown = overview.indicators.filter((row) => status === undefined || row.verdict.status === status);
  const groups = groupByField(shown);
  const total = new Map(groups.map((group) => [group.field, group.rows.length]));
  const trends = overview.indicators.some((row) => row.trend.length > 1);
  const scheduled = shown.some((row) => row.verdict.expectedShare !== null && row.verdict.share !== null);
  const columns = twoColumns(groups).filter((column) => column.length > 0);
  return (
    <section className="card" aria-labelledby="overview-indicators">
      <div className="card-head">
        <h2 id="overview-indicators">
          <Link to="/indicators" className="row-link">
            {t.overview.indicators}
          </Link>
        </h2>
        {tile && <StatusChips counts={tile.counts} total={tile.total} />}
        {scheduled && (
          <span className="tick-note end" title={t.overview.tick}>
            {t.when.elapsed(percent(overview.elapsedShare))}
          </span>
        )}
      </div>
      <div className="indicator-columns" data-columns={columns.length}>
        {columns.length === 0 && <p className="empty-line">{t.state.empty}</p>}
        {columns.map((column, at) => (
          <Column
            key={at === 0 ? 'left' : 'right'}
            groups={column}
            total={total}
            trends={trends}
            fields={groupByField(overview.indicators).length > 1}
          />
        ))}
      </div>
    </section>
  );
}
