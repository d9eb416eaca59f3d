// Differences line by line: what the level above says, what the level below says, and the gap with its unit; what agrees comes last.
import type { ReactNode } from 'react';
import { differenceLabel } from '../../../core/vocabulary/monitoring.ts';
import type { Answer } from '../../api.ts';
import { exchangeText } from '../../text/exchange.ts';
import { amount, wide } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';

export type PartnerPage = Answer<'GET /api/exchange/partners/:partnerId'>;
type Row = PartnerPage['rows'][number];
type Side = NonNullable<Row['above']>;

const tagOf: Record<Row['kind'], string> = {
  share: 'tag warn',
  target: 'tag warn',
  unit: 'tag warn',
  onlyAbove: 'tag warn',
  notSplit: 'tag',
  onlyBelow: 'tag',
  worded: 'tag',
  agrees: 'tag good',
};

const markOf: Record<Row['kind'], string> = {
  share: '≠',
  target: '≠',
  unit: '?',
  onlyAbove: '−',
  notSplit: '○',
  onlyBelow: '+',
  worded: '文',
  agrees: '=',
};

export const signed = (value: string): string =>
  value.startsWith('-') || value === '0' ? amount(value) : `+${amount(value)}`;

function Said({
  side,
  value,
  unit,
}: {
  readonly side: Side | null;
  readonly value: string | null;
  readonly unit: string;
}): ReactNode {
  if (side === null) return <span className="quiet">—</span>;
  return (
    <>
      {value === null ? wide(side.printed) || '—' : amount(value)}
      {value !== null && <span className="unit">{unit}</span>}
      {value !== null && <span className="share-note">{wide(side.printed)}</span>}
    </>
  );
}

function Figures({ row }: { readonly row: Row }): ReactNode {
  const t = useFeatureText(exchangeText);
  const [above, below] = [row.above?.figure, row.below?.figure];
  if (!above && !below) return <span className="quiet">—</span>;
  return (
    <>
      {[above, below].map(
        (figure, side) =>
          figure && (
            <span key={side === 0 ? 'above' : 'below'} className="share-note">
              {side === 0 ? t.aboveOf : t.belowOf} {amount(figure.value)}
              {figure.unit} {figure.periodEnd}
            </span>
          ),
      )}
      {row.figureGap !== null && <b>{t.figureGap(signed(row.figureGap))}</b>}
    </>
  );
}

function Line({ row }: { readonly row: Row }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(exchangeText);
  const name = row.above ?? row.below;
  const unit = row.above?.unit ?? row.below?.unit ?? '';
  return (
    <tr>
      <th scope="row">
        <span className="two-lines">{wide(name?.metric ?? '')}</span>
        {row.isLikely && row.below && (
          <span className="share-note" title={t.likely}>
            ≈ {wide(row.below.metric)}
          </span>
        )}
      </th>
      <td>
        <span className={tagOf[row.kind]}>
          <span aria-hidden="true">{markOf[row.kind]}</span> {differenceLabel[row.kind][language]}
        </span>
      </td>
      <td className="num">
        <Said side={row.above} value={row.aboveValue} unit={unit} />
      </td>
      <td className="num">
        <Said
          side={row.below}
          value={row.belowValue}
          unit={row.kind === 'unit' ? (row.below?.unit ?? '') : unit}
        />
      </td>
      <td className="num figure">
        {row.gap === null ? (
          <span className="quiet">—</span>
        ) : (
          <>
            {signed(row.gap)}
            <span className="unit">{row.gapUnit}</span>
          </>
        )}
      </td>
      <td className="num">
        <Figures row={row} />
      </td>
    </tr>
  );
}

export function Differences({ page }: { readonly page: Pick<PartnerPage, 'rows' | 'counts'> }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(exchangeText);
  const counts = Object.entries(differenceLabel).flatMap(([kind, words]) => {
    const count = page.counts[kind] ?? 0;
    return count === 0 ? [] : [`${words[language]} ${count}`];
  });
  return (
    <>
      <p className="note difference-counts">
        {t.counts} {page.rows.length} · {counts.join(' · ')}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section className="table-box" tabIndex={0} aria-label={t.open}>
        <table className="lined difference-table">
          <thead>
            <tr>
              <th scope="col">{t.metric}</th>
              <th scope="col">{t.kind}</th>
              <th scope="col" className="num">
                {t.aboveOf}
              </th>
              <th scope="col" className="num">
                {t.belowOf}
              </th>
              <th scope="col" className="num">
                {t.gap}
              </th>
              <th scope="col" className="num">
                {t.figures}
              </th>
            </tr>
          </thead>
          <tbody>
            {page.rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two lines may have the same name and number
              <Line key={at} row={row} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
