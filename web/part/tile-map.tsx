// Districts as tiles by relative position; how dark a tile is says how many items it was given.
import { scaleQuantize } from 'd3-scale';
import type { ReactNode } from 'react';
import type { RollUp } from '../api.ts';
import { shortPlace } from '../text/format.ts';
import { useText } from '../text/language.tsx';
import { placeGrid } from './place-grid.ts';

const steps = ['#e3ecf6', '#c8d9ec', '#a9c2e0', '#3f6ca8', '#1d4f91'];

export function TileMap({
  places,
  open,
}: {
  readonly places: readonly RollUp[];
  readonly open: (place: string) => ReactNode;
}): ReactNode {
  const t = useText();
  const shown = places.filter((place) => placeGrid[place.label] !== undefined);
  const totals = shown.map((place) => place.total);
  const shade = scaleQuantize([Math.min(...totals), Math.max(...totals) + 1], steps);
  return (
    <figure className="tile-map">
      <div className="tile-grid">
        {shown.map((place) => {
          const [column, row] = placeGrid[place.label] ?? [0, 0];
          const colour = shade(place.total);
          return (
            <div
              key={place.key}
              className="tile"
              style={{
                gridColumn: column + 1,
                gridRow: row + 1,
                background: colour,
                color: steps.indexOf(colour) > 2 ? '#fff' : 'var(--ink-1)',
              }}
            >
              {open(place.label) ?? shortPlace(place.label)}
              <span>{place.total}</span>
            </div>
          );
        })}
      </div>
      <figcaption className="note">
        <span className="tile-legend" aria-hidden="true">
          {t.overview.few}
          {steps.map((colour) => (
            <i key={colour} style={{ background: colour }} />
          ))}
          {t.overview.many}
        </span>
        {t.overview.mapCaption}
      </figcaption>
    </figure>
  );
}
