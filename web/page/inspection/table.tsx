// Inspections as a table: matter, whom, when, state; the same in the list and in the yearly plan.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { inspectionKindLabel } from '../../../core/vocabulary/supervise.ts';
import { wide } from '../../text/format.ts';
import { inspectionText } from '../../text/inspections.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { type InspectionRow, inspectedName, Marks, StateTag } from './state.tsx';

function Row({ row }: { readonly row: InspectionRow }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(inspectionText);
  return (
    <tr>
      <th scope="row">
        <Link to="/inspections/$inspectionId" params={{ inspectionId: row.id }} className="two-lines">
          {wide(row.subject)}
        </Link>
        <span className="note">
          {inspectionKindLabel[row.kind][language]} · {row.byUnit === '' ? t.office : wide(row.byUnit)}
          {row.planYear === null && ` · ${t.outside}`}
        </span>{' '}
        <Marks row={row} />
      </th>
      <td>
        <span className="two-lines">{inspectedName(row)}</span>
      </td>
      <td className="num">
        {row.from}
        {row.to !== row.from && <span className="cut note">→ {row.to}</span>}
      </td>
      <td>
        <StateTag row={row} />
        {row.dueOn !== null && row.daysLate === null && (
          <span className="cut note">
            {t.due} {row.dueOn}
          </span>
        )}
      </td>
    </tr>
  );
}

export function InspectionTable({
  rows,
  caption,
}: {
  readonly rows: readonly InspectionRow[];
  readonly caption: string;
}): ReactNode {
  const t = useFeatureText(inspectionText);
  return (
    <div className="table-box">
      <table className="lined cards long inspection-table">
        <caption className="hidden">{caption}</caption>
        <colgroup>
          <col />
          <col className="col-who" />
          <col className="col-due" />
          <col className="col-state" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t.subject}</th>
            <th scope="col">{t.inspected}</th>
            <th scope="col" className="num">
              {t.days}
            </th>
            <th scope="col">{t.state}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
