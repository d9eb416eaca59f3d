// One task in two lines: what, whose, by when, how far, judged how and why.
import { Link } from '@tanstack/react-router';
import { memo, type ReactNode } from 'react';
import type { CommitmentRow } from '../../api.ts';
import { Progress, VerdictLabel } from '../../part/status.tsx';
import { becauseOf, kindWord } from '../../text/domain.ts';
import { shortDay, wide } from '../../text/format.ts';
import { useLanguage } from '../../text/language.tsx';

export const TaskRow = memo(function TaskRow({
  row,
  year,
  showKind,
}: {
  readonly row: CommitmentRow;
  readonly year: number;
  readonly showKind: boolean;
}): ReactNode {
  const { language, t } = useLanguage();
  const why = becauseOf(row.verdict, language);
  const support = row.supportUnits.map(wide).join('、');
  return (
    <tr>
      <td className="num quiet">{row.number}</td>
      <th scope="row">
        <Link
          to="/commitments/$commitmentId"
          params={{ commitmentId: row.id }}
          className="two-lines"
          title={row.title}
        >
          {wide(row.title)}
        </Link>
        {showKind && <span className="note">{kindWord(row.kind, language)}</span>}
      </th>
      <td className="unit-cell">
        <span className="cut">{row.leadUnit === null ? '—' : wide(row.leadUnit)}</span>
        {support !== '' && (
          <span className="cut note" title={support}>
            {support}
          </span>
        )}
      </td>
      <td className="official">
        <span className="two-lines">{row.official ?? ''}</span>
        {row.taskForce !== '' && <span className="cut note">{row.taskForce}</span>}
      </td>
      <td className="num due">{shortDay(row.dueOn, year)}</td>
      <td className="share">
        <Progress verdict={row.verdict} label={`${row.title} ${t.commitment.share}`} />
      </td>
      <td className="verdict">
        <VerdictLabel verdict={row.verdict} />
      </td>
      <td className="why">
        <span className="two-lines note" title={why}>
          {why}
        </span>
      </td>
    </tr>
  );
});
