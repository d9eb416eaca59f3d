// Small parts of the budget screens: a number with its source, a resolution, execution beside the time gone, findings.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { paceLabel } from '../../../core/vocabulary/budget.ts';
import type { Answer, Source } from '../../api.ts';
import { SourceLink } from '../../part/source-link.tsx';
import { budgetsText } from '../../text/budgets.ts';
import { amount, barWidth, day } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';

export type BookPage = Answer<'GET /api/budgets/:year/:book/:level'>;
export type Line = BookPage['lines'][number];
export type Finding = Line['findings'][number];
type Version = NonNullable<Line['approved']>;

export const key = () => crypto.randomUUID();

/** A number that leads to its sentence, where it was printed in a document. */
export function Printed({
  value,
  source,
}: {
  readonly value: string | null;
  readonly source: Source | null;
}): ReactNode {
  if (value === null) return '—';
  return source ? <SourceLink source={source}>{amount(value)}</SourceLink> : amount(value);
}

export const VersionCell = ({ version }: { readonly version: Version | null }): ReactNode => (
  <Printed value={version?.amount ?? null} source={version?.source ?? null} />
);

export function ResolutionName({ resolution }: { readonly resolution: Version['resolution'] }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(budgetsText);
  return resolution === null
    ? t.noResolution
    : t.adopted(resolution.number, day(resolution.adoptedOn, language));
}

/** Bar of what is executed, with the time gone as its tick; words say against which budget. */
export function Execution({ line }: { readonly line: Line }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(budgetsText);
  const { percent, elapsedPercent, against, pace, countedTo } = line;
  if (percent === null || against === null) return <span className="quiet">—</span>;
  const isOver = countedTo?.endsWith('-12-31') ?? false;
  return (
    <div className="budget-execution">
      <div className="progress" title={t.against(against, percent)}>
        <div className="progress-track">
          <div className="progress-fill" style={{ width: `${barWidth(String(Number(percent) / 100))}%` }} />
          {!isOver && elapsedPercent !== null && (
            <i
              className="progress-tick"
              style={{ left: `${barWidth(String(Number(elapsedPercent) / 100))}%` }}
            />
          )}
        </div>
        <span className="progress-number">{amount(percent)}%</span>
      </div>
      <span className="note">
        {t.against(against, amount(percent))}
        {pace !== null && ` · ${paceLabel[pace][language]}`}
      </span>
    </div>
  );
}

export function Growth({ line }: { readonly line: Line }): ReactNode {
  const t = useFeatureText(budgetsText);
  if (line.growth === null || line.growthOf === null) return '—';
  const sign = line.growth.startsWith('-') ? '' : '+';
  return (
    <span title={t.growthHint(line.growthOf, amount(line.lastYear ?? '—'))}>
      {sign}
      {amount(line.growth)}%
    </span>
  );
}

export function Findings({ findings }: { readonly findings: readonly Finding[] }): ReactNode {
  const { language } = useLanguage();
  if (findings.length === 0) return null;
  return (
    <ul className="budget-findings">
      {findings.map((finding) => (
        <li key={`${finding.code} ${finding.zh}`} className={finding.weight === 'asks' ? 'asks' : ''}>
          <span aria-hidden="true">{finding.weight === 'asks' ? '▲' : '○'}</span> {finding[language]}
        </li>
      ))}
    </ul>
  );
}

export function LineName({
  line,
}: {
  readonly line: Pick<Line, 'id' | 'name' | 'sample' | 'functionCode'>;
}): ReactNode {
  const t = useFeatureText(budgetsText);
  const isNamedSo = line.name.includes('演示');
  return (
    <>
      <Link to="/budget-lines/$lineId" params={{ lineId: line.id }}>
        {line.name}
      </Link>
      {line.functionCode !== null && <span className="unit">{line.functionCode}</span>}
      {line.sample && !isNamedSo && <span className="tag">{t.sample}</span>}
    </>
  );
}
