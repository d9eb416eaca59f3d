// Which points of a map stand together: the box is cut into cells, each cell with points is one bubble. Pure, so that it is tested.
export interface Point {
  readonly id: string;
  readonly at: readonly [longitude: number, latitude: number];
  readonly late: boolean;
}

export interface Box {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

export interface Cluster {
  readonly key: string;
  /** Place in the box, from 0 to 1; rows run from north to south. */
  readonly x: number;
  readonly y: number;
  readonly count: number;
  readonly late: number;
  /** The only point, where there is only one. */
  readonly id: string | null;
  /** The box of its points, for going nearer. */
  readonly box: Box;
}

/** The smallest box around points, never flat, with a little room around it. */
export function boxOf(points: readonly (readonly [number, number])[]): Box {
  let [west, east, south, north] = [180, -180, 90, -90];
  for (const [x, y] of points) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  const [roomX, roomY] = [Math.max((east - west) * 0.08, 0.0005), Math.max((north - south) * 0.08, 0.0005)];
  return { west: west - roomX, east: east + roomX, south: south - roomY, north: north + roomY };
}

export const isIn = ([x, y]: Point['at'], { west, east, south, north }: Box): boolean =>
  x >= west && x <= east && y >= south && y <= north;

export function clustersOf(points: readonly Point[], box: Box, cells: number): readonly Cluster[] {
  const groups = new Map<string, Point[]>();
  for (const point of points) {
    if (!isIn(point.at, box)) continue;
    const column = Math.min(
      cells - 1,
      Math.floor(((point.at[0] - box.west) / (box.east - box.west)) * cells),
    );
    const row = Math.min(
      cells - 1,
      Math.floor(((box.north - point.at[1]) / (box.north - box.south)) * cells),
    );
    const key = `${column} ${row}`;
    const group = groups.get(key);
    if (group) group.push(point);
    else groups.set(key, [point]);
  }
  return [...groups].map(([key, members]) => {
    const x = members.reduce((sum, { at }) => sum + at[0], 0) / members.length;
    const y = members.reduce((sum, { at }) => sum + at[1], 0) / members.length;
    return {
      key,
      x: (x - box.west) / (box.east - box.west),
      y: (box.north - y) / (box.north - box.south),
      count: members.length,
      late: members.filter(({ late }) => late).length,
      id: members.length === 1 ? (members[0]?.id ?? null) : null,
      box: boxOf(members.map(({ at }) => at)),
    };
  });
}
