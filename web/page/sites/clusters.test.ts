// No point is lost or counted twice in the bubbles of a map, and going nearer ends at single points.
import { describe, expect, it } from 'vitest';
import { boxOf, clustersOf, type Point } from './clusters.ts';

const points: readonly Point[] = Array.from({ length: 500 }, (_, at) => ({
  id: String(at),
  at: [120 + ((at * 37) % 101) / 100, 30 + ((at * 53) % 97) / 100],
  late: at % 10 === 0,
}));

describe('bubbles of a map', () => {
  it.each([1, 3, 8])('%i cells a side hold every point once', (cells) => {
    const clusters = clustersOf(points, boxOf(points.map(({ at }) => at)), cells);
    expect(clusters.reduce((sum, { count }) => sum + count, 0)).toBe(points.length);
    expect(clusters.reduce((sum, { late }) => sum + late, 0)).toBe(50);
    expect(clusters.length).toBeLessThanOrEqual(cells * cells);
    expect(clusters.every(({ x, y }) => x >= 0 && x <= 1 && y >= 0 && y <= 1)).toBe(true);
  });
  it('a single point names its site, and north is up', () => {
    const two: readonly Point[] = [
      { id: 'north', at: [120.5, 30.9], late: false },
      { id: 'south', at: [120.5, 30.1], late: true },
    ];
    const clusters = clustersOf(two, { west: 120, east: 121, south: 30, north: 31 }, 4);
    expect(clusters.map(({ id, late }) => [id, late])).toEqual([
      ['north', 0],
      ['south', 1],
    ]);
    expect(clusters[0]?.y).toBeLessThan(clusters[1]?.y ?? 0);
  });
  it('points outside the box are left out, one point alone has a box that is not flat', () => {
    expect(clustersOf(points, { west: 0, east: 1, south: 0, north: 1 }, 4)).toEqual([]);
    const box = boxOf([[120, 30]]);
    expect(box.east - box.west).toBeGreaterThan(0);
  });
});
