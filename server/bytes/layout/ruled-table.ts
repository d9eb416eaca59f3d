// Recovers tables from their ruled lines: the lines make a grid, missing edges make merged cells, signs fall into cells.
import { cellText, type Merge, tableLines } from '../table.ts';
import { linesOf, textOf } from './line.ts';
import { joinText, type Piece, type Rule, signsOf } from './piece.ts';

export interface RuledTable {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly columns: number;
  readonly lines: readonly string[];
  /** The same where it turns out to go on from the page before. */
  readonly rest: readonly string[];
}

const near = 2.5;
const isFlat = (rule: Rule): boolean => rule.x2 - rule.x1 >= rule.y2 - rule.y1;

const touches = (a: Rule, b: Rule): boolean =>
  a.x1 <= b.x2 + near && b.x1 <= a.x2 + near && a.y1 <= b.y2 + near && b.y1 <= a.y2 + near;

/** Rules that touch each other, directly or through others, belong to one table. */
function clusters(rules: readonly Rule[]): Rule[][] {
  const parent = rules.map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[at] = root;
    return root;
  };
  const inOrder = rules.map((rule, at) => ({ rule, at })).sort((a, b) => a.rule.y1 - b.rule.y1);
  for (const [index, a] of inOrder.entries())
    for (let other = index + 1; other < inOrder.length; other++) {
      const b = inOrder[other];
      if (!b || b.rule.y1 > a.rule.y2 + near) break;
      if (touches(a.rule, b.rule)) parent[rootOf(a.at)] = rootOf(b.at);
    }
  const groups = new Map<number, Rule[]>();
  for (const [at, rule] of rules.entries()) {
    const root = rootOf(at);
    const group = groups.get(root);
    if (group) group.push(rule);
    else groups.set(root, [rule]);
  }
  return [...groups.values()];
}

/** Distinct positions, those closer than a line's thickness taken as one. */
function positions(values: readonly number[]): number[] {
  const found: number[] = [];
  for (const value of [...values].sort((a, b) => a - b))
    if (value - (found.at(-1) ?? -1e9) > near * 1.6) found.push(value);
  return found;
}

interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Region number of each cell; cells of one region are merged. */
  readonly region: number[][];
}

const covers = (from: number, to: number, at: number): boolean => from - near <= at && at <= to + near;

function gridOf(rules: readonly Rule[]): Grid | undefined {
  const [flat, upright] = [rules.filter(isFlat), rules.filter((rule) => !isFlat(rule))];
  if (flat.length < 2 || upright.length < 1) return undefined;
  // Open sides: the ends of the lines across close the table.
  const xs = positions([...upright.map((r) => r.x1), ...extent(flat.flatMap((r) => [r.x1, r.x2]))]);
  const ys = positions([...flat.map((r) => r.y1), ...extent(upright.flatMap((r) => [r.y1, r.y2]))]);
  if (xs.length < 3 || ys.length < 2 || xs.length > 60 || ys.length > 400) return undefined;
  const region = ys.slice(1).map((_, row) => xs.slice(1).map((_x, column) => row * (xs.length - 1) + column));
  const fold = (from: number, to: number) => {
    for (const line of region) for (const [at, id] of line.entries()) if (id === from) line[at] = to;
  };
  for (const [row, line] of region.entries())
    for (const column of line.keys()) {
      const [x, y] = [xs[column + 1] ?? 0, ys[row + 1] ?? 0];
      const [middleX, middleY] = [((xs[column] ?? 0) + x) / 2, ((ys[row] ?? 0) + y) / 2];
      const isLastColumn = column === line.length - 1;
      const isLastRow = row === region.length - 1;
      const hasRight =
        isLastColumn || upright.some((r) => Math.abs(r.x1 - x) <= near * 1.6 && covers(r.y1, r.y2, middleY));
      const hasBelow =
        isLastRow || flat.some((r) => Math.abs(r.y1 - y) <= near * 1.6 && covers(r.x1, r.x2, middleX));
      const id = line[column] ?? 0;
      if (!hasRight) fold(line[column + 1] ?? id, id);
      if (!hasBelow) fold(region[row + 1]?.[column] ?? id, region[row]?.[column] ?? id);
    }
  return { xs, ys, region };
}

const extent = (values: readonly number[]): number[] =>
  values.length === 0
    ? []
    : [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];

const slot = (edges: readonly number[], at: number): number => {
  for (let index = 1; index < edges.length; index++) if (at < (edges[index] ?? 0)) return index - 1;
  return edges.length - 2;
};

/** Lines inside a cell are one text broken to its width. */
const cellOf = (signs: readonly Piece[]): string =>
  cellText(
    linesOf(signs)
      .map(textOf)
      .reduce((text, line) => (text === '' ? line : joinText(text, line)), ''),
  );

function fillGrid(grid: Grid, signs: readonly Piece[]): { lines: string[]; rest: string[]; columns: number } {
  const { xs, ys, region } = grid;
  const inRegion = new Map<number, Piece[]>();
  for (const sign of signs) {
    const id = region[slot(ys, sign.y - sign.size * 0.35)]?.[slot(xs, sign.x + sign.width / 2)] ?? -1;
    const list = inRegion.get(id);
    if (list) list.push(sign);
    else inRegion.set(id, [sign]);
  }
  const seen = new Map<number, { row: number; column: number; rows: number; columns: number }>();
  const matrix = region.map((line, row) =>
    line.map((id, column) => {
      const merge = seen.get(id);
      if (merge) {
        merge.rows = Math.max(merge.rows, row - merge.row + 1);
        merge.columns = Math.max(merge.columns, column - merge.column + 1);
        return '';
      }
      seen.set(id, { row, column, rows: 1, columns: 1 });
      return cellOf(inRegion.get(id) ?? []);
    }),
  );
  const merges: Merge[] = [...seen.values()].filter((merge) => merge.rows > 1 || merge.columns > 1);
  const copy = matrix.map((line) => [...line]);
  return { lines: tableLines(matrix, merges), rest: tableLines(copy, merges, true), columns: xs.length - 1 };
}

/** Tables of a page, and the pieces that stand outside them. */
export function ruledTables(
  pieces: readonly Piece[],
  rules: readonly Rule[],
): { tables: RuledTable[]; rest: Piece[] } {
  const tables: RuledTable[] = [];
  let rest = [...pieces];
  if (rules.length > 6_000) return { tables, rest };
  for (const group of clusters(rules)) {
    const grid = gridOf(group);
    if (!grid) continue;
    const [left = 0, right = 0] = extent(grid.xs);
    const [top = 0, bottom = 0] = extent(grid.ys);
    const isInside = (piece: Piece) => {
      const [x, y] = [piece.x + Math.min(piece.width, piece.size) / 2, piece.y - piece.size * 0.35];
      return x > left - near && x < right + near && y > top - near && y < bottom + near;
    };
    const inside = rest.filter(isInside);
    if (inside.every((piece) => piece.text.trim() === '')) continue;
    rest = rest.filter((piece) => !isInside(piece));
    tables.push({ top, bottom, left, right, ...fillGrid(grid, inside.flatMap(signsOf)) });
  }
  return { tables, rest };
}
