// One indicator in two lines: name and field, target as printed, figure with its source, verdict with its reason.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CommitmentRow } from '../../api.ts';
import { SourceLink } from '../../part/source-link.tsx';
import { Spark } from '../../part/spark.tsx';
import { Progress, VerdictLabel } from '../../part/status.tsx';
import { becauseOf, forceWord } from '../../text/domain.ts';
import { figureText, isWorded, targetShort, unitOf, wide } from '../../text/format.ts';
import { useLanguage } from '../../text/language.tsx';

export function IndicatorRow({
  row,
  trends,
}: {
  readonly row: CommitmentRow;
  readonly trends: boolean;
}): ReactNode {
  const { language, t } = useLanguage();
  const target = row.targets[0];
  const why = becauseOf(row.verdict, language);
  const source = row.latest?.source ?? null;
  return (
    <tr>
      <td className="num quiet">{row.number}</td>
      <th scope="row">
        <Link to="/commitments/$commitmentId" params={{ commitmentId: row.id }}>
          {wide(row.title)}
        </Link>
        <span className="unit">{unitOf(target?.unit ?? '')}</span>
        {row.force === 'binding' && <span className="tag">{forceWord('binding', language)}</span>}
      </th>
      <td className={isWorded(target) ? 'num target note' : 'num target'} title={target?.printed}>
        <span className="two-lines">{targetShort(target, language)}</span>
      </td>
      <td className={row.latest?.amount === null ? 'num note' : 'num figure'}>
        <span className="two-lines">
          {source ? (
            <SourceLink source={source}>{figureText(row.latest)}</SourceLink>
          ) : (
            figureText(row.latest)
          )}
        </span>
        {row.latest && <span className="note period">{row.latest.period}</span>}
      </td>
      {trends && (
        <td className="trend">
          <Spark trend={row.trend} status={row.verdict.status} />
        </td>
      )}
      <td className="share">
        <Progress verdict={row.verdict} label={`${row.title} ${t.commitment.share}`} />
      </td>
      <td>
        <VerdictLabel verdict={row.verdict} />
      </td>
      <td className="why">
        <span className="two-lines note" title={why}>
          {why}
        </span>
      </td>
      <td className="owner">
        <span className="two-lines">{row.leadUnit === null ? '' : wide(row.leadUnit)}</span>
      </td>
      <td className="source">
        {source && (
          <SourceLink source={source} className="note">
            {t.commitment.openAt}
          </SourceLink>
        )}
      </td>
    </tr>
  );
}
