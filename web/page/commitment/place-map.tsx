// Districts as tiles by direction: darker is more, hatched is not applicable, dashed is not reported; shapes and words, not colour alone.
import { Link } from '@tanstack/react-router';
import { scaleQuantize } from 'd3-scale';
import type { ReactNode } from 'react';
import { placeGrid } from '../../part/place-grid.ts';
import { shortPlace } from '../../text/format.ts';
import { useFeatureText } from '../../text/language.tsx';
import { sheetText } from '../../text/sheet.ts';
import { type Measure, measuredOf, measuredWords, type PlaceRow, type PlacesLine } from './place-line.ts';

const steps = ['#e3ecf6', '#c8d9ec', '#a9c2e0', '#3f6ca8', '#1d4f91'];
const dark = 3;

type Shade = (value: number) => string;

function Tile({
  row,
  measure,
  shade,
}: {
  readonly row: PlaceRow;
  readonly measure: Measure;
  readonly shade: Shade;
}): ReactNode {
  const s = useFeatureText(sheetText);
  const [column, at] = placeGrid[row.place] ?? [0, 0];
  const value = row.away !== null && measure !== 'sites' ? null : measuredOf(row, measure);
  const isGiven = row.away === null && (row.given !== null || row.done !== null || row.sites !== null);
  const why = row.away?.reason ?? (isGiven ? s.missing : s.notApplicable);
  const state = value !== null ? '' : isGiven ? 'tile-missing' : 'tile-none';
  const colour = value === null ? undefined : shade(Number(value));
  return (
    <div
      className={`tile ${state}`}
      style={{
        gridColumn: column + 1,
        gridRow: at + 1,
        ...(colour === undefined
          ? {}
          : { background: colour, color: steps.indexOf(colour) >= dark ? '#fff' : 'var(--ink-1)' }),
      }}
    >
      <Link to="/sheet/place" search={{ place: row.place }}>
        {shortPlace(row.place)}
      </Link>
      <span title={value === null ? why : undefined}>
        {value === null ? (isGiven ? '…' : '∅') : measuredWords(value, measure)}
        {value === null && <span className="hidden">{why}</span>}
      </span>
    </div>
  );
}

export function PlaceMap({
  line,
  measure,
  label,
}: {
  readonly line: PlacesLine;
  readonly measure: Measure;
  readonly label: string;
}): ReactNode {
  const s = useFeatureText(sheetText);
  const spread = line.spreads[measure];
  const [least, most] = [Number(spread?.least ?? 0), Number(spread?.most ?? 1)];
  const quantize = scaleQuantize([least, most === least ? least + 1 : most], steps);
  const shade: Shade = (value) => quantize(value);
  return (
    <figure className="tile-map" aria-label={label}>
      <div className="tile-grid">
        {line.places
          .filter(({ place }) => placeGrid[place] !== undefined)
          .map((row) => (
            <Tile key={row.place} row={row} measure={measure} shade={shade} />
          ))}
      </div>
      <figcaption className="note">
        {spread !== null && (
          <>
            <span className="tile-legend" aria-hidden="true">
              {steps.map((colour) => (
                <i key={colour} style={{ background: colour }} />
              ))}
            </span>
            {spread.least === spread.most
              ? s.legendSame(measuredWords(spread.least, measure))
              : s.legend(measuredWords(spread.least, measure), measuredWords(spread.most, measure))}
            {' · '}
          </>
        )}
        {s.mapCaption}
      </figcaption>
    </figure>
  );
}
