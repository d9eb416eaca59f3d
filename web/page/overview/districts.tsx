// What each district was given: a schematic map, and the same as a table; the map is never the only way to read it.
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { RollUp } from '../../api.ts';
import { placeGrid } from '../../part/place-grid.ts';
import { Shares } from '../../part/status.tsx';
import { TileMap } from '../../part/tile-map.tsx';
import { shortPlace } from '../../text/format.ts';
import { useFeatureText, useText } from '../../text/language.tsx';
import { sheetText } from '../../text/sheet.ts';

const toPlace = (place: string, label: string): ReactNode => (
  <Link to="/livelihood" search={{ place }} hash="matrix">
    {label}
  </Link>
);

function AsTable({ districts }: { readonly districts: readonly RollUp[] }): ReactNode {
  const t = useText();
  const s = useFeatureText(sheetText);
  return (
    <div className="table-box">
      <table className="units">
        <caption className="hidden">{t.overview.districts}</caption>
        <colgroup>
          <col />
          <col className="col-bar" />
          <col className="col-covered" />
          <col className="col-covered" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t.table.place}</th>
            <th scope="col">{t.table.status}</th>
            <th scope="col" className="num">
              {t.table.covered}
            </th>
            <th scope="col" className="num">
              {t.table.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {districts.map((place) => (
            <tr key={place.key}>
              <th scope="row">
                {toPlace(place.label, place.label)}{' '}
                <Link to="/sheet/place" search={{ place: place.label }} className="note">
                  {s.print}
                </Link>
              </th>
              <td>
                <Shares counts={place.counts} />
              </td>
              <td className="num">{place.covered}</td>
              <td className="num">{place.total}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Districts({ districts }: { readonly districts: readonly RollUp[] }): ReactNode {
  const t = useText();
  const s = useFeatureText(sheetText);
  const known = districts.some((place) => placeGrid[place.label] !== undefined);
  const [map, setMap] = useState(known);
  return (
    <section className="card" aria-labelledby="overview-districts">
      <div className="card-head">
        <h2 id="overview-districts">{t.overview.districts}</h2>
        <span className="note">{t.overview.districtsHint}</span>
        <Link to="/sheet/place" className="end">
          {s.placeSheet}
        </Link>
        {known && (
          <button type="button" className="link" onClick={() => setMap(!map)}>
            {map ? t.overview.asTable : t.overview.asMap}
          </button>
        )}
      </div>
      {map ? (
        <div className="card-body">
          <TileMap places={districts} open={(place) => toPlace(place, shortPlace(place))} />
        </div>
      ) : (
        <AsTable districts={districts} />
      )}
    </section>
  );
}
