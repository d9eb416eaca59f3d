// The map of sites: districts as tiles by relative position, or the city's own outlines; bubbles that open when they are chosen.
import { useNavigate } from '@tanstack/react-router';
import { Fragment, type KeyboardEvent, type ReactNode, useMemo, useState } from 'react';
import type { Answer } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { placeGrid } from '../../part/place-grid.ts';
import { shortPlace } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { sitesText } from '../../text/sites.ts';
import { type Box, boxOf, type Cluster, clustersOf, type Point } from './clusters.ts';

type SiteList = Answer<'GET /api/sites'>;
type Row = SiteList['rows'][number];

const tileSize = 120;
const plot = 600;

/** A group of the drawing that works like a button: with the mouse, Enter and the space bar. */
function Press({
  label,
  act,
  children,
}: {
  readonly label: string;
  readonly act: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    act();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: there is no button inside a drawing
    <g role="button" tabIndex={0} aria-label={label} onClick={act} onKeyDown={pressed}>
      {children}
    </g>
  );
}

function Bubble({
  cluster,
  x,
  y,
  label,
  act,
}: {
  readonly cluster: Cluster;
  readonly x: number;
  readonly y: number;
  readonly label: string;
  readonly act: () => void;
}): ReactNode {
  const radius = cluster.count === 1 ? 12 : Math.min(30, 13 + 3 * Math.log2(cluster.count));
  return (
    <>
      <Press label={label} act={act}>
        <title>{label}</title>
        <circle className={`shape site-bubble ${cluster.late > 0 ? 'late' : ''}`} cx={x} cy={y} r={radius} />
      </Press>
      {/* the number is said by the label; lateness is said by a mark as well as by colour */}
      <text className="site-number" x={x} y={y + 4} fontSize={12}>
        {cluster.late > 0 ? `!${cluster.count}` : cluster.count}
      </text>
    </>
  );
}

/** Districts that have a tile; each with how many sites it has. */
function Tiles({
  list,
  rows,
  choose,
}: {
  readonly list: SiteList;
  readonly rows: readonly Row[];
  readonly choose: (placeId: string) => void;
}): ReactNode {
  const t = useFeatureText(sitesText);
  const { language } = useLanguage();
  const shown = list.places.flatMap((place, at) => {
    const tile = place.tile ?? placeGrid[place.name];
    if (!tile) return [];
    const own = rows.filter((row) => row.place === at);
    const late = own.filter(({ signals }) => signals.includes('overdue')).length;
    return [{ place, tile, count: own.length, late }];
  });
  const columns = Math.max(1, ...shown.map(({ tile }) => tile[0] + 1));
  const lines = Math.max(1, ...shown.map(({ tile }) => tile[1] + 1));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing holds no fieldset
    <svg viewBox={`0 0 ${columns * tileSize} ${lines * tileSize}`} role="group" aria-label={t.map}>
      {shown.map(({ place, tile: [column, line], count, late }) => {
        const [x, y] = [column * tileSize + 4, line * tileSize + 4];
        const name = language === 'zh' ? shortPlace(place.name) : place.nameEn;
        return (
          <Fragment key={place.id}>
            <Press label={`${name} ${t.cluster(count, late)}`} act={() => choose(place.id)}>
              <rect
                className="shape site-tile"
                x={x}
                y={y}
                width={tileSize - 8}
                height={tileSize - 8}
                rx={8}
              />
              <text x={x + 56} y={y + 32} textAnchor="middle" fontSize={18} fill="var(--ink-1)">
                {name}
              </text>
              {count > 0 && (
                <circle className={`site-bubble ${late > 0 ? 'late' : ''}`} cx={x + 56} cy={y + 72} r={24} />
              )}
            </Press>
            {count > 0 && (
              <text className="site-number" x={x + 56} y={y + 78} fontSize={17}>
                {late > 0 ? `!${count}` : count}
              </text>
            )}
          </Fragment>
        );
      })}
    </svg>
  );
}

type Outlines = Answer<'GET /api/map/outlines'>['outlines'];

/** Degrees of longitude are shorter than those of latitude: one scale for both, so that shapes keep their shape. */
function squared({ west, east, south, north }: Box): Box {
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const [wide, high] = [(east - west) * shrink, north - south];
  const half = Math.max(wide, high) / 2;
  const [x, y] = [(west + east) / 2, (south + north) / 2];
  return { west: x - half / shrink, east: x + half / shrink, south: y - half, north: y + half };
}

function Plot({
  points,
  outlines,
  names,
}: {
  readonly points: readonly Point[];
  readonly outlines: Outlines;
  readonly names: ReadonlyMap<string, string>;
}): ReactNode {
  const t = useFeatureText(sitesText);
  const navigate = useNavigate();
  const whole = useMemo(() => {
    const corners = outlines.flatMap(({ rings }) => rings.flat());
    return squared(boxOf(corners.length > 0 ? corners : points.map(({ at }) => at)));
  }, [outlines, points]);
  const [near, setNear] = useState<readonly Box[]>([]);
  const box = near.at(-1) ?? whole;
  const clusters = useMemo(() => clustersOf(points, box, 10), [points, box]);
  const x = (degrees: number): number => ((degrees - box.west) / (box.east - box.west)) * plot;
  const y = (degrees: number): number => ((box.north - degrees) / (box.north - box.south)) * plot;
  return (
    <>
      {near.length > 0 && (
        <p className="card-body">
          <button type="button" className="button small" onClick={() => setNear(near.slice(0, -1))}>
            {t.zoomOut}
          </button>
        </p>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing holds no fieldset */}
      <svg viewBox={`0 0 ${plot} ${plot}`} role="group" aria-label={t.map}>
        {outlines.length === 0 && (
          <rect className="site-tile" x={1} y={1} width={plot - 2} height={plot - 2} rx={8} />
        )}
        {outlines.map(({ placeId, rings }) => (
          <path
            key={placeId}
            className="site-outline"
            fillRule="evenodd"
            d={rings
              .map((ring) => `M${ring.map(([a, b]) => `${x(a).toFixed(1)} ${y(b).toFixed(1)}`).join('L')}Z`)
              .join('')}
          />
        ))}
        {clusters.map((cluster) => (
          <Bubble
            key={cluster.key}
            cluster={cluster}
            x={cluster.x * plot}
            y={cluster.y * plot}
            label={
              cluster.id === null ? t.cluster(cluster.count, cluster.late) : (names.get(cluster.id) ?? '')
            }
            act={() => {
              if (cluster.id !== null)
                void navigate({ to: '/sites/$siteId', params: { siteId: cluster.id } });
              else setNear([...near, squared(cluster.box)]);
            }}
          />
        ))}
      </svg>
    </>
  );
}

export function SiteMap({
  list,
  rows,
  place,
  choose,
}: {
  readonly list: SiteList;
  readonly rows: readonly Row[];
  /** Id of the district that is chosen. */
  readonly place: string | undefined;
  readonly choose: (placeId: string) => void;
}): ReactNode {
  const t = useFeatureText(sitesText);
  const own = useAsk('GET /api/map/outlines', {});
  const outlines = own.data?.outlines ?? [];
  const shown = place === undefined ? outlines : outlines.filter(({ placeId }) => placeId === place);
  const points = useMemo(
    () =>
      rows.flatMap(({ id, at, signals }): readonly Point[] =>
        at === null ? [] : [{ id, at, late: signals.includes('overdue') }],
      ),
    [rows],
  );
  const names = useMemo(() => new Map(rows.map(({ id, name }) => [id, name])), [rows]);
  const missing = rows.length - points.length;
  const isPlot = (place !== undefined && points.length > 0) || shown.length > 0;
  return (
    <figure className="site-map">
      {isPlot ? (
        <Plot key={`${place} ${rows.length}`} points={points} outlines={shown} names={names} />
      ) : (
        <Tiles list={list} rows={rows} choose={choose} />
      )}
      <figcaption className="note">
        {shown.length > 0 && own.data?.approval ? t.approved(own.data.approval) : t.schematic}
        {missing > 0 && <> · {t.noPosition(missing)}</>}
      </figcaption>
    </figure>
  );
}
